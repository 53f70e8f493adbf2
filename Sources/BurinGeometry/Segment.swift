/// A straight piece of a line between two points.
///
/// ```swift
/// Segment(Point(0, 0), Point(10, 10)).clipped(to: Rect(x: 5, y: 0, width: 9, height: 9))?.length
/// // 5.656…
/// ```
public struct Segment: Hashable, Sendable {
  /// The start.
  public var start: Point
  /// The end.
  public var end: Point

  /// Creates a segment from its ends.
  public init(_ start: Point, _ end: Point) {
    self.start = start
    self.end = end
  }

  /// The distance between the ends.
  public var length: Double { start.distance(to: end) }

  /// The smallest rectangle that contains both ends.
  public var bounds: Rect { Rect(start, end) }

  /// Returns the point at a fraction of the way: 0 is the start, 1 the end.
  public func point(at fraction: Double) -> Point { start.interpolated(to: end, at: fraction) }

  /// Returns the part within a rectangle, or nil if there is none of any length.
  ///
  /// Source: Y.-D. Liang, B. Barsky, "A New Concept and Method for Line Clipping" (1984).
  public func clipped(to rect: Rect) -> Segment? {
    let d = end - start
    var (enter, leave) = (0.0, 1.0)
    func narrow(_ p: Double, _ q: Double) -> Bool {
      if p == 0 { return q >= 0 }
      if p < 0 { enter = max(enter, q / p) } else { leave = min(leave, q / p) }
      return true
    }
    guard narrow(-d.dx, start.x - rect.minX), narrow(d.dx, rect.maxX - start.x),
      narrow(-d.dy, start.y - rect.minY), narrow(d.dy, rect.maxY - start.y), enter < leave
    else { return nil }
    return Segment(point(at: enter), point(at: leave))
  }

  /// Returns whether two segments cross: the ends of each lie on both sides of the other.
  public func crosses(_ other: Segment) -> Bool {
    let (d, e) = (end - start, other.end - other.start)
    return d.cross(other.start - start) * d.cross(other.end - start) < 0
      && e.cross(start - other.start) * e.cross(end - other.start) < 0
  }

  /// Returns the distance from a point to the nearest point of the segment.
  public func distance(to point: Point) -> Double {
    let d = end - start
    let square = d.dx * d.dx + d.dy * d.dy
    guard square > 0 else { return start.distance(to: point) }
    let t = ((point.x - start.x) * d.dx + (point.y - start.y) * d.dy) / square
    return self.point(at: min(max(t, 0), 1)).distance(to: point)
  }
}
