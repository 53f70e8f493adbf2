/// The type of a continuous scale: how values are transformed before they are spread over a range.
///
/// ```swift
/// let y = try ContinuousScale(.log(base: 2), domain: 1...64, range: (300, 0))
/// y.position(8)  // 150.0
/// ```
///
/// Each type is a ``ScaleTransform`` in a file of its own, which also declares its static members:
/// `.linear`, `.log`, `.squareRoot`, `.symmetricLog`, `.date` and others. A package adds a
/// type by a transform of its own.
public struct ScaleType: Sendable {
  /// The transform with its ticks and nice ends.
  public let transform: any ScaleTransform

  /// Makes a type of a transform.
  public init(_ transform: some ScaleTransform) { self.transform = transform }

  /// Whether the values are times in seconds since the start of 1970.
  public var isTime: Bool { transform.isTime }

  /// Whether bars, areas and automatic domains may be extended to zero.
  public var extendsToZero: Bool { transform.extendsToZero }

  /// Whether a value has a place on the scale.
  ///
  /// ```swift
  /// ScaleType.log.canShow(0)  // false
  /// ```
  public func canShow(_ value: Double) -> Bool { transform.canShow(value) }

  /// One clause that says which values can be shown, for messages.
  public var unshownReason: String { transform.unshownReason }

  /// Returns the domain for data of one single value; nil for a value that can't be shown.
  ///
  /// ```swift
  /// ScaleType.linear.domain(around: 3e-9)  // 1.5e-9...4.5e-9
  /// ```
  public func domain(around value: Double) -> ClosedRange<Double>? {
    canShow(value) ? transform.domain(around: value) : nil
  }

  /// Returns the smallest domain that holds all values that this type of scale can show.
  ///
  /// ```swift
  /// ScaleType.log.domain(covering: [0, 0.1, 100])  // 0.1...100
  /// ScaleType.linear.domain(covering: [5])         // 2.5...7.5
  /// ```
  ///
  /// A single value is widened by its own size, as ``domain(around:)`` does. Nil where no value can
  /// be shown.
  public func domain(covering values: some Sequence<Double>) -> ClosedRange<Double>? {
    var low = Double.infinity
    var high = -Double.infinity
    for value in values where value.isFinite && canShow(value) {
      low = min(low, value)
      high = max(high, value)
    }
    guard low <= high else { return nil }
    return low == high ? domain(around: low) : low...high
  }
}

extension ScaleType: Hashable {
  /// Whether two types have equal transforms.
  public static func == (a: ScaleType, b: ScaleType) -> Bool {
    a.transform.isEqual(to: b.transform)
  }

  /// Hashes the transform with its kind.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(Swift.type(of: transform)))
    transform.hash(into: &hasher)
  }
}

extension ScaleTransform {
  fileprivate func isEqual(to other: any ScaleTransform) -> Bool { (other as? Self) == self }
}
