/// A date and time of day in UTC, by the proleptic Gregorian calendar, without leap seconds.
///
/// ```swift
/// CivilTime(secondsSince1970: 0)  // 1970-01-01 00:00:00
/// ```
///
/// Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013).
public struct CivilTime: Hashable, Sendable {
  /// The year; 0 is 1 BC.
  public var year: Int
  /// The month, 1…12.
  public var month: Int
  /// The day of the month, 1…31.
  public var day: Int
  /// The second of the day, 0…86399.
  public var second: Int

  /// The largest distance from 1970 that is supported, in seconds (about 300 000 years).
  public static let limit = 1e13

  /// Creates a time from its parts, which must be valid (years within ±400 000).
  public init(year: Int, month: Int = 1, day: Int = 1, second: Int = 0) {
    self.year = year
    self.month = month
    self.day = day
    self.second = second
  }

  /// Creates the time a number of seconds after the start of 1970, rounded down; nil beyond the
  /// limit.
  public init?(secondsSince1970 seconds: Double) {
    guard abs(seconds) <= Self.limit else { return nil }
    let total = Int(seconds.rounded(.down))
    let days = floorDivide(total, 86_400)
    second = total - days * 86_400
    // Years are counted from March in eras of 400 years, so that leap days come last.
    let shifted = days + 719_468
    let era = floorDivide(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// The seconds since the start of 1970.
  public var secondsSince1970: Double {
    let bounded = min(max(year, -400_000), 400_000)
    let shiftedYear = month <= 2 ? bounded - 1 : bounded
    let era = floorDivide(shiftedYear, 400)
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Double(era * 146_097 + dayOfEra - 719_468) * 86_400 + Double(second)
  }
}

func floorDivide(_ a: Int, _ b: Int) -> Int { a / b - (a % b < 0 ? 1 : 0) }
