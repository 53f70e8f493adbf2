/// A number as a picture prints it, beside the exact one.
///
/// ```swift
/// PrintedValue(1.58496, "1.585").isExact  // false
/// ```
public struct PrintedValue: Hashable, Sendable {
  /// The exact value.
  public var exact: Double
  /// The text that prints it, such as `−0.221`, `40%`, `4.3×10⁻⁶` or `∞`.
  public var text: String

  /// Creates a printed number.
  public init(_ exact: Double, _ text: String) {
    self.exact = exact
    self.text = text
  }

  /// Creates the printed number of a fact, without its unit.
  public init(_ fact: Fact) { self.init(fact.value, fact.number) }

  /// The number that the text says, in decimal digits; `nil` if it is no finite number.
  var shown: DecimalNumber? { DecimalNumber(text) }
}

/// An equation between printed numbers, which knows whether they make it true.
///
/// ```swift
/// PrintedEquation(.product, [.init(0.6, "0.6"), .init(1.58496, "1.585")],
///   result: .init(0.95098, "0.951")).sign   // "=": 0.6 × 1.585 is 0.951
/// PrintedEquation(.product, [.init(0.6, "0.6"), .init(1.58496, "1.58")],
///   result: .init(0.95098, "0.951")).sign   // "≈": 0.6 × 1.58 is 0.948
/// ```
public struct PrintedEquation: Hashable, Sendable {
  /// The operation between the parts.
  public enum Operation: Hashable, Sendable {
    /// The sum of all parts; a part with a minus sign is subtracted.
    case sum
    /// The product of all parts.
    case product
    /// The first part divided by the others.
    case quotient
    /// The logarithm of the only part, to a whole base.
    case logarithm(base: Int)
    /// The same amount in two units.
    case conversion
  }

  /// The operation.
  public var operation: Operation
  /// The numbers to the left of the sign.
  public var parts: [PrintedValue]
  /// The number to the right of the sign.
  public var result: PrintedValue

  /// Creates an equation.
  public init(_ operation: Operation, _ parts: [PrintedValue], result: PrintedValue) {
    self.operation = operation
    self.parts = parts
    self.result = result
  }

  /// Whether the printed numbers satisfy the equation to the last digit.
  public var isTrue: Bool {
    // What is beyond all numbers stays there.
    if result.exact == .infinity {
      return result.text == "∞" && parts.contains { $0.text == "∞" || $0.shown?.isZero == true }
    }
    let numbers = parts.compactMap(\.shown)
    guard numbers.count == parts.count, let first = numbers.first, let sum = result.shown else {
      return false
    }
    switch operation {
    case .sum: return DecimalNumber.sum(numbers) == sum
    case .product: return DecimalNumber.product(numbers) == sum
    case .quotient: return DecimalNumber.product(Array(numbers.dropFirst()) + [sum]) == first
    case .logarithm(let base): return DecimalNumber.power(of: base, sum) == first
    case .conversion: return numbers == [sum]
    }
  }

  /// `=` where the printed numbers make the equation true, else `≈`.
  public var sign: String { isTrue ? "=" : "≈" }
}
