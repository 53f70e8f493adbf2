package import BurinGeometry

/// Values on a rectangular grid, and the lines and areas that they outline.
///
/// Within a cell the values are interpolated linearly along its edges; where two lines could be
/// drawn in two ways (a saddle), the mean of the four corners decides. Cells with a corner that is
/// not finite are left out. Results come in an order that depends on the grid alone.
package struct ContourGrid: Sendable {
  /// The columns' coordinates, ascending or descending.
  package let xs: [Double]
  /// The rows' coordinates, ascending or descending.
  package let ys: [Double]
  /// The values row by row, `xs.count × ys.count` of them.
  package let values: [Double]
  /// The least and the greatest corner of each cell; nothing lies within a cell with a corner that
  /// is not finite.
  private let extents: [(least: Double, greatest: Double)]

  /// Makes a grid; missing values count as NaN, surplus ones are dropped.
  package init(xs: [Double], ys: [Double], values: [Double]) {
    self.xs = xs
    self.ys = ys
    let count = xs.count * ys.count
    self.values =
      values.count == count
      ? values
      : Array((values + Array(repeating: .nan, count: max(0, count - values.count))).prefix(count))
    extents = Self.extents(of: self.values, columns: xs.count, rows: ys.count)
  }

  /// Makes a grid by evaluating a function at every node.
  package init(xs: [Double], ys: [Double], function: (Double, Double) -> Double) {
    self.init(xs: xs, ys: ys, values: ys.flatMap { y in xs.map { function($0, y) } })
  }

  /// A line of equal values.
  package struct Line: Hashable, Sendable {
    /// The points in order; a closed line does not repeat its first point.
    package var points: [Point]
    /// Whether the last point is joined to the first.
    package var isClosed: Bool
  }

  /// The lines along which the values equal a level; larger values lie on one side throughout.
  ///
  /// Values equal to the level count as above it. Open lines come first, then closed ones.
  package func lines(at level: Double) -> [Line] {
    guard xs.count > 1, ys.count > 1, !level.isNaN else { return [] }
    // From the grid edge where a segment starts to the one where it ends.
    var next: [Int: Int] = [:]
    var starts: [Int] = []
    var ends: Set<Int> = []
    for row in 0..<ys.count - 1 {
      for column in 0..<xs.count - 1 {
        let extent = extent(column, row)
        guard extent.least < level, level <= extent.greatest, let cell = Cell(self, column, row)
        else { continue }
        for (from, to) in cell.segments(at: level) {
          next[from] = to
          starts.append(from)
          ends.insert(to)
        }
      }
    }
    var lines: [Line] = []
    func trace(from start: Int) {
      var points = [crossing(start, level)]
      var edge = start
      while let following = next.removeValue(forKey: edge) {
        edge = following
        if edge == start { break }
        points.append(crossing(edge, level))
      }
      let isClosed = edge == start
      points = withoutRepeats(points, closed: isClosed)
      if points.count > 1 { lines.append(Line(points: points, isClosed: isClosed)) }
    }
    for start in starts where !ends.contains(start) { trace(from: start) }
    for start in starts where next[start] != nil { trace(from: start) }
    return lines
  }

  /// The area in which the values lie between two levels (the lower included), as closed polygons.
  ///
  /// Fill them all together by the non-zero rule: holes run against the polygons around them. The
  /// edges of neighbouring bands are the same points.
  package func band(from lower: Double, to upper: Double) -> [[Point]] {
    guard xs.count > 1, ys.count > 1, lower < upper else { return [] }
    let (columns, rows) = (xs.count - 1, ys.count - 1)
    // Cells wholly in the band have no edge where they border on each other.
    var isWhole = [Bool](repeating: false, count: columns * rows)
    for row in 0..<rows {
      for column in 0..<columns {
        let extent = extent(column, row)
        isWhole[row * columns + column] =
          extent.least >= lower && extent.greatest < upper
          && extent.least <= extent.greatest
      }
    }
    func isWholeAt(_ column: Int, _ row: Int) -> Bool {
      column >= 0 && column < columns && row >= 0 && row < rows && isWhole[row * columns + column]
    }
    var edges = DirectedEdges()
    for row in 0..<rows {
      for column in 0..<columns {
        guard isWholeAt(column, row) else {
          let extent = extent(column, row)
          guard extent.greatest >= lower, extent.least < upper, let cell = Cell(self, column, row)
          else { continue }
          for polygon in cell.polygons(from: lower, to: upper) { edges.add(polygon) }
          continue
        }
        // Around the cell, where it doesn't border on another whole one.
        let first = row * xs.count + column
        let (second, fourth) = (first + 1, first + xs.count)
        let third = fourth + 1
        if !isWholeAt(column, row - 1) { edges.add(from: point(first), to: point(second)) }
        if !isWholeAt(column + 1, row) { edges.add(from: point(second), to: point(third)) }
        if !isWholeAt(column, row + 1) { edges.add(from: point(third), to: point(fourth)) }
        if !isWholeAt(column - 1, row) { edges.add(from: point(fourth), to: point(first)) }
      }
    }
    return edges.loops
  }

  private static func extents(
    of values: [Double], columns: Int, rows: Int
  ) -> [(least: Double, greatest: Double)] {
    guard columns > 1, rows > 1 else { return [] }
    var extents: [(least: Double, greatest: Double)] = []
    extents.reserveCapacity((columns - 1) * (rows - 1))
    for row in 0..<rows - 1 {
      for first in row * columns..<(row + 1) * columns - 1 {
        let (a, b) = (values[first], values[first + 1])
        let (c, d) = (values[first + columns], values[first + columns + 1])
        extents.append(
          a.isFinite && b.isFinite && c.isFinite && d.isFinite
            ? (min(a, b, c, d), max(a, b, c, d)) : (.infinity, -.infinity))
      }
    }
    return extents
  }

  private func extent(_ column: Int, _ row: Int) -> (least: Double, greatest: Double) {
    extents[row * (xs.count - 1) + column]
  }

  /// The point on a grid edge where the values pass a level, the same for both cells beside it.
  fileprivate func crossing(_ edge: Int, _ level: Double) -> Point {
    let (node, isVertical) = (edge / 2, edge % 2 == 1)
    let other = node + (isVertical ? xs.count : 1)
    let (a, b) = (values[node], values[other])
    let t =
      (b - a).isFinite ? (level - a) / (b - a) : (level / 2 - a / 2) / (b / 2 - a / 2)
    let fraction = min(max(t, 0), 1)
    let (p, q) = (point(node), point(other))
    return Point(
      isVertical ? p.x : p.x * (1 - fraction) + q.x * fraction,
      isVertical ? p.y * (1 - fraction) + q.y * fraction : p.y)
  }

  fileprivate func point(_ node: Int) -> Point { Point(xs[node % xs.count], ys[node / xs.count]) }
}

