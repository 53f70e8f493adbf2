import BurinGeometry

/// The coverage of one symbol of one size at places between pixels.
///
/// Stamps are made at a lattice of places; between four of them coverage is interpolated, which is
/// within two of 255 of the exact one where the outline has no edges along the lattice, or has them
/// where the lattice has its places.
struct SymbolStamps {
  /// The columns and rows of a stamp.
  let width: Int
  let height: Int
  /// The floats of a row: a multiple of eight, so that rows are read eight at a time.
  let stride: Int
  /// The distance of the symbol's left and lower edges from its middle, in pixels.
  let left: Double
  let bottom: Double
  let steps: Int
  let cells: [Float]

  /// The widest symbol, in pixels, that is stamped.
  static let widest = 14.0

  /// Makes the stamps; nil for a symbol that is too large or has none.
  init?(_ outline: SymbolOutline, radius: Double, count: Int) {
    let extent = outline.extent
    let (columns, rows) = (extent.width * radius, extent.height * radius)
    guard max(columns, rows) <= Self.widest, radius > 0 else { return nil }
    // Making the stamps must be worth it.
    let steps = columns <= 6 ? 32 : 64
    guard count >= 2 * steps * steps else { return nil }
    self.steps = steps
    width = Int(columns.rounded(.up)) + 1
    height = Int(rows.rounded(.up)) + 2
    stride = (width + 7) / 8 * 8
    left = extent.minX * radius
    bottom = extent.maxY * radius
    var cells = [Float](repeating: 0, count: (steps + 1) * (steps + 1) * stride * height)
    var mask = CoverageMask()
    for row in 0...steps {
      for column in 0...steps {
        let center = SIMD2(
          Double(column) / Double(steps) - left,
          Double(height - 2) + Double(row) / Double(steps) - bottom)
        outline.cover(&mask, width: width, height: height, center: center, radius: radius)
        let base = (row * (steps + 1) + column) * stride * height
        for y in 0..<height {
          for x in 0..<width { cells[base + y * stride + x] = mask[x, y] }
        }
      }
    }
    self.cells = cells
  }
}
