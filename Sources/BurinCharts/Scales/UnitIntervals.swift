import BurinScales

/// The units of the calendar that marks of an axis span, such as the days of bars.
struct UnitIntervals: Sendable {
  private var ends: [Double: Double] = [:]
  /// What the units are, such as months; nil where marks span several kinds.
  private(set) var unit: CalendarUnit?
  private var areMixed = false

  /// Whether no mark spans a unit.
  var isEmpty: Bool { ends.isEmpty }

  /// The length of the shortest unit, in seconds; nil without any.
  var length: Double? { ends.lazy.map { $0.value - $0.key }.min() }

  /// The most units that are kept; an axis has far fewer labels.
  private static let limit = 100_000

  /// Adds a unit.
  mutating func add(_ start: Double, _ end: Double, _ unit: CalendarUnit?) {
    note(unit)
    if end > start, end.isFinite, start.isFinite, ends.count < Self.limit { ends[start] = end }
  }

  /// Adds the units of another panel.
  mutating func merge(_ other: UnitIntervals) {
    if !other.isEmpty { note(other.unit) }
    areMixed = areMixed || other.areMixed
    ends.merge(other.ends) { own, _ in own }
  }

  private mutating func note(_ unit: CalendarUnit?) {
    if isEmpty, !areMixed { self.unit = unit }
    areMixed = areMixed || unit != self.unit
    if areMixed { self.unit = nil }
  }

  /// Returns the starts of the few units that fill a domain, where none of some ticks is one; nil
  /// where ticks are, or the domain shows something else as well.
  func starts(in domain: ClosedRange<Double>, for ticks: [Double]) -> [Double]? {
    guard !isEmpty, ends.count <= max(1, ticks.count),
      !ticks.contains(where: { ends[$0] != nil })
    else { return nil }
    let length = ends.reduce(0) { $0 + $1.value - $1.key }
    let isFilled = length >= 0.99 * (domain.upperBound - domain.lowerBound)
    return isFilled && ends.keys.allSatisfy(domain.contains) ? ends.keys.sorted() : nil
  }

  /// Returns the end of the unit that begins at a time.
  ///
  /// A unit that no mark spans is as long as the shortest. Nil without any units.
  func end(of start: Double) -> Double? { ends[start] ?? length.map { start + $0 } }
}
