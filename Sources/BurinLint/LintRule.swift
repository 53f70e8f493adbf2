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
  /// Lines in grids and decorations may cross texts, and so may lines below a halo or below an
  /// opaque background that is painted under the whole text.
  case textOnLine(inset: Double = InkLimits.touch)
  /// A text over a point, or across the edge of a bar or of a box, shrunk by the inset in points.
  ///
  /// A text that lies entirely within an area may be placed on it.
  case textOnMark(inset: Double = InkLimits.touch)
  /// Text smaller than the minimum in points when the picture is shown at a width.
  ///
  /// Wider pictures are shrunk to the width, narrower ones shown unscaled. Within formulas the
  /// largest size counts, and everything must reach the size for scripts.
  case textSize(
    minimum: Double = InkLimits.textSize, scripts: Double = InkLimits.scriptSize,
    displayWidth: Double = InkLimits.displayWidth)
  /// Contrast of text with its background below the limit.
  ///
  /// A second limit applies to text from 18 points, or from 14 if bold. Source: WCAG 2.2, success
  /// criterion 1.4.3.
  case textContrast(
    normal: Double = InkLimits.textContrast, large: Double = InkLimits.largeTextContrast)
  /// Contrast of text with its background, as it is perceived, below the limit in Lc.
  ///
  /// A second limit applies to text from 18 points. Texts below the limits of WCAG are left to
  /// ``textContrast(normal:large:)``. Source: APCA 0.1.9, beside which WCAG 2's ratio passes dark
  /// colours on mid-greys that are hard to read.
  case perceivedContrast(
    normal: Double = InkLimits.perceivedTextContrast,
    large: Double = InkLimits.largePerceivedTextContrast)
  /// Contrast of a line, a point or a bar with its background below the limit.
  ///
  /// Areas with a drawn outline, or with a text on or near them that explains them, may be pale.
  /// Source: WCAG 2.2, success criterion 1.4.11.
  case graphicContrast(minimum: Double = InkLimits.graphicContrast)
  /// Colours that mean different things and that a reader cannot distinguish: those of a legend, of
  /// words that serve as one, and of marks in one chart, tints included; and two series with one
  /// colour.
  ///
  /// The limit is a distance in OKLab, where 0.02 is just noticeable. It applies to normal vision,
  /// to protanopia, deuteranopia and tritanopia (``ColorVision``), and to grey print. Marks that
  /// also differ in form are exempt, and colours whose marks all have names: as labels, as texts
  /// upon them, or as categories of their own on an axis.
  case seriesColors(distance: Double = InkLimits.meaningDistance)
  /// A legend, label, background or halo over data: a point, or more than a share of a line or bar.
  case hiddenData(share: Double = 0.25)
  /// A bar that its axis truncates, at zero or at its end, by more than the tolerance in points.
  case truncatedBar(tolerance: Double = InkLimits.touch)
  /// Tick labels of an axis closer to each other than the gap, or ticks closer than the step.
  case tickDensity(gap: Double = InkLimits.tickLabelGap, step: Double = InkLimits.tickStep)
  /// Neighbouring ticks of an axis or a colour bar with the same text, such as `0%` three times.
  case tickLabels
  /// A text that extends into the page's margin, deeper than the tolerance in points.
  ///
  /// The rule needs the margin: see ``Scene/margin``.
  case margin(tolerance: Double = InkLimits.overhang)
  /// A chart whose marks are visible only to a small share, because they have the colour of the
  /// page or are painted over; also a page with nothing on it.
  case dataInk(share: Double = InkLimits.leastSeen)
  /// A chart without marks.
  case emptyPanel
  /// A mark that lies entirely outside its plot, so that it is invisible.
  case lostMark
  /// A chart over another chart, deeper than the tolerance in points.
  ///
  /// An inset may lie on the chart that contains it.
  case panelOverlap(tolerance: Double = InkLimits.touch)
  /// A line thinner than the minimum in points when the picture is shown at a width.
  ///
  /// Wider pictures are shrunk to the width, narrower ones shown unscaled.
  case lineWidth(
    minimum: Double = InkLimits.lineWidth, displayWidth: Double = InkLimits.displayWidth)
  /// A fact printed with another unit or another rounding than declared, unequal facts of one unit
  /// printed as the same number, and facts printed as zero without being zero.
  ///
  /// The rule needs the facts: see ``LintContext``.
  case factText
  /// An equation between printed numbers that they don't satisfy, and a multiple ("8.7 times") that
  /// is the quotient of no two printed numbers.
  ///
  /// `=` must hold to the last digit; `≈` within what rounding of the printed numbers allows.
  case printedArithmetic
  /// Labels that a reader takes for something else: numbers of two labels closer than the gap, in
  /// parts of the em; a leader through another label; a label that stands at another curve.
  case labelReading(gap: Double = 0.2)
  /// Alt text that is missing, shorter than the length, in another language than the figure, stale
  /// (neither the picture nor the facts contain most of its numbers), that leaves out most facts
  /// which the picture prints, or that names marks by their colours; and a name of the picture that
  /// is too long to be one.
  case altText(minimumLength: Int = 30)

  /// All rules with their default limits.
  public static let standard: [LintRule] = [
    .missingGlyph, .cutOff(), .textOverlap(), .textOnLine(), .textOnMark(), .textSize(),
    .textContrast(), .perceivedContrast(), .graphicContrast(), .seriesColors(), .hiddenData(),
    .truncatedBar(), .tickDensity(), .tickLabels, .margin(), .dataInk(), .emptyPanel, .lostMark,
    .panelOverlap(),
    .lineWidth(), .factText, .printedArithmetic, .labelReading(), .altText(),
  ]

  /// The rules for a chart that is not a figure: all except those about facts and alt text.
  ///
  /// A chart is shown in its own size: its rules about the size of text and the width of lines have
  /// no `displayWidth`.
  public static let chart: [LintRule] = standard.compactMap { rule in
    switch rule {
    case .factText, .altText: nil
    case .textSize: .textSize(displayWidth: .infinity)
    case .lineWidth: .lineWidth(displayWidth: .infinity)
    default: rule
    }
  }

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
    case .perceivedContrast: "perceived contrast"
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
    case .printedArithmetic: "printed arithmetic"
    case .labelReading: "label reading"
    case .altText: "alt text"
    }
  }
}
