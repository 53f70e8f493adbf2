/// A pixel's colour: sRGB channels that are not premultiplied, each 0 to 255.
public struct RGBA: Sendable, Hashable {
  /// Red, 0 to 255.
  public var red: UInt8
  /// Green, 0 to 255.
  public var green: UInt8
  /// Blue, 0 to 255.
  public var blue: UInt8
  /// Opacity: 0 is transparent, 255 opaque.
  public var alpha: UInt8

  /// Makes a colour, opaque by default.
  public init(red: UInt8, green: UInt8, blue: UInt8, alpha: UInt8 = 255) {
    self.red = red
    self.green = green
    self.blue = blue
    self.alpha = alpha
  }

  init(premultipliedBlue blue: UInt8, green: UInt8, red: UInt8, alpha: UInt8) {
    func unpremultiplied(_ channel: UInt8) -> UInt8 {
      guard alpha > 0 else { return 0 }
      return UInt8(min(255, (Int(channel) * 255 + Int(alpha) / 2) / Int(alpha)))
    }
    self.init(
      red: unpremultiplied(red), green: unpremultiplied(green), blue: unpremultiplied(blue),
      alpha: alpha)
  }

  var premultipliedBGRA: (UInt8, UInt8, UInt8, UInt8) {
    func premultiplied(_ channel: UInt8) -> UInt8 {
      UInt8((Int(channel) * Int(alpha) + 127) / 255)
    }
    return (premultiplied(blue), premultiplied(green), premultiplied(red), alpha)
  }
}
