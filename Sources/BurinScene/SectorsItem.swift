public import BurinGeometry

/// Many filled sectors around one middle in columns, painted in the order of their rows.
public struct SectorsItem: Hashable, Sendable {
  /// The middle of all sectors.
  public var center: Point
  /// The angles at which the sectors start, in degrees, clockwise from the top.
  public var start: [Double]
  /// The angles at which the sectors end, in degrees; a sector that ends where it starts or
  /// before isn't drawn.
  public var end: [Double]
  /// The inner distances from the middle, in points.
  public var inner: SceneColumn<Double>
  /// The outer distances from the middle, in points.
  public var outer: SceneColumn<Double>
  /// The colours, with their opacities.
  public var color: SceneColumn<RGBColor>
  /// The distance by which both straight edges move into a sector, in points.
  public var inset: Double
  /// The radius of rounded corners, in points; 0 for sharp ones.
  public var cornerRadius: Double

  /// Makes sectors; rows beyond the shortest column are not drawn.
  public init(
    center: Point, start: [Double], end: [Double], inner: SceneColumn<Double> = .constant(0),
    outer: SceneColumn<Double>, color: SceneColumn<RGBColor>, inset: Double = 0,
    cornerRadius: Double = 0
  ) {
    self.center = center
    self.start = start
    self.end = end
    self.inner = inner
    self.outer = outer
    self.color = color
    self.inset = inset
    self.cornerRadius = cornerRadius
  }

  /// The number of sectors.
  public var count: Int {
    min(
      start.count, end.count, inner.count ?? .max, outer.count ?? .max, color.count ?? .max)
  }

  /// Returns the outline of a row.
  public func path(_ row: Int) -> Path {
    .sector(
      center: center, from: start[row] * .pi / 180, to: end[row] * .pi / 180,
      innerRadius: inner[row], outerRadius: outer[row], inset: inset, cornerRadius: cornerRadius)
  }

  /// Returns a row as an item of its own.
  public func item(_ row: Int) -> PathItem {
    PathItem(path(row), fill: .color(color[row]))
  }

  /// Returns the point halfway between both ends of a row and between both distances.
  public func middle(_ row: Int) -> Point {
    point(start[row] / 2 + end[row] / 2, inner[row] / 2 + outer[row] / 2)
  }

  /// Returns the point at an angle in degrees and a distance from the middle.
  public func point(_ angle: Double, _ distance: Double) -> Point {
    center + Vector(clockwiseFromTop: angle * .pi / 180) * distance
  }

  /// Returns the rectangle of a row; the middle alone for a row that isn't drawn.
  public func bounds(_ row: Int) -> Rect {
    path(row).bounds ?? Rect(center, center)
  }

  /// The smallest rectangle that holds all rows; nil for none.
  public var bounds: Rect? { Rect.union(of: (0..<count).lazy.compactMap { path($0).bounds }) }

  /// The sectors moved by a vector.
  public func offset(by vector: Vector) -> SectorsItem {
    var item = self
    item.center = center + vector
    return item
  }
}
