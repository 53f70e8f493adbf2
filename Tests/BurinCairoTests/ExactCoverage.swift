import BurinGeometry
import BurinScene

/// The share of each pixel that shapes cover, added up over thin vertical slices.
struct ExactCoverage {
  let width: Int
  let height: Int

  /// Upright cuts of a pixel: each is an exact stretch of y.
  private let cuts = 300

  /// The shares that a stroke covers: the union of the stretches of its convex parts at each cut.
  func reference(stroked lines: [[Point]], _ stroke: Stroke) -> [Double] {
    let r = stroke.width / 2
    /// Convex parts: polygons, and discs as their middle.
    var polygons: [[Point]] = []
    var discs: [Point] = []
    for line in lines {
      var steps: [(Point, Point, Vector)] = []
      for (a, b) in zip(line, line.dropFirst()) where a != b {
        let length = a.distance(to: b)
        steps.append((a, b, Vector((b.x - a.x) / length, (b.y - a.y) / length)))
      }
      for (index, (a, b, d)) in steps.enumerated() {
        let isFirst = index == 0
        let isLast = index == steps.count - 1
        let reach = stroke.cap == .square ? r : 0
        let (start, end) = (isFirst ? a - d * reach : a, isLast ? b + d * reach : b)
        let n = Vector(-d.dy * r, d.dx * r)
        polygons.append([start + n, end + n, end - n, start - n])
        if index > 0 {
          let before = steps[index - 1].2
          switch stroke.join {
          case .round: discs.append(a)
          case .bevel: polygons.append(Self.wedge(at: a, before, d, r, isSharp: false))
          case .miter:
            let half = ((1 + before.dx * d.dx + before.dy * d.dy) / 2).squareRoot()
            polygons.append(Self.wedge(at: a, before, d, r, isSharp: half >= 0.1))
          }
        }
        if isFirst, stroke.cap == .round { discs.append(a) }
        if isLast, stroke.cap == .round { discs.append(b) }
      }
    }
    return reference(polygons: polygons, discs: discs, radius: r)
  }

  /// The outer side of a corner.
  private static func wedge(
    at corner: Point, _ before: Vector, _ after: Vector, _ r: Double, isSharp: Bool
  ) -> [Point] {
    let side = before.dx * after.dy - before.dy * after.dx > 0 ? -r : r
    let (one, other) = (
      Vector(-before.dy * side, before.dx * side), Vector(-after.dy * side, after.dx * side)
    )
    guard isSharp else { return [corner, corner + one, corner + other] }
    let tip = (one + other) * (1 / (1 + before.dx * after.dx + before.dy * after.dy))
    return [corner, corner + one, corner + tip, corner + other]
  }

  /// The shares that polygons and discs cover together; edges of a polygon don't cross.
  func reference(
    polygons: [[Point]], discs: [Point] = [], radius r: Double = 0
  ) -> [Double] {
    var stretches = [[(Double, Double)]](repeating: [], count: width * cuts)
    func visit(_ low: Double, _ high: Double, _ found: (Double) -> [(Double, Double)]) {
      let first = max(0, Int((low * Double(cuts) - 0.5).rounded(.up)))
      let last = min(width * cuts - 1, Int((high * Double(cuts) - 0.5).rounded(.down)))
      guard first <= last else { return }
      for cut in first...last {
        stretches[cut] += found((Double(cut) + 0.5) / Double(cuts))
      }
    }
    for disc in discs {
      visit(disc.x - r, disc.x + r) { x in
        let half = max(0, r * r - (x - disc.x) * (x - disc.x)).squareRoot()
        return [(disc.y - half, disc.y + half)]
      }
    }
    for polygon in polygons {
      visit(polygon.map(\.x).min() ?? 0, polygon.map(\.x).max() ?? 0) { x in
        var heights: [Double] = []
        for (a, b) in zip(polygon, polygon.dropFirst() + [polygon[0]])
        where min(a.x, b.x) <= x && x < max(a.x, b.x) {
          heights.append(a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x))
        }
        heights.sort()
        return stride(from: 0, to: heights.count - 1, by: 2).map { (heights[$0], heights[$0 + 1]) }
      }
    }
    var shares = [Double](repeating: 0, count: width * height)
    for (cut, list) in stretches.enumerated() {
      var end = -Double.infinity
      for (low, high) in list.sorted(by: { $0.0 < $1.0 }) where high > end {
        add(max(low, end), high, to: &shares, column: cut / cuts, weight: 1 / Double(cuts))
        end = high
      }
    }
    return shares
  }

  /// The shares of what lies between two lines.
  func reference(between a: [Point], _ b: [Point]) -> [Double] {
    var shares = [Double](repeating: 0, count: width * height)
    let count = width * cuts * 4
    let heights = [a, b].map { line in
      var index = 0
      return (0..<count).map { cut -> Double in
        let x = (Double(cut) + 0.5) / Double(cuts * 4)
        while index + 2 < line.count, line[index + 1].x <= x { index += 1 }
        let (from, to) = (line[index], line[index + 1])
        guard from.x <= x, x <= to.x, from.x < to.x else { return .nan }
        return from.y + (to.y - from.y) * (x - from.x) / (to.x - from.x)
      }
    }
    for cut in 0..<count where !heights[0][cut].isNaN {
      let (one, other) = (heights[0][cut], heights[1][cut])
      add(
        min(one, other), max(one, other), to: &shares, column: cut / (cuts * 4),
        weight: 1 / Double(cuts * 4))
    }
    return shares
  }

  private func add(
    _ low: Double, _ high: Double, to shares: inout [Double], column: Int, weight: Double
  ) {
    let (low, high) = (max(low, 0), min(high, Double(height)))
    guard low < high else { return }
    for row in Int(low)..<min(height, Int(high) + 1) {
      let part = min(high, Double(row + 1)) - max(low, Double(row))
      if part > 0 { shares[row * width + column] += part * weight }
    }
  }
}
