#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A colour in OKLab, where equal distances look about equally large.
///
/// Source: B. Ottosson, "A perceptual color space for image processing" (2020).
public struct OKLab: Hashable, Sendable {
  /// Lightness, 0…1.
  public var lightness: Double
  /// Green to red.
  public var a: Double
  /// Blue to yellow.
  public var b: Double

  /// Makes a colour from its coordinates.
  public init(lightness: Double, a: Double, b: Double) {
    self.lightness = lightness
    self.a = a
    self.b = b
  }

  /// Converts an sRGB colour; alpha is dropped.
  public init(_ color: RGBColor) {
    let (r, g, b) = (
      RGBColor.linear(color.red), RGBColor.linear(color.green), RGBColor.linear(color.blue)
    )
    let l = cbrt(0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b)
    let m = cbrt(0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b)
    let s = cbrt(0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b)
    self.init(
      lightness: 0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s,
      a: 1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s,
      b: 0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s)
  }

  /// The nearest sRGB colour; channels outside the gamut are clamped.
  public var color: RGBColor {
    func cube(_ x: Double) -> Double { x * x * x }
    let l = cube(lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b)
    let m = cube(lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b)
    let s = cube(lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b)
    return RGBColor(
      red: RGBColor.encoded(4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s),
      green: RGBColor.encoded(-1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s),
      blue: RGBColor.encoded(-0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701_0 * s))
  }

  /// The Euclidean distance; about 0.02 is just noticeable.
  public func distance(to other: OKLab) -> Double {
    let (dl, da, db) = (lightness - other.lightness, a - other.a, b - other.b)
    return (dl * dl + da * da + db * db).squareRoot()
  }
}

extension RGBColor {
  /// The colour at a fraction of the way to another one, through OKLab; alpha goes along.
  public func mixed(with other: RGBColor, at fraction: Double) -> RGBColor {
    let t = min(max(fraction, 0), 1)
    let (from, to) = (OKLab(self), OKLab(other))
    var mixed = OKLab(
      lightness: from.lightness + (to.lightness - from.lightness) * t,
      a: from.a + (to.a - from.a) * t, b: from.b + (to.b - from.b) * t
    ).color
    mixed.alpha = UInt8((Double(alpha) + (Double(other.alpha) - Double(alpha)) * t).rounded())
    return mixed
  }
}
