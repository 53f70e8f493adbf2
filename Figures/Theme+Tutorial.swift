public import BurinFigures

extension Theme {
  /// The look of the figures: the standard one, with the colours of the tutorial's subjects.
  ///
  /// The colours of P, Q, entropy and waste differ in lightness as well as in hue: by at least 0.05
  /// in OKLab as seen, under protanopia, deuteranopia and tritanopia, and in grey print. As text
  /// they have a contrast of at least 4.5:1 on the canvas and on surfaces.
  public static let tutorial: Theme = {
    var theme = standard
    theme.colors.named = [
      "P": RGBColor(hex: 0x094B97), "Q": RGBColor(hex: 0xB75000),
      "entropy": RGBColor(hex: 0x006B5C),
      "waste": RGBColor(hex: 0x7B0055),
      // Areas behind texts and lines, whose contrast differs between light and dark pages.
      "P area": RGBColor(red: 0x09, green: 0x4B, blue: 0x97, alpha: 0x24),
      "Q area": RGBColor(red: 0xB7, green: 0x50, blue: 0x00, alpha: 0x24),
      "waste line": RGBColor(hex: 0xB57196), "waste far": RGBColor(hex: 0xE1C1D0),
    ]
    // The figures name axes only if a name adds something.
    theme.namesQuantities = false
    return theme
  }()
}

extension ShapeStyle where Self == Color {
  /// The true distribution, P.
  public static var truth: Color { .named("P") }
  /// The model, Q.
  public static var model: Color { .named("Q") }
  /// Entropy, the shortest possible length.
  public static var entropy: Color { .named("entropy") }
  /// The loss by using Q for P: the divergence.
  public static var waste: Color { .named("waste") }
  /// The area below the true distribution, behind a text.
  static var truthArea: Color { .named("P area") }
  /// The area below the model, behind a text.
  static var modelArea: Color { .named("Q area") }
  /// A thin line in the colour of the loss.
  static var wasteLine: Color { .named("waste line") }
  /// The largest loss on a map with texts on it.
  static var wasteFar: Color { .named("waste far") }
}
