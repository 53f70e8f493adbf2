public import BurinFigures

extension Theme {
  /// The look of the figures on paper, also in grey: white surfaces, black texts.
  ///
  /// P, Q, entropy and waste are at least 0.08 apart in OKLab for all readers and in grey.
  public static let tutorialPrint: Theme = {
    var theme = print
    theme.colors.named = [
      "P": RGBColor(hex: 0x003687), "Q": RGBColor(hex: 0x996312),
      "entropy": RGBColor(hex: 0x096351), "waste": RGBColor(hex: 0x51002D),
      "P area": RGBColor(red: 0x00, green: 0x36, blue: 0x87, alpha: 0x24),
      "Q area": RGBColor(red: 0x99, green: 0x63, blue: 0x12, alpha: 0x24),
      "waste line": RGBColor(hex: 0x97668A), "waste far": RGBColor(hex: 0xDFC7D3),
    ]
    // Lighter than for charts of keys, so that greys keep apart from entropy's.
    theme.colors.axis = RGBColor(hex: 0x7A7A7A)
    theme.colors.muted = RGBColor(hex: 0x8A8A8A)
    theme.namesQuantities = false
    return theme
  }()
}
