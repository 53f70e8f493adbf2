/// A linear map followed by a translation: `x' = a·x + c·y + tx`, `y' = b·x + d·y + ty`.
public struct AffineTransform: Hashable, Sendable {
  /// The coefficients, with the names used by PDF and SVG.
  public var a: Double
  /// The contribution of x to y'.
  public var b: Double
  /// The contribution of y to x'.
  public var c: Double
  /// The contribution of y to y'.
  public var d: Double
  /// The horizontal translation.
  public var tx: Double
  /// The vertical translation.
  public var ty: Double

  /// The identity transform.
  public static let identity = AffineTransform(a: 1, b: 0, c: 0, d: 1, tx: 0, ty: 0)

  /// Creates a transform from its coefficients.
  public init(a: Double, b: Double, c: Double, d: Double, tx: Double, ty: Double) {
    self.a = a
    self.b = b
    self.c = c
    self.d = d
    self.tx = tx
    self.ty = ty
  }

  /// Returns a translation.
  public static func translation(_ dx: Double, _ dy: Double) -> AffineTransform {
    AffineTransform(a: 1, b: 0, c: 0, d: 1, tx: dx, ty: dy)
  }

  /// Returns a scaling about the origin.
  public static func scale(_ sx: Double, _ sy: Double) -> AffineTransform {
    AffineTransform(a: sx, b: 0, c: 0, d: sy, tx: 0, ty: 0)
  }

  /// Returns a rotation by quarter turns about a point, clockwise for a positive count in a y-down
  /// space; exact.
  public static func quarterTurns(_ count: Int, about center: Point) -> AffineTransform {
    let (cos, sin): (Double, Double) =
      switch ((count % 4) + 4) % 4 {
      case 1: (0, 1)
      case 2: (-1, 0)
      case 3: (0, -1)
      default: (1, 0)
      }
    return AffineTransform(
      a: cos, b: sin, c: -sin, d: cos, tx: center.x - cos * center.x + sin * center.y,
      ty: center.y - sin * center.x - cos * center.y)
  }

  /// Returns the transform that applies this one first and then another.
  public func followed(by next: AffineTransform) -> AffineTransform {
    AffineTransform(
      a: a * next.a + b * next.c, b: a * next.b + b * next.d, c: c * next.a + d * next.c,
      d: c * next.b + d * next.d, tx: tx * next.a + ty * next.c + next.tx,
      ty: tx * next.b + ty * next.d + next.ty)
  }

  /// Returns the image of a point.
  public func apply(_ point: Point) -> Point {
    Point(a * point.x + c * point.y + tx, b * point.x + d * point.y + ty)
  }

  /// Returns the smallest rectangle that contains the image of a rectangle.
  public func apply(_ rect: Rect) -> Rect {
    let corners = [
      apply(Point(rect.minX, rect.minY)), apply(Point(rect.maxX, rect.minY)),
      apply(Point(rect.maxX, rect.maxY)), apply(Point(rect.minX, rect.maxY)),
    ]
    return corners.dropFirst().reduce(Rect(corners[0], corners[0])) { $0.union(Rect($1, $1)) }
  }
}
