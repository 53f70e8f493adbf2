package import BurinGeometry

/// A rectangle under an affine transform: four corners in order around it.
package struct ConvexQuad: Sendable {
  package var corners: [Point]

  package init(_ rect: Rect, _ transform: AffineTransform) {
    corners = [
      Point(rect.minX, rect.minY), Point(rect.maxX, rect.minY), Point(rect.maxX, rect.maxY),
      Point(rect.minX, rect.maxY),
    ].map { transform.apply($0) }
  }

  /// The middle.
  package var center: Point { corners[0].interpolated(to: corners[2], at: 0.5) }

  /// The smallest rectangle with edges parallel to the axes that contains the quad.
  package var bounds: Rect {
    Rect(corners[0], corners[2]).union(Rect(corners[1], corners[3]))
  }

  /// Returns a point by its fractions along the first and the second side.
  package func point(_ along: Double, _ across: Double) -> Point {
    corners[0] + (corners[1] - corners[0]) * along + (corners[3] - corners[0]) * across
  }

  /// Returns the quad with all sides moved inwards by a distance, at most to a tenth of its extent.
  package func inset(by distance: Double) -> ConvexQuad {
    let width = corners[0].distance(to: corners[1])
    let height = corners[0].distance(to: corners[3])
    let along = min(0.45, distance / max(width, 1e-9))
    let across = min(0.45, distance / max(height, 1e-9))
    var quad = self
    quad.corners = [
      point(along, across), point(1 - along, across), point(1 - along, 1 - across),
      point(along, 1 - across),
    ]
    return quad
  }

  /// Returns how deep the two overlap along the direction in which they overlap least; ≤ 0 if
  /// apart.
  ///
  /// Source: the separating axis theorem.
  package func overlap(_ other: ConvexQuad) -> Double {
    var depth = Double.infinity
    for (a, b) in sides + other.sides {
      let normal = (b - a).perpendicular.normalized
      guard normal != .zero else { continue }
      let (p, q) = (extent(normal), other.extent(normal))
      depth = min(depth, min(p.upperBound, q.upperBound) - max(p.lowerBound, q.lowerBound))
    }
    return depth
  }

  /// Returns the distance from a segment; 0 if they touch.
  package func distance(from start: Point, to end: Point) -> Double {
    if contains(start) || contains(end) { return 0 }
    let segment = Segment(start, end)
    var distance = Double.infinity
    for (a, b) in sides {
      let side = Segment(a, b)
      if side.crosses(segment) { return 0 }
      distance = min(
        distance, side.distance(to: start), side.distance(to: end), segment.distance(to: a))
    }
    return distance
  }

  /// Returns how far inside its nearest side a segment that touches the quad runs.
  package func depth(of segment: Segment) -> Double {
    (0...8).map { step in
      let point = segment.point(at: Double(step) / 8)
      guard contains(point) else { return 0 }
      return sides.map { Segment($0.0, $0.1).distance(to: point) }.min() ?? 0
    }.max() ?? 0
  }

  /// Returns whether a point lies inside or on a side.
  package func contains(_ point: Point) -> Bool {
    let turns = sides.map { ($0.1 - $0.0).cross(point - $0.0) }
    return turns.allSatisfy { $0 >= 0 } || turns.allSatisfy { $0 <= 0 }
  }

  private var sides: [(Point, Point)] { (0..<4).map { (corners[$0], corners[($0 + 1) % 4]) } }

  private func extent(_ axis: Vector) -> ClosedRange<Double> {
    let places = corners.map { $0.x * axis.dx + $0.y * axis.dy }
    let (low, high) = (places.min() ?? 0, places.max() ?? 0)
    return low <= high ? low...high : 0...0
  }
}
