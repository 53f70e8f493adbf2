public import BurinGeometry

/// The form of a point.
public enum ChartSymbol: Hashable, Sendable, CaseIterable {
  /// Filled forms, and a ring of canvas within a line.
  case circle, square, diamond, triangle, cross, ring

  /// The area of a point without a size, in square points.
  public static let standardArea = 38.484_510_006_474_97

  /// The diameter of a circle of an area, in points.
  static func diameter(area: Double) -> Double {
    area.isFinite && area > 0 ? 2 * (area / .pi).squareRoot() : 0
  }

  /// The symbols that keys get, in order; they start anew beyond the last.
  static func ordered(_ index: Int) -> ChartSymbol {
    let order: [ChartSymbol] = [.circle, .square, .triangle, .diamond, .cross, .ring]
    return order[index % order.count]
  }

  /// Returns the outline that fills a square; that of a disc for a ring.
  public func path(in box: Rect) -> Path {
    let (c, r) = (box.center, box.width / 2)
    return switch self {
    case .circle, .ring: .circle(c, radius: r)
    case .square: .rect(box.inset(by: r * 0.11))
    case .diamond:
      .polyline(
        [
          Point(c.x, c.y - r * 1.2), Point(c.x + r * 1.2, c.y), Point(c.x, c.y + r * 1.2),
          Point(c.x - r * 1.2, c.y),
        ], closed: true)
    case .triangle:
      .polyline(
        [
          Point(c.x, c.y - r * 1.1), Point(c.x + r * 1.05, c.y + r * 0.8),
          Point(c.x - r * 1.05, c.y + r * 0.8),
        ], closed: true)
    case .cross:
      Path.cross(c, arm: r, thickness: r * 0.6)
    }
  }
}

extension Path {
  /// A cross of a horizontal and a vertical bar.
  static func cross(_ c: Point, arm: Double, thickness: Double) -> Path {
    let t = thickness / 2
    return .polyline(
      [
        Point(c.x - t, c.y - arm), Point(c.x + t, c.y - arm), Point(c.x + t, c.y - t),
        Point(c.x + arm, c.y - t), Point(c.x + arm, c.y + t), Point(c.x + t, c.y + t),
        Point(c.x + t, c.y + arm), Point(c.x - t, c.y + arm), Point(c.x - t, c.y + t),
        Point(c.x - arm, c.y + t), Point(c.x - arm, c.y - t), Point(c.x - t, c.y - t),
      ], closed: true)
  }
}
