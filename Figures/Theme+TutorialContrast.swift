public import BurinFigures

extension Theme {
  /// The look of the figures for readers who need strong contrasts: larger texts, dark lines.
  ///
  /// P, Q, entropy and waste have a contrast of at least 7:1 and Lc 75 (APCA) on canvas and
  /// surfaces, and are at least 0.05 apart in OKLab for all readers and in grey.
  public static let tutorialContrast: Theme = {
    var theme = highContrast
    theme.colors.named = [
      "P": RGBColor(hex: 0x1E306C), "Q": RGBColor(hex: 0x8A3C00),
      "entropy": RGBColor(hex: 0x004E3C), "waste": RGBColor(hex: 0x4E003C),
      "P area": RGBColor(red: 0x1E, green: 0x30, blue: 0x6C, alpha: 0x24),
      "Q area": RGBColor(red: 0x8A, green: 0x3C, blue: 0x00, alpha: 0x24),
      "waste line": RGBColor(hex: 0x8A3F79), "waste far": RGBColor(hex: 0xE1C1D0),
    ]
    // For bars and lines, so that their greys keep apart from entropy's.
    theme.colors.muted = RGBColor(hex: 0x757575)
    theme.namesQuantities = false
    return theme
  }()
}
