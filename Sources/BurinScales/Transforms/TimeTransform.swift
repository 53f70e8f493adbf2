/// The transform of times: linear in seconds since the start of 1970, with round calendar times as
/// ticks.
public struct TimeTransform: ScaleTransform {
  /// The calendar in which ticks are round times.
  public var calendar: LocalCalendar

  /// Creates the transform.
  public init(calendar: LocalCalendar = .gmt) { self.calendar = calendar }

  /// Returns the value itself.
  public func transform(_ value: Double) -> Double { value }
  /// Returns the value itself.
  public func inverse(_ transformed: Double) -> Double { transformed }
  /// True.
  public var isIdentity: Bool { true }
  /// True.
  public var isTime: Bool { true }
  /// False: the start of 1970 is not a zero.
  public var extendsToZero: Bool { false }

  /// Returns a quarter for a domain wider than the largest finite number, else 1.
  public func prescale(for domain: ClosedRange<Double>) -> Double {
    LinearTransform().prescale(for: domain)
  }

  /// Returns the ticks of ``TimeTicks``, or numeric ticks outside the calendar's range.
  public func ticks(
    in domain: ClosedRange<Double>, targetCount: Double, extent: TickSearch.Extent,
    integersOnly: Bool, legibility: (_ candidate: [Double]) -> Double
  ) -> Ticks {
    guard max(abs(domain.lowerBound), abs(domain.upperBound)) <= CivilTime.limit else {
      return TickSearch(targetCount: targetCount, extent: .within)
        .ticks(strictlyWithin: domain, legibility: legibility)
    }
    return TimeTicks(targetCount: targetCount, calendar: calendar)
      .legible(domain.lowerBound, domain.upperBound, legibility)
  }

  /// Returns the domain itself, which ends at its first and last time.
  public func niceDomain(
    _ domain: ClosedRange<Double>, targetCount: Double, maximumCount: Double, integersOnly: Bool
  ) -> ClosedRange<Double> { domain }

  /// Returns the day around a time; outside the calendar, half of the time's size on both sides.
  public func domain(around value: Double) -> ClosedRange<Double> {
    abs(value) <= CivilTime.limit
      ? (value - 43_200)...(value + 43_200) : LinearTransform().domain(around: value)
  }
}

extension ScaleType {
  /// A time scale: linear in seconds since the start of 1970 (UTC), with ticks at round calendar
  /// times.
  public static let date = ScaleType(TimeTransform())

  /// Returns a time scale with ticks at the round times of a calendar.
  public static func date(_ calendar: LocalCalendar) -> ScaleType {
    ScaleType(TimeTransform(calendar: calendar))
  }

  /// The same as ``date``.
  public static let time = date
}
