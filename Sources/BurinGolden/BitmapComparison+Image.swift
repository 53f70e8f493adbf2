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
    let height = max(expected.height, actual.height)
    expected.pixels.withUnsafeBytes { first in
      actual.pixels.withUnsafeBytes { second in
        for y in 0..<height {
          for x in 0..<width {
            let place = UnsafeMutableRawBufferPointer(
              rebasing: target[(y * width + x) * 4..<(y * width + x) * 4 + 4])
            guard x < expected.width, y < expected.height, x < actual.width, y < actual.height
            else {
              place.copyBytes(from: BitmapComparison.magenta)
              continue
            }
            let a = (y * expected.width + x) * 4
            let b = (y * actual.width + x) * 4
            if (0..<4).allSatisfy({ first[a + $0] == second[b + $0] }) {
              let grey = BitmapComparison.fadedGrey(
                blue: first[a], green: first[a + 1], red: first[a + 2], alpha: first[a + 3])
              place[0] = grey
              place[1] = grey
              place[2] = grey
              place[3] = 255
            } else {
              place.copyBytes(from: BitmapComparison.magenta)
            }
          }
        }
      }
    }
  }

  /// Magenta as BGRA: a colour that no theme uses, far from every grey.
  private static let magenta: [UInt8] = [255, 0, 255, 255]

  /// The luma of a premultiplied pixel over white (Rec. 709 weights), at a quarter of its contrast.
  private static func fadedGrey(blue: UInt8, green: UInt8, red: UInt8, alpha: UInt8) -> UInt8 {
    let luma = (Int(red) * 2126 + Int(green) * 7152 + Int(blue) * 722) / 10_000
    let overWhite = min(255, luma + 255 - Int(alpha))
    return UInt8(255 - (255 - overWhite) / 4)
  }
}
