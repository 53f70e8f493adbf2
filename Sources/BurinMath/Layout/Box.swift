import BurinGeometry
import BurinScene

/// A laid-out piece of a formula: points, the origin at the left end of the baseline, y down.
struct Box: Sendable {
  /// The advance, without the italic correction.
  var width = 0.0
  /// The extent above the baseline; negative for a box that lies below it.
  var ascent = 0.0
  /// The extent below the baseline; negative for a box that lies above it.
  var descent = 0.0
  var elements: [Element] = []
  /// The overhang of a slanted glyph beyond its advance; kept separate for scripts and limits.
  var italic = 0.0
  /// The glyph of a single-glyph box, for kerns with scripts.
  var glyph: SizedGlyph?
  /// The centre of accents, from the origin; nil for the middle.
  var accentAttachment: Double?
  /// The extent of the ink of a single or stretched glyph, from the origin.
  var inkX: ClosedRange<Double>?

  /// Whether the box is a character, whose scripts have their standard height (TeXbook, appendix G,
  /// rule 18a).
  var isCharacter: Bool { glyph != nil }

  var height: Double { ascent + descent }

  /// The box with its italic correction as part of the width (TeXbook, appendix G, rule 17).
  var withItalicWidth: Box {
    var box = self
    box.width += italic
    box.italic = 0
    return box
  }

  /// Adds a box and extends the ascent and descent to include it; the caller sets the width.
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

/// An element of a box.
enum Element: Sendable {
  case box(Box, Vector)
  /// A glyph of the math font, with the text that it represents.
  case glyph(SizedGlyph, at: Point, text: String, RGBColor)
  /// Shaped text.
  case run(GlyphRun)
  case path(PathItem)
  /// A named box.
  case part(String, Box)
  /// A stretched glyph in pieces, which together represent one character.
  case pieces([(SizedGlyph, Point)], text: String, RGBColor)
}
