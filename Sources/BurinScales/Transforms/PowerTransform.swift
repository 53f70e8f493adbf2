#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The transform of power scales: sign(v)·|v|^exponent.
///
/// ```swift
/// let area = try ContinuousScale(.power(exponent: 2), domain: 0...10, range: (0, 100))
/// area.position(5)  // 25.0
/// ```
public struct PowerTransform: ScaleTransform {
  /// The exponent.
  public let exponent: Double

  /// Creates a transform with an exponent, which must be finite and above 0.
  public init(exponent: Double) { self.exponent = exponent }

  /// Returns the power of a value's magnitude with the value's sign.
  public func transform(_ value: Double) -> Double {
    let magnitude = abs(value)
    let power = exponent == 0.5 ? magnitude.squareRoot() : pow(magnitude, exponent)
    return value < 0 ? -power : power
  }

  /// Returns the root of a transformed value's magnitude with its sign.
  public func inverse(_ transformed: Double) -> Double {
    let magnitude = abs(transformed)
    let root = exponent == 0.5 ? magnitude * magnitude : self.root(magnitude)
    return transformed < 0 ? -root : root
  }

  private func root(_ magnitude: Double) -> Double {
    let root = pow(magnitude, 1 / exponent)
    // 1 / exponent is rounded; one step of Newton's method corrects its effect on large numbers.
    let correction = (pow(root, exponent) / magnitude - 1) / exponent
    return abs(correction) < 1e-3 ? root * (1 - correction) : root
  }

  /// Throws if the exponent is not a finite number above 0.
  public func validate(domain: ClosedRange<Double>) throws(ScaleError) {
    guard exponent.isFinite, exponent > 0 else {
      throw .parameter("exponent of a power scale", exponent, needs: "a finite number above 0")
    }
  }

  /// Returns a factor that brings the larger end near 1 where its power is very large or small.
  public func prescale(for domain: ClosedRange<Double>) -> Double {
    let reach = max(abs(domain.lowerBound), abs(domain.upperBound))
    let power = transform(reach)
    if power > 1e-150, power < 1e150 { return 1 }
    // A power of two changes no digit; the limits keep the smallest numbers above zero.
    return Double(sign: .plus, exponent: min(max(-reach.exponent, -1022), 1022), significand: 1)
  }
}

extension ScaleType {
  /// Returns a power scale: lengths grow with a power of the value; negative values mirror positive
  /// ones.
  ///
  /// The exponent must be finite and above 0. Below 1 it gives small values more room, above 1
  /// less.
  public static func power(exponent: Double) -> ScaleType {
    ScaleType(PowerTransform(exponent: exponent))
  }

  /// A square-root scale: lengths grow with the root of the value; negative values mirror positive
  /// ones.
  public static let squareRoot = ScaleType(PowerTransform(exponent: 0.5))

  /// The same as ``squareRoot``.
  public static let sqrt = squareRoot
}
