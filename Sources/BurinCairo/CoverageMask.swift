/// Which share of each pixel of a small rectangle an outline covers, exactly.
///
/// Edges add their signed areas to the cells that they pass; summed along a row, these are the
/// shares (the way of the FreeType and font-rs rasterisers). Outlines must not cross themselves.
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
    for corner in corners {
      let next = center + corner * radius
      addEdge(last, next, sign)
      last = next
    }
  }

  private mutating func addEdge(_ from: SIMD2<Double>, _ to: SIMD2<Double>, _ sign: Double) {
    let isDown = from.y < to.y
    let (top, bottom) = isDown ? (from, to) : (to, from)
    let rise = bottom.y - top.y
    guard rise > 0, top.x.isFinite, bottom.x.isFinite, top.y < Double(height), bottom.y > 0 else {
      return
    }
    let direction = isDown ? sign : -sign
    let slope = (bottom.x - top.x) / rise
    // What lies above the mask is not seen; the mask is made to hold the outline across.
    var y = max(top.y, 0)
    var x = top.x + slope * (y - top.y)
    let end = min(bottom.y, Double(height))
    let limit = Double(width)
    var row = Int(y)
    while row < height, y < end {
      let next = min(Double(row + 1), end)
      let nextX = x + slope * (next - y)
      addSpan(
        row, min(max(x, 0), limit), min(max(nextX, 0), limit), (next - y) * direction)
      (x, y) = (nextX, next)
      row += 1
    }
  }

  /// Adds a piece of an edge within one row.
  private mutating func addSpan(_ row: Int, _ x: Double, _ nextX: Double, _ height: Double) {
    let (low, high) = x < nextX ? (x, nextX) : (nextX, x)
    let first = Int(low)
    let last = Int(high.rounded(.up))
    let base = row * stride + first
    if last <= first + 1 {
      let share = (low + high) / 2 - Double(first)
      cells[base] += Float(height * (1 - share))
      cells[base + 1] += Float(height * share)
      return
    }
    let density = height / (high - low)
    // The area to the right of the edge, up to the end of each pixel, less what was added before.
    var before = 0.0
    for column in first..<last {
      let end = min(Double(column + 1), high)
      let start = max(Double(column), low)
      // Within the pixel the edge falls by density times its run; its area is to the right of it.
      let part = density * (end - start)
      let share = Double(column + 1) - (start + end) / 2
      let area = part * share
      cells[base + column - first] += Float(before + area)
      before = part - area
    }
    cells[base + last - first] += Float(before)
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
