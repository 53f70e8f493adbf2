public import BurinGeometry

/// Many points in columns, painted in the order of their rows.
///
/// ```swift
/// PointsItem(
///   x: xs, y: ys, symbol: .constant(.circle), diameter: .constant(4), color: .constant(.black))
/// ```
public struct PointsItem: Hashable, Sendable {
  /// The middles, in points from the left.
  public var x: [Double]
  /// The middles, in points from the top.
  public var y: [Double]
  /// The forms.
  public var symbol: SceneColumn<PointSymbol>
  /// The diameters of discs of the points' sizes, in points.
  public var diameter: SceneColumn<Double>
  /// The colours, with their opacities.
  public var color: SceneColumn<RGBColor>

  /// Makes points; rows beyond the shortest column are not drawn.
  public init(
    x: [Double], y: [Double], symbol: SceneColumn<PointSymbol>, diameter: SceneColumn<Double>,
    color: SceneColumn<RGBColor>
  ) {
    self.x = x
    self.y = y
    self.symbol = symbol
    self.diameter = diameter
    self.color = color
  }

  /// The number of points.
  public var count: Int {
    min(
      x.count, y.count, symbol.count ?? .max, diameter.count ?? .max, color.count ?? .max)
  }

  /// Returns a row as an item of its own.
  public func item(_ row: Int) -> PathItem {
    let side = diameter[row]
    return symbol[row].item(
      in: Rect(center: Point(x[row], y[row]), size: Size(side, side)), color: color[row])
  }

  /// Returns the rectangle that a row's symbol fills.
  public func bounds(_ row: Int) -> Rect {
    let (extent, r) = (symbol[row].extent, diameter[row] / 2)
    return Rect(
      minX: x[row] + extent.minX * r, minY: y[row] + extent.minY * r,
      maxX: x[row] + extent.maxX * r, maxY: y[row] + extent.maxY * r)
  }

  /// The smallest rectangle that holds all points; nil for none.
  public var bounds: Rect? {
    let count = self.count
    guard count > 0 else { return nil }
    guard case (.constant(let symbol), .constant(let diameter)) = (symbol, diameter) else {
      return Rect.union(of: (0..<count).lazy.map { bounds($0) })
    }
    var (minX, minY, maxX, maxY) = (x[0], y[0], x[0], y[0])
    for row in 0..<count {
      (minX, maxX) = (min(minX, x[row]), max(maxX, x[row]))
      (minY, maxY) = (min(minY, y[row]), max(maxY, y[row]))
    }
    let (extent, r) = (symbol.extent, diameter / 2)
    return Rect(
      minX: minX + extent.minX * r, minY: minY + extent.minY * r, maxX: maxX + extent.maxX * r,
      maxY: maxY + extent.maxY * r)
  }

  /// The points moved by a vector.
  public func offset(by vector: Vector) -> PointsItem {
    var item = self
    item.x = x.map { $0 + vector.dx }
    item.y = y.map { $0 + vector.dy }
    return item
  }
}
