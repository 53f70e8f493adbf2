public import BurinGeometry
public import BurinScene

/// The weight of letters.
public enum FontWeight: String, Hashable, Sendable, CaseIterable {
  /// For running text.
  case regular
  /// For emphasis.
  case bold
}

/// The style of a span of text.
public struct TextStyle: Hashable, Sendable {
  /// The size of the em, in points.
  public var size: Double
  /// The thickness of the letters.
  public var weight: FontWeight
  /// The colour.
  public var color: RGBColor

  /// Creates a style.
  public init(size: Double, weight: FontWeight = .regular, color: RGBColor = .black) {
    self.size = size
    self.weight = weight
    self.color = color
  }
}

/// Space reserved in a line of text for something that is not text, such as a formula.
public struct InlineBox: Hashable, Sendable {
  /// The horizontal extent, in points.
  public var width: Double
  /// The extent above the baseline, in points.
  public var ascent: Double
  /// The extent below the baseline, in points (positive).
  public var descent: Double
  /// The font size of the surrounding text, in points; the box's line is at least as high
  /// as that text's.
  ///
  /// A line that contains only a formula therefore aligns with a line of words beside it.
  public var lineSize: Double

  /// Creates a box.
  public init(width: Double, ascent: Double, descent: Double, lineSize: Double = 0) {
    self.width = width
    self.ascent = ascent
    self.descent = descent
    self.lineSize = lineSize
  }
}

/// Text in one or more styles, interspersed with boxes, to be laid out in lines.
public struct Paragraph: Hashable, Sendable {
  /// A part of the content.
  public enum Span: Hashable, Sendable {
    /// Text in one style; `\n` starts a new line.
    case text(String, TextStyle)
    /// A box on the baseline.
    case box(InlineBox)
  }

  /// The alignment of short lines.
  public enum Alignment: String, Hashable, Sendable, CaseIterable { case leading, center, trailing }

  /// The content in reading order.
  public var spans: [Span]
  /// The width at which lines are broken, in points; nil for no limit.
  public var width: Double?
  /// The alignment of lines shorter than the width of the paragraph.
  public var alignment: Alignment
  /// The distance between baselines, in font sizes.
  public var lineHeight: Double
  /// Whether lines are balanced to about the same length.
  public var balanced: Bool
  /// The language, as a BCP 47 tag.
  public var language: String

  /// Creates a paragraph.
  public init(
    _ spans: [Span], width: Double? = nil, alignment: Alignment = .leading,
    lineHeight: Double = 1.4, balanced: Bool = false, language: String = "zh"
  ) {
    self.spans = spans
    self.width = width
    self.alignment = alignment
    self.lineHeight = lineHeight
    self.balanced = balanced
    self.language = language
  }
}

/// A paragraph laid out in lines; coordinates are points from its top left corner, y downwards.
public struct ParagraphLayout: Hashable, Sendable {
  /// The extent of all line boxes.
  public var size: Size
  /// The baseline of the first line.
  public var firstBaseline: Double
  /// The baseline of the last line.
  public var lastBaseline: Double
  /// The number of lines.
  public var lineCount: Int
  /// The shaped text.
  public var runs: [GlyphRun]
  /// The left end of the baseline of every inline box, in the order of the spans.
  public var boxOrigins: [Point]
  /// Whether the text runs from right to left, so that short lines lead at the right.
  public var isRightToLeft = false
}
