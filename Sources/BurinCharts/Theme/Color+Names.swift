import BurinScene

/// Colours by their names, in Swift Charts' spelling; they do not depend on the theme.
///
/// As text on white they have a contrast of at least 4.5:1, but for yellow, mint, cyan and white.
extension Color {
  /// Red.
  public static let red = Color(RGBColor(hex: 0xC6262E))
  /// Orange.
  public static let orange = Color(RGBColor(hex: 0xB75000))
  /// Yellow.
  public static let yellow = Color(RGBColor(hex: 0xC79A00))
  /// Green.
  public static let green = Color(RGBColor(hex: 0x1B7A3D))
  /// A light blue-green.
  public static let mint = Color(RGBColor(hex: 0x2A9D8F))
  /// A dark blue-green.
  public static let teal = Color(RGBColor(hex: 0x0F7480))
  /// A light blue.
  public static let cyan = Color(RGBColor(hex: 0x2596BE))
  /// Blue.
  public static let blue = Color(RGBColor(hex: 0x1F5FA8))
  /// A blue near violet.
  public static let indigo = Color(RGBColor(hex: 0x4B3FA7))
  /// Violet.
  public static let purple = Color(RGBColor(hex: 0x7A3DB8))
  /// A red near violet.
  public static let pink = Color(RGBColor(hex: 0xC2256E))
  /// Brown.
  public static let brown = Color(RGBColor(hex: 0x7A5230))
  /// Grey.
  public static let gray = Color(RGBColor(hex: 0x667080))
  /// Black.
  public static let black = Color(RGBColor.black)
  /// White.
  public static let white = Color(RGBColor.white)
}
