extension Path {
  /// The distance of a Bézier circle's control points from its nodes, in radii (error below 0.03
  /// %).
  private static let circleControl = 0.552_284_749_830_793_4

  /// Returns a straight segment.
  public static func segment(_ start: Point, _ end: Point) -> Path {
    Path(elements: [.move(start), .line(end)])
  }

  /// Straight segments through points; empty for fewer than two.
  public static func polyline(_ points: [Point], closed: Bool = false) -> Path {
    guard points.count > 1 else { return Path() }
    var elements: [Element] = [.move(points[0])]
    elements.reserveCapacity(points.count + 1)
    for point in points.dropFirst() { elements.append(.line(point)) }
    if closed { elements.append(.close) }
    return Path(elements: elements)
  }

  /// Returns a closed rectangle.
  public static func rect(_ rect: Rect) -> Path {
    polyline(
      [
        Point(rect.minX, rect.minY), Point(rect.maxX, rect.minY), Point(rect.maxX, rect.maxY),
        Point(rect.minX, rect.maxY),
      ], closed: true)
  }

  /// Returns a closed ellipse that fills a rectangle.
  public static func ellipse(in rect: Rect) -> Path {
    let (cx, cy) = (rect.midX, rect.midY)
    let (rx, ry) = (rect.width / 2, rect.height / 2)
    let (kx, ky) = (rx * circleControl, ry * circleControl)
    return Path(elements: [
      .move(Point(cx + rx, cy)),
      .cubic(Point(cx + rx, cy + ky), Point(cx + kx, cy + ry), Point(cx, cy + ry)),
      .cubic(Point(cx - kx, cy + ry), Point(cx - rx, cy + ky), Point(cx - rx, cy)),
      .cubic(Point(cx - rx, cy - ky), Point(cx - kx, cy - ry), Point(cx, cy - ry)),
      .cubic(Point(cx + kx, cy - ry), Point(cx + rx, cy - ky), Point(cx + rx, cy)),
      .close,
    ])
  }

  /// Returns a circle.
  public static func circle(_ center: Point, radius: Double) -> Path {
    ellipse(in: Rect(center: center, size: Size(2 * radius, 2 * radius)))
  }

  /// Which corners of a rectangle are rounded.
  public struct Corners: OptionSet, Hashable, Sendable {
    /// The set's bits.
    public let rawValue: Int
    /// Creates a set from its bits.
    public init(rawValue: Int) { self.rawValue = rawValue }
    /// The corner at the smallest x and y.
    public static let topLeading = Corners(rawValue: 1)
    /// The corner at the largest x and smallest y.
    public static let topTrailing = Corners(rawValue: 2)
    /// The corner at the largest x and y.
    public static let bottomTrailing = Corners(rawValue: 4)
    /// The corner at the smallest x and largest y.
    public static let bottomLeading = Corners(rawValue: 8)
    /// All four corners.
    public static let all: Corners = [.topLeading, .topTrailing, .bottomTrailing, .bottomLeading]
    /// Both upper corners.
    public static let top: Corners = [.topLeading, .topTrailing]
    /// Both lower corners.
    public static let bottom: Corners = [.bottomTrailing, .bottomLeading]
  }

  /// Returns a rectangle with some of its corners rounded; the radius is cut to half of the shorter
  /// side.
  public static func roundedRect(_ rect: Rect, radius: Double, corners: Corners = .all) -> Path {
    let r = max(0, min(radius, rect.width / 2, rect.height / 2))
    guard r > 0, !corners.isEmpty else { return .rect(rect) }
    let k = r * (1 - circleControl)
    let (x0, y0, x1, y1) = (rect.minX, rect.minY, rect.maxX, rect.maxY)
    var path = Path()
    path.move(to: Point(x0 + (corners.contains(.topLeading) ? r : 0), y0))
    if corners.contains(.topTrailing) {
      path.line(to: Point(x1 - r, y0))
      path.cubic(Point(x1 - k, y0), Point(x1, y0 + k), to: Point(x1, y0 + r))
    } else {
      path.line(to: Point(x1, y0))
    }
    if corners.contains(.bottomTrailing) {
      path.line(to: Point(x1, y1 - r))
      path.cubic(Point(x1, y1 - k), Point(x1 - k, y1), to: Point(x1 - r, y1))
    } else {
      path.line(to: Point(x1, y1))
    }
    if corners.contains(.bottomLeading) {
      path.line(to: Point(x0 + r, y1))
      path.cubic(Point(x0 + k, y1), Point(x0, y1 - k), to: Point(x0, y1 - r))
    } else {
      path.line(to: Point(x0, y1))
    }
    if corners.contains(.topLeading) {
      path.line(to: Point(x0, y0 + r))
      path.cubic(Point(x0, y0 + k), Point(x0 + k, y0), to: Point(x0 + r, y0))
    }
    path.close()
    return path
  }
}
