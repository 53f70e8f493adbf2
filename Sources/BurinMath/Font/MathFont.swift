import BurinGeometry
import BurinScene
import BurinText
import CHarfBuzz

/// The face in which formulas are set, as its MATH table describes it; lengths in ems, y up.
///
/// Reads go directly to HarfBuzz, whose font is immutable, so a value may be used from any thread.
struct MathFont: Sendable {
  let face: FontFace
  let constants: MathConstants
  /// The PostScript name.
  var name: String { face.id.postScriptName }
  /// The substitution lookups of the feature `ssty`: forms for scripts.
  private let scriptLookups: [UInt32]

  init(face: FontFace) throws(FormulaError) {
    self.face = face
    guard let table = hb_font_get_face(face.hbFont), hb_ot_math_has_data(table) != 0 else {
      throw .font(
        "\(face.id.postScriptName) has no MATH table; use an OpenType math font such as Latin Modern Math"
      )
    }
    constants = MathConstants(font: face.hbFont, unitsPerEm: face.unitsPerEm)
    scriptLookups = Self.lookups(of: table, feature: "ssty")
  }

  private static func lookups(of face: OpaquePointer, feature name: String) -> [UInt32] {
    let tag = name.unicodeScalars.reduce(0) { $0 << 8 | $1.value }
    guard let set = hb_set_create() else { return [] }
    defer { hb_set_destroy(set) }
    let features: [hb_tag_t] = [tag, 0]
    let gsub: hb_tag_t = 0x4753_5542  // “GSUB”
    hb_ot_layout_collect_lookups(face, gsub, nil, nil, features, set)
    var lookups: [UInt32] = []
    var index = hb_codepoint_t.max  // HB_SET_VALUE_INVALID: start before the first
    while hb_set_next(set, &index) != 0 { lookups.append(index) }
    return lookups
  }

  // MARK: Glyphs

  /// Returns the glyph of a character, or nil.
  func glyph(for scalar: Unicode.Scalar) -> UInt32? { face.glyph(for: scalar) }

  /// Returns the glyph's form for scripts (feature `ssty`), or the glyph itself.
  ///
  /// - Parameter level: 1 for first scripts, 2 for second.
  func scriptForm(of glyph: UInt32, level: Int) -> UInt32 {
    guard let table = hb_font_get_face(face.hbFont) else { return glyph }
    for lookup in scriptLookups {
      var alternates: [hb_codepoint_t] = [0, 0]
      var count: UInt32 = 2
      let total = hb_ot_layout_lookup_get_glyph_alternates(
        table, lookup, glyph, 0, &count, &alternates)
      if total > 0, count > 0 { return alternates[min(level, Int(count)) - 1] }
    }
    return glyph
  }

  /// The x-height, in ems.
  var xHeight: Double { face.xHeight }
  /// Half a font unit: lengths that differ by less count as equal.
  var tolerance: Double { 0.5 / face.unitsPerEm }

  /// Returns the advance of the glyph.
  func advance(of glyph: UInt32) -> Double { face.advance(of: glyph) }

  /// Returns the ink of the glyph, y down; nil for a space.
  func ink(of glyph: UInt32) -> Rect? { face.inkBounds(of: glyph) }

  // MARK: Glyph information (MATH table, “MathGlyphInfo”)

  /// Returns how far the top of the glyph leans beyond its advance.
  func italicCorrection(of glyph: UInt32) -> Double {
    Double(hb_ot_math_get_glyph_italics_correction(face.hbFont, glyph)) / face.unitsPerEm
  }

  /// Returns the centre of accents above the glyph, from its origin; by default half the advance.
  func accentAttachment(of glyph: UInt32) -> Double {
    Double(hb_ot_math_get_glyph_top_accent_attachment(face.hbFont, glyph)) / face.unitsPerEm
  }

  /// Returns how far a script may move towards the glyph at a corner and a height (y up).
  func kern(of glyph: UInt32, _ corner: hb_ot_math_kern_t, height: Double) -> Double {
    let units = min(max(height * face.unitsPerEm, -1e9), 1e9)
    return Double(
      hb_ot_math_get_glyph_kerning(face.hbFont, glyph, corner, hb_position_t(units.rounded())))
      / face.unitsPerEm
  }

  // MARK: Variants (MATH table, “MathVariants”)

  /// A direction in which glyphs grow.
  enum Direction: Sendable {
    case horizontal, vertical
    var harfBuzz: hb_direction_t { self == .vertical ? HB_DIRECTION_BTT : HB_DIRECTION_LTR }
  }

  /// Returns larger forms of a glyph with their extents, smallest first, usually including the
  /// glyph itself.
  func variants(of glyph: UInt32, _ direction: Direction) -> [(glyph: UInt32, extent: Double)] {
    var result: [(UInt32, Double)] = []
    var buffer = [hb_ot_math_glyph_variant_t](
      repeating: hb_ot_math_glyph_variant_t(), count: 16)
    var start: UInt32 = 0
    while true {
      var count = UInt32(buffer.count)
      let total = hb_ot_math_get_glyph_variants(
        face.hbFont, glyph, direction.harfBuzz, start, &count, &buffer)
      for variant in buffer.prefix(Int(count)) {
        result.append((variant.glyph, Double(variant.advance) / face.unitsPerEm))
      }
      start += count
      if count == 0 || start >= total { return result }
    }
  }

  /// A piece of an assembled glyph.
  struct Piece: Sendable, Hashable {
    var glyph: UInt32
    var startConnector: Double
    var endConnector: Double
    var extent: Double
    var isExtender: Bool
  }

  /// Returns the pieces of which a glyph of any size is assembled, from bottom to top or left to
  /// right.
  func assembly(of glyph: UInt32, _ direction: Direction) -> [Piece] {
    var result: [Piece] = []
    var buffer = [hb_ot_math_glyph_part_t](repeating: hb_ot_math_glyph_part_t(), count: 16)
    var start: UInt32 = 0
    while true {
      var count = UInt32(buffer.count)
      let total = hb_ot_math_get_glyph_assembly(
        face.hbFont, glyph, direction.harfBuzz, start, &count, &buffer, nil)
      for part in buffer.prefix(Int(count)) {
        result.append(
          Piece(
            glyph: part.glyph,
            startConnector: Double(part.start_connector_length) / face.unitsPerEm,
            endConnector: Double(part.end_connector_length) / face.unitsPerEm,
            extent: Double(part.full_advance) / face.unitsPerEm,
            isExtender: part.flags.rawValue & HB_OT_MATH_GLYPH_PART_FLAG_EXTENDER.rawValue != 0))
      }
      start += count
      if count == 0 || start >= total { return result }
    }
  }

  /// Returns the minimum overlap of neighbouring pieces.
  func minConnectorOverlap(_ direction: Direction) -> Double {
    Double(hb_ot_math_get_min_connector_overlap(face.hbFont, direction.harfBuzz))
      / face.unitsPerEm
  }
}
