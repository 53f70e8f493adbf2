/// A displacement in the plane.
public struct Vector: Hashable, Sendable {
  /// The horizontal component.
  public var dx: Double
  /// The vertical component (down in scenes).
  public var dy: Double

  /// No displacement.
  public static let zero = Vector(0, 0)

  /// Creates a vector from its components.
  public init(_ dx: Double, _ dy: Double) {
    self.dx = dx
    self.dy = dy
  }

  /// The Euclidean length.
  public var length: Double { (dx * dx + dy * dy).squareRoot() }

  /// The vector of length one in the same direction; the zero vector stays zero.
  public var normalized: Vector {
    let length = self.length
    return length > 0 ? Vector(dx / length, dy / length) : .zero
  }

  /// The vector rotated by a quarter turn, clockwise in a y-down space.
  public var perpendicular: Vector { Vector(-dy, dx) }

  /// Returns the signed area spanned with another vector, positive if that one lies clockwise in a
  /// y-down space.
  public func cross(_ other: Vector) -> Double { dx * other.dy - dy * other.dx }

  /// Returns the scalar product with another vector: zero for a right angle.
  public func dot(_ other: Vector) -> Double { dx * other.dx + dy * other.dy }

  /// Returns the sum of two vectors.
  public static func + (a: Vector, b: Vector) -> Vector { Vector(a.dx + b.dx, a.dy + b.dy) }
  /// Returns the difference of two vectors.
  public static func - (a: Vector, b: Vector) -> Vector { Vector(a.dx - b.dx, a.dy - b.dy) }
  /// Returns the vector scaled by a factor.
  public static func * (a: Vector, factor: Double) -> Vector {
    Vector(a.dx * factor, a.dy * factor)
  }
  /// Returns the opposite vector.
  public static prefix func - (a: Vector) -> Vector { Vector(-a.dx, -a.dy) }
}
