/// An amount of information with its unit.
///
/// ```swift
/// let sum = Information.bits(1) + .nats(1)  // 2.4426950408889634 bits
/// sum.nats                                  // 1.6931471805599454
/// ```
///
/// Amounts in different units are converted when combined: a sum has the unit of its first term,
/// and comparisons are by bits. Descriptions always name the unit.
public struct Information: Sendable {
  /// The number, in ``unit``.
  public let value: Double
  /// The unit of the number.
  public let unit: InformationUnit

  /// Creates an amount in a unit.
  public init(_ value: Double, _ unit: InformationUnit) {
    self.value = value
    self.unit = unit
  }

  /// Returns an amount in bits.
  public static func bits(_ value: Double) -> Information { Information(value, .bits) }
  /// Returns an amount in nats.
  public static func nats(_ value: Double) -> Information { Information(value, .nats) }
  /// Returns an amount in hartleys.
  public static func hartleys(_ value: Double) -> Information { Information(value, .hartleys) }
  /// No information.
  public static let zero = Information.bits(0)

  /// Returns the amount as a number of the given unit; exact in its own unit.
  public func value(in unit: InformationUnit) -> Double {
    unit == self.unit ? value : value * (self.unit.nats / unit.nats)
  }

  /// Returns the same amount in another unit.
  public func converted(to unit: InformationUnit) -> Information {
    Information(value(in: unit), unit)
  }

  /// The number of bits.
  public var bits: Double { value(in: .bits) }
  /// The number of nats.
  public var nats: Double { value(in: .nats) }
  /// The number of hartleys.
  public var hartleys: Double { value(in: .hartleys) }

  /// Whether the amount is neither infinite nor undefined.
  public var isFinite: Bool { value.isFinite }
}

extension Information {
  /// Returns the surprise at an outcome of probability `p`, −log p.
  ///
  /// ```swift
  /// Information.surprisal(of: 0.125)  // 3.0 bits
  /// ```
  ///
  /// The result is infinite for `p` = 0, and NaN if `p` is not a probability.
  public static func surprisal(of p: Double, in unit: InformationUnit = .bits) -> Information {
    guard p >= 0 && p <= 1 else { return Information(.nan, unit) }
    // 0 − 0 is 0, whereas −0 would print a sign.
    return Information(0 - unit.logarithm(p), unit)
  }

  /// The probability of an outcome with this surprise, the inverse of ``surprisal(of:in:)``.
  ///
  /// ```swift
  /// Information.bits(3).probability  // 0.125
  /// ```
  ///
  /// Negative amounts correspond to no probability; the result is above 1.
  public var probability: Double { unit.power(-value) }

  /// Returns the entropy of a coin that lands heads with probability `p`.
  ///
  /// ```swift
  /// Information.binaryEntropy(0.5)  // 1.0 bits
  /// ```
  ///
  /// The result is NaN if `p` is not a probability.
  public static func binaryEntropy(_ p: Double, in unit: InformationUnit = .bits) -> Information {
    guard p >= 0 && p <= 1 else { return Information(.nan, unit) }
    let q = 1 - p
    let heads = p > 0 ? p * unit.logarithm(p) : 0
    let tails = q > 0 ? q * unit.logarithm(q) : 0
    return Information(0 - heads - tails, unit)
  }
}

extension Information {
  /// Returns the sum, in the unit of the first term.
  public static func + (a: Information, b: Information) -> Information {
    Information(a.value + b.value(in: a.unit), a.unit)
  }

  /// Returns the difference, in the unit of the first term.
  public static func - (a: Information, b: Information) -> Information {
    Information(a.value - b.value(in: a.unit), a.unit)
  }

  /// Returns the opposite amount.
  public static prefix func - (a: Information) -> Information { Information(-a.value, a.unit) }

  /// Adds an amount, keeping the unit.
  public static func += (a: inout Information, b: Information) { a = a + b }

  /// Subtracts an amount, keeping the unit.
  public static func -= (a: inout Information, b: Information) { a = a - b }

  /// Returns a multiple of an amount.
  public static func * (factor: Double, a: Information) -> Information {
    Information(factor * a.value, a.unit)
  }

  /// Returns a multiple of an amount.
  public static func * (a: Information, factor: Double) -> Information { factor * a }

  /// Returns a fraction of an amount.
  public static func / (a: Information, divisor: Double) -> Information {
    Information(a.value / divisor, a.unit)
  }

  /// Returns the quotient of two amounts, a plain number.
  public static func / (a: Information, b: Information) -> Double {
    a.value / b.value(in: a.unit)
  }
}

extension Information: Comparable, Hashable {
  // All comparisons are by bits, so that equality is transitive across units.

  /// Returns whether two amounts have the same number of bits.
  public static func == (a: Information, b: Information) -> Bool { a.bits == b.bits }

  /// Returns whether an amount has fewer bits than another.
  public static func < (a: Information, b: Information) -> Bool { a.bits < b.bits }

  /// Hashes the number of bits.
  public func hash(into hasher: inout Hasher) { hasher.combine(bits) }
}

extension Information: CustomStringConvertible {
  /// The number and its unit, such as "0.5 bits".
  public var description: String { "\(value) \(unit.symbol)" }
}
