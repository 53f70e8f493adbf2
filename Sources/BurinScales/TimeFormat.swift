/// A format of times, by ISO 8601.
///
/// ```swift
/// let noon = CivilTime(year: 2024, month: 2, day: 29, second: 43_200).secondsSince1970
/// TimeFormat.hour.text(noon)                                // "12:00"
/// TimeFormat.hour.offset(secondsFromGMT: 3600).text(noon)   // "13:00"
/// TimeFormat.automatic(for: [0, 86_400]).text(86_400)       // "1970-01-02"
/// ```
///
/// An automatic format is as precise as the differences of its axis's times. It writes midnight as
/// its date; if no time is midnight, the first of each day has its date in a second line, so that
/// an axis always shows the day.
public struct TimeFormat: Hashable, Sendable {
  /// The smallest part of a written time.
  public enum Precision: Int, Hashable, Sendable, Comparable {
    /// `2024`.
    case year
    /// `2024-Q1`.
    case quarter
    /// `2024-03`.
    case month
    /// `2024-03-01`.
    case day
    /// `18:00`, the full hour.
    case hour
    /// `18:05`.
    case minute
    /// `18:05:30`, with a number of decimals.
    case second
    /// The number of seconds since the start of 1970, for times too close for a clock.
    case number

    /// Orders from coarse to fine.
    public static func < (a: Precision, b: Precision) -> Bool { a.rawValue < b.rawValue }

    /// Creates the precision that names a unit of the calendar.
    public init(_ unit: CalendarUnit) {
      self =
        switch unit {
        case .year: .year
        case .quarter: .quarter
        case .month: .month
        case .weekOfYear, .day: .day
        case .hour: .hour
        case .minute: .minute
        case .second: .second
        }
    }

    /// Creates the precision that a time needs.
    init(_ time: CivilTime) {
      self =
        time.second % 60 != 0
        ? .second
        : time.second != 0 ? .minute : time.day != 1 ? .day : time.month != 1 ? .month : .year
    }
  }

  /// The places where a time of day shows its date.
  public enum Dates: Hashable, Sendable {
    /// Nowhere.
    case none
    /// Before the time: `2024-03-01 18:00`.
    case before
    /// Instead of the time at midnight, and in a second line at these times, in seconds since the
    /// start of 1970.
    case atMidnight(andBelow: Set<Double>)
  }

  /// The smallest part that is written.
  public var precision: Precision
  /// The number of decimals of the seconds, 0…18.
  public var decimals: Int
  /// The places where times of day show their dates.
  public var dates: Dates
  /// The offset of the written times from Greenwich Mean Time, in seconds, positive to the
  /// east.
  public var secondsFromGMT: Double

  /// Creates a format.
  public init(
    precision: Precision, decimals: Int = 0, dates: Dates = .none, secondsFromGMT: Double = 0
  ) {
    self.precision = precision
    self.decimals = decimals
    self.dates = dates
    self.secondsFromGMT = secondsFromGMT
  }

  /// The year: `2024`.
  public static let year = TimeFormat(precision: .year)
  /// The year and month: `2024-03`.
  public static let month = TimeFormat(precision: .month)
  /// The date: `2024-03-01`.
  public static let day = TimeFormat(precision: .day)
  /// The full hour: `18:00`.
  public static let hour = TimeFormat(precision: .hour)
  /// The hour and minute: `18:05`.
  public static let minute = TimeFormat(precision: .minute)
  /// The time of day to the second: `18:05:30`.
  public static let second = TimeFormat(precision: .second)
  /// The date and time of day to the minute: `2024-03-01 18:05`.
  public static let dateAndTime = TimeFormat(precision: .minute, dates: .before)

  /// Returns the time of day with decimals of the seconds: `18:05:30.125`.
  public static func second(decimals: Int) -> TimeFormat {
    TimeFormat(precision: .second, decimals: decimals)
  }

  /// Returns the format for clocks at a fixed offset from Greenwich Mean Time, in seconds.
  ///
  /// An offset that is not finite or exceeds a day is ignored.
  public func offset(secondsFromGMT: Double) -> TimeFormat {
    var format = self
    format.secondsFromGMT = secondsFromGMT
    return format
  }

  /// Returns a time as text, or the number itself outside the calendar's range.
  public func text(_ seconds: Double) -> String {
    guard precision != .number, let moment = Moment(seconds + offset, decimals: shownDecimals)
    else { return precision == .number ? NumberFormat.shortest.string(seconds) : "\(seconds)" }
    let time = moment.time
    let year = Self.digits(time.year, 4)
    let month = year + "-" + Self.digits(time.month, 2)
    let date = month + "-" + Self.digits(time.day, 2)
    switch precision {
    case .year: return year
    case .quarter: return "\(year)-Q\((time.month + 2) / 3)"
    case .month: return month
    case .day: return date
    case .hour, .minute, .second, .number: break
    }
    let minutes = precision == .hour ? 0 : time.second / 60 % 60
    var text = Self.digits(time.second / 3600, 2) + ":" + Self.digits(minutes, 2)
    if precision == .second {
      text += ":" + Self.digits(time.second % 60, 2)
      if !moment.fraction.isEmpty { text += "." + moment.fraction }
    }
    switch dates {
    case .none: return text
    case .before: return date + " " + text
    case .atMidnight(let below):
      if time.second == 0, moment.isWhole { return date }
      return below.contains(seconds) ? text + "\n" + date : text
    }
  }

  private var offset: Double { abs(secondsFromGMT) <= 86_400 ? secondsFromGMT : 0 }

  private var shownDecimals: Int { precision == .second ? min(max(decimals, 0), 18) : 0 }

  /// Returns a number with leading zeros: `07`, `0044`; `−0044` before the year 0.
  private static func digits(_ value: Int, _ count: Int) -> String {
    let text = String(value.magnitude)
    let zeros = String(repeating: "0", count: max(0, count - text.count))
    return (value < 0 ? "\u{2212}" : "") + zeros + text
  }
}

/// A second of the calendar with the decimals of a fraction.
struct Moment {
  var time: CivilTime
  /// The decimals, without a point.
  var fraction: String
  /// Whether the fraction is zero.
  var isWhole: Bool

  /// Creates a moment by rounding a time to a number of decimals; nil outside the calendar's range.
  ///
  /// Without decimals a time is rounded down, as on clocks, unless it lies within rounding error of
  /// the next second.
  init?(_ seconds: Double, decimals: Int) {
    guard abs(seconds) <= CivilTime.limit else { return nil }
    var whole = seconds.rounded(.down)
    let rest = seconds - whole
    fraction = ""
    if decimals == 0 {
      if 1 - rest <= 2 * seconds.ulp { whole += 1 }
      isWhole = true
    } else {
      var expansion = DecimalExpansion(magnitudeOf: rest)
      expansion.round(toDecimals: decimals)
      let parts = expansion.parts
      if parts.whole != "0" { whole += 1 }
      fraction = parts.fraction
      isWhole = fraction.allSatisfy { $0 == "0" }
    }
    guard let time = CivilTime(secondsSince1970: whole) else { return nil }
    self.time = time
  }
}
