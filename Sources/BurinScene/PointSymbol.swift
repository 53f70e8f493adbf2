public import BurinGeometry

/// The form of points.
public enum PointSymbol: Hashable, Sendable {
  /// A disc.
  case circle
  /// A square of about the disc's area.
  case square
  /// A square on its corner.
  case diamond
  /// A triangle that points up.
  case triangle
  /// An upright cross.
  case cross
  /// A circle's line of a width in points, within the diameter, over a ground or over nothing.
  case ring(width: Double, ground: RGBColor?)

  /// The corners at a radius of 1, around the origin; empty for round symbols.
  public var corners: [Point] {
    switch self {
    case .circle, .ring: []
    case .square:
      [Point(-0.89, -0.89), Point(0.89, -0.89), Point(0.89, 0.89), Point(-0.89, 0.89)]
    case .diamond: [Point(0, -1.2), Point(1.2, 0), Point(0, 1.2), Point(-1.2, 0)]
    case .triangle: [Point(0, -1.1), Point(1.05, 0.8), Point(-1.05, 0.8)]
    case .cross:
      [
        Point(-0.3, -1), Point(0.3, -1), Point(0.3, -0.3), Point(1, -0.3), Point(1, 0.3),
        Point(0.3, 0.3), Point(0.3, 1), Point(-0.3, 1), Point(-0.3, 0.3), Point(-1, 0.3),
        Point(-1, -0.3), Point(-0.3, -0.3),
      ]
    }
  }

  /// The rectangle that the symbol fills at a radius of 1, around the origin.
  public var extent: Rect {
    switch self {
    case .circle, .ring, .cross: Rect(minX: -1, minY: -1, maxX: 1, maxY: 1)
    case .square: Rect(minX: -0.89, minY: -0.89, maxX: 0.89, maxY: 0.89)
    case .diamond: Rect(minX: -1.2, minY: -1.2, maxX: 1.2, maxY: 1.2)
    case .triangle: Rect(minX: -1.05, minY: -1.1, maxX: 1.05, maxY: 0.8)
    }
  }

  /// Returns the outline of a point: what is filled, or a ring's line.
  ///
  /// - Parameter box: the square around the disc of the point's size.
  public func path(in box: Rect) -> Path {
    let (c, r) = (box.center, box.width / 2)
    return switch self {
    case .circle: .circle(c, radius: r)
    case .ring(let width, _): .circle(c, radius: max(r - width / 2, 0))
    // From the box's own edges, which may differ from the middle less the radius in the last bit.
    case .square: .rect(box.inset(by: r * 0.11))
    case .diamond, .triangle, .cross:
      .polyline(corners.map { Point(c.x + $0.x * r, c.y + $0.y * r) }, closed: true)
    }
  }

  /// Returns a point as an item of its own.
  ///
  /// - Parameters:
  ///   - box: the square around the disc of the point's size.
  ///   - color: the colour, with its opacity.
  public func item(in box: Rect, color: RGBColor) -> PathItem {
    let path = path(in: box)
    guard case .ring(let width, let ground) = self else {
      return PathItem(path, fill: .color(color))
    }
    return PathItem(path, fill: ground.map(Paint.color), stroke: Stroke(color, width: width))
  }
}
