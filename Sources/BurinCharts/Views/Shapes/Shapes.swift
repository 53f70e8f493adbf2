public import BurinGeometry

/// The form of rounded corners, which are arcs of circles in either case.
public enum RoundedCornerStyle: Hashable, Sendable { case circular, continuous }

/// A circle in the middle of its rectangle.
public struct Circle: Shape {
  /// Creates a circle.
  public init() {}
  /// Returns the largest circle in the middle of a rectangle.
  public func path(in rect: Rect) -> Path {
    .circle(rect.center, radius: min(rect.width, rect.height) / 2)
  }
}

/// An ellipse that fills its rectangle.
public struct Ellipse: Shape {
  /// Creates an ellipse.
  public init() {}
  /// Returns the ellipse that fills a rectangle.
  public func path(in rect: Rect) -> Path { .ellipse(in: rect) }
}

/// A rectangle.
public struct Rectangle: Shape {
  /// Creates a rectangle.
  public init() {}
  /// Returns the rectangle.
  public func path(in rect: Rect) -> Path { .rect(rect) }
}

/// A rectangle with rounded corners.
public struct RoundedRectangle: Shape {
  /// The radii of the corners along x and y, in points; corners are as round as the smaller one.
  public var cornerSize: Size

  /// Creates a rectangle with corners of a radius, in points.
  public init(cornerRadius: Double, style: RoundedCornerStyle = .continuous) {
    cornerSize = Size(cornerRadius, cornerRadius)
  }

  /// Returns the rectangle with its corners rounded.
  public func path(in rect: Rect) -> Path {
    .roundedRect(rect, radius: min(cornerSize.width, cornerSize.height))
  }
}

/// A rectangle whose shorter sides are half circles.
public struct Capsule: Shape {
  /// Creates a capsule.
  public init(style: RoundedCornerStyle = .continuous) {}
  /// Returns the capsule that fills a rectangle.
  public func path(in rect: Rect) -> Path {
    .roundedRect(rect, radius: min(rect.width, rect.height) / 2)
  }
}

/// A rectangle with a radius for each corner.
public struct UnevenRoundedRectangle: Shape {
  /// The radii in points, clockwise from the upper left corner.
  var radii: [Double]

  /// Creates a rectangle with a radius for each corner, in points.
  public init(
    topLeadingRadius: Double = 0, bottomLeadingRadius: Double = 0,
    bottomTrailingRadius: Double = 0, topTrailingRadius: Double = 0,
    style: RoundedCornerStyle = .continuous
  ) {
    radii = [topLeadingRadius, topTrailingRadius, bottomTrailingRadius, bottomLeadingRadius]
  }

  /// Returns the rectangle with its corners rounded.
  public func path(in rect: Rect) -> Path {
    let limit = max(0, min(rect.width, rect.height) / 2)
    let r = radii.map { max(0, min($0, limit)) }
    // The distance of a Bézier circle's control points from the corner, in radii.
    let k = r.map { $0 * (1 - 0.552_284_749_830_793_4) }
    let (x0, y0, x1, y1) = (rect.minX, rect.minY, rect.maxX, rect.maxY)
    var path = Path()
    path.move(to: Point(x0 + r[0], y0))
    path.line(to: Point(x1 - r[1], y0))
    path.cubic(Point(x1 - k[1], y0), Point(x1, y0 + k[1]), to: Point(x1, y0 + r[1]))
    path.line(to: Point(x1, y1 - r[2]))
    path.cubic(Point(x1, y1 - k[2]), Point(x1 - k[2], y1), to: Point(x1 - r[2], y1))
    path.line(to: Point(x0 + r[3], y1))
    path.cubic(Point(x0 + k[3], y1), Point(x0, y1 - k[3]), to: Point(x0, y1 - r[3]))
    path.line(to: Point(x0, y0 + r[0]))
    path.cubic(Point(x0, y0 + k[0]), Point(x0 + k[0], y0), to: Point(x0 + r[0], y0))
    path.close()
    return path
  }
}

/// A path as a shape: in the coordinates of its rectangle, whose top left corner is at zero.
extension Path: Shape {
  /// Returns the path moved to the top left corner of a rectangle.
  public func path(in rect: Rect) -> Path { offset(by: Vector(rect.minX, rect.minY)) }

  /// Creates a path with a pen.
  ///
  /// ```swift
  /// Path { path in
  ///   path.move(to: Point(0, 0))
  ///   path.addLine(to: Point(10, 10))
  /// }
  /// ```
  public init(_ draw: (inout Path) -> Void) {
    self.init()
    draw(&self)
  }

  /// Adds a straight segment.
  public mutating func addLine(to point: Point) { line(to: point) }
  /// Adds a cubic Bézier segment.
  public mutating func addCurve(to end: Point, control1: Point, control2: Point) {
    cubic(control1, control2, to: end)
  }
  /// Adds straight segments through points, from the first one.
  public mutating func addLines(_ points: [Point]) { append(.polyline(points)) }
  /// Adds a closed rectangle.
  public mutating func addRect(_ rect: Rect) { append(.rect(rect)) }
  /// Adds a closed ellipse that fills a rectangle.
  public mutating func addEllipse(in rect: Rect) { append(.ellipse(in: rect)) }
  /// Adds all elements of another path.
  public mutating func addPath(_ path: Path) { append(path) }
  /// Closes the current subpath.
  public mutating func closeSubpath() { close() }
}
