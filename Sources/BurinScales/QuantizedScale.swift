/// A map from numbers to a few steps, as for a choropleth map with a legend of classes.
///
/// ```swift
/// let scale = try QuantizedScale(.log, domain: 1...1000, steps: 3)
/// scale.thresholds    // about [10.0, 100.0]
/// scale.index(of: 5)  // 0
/// ```
public struct QuantizedScale: Hashable, Sendable {
  /// The values at which one step ends and the next begins, ascending; each belongs to the latter.
  public let thresholds: [Double]
  /// The ends of the first and last step; nil if they are unbounded.
  public let domain: ClosedRange<Double>?

  /// The maximum number of steps.
  public static let limit = 10_000

  /// Creates a scale of steps that are equally wide after their ends are transformed.
  ///
  /// - Parameters:
  ///   - type: the type of the scale: how values are transformed.
  ///   - domain: the beginning of the first and end of the last step.
  ///   - steps: the number of steps, 1…``limit``.
  /// - Throws: `ScaleError` if the type can't show the domain, the number of steps is out of range,
  ///   or the domain is too narrow to be divided.
  public init(
    _ type: ScaleType = .linear, domain: ClosedRange<Double>, steps: Int
  ) throws(ScaleError) {
    guard (1...Self.limit).contains(steps) else {
      throw .parameter(
        "number of steps", Double(steps), needs: "a whole number from 1 to \(Self.limit)")
    }
    let scale = try ContinuousScale(type, domain: domain, range: (0, Double(steps)))
    let thresholds = (0..<steps).dropFirst().map { scale.value(at: Double($0)) }
    guard Self.ascends([domain.lowerBound] + thresholds + [domain.upperBound]) else {
      throw .domainEmpty(domain.lowerBound, domain.upperBound)
    }
    self.thresholds = thresholds
    self.domain = domain
  }

  /// Creates a scale of steps between given values.
  ///
  /// - Parameters:
  ///   - thresholds: finite numbers, ascending; there is one step more than thresholds.
  ///   - domain: the ends of the first and last step, for legends.
  public init(thresholds: [Double], domain: ClosedRange<Double>? = nil) throws(ScaleError) {
    if let bad = thresholds.first(where: { !$0.isFinite }) {
      throw .parameter("threshold", bad, needs: "a finite number")
    }
    for (a, b) in zip(thresholds, thresholds.dropFirst()) where a >= b {
      throw .parameter("threshold", b, needs: "a number above the one before it, \(a)")
    }
    guard thresholds.count < Self.limit else {
      throw .tooManyTicks(Double(thresholds.count), limit: Self.limit - 1)
    }
    self.thresholds = thresholds
    self.domain = domain
  }

  /// The number of steps.
  public var count: Int { thresholds.count + 1 }

  /// Returns the step of a value: outside the domain the first or last one, nil for NaN.
  public func index(of value: Double) -> Int? {
    guard !value.isNaN else { return nil }
    // Binary search for the number of thresholds at or below the value.
    var (low, high) = (0, thresholds.count)
    while low < high {
      let middle = (low + high) / 2
      if thresholds[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Returns the relative position of a value's step, from 0 for the first to 1 for the last; nil
  /// for NaN.
  ///
  /// The position of a single step is one half.
  public func fraction(_ value: Double) -> Double? {
    index(of: value).map { count > 1 ? Double($0) / Double(count - 1) : 0.5 }
  }

  /// Returns the ends of a step, infinite without a domain; nil if there is no such step.
  public func interval(at index: Int) -> ClosedRange<Double>? {
    guard (0..<count).contains(index) else { return nil }
    let low = index > 0 ? thresholds[index - 1] : domain?.lowerBound ?? -.infinity
    let high = index < thresholds.count ? thresholds[index] : domain?.upperBound ?? .infinity
    return min(low, high)...max(low, high)
  }

  private static func ascends(_ values: [Double]) -> Bool {
    zip(values, values.dropFirst()).allSatisfy { $0 < $1 }
  }
}
