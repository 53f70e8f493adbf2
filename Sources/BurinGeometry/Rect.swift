/// A rectangle with edges parallel to the axes, in a y-down space.
public struct Rect: Hashable, Sendable {
  /// The left edge.
  public var minX: Double
  /// The top edge (y grows downwards).
  public var minY: Double
  /// The right edge.
  public var maxX: Double
  /// The bottom edge (y grows downwards).
  public var maxY: Double

  /// Creates a rectangle from its edges.
  public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }

  /// Creates a rectangle from its top left corner and its size.
  public init(x: Double, y: Double, width: Double, height: Double) {
    self.init(minX: x, minY: y, maxX: x + width, maxY: y + height)
  }

  /// Creates a rectangle from its top left corner and its size.
  public init(origin: Point, size: Size) {
    self.init(x: origin.x, y: origin.y, width: size.width, height: size.height)
  }

  /// Creates a rectangle from its centre and its size.
  public init(center: Point, size: Size) {
    self.init(
      x: center.x - size.width / 2, y: center.y - size.height / 2, width: size.width,
      height: size.height)
  }

  /// Creates the smallest rectangle that contains two points.
  public init(_ a: Point, _ b: Point) {
    self.init(minX: min(a.x, b.x), minY: min(a.y, b.y), maxX: max(a.x, b.x), maxY: max(a.y, b.y))
  }

  /// The horizontal extent.
  public var width: Double { maxX - minX }
  /// The vertical extent.
  public var height: Double { maxY - minY }
  /// Width and height.
  public var size: Size { Size(width, height) }
  /// The middle.
  public var center: Point { Point(midX, midY) }
  /// The middle of the horizontal extent.
  public var midX: Double { (minX + maxX) / 2 }
  /// The middle of the vertical extent.
  public var midY: Double { (minY + maxY) / 2 }
  /// The top left corner.
  public var origin: Point { Point(minX, minY) }
  /// The area; zero where the rectangle is degenerate.
  public var area: Double { max(0, width) * max(0, height) }

  /// Returns the rectangle shrunk by insets.
  public func inset(by insets: Insets) -> Rect {
    Rect(
      minX: minX + insets.leading, minY: minY + insets.top, maxX: maxX - insets.trailing,
      maxY: maxY - insets.bottom)
  }

  /// Returns the rectangle shrunk by one distance on all sides; a negative distance enlarges it.
  public func inset(by distance: Double) -> Rect { inset(by: Insets(distance)) }

  /// Returns the rectangle moved by a vector.
  public func offset(by vector: Vector) -> Rect {
    Rect(
      minX: minX + vector.dx, minY: minY + vector.dy, maxX: maxX + vector.dx,
      maxY: maxY + vector.dy)
  }

  /// Returns the smallest rectangle that contains both.
  public func union(_ other: Rect) -> Rect {
    Rect(
      minX: min(minX, other.minX), minY: min(minY, other.minY), maxX: max(maxX, other.maxX),
      maxY: max(maxY, other.maxY))
  }

  /// Returns the common part, or nil if the rectangles share no area.
  public func intersection(_ other: Rect) -> Rect? {
    let common = Rect(
      minX: max(minX, other.minX), minY: max(minY, other.minY), maxX: min(maxX, other.maxX),
      maxY: min(maxY, other.maxY))
    return common.width > 0 && common.height > 0 ? common : nil
  }

  /// Returns whether the two rectangles share area.
  public func intersects(_ other: Rect) -> Bool {
    minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
  }

  /// Returns whether a point lies inside or on the edge.
  public func contains(_ point: Point) -> Bool {
    point.x >= minX && point.x <= maxX && point.y >= minY && point.y <= maxY
  }

  /// Returns the point of the rectangle that is nearest to a point: the point itself inside.
  ///
  /// ```swift
  /// Rect(x: 0, y: 0, width: 4, height: 2).nearest(to: Point(7, 1))  // Point(4, 1)
  /// ```
  public func nearest(to point: Point) -> Point {
    Point(min(max(point.x, minX), maxX), min(max(point.y, minY), maxY))
  }

  /// Returns whether another rectangle lies entirely inside, within a tolerance.
  public func contains(_ other: Rect, tolerance: Double = 0) -> Bool {
    other.minX >= minX - tolerance && other.maxX <= maxX + tolerance
      && other.minY >= minY - tolerance && other.maxY <= maxY + tolerance
  }

  /// Returns the smallest rectangle that contains all rectangles, or nil if there are none.
  public static func union(of rects: some Sequence<Rect>) -> Rect? {
    rects.reduce(nil) { union, rect in union?.union(rect) ?? rect }
  }
}
