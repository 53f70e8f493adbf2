/// The type of a continuous scale: how values are transformed before they are spread over a range.
///
/// ```swift
/// let y = try ContinuousScale(.log(base: 2), domain: 1...64, range: (300, 0))
/// y.position(8)  // 150.0
/// ```
///
/// Each type is a ``ScaleTransform`` in a file of its own, which also declares its static members:
/// `.linear`, `.log`, `.squareRoot`, `.symmetricLog`, `.date` and others. A package adds a type
/// with a transform of its own.
public struct ScaleType: Sendable {
  /// The transform with its ticks and nice ends.
  public let transform: any ScaleTransform

  /// Creates a type from a transform.
  public init(_ transform: some ScaleTransform) { self.transform = transform }

  /// Whether the values are times in seconds since the start of 1970.
  public var isTime: Bool { transform.isTime }

  /// Whether bars, areas and automatic domains may be extended to zero.
  public var extendsToZero: Bool { transform.extendsToZero }

  /// Returns whether a value has a position on the scale.
  ///
  /// ```swift
  /// ScaleType.log.canShow(0)  // false
  /// ```
  public func canShow(_ value: Double) -> Bool { transform.canShow(value) }

  /// One clause that states which values can be shown, for messages.
  public var unshownReason: String { transform.unshownReason }

  /// Returns the domain for data of a single value; nil for a value that can't be shown.
  ///
  /// ```swift
  /// ScaleType.linear.domain(around: 3e-9)  // 1.5e-9...4.5e-9
  /// ```
  public func domain(around value: Double) -> ClosedRange<Double>? {
    guard canShow(value) else { return nil }
    let domain = transform.domain(around: value)
    // A value that the transform can't distinguish from zero has the domain of zero.
    guard isTransformedToOne(domain.lowerBound, domain.upperBound), canShow(0) else {
      return domain
    }
    let zero = transform.domain(around: 0)
    if zero.contains(value) { return zero }
    let mirrored = -zero.upperBound...zero.upperBound
    return mirrored.contains(value) && canShow(mirrored.lowerBound) ? mirrored : domain
  }

  /// Returns the smallest domain that contains all values that this type of scale can show.
  ///
  /// ```swift
  /// ScaleType.log.domain(covering: [0, 0.1, 100])  // 0.1...100
  /// ScaleType.linear.domain(covering: [5])         // 2.5...7.5
  /// ```
  ///
  /// A single value is widened by its own size, as in ``domain(around:)``, and so are values that
  /// differ only by rounding or have the same transform. Nil if no value can be shown.
  public func domain(covering values: some Sequence<Double>) -> ClosedRange<Double>? {
    var low = Double.infinity
    var high = -Double.infinity
    for value in values where value.isFinite && canShow(value) {
      low = min(low, value)
      high = max(high, value)
    }
    guard low <= high else { return nil }
    // 0.1 + 0.2 and 0.3 differ by one unit in the last place, sums of a few numbers by several.
    let isRounding = high / 2 - low / 2 <= 2 * max(low.magnitude, high.magnitude).ulp
    guard isRounding || isTransformedToOne(low, high), let wider = domain(around: low) else {
      return low...high
    }
    return min(wider.lowerBound, low)...max(wider.upperBound, high)
  }

  /// Returns whether two values in order have the same transform.
  private func isTransformedToOne(_ low: Double, _ high: Double) -> Bool {
    let factor = transform.prescale(for: low...high)
    return !(transform.transform(low * factor) < transform.transform(high * factor))
  }
}

extension ScaleType: Hashable {
  /// Returns whether two types have equal transforms.
  public static func == (a: ScaleType, b: ScaleType) -> Bool {
    a.transform.isEqual(to: b.transform)
  }

  /// Hashes the transform and its type.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(Swift.type(of: transform)))
    transform.hash(into: &hasher)
  }
}

extension ScaleTransform {
  fileprivate func isEqual(to other: any ScaleTransform) -> Bool { (other as? Self) == self }
}
