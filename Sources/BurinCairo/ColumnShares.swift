import BurinGeometry
import BurinScene

/// Which shares of a column of pixels are covered, summed from stretches and from pieces of edges.
struct ColumnShares {
  private let rows: Range<Int>
  private let origin: Double
  private let height: Double
  /// Differences from row to row.
  private var steps: [Double]
  /// Kinks of what lies below tall edges: coefficients of a square, by the row from which they hold.
  private var kinks: [SIMD4<Double>]
  private var hasKinks = false
  private var shares: [Float]

  init(rows: Range<Int>) {
    self.rows = rows
    origin = Double(rows.lowerBound)
    height = Double(rows.count)
    steps = [Double](repeating: 0, count: rows.count + 2)
    kinks = [SIMD4<Double>](repeating: .zero, count: rows.count + 2)
    shares = [Float](repeating: 0, count: rows.count)
  }

  /// Adds a stretch of y, as wide as a part of the column.
  @inline(__always)
  mutating func add(_ top: Double, _ bottom: Double, _ width: Double) {
    let (a, b) = (min(max(top - origin, 0), height), min(max(bottom - origin, 0), height))
    guard a < b else { return }
    let (first, last) = (Int(a), Int(b))
    let (inFirst, inLast) = ((a - Double(first)) * width, (b - Double(last)) * width)
    steps[first] += width - inFirst
    steps[first + 1] += inFirst
    steps[last] -= width - inLast
    steps[last + 1] -= inLast
  }

  /// Adds what lies below a piece of an edge within the column.
  ///
  /// - Parameters:
  ///   - start: the piece's y at one end.
  ///   - end: the piece's y at the other end.
  ///   - width: the piece's extent in x, negative to take away.
  mutating func addBelow(_ start: Double, _ end: Double, _ width: Double) {
    var (low, high) = (min(start, end) - origin, max(start, end) - origin)
    var width = width
    if low >= height || width == 0 { return }
    if high <= 0 {
      steps[0] += width
      return
    }
    if low < 0 {
      let above = width * (-low / (high - low))
      steps[0] += above
      (width, low) = (width - above, 0)
    }
    if high > height {
      width *= (height - low) / (high - low)
      high = height
    }
    let first = Int(low)
    if high <= Double(first + 1) {
      let share = (low + high) / 2 - Double(first)
      steps[first] += width * (1 - share)
      steps[first + 1] += width * share
      return
    }
    let slope = width / (high - low)
    if high - low < 6 {
      var (y, row) = (low, first)
      while y < high {
        let next = min(Double(row + 1), high)
        let (part, share) = (slope * (next - y), (y + next) / 2 - Double(row))
        steps[row] += part * (1 - share)
        steps[row + 1] += part * share
        (y, row) = (next, row + 1)
      }
      return
    }
    hasKinks = true
    kinks[Int(low.rounded(.up))] += Self.square(slope, low)
    kinks[Int(high.rounded(.up))] -= Self.square(slope, high)
  }

  /// Half a slope times the square of the distance from a place.
  @inline(__always)
  private static func square(_ slope: Double, _ place: Double) -> SIMD4<Double> {
    SIMD4(slope / 2, -slope * place, slope * place * place / 2, 0)
  }

  /// Paints the column, and begins the next one.
  mutating func paint(on plane: PaintPlane, column: Int, _ color: RGBColor) {
    var sum = 0.0
    var isBlank = true
    if hasKinks {
      var (square, before) = (SIMD4<Double>.zero, 0.0)
      for row in 0..<rows.count {
        sum += steps[row]
        square += kinks[row]
        let end = Double(row + 1)
        // A kink within the row holds from the next one on.
        let next = square + kinks[row + 1]
        let value = (next.x * end + next.y) * end + next.z
        let share = Float(sum + value - before)
        before = value
        if share > 0.0001 { isBlank = false }
        shares[row] = share
      }
    } else {
      for row in 0..<rows.count {
        sum += steps[row]
        let share = Float(sum)
        if share > 0.0001 { isBlank = false }
        shares[row] = share
      }
    }
    if !isBlank { plane.paint(shares, column: column, color) }
    for row in steps.indices { steps[row] = 0 }
    if hasKinks {
      for row in kinks.indices { kinks[row] = .zero }
      hasKinks = false
    }
  }
}
