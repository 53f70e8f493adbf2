public import BurinGeometry
public import BurinScene
import CHarfBuzz
import Synchronization

/// One face of a font file: its glyphs, their metrics and their outlines.
///
/// Metrics and outlines come from HarfBuzz without hinting, so they don't depend on a rasteriser.
/// Lengths are ems with y downwards, so a length times the font size is in points.
///
/// Sendable although it stores a pointer, because HarfBuzz's font doesn't change after `init`; the
/// memo of outlines is guarded by a mutex.
public final class FontFace: @unchecked Sendable {
  /// The PostScript name.
  public let id: FontID
  /// The font file.
  public let path: String
  /// The index of the face within a collection; 0 for a plain file.
  public let index: Int
  /// The number of font units in an em.
  public let unitsPerEm: Double
  /// The extent of the face above the baseline, in ems.
  public let ascent: Double
  /// The extent of the face below the baseline, in ems (positive).
  public let descent: Double
  /// The height of flat capital letters, in ems.
  public let capHeight: Double
  /// The height of flat small letters, in ems.
  public let xHeight: Double

  /// Whether glyphs are pictures in colour, stored as PNG.
  package let hasColorImages: Bool

  /// The HarfBuzz font; its scale is font units, so MATH constants are in font units.
  package let hbFont: OpaquePointer
  /// The tables that outlines are made of, of which subsets are cut.
  let outlineFace: OpaquePointer

  private let outlines: Mutex<BudgetedMemo<UInt32, Path>>
  /// Fonts with CFF outlines store no glyph boxes, so HarfBuzz walks the outline to compute one.
  private let inks: Mutex<BudgetedMemo<UInt32, Rect?>>

  init(id: FontID, path: String, index: Int, budget: ByteBudget) throws(TextError) {
    guard let blob = hb_blob_create_from_file_or_fail(path) else {
      throw .unreadableFont(path: path)
    }
    defer { hb_blob_destroy(blob) }
    guard let face = hb_face_create(blob, UInt32(index)) else {
      throw .unreadableFont(path: path)
    }
    defer { hb_face_destroy(face) }
    guard hb_face_get_glyph_count(face) > 0, let outlineFace = Self.outlines(of: face) else {
      throw .unreadableFont(path: path)
    }
    guard let font = hb_font_create(face) else {
      hb_face_destroy(outlineFace)
      throw .unreadableFont(path: path)
    }
    let units = Int32(hb_face_get_upem(face))
    hb_font_set_scale(font, units, units)
    hb_font_make_immutable(font)

    hasColorImages = hb_ot_color_has_png(face) != 0
    outlines = Mutex(BudgetedMemo(budget))
    inks = Mutex(BudgetedMemo(budget))
    self.id = id
    self.path = path
    self.index = index
    self.hbFont = font
    self.outlineFace = outlineFace
    let em = Double(units)
    unitsPerEm = em
    func metric(_ tag: hb_ot_metrics_tag_t, _ fallback: Double) -> Double {
      var position: hb_position_t = 0
      return hb_ot_metrics_get_position(font, tag, &position) != 0
        ? Double(position) / em : fallback
    }
    ascent = metric(HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, 0.88)
    descent = -metric(HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, -0.12)
    capHeight = metric(HB_OT_METRICS_TAG_CAP_HEIGHT, 0.73)
    xHeight = metric(HB_OT_METRICS_TAG_X_HEIGHT, 0.54)
  }

  deinit {
    removeAll()
    hb_font_destroy(hbFont)
    hb_face_destroy(outlineFace)
  }

  /// Gives up what is kept of glyphs.
  func removeAll() {
    outlines.withLock { $0.removeAll() }
    inks.withLock { $0.removeAll() }
  }

  /// The number of glyphs whose outline is kept.
  var outlineCount: Int { outlines.withLock { $0.count } }

  /// Returns the glyph that shows a character by itself, or nil if the face lacks it.
  public func glyph(for scalar: Unicode.Scalar) -> UInt32? {
    var glyph: hb_codepoint_t = 0
    return hb_font_get_nominal_glyph(hbFont, scalar.value, &glyph) != 0 ? glyph : nil
  }

  /// The index of the last glyph.
  package var lastGlyph: UInt32 {
    guard let face = hb_font_get_face(hbFont) else { return 0 }
    let count = hb_face_get_glyph_count(face)
    return count > 0 ? count - 1 : 0
  }

  /// Returns the advance of a glyph, in ems.
  public func advance(of glyph: UInt32) -> Double {
    Double(hb_font_get_glyph_h_advance(hbFont, glyph)) / unitsPerEm
  }

  /// Returns the outline of a glyph around its origin on the baseline, in ems, y downwards.
  public func outline(of glyph: UInt32) -> Path {
    if let known = outlines.withLock({ $0[glyph] }) { return known }
    let sink = OutlineSink(unitsPerEm: unitsPerEm)
    burin_hb_draw_glyph(
      hbFont, glyph, OutlineSink.functions.pointer, Unmanaged.passUnretained(sink).toOpaque())
    let path = sink.path
    let bytes = 128 + path.elements.count * MemoryLayout<Path.Element>.stride
    outlines.withLock { $0.store(path, for: glyph, bytes: bytes) }
    return path
  }

  /// Returns the picture of a glyph as a PNG file, and the rectangle it fills, in ems, y downwards;
  /// nil for a glyph without one.
  package func colorImage(of glyph: UInt32) -> (png: [UInt8], rect: Rect)? {
    guard hasColorImages, let rect = inkBounds(of: glyph),
      let blob = hb_ot_color_glyph_reference_png(hbFont, glyph)
    else { return nil }
    defer { hb_blob_destroy(blob) }
    var length: UInt32 = 0
    guard let start = hb_blob_get_data(blob, &length), length > 0 else { return nil }
    let bytes = UnsafeRawBufferPointer(start: start, count: Int(length))
    return (Array(bytes), rect)
  }

  /// Returns the smallest rectangle that contains the outline, in ems, y downwards; nil for a
  /// space.
  public func inkBounds(of glyph: UInt32) -> Rect? {
    if let known = inks.withLock({ $0[glyph] }) { return known }
    let ink = measuredInk(of: glyph)
    inks.withLock { $0.store(ink, for: glyph, bytes: 96) }
    return ink
  }

  private func measuredInk(of glyph: UInt32) -> Rect? {
    var extents = hb_glyph_extents_t()
    guard hb_font_get_glyph_extents(hbFont, glyph, &extents) != 0,
      extents.width != 0 || extents.height != 0
    else { return nil }
    let left = Double(extents.x_bearing) / unitsPerEm
    let top = -Double(extents.y_bearing) / unitsPerEm
    return Rect(
      x: left, y: top, width: Double(extents.width) / unitsPerEm,
      height: -Double(extents.height) / unitsPerEm)
  }
}
