import BurinScene

extension RGBColor {
  /// Creates the colour of a premultiplied pixel.
  init(premultipliedBlue blue: UInt8, green: UInt8, red: UInt8, alpha: UInt8) {
    func unpremultiplied(_ channel: UInt8) -> UInt8 {
      guard alpha > 0 else { return 0 }
      return UInt8(min(255, (Int(channel) * 255 + Int(alpha) / 2) / Int(alpha)))
    }
    self.init(
      red: unpremultiplied(red), green: unpremultiplied(green), blue: unpremultiplied(blue),
      alpha: alpha)
  }

  /// The premultiplied pixel of the colour: blue, green, red and alpha.
  var premultipliedBGRA: (UInt8, UInt8, UInt8, UInt8) {
    func premultiplied(_ channel: UInt8) -> UInt8 {
      UInt8((Int(channel) * Int(alpha) + 127) / 255)
    }
    return (premultiplied(blue), premultiplied(green), premultiplied(red), alpha)
  }
}
