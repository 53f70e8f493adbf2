public import BurinGeometry
import BurinScene

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
  public func path(in box: Rect) -> Path { filled.path(in: box) }

  /// The symbol in a scene, a ring as the disc within it.
  private var filled: PointSymbol {
    switch self {
    case .circle, .ring: .circle
    case .square: .square
    case .diamond: .diamond
    case .triangle: .triangle
    case .cross: .cross
    }
  }

  /// The symbol in a scene.
  ///
  /// - Parameter ground: what is seen within a ring.
  func pointSymbol(ground: RGBColor?) -> PointSymbol {
    self == .ring ? .ring(width: 2, ground: ground) : filled
  }
}
