import BurinGeometry
import BurinScene
import BurinText
import CCairo

/// Shows glyphs as text that a PDF reader can search and copy.
struct PDFGlyphs: GlyphPainter {
  let fonts: FontLibrary
  private var faces: [FontID: CairoFontFace] = [:]

  init(fonts: FontLibrary) { self.fonts = fonts }

  mutating func draw(_ run: GlyphRun, on context: OpaquePointer) throws(RenderError) {
    let face: CairoFontFace
    if let known = faces[run.font] {
      face = known
    } else {
      let file: FontFace
      do throws(TextError) {
        file = try fonts.face(run.font)
      } catch {
        throw .font(error)
      }
      face = try CairoFontFace(path: file.path, index: file.index)
      faces[run.font] = face
    }
    cairo_set_font_face(context, face.pointer)
    cairo_set_font_size(context, run.size)
    let glyphs = run.glyphs.map {
      cairo_glyph_t(index: UInt($0.id), x: $0.position.x, y: $0.position.y)
    }
    if let clusters = Self.clusters(of: run) {
      let bytes = run.text.utf8.map { CChar(bitPattern: $0) }
      cairo_show_text_glyphs(
        context, bytes, Int32(bytes.count), glyphs, Int32(glyphs.count), clusters,
        Int32(clusters.count), cairo_text_cluster_flags_t(rawValue: 0))
    } else {
      cairo_show_glyphs(context, glyphs, Int32(glyphs.count))
    }
  }

  /// Which bytes of the text each group of glyphs stands for; nil where glyphs run backwards.
  private static func clusters(of run: GlyphRun) -> [cairo_text_cluster_t]? {
    let length = run.text.utf8.count
    guard length > 0, !run.glyphs.isEmpty else { return nil }
    var clusters: [cairo_text_cluster_t] = []
    var index = 0
    var start = 0
    while index < run.glyphs.count {
      let cluster = run.glyphs[index].cluster
      var next = index + 1
      while next < run.glyphs.count, run.glyphs[next].cluster == cluster { next += 1 }
      let end = next < run.glyphs.count ? run.glyphs[next].cluster : length
      guard end > start, end <= length else { return nil }
      clusters.append(
        cairo_text_cluster_t(num_bytes: Int32(end - start), num_glyphs: Int32(next - index)))
      start = end
      index = next
    }
    return clusters
  }
}

/// Owns a Cairo font face made from a file.
final class CairoFontFace {
  let pointer: OpaquePointer

  init(path: String, index: Int) throws(RenderError) {
    guard let pattern = FcPatternCreate() else {
      throw .cairo(status: "out of memory", node: path)
    }
    defer { FcPatternDestroy(pattern) }
    FcPatternAddString(pattern, FC_FILE, path)
    FcPatternAddInteger(pattern, FC_INDEX, Int32(index))
    FcPatternAddBool(pattern, FC_HINTING, FcFalse)
    guard let face = cairo_ft_font_face_create_for_pattern(pattern),
      cairo_font_face_status(face) == CAIRO_STATUS_SUCCESS
    else { throw .cairo(status: "the font file cannot be read", node: path) }
    pointer = face
  }

  deinit { cairo_font_face_destroy(pointer) }
}
