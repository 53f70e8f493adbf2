/// A map from numbers to fractions from 0 to 1, as for colours from light to dark.
///
/// ```swift
/// let scale = try SequentialScale(.log, domain: 1...10_000)
/// scale.fraction(100)  // 0.5
/// ```
public struct SequentialScale: Hashable, Sendable {
  private let scale: ContinuousScale

  /// Creates a scale.
  ///
  /// - Parameters:
  ///   - type: the type of the scale: how values are transformed.
  ///   - domain: the values with the fractions 0 and 1; the first may be larger.
  public init(_ type: ScaleType = .linear, domain: (Double, Double)) throws(ScaleError) {
    scale = try ContinuousScale(type, domain: domain, range: (0, 1), clamp: true)
  }

  /// Creates a scale whose domain ascends.
  public init(_ type: ScaleType = .linear, domain: ClosedRange<Double>) throws(ScaleError) {
    try self.init(type, domain: (domain.lowerBound, domain.upperBound))
  }

  /// The type of the scale: how values are transformed.
  public var type: ScaleType { scale.type }

  /// The domain in ascending order.
  public var domain: ClosedRange<Double> { scale.domain }

  /// Returns the fraction of a value: outside the domain that of the nearer end, nil for NaN.
  public func fraction(_ value: Double) -> Double? {
    let fraction = scale.position(value)
    return fraction.isNaN ? nil : fraction
  }

  /// Returns the value at a fraction, as for the labels of a colour bar.
  ///
  /// A fraction outside 0…1 is treated as the nearer end; NaN returns NaN.
  public func value(at fraction: Double) -> Double { scale.value(at: fraction) }

  /// Returns the format that suits values of the scale best.
  public func format(for values: [Double]) -> NumberFormat { scale.format(for: values) }

  /// Returns the best ticks of the domain.
  public func ticks(
    targetCount: Double = 5, integersOnly: Bool = false,
    legibility: (_ candidate: [Double]) -> Double = { _ in 1 }
  ) -> Ticks {
    scale.ticks(targetCount: targetCount, integersOnly: integersOnly, legibility: legibility)
  }
}
