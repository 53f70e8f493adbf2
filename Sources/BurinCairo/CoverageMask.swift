/// Which share of each pixel of a small rectangle an outline covers, exactly.
///
/// Outlines must not cross themselves.
struct CoverageMask {
  private(set) var width = 0
  private(set) var height = 0
  private var stride = 0
  /// Differences along a row while edges are added, shares after ``sum()``.
  private(set) var cells: [Float] = []

  /// Clears the mask and sets its size, in pixels.
  mutating func reset(width: Int, height: Int) {
    (self.width, self.height, stride) = (width, height, width + 2)
    let count = stride * height
    if cells.count < count { cells = [Float](repeating: 0, count: count) }
    for index in 0..<count { cells[index] = 0 }
  }

  /// The share of a row's pixel.
  subscript(x: Int, y: Int) -> Float { cells[y * stride + x] }

  /// Adds a closed outline of corners around a middle, each times a radius.
  mutating func add(
    _ corners: [SIMD2<Double>], around center: SIMD2<Double>, radius: Double, sign: Double = 1
  ) {
    guard var last = corners.last.map({ center + $0 * radius }) else { return }
    cells.withUnsafeMutableBufferPointer { [width, height, stride] cells in
      guard let cells = cells.baseAddress else { return }
      for corner in corners {
        let next = center + corner * radius
        let edge = MaskEdge(last, next, sign)
        edge?.add(to: cells, width: width, height: height, stride: stride)
        last = next
      }
    }
  }

  /// Turns the added differences into shares, 0…1.
  mutating func sum() {
    for row in 0..<height {
      var sum: Float = 0
      let base = row * stride
      for column in 0..<width {
        sum += cells[base + column]
        cells[base + column] = min(abs(sum), 1)
      }
    }
  }
}

/// An edge that rises or falls, in a mask's pixels.
private struct MaskEdge {
  private let top: SIMD2<Double>
  private let bottom: SIMD2<Double>
  private let direction: Double

  /// Nil for a horizontal edge, and one with places that are no numbers.
  init?(_ from: SIMD2<Double>, _ to: SIMD2<Double>, _ sign: Double) {
    let isDown = from.y < to.y
    (top, bottom) = isDown ? (from, to) : (to, from)
    direction = isDown ? sign : -sign
    guard bottom.y > top.y, top.x.isFinite, bottom.x.isFinite else { return nil }
  }

  func add(
    to cells: UnsafeMutablePointer<Float>, width: Int, height: Int, stride: Int
  ) {
    guard top.y < Double(height), bottom.y > 0 else { return }
    let limit = Double(width)
    func addPiece(from x: Double, to nextX: Double, height: Double, row: Int) {
      let (one, other) = (min(max(x, 0), limit), min(max(nextX, 0), limit))
      CoverageCells.add(
        min(one, other), max(one, other), height * direction, to: cells + row * stride)
    }
    // What lies above the mask is not seen; the mask is made to hold the outline across.
    var y = max(top.y, 0)
    let end = min(bottom.y, Double(height))
    var row = Int(y)
    // Most edges of a fine outline lie within one row and need no slope.
    if top.y >= 0, end == bottom.y, end <= Double(row + 1) {
      return addPiece(from: top.x, to: bottom.x, height: end - y, row: row)
    }
    let slope = (bottom.x - top.x) / (bottom.y - top.y)
    var x = top.x + slope * (y - top.y)
    while row < height, y < end {
      let next = min(Double(row + 1), end)
      let nextX = x + slope * (next - y)
      addPiece(from: x, to: nextX, height: next - y, row: row)
      (x, y) = (nextX, next)
      row += 1
    }
  }
}
