/// A check of a finished scene, with its limits.
public enum LintRule: Hashable, Sendable {
  /// Ink of a text on ink of another, deeper than the tolerance in points.
  ///
  /// Runs of one formula may overlap, and so may neighbouring runs of one line.
  case textOverlap(tolerance: Double = 0.5)
  /// Ink beyond the canvas, or text cut by a clip, by more than the tolerance in points.
  case cutOff(tolerance: Double = 0.5)
  /// A stroke or a thin shape that crosses a text's ink, shrunk by the inset in points.
  ///
  /// Lines in grids and decorations may, and so may lines covered by an opaque plate that is
  /// painted under the whole text.
  case textOnLine(inset: Double = 0.5)
  /// Text smaller than the minimum in points; within formulas the largest size counts, and
  /// everything must reach the size for scripts.
  case textSize(minimum: Double = 11, scripts: Double = 7.5)
  /// Contrast of text with what lies under it below the limit; a second limit holds for text from
  /// 18 points, or from 14 if bold. Source: WCAG 2.2, success criterion 1.4.3.
  case contrast(text: Double = 4.5, largeText: Double = 3)
  /// A character that the font lacks, drawn as its glyph 0.
  case missingGlyph

  /// All rules with their usual limits.
  public static let standard: [LintRule] = [
    .missingGlyph, .cutOff(), .textOverlap(), .textOnLine(), .textSize(), .contrast(),
  ]

  /// The rule's name, for reports.
  public var name: String {
    switch self {
    case .textOverlap: "text overlap"
    case .cutOff: "cut off"
    case .textOnLine: "text on line"
    case .textSize: "text size"
    case .contrast: "contrast"
    case .missingGlyph: "missing glyph"
    }
  }
}
