import BurinRaster

/// The pixels of areas that are flat in two bitmaps, each of one colour, and not of the same.
///
/// A flat area is a square of ``PixelRule/flatSide`` pixels a side. No rasteriser's rounding of
/// edges reaches its middle, so the colour there is a paint's.
struct FlatAreas {
  private let bounds: PixelRect
  private var mask: [Bool]

  /// Whether a pixel belongs to such an area.
  func contains(_ x: Int, _ y: Int) -> Bool {
    mask[(y - bounds.y) * bounds.width + x - bounds.x]
  }

  /// Looks through two bitmaps of one size.
  ///
  /// - Parameter bounds: holds all pixels that differ, and with them all areas looked for.
  init(_ expected: Bitmap, _ actual: Bitmap, in bounds: PixelRect) {
    self.bounds = bounds
    let side = PixelRule.flatSide
    var mask = [Bool](repeating: false, count: bounds.width * bounds.height)
    // How many pixels to the left, and how many such rows above, show the same pair of colours.
    var runs = [Int](repeating: 0, count: bounds.width)
    var rows = [Int](repeating: 0, count: bounds.width)
    var above = [UInt64](repeating: 0, count: bounds.width)
    expected.pixels.withUnsafeBytes { first in
      actual.pixels.withUnsafeBytes { second in
        for y in 0..<bounds.height {
          var left: UInt64?
          for x in 0..<bounds.width {
            let offset = ((y + bounds.y) * expected.width + x + bounds.x) * 4
            let a = first.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
            let b = second.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
            let pair = UInt64(a) << 32 | UInt64(b)
            if a == b {
              runs[x] = 0
            } else {
              runs[x] = left == pair ? runs[x - 1] + 1 : 1
            }
            if runs[x] < side {
              rows[x] = 0
            } else {
              rows[x] = rows[x] > 0 && above[x] == pair ? rows[x] + 1 : 1
            }
            if rows[x] >= side {
              for row in y - side + 1...y {
                for column in x - side + 1...x { mask[row * bounds.width + column] = true }
              }
            }
            above[x] = pair
            left = pair
          }
        }
      }
    }
    self.mask = mask
  }
}
