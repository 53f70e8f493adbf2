import BurinGolden
import BurinRaster
import BurinScene

/// The region of a pair that differs: expected, actual and marked, side by side.
enum DifferenceStrip {
  /// The maximum width, in pixels.
  private static let width = 960
  /// The maximum height, in pixels.
  private static let height = 320
  private static let gap = 8
  /// The pixels around the difference, for context.
  private static let margin = 24

  /// Returns the strip, or nil if nothing differs.
  static func image(_ comparison: BitmapComparison) -> Bitmap? {
    let marks = comparison.differenceImage
    let whole = PixelRect(x: 0, y: 0, width: marks.width, height: marks.height)
    let part: PixelRect
    switch comparison.outcome {
    case .equal: return nil
    case .sizes: part = whole
    case .pixels(let difference): part = grown(difference.bounds, within: whole)
    }
    let panel = (width - 2 * gap) / 3
    // Whole steps, so that each displayed pixel exists in the pictures.
    let shrink = max(
      1, (part.width + panel - 1) / panel, (part.height + height - 1) / height)
    let size = (
      width: (part.width + shrink - 1) / shrink, height: (part.height + shrink - 1) / shrink
    )
    let white = RGBColor(red: 255, green: 255, blue: 255)
    guard
      var strip = Bitmap(width: size.width * 3 + gap * 2, height: size.height, fill: white)
    else { return nil }
    for (index, source) in [comparison.expected, comparison.actual, marks].enumerated() {
      let left = index * (size.width + gap)
      for y in 0..<size.height {
        for x in 0..<size.width {
          let cell = PixelRect(
            x: part.x + x * shrink, y: part.y + y * shrink, width: shrink, height: shrink)
          strip[left + x, y] =
            index == 2 ? strongest(source, cell) : mean(source, cell)
        }
      }
    }
    return strip
  }

  private static func grown(_ rect: PixelRect, within whole: PixelRect) -> PixelRect {
    let left = max(0, rect.x - margin)
    let top = max(0, rect.y - margin)
    return PixelRect(
      x: left, y: top, width: min(whole.width, rect.x + rect.width + margin) - left,
      height: min(whole.height, rect.y + rect.height + margin) - top)
  }

  /// Returns the cell's mean over white.
  private static func mean(_ bitmap: Bitmap, _ cell: PixelRect) -> RGBColor {
    var sums = (red: 0, green: 0, blue: 0, count: 0)
    forEachPixel(bitmap, cell) { pixel in
      let alpha = Int(pixel.alpha)
      sums.red += Int(pixel.red) * alpha + 255 * (255 - alpha)
      sums.green += Int(pixel.green) * alpha + 255 * (255 - alpha)
      sums.blue += Int(pixel.blue) * alpha + 255 * (255 - alpha)
      sums.count += 255
    }
    guard sums.count > 0 else { return RGBColor(red: 255, green: 255, blue: 255) }
    return RGBColor(
      red: UInt8(sums.red / sums.count), green: UInt8(sums.green / sums.count),
      blue: UInt8(sums.blue / sums.count))
  }

  /// Returns a mark of the cell if there is one, so that one pixel is not averaged away.
  private static func strongest(_ bitmap: Bitmap, _ cell: PixelRect) -> RGBColor {
    var result = mean(bitmap, cell)
    forEachPixel(bitmap, cell) { pixel in
      if pixel.red != pixel.green { result = pixel }
    }
    return result
  }

  private static func forEachPixel(
    _ bitmap: Bitmap, _ cell: PixelRect, _ body: (RGBColor) -> Void
  ) {
    for y in cell.y..<min(cell.y + cell.height, bitmap.height) {
      for x in cell.x..<min(cell.x + cell.width, bitmap.width) { body(bitmap[x, y]) }
    }
  }
}
