import BurinGeometry

/// A rectangle under an affine transform: four corners in order around it.
struct ConvexQuad {
  var corners: [Point]

  init(_ rect: Rect, _ transform: AffineTransform) {
    corners = [
      Point(rect.minX, rect.minY), Point(rect.maxX, rect.minY), Point(rect.maxX, rect.maxY),
      Point(rect.minX, rect.maxY),
    ].map { transform.apply($0) }
  }

  /// The middle.
  var center: Point { corners[0].interpolated(to: corners[2], at: 0.5) }

  /// The smallest upright rectangle around it.
  var bounds: Rect {
    Rect(corners[0], corners[2]).union(Rect(corners[1], corners[3]))
  }

  /// A point by its fractions along the first and the second side.
  func point(_ along: Double, _ across: Double) -> Point {
    corners[0] + (corners[1] - corners[0]) * along + (corners[3] - corners[0]) * across
  }

  /// The quad with all sides moved inwards by a distance, at most to a tenth of its extent.
  func inset(by distance: Double) -> ConvexQuad {
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

  /// How deep the two overlap along the direction in which they overlap least; ≤ 0 if apart.
  ///
  /// Source: the separating axis theorem.
  func overlap(_ other: ConvexQuad) -> Double {
    var depth = Double.infinity
    for (a, b) in sides + other.sides {
      let normal = (b - a).perpendicular.normalized
      guard normal != .zero else { continue }
      let (p, q) = (extent(normal), other.extent(normal))
      depth = min(depth, min(p.upperBound, q.upperBound) - max(p.lowerBound, q.lowerBound))
    }
    return depth
  }

  /// The distance from a segment; 0 where they touch.
  func distance(from start: Point, to end: Point) -> Double {
    if contains(start) || contains(end) { return 0 }
    var distance = Double.infinity
    for (a, b) in sides {
      if segmentsCross(a, b, start, end) { return 0 }
      distance = min(
        distance, pointDistance(start, a, b), pointDistance(end, a, b),
        pointDistance(a, start, end))
    }
    return distance
  }

  /// Whether a point lies inside or on a side.
  func contains(_ point: Point) -> Bool {
    let turns = sides.map { cross($0.1 - $0.0, point - $0.0) }
    return turns.allSatisfy { $0 >= 0 } || turns.allSatisfy { $0 <= 0 }
  }

  private var sides: [(Point, Point)] { (0..<4).map { (corners[$0], corners[($0 + 1) % 4]) } }

  private func extent(_ axis: Vector) -> ClosedRange<Double> {
    let places = corners.map { $0.x * axis.dx + $0.y * axis.dy }
    let (low, high) = (places.min() ?? 0, places.max() ?? 0)
    return low <= high ? low...high : 0...0
  }
}

func cross(_ a: Vector, _ b: Vector) -> Double { a.dx * b.dy - a.dy * b.dx }

/// Whether two segments cross properly.
private func segmentsCross(_ a: Point, _ b: Point, _ c: Point, _ d: Point) -> Bool {
  cross(b - a, c - a) * cross(b - a, d - a) < 0 && cross(d - c, a - c) * cross(d - c, b - c) < 0
}

/// The distance of a point from a segment.
private func pointDistance(_ p: Point, _ a: Point, _ b: Point) -> Double {
  let d = b - a
  let square = d.dx * d.dx + d.dy * d.dy
  let t = square > 0 ? ((p.x - a.x) * d.dx + (p.y - a.y) * d.dy) / square : 0
  return p.distance(to: a.interpolated(to: b, at: min(max(t, 0), 1)))
}
