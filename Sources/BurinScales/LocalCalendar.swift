/// A clock with the changes of its offset, and a calendar, by which times are placed and written.
///
/// ```swift
/// LocalCalendar.gmt.interval(of: .day, containing: 90_000)  // 86400.0..<172800.0
/// ```
public struct LocalCalendar: Hashable, Sendable {
  /// The interval of a unit that contains a time, in seconds since the start of 1970, and the number
  /// by which multiples of the unit are found: of the month in its year, or of the year.
  public typealias Unit = (interval: Range<Double>, number: Int)

  /// What tells the calendar apart from others, such as the name of its time zone.
  public let id: String
  /// The day on which weeks begin: 1 for Sunday, 2 for Monday.
  public let firstWeekday: Int
  private let offsets: (@Sendable (Double) -> Double)?
  private let units: (@Sendable (CalendarUnit, Double) -> Unit?)?

  /// The Gregorian calendar in Greenwich Mean Time, with weeks from Monday.
  public static let gmt = LocalCalendar(id: "", firstWeekday: 2, offsets: nil, units: nil)

  private init(
    id: String, firstWeekday: Int, offsets: (@Sendable (Double) -> Double)?,
    units: (@Sendable (CalendarUnit, Double) -> Unit?)?
  ) {
    self.id = id
    self.firstWeekday = firstWeekday
    self.offsets = offsets
    self.units = units
  }

  /// Creates a calendar.
  ///
  /// - Parameters:
  ///   - id: what tells it apart from others.
  ///   - firstWeekday: the day on which weeks begin: 1 for Sunday, 2 for Monday.
  ///   - units: returns months, quarters and years of a calendar that is not Gregorian; nil for the
  ///     Gregorian one.
  ///   - offset: returns how many seconds the clock is ahead of Greenwich at a time.
  public init(
    id: String, firstWeekday: Int = 2,
    units: (@Sendable (CalendarUnit, Double) -> Unit?)? = nil,
    offset: @escaping @Sendable (Double) -> Double
  ) {
    self.init(id: id, firstWeekday: firstWeekday, offsets: offset, units: units)
  }

  /// Whether two calendars have the same name.
  public static func == (a: LocalCalendar, b: LocalCalendar) -> Bool { a.id == b.id }
  /// Hashes the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }

  /// Whether the clock is Greenwich's, and the calendar Gregorian with weeks from Monday.
  var isStandard: Bool { offsets == nil && units == nil && firstWeekday == 2 }

  /// How many seconds the clock is ahead of Greenwich at a time.
  public func offset(at time: Double) -> Double {
    guard let offsets, abs(time) <= CivilTime.limit else { return 0 }
    return offsets(time)
  }

  /// What the clock shows at a time, as seconds since it showed the start of 1970.
  public func local(_ time: Double) -> Double { time + offset(at: time) }

  /// Returns the times at which the clock shows a local time, ascending: none where it is skipped,
  /// two where it comes twice.
  public func times(showing local: Double) -> [Double] {
    let (before, after) = (offset(at: local - 86_400), offset(at: local + 86_400))
    if before == after { return [local - before] }
    return [local - before, local - after].filter { self.local($0) == local }.sorted()
  }

  /// Returns the first time at which the clock shows a local time or, where it is skipped, a later
  /// one.
  public func time(showing local: Double) -> Double {
    times(showing: local).first ?? local - offset(at: local - 86_400)
  }

  /// Returns the start and the end of the unit that contains a time, both in seconds since the start
  /// of 1970.
  public func interval(of unit: CalendarUnit, containing time: Double) -> Range<Double> {
    if let found = own(unit, time) { return found.interval }
    guard !isStandard, abs(time) <= CivilTime.limit else {
      return unit.interval(containing: time)
    }
    let offset = offset(at: time)
    switch unit {
    case .second, .minute, .hour: return unit.interval(containing: time, secondsFromGMT: offset)
    case .day, .weekOfYear, .month, .quarter, .year:
      let shift = weekShift(unit)
      guard let index = unit.index(containing: time + offset - shift) else { return time..<time }
      let start = self.time(showing: unit.start(at: index) + shift)
      return start..<max(start, self.time(showing: unit.start(at: index + 1) + shift))
    }
  }

  /// The unit of a calendar that is not Gregorian; nil for units that all calendars share.
  func own(_ unit: CalendarUnit, _ time: Double) -> Unit? {
    switch unit {
    case .month, .quarter, .year: units?(unit, time)
    case .second, .minute, .hour, .day, .weekOfYear: nil
    }
  }

  /// How much later than on Monday weeks begin, in seconds.
  func weekShift(_ unit: CalendarUnit) -> Double {
    unit == .weekOfYear ? Double((firstWeekday + 5) % 7) * 86_400 : 0
  }
}
