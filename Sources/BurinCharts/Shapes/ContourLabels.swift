import BurinGeometry

/// Finds a place on a contour line for the name of its level, and cuts the line there.
///
/// A name stands level in the middle of its line where that runs level too, clear of other lines
/// and names; a line without such a place goes without a name.
struct ContourLabels {
  /// Where names must lie.
  let bounds: Rect
  private let lines: [[Point]]
  /// The rectangle around each line.
  private let extents: [Rect?]
  private var occupied: [Rect]
  /// The middles of the chart's points.
  private let points: [Point]

  /// The room left on all sides of a name, in points.
  private static let margin = 3.0
  /// The room left around points, for labels of theirs.
  private static let clearance = 14.0
  /// How far from a point its own label may stand, in points.
  private static let neighborhood = 90.0
  /// The distance between the places that are tried along a line, in points.
  private static let step = 8.0

  /// Lines of other marks, across which no name may stand.
  private let strikes: [[Point]]

  init(
    lines: [[Point]], bounds: Rect, avoiding points: [Rect] = [], and strikes: [[Point]] = []
  ) {
    self.strikes = strikes
    self.lines = lines
    extents = lines.map { Path.polyline($0, closed: false).bounds }
    self.points = points.map(\.center)
    occupied = points.map { $0.inset(by: -Self.clearance) }
    self.bounds = bounds.inset(by: Self.margin)
  }

  /// The best rectangle for a name on one of the lines, kept from then on; nil if there is none.
  ///
  /// - Parameters:
  ///   - size: the size of the name.
  ///   - indices: the positions of the lines that have the level.
  mutating func place(_ size: Size, on indices: Range<Int>) -> Rect? {
    var best: (score: Double, rect: Rect)?
    for index in indices {
      for (center, direction) in Self.stations(along: lines[index]) {
        let rect = Rect(center: center, size: size).inset(by: -Self.margin)
        guard bounds.contains(rect), !occupied.contains(where: { $0.intersects(rect) }),
          !lines.indices.contains(where: { $0 != index && touches($0, rect) }),
          !strikes.contains(where: { Self.touches($0, rect) })
        else { continue }
        let score = direction.dy.magnitude + 3 * crowd(at: center)
        if score < best?.score ?? .infinity { best = (score, rect) }
      }
    }
    guard let rect = best?.rect else { return nil }
    // Names keep a distance from each other, too.
    occupied.append(rect.inset(by: -2 * Self.margin))
    return rect
  }

  /// The parts of a line outside of a rectangle.
  static func cut(_ line: [Point], by rect: Rect) -> [[Point]] {
    var parts: [[Point]] = [[]]
    for (a, b) in zip(line, line.dropFirst()) {
      if parts[parts.count - 1].isEmpty { parts[parts.count - 1].append(a) }
      if let inside = Segment(a, b).clipped(to: rect) {
        parts[parts.count - 1].append(inside.start)
        parts.append([inside.end])
      }
      parts[parts.count - 1].append(b)
    }
    return parts.filter { zip($0, $0.dropFirst()).contains { $0 != $1 } }
  }

  /// How near a place is to a point, whose own label will stand there: 0 far off, 1 at the point.
  private func crowd(at place: Point) -> Double {
    let distance = points.map { $0.distance(to: place) }.min() ?? .infinity
    return max(0, 1 - distance / Self.neighborhood)
  }

  /// Evenly spaced places along a line, with the line's direction there.
  private static func stations(along line: [Point]) -> [(Point, Vector)] {
    var stations: [(Point, Vector)] = []
    var next = step / 2
    var passed = 0.0
    for (a, b) in zip(line, line.dropFirst()) {
      let length = a.distance(to: b)
      while next < passed + length {
        stations.append((a.interpolated(to: b, at: (next - passed) / length), (b - a).normalized))
        next += step
      }
      passed += length
    }
    return stations
  }

  private func touches(_ index: Int, _ rect: Rect) -> Bool {
    guard let extent = extents[index], extent.intersects(rect) else { return false }
    return Self.touches(lines[index], rect)
  }

  private static func touches(_ line: [Point], _ rect: Rect) -> Bool {
    zip(line, line.dropFirst()).contains { a, b in
      // Most pieces lie to one side.
      guard max(a.x, b.x) >= rect.minX, min(a.x, b.x) <= rect.maxX,
        max(a.y, b.y) >= rect.minY, min(a.y, b.y) <= rect.maxY
      else { return false }
      return Segment(a, b).clipped(to: rect) != nil
    }
  }
}