/// A cell with finite corners, which run around it: (0,0), (1,0), (1,1), (0,1).
private struct Cell {
  let grid: ContourGrid
  /// The corners' indices into the grid's values.
  let nodes: SIMD4<Int>
  /// The edges from each corner to the next: twice the smaller node, plus one for vertical ones.
  let edges: SIMD4<Int>
  let values: SIMD4<Double>
  /// The mean of the corners.
  let center: Double

  init?(_ grid: ContourGrid, _ column: Int, _ row: Int) {
    let (first, width) = (row * grid.xs.count + column, grid.xs.count)
    nodes = [first, first + 1, first + width + 1, first + width]
    values = [
      grid.values[nodes[0]], grid.values[nodes[1]], grid.values[nodes[2]], grid.values[nodes[3]],
    ]
    guard values[0].isFinite, values[1].isFinite, values[2].isFinite, values[3].isFinite
    else { return nil }
    edges = [2 * first, 2 * (first + 1) + 1, 2 * (first + width), 2 * first + 1]
    center = values[0] / 4 + values[1] / 4 + values[2] / 4 + values[3] / 4
    self.grid = grid
  }

  /// The line segments of a level, as pairs of grid edges, with the larger values on one side.
  func segments(at level: Double) -> [(Int, Int)] {
    let above = values .>= level
    var leaving: [Int] = []
    var entering: [Int] = []
    for corner in 0..<4 where above[corner] != above[(corner + 1) % 4] {
      if above[corner] { leaving.append(corner) } else { entering.append(corner) }
    }
    switch leaving.count {
    case 1:
      return [(edges[leaving[0]], edges[entering[0]])]
    case 2:
      // A saddle. Around a corner that is cut off, the edges before and after it are joined:
      // below the level where the centre is above, above it where the centre is below.
      let shift = center >= level ? 1 : 3
      return leaving.map { (edges[$0], edges[($0 + shift) % 4]) }
    default:
      return []
    }
  }

