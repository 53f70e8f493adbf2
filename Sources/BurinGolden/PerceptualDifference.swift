import BurinRaster

/// The rule of pixelmatch: how different two pixels look, and whether antialiasing explains it.
///
/// Colours are held against each other in the YIQ space of television (Kotsarenko and Ramos,
/// "Measuring perceived color difference using YIQ NTSC transmission color space in mobile
/// applications", 2010). A pixel that differs passes all the same when it looks like the rim of a
/// shape, by the neighbours that it has in either picture (Vyšniauskas, "Anti-aliased pixel and
/// intensity slope detector", 2009).
struct PerceptualDifference {
  private let expected: Bitmap
  private let actual: Bitmap
  /// The largest squared distance that passes.
  private let limit: Double

  /// The largest squared distance of two colours in this space.
  private static let largest = 35_215.0

  /// Bitmaps of one size and a threshold, 0 to 1.
  init(_ expected: Bitmap, _ actual: Bitmap, threshold: Double) {
    self.expected = expected
    self.actual = actual
    limit = Self.largest * threshold * threshold
  }

  /// Whether a pixel looks different, and not by antialiasing only.
  func differs(_ x: Int, _ y: Int) -> Bool {
    let index = y * expected.width + x
    let distance = Self.distance(pixel(expected, x, y), pixel(actual, x, y), at: index)
    return distance > limit
      && !isAntialiased(x, y, in: expected, beside: actual)
      && !isAntialiased(x, y, in: actual, beside: expected)
  }

  private func pixel(_ bitmap: Bitmap, _ x: Int, _ y: Int) -> UInt32 {
    bitmap.pixels.withUnsafeBytes {
      UInt32(
        littleEndian: $0.loadUnaligned(
          fromByteOffset: (y * bitmap.width + x) * 4, as: UInt32.self))
    }
  }
}

// Colour

extension PerceptualDifference {
  /// The squared distance of two pixels in YIQ, weighted for the eye.
  private static func distance(_ first: UInt32, _ second: UInt32, at index: Int) -> Double {
    let (red, green, blue) = channelSteps(first, second, at: index)
    let y = luma(red, green, blue)
    let i = red * 0.59597799 - green * 0.27417610 - blue * 0.32180189
    let q = red * 0.21147017 - green * 0.52261711 + blue * 0.31114694
    return 0.5053 * y * y + 0.299 * i * i + 0.1957 * q * q
  }

  private static func lumaStep(_ first: UInt32, _ second: UInt32, at index: Int) -> Double {
    if first == second { return 0 }
    let (red, green, blue) = channelSteps(first, second, at: index)
    return luma(red, green, blue)
  }

  private static func luma(_ red: Double, _ green: Double, _ blue: Double) -> Double {
    red * 0.29889531 + green * 0.58662247 + blue * 0.11448223
  }

  /// What of each channel differs, both pixels lying on the pattern that pixelmatch puts behind
  /// transparent ones, so that no one colour of paper hides a difference.
  private static func channelSteps(
    _ first: UInt32, _ second: UInt32, at index: Int
  ) -> (red: Double, green: Double, blue: Double) {
    func step(_ shift: UInt32) -> Double {
      Double(first >> shift & 255) - Double(second >> shift & 255)
    }
    let alpha = step(24)
    guard first >> 24 < 255 || second >> 24 < 255 else { return (step(16), step(8), step(0)) }
    func paper(_ period: Double) -> Double {
      48 + 159 * Double(Int(Double(index * 4) / period) % 2)
    }
    return (
      step(16) - paper(1) * alpha / 255, step(8) - paper(1.618_033_988_749_895) * alpha / 255,
      step(0) - paper(2.618_033_988_749_895) * alpha / 255
    )
  }
}

// Antialiasing

extension PerceptualDifference {
  /// Whether a pixel is likely a shape's rim: it lies between a darker and a brighter neighbour,
  /// at most two others are as bright, and one of the two lies in an even area in both pictures.
  private func isAntialiased(
    _ x: Int, _ y: Int, in bitmap: Bitmap, beside other: Bitmap
  ) -> Bool {
    let center = pixel(bitmap, x, y)
    var even = isAtEdge(x, y) ? 1 : 0
    var (darkest, brightest) = (0.0, 0.0)
    var (darkestPlace, brightestPlace) = ((x: x, y: y), (x: x, y: y))
    for column in max(x - 1, 0)...min(x + 1, bitmap.width - 1) {
      for row in max(y - 1, 0)...min(y + 1, bitmap.height - 1) where (column, row) != (x, y) {
        let step = Self.lumaStep(
          center, pixel(bitmap, column, row), at: y * bitmap.width + x)
        if step == 0 {
          even += 1
          if even > 2 { return false }
        } else if step < darkest {
          darkest = step
          darkestPlace = (column, row)
        } else if step > brightest {
          brightest = step
          brightestPlace = (column, row)
        }
      }
    }
    if darkest == 0 || brightest == 0 { return false }
    func isInEvenArea(_ place: (x: Int, y: Int)) -> Bool {
      hasEqualNeighbours(place.x, place.y, in: bitmap)
        && hasEqualNeighbours(place.x, place.y, in: other)
    }
    return isInEvenArea(darkestPlace) || isInEvenArea(brightestPlace)
  }

  /// Whether at least three neighbours have the pixel's colour; the edge counts as one.
  private func hasEqualNeighbours(_ x: Int, _ y: Int, in bitmap: Bitmap) -> Bool {
    let center = pixel(bitmap, x, y)
    var equal = isAtEdge(x, y) ? 1 : 0
    for column in max(x - 1, 0)...min(x + 1, bitmap.width - 1) {
      for row in max(y - 1, 0)...min(y + 1, bitmap.height - 1) where (column, row) != (x, y) {
        if pixel(bitmap, column, row) == center { equal += 1 }
        if equal > 2 { return true }
      }
    }
    return false
  }

  private func isAtEdge(_ x: Int, _ y: Int) -> Bool {
    x == 0 || y == 0 || x == expected.width - 1 || y == expected.height - 1
  }
}
