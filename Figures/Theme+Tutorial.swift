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
}
