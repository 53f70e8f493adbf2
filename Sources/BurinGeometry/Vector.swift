/// A displacement in the plane.
public struct Vector: Hashable, Sendable {
  /// The horizontal component.
  public var dx: Double
  /// The vertical component (down in scenes).
  public var dy: Double

  /// No displacement.
  public static let zero = Vector(0, 0)

  /// Makes a vector from its components.
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

  /// The vector turned by a quarter, clockwise as seen in a y-down space.
  public var perpendicular: Vector { Vector(-dy, dx) }

  /// The area spanned with another vector, positive where that one lies clockwise in a y-down space.
  public func cross(_ other: Vector) -> Double { dx * other.dy - dy * other.dx }

  /// The sum of two vectors.
  public static func + (a: Vector, b: Vector) -> Vector { Vector(a.dx + b.dx, a.dy + b.dy) }
  /// The difference of two vectors.
  public static func - (a: Vector, b: Vector) -> Vector { Vector(a.dx - b.dx, a.dy - b.dy) }
  /// The vector scaled by a factor.
  public static func * (a: Vector, factor: Double) -> Vector {
    Vector(a.dx * factor, a.dy * factor)
  }
  /// The opposite vector.
  public static prefix func - (a: Vector) -> Vector { Vector(-a.dx, -a.dy) }
}
