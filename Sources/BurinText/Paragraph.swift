public import BurinGeometry
public import BurinScene

/// The thickness of letters.
public enum FontWeight: String, Hashable, Sendable, CaseIterable {
  /// For running text.
  case regular
  /// For emphasis.
  case bold
}

/// How a stretch of text looks.
public struct TextStyle: Hashable, Sendable {
  /// The size of the em, in points.
  public var size: Double
  /// The thickness of the letters.
  public var weight: FontWeight
  /// The colour.
  public var color: Color

  /// Makes a style.
  public init(size: Double, weight: FontWeight = .regular, color: Color = .black) {
    self.size = size
    self.weight = weight
    self.color = color
  }
}

/// Room kept in a line of text for something that is not text, such as a formula.
public struct InlineBox: Hashable, Sendable {
  /// The horizontal extent, in points.
  public var width: Double
  /// The extent above the baseline, in points.
  public var ascent: Double
  /// The extent below the baseline, in points (positive).
  public var descent: Double
  /// The font size of the text around, in points; the box' line is at least as high as that text's.
  ///
  /// So a line that holds nothing but a formula stands level with a line of words beside it.
  public var lineSize: Double

  /// Makes a box.
  public init(width: Double, ascent: Double, descent: Double, lineSize: Double = 0) {
    self.width = width
    self.ascent = ascent
    self.descent = descent
    self.lineSize = lineSize
  }
}

/// Text in one or more styles, with boxes between, to be set in lines.
public struct Paragraph: Hashable, Sendable {
  /// A part of the content.
  public enum Span: Hashable, Sendable {
    /// Text in one style; `\n` starts a new line.
    case text(String, TextStyle)
    /// A box on the baseline.
    case box(InlineBox)
  }

  /// Where short lines lie.
  public enum Alignment: String, Hashable, Sendable, CaseIterable { case leading, center, trailing }

  /// The content in reading order.
  public var spans: [Span]
  /// The width at which lines are broken, in points; nil for no limit.
  public var width: Double?
  /// Where lines lie that are shorter than the paragraph is wide.
  public var alignment: Alignment
  /// The distance between baselines, in font sizes.
  public var lineHeight: Double
  /// Whether lines are made about equally long.
  public var balanced: Bool
  /// The language, as a BCP 47 tag.
  public var language: String

  /// Makes a paragraph.
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

/// A paragraph set in lines; coordinates are points from its top left corner, y downwards.
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
}