  /// The parts of the cell between two levels, all with the same sense of rotation.
  func polygons(from lower: Double, to upper: Double) -> [[Point]] {
    func side(_ value: Double) -> Int { value < lower ? -1 : value >= upper ? 1 : 0 }
    let sides = SIMD4(side(values[0]), side(values[1]), side(values[2]), side(values[3]))
    if sides == .zero { return [(0..<4).map { grid.point(nodes[$0]) }] }
    if sides == SIMD4(repeating: sides[0]) { return [] }
    // The stretches of the cell's outline inside the band, and what lies between them: gaps where
    // the values are below or above.
    var pieces: [[Point]] = []
    var gaps: [Int] = []
    var piece: [Point] = []
    func leave(to side: Int) {
      pieces.append(piece)
      gaps.append(side)
      piece = []
    }
    // Start at a corner outside the band, or else at one whose next is.
    let start = (0..<4).first { sides[$0] != 0 } ?? 0
    for offset in 0..<4 {
      let corner = (start + offset) % 4
      let (here, there) = (sides[corner], sides[(corner + 1) % 4])
      if here == 0 { piece.append(grid.point(nodes[corner])) }
      guard here != there else { continue }
      let edge = edges[corner]
      let entry = grid.crossing(edge, here < 0 ? lower : upper)
      let exit = grid.crossing(edge, there < 0 ? lower : upper)
      if here != 0 { piece.append(entry) }
      if there != 0 {
        piece.append(exit)
        leave(to: there)
      }
    }
    // Gaps of the centre's kind are connected through the centre and part the band.
    let middle = side(center)
    let cuts = gaps.indices.filter { middle != 0 && gaps[$0] == middle }
    guard cuts.count > 1 else { return [pieces.flatMap { $0 }] }
    return cuts.indices.map { index in
      let from = cuts[index] + 1
      let to = index + 1 < cuts.count ? cuts[index + 1] : cuts[0] + pieces.count
      return (from...to).flatMap { pieces[$0 % pieces.count] }
    }
  }
}

/// Edges of polygons with a common sense of rotation; where two of them touch, they cancel out.
private struct DirectedEdges {
  private struct Edge: Hashable {
    var start: Point
    var end: Point

    /// Most of the work on a band is hashing, so a word goes into the hasher instead of four.
    func hash(into hasher: inout Hasher) {
      hasher.combine(Vertex.word(start) &* 31 &+ Vertex.word(end))
    }
  }

  /// A point that is hashed as one word.
  private struct Vertex: Hashable {
    var point: Point
    init(_ point: Point) { self.point = point }
    func hash(into hasher: inout Hasher) { hasher.combine(Self.word(point)) }

    /// Equal for equal points: adding zero makes a positive zero of a negative one.
    static func word(_ point: Point) -> UInt64 {
      (point.x + 0).bitPattern &* 0x9E37_79B9_7F4A_7C15 ^ (point.y + 0).bitPattern
    }
  }

  private var order: [Edge] = []
  private var counts: [Edge: Int] = [:]

  mutating func add(_ polygon: [Point]) {
    for (index, start) in polygon.enumerated() {
      add(from: start, to: polygon[(index + 1) % polygon.count])
    }
  }

  mutating func add(from start: Point, to end: Point) {
    guard start != end else { return }
    let (edge, opposite) = (Edge(start: start, end: end), Edge(start: end, end: start))
    if let count = counts[opposite], count > 0 {
      counts[opposite] = count - 1
    } else {
      counts[edge, default: 0] += 1
      order.append(edge)
    }
  }

  /// The remaining edges, joined end to start.
  var loops: [[Point]] {
    var remaining = counts
    let left = order.filter { edge in
      guard let count = remaining[edge], count > 0 else { return false }
      remaining[edge] = count - 1
      return true
    }
    // The edges that leave each point, the first added first: an edge names the next one.
    var leaving: [Vertex: Int] = [:]
    leaving.reserveCapacity(left.count)
    var following = [Int?](repeating: nil, count: left.count)
    for (index, edge) in left.enumerated().reversed() {
      following[index] = leaving.updateValue(index, forKey: Vertex(edge.start))
    }
    func take(from point: Point) -> Point? {
      let vertex = Vertex(point)
      guard let index = leaving[vertex] else { return nil }
      leaving[vertex] = following[index]
      return left[index].end
    }
    var loops: [[Point]] = []
    for edge in order {
      while let first = take(from: edge.start) {
        var loop = [edge.start]
        var point = first
        while point != edge.start {
          loop.append(point)
          guard let next = take(from: point) else { break }
          point = next
        }
        loop = withoutGridNodes(loop)
        if loop.count > 2 { loops.append(loop) }
      }
    }
    return loops
  }
}

/// The points without those that repeat the one before.
private func withoutRepeats(_ points: [Point], closed: Bool) -> [Point] {
  var result: [Point] = []
  for point in points where point != result.last { result.append(point) }
  if closed, result.count > 1, result.first == result.last { result.removeLast() }
  return result
}

/// The loop without points in the middle of a horizontal or vertical stretch.
private func withoutGridNodes(_ loop: [Point]) -> [Point] {
  loop.indices.filter { index in
    let (p, q) = (loop[(index + loop.count - 1) % loop.count], loop[(index + 1) % loop.count])
    let here = loop[index]
    return !(p.x == here.x && here.x == q.x) && !(p.y == here.y && here.y == q.y)
  }.map { loop[$0] }
}
