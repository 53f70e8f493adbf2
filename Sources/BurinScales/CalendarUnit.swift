/// A unit of the calendar: proleptic Gregorian, without leap seconds, weeks from Monday.
///
/// ```swift
/// CalendarUnit.month.interval(containing: 0)  // 0.0..<2678400.0, January 1970
/// ```
public enum CalendarUnit: Hashable, Sendable, CaseIterable {
  /// A second.
  case second
  /// Sixty seconds.
  case minute
  /// Sixty minutes.
  case hour
  /// Twenty-four hours.
  case day
  /// Seven days from a Monday.
  case weekOfYear
  /// A month of the calendar.
  case month
  /// Three months from January, April, July or October.
  case quarter
  /// A year of the calendar.
  case year

  /// Returns the start and end of the unit that contains a time.
  ///
  /// - Parameters:
  ///   - seconds: the time in seconds since the start of 1970.
  ///   - secondsFromGMT: the offset of the calendar's clock from Greenwich Mean Time, at most a
  ///     day; any other offset is treated as 0.
  /// - Returns: an interval in seconds since the start of 1970. Outside the calendar's range
  ///   (±``CivilTime/limit``) it is empty at the time; for NaN it is empty at 0.
  public func interval(containing seconds: Double, secondsFromGMT: Double = 0) -> Range<Double> {
    guard !seconds.isNaN else { return 0..<0 }
    let offset = abs(secondsFromGMT) <= 86_400 ? secondsFromGMT : 0
    guard let index = index(containing: seconds + offset) else { return seconds..<seconds }
    return start(at: index) - offset..<start(at: index + 1) - offset
  }

  /// The mean length, in seconds.
  var averageLength: Double {
    switch self {
    case .second: 1
    case .minute: 60
    case .hour: 3600
    case .day: 86_400
    case .weekOfYear: 604_800
    case .month: 2_629_746
    case .quarter: 7_889_238
    case .year: 31_556_952
    }
  }

  /// The number of months, for units whose lengths differ.
  private var months: Int? {
    switch self {
    case .second, .minute, .hour, .day, .weekOfYear: nil
    case .month: 1
    case .quarter: 3
    case .year: 12
    }
  }

  /// Weeks are counted from a Monday; the first day of 1970 was a Thursday.
  private var origin: Double { self == .weekOfYear ? 4 * 86_400 : 0 }

  /// Returns the number of the unit that contains a time, counted from 1970, or from the year 0 for
  /// months, quarters and years; nil outside the calendar's range.
  func index(containing seconds: Double) -> Int? {
    guard let time = CivilTime(secondsSince1970: seconds) else { return nil }
    guard let months else {
      return floorDivide(Int(seconds.rounded(.down)) - Int(origin), Int(averageLength))
    }
    return floorDivide(time.year * 12 + time.month - 1, months)
  }

  /// Returns the start of a numbered unit.
  func start(at index: Int) -> Double {
    guard let months else { return Double(index) * averageLength + origin }
    let month = index * months
    let year = floorDivide(month, 12)
    return CivilTime(year: year, month: month - year * 12 + 1).secondsSince1970
  }
}
