/// A value of an axis for which marks are made.
///
/// ```swift
/// AxisMarks { value in
///   AxisValueLabel { if let n = value.as(Int.self) { Text("\(n) km") } }
/// }
/// ```
public struct AxisValue: Sendable {
  /// The place among the values, counted from 0.
  public let index: Int
  /// The number of values.
  public let count: Int
  /// The number or category.
  public let datum: Datum

  /// Creates the value of a number or category.
  ///
  /// - Parameters:
  ///   - datum: the number or category.
  ///   - index: the place among the values, counted from 0.
  ///   - count: the number of values.
  package init(_ datum: Datum, index: Int = 0, count: Int = 1) {
    self.index = index
    self.count = count
    self.datum = datum
  }

  /// Returns the value as a type, or nil where it has none of that type.
  ///
  /// A whole number of an axis is an `Int` as well as a `Double`; a time is a `Date`.
  public func `as`<Value: Plottable>(_ type: Value.Type) -> Value? {
    let primitive: Value.PrimitivePlottable? =
      switch datum {
      case .number(let number):
        Value.PrimitivePlottable.valueKind == .category
          ? nil : Value.PrimitivePlottable(plottedNumber: number, plottedCategory: "")
      case .category(let name):
        Value.PrimitivePlottable.valueKind == .category
          ? Value.PrimitivePlottable(plottedNumber: .nan, plottedCategory: name) : nil
      }
    return primitive.flatMap { Value(primitivePlottable: $0) }
  }
}
