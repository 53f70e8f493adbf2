import BurinRaster
import BurinScene

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The rule of pixelmatch: how different two pixels look, and whether antialiasing explains it.
///
/// Up to its release 7.2.0, colours are held against each other in the YIQ space of television (Kotsarenko and Ramos,
/// "Measuring perceived color difference using YIQ NTSC transmission color space in mobile
/// applications", 2010). A pixel that differs passes all the same when it looks like the rim of a
/// shape, by the neighbours that it has in either picture (Vyšniauskas, "Anti-aliased pixel and
/// intensity slope detector", 2009). After that release, colours are held against each other in
/// OKLab, with a lightness that is corrected near black (Ottosson 2020, 2021), by the distance HyAB
/// (Abasi, Amani Tehran and Fairchild, "Distance metrics for very large color differences", 2020).
struct PerceptualDifference {
  private let expected: Picture
  private let actual: Picture
  /// The largest squared distance that passes, in YIQ; the largest distance, in OKLab.
  private let limit: Double
  private let usesOKLab: Bool

  /// The largest squared distance of two colours in this space.
  private static let largest = 35_215.0

  /// Bitmaps of one size, and one of the rules with its threshold from 0 to 1; nil for other rules.
  ///
  /// - Parameter files: what the bitmaps were read from, where translucent colours are exact.
  init?(
    _ expected: Bitmap, _ actual: Bitmap, _ rule: PixelRule,
    files: (expected: PNGDetail?, actual: PNGDetail?) = (nil, nil)
  ) {
    switch rule {
    case .perceptual(let threshold):
      limit = Self.largest * threshold * threshold
      usesOKLab = false
      self.expected = Picture(expected, straight: nil)
      self.actual = Picture(actual, straight: nil)
    case .perceptualOKLab(let threshold):
      limit = threshold
      usesOKLab = true
      self.expected = Picture(expected, straight: Self.straight(expected, files.expected))
      self.actual = Picture(actual, straight: Self.straight(actual, files.actual))
    case .exact, .rasterizer, .channel: return nil
    }
  }

  /// Whether a pixel looks different, and not by antialiasing only.
  func differs(_ x: Int, _ y: Int) -> Bool {
    let index = y * expected.width + x
    let (before, after) = (pixel(expected, x, y), pixel(actual, x, y))
    let distance =
      usesOKLab
      ? LightnessAndHue.distance(before, after, at: index)
      : Self.distance(before, after, at: index)
    return distance > limit
      && !isAntialiased(x, y, in: expected, beside: actual)
      && !isAntialiased(x, y, in: actual, beside: expected)
  }

  private func pixel(_ picture: Picture, _ x: Int, _ y: Int) -> UInt32 { picture.pixel(x, y) }

  /// A bitmap, or its colours as they are before they are multiplied by alpha.
  private struct Picture {
    private let bitmap: Bitmap
    private let straight: [UInt32]?

    init(_ bitmap: Bitmap, straight: [UInt32]?) {
      self.bitmap = bitmap
      self.straight = straight
    }

    var width: Int { bitmap.width }
    var height: Int { bitmap.height }

    func pixel(_ x: Int, _ y: Int) -> UInt32 {
      if let straight { return straight[y * bitmap.width + x] }
      return bitmap.pixels.withUnsafeBytes {
        UInt32(
          littleEndian: $0.loadUnaligned(
            fromByteOffset: (y * bitmap.width + x) * 4, as: UInt32.self))
      }
    }
  }

