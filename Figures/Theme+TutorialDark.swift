public import BurinFigures

extension Theme {
  /// The look of the figures on dark pages: the same hues, lighter, on a dark canvas.
  ///
  /// P, Q, entropy and waste differ in lightness by at least 0.05 in OKLab, so that they stay apart
  /// in grey print and for all readers.
  public static let tutorialDark: Theme = {
    var theme = tutorial
    theme.colors.primary = RGBColor(hex: 0xE8ECF2)
    theme.colors.secondary = RGBColor(hex: 0xAEB8C6)
    theme.colors.canvas = RGBColor(hex: 0x14181F)
    theme.colors.surface = RGBColor(hex: 0x1D232C)
    theme.colors.grid = RGBColor(hex: 0x2B333F)
    theme.colors.axis = RGBColor(hex: 0x7C8797)
    theme.colors.muted = RGBColor(hex: 0x8A95A5)
    theme.colors.accent = RGBColor(hex: 0x82B7FF)
    theme.colors.good = RGBColor(hex: 0x3FB09A)
    theme.colors.bad = RGBColor(hex: 0xE26455)
    theme.colors.named = [
      "P": RGBColor(hex: 0x82B7FF), "Q": RGBColor(hex: 0xFECBB1),
      "entropy": RGBColor(hex: 0x6BDDC6), "waste": RGBColor(hex: 0xE579B6),
      "P area": RGBColor(red: 0x82, green: 0xB7, blue: 0xFF, alpha: 0x20),
      "Q area": RGBColor(red: 0xFE, green: 0xCB, blue: 0xB1, alpha: 0x20),
      "waste line": RGBColor(hex: 0xA36089), "waste far": RGBColor(hex: 0x422D40),
    ]
    return theme
  }()
}
