/// A format of times by the clock of a calendar.
public struct LocalTimeFormat: Sendable {
  /// The format, for local times.
  public var format: TimeFormat
  /// The calendar whose clock is read.
  public var calendar: LocalCalendar
  /// Returns a time in words, to a precision and a number of decimals of its seconds; nil for ISO
  /// 8601.
  public var words: (@Sendable (Double, TimeFormat.Precision, Int) -> String)?

  /// Creates the format that tells some times apart.
  public init(
    automaticFor times: [Double], calendar: LocalCalendar,
    words: (@Sendable (Double, TimeFormat.Precision, Int) -> String)? = nil
  ) {
    format = .automatic(for: times.map(calendar.local))
    self.calendar = calendar
    self.words = words
  }

  /// Returns a time as text.
  public func text(_ time: Double) -> String {
    let local = calendar.local(time)
    guard let words, format.precision != .number, abs(time) <= CivilTime.limit else {
      return format.text(local)
    }
    guard format.precision > .day else { return words(time, format.precision, 0) }
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
