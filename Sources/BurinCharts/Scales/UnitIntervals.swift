/// The units of the calendar that marks of an axis span, such as the days of bars.
struct UnitIntervals: Sendable {
  private var ends: [Double: Double] = [:]

  /// Whether no mark spans a unit.
  var isEmpty: Bool { ends.isEmpty }

  /// The length of the shortest unit, in seconds; nil without any.
  var length: Double? { ends.lazy.map { $0.value - $0.key }.min() }

  /// The most units that are kept; an axis has far fewer labels.
  private static let limit = 100_000

  /// Adds a unit.
  mutating func add(_ start: Double, _ end: Double) {
    if end > start, end.isFinite, start.isFinite, ends.count < Self.limit { ends[start] = end }
  }

  /// Adds the units of another panel.
  mutating func merge(_ other: UnitIntervals) { ends.merge(other.ends) { own, _ in own } }

  /// Returns the end of the unit that begins at a time; nil without any units.
  ///
  /// A unit that no mark spans is as long as the shortest.
  func end(of start: Double) -> Double? { ends[start] ?? length.map { start + $0 } }
}
