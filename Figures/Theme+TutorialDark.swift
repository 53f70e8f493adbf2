public import BurinFigures

extension Theme {
  /// The look of the figures on dark pages: the same hues, lighter, on a dark canvas.
  ///
  /// P, Q, entropy and waste differ in lightness by about 0.04 in OKLab, so that they stay in order in
  /// grey; as text they are perceived with at least Lc 60 (APCA) on the canvas and on surfaces.
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
    theme.colors.good = RGBColor(hex: 0x57CBB5)
    theme.colors.bad = RGBColor(hex: 0xFEA497)
    theme.colors.named = [
      "P": RGBColor(hex: 0xA9CDFF), "Q": RGBColor(hex: 0xFFE6DA),
      "entropy": RGBColor(hex: 0x8CF0C0), "waste": RGBColor(hex: 0xFF97D0),
      "P area": RGBColor(red: 0xA9, green: 0xCD, blue: 0xFF, alpha: 0x20),
      "Q area": RGBColor(red: 0xFF, green: 0xE6, blue: 0xDA, alpha: 0x20),
      "waste line": RGBColor(hex: 0x986183), "waste far": RGBColor(hex: 0x6B3D60),
    ]
    return theme
  }()
}
