/// An sRGB colour with alpha, eight bits a channel, not premultiplied.
///
/// ```swift
/// RGBColor(hex: 0x1F6FB2).description  // "#1f6fb2"
/// ```
public struct RGBColor: Hashable, Sendable {
  /// Red, 0…255.
  public var red: UInt8
  /// Green, 0…255.
  public var green: UInt8
  /// Blue, 0…255.
  public var blue: UInt8
  /// Opacity, 0 (clear) … 255 (opaque).
  public var alpha: UInt8

  /// Makes a colour from its channels.
  public init(red: UInt8, green: UInt8, blue: UInt8, alpha: UInt8 = 255) {
    self.red = red
    self.green = green
    self.blue = blue
    self.alpha = alpha
  }

  /// Makes an opaque colour from `0xRRGGBB`.
  public init(hex: UInt32) {
    self.init(
      red: UInt8(truncatingIfNeeded: hex >> 16), green: UInt8(truncatingIfNeeded: hex >> 8),
      blue: UInt8(truncatingIfNeeded: hex))
  }

  /// Opaque black.
  public static let black = RGBColor(hex: 0x000000)
  /// Opaque white.
  public static let white = RGBColor(hex: 0xFFFFFF)
  /// Fully transparent.
  public static let clear = RGBColor(red: 0, green: 0, blue: 0, alpha: 0)

  /// The same colour, its opacity multiplied by a factor in 0…1; NaN changes nothing.
  public func opacity(_ factor: Double) -> RGBColor {
    guard !factor.isNaN else { return self }
    var color = self
    color.alpha = UInt8((Double(alpha) * min(max(factor, 0), 1)).rounded())
    return color
  }

  /// Whether nothing shows through.
  public var isOpaque: Bool { alpha == 255 }

  /// The opaque colour that results when this one is painted over an opaque backdrop.
  public func over(_ backdrop: RGBColor) -> RGBColor {
    guard alpha < 255 else { return self }
    let a = Double(alpha) / 255
    func blend(_ top: UInt8, _ bottom: UInt8) -> UInt8 {
      UInt8((Double(top) * a + Double(bottom) * (1 - a)).rounded())
    }
    return RGBColor(
      red: blend(red, backdrop.red), green: blend(green, backdrop.green),
      blue: blend(blue, backdrop.blue))
  }
}

extension RGBColor: CustomStringConvertible {
  /// `#rrggbb`, or `#rrggbbaa` where not opaque.
  public var description: String {
    func hex(_ value: UInt8) -> String {
      let digits = String(value, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }
    return "#" + hex(red) + hex(green) + hex(blue) + (isOpaque ? "" : hex(alpha))
  }
}
