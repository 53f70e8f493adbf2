/// A monotone map from numbers to positions.
///
/// ```swift
/// let x = try ContinuousScale(.linear, domain: 0...10, range: (40, 440))
/// x.position(2.5)  // 140.0
/// x.value(at: 140) // 2.5
/// ```
///
/// The domain may run backwards, and so may the range (as for y in a y-down space).
public struct ContinuousScale: Hashable, Sendable {
  /// The type of the scale: how values are transformed.
  public let type: ScaleType
  /// The value at the start of the range.
  public let domainStart: Double
  /// The value at the end of the range.
  public let domainEnd: Double
  /// The position of the first end of the domain, in points.
  public let rangeStart: Double
  /// The position of the second end of the domain, in points.
  public let rangeEnd: Double
  /// Whether values outside the domain are placed at the nearer end.
  public let clamp: Bool

  private let isIdentity: Bool
  private let prescale: Double
  private let transformedStart: Double
  private let transformedSpan: Double

  /// Creates a scale whose domain may run backwards.
  ///
  /// - type: the type of the scale: how values are transformed.
  ///   - domain: the values at the two ends of the range: finite, different, and representable by
  ///     the type.
  ///     can show them.
  ///   - range: the positions of the ends, in points.
  ///   - clamp: whether values outside the domain are placed at the nearer end.
  public init(
    _ type: ScaleType, domain: (Double, Double), range: (Double, Double), clamp: Bool = false
  ) throws(ScaleError) {
    let (start, end) = domain
    guard start.isFinite, end.isFinite else { throw .domainNotFinite(start, end) }
    guard range.0.isFinite, range.1.isFinite else { throw .rangeNotFinite(range.0, range.1) }
    guard start != end else { throw .domainEmpty(start, end) }
    let transform = type.transform
    let ascending = min(start, end)...max(start, end)
    try transform.validate(domain: ascending)
    guard transform.canShow(start), transform.canShow(end) else {
      throw .domainUnshown(start, end, reason: transform.unshownReason)
    }
    self.type = type
    (domainStart, domainEnd) = domain
    (rangeStart, rangeEnd) = range
    self.clamp = clamp
    isIdentity = transform.isIdentity
    prescale = transform.prescale(for: ascending)
    transformedStart = transform.transform(start * prescale)
    transformedSpan = transform.transform(end * prescale) - transformedStart
    guard transformedSpan != 0, transformedSpan.isFinite else { throw .domainEmpty(start, end) }
  }

  /// Creates a scale whose domain runs forwards.
  public init(
    _ type: ScaleType, domain: ClosedRange<Double>, range: (Double, Double), clamp: Bool = false
  ) throws(ScaleError) {
    try self.init(
      type, domain: (domain.lowerBound, domain.upperBound), range: range, clamp: clamp)
  }

  /// The domain in ascending order.
  public var domain: ClosedRange<Double> {
    min(domainStart, domainEnd)...max(domainStart, domainEnd)
  }

  /// Whether larger values have larger positions.
  public var isAscending: Bool { (domainStart < domainEnd) == (rangeStart < rangeEnd) }

  /// Returns the position of a value, in the units of the range.
  ///
  /// Values beyond the domain lie beyond the range (infinitely far for infinities, and for 0 on a
  /// logarithmic scale) unless the scale clamps. The position of NaN is NaN, and so is the position
  /// of a negative value on a logarithmic scale.
  public func position(_ value: Double) -> Double {
    if value == domainStart { return rangeStart }
    if value == domainEnd { return rangeEnd }
    let scaled = value * prescale
    let transformed = isIdentity ? scaled : type.transform.transform(scaled)
    var fraction = (transformed - transformedStart) / transformedSpan
    guard clamp else { return interpolated(fraction) }
    // Clamp a value without a position to the end beyond which it lies.
    if fraction.isNaN, !value.isNaN {
      fraction = (value < domain.lowerBound) == (domainStart < domainEnd) ? 0 : 1
    }
    return fraction.isNaN ? .nan : interpolated(min(max(fraction, 0), 1))
  }

  /// Returns the positions of many values.
  package func positions(of values: [Double]) -> [Double] {
    guard isIdentity, !clamp else { return values.map(position) }
    return values.map { value in
      if value == domainStart { return rangeStart }
      if value == domainEnd { return rangeEnd }
      return interpolated((value * prescale - transformedStart) / transformedSpan)
    }
  }

  /// Returns the value at a position.
  ///
  /// ```swift
  /// let y = try ContinuousScale(.log(), domain: 1...100, range: (200, 0))
  /// y.value(at: 100)  // 10.0
  /// ```
  public func value(at position: Double) -> Double {
    if position == rangeStart { return domainStart }
    if position == rangeEnd { return domainEnd }
    guard rangeStart != rangeEnd else { return position.isNaN ? .nan : domainStart }
    var fraction = (position - rangeStart) / (rangeEnd - rangeStart)
    if fraction.isInfinite, position.isFinite {
      fraction = (position / 2 - rangeStart / 2) / (rangeEnd / 2 - rangeStart / 2)
    }
    if clamp { fraction = min(max(fraction, 0), 1) }
    if fraction.isNaN { return .nan }
    let value = unclamped(fraction)
    // Rounding must not carry a position within the range out of the domain.
    return fraction >= 0 && fraction <= 1
      ? min(max(value, domain.lowerBound), domain.upperBound) : value
  }

  /// Returns the same scale over another range.
  public func withRange(_ range: (Double, Double)) throws(ScaleError) -> ContinuousScale {
    try ContinuousScale(type, domain: (domainStart, domainEnd), range: range, clamp: clamp)
  }

  private func interpolated(_ fraction: Double) -> Double {
    if fraction >= 0 && fraction <= 1 {
      return rangeStart * (1 - fraction) + rangeEnd * fraction
    }
    let length = span(from: rangeStart, to: rangeEnd)
    return length == 0 ? rangeStart : rangeStart + length * fraction
  }

  /// Returns the value at a fraction of the range, before rounding is undone.
  private func unclamped(_ fraction: Double) -> Double {
    guard isIdentity else {
      return type.transform.inverse(transformedStart + transformedSpan * fraction) / prescale
    }
    if fraction >= 0 && fraction <= 1 {
      return domainStart * (1 - fraction) + domainEnd * fraction
    }
    return domainStart + span(from: domainStart, to: domainEnd) * fraction
  }
}

/// Returns the difference of two numbers, limited to the largest finite number if both are finite.
private func span(from start: Double, to end: Double) -> Double {
  let difference = end - start
  guard difference.isInfinite, start.isFinite, end.isFinite else { return difference }
  return difference > 0 ? .greatestFiniteMagnitude : -.greatestFiniteMagnitude
}
