/// A map from numbers to fractions from 0 to 1, with one half at a middle value.
///
/// ```swift
/// let scale = try DivergingScale(domain: -10...30, middle: 0)
/// scale.fraction(0)    // 0.5
/// scale.fraction(-10)  // 0.0, and 0.333… for a balanced scale
/// ```
public struct DivergingScale: Hashable, Sendable {
  /// The type of the scale: how values are transformed.
  public let type: ScaleType
  /// The value with the fraction one half.
  public let middle: Double
  /// The value with the fraction 0.
  public let low: Double
  /// The value with the fraction 1.
  public let high: Double
  /// Whether equal distances from the middle change the fraction equally on both sides.
  public let isBalanced: Bool
  private let below: ContinuousScale
  private let above: ContinuousScale
  /// The fraction of each half that is used.
  private let reach: (below: Double, above: Double)

  /// Creates a scale.
  ///
  /// - Parameters:
  ///   - type: the type of the scale: how values are transformed.
  ///   - domain: the values at the ends, ascending.
  ///   - middle: a value strictly between the ends.
  ///   - isBalanced: whether the shorter side uses only its share of its half, so that colours on
  ///     both sides are comparable.
  /// - Throws: `ScaleError` if the type can't show the domain or the middle isn't between its ends.
  public init(
    _ type: ScaleType = .linear, domain: ClosedRange<Double>, middle: Double,
    isBalanced: Bool = false
  ) throws(ScaleError) {
    let (low, high) = (domain.lowerBound, domain.upperBound)
    let whole = try ContinuousScale(type, domain: domain, range: (0, 1))
    guard middle > low, middle < high else {
      throw .parameter("middle", middle, needs: "a number between \(low) and \(high)")
    }
    self.type = type
    self.middle = middle
    (self.low, self.high) = (low, high)
    self.isBalanced = isBalanced
    below = try ContinuousScale(type, domain: (low, middle), range: (0, 0.5), clamp: true)
    above = try ContinuousScale(type, domain: (middle, high), range: (0.5, 1), clamp: true)
    let share = whole.position(middle)
    let longer = max(share, 1 - share)
    reach = isBalanced ? (share / longer, (1 - share) / longer) : (1, 1)
  }

  /// Returns the fraction of a value: outside the domain that of the nearer end, nil for NaN.
  public func fraction(_ value: Double) -> Double? {
    let isBelow = value < middle
    let position = (isBelow ? below : above).position(value)
    guard !position.isNaN else { return nil }
    return 0.5 + (position - 0.5) * (isBelow ? reach.below : reach.above)
  }

  /// Returns the value at a fraction, as for the labels of a colour bar.
  ///
  /// A fraction beyond those of the ends is treated as the nearer one; NaN returns NaN.
  public func value(at fraction: Double) -> Double {
    fraction < 0.5
      ? below.value(at: 0.5 + (fraction - 0.5) / reach.below)
      : above.value(at: 0.5 + (fraction - 0.5) / reach.above)
  }
}

extension DivergingScale {
  /// Returns whether two scales have the same type, ends, middle and balance.
  public static func == (a: DivergingScale, b: DivergingScale) -> Bool {
    a.type == b.type && a.low == b.low && a.middle == b.middle && a.high == b.high
      && a.isBalanced == b.isBalanced
  }

  /// Hashes the type, ends, middle and balance.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(type)
    for value in [low, middle, high] { hasher.combine(value) }
    hasher.combine(isBalanced)
  }
}
