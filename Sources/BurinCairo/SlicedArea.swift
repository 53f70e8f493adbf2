import BurinGeometry
import BurinScene

/// What areas between two lines along which x ascends cover, exactly.
///
/// The share of a pixel is what lies below the upper line in it less what lies below the lower one.
struct SlicedArea {
  private let parts: AscendingParts
  private let map: PixelScale
  private let columns: Range<Int>

  init(_ parts: AscendingParts, _ map: PixelScale, columns: Range<Int>) {
    (self.parts, self.map, self.columns) = (parts, map, columns)
  }

  /// Paints the areas onto a plane.
  func paint(on plane: PaintPlane, _ color: RGBColor) {
    var shares = ColumnShares(rows: plane.rows)
    var column = columns.lowerBound
    for index in stride(from: 0, to: parts.runs.count - 1, by: 2) {
      add(parts.runs[index], parts.runs[index + 1], to: &shares, &column, plane, color)
    }
    if column < columns.upperBound { shares.paint(on: plane, column: column, color) }
  }

  private func place(_ number: Int, _ run: AscendingParts.Run) -> SIMD2<Double> {
    let point = parts.point(number, of: run)
    return SIMD2(map.x(point.x), map.y(point.y))
  }

  /// Adds an area to the shares of a column, and paints the columns that it leaves behind.
  private func add(
    _ a: AscendingParts.Run, _ b: AscendingParts.Run, to shares: inout ColumnShares,
    _ column: inout Int, _ plane: PaintPlane, _ color: RGBColor
  ) {
    var (lineA, lineB) = (Walk(place(0, a)), Walk(place(0, b)))
    var x = min(lineA.here.x, lineB.here.x)
    if x >= Double(column + 1) {
      shares.paint(on: plane, column: column, color)
      guard x < Double(columns.upperBound) else {
        column = columns.upperBound
        return
      }
      column = Int(x)
    }
    while column < columns.upperBound {
      // Both lines are straight up to the next point of either.
      while lineA.here.x <= x, lineA.number + 1 < a.count {
        lineA.advance(to: place(lineA.number + 1, a))
      }
      while lineB.here.x <= x, lineB.number + 1 < b.count {
        lineB.advance(to: place(lineB.number + 1, b))
      }
      let next = min(
        lineA.here.x > x ? lineA.here.x : .infinity, lineB.here.x > x ? lineB.here.x : .infinity)
      guard next < .infinity else { break }
      var from = max(x, Double(column))
      while from < next, column < columns.upperBound {
        let to = min(next, Double(column + 1))
        addPiece(
          (lineA.y(at: from), lineA.y(at: to)), (lineB.y(at: from), lineB.y(at: to)), to - from,
          &shares)
        from = to
        if to == Double(column + 1) {
          shares.paint(on: plane, column: column, color)
          column += 1
        }
      }
      x = next
    }
  }

  /// Adds a piece between two straight lines, which may cross.
  @inline(__always)
  private func addPiece(
    _ a: (Double, Double), _ b: (Double, Double), _ width: Double, _ shares: inout ColumnShares
  ) {
    let (start, end) = (b.0 - a.0, b.1 - a.1)
    if start * end < 0 {
      let part = start / (start - end)
      let middle = a.0 + (a.1 - a.0) * part
      shares.addBelow(min(a.0, b.0), middle, width * part)
      shares.addBelow(max(a.0, b.0), middle, -width * part)
      shares.addBelow(middle, min(a.1, b.1), width * (1 - part))
      shares.addBelow(middle, max(a.1, b.1), -width * (1 - part))
    } else {
      let isOver = start + end >= 0
      let (upper, lower) = isOver ? (a, b) : (b, a)
      shares.addBelow(upper.0, upper.1, width)
      shares.addBelow(lower.0, lower.1, -width)
    }
  }

  /// A walk along a line: the segment from one point to the next.
  private struct Walk {
    var before: SIMD2<Double>
    var here: SIMD2<Double>
    var number = 0

    init(_ first: SIMD2<Double>) { (before, here) = (first, first) }

    @inline(__always)
    mutating func advance(to next: SIMD2<Double>) {
      (before, here) = (here, next)
      number += 1
    }

    /// The line's y; beyond its ends, that of the end.
    @inline(__always)
    func y(at x: Double) -> Double {
      let width = here.x - before.x
      guard width > 0, x < here.x else { return here.y }
      return before.y + (here.y - before.y) * ((x - before.x) / width)
    }
  }
}
