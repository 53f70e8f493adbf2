public import BurinInk

/// A check of a finished scene, with its limits.
public enum LintRule: Hashable, Sendable {
  /// A character that the font lacks, drawn as its glyph 0.
  case missingGlyph
  /// Ink beyond the canvas, or text cut by a clip, by more than the tolerance in points.
  case cutOff(tolerance: Double = InkLimits.touch)
  /// Ink of a text on ink of another, deeper than the tolerance in points.
  ///
  /// Runs of one formula may overlap, and so may neighbouring runs of one line.
  case textOverlap(tolerance: Double = InkLimits.touch)
  /// A stroke or a thin shape that crosses a text's ink, shrunk by the inset in points.
  ///
  /// Lines in grids and decorations may, and so may lines covered by an opaque plate that is
  /// painted under the whole text, and lines under a halo.
  case textOnLine(inset: Double = InkLimits.touch)
  /// A text over a point, or across the edge of a bar or of a box, shrunk by the inset in points.
  ///
  /// A text that lies wholly within an area may stand on it.
  case textOnMark(inset: Double = InkLimits.touch)
  /// Text smaller than the minimum in points when the picture is shown at a width.
  ///
  /// Wider pictures are shrunk to the width, narrower ones shown as they are. Within formulas the
  /// largest size counts, and everything must reach the size for scripts.
  case textSize(minimum: Double = 11, scripts: Double = 7.5, displayWidth: Double = 800)
  /// Contrast of text with what lies under it below the limit.
  ///
  /// A second limit holds for text from 18 points, or from 14 if bold. Source: WCAG 2.2, success
  /// criterion 1.4.3.
  case textContrast(
    normal: Double = InkLimits.textContrast, large: Double = InkLimits.largeTextContrast)
  /// Contrast of a line, a point or a bar with what lies under it below the limit.
  ///
  /// Areas whose outline is drawn, or on which or at which a text says what they show, may be
  /// pale. Source: WCAG 2.2, success criterion 1.4.11.
  case graphicContrast(minimum: Double = InkLimits.graphicContrast)
  /// Colours of a legend, or of words that serve as one, that a reader cannot tell apart, and two
  /// series with one colour.
  ///
  /// The limit is a distance in OKLab, where 0.02 is just noticeable; it must hold as seen and
  /// under protanopia, deuteranopia and tritanopia (``ColorVision``), and in grey print. Marks that differ in form as well are told apart by that.
  case seriesColors(distance: Double = InkLimits.keyDistance)
  /// A legend, label, plate or halo over data: a point, or more than a share of a line or bar.
  case hiddenData(share: Double = 0.25)
  /// A bar that its axis cuts, at zero or at its end, by more than the tolerance in points.
  case truncatedBar(tolerance: Double = InkLimits.touch)
  /// Tick labels of an axis nearer to each other than the gap, or ticks nearer than the step.
  case tickDensity(gap: Double = 3, step: Double = 2)
  /// Neighbouring ticks of an axis or a colour bar with one text, such as `0%` three times.
  case tickLabels
  /// A text that reaches into the page's margin, deeper than the tolerance in points.
  ///
  /// Needs the margin: see ``Scene/margin``.
  case margin(tolerance: Double = InkLimits.overhang)
  /// A chart whose marks leave no ink of their own, but for a share: marks in the colour of the
  /// page, or erased by what is painted over them. A page with nothing on it, too.
  case dataInk(share: Double = 0.1)
  /// A chart without marks.
  case emptyPanel
  /// A mark that lies wholly outside of its plot, so that nobody sees it.
  case lostMark
  /// A chart over another chart, deeper than the tolerance in points.
  ///
  /// A chart that is an inset of another one may lie on it.
  case panelOverlap(tolerance: Double = InkLimits.touch)
  /// A line thinner than the minimum in points when the picture is shown at a width.
  ///
  /// Wider pictures are shrunk to the width, narrower ones shown as they are.
  case lineWidth(minimum: Double = 0.5, displayWidth: Double = 800)
  /// A fact printed with another unit than declared, or with other digits than its rounding gives.
  ///
  /// Needs the facts: see ``LintContext``.
  case factText
  /// Alt text that is missing or shorter than the length, in another language than the figure, or
  /// stale: neither the picture nor the facts have most of its numbers.
  case altText(minimumLength: Int = 30)

  /// All rules with their usual limits.
  public static let standard: [LintRule] = [
    .missingGlyph, .cutOff(), .textOverlap(), .textOnLine(), .textOnMark(), .textSize(),
    .textContrast(), .graphicContrast(), .seriesColors(), .hiddenData(), .truncatedBar(),
    .tickDensity(), .tickLabels, .margin(), .dataInk(), .emptyPanel, .lostMark, .panelOverlap(),
    .lineWidth(), .factText, .altText(),
  ]

  /// The rules for a chart that is not a figure: all but those about facts and alt text.
  public static let chart: [LintRule] = standard.filter { $0 != .factText && $0 != .altText() }

  /// The rule's name, for reports.
  public var name: String {
    switch self {
    case .missingGlyph: "missing glyph"
    case .cutOff: "cut off"
    case .textOverlap: "text overlap"
    case .textOnLine: "text on line"
    case .textOnMark: "text on mark"
    case .textSize: "text size"
    case .textContrast: "text contrast"
    case .graphicContrast: "graphic contrast"
    case .seriesColors: "series colours"
    case .hiddenData: "hidden data"
    case .truncatedBar: "truncated bar"
    case .tickDensity: "tick density"
    case .tickLabels: "tick labels"
    case .margin: "margin"
    case .dataInk: "data ink"
    case .emptyPanel: "empty panel"
    case .lostMark: "lost mark"
    case .panelOverlap: "panel overlap"
    case .lineWidth: "line width"
    case .factText: "fact text"
    case .altText: "alt text"
    }
  }
}
