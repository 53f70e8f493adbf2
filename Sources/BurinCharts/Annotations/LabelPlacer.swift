import BurinGeometry

/// Chooses among candidate places the one at which a label disturbs least.
struct LabelPlacer {
  let bounds: Rect
  private let lines: [[Point]]
  private let solids: [Rect]
  private var occupied: [Rect] = []

  init(bounds: Rect, lines: [[Point]], solids: [Rect]) {
    self.bounds = bounds
    self.lines = lines
    self.solids = solids
  }

  /// Keeps a place for a label that is already there.
  mutating func occupy(_ rect: Rect) { occupied.append(rect) }

  /// The candidate with the least cost; earlier ones win where costs are equal.
  func best(of candidates: [Point], size: Size) -> Point? {
    var best: (cost: Double, origin: Point)?
    for (index, origin) in candidates.enumerated() {
      let rect = Rect(origin: origin, size: size)
      let cost = self.cost(rect) + Double(index) * 0.5
      if cost < best?.cost ?? .infinity { best = (cost, origin) }
    }
    return best?.origin
  }

  private func cost(_ rect: Rect) -> Double {
    var cost = 0.0
    let padded = rect.inset(by: -2)
    for other in occupied {
      if let common = padded.intersection(other) { cost += 400 + common.area }
    }
    for solid in solids {
      if let common = padded.intersection(solid) { cost += 60 + common.area * 0.2 }
    }
    for line in lines {
      let crossing = Self.length(of: line, inside: padded)
      if crossing > 0 { cost += 80 + crossing * 2 }
    }
    let outside = rect.area - (rect.intersection(bounds)?.area ?? 0)
    if outside > 0 { cost += 300 + outside }
    return cost
  }

  /// The length of a polyline within a rectangle.
  static func length(of line: [Point], inside rect: Rect) -> Double {
    var total = 0.0
    for (a, b) in zip(line, line.dropFirst()) {
      guard let (start, end) = clipped(a, b, to: rect) else { continue }
      total += start.distance(to: end)
    }
    return total
  }

  /// The part of a segment within a rectangle (Liang–Barsky).
  static func clipped(_ a: Point, _ b: Point, to rect: Rect) -> (Point, Point)? {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    var (t0, t1) = (0.0, 1.0)
    for (p, q) in [
      (-dx, a.x - rect.minX), (dx, rect.maxX - a.x), (-dy, a.y - rect.minY), (dy, rect.maxY - a.y),
    ] {
      if p == 0 {
        if q < 0 { return nil }
      } else if p < 0 {
        t0 = max(t0, q / p)
      } else {
        t1 = min(t1, q / p)
      }
    }
    guard t0 < t1 else { return nil }
    return (Point(a.x + t0 * dx, a.y + t0 * dy), Point(a.x + t1 * dx, a.y + t1 * dy))
  }

  /// Places around a rectangle, nearer ones first, the upper right before the others.
  static func ring(around anchor: Rect, size: Size, distance: Double) -> [Point] {
    // Unit directions in sixteenths of a turn from the upper right, alternating outwards.
    let diagonal = 0.5.squareRoot()
    let directions = [
      Vector(diagonal, -diagonal), Vector(-diagonal, -diagonal), Vector(1, 0), Vector(0, -1),
      Vector(diagonal, diagonal), Vector(-1, 0), Vector(-diagonal, diagonal), Vector(0, 1),
    ]
    return [1.0, 1.8, 2.8].flatMap { factor in
      directions.map { direction in
        let center = anchor.center
        let reach = distance * factor
        // The label's nearest point, not its centre, keeps the distance.
        return Point(
          center.x + direction.dx * (reach + anchor.width / 2) - size.width / 2
            + sign(direction.dx) * size.width / 2,
          center.y + direction.dy * (reach + anchor.height / 2) - size.height / 2
            + sign(direction.dy) * size.height / 2)
      }
    }
  }

  private static func sign(_ value: Double) -> Double { value > 0 ? 1 : value < 0 ? -1 : 0 }

  /// Places above and below a line, those near a fraction of its length first.
  static func along(
    _ lines: [[Point]], at fraction: Double, size: Size, spacing: Double
  ) -> [Point] {
    let points = lines.flatMap { $0 }
    guard points.count > 1 else { return [] }
    var lengths = [0.0]
    for (a, b) in zip(points, points.dropFirst()) {
      lengths.append((lengths.last ?? 0) + a.distance(to: b))
    }
    guard let total = lengths.last, total > 0 else { return [] }
    let steps = (0...24).map { Double($0) / 24 }.sorted {
      (abs($0 - fraction), $0) < (abs($1 - fraction), $1)
    }
    return steps.flatMap { step -> [Point] in
      let target = step * total
      let index = min(max(1, lengths.firstIndex { $0 >= target } ?? 1), points.count - 1)
      let (a, b) = (points[index - 1], points[index])
      let span = lengths[index] - lengths[index - 1]
      let place = a.interpolated(to: b, at: span > 0 ? (target - lengths[index - 1]) / span : 0)
      let normal = (b - a).normalized.perpendicular
      return [-1.0, 1.0].map { side in
        let n = normal * side
        let reach = abs(n.dx) * size.width / 2 + abs(n.dy) * size.height / 2 + spacing
        return Point(
          place.x + n.dx * reach - size.width / 2, place.y + n.dy * reach - size.height / 2)
      }.sorted { $0.y < $1.y }
    }
  }

  /// Moves intervals as little as needed so that they do not overlap, in their order.
  ///
  /// - Parameters:
  ///   - intervals: wished starts, ascending, and lengths.
  ///   - gap: the least distance between neighbours.
  ///   - range: where they must lie, if there is room.
  /// - Returns: the starts.
  static func spread(
    _ intervals: [(start: Double, length: Double)], gap: Double, within range: ClosedRange<Double>
  ) -> [Double] {
    // Clusters of touching intervals, each about the mean of what its members wish.
    struct Cluster {
      var members: [Int]
      var length: Double
      var start: Double
    }
    var clusters: [Cluster] = []
    func settle(_ cluster: inout Cluster) {
      var offset = 0.0
      var sum = 0.0
      for member in cluster.members {
        sum += intervals[member].start - offset
        offset += intervals[member].length + gap
      }
      let mean = sum / Double(cluster.members.count)
      cluster.length = offset - gap
      cluster.start = max(range.lowerBound, min(mean, range.upperBound - cluster.length))
    }
    for index in intervals.indices {
      var cluster = Cluster(members: [index], length: 0, start: 0)
      settle(&cluster)
      while let last = clusters.last, last.start + last.length + gap > cluster.start {
        clusters.removeLast()
        cluster.members = last.members + cluster.members
        settle(&cluster)
      }
      clusters.append(cluster)
    }
    var starts = intervals.map(\.start)
    for cluster in clusters {
      var y = cluster.start
      for member in cluster.members {
        starts[member] = y
        y += intervals[member].length + gap
      }
    }
    return starts
  }
}
