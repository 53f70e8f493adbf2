import BurinScene

/// Colours by their names, in Swift Charts' spelling; they do not depend on the theme.
///
/// As text on white they have a contrast of at least 4.5:1, but for yellow, mint, cyan and white.
extension ThemeColor {
  /// Red.
  public static let red = ThemeColor(Color(hex: 0xC6262E))
  /// Orange.
  public static let orange = ThemeColor(Color(hex: 0xB75000))
  /// Yellow.
  public static let yellow = ThemeColor(Color(hex: 0xC79A00))
  /// Green.
  public static let green = ThemeColor(Color(hex: 0x1B7A3D))
  /// A light blue-green.
  public static let mint = ThemeColor(Color(hex: 0x2A9D8F))
  /// A dark blue-green.
  public static let teal = ThemeColor(Color(hex: 0x0F7480))
  /// A light blue.
  public static let cyan = ThemeColor(Color(hex: 0x2596BE))
  /// Blue.
  public static let blue = ThemeColor(Color(hex: 0x1F5FA8))
  /// A blue near violet.
  public static let indigo = ThemeColor(Color(hex: 0x4B3FA7))
  /// Violet.
  public static let purple = ThemeColor(Color(hex: 0x7A3DB8))
  /// A red near violet.
  public static let pink = ThemeColor(Color(hex: 0xC2256E))
  /// Brown.
  public static let brown = ThemeColor(Color(hex: 0x7A5230))
  /// Grey.
  public static let gray = ThemeColor(Color(hex: 0x667080))
  /// Black.
  public static let black = ThemeColor(.black)
  /// White.
  public static let white = ThemeColor(.white)
}
