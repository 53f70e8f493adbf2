import BurinGeometry
import BurinScene
import BurinText
import CCairo

/// Shows glyphs as text that a PDF reader can search and copy.
struct PDFGlyphs: GlyphPainter {
  let fonts: FontLibrary
  /// The glyphs of each font that the scene shows.
  private let used: [FontID: Set<UInt32>]
  private var faces: [FontID: CairoFontFace] = [:]

  init(fonts: FontLibrary, of scene: Scene) {
    self.fonts = fonts
    var used: [FontID: Set<UInt32>] = [:]
    scene.items.walk { visit in
      if case .glyphs(let run) = visit.item {
        for glyph in run.glyphs { used[run.font, default: []].insert(glyph.id) }
      }
      return .inward
    }
    self.used = used
  }

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
      guard let subset = file.subset(of: used[run.font] ?? []) else {
        throw .font(.unreadableFont(path: file.path))
      }
      face = try CairoFontFace(subset, name: file.id.postScriptName)
      faces[run.font] = face
    }
    cairo_set_font_face(context, face.pointer)
    cairo_set_font_size(context, run.size)
    let glyphs = run.glyphs.map {
      cairo_glyph_t(index: face.number(of: $0.id), x: $0.position.x, y: $0.position.y)
    }
    if let (clusters, flags) = Self.clusters(of: run) {
      let bytes = run.text.utf8.map { CChar(bitPattern: $0) }
      cairo_show_text_glyphs(
        context, bytes, Int32(bytes.count), glyphs, Int32(glyphs.count), clusters,
        Int32(clusters.count), flags)
    } else {
      // There is no text to copy, or glyphs and text are in no order that a PDF could tell.
      cairo_show_glyphs(context, glyphs, Int32(glyphs.count))
    }
  }

  /// Which bytes of the text each group of glyphs stands for, in the order of the text.
  private static func clusters(
    of run: GlyphRun
  ) -> ([cairo_text_cluster_t], cairo_text_cluster_flags_t)? {
    guard !run.text.isEmpty, let first = run.glyphs.first, let last = run.glyphs.last else {
      return nil
    }
    // Text from right to left: the first glyph stands for its end.
    let isBackward = last.cluster < first.cluster
    let places = run.glyphs.map(\.cluster)
    return clusters(isBackward ? places.reversed() : places, length: run.text.utf8.count).map {
      ($0, isBackward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : cairo_text_cluster_flags_t(rawValue: 0))
    }
  }

  /// The clusters of glyphs whose places in the text ascend; nil where they do not.
  private static func clusters(_ places: [Int], length: Int) -> [cairo_text_cluster_t]? {
    var clusters: [cairo_text_cluster_t] = []
    var index = 0
    var start = 0
    while index < places.count {
      var next = index + 1
      while next < places.count, places[next] == places[index] { next += 1 }
      let end = next < places.count ? places[next] : length
      guard end > start, end <= length else { return nil }
      clusters.append(
        cairo_text_cluster_t(num_bytes: Int32(end - start), num_glyphs: Int32(next - index)))
      start = end
      index = next
    }
    return clusters
  }
}
