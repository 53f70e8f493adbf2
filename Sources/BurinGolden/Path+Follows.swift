import BurinGeometry

extension Path {
  /// Whether two paths of straight segments draw the same lines, give or take a tolerance, although
  /// they may be cut at other points.
  ///
  /// Where a function's curve is sampled depends on the last bits of its values, which differ
  /// between machines; the curve does not. Every point of each path must lie on the other, and
  /// subpaths must correspond. Paths with curves, and those of a few points, are cut by an author
  /// and not by a sampler: they never follow one another.
  func follows(_ other: Path, tolerance: Double) -> Bool {
    guard let own = subpolylines, let others = other.subpolylines, own.count == others.count,
      let bounds = bounds, let otherBounds = other.bounds,
      bounds.contains(otherBounds, tolerance: tolerance),
      otherBounds.contains(bounds, tolerance: tolerance)
    else { return false }
    return zip(own, others).allSatisfy { a, b in
      Self.isNear(a[0], b[0], tolerance) && Self.isNear(a[a.count - 1], b[b.count - 1], tolerance)
        && Self.liesOn(a, b, tolerance) && Self.liesOn(b, a, tolerance)
    }
  }

  /// The fewest points of a sampled curve.
  private static let fewestPoints = 8

  /// The points of each subpath, the first repeated where it is closed; nil where a segment is
  /// curved, a subpath is short, or a point is no place.
  private var subpolylines: [[Point]]? {
    var result: [[Point]] = []
    for element in elements {
      switch element {
      case .move(let point): result.append([point])
      case .line(let point):
        guard !result.isEmpty else { return nil }
        result[result.count - 1].append(point)
      case .close:
        guard let start = result.last?.first else { return nil }
        result[result.count - 1].append(start)
      case .cubic: return nil
      }
    }
    let isSampled =
      !result.isEmpty
      && result.allSatisfy {
        $0.count >= Self.fewestPoints && $0.allSatisfy { $0.x.isFinite && $0.y.isFinite }
      }
    return isSampled ? result : nil
  }

  private static func isNear(_ a: Point, _ b: Point, _ tolerance: Double) -> Bool {
    abs(a.x - b.x) <= tolerance && abs(a.y - b.y) <= tolerance
  }

  /// Whether the points lie on a polyline's segments, met in their order.
  private static func liesOn(_ points: [Point], _ line: [Point], _ tolerance: Double) -> Bool {
    var segment = 0
    for point in points {
      // The first from here on, so that a point far along the line is not taken for one nearby.
      guard
        let found = (segment..<line.count - 1).first(where: {
          distance(from: point, to: line[$0], line[$0 + 1]) <= tolerance
        })
      else { return false }
      segment = found
    }
    return true
  }

  private static func distance(from point: Point, to start: Point, _ end: Point) -> Double {
    let way = end - start
    let length = way.dx * way.dx + way.dy * way.dy
    guard length > 0 else { return point.distance(to: start) }
    let share = ((point.x - start.x) * way.dx + (point.y - start.y) * way.dy) / length
    return point.distance(to: start.interpolated(to: end, at: min(max(share, 0), 1)))
  }
}
