/// A computed number, in each unit in which it may be printed.
///
/// ```swift
/// Quantity(90, unit: "min", others: ["h": 1.5]).value(in: "h")  // 1.5
/// ```
public struct Quantity: Sendable {
  /// The number in its own unit.
  public var value: Double
  /// The value in each unit, by name; empty for a plain number.
  private var values: [String: Double]

  /// Creates a plain number, which is comparable with a printed one of any unit.
  public init(_ value: Double) {
    self.value = value
    values = [:]
  }

  /// Creates a number with a unit.
  ///
  /// - Parameters:
  ///   - value: the number in its own unit.
  ///   - unit: that unit.
  ///   - others: the same amount in other units.
  public init(_ value: Double, unit: String, others: [String: Double] = [:]) {
    self.value = value
    values = others
    values[unit] = value
  }

  /// Whether the number has a unit.
  public var hasUnit: Bool { !values.isEmpty }

  /// Returns the number in a unit, or `nil` if it has none there.
  public func value(in unit: String) -> Double? { hasUnit ? values[unit] : value }
}
