public import BurinGeometry

/// Many filled rectangles in columns, such as bars or cells, painted in the order of their rows.
public struct RectsItem: Hashable, Sendable {
  /// The left edges, in points.
  public var minX: [Double]
  /// The top edges, in points.
  public var minY: [Double]
  /// The right edges, in points.
  public var maxX: [Double]
  /// The bottom edges, in points.
  public var maxY: [Double]
  /// The colours, with their opacities.
  public var color: SceneColumn<RGBColor>
  /// The radius of rounded corners, in points; 0 for square ones.
  public var cornerRadius: Double
  /// The corners that are rounded.
  public var corners: SceneColumn<Path.Corners>

  /// Makes rectangles; rows beyond the shortest column are not drawn.
  public init(
    minX: [Double], minY: [Double], maxX: [Double], maxY: [Double], color: SceneColumn<RGBColor>,
    cornerRadius: Double = 0, corners: SceneColumn<Path.Corners> = .constant(.all)
  ) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
    self.color = color
    self.cornerRadius = cornerRadius
    self.corners = corners
  }

  /// The number of rectangles.
  public var count: Int {
    min(
      minX.count, minY.count, maxX.count, maxY.count, color.count ?? .max, corners.count ?? .max)
  }

  /// Returns a row's rectangle.
  public func rect(_ row: Int) -> Rect {
    Rect(minX: minX[row], minY: minY[row], maxX: maxX[row], maxY: maxY[row])
  }

  /// Returns a row as an item of its own.
  public func item(_ row: Int) -> PathItem {
    PathItem(
      .roundedRect(rect(row), radius: cornerRadius, corners: corners[row]),
      fill: .color(color[row]))
  }

  /// The smallest rectangle that holds all rows; nil for none.
  public var bounds: Rect? {
    let count = self.count
    guard count > 0 else { return nil }
    var bounds = rect(0)
    for row in 1..<max(count, 1) {
      bounds.minX = min(bounds.minX, minX[row])
      bounds.minY = min(bounds.minY, minY[row])
      bounds.maxX = max(bounds.maxX, maxX[row])
      bounds.maxY = max(bounds.maxY, maxY[row])
    }
    return bounds
  }

  /// The rectangles moved by a vector.
  public func offset(by vector: Vector) -> RectsItem {
    var item = self
    item.minX = minX.map { $0 + vector.dx }
    item.maxX = maxX.map { $0 + vector.dx }
    item.minY = minY.map { $0 + vector.dy }
    item.maxY = maxY.map { $0 + vector.dy }
    return item
  }
}
