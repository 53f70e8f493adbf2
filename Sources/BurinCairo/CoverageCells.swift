/// A row of pixels to which edges add their signed areas: summed from the left, the cells are the
/// shares of the pixels that lie between edges.
///
/// The way of the FreeType and font-rs rasterisers.
enum CoverageCells {
  /// Adds a piece of an edge that runs within the row.
  ///
  /// - Parameters:
  ///   - low: the left end's place, in cells, at least 0.
  ///   - high: the right end's, at least as large; the cell after the one that holds it is written.
  ///   - height: how much of the row's height the piece takes, less than zero where it ascends.
  ///   - cells: the row.
  static func add(
    _ low: Double, _ high: Double, _ height: Double, to cells: UnsafeMutablePointer<Float>
  ) {
    let first = Int(low)
    if high <= Double(first + 1) {
      let share = (low + high) / 2 - Double(first)
      cells[first] += Float(height * (1 - share))
      cells[first + 1] += Float(height * share)
      return
    }
    let density = height / (high - low)
    // The area to the right of the edge, up to the end of each pixel, less what was added before.
    var before = 0.0
    var column = first
    while Double(column) < high {
      let (start, end) = (max(Double(column), low), min(Double(column + 1), high))
      let part = density * (end - start)
      let area = part * (Double(column + 1) - (start + end) / 2)
      cells[column] += Float(before + area)
      before = part - area
      column += 1
    }
    cells[column] += Float(before)
  }
}
