/// How the letters of an SVG are drawn.
public enum SVGText: String, Hashable, Sendable, CaseIterable {
  /// As outlines, under text that is not seen: the picture looks the same without the fonts.
  case outlines
  /// As text in the picture's font families, which converters keep and editors change.
  ///
  /// Each run keeps its width, whatever font a viewer has. Formulas and pictures in colour stay
  /// outlines.
  case live
}
