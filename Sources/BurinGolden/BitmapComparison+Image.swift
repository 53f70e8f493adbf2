public import BurinRaster

extension BitmapComparison {
  /// The expected image, faded to grey on white, with every differing pixel in magenta.
  ///
  /// When the sizes differ, the image covers both, and what only one of them has is magenta.
  public var differenceImage: Bitmap {
    let width = max(expected.width, actual.width)
    let height = max(expected.height, actual.height)
    let image = Bitmap(width: width, height: height, drawing: draw(into:))
    // Two bitmaps that exist have sides whose larger ones make a bitmap too, short of overflow.
    return image ?? expected
  }

  private func draw(into target: UnsafeMutableRawBufferPointer) {
    let width = max(expected.width, actual.width)
    let common = PixelSize(
      width: min(expected.width, actual.width), height: min(expected.height, actual.height))
    target.withMemoryRebound(to: UInt32.self) { $0.update(repeating: BitmapComparison.magenta) }
    expected.pixels.withUnsafeBytes { first in
      actual.pixels.withUnsafeBytes { second in
        for y in 0..<common.height {
          for x in 0..<common.width {
            let pixel = first.loadUnaligned(
              fromByteOffset: (y * expected.width + x) * 4, as: UInt32.self)
            let other = second.loadUnaligned(
              fromByteOffset: (y * actual.width + x) * 4, as: UInt32.self)
            if pixel == other, !isMarked(x, y) {
              target.storeBytes(
                of: BitmapComparison.faded(UInt32(littleEndian: pixel)).littleEndian,
                toByteOffset: (y * width + x) * 4, as: UInt32.self)
            }
          }
        }
      }
    }
  }

  private func isMarked(_ x: Int, _ y: Int) -> Bool {
    !marked.isEmpty
      && marked.contains {
        x >= $0.x && y >= $0.y && x < $0.x + $0.width && y < $0.y + $0.height
      }
  }

  /// A colour that no theme uses, far from every grey; its bytes are blue, green, red, alpha.
  private static let magenta: UInt32 = UInt32(0xFFFF_00FF).littleEndian

  /// The luma of a premultiplied pixel over white, at a quarter of its contrast.
  ///
  /// Weights: ITU-R BT.709.
  private static func faded(_ pixel: UInt32) -> UInt32 {
    let weighted = (pixel >> 16 & 255) * 2126 + (pixel >> 8 & 255) * 7152 + (pixel & 255) * 722
    let overWhite = min(255, weighted / 10_000 + 255 - (pixel >> 24))
    let grey = 255 - (255 - overWhite) / 4
    return 0xFF00_0000 | grey << 16 | grey << 8 | grey
  }
}
