/// The flat outline of a filled area: closed rings, filled by the non-zero rule.
public struct Polygon: Hashable, Sendable {
  /// The rings; each is closed from its last point to its first.
  public let rings: [[Point]]
  /// The smallest rectangle that contains every ring.
  public let bounds: Rect

  /// Flattens a path; nil for a path without area.
  ///
  /// - Parameters:
  ///   - path: the outline; open subpaths are closed, as renderers do.
  ///   - tolerance: the largest distance of the rings from curves, in points.
  public init?(_ path: Path, tolerance: Double = 0.1) {
    let rings = path.flattened(tolerance: tolerance).filter { ring in
      ring.count > 2 && ring.allSatisfy { $0.x.isFinite && $0.y.isFinite }
    }
    let boxes = rings.compactMap { ring in
      Rect.union(of: ring.lazy.map { Rect($0, $0) })
    }
    guard let bounds = Rect.union(of: boxes), bounds.width > 0, bounds.height > 0 else {
      return nil
    }
    self.rings = rings
    self.bounds = bounds
  }

  /// The sides of all rings.
  public var sides: [Segment] {
    rings.flatMap { ring in
      ring.indices.map { Segment(ring[$0], ring[($0 + 1) % ring.count]) }
    }
  }

  /// Returns whether a point is filled.
  public func contains(_ point: Point) -> Bool {
    guard bounds.contains(point) else { return false }
    var winding = 0
    for ring in rings {
      guard var a = ring.last else { continue }
      for b in ring {
        if (a.y <= point.y) != (b.y <= point.y) {
          let side = (b - a).cross(point - a)
          if a.y <= point.y, side > 0 { winding += 1 }
          if b.y <= point.y, side < 0 { winding -= 1 }
        }
        a = b
      }
    }
    return winding != 0
  }

  /// Returns whether a side passes through a rectangle.
  public func edgeMeets(_ rect: Rect) -> Bool {
    guard bounds.intersects(rect) else { return false }
    for ring in rings {
      guard var a = ring.last else { continue }
      for b in ring {
        // Most sides lie to one side of a small rectangle.
        if max(a.x, b.x) >= rect.minX, min(a.x, b.x) <= rect.maxX, max(a.y, b.y) >= rect.minY,
          min(a.y, b.y) <= rect.maxY, Segment(a, b).clipped(to: rect) != nil
        {
          return true
        }
        a = b
      }
    }
    return false
  }

  /// Returns whether any part of a rectangle is filled.
  public func meets(_ rect: Rect) -> Bool {
    bounds.intersects(rect) && (contains(rect.center) || edgeMeets(rect))
  }

  /// Returns whether a whole rectangle is filled.
  public func contains(_ rect: Rect) -> Bool {
    bounds.contains(rect) && contains(rect.center) && !edgeMeets(rect)
  }
}
