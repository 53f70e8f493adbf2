/// A format of times by the clock of a calendar.
public struct LocalTimeFormat: Sendable {
  /// The format, for local times.
  public var format: TimeFormat
  /// The calendar whose clock is read.
  public var calendar: LocalCalendar
  /// Returns a time in words, to a precision and a number of decimals of its seconds; nil for ISO
  /// 8601.
  public var words: (@Sendable (Double, TimeFormat.Precision, Int) -> String)?

  /// Returns a date in words without its year, to a precision; nil where the year always stands
  /// there.
  private var yearlessWords: (@Sendable (Double, TimeFormat.Precision) -> String?)?
  /// The times whose labels have the year in a second line.
  private var yearsBelow: Set<Double> = []

  /// Creates the format that tells some times apart.
  ///
  /// - Parameters:
  ///   - times: the times.
  ///   - calendar: the calendar whose clock is read.
  ///   - unit: the unit of the calendar that the times stand for; nil for points in time.
  ///   - words: returns a time in words; nil for ISO 8601.
  public init(
    automaticFor times: [Double], calendar: LocalCalendar, unit: CalendarUnit? = nil,
    words: (@Sendable (Double, TimeFormat.Precision, Int) -> String)? = nil
  ) {
    format = .automatic(for: times.map(calendar.local))
    self.calendar = calendar
    self.words = words
    guard let unit else { return }
    // The first month of a quarter is not the quarter, and one January no year.
    if unit == .quarter, format.precision <= .month,
      times.count == 1 || format.precision == .month, times.allSatisfy(startsQuarter)
    {
      format.precision = .quarter
    } else if times.count == 1, format.precision < TimeFormat.Precision(unit) {
      format.precision = TimeFormat.Precision(unit)
    }
  }

  private func startsQuarter(_ time: Double) -> Bool {
    guard let date = CivilTime(secondsSince1970: calendar.local(time).rounded(.down)) else {
      return false
    }
    return date.month % 3 == 1
  }

  /// Returns the format with the year in a second line, at the first time and where it changes.
  ///
  /// - Parameters:
  ///   - times: the times, in the order of an axis.
  ///   - words: returns a date in words without its year.
  public func writingYearsOnce(
    _ times: [Double], words: (@Sendable (Double, TimeFormat.Precision) -> String?)?
  ) -> LocalTimeFormat {
    guard let words, let full = self.words, times.count > 1, format.precision > .year,
      format.precision <= .day
    else { return self }
    var result = self
    result.yearlessWords = words
    // Comparing the written years works for every calendar.
    var last: String?
    for time in times where abs(time) <= CivilTime.limit {
      let year = full(time, .year, 0)
      if year != last { result.yearsBelow.insert(time) }
      last = year
    }
    return result
  }

  /// Returns a time as text.
  public func text(_ time: Double) -> String {
    let local = calendar.local(time)
    guard let words, format.precision != .number, abs(time) <= CivilTime.limit else {
      return format.text(local)
    }
    guard format.precision > .day else {
      guard let date = yearlessWords?(time, format.precision) else {
        return words(time, format.precision, 0)
      }
      return yearsBelow.contains(time) ? date + "\n" + words(time, .year, 0) : date
    }
    let clock = words(time, max(format.precision, .minute), format.decimals)
    switch format.dates {
    case .none: return clock
    case .before: return words(time, .day, 0) + " " + clock
    case .atMidnight(let below):
      if local / 86_400 == (local / 86_400).rounded() { return words(time, .day, 0) }
      return below.contains(local) ? clock + "\n" + words(time, .day, 0) : clock
    }
  }
}