  /// The colours of a picture before they are multiplied by alpha; nil if it is opaque.
  private static func straight(_ bitmap: Bitmap, _ file: PNGDetail?) -> [UInt32]? {
    guard !bitmap.isOpaque else { return nil }
    if let deep = try? file?.deepPixels(), PixelSize(bitmap).width == deep.width {
      return (0..<bitmap.width * bitmap.height).map { index in
        func channel(_ offset: Int) -> UInt32 {
          // The nearest of 255 levels.
          (UInt32(deep.samples[4 * index + offset]) + 128) / 257
        }
        return channel(3) << 24 | channel(0) << 16 | channel(1) << 8 | channel(2)
      }
    }
    return (0..<bitmap.width * bitmap.height).map { index in
      let color = bitmap[index % bitmap.width, index / bitmap.width]
      return UInt32(color.alpha) << 24 | UInt32(color.red) << 16 | UInt32(color.green) << 8
        | UInt32(color.blue)
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

  /// The same with white behind both, as releases after 7.2.0 have it; where only the alphas differ,
  /// they tell which one is darker.
  private static func lumaStepOverWhite(_ first: UInt32, _ second: UInt32) -> Double {
    if first == second { return 0 }
    let (own, other) = (Double(first >> 24), Double(second >> 24))
    let alpha = own - other
    func step(_ shift: UInt32) -> Double {
      let (a, b) = (Double(first >> shift & 255), Double(second >> shift & 255))
      return own == 255 && other == 255 ? a - b : (a * own - b * other - 255 * alpha) / 255
    }
    let result = luma(step(16), step(8), step(0))
    return result == 0 && alpha != 0 ? alpha / 2 : result
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
    let paper = paper(at: index)
    return (
      step(16) - paper.red * alpha / 255, step(8) - paper.green * alpha / 255,
      step(0) - paper.blue * alpha / 255
    )
  }

  /// The pattern's colour at a pixel.
  fileprivate static func paper(at index: Int) -> (red: Double, green: Double, blue: Double) {
    func channel(_ period: Double) -> Double {
      48 + 159 * Double(Int(Double(index * 4) / period) % 2)
    }
    return (channel(1), channel(1.618_033_988_749_895), channel(2.618_033_988_749_895))
  }
}

/// A colour by its lightness in OKLab, corrected near black, and its hue.
private struct LightnessAndHue {
  private let lightness: Double
  private let a: Double
  private let b: Double

  /// The colour of a pixel over a paper; channels from 0 to 255, not multiplied by alpha.
  private init(_ pixel: UInt32, over paper: (red: Double, green: Double, blue: Double)) {
    let alpha = Double(pixel >> 24)
    func blended(_ shift: UInt32, _ paper: Double) -> Double {
      let value = Double(pixel >> shift & 255)
      return Self.linear(alpha == 255 ? value : (value * alpha + paper * (255 - alpha)) / 255)
    }
    let (red, green, blue) = (
      blended(16, paper.red), blended(8, paper.green), blended(0, paper.blue)
    )
    let l = Self.root(0.412_221_470_8 * red + 0.536_332_536_3 * green + 0.051_445_992_9 * blue)
    let m = Self.root(0.211_903_498_2 * red + 0.680_699_545_1 * green + 0.107_396_956_6 * blue)
    let s = Self.root(0.088_302_461_9 * red + 0.281_718_837_6 * green + 0.629_978_700_5 * blue)
    lightness = Self.corrected(0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s)
    a = 1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s
    b = 0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s
  }

  /// HyAB: 1 for black and white.
  static func distance(_ first: UInt32, _ second: UInt32, at index: Int) -> Double {
    let paper = PerceptualDifference.paper(at: index)
    let (one, other) = (Self(first, over: paper), Self(second, over: paper))
    let (da, db) = (one.a - other.a, one.b - other.b)
    return abs(one.lightness - other.lightness) + (da * da + db * db).squareRoot()
  }

  /// Ottosson's lightness Lr.
  private static func corrected(_ lightness: Double) -> Double {
    let (k1, k2) = (0.206, 0.03)
    let k3 = (1 + k1) / (1 + k2)
    let x = k3 * lightness - k1
    return 0.5 * (x + (x * x + 4 * k2 * k3 * lightness).squareRoot())
  }

  /// sRGB's channel (IEC 61966-2-1) to light; between whole values along a straight line.
  private static func linear(_ value: Double) -> Double {
    let low = min(max(Int(value), 0), 255)
    return levels[low] + (levels[min(low + 1, 255)] - levels[low]) * (value - Double(low))
  }

  /// The cube root from 0 to 1, along straight lines between 4,096 places: pixelmatch counts by these,
  /// which near black are not the root's.
  private static func root(_ value: Double) -> Double {
    let place = min(max(value, 0), 1) * 4096
    let low = Int(place)
    return roots[low] + (roots[low + 1] - roots[low]) * (place - Double(low))
  }

  private static let roots: [Double] = (0...4097).map { cbrt(Double($0) / 4096) }

  private static let levels: [Double] = (0...255).map {
    let value = Double($0) / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }
}

// Antialiasing

extension PerceptualDifference {
  /// Whether a pixel is likely a shape's rim: it lies between a darker and a brighter neighbour,
  /// at most two others are as bright, and one of the two lies in an even area in both pictures.
  private func isAntialiased(
    _ x: Int, _ y: Int, in bitmap: Picture, beside other: Picture
  ) -> Bool {
    let center = pixel(bitmap, x, y)
    var even = isAtEdge(x, y) ? 1 : 0
    var (darkest, brightest) = (0.0, 0.0)
    var (darkestPlace, brightestPlace) = ((x: x, y: y), (x: x, y: y))
    for column in max(x - 1, 0)...min(x + 1, bitmap.width - 1) {
      for row in max(y - 1, 0)...min(y + 1, bitmap.height - 1) where (column, row) != (x, y) {
        let neighbour = pixel(bitmap, column, row)
        let step =
          usesOKLab
          ? Self.lumaStepOverWhite(center, neighbour)
          : Self.lumaStep(center, neighbour, at: y * bitmap.width + x)
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
  private func hasEqualNeighbours(_ x: Int, _ y: Int, in bitmap: Picture) -> Bool {
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
