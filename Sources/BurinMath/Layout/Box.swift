import BurinGeometry
import BurinScene

/// A laid-out piece of a formula: points, the origin at the left end of the baseline, y down.
struct Box: Sendable {
  /// The advance, without the italic correction.
  var width = 0.0
  /// How far it reaches above the baseline; negative for what floats below.
  var ascent = 0.0
  /// How far it reaches below the baseline; negative for what floats above.
  var descent = 0.0
  var elements: [Element] = []
  /// How far a slanted glyph leans over the advance; kept apart for scripts and limits.
  var italic = 0.0
  /// The one glyph that it is, for kerns against scripts.
  var glyph: SizedGlyph?
  /// Where accents are centred, from the origin; nil for the middle.
  var accentAttachment: Double?
  /// Where the ink of a single or stretched glyph begins and ends, from the origin.
  var inkX: ClosedRange<Double>?

  /// Whether it is a character, whose scripts stand at their standard height (TeXbook, appendix
  /// G, rule 18a).
  var isCharacter: Bool { glyph != nil }

  var height: Double { ascent + descent }

  /// The box with its italic correction as part of the width (TeXbook, appendix G, rule 17).
  var withItalicWidth: Box {
    var box = self
    box.width += italic
    box.italic = 0
    return box
  }

  /// Adds a box and makes room for it above and below; the width is the caller's.
  mutating func add(_ box: Box, x: Double, y: Double = 0) {
    ascent = max(ascent, box.ascent - y)
    descent = max(descent, box.descent + y)
    if !box.elements.isEmpty { elements.append(.box(box, Vector(x, y))) }
  }
}

/// A glyph at a size, in points.
struct SizedGlyph: Sendable, Hashable {
  var id: UInt32
  var size: Double
}

/// What a box shows.
enum Element: Sendable {
  case box(Box, Vector)
  /// A glyph of the math font, with the text that it stands for.
  case glyph(SizedGlyph, at: Point, text: String, Color)
  /// Shaped text.
  case run(GlyphRun)
  case path(PathItem)
  /// A named box.
  case part(String, Box)
  /// A stretched glyph in pieces, which together stand for one character.
  case pieces([(SizedGlyph, Point)], text: String, Color)
}
