/// The transform of square-root scales: sign(v)·√|v|.
public struct SquareRootTransform: ScaleTransform {
  /// Makes the transform.
  public init() {}

  /// Returns the root of a value's magnitude with the value's sign.
  public func transform(_ value: Double) -> Double {
    value < 0 ? -(-value).squareRoot() : value.squareRoot()
  }

  /// Returns the square of a root with the root's sign.
  public func inverse(_ transformed: Double) -> Double {
    transformed < 0 ? -(transformed * transformed) : transformed * transformed
  }
}

extension ScaleType {
  /// Lengths grow with the square root of the value; negative values mirror positive ones.
  public static let squareRoot = ScaleType(SquareRootTransform())

  /// The same as ``squareRoot``.
  public static let sqrt = squareRoot
}
