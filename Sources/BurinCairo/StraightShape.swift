import BurinGeometry
import BurinScene

/// A path of one colour with straight edges only: a short line, or a polygon of few corners.
///
/// A line is cut at its corners into one polygon a segment. The polygons touch and don't overlap, so
/// that the share of a pixel that the line covers is the sum of theirs.
struct StraightShape {
  private enum Kind {
    case line(Stroke)
    case polygon
  }

  let color: RGBColor
  private let kind: Kind
  private let corners: [Point]

  /// The elements from which on a line is left to the other painters.
  private static let mostElements = 256
  /// The corners of a polygon that are looked at for edges that cross each other.
  private static let mostCorners = 16

  /// Coordinates beyond are refused by the painter of scenes, with their place.
  private static let farthest = 1e6

  /// Whether a path may be such a shape: a look that costs next to nothing.
  static func isLikely(_ item: PathItem) -> Bool {
    let count = item.path.elements.count
    guard count >= 2, count <= mostElements else { return false }
    return switch (item.fill, item.stroke) {
    case (nil, let stroke?): stroke.dash.isEmpty && stroke.width > 0
    case (_?, nil): count <= mostCorners + 2
    default: false
    }
  }

  /// Nil for curves, gradients, several subpaths, and polygons whose edges cross.
  init?(_ item: PathItem) {
    guard Self.isLikely(item) else { return nil }
    var corners: [Point] = []
    corners.reserveCapacity(item.path.elements.count)
    var isClosed = false
    func isPlace(_ point: Point) -> Bool { max(abs(point.x), abs(point.y)) < Self.farthest }
    for (index, element) in item.path.elements.enumerated() {
      switch element {
      case .move(let point):
        guard index == 0, isPlace(point) else { return nil }
        corners.append(point)
      case .line(let point):
        guard !corners.isEmpty, !isClosed, isPlace(point) else { return nil }
        if point != corners.last { corners.append(point) }
      case .close: isClosed = true
      case .cubic: return nil
      }
    }
    switch (item.fill, item.stroke) {
    case (nil, let stroke?):
      guard !isClosed, corners.count >= 2, case .color(let color) = stroke.paint else { return nil }
      (kind, self.color) = (.line(stroke), color)
    case (.color(let color)?, nil):
      if corners.last == corners.first { corners.removeLast() }
      guard corners.count >= 3, !Self.crosses(corners) else { return nil }
      (kind, self.color) = (.polygon, color)
    default: return nil
    }
    self.corners = corners
  }

  private static func crosses(_ corners: [Point]) -> Bool {
    let edges = zip(corners, corners.dropFirst() + corners.prefix(1)).map { Segment($0, $1) }
    return edges.indices.contains { first in
      edges[(first + 1)...].contains { $0.crosses(edges[first]) }
    }
  }

  /// The polygons of which the shape consists, in pixels; nil for a line whose segments are too
  /// short for its width, so that they would overlap.
  func parts(_ map: PixelScale) -> [ShapePart]? {
    let corners = corners.map { Point(map.x($0.x), map.y($0.y)) }
    guard case .line(let stroke) = kind else { return [ShapePart(corners: corners)] }
    return StrokedSegments(corners, stroke, radius: stroke.width * map.scale / 2).parts
  }
}
