public import BurinScene

/// The colours that formulas name: custom ones, LaTeX's and codes.
public enum FormulaColor {
  /// Returns the colour of a name, or of a code such as `#1d5aa8` or `#f00`; nil if there is none.
  ///
  /// - Parameters:
  ///   - text: the name or code.
  ///   - named: names besides LaTeX's, which they override.
  public static func color(_ text: String, named: [String: RGBColor] = [:]) -> RGBColor? {
    named[text] ?? standard[text] ?? hexadecimal(text)
  }

  /// Returns the known name that was probably meant, or nil if none is similar.
  public static func suggestion(for text: String, named: [String: RGBColor] = [:]) -> String? {
    Suggestion.nearest(to: text, among: named.keys.sorted() + standard.keys.sorted())
  }

  /// The colours of LaTeX's packages color and xcolor.
  private static let standard: [String: RGBColor] = [
    "black": .black, "white": .white, "red": RGBColor(hex: 0xFF0000),
    "green": RGBColor(hex: 0x00FF00),
    "blue": RGBColor(hex: 0x0000FF), "cyan": RGBColor(hex: 0x00FFFF),
    "magenta": RGBColor(hex: 0xFF00FF),
    "yellow": RGBColor(hex: 0xFFFF00), "gray": RGBColor(hex: 0x808080),
    "orange": RGBColor(hex: 0xFF8000),
    "purple": RGBColor(hex: 0xBF0040), "brown": RGBColor(hex: 0xBF8040),
    "teal": RGBColor(hex: 0x008080),
    "lightgray": RGBColor(hex: 0xBFBFBF), "darkgray": RGBColor(hex: 0x404040),
    "lime": RGBColor(hex: 0xBFFF00), "olive": RGBColor(hex: 0x808000),
    "pink": RGBColor(hex: 0xFFBFBF),
    "violet": RGBColor(hex: 0x800080), "aqua": RGBColor(hex: 0x00FFFF),
    "fuchsia": RGBColor(hex: 0xFF00FF), "maroon": RGBColor(hex: 0x800000),
    "navy": RGBColor(hex: 0x000080), "silver": RGBColor(hex: 0xC0C0C0),
    "grey": RGBColor(hex: 0x808080), "gold": RGBColor(hex: 0xFFD700),
    "crimson": RGBColor(hex: 0xDC143C), "indigo": RGBColor(hex: 0x4B0082),
    "turquoise": RGBColor(hex: 0x40E0D0), "salmon": RGBColor(hex: 0xFA8072),
    "tomato": RGBColor(hex: 0xFF6347), "royalblue": RGBColor(hex: 0x4169E1),
    "forestgreen": RGBColor(hex: 0x228B22), "darkgreen": RGBColor(hex: 0x006400),
    "darkblue": RGBColor(hex: 0x00008B), "darkred": RGBColor(hex: 0x8B0000),
    "lightblue": RGBColor(hex: 0xADD8E6), "lightgreen": RGBColor(hex: 0x90EE90),
  ]

  /// Returns the colour of numbers in a model of xcolor; nil if they aren't valid.
  static func color(_ text: String, model: String) -> RGBColor? {
    let parts = text.split(separator: ",").compactMap { Double(String($0).trimmed) }
    func channel(_ value: Double, of full: Double) -> UInt8? {
      value >= 0 && value <= full ? UInt8((value / full * 255).rounded()) : nil
    }
    switch (model, parts.count) {
    case ("HTML", _): return hexadecimal("#" + text)
    case ("gray", 1):
      return channel(parts[0], of: 1).map { RGBColor(red: $0, green: $0, blue: $0) }
    case ("rgb", 3), ("RGB", 3):
      let full = model == "rgb" ? 1.0 : 255
      guard let red = channel(parts[0], of: full), let green = channel(parts[1], of: full),
        let blue = channel(parts[2], of: full)
      else { return nil }
      return RGBColor(red: red, green: green, blue: blue)
    default: return nil
    }
  }

  private static func hexadecimal(_ text: String) -> RGBColor? {
    guard text.first == "#" else { return nil }
    let digits = text.dropFirst()
    // Swift's parser would accept a sign.
    guard digits.allSatisfy(\.isHexDigit), let value = UInt32(digits, radix: 16) else { return nil }
    switch digits.count {
    case 6: return RGBColor(hex: value)
    case 3:
      let (r, g, b) = (value >> 8, value >> 4 & 15, value & 15)
      return RGBColor(hex: r * 0x110000 + g * 0x1100 + b * 0x11)
    default: return nil
    }
  }
}
