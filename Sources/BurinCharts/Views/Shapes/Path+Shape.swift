public import BurinGeometry

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
