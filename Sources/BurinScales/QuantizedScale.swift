/// A map from numbers to a few steps, as for colours of a map with a legend of classes.
///
/// ```swift
/// let scale = try QuantizedScale(.log, domain: 1...1000, steps: 3)
/// scale.thresholds    // about [10.0, 100.0]
/// scale.index(of: 5)  // 0
/// ```
public struct QuantizedScale: Hashable, Sendable {
  /// The values at which a step ends and the next begins, ascending; they belong to the latter.
  public let thresholds: [Double]
  /// The ends of the first and last step; nil where they reach as far as there are numbers.
  public let domain: ClosedRange<Double>?

  /// The most steps.
  public static let limit = 10_000

  /// Makes a scale of steps that are equally wide once their ends are transformed.
  ///
  /// - Parameters:
  ///   - type: how values are transformed.
  ///   - domain: the beginning of the first and end of the last step.
  ///   - steps: their number, 1…``limit``.
  /// - Throws: `ScaleError` for a domain that the type can't show, for another number of steps, and
  ///   for a domain too narrow to be divided.
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

  /// Makes a scale of steps between given values.
  ///
  /// - Parameters:
  ///   - thresholds: finite numbers, ascending; one step more than they are.
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

  /// Returns the step of a value, the first or last one outside of the domain; nil for NaN.
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

  /// Returns the place of a value's step from the first, 0, to the last, 1; nil for NaN.
  ///
  /// A single step is at one half.
  public func fraction(_ value: Double) -> Double? {
    index(of: value).map { count > 1 ? Double($0) / Double(count - 1) : 0.5 }
  }

  /// Returns the ends of a step, infinite without a domain; nil where there is no such step.
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
