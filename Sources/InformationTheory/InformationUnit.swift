#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A unit of information: the base of the logarithm.
public enum InformationUnit: String, Hashable, Sendable, CaseIterable {
  /// Base 2.
  case bits
  /// Base e.
  case nats
  /// Base 10.
  case hartleys

  /// The unit as printed after a number: "bits", "nats" or "hartleys".
  public var symbol: String { rawValue }

  /// Returns the logarithm of a number in this unit's base: −∞ for 0, NaN below.
  public func logarithm(_ x: Double) -> Double {
    switch self {
    case .bits: log2(x)
    case .nats: log(x)
    case .hartleys: log10(x)
    }
  }

  /// Returns the unit's base raised to a power, the inverse of ``logarithm(_:)``.
  func power(_ exponent: Double) -> Double {
    switch self {
    case .bits: exp2(exponent)
    case .nats: exp(exponent)
    case .hartleys: pow(10, exponent)
    }
  }

  /// The number of nats in one of this unit: the natural logarithm of the base.
  var nats: Double {
    switch self {
    case .bits: 0.693147180559945309
    case .nats: 1
    case .hartleys: 2.302585092994045684
    }
  }

  /// Returns the logarithm of a quotient of two positive numbers, exactly 0 if they are equal.
  ///
  /// ```swift
  /// InformationUnit.bits.logarithm(of: 0.5, over: 1e-310)  // 1028.787…, though 0.5 / 1e-310 is infinite
  /// ```
  ///
  /// Quotients outside the range of normal numbers are split into a difference of logarithms.
  public func logarithm(of p: Double, over q: Double) -> Double {
    let ratio = p / q
    return ratio.isNormal ? logarithm(ratio) : logarithm(p) - logarithm(q)
  }
}
