/// How the times of one axis are written: as precisely as they differ, by ISO 8601.
///
/// ```swift
/// let day = 86_400.0
/// TimeFormat.automatic(for: [0, day]).text(day)           // "1970-01-02"
/// TimeFormat.automatic(for: [0, day / 2]).text(day / 2)   // "12:00"
/// ```
///
/// Midnight is written as its date. Where no time of day is midnight, the first one has the date in
/// a second line, so that an axis always tells the day.
public struct TimeFormat: Hashable, Sendable {
  /// What the least part of a written time is.
  public enum Precision: Int, Hashable, Sendable, Comparable {
    /// `2024`.
    case year
    /// `2024-03`.
    case month
    /// `2024-03-01`.
    case day
    /// `18:00`.
    case minute
    /// `18:00:30`.
    case second

    /// Orders from coarse to fine.
    public static func < (a: Precision, b: Precision) -> Bool { a.rawValue < b.rawValue }

    /// What a time needs.
    init(_ time: CivilTime) {
      self =
        time.second % 60 != 0
        ? .second
        : time.second != 0 ? .minute : time.day != 1 ? .day : time.month != 1 ? .month : .year
    }
  }

  /// The least part that is written.
  public var precision: Precision
  /// The time of day that has its date in a second line, in seconds since the start of 1970.
  public var dated: Double?

  /// Makes a format.
  public init(precision: Precision, dated: Double? = nil) {
    self.precision = precision
    self.dated = dated
  }

  /// The format in which all of some times, in seconds since the start of 1970, can be told apart.
  public static func automatic(for times: [Double]) -> TimeFormat {
    let known = times.filter { CivilTime(secondsSince1970: $0) != nil }
    let precisions = known.compactMap(CivilTime.init(secondsSince1970:)).map(Precision.init)
    let finest = precisions.max() ?? .day
    let hasDate = finest < .minute || precisions.contains { $0 < .minute }
    return TimeFormat(precision: finest, dated: hasDate ? nil : known.min())
  }

  /// A time in words; the number itself beyond `CivilTime.limit`.
  public func text(_ seconds: Double) -> String {
    guard let time = CivilTime(secondsSince1970: seconds) else { return "\(seconds)" }
    switch precision {
    case .year: return "\(time.year)"
    case .month: return "\(time.year)-\(Self.two(time.month))"
    case .day: return Self.date(time)
    case .minute, .second:
      if time.second == 0 { return Self.date(time) }
      var text = "\(Self.two(time.second / 3600)):\(Self.two(time.second / 60 % 60))"
      if precision == .second { text += ":" + Self.two(time.second % 60) }
      return seconds == dated ? text + "\n" + Self.date(time) : text
    }
  }

  private static func date(_ time: CivilTime) -> String {
    "\(time.year)-\(two(time.month))-\(two(time.day))"
  }

  private static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
