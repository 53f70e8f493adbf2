import BurinGeometry

/// Which share of each pixel a polygon covers, exactly, a row of pixels at a time.
///
/// Edges add their signed areas to the cells that they pass; summed along a row, these are the
/// shares. Needs room for one row alone, so that a long thin polygon costs what it covers.
struct PolygonRows {
  /// The memory of a row's cells.
  private final class Cells {
    let start: UnsafeMutablePointer<Float>

    init(count: Int) {
      start = .allocate(capacity: count)
      start.initialize(repeating: 0, count: count)
    }

    deinit { start.deallocate() }
  }

  private struct Edge {
    var top: Point
    var bottom: Double
    var slope: Double
    var direction: Double
  }

  private let columns: Int
  private let rows: Int
  private let memory: Cells
  private let cells: UnsafeMutablePointer<Float>
  /// The edges of the polygon by their upper ends.
  private var edges: [Edge] = []
  /// The edges that reach into a row.
  private var active: [Edge] = []

  /// What lies outside of this many columns and rows is left out.
  init(columns: Int, rows: Int) {
    (self.columns, self.rows) = (columns, rows)
    memory = Cells(count: columns + 2)
    cells = memory.start
  }

  /// Calls a closure for each row in which a polygon covers something, with the row, the columns,
  /// and the share of each of them.
  @inline(__always)
  mutating func cover(
    _ corners: [Point], _ paint: (Int, Range<Int>, UnsafeMutablePointer<Float>) -> Void
  ) {
    guard let rows = sortEdges(corners) else { return }
    var next = 0
    active.removeAll(keepingCapacity: true)
    for row in rows {
      while next < edges.count, edges[next].top.y < Double(row + 1) {
        active.append(edges[next])
        next += 1
      }
      guard let touched = add(row) else { continue }
      var sum: Float = 0
      for column in touched {
        sum += cells[column]
        cells[column] = min(abs(sum), 1)
      }
      // The cell after the last column takes what lies beyond it.
      paint(row, touched.clamped(to: 0..<columns), cells + touched.lowerBound)
      for column in touched { cells[column] = 0 }
    }
  }

  /// Returns the rows of a polygon of which something may be seen.
  private mutating func sortEdges(_ corners: [Point]) -> Range<Int>? {
    guard var last = corners.last else { return nil }
    var (top, bottom) = (Double.infinity, -Double.infinity)
    edges.removeAll(keepingCapacity: true)
    for corner in corners {
      defer { last = corner }
      (top, bottom) = (min(top, corner.y), max(bottom, corner.y))
      guard last.y != corner.y else { continue }
      let isDown = last.y < corner.y
      let (start, end) = isDown ? (last, corner) : (corner, last)
      guard end.y > 0, start.y < Double(rows) else { continue }
      let edge = Edge(
        top: start, bottom: end.y, slope: (end.x - start.x) / (end.y - start.y),
        direction: isDown ? 1 : -1)
      // Few edges, mostly in order.
      var place = edges.count
      while place > 0, edges[place - 1].top.y > start.y { place -= 1 }
      edges.insert(edge, at: place)
    }
    let (first, end) = (max(0, top.rounded(.down)), min(Double(rows), bottom.rounded(.up)))
    return first < end ? Int(first)..<Int(end) : nil
  }

  /// Adds the active edges to the cells of a row, and returns the cells that changed.
  private mutating func add(_ row: Int) -> Range<Int>? {
    let (above, below) = (Double(row), Double(row + 1))
    let width = Double(columns)
    var (first, last) = (columns, -1)
    var index = 0
    while index < active.count {
      let edge = active[index]
      if edge.bottom <= above {
        active.swapAt(index, active.count - 1)
        active.removeLast()
        continue
      }
      index += 1
      let (start, end) = (max(edge.top.y, above), min(edge.bottom, below))
      let x = edge.top.x + edge.slope * (start - edge.top.y)
      let nextX = edge.top.x + edge.slope * (end - edge.top.y)
      let (low, high) = x < nextX ? (x, nextX) : (nextX, x)
      guard low < width else {
        last = columns
        continue
      }
      let height = (end - start) * edge.direction
      if low >= 0, high < width {
        CoverageCells.add(low, high, height, to: cells)
        (first, last) = (min(first, Int(low)), max(last, Int(high) + 1))
        continue
      }
      // What lies to the left covers all of the row, what lies to the right nothing.
      let part = high > low ? height / (high - low) : 0
      cells[0] += Float(high > low ? max(0, min(0, high) - low) * part : low < 0 ? height : 0)
      if high > 0 {
        let (start, end) = (max(low, 0), min(high, width))
        CoverageCells.add(start, end, (end - start) * part, to: cells)
      }
      first = min(first, Int(max(low, 0)))
      last = max(last, high >= width ? columns : Int(max(high, 0)) + 1)
    }
    return first < columns && first <= last ? first..<(last + 1) : nil
  }
}
