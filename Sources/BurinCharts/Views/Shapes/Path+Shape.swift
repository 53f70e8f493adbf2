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
  /// Adds a quadratic Bézier segment.
  public mutating func addQuadCurve(to end: Point, control: Point) {
    quadratic(from: currentPoint ?? control, control, to: end)
  }
  /// Adds a part of a circle, after a straight segment to its start.
  ///
  /// - Parameters:
  ///   - center: the middle of the circle.
  ///   - radius: its radius, in points.
  ///   - startAngle: the direction of the start, from the right and growing clockwise on the page.
  ///   - endAngle: the direction of the end.
  ///   - clockwise: whether angles fall from start to end, which is anticlockwise on the page, where
  ///     y grows downwards.
  public mutating func addArc(
    center: Point, radius: Double, startAngle: Angle, endAngle: Angle, clockwise: Bool
  ) {
    let (start, turn) = (startAngle.radians, 2 * Double.pi)
    var sweep = (endAngle.radians - start) * (clockwise ? -1 : 1)
    guard start.isFinite, sweep.isFinite, radius.isFinite, radius >= 0 else { return }
    if sweep < 0 { sweep -= (sweep / turn).rounded(.down) * turn }
    sweep = min(sweep, turn) * (clockwise ? -1 : 1)
    // Sectors count from the top.
    addArc(around: center, radius, from: start + .pi / 2, to: start + .pi / 2 + sweep)
  }
  /// Adds a closed rectangle with round corners.
  public mutating func addRoundedRect(
    in rect: Rect, cornerSize: Size, style: RoundedCornerStyle = .continuous
  ) { append(.roundedRect(rect, radius: min(cornerSize.width, cornerSize.height))) }
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
  /// The end of the last segment; nil where no subpath is open.
  public var currentPoint: Point? {
    switch elements.last {
    case .move(let point)?, .line(let point)?, .cubic(_, _, let point)?: point
    case .close?, nil: nil
    }
  }
  /// Returns the image of the path under a transform.
  public func applying(_ transform: AffineTransform) -> Path { transformed(by: transform) }

  /// Creates a closed rectangle.
  public init(_ rect: Rect) { self = .rect(rect) }
  /// Creates a closed ellipse that fills a rectangle.
  public init(ellipseIn rect: Rect) { self = .ellipse(in: rect) }
  /// Creates a closed rectangle with round corners.
  public init(
    roundedRect rect: Rect, cornerRadius: Double, style: RoundedCornerStyle = .continuous
  ) { self = .roundedRect(rect, radius: cornerRadius) }
}
