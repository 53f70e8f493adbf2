import BurinGeometry
import BurinScene
import BurinText
import CCairo

/// Shows glyphs as text that a PDF reader can search and copy.
///
/// A font in a PDF tells for each glyph which characters it stands for. Each face is embedded once,
/// with only the glyphs of the scene. Where a glyph stands for other characters in another place, as
/// the digits of exponents do, Cairo writes them beside it (`/ActualText`, ISO 32000-1, section
/// 14.9.4). Letters with marks belong to further copies of the face instead, as do all where Cairo
/// doesn't write them: every reader knows what a font says.
struct PDFGlyphs: GlyphPainter {
  private let fonts: FontLibrary
  private let outlines: OutlineGlyphs
  /// The glyphs of the scene by face.
  private let used: [FontID: Set<UInt32>]
  private var copies: [FontID: [Copy]] = [:]
  /// A face whose glyphs have no outlines, for pictures in colour.
  private var blank: Copy?

  /// A face in the file, with the characters that its glyphs stand for.
  private struct Copy {
    var font: EmbeddedFont
    /// The indices of glyphs in the font; those of the face where nil.
    var indices: [UInt32: UInt32]?
    var texts: [UInt32: String] = [:]

    /// Whether glyphs can stand for these texts.
    func serves(_ parts: [(glyph: Int, text: String)], of run: GlyphRun) -> Bool {
      parts.allSatisfy { part in
        texts[run.glyphs[part.glyph].id].map { $0 == part.text } ?? true
      }
    }
  }

  init(fonts: FontLibrary, scene: Scene) {
    self.fonts = fonts
    outlines = OutlineGlyphs(fonts: fonts)
    var used: [FontID: Set<UInt32>] = [:]
    scene.items.walk { visit in
      if case .glyphs(let run) = visit.item {
        used[run.font, default: []].formUnion(run.glyphs.lazy.map(\.id))
      }
      return .inward
    }
    self.used = used
  }

  mutating func draw(_ run: GlyphRun, on context: OpaquePointer) throws(RenderError) {
    let face: FontFace
    do throws(TextError) {
      face = try fonts.face(run.font)
    } catch {
      throw .font(error)
    }
    if face.hasColorImages { return try drawPictures(run, of: face, on: context) }
    var shown = Shown(run, face)
    var waiting: [(glyph: Int, text: String)] = []
    var waitingCopy = 0
    for cluster in shown.clusters {
      let copy = try copy(for: cluster, of: run, face)
      if copy != waitingCopy {
        show(waiting, of: run, in: waitingCopy, on: context)
        waiting = []
        waitingCopy = copy
      }
      waiting += cluster
    }
    show(waiting, of: run, in: waitingCopy, on: context)
    guard !shown.silent.isEmpty else { return }
    // What stands for no character is no text.
    shown.run.glyphs = shown.silent.map { run.glyphs[$0] }
    try outlines.draw(shown.run, on: context)
  }

  /// The version of PDF that Cairo writes.
  ///
  /// Later versions of Cairo hide objects in streams where PDF 1.5 allows it, but alternative texts are
  /// added to objects. From 1.5 on Cairo writes `/ActualText`.
  static var version: cairo_pdf_version_t {
    writesActualText ? CAIRO_PDF_VERSION_1_5 : CAIRO_PDF_VERSION_1_4
  }

  /// Cairo 1.17.6 brought streams of objects.
  private static var writesActualText: Bool { cairo_version() < 11_706 }

  /// Returns which copy of the face shows a cluster, and takes note of its texts.
  private mutating func copy(
    for cluster: [(glyph: Int, text: String)], of run: GlyphRun, _ face: FontFace
  ) throws(RenderError) -> Int {
    var known = copies[run.font] ?? []
    if Self.writesActualText, cluster.count == 1, !known.isEmpty, !cluster[0].text.hasMarkedLetter {
      let id = run.glyphs[cluster[0].glyph].id
      if known[0].texts[id] == nil { known[0].texts[id] = cluster[0].text }
      copies[run.font] = known
      return 0
    }
    let index = known.firstIndex { $0.serves(cluster, of: run) } ?? known.count
    if index == known.count { known.append(try embedded(face)) }
    for part in cluster { known[index].texts[run.glyphs[part.glyph].id] = part.text }
    copies[run.font] = known
    return index
  }

  private func embedded(_ face: FontFace) throws(RenderError) -> Copy {
    guard let subset = face.subset(of: used[face.id] ?? []) else {
      throw .cairo(status: "the font cannot be embedded", node: face.id.postScriptName)
    }
    return Copy(
      font: try EmbeddedFont(subset.file, name: face.id.postScriptName), indices: subset.indices)
  }

  private func show(
    _ parts: [(glyph: Int, text: String)], of run: GlyphRun, in copy: Int,
    on context: OpaquePointer
  ) {
    guard !parts.isEmpty, let copies = copies[run.font], copy < copies.count else { return }
    show(
      parts.map { (run.glyphs[$0.glyph].id, run.glyphs[$0.glyph].position, $0.text) },
      in: copies[copy], size: run.size, on: context)
  }

  private func show(
    _ parts: [(id: UInt32, position: Point, text: String)], in copy: Copy, size: Double,
    on context: OpaquePointer
  ) {
    cairo_set_font_face(context, copy.font.pointer)
    cairo_set_font_size(context, size)
    let glyphs = parts.map { part in
      // A glyph that was asked for is in the file.
      let index = copy.indices.map { $0[part.id] ?? 0 } ?? part.id
      return cairo_glyph_t(index: UInt(index), x: part.position.x, y: part.position.y)
    }
    let bytes = parts.flatMap { $0.text.utf8.map { CChar(bitPattern: $0) } }
    let clusters = parts.map {
      cairo_text_cluster_t(num_bytes: Int32($0.text.utf8.count), num_glyphs: 1)
    }
    cairo_show_text_glyphs(
      context, bytes, Int32(bytes.count), glyphs, Int32(glyphs.count), clusters,
      Int32(clusters.count), cairo_text_cluster_flags_t(rawValue: 0))
  }

  // MARK: Pictures

  /// Draws glyphs that are pictures, each with a glyph that nobody sees for its characters.
  private mutating func drawPictures(
    _ run: GlyphRun, of face: FontFace, on context: OpaquePointer
  ) throws(RenderError) {
    for glyph in run.glyphs {
      try ColorGlyph(glyph.id, of: face)?.draw(at: glyph.position, in: run, on: context)
    }
    for cluster in Shown(run, face).clusters {
      guard let part = cluster.first else { continue }
      var copy: Copy
      if let blank {
        copy = blank
      } else {
        let text = fonts.textFace
        // All glyphs but the first and the last are without outlines.
        guard let subset = text.subset(of: [0, text.lastGlyph], keepsIndices: true) else { return }
        copy = Copy(font: try EmbeddedFont(subset.file, name: text.id.postScriptName))
      }
      let text = cluster.map(\.text).joined()
      let known = copy.texts.first { $0.value == text }?.key
      let id = known ?? UInt32(copy.texts.count + 1)
      copy.texts[id] = text
      blank = copy
      guard id < fonts.textFace.lastGlyph else { return }
      show(
        [(id, run.glyphs[part.glyph].position, text)], in: copy, size: run.size, on: context)
    }
  }
}

/// What the glyphs of a run stand for.
private struct Shown {
  var run: GlyphRun
  /// The clusters in visual order, each with its glyphs and the characters of each.
  var clusters: [[(glyph: Int, text: String)]] = []
  /// The glyphs that stand for no character of their own.
  var silent: [Int] = []

  init(_ run: GlyphRun, _ face: FontFace) {
    self.run = run
    let bytes = Array(run.text.utf8)
    let isBackward = (run.glyphs.last?.cluster ?? 0) < (run.glyphs.first?.cluster ?? 0)
    // From left to right, a letter goes with its marks, which may be clusters of their own.
    var clusters = run.glyphs.map(\.cluster)
    if !isBackward, let letters = Self.starts(of: run.text) {
      clusters = clusters.map { letters[max(0, min($0, bytes.count))] }
      // So do the marks of a letter that hangs below another, which has no width either.
      var index = 0
      var letter: Int?
      while index < clusters.count {
        let start = clusters[index]
        let end = clusters[index...].firstIndex { $0 != start } ?? clusters.count
        if let letter, letter < start,
          (index..<end).allSatisfy({ face.advance(of: run.glyphs[$0].id) <= 0 })
        {
          for place in index..<end { clusters[place] = letter }
        } else {
          letter = start
        }
        index = end
      }
    }
    let starts = Set(clusters).sorted()
    var index = 0
    while index < run.glyphs.count {
      let start = clusters[index]
      var end = index
      while end < run.glyphs.count, clusters[end] == start { end += 1 }
      let limit = starts.first { $0 > start } ?? bytes.count
      if start >= 0, start < limit, limit <= bytes.count {
        let text = String(decoding: bytes[start..<limit], as: UTF8.self)
        add(text, glyphs: Array(index..<end), of: face, isBackward: isBackward)
      } else {
        silent += index..<end
      }
      index = end
    }
  }

  /// Returns for each byte of a text, and for its end, where its letter with its marks begins; nil where
  /// all letters are of one byte.
  private static func starts(of text: String) -> [Int]? {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return nil }
    var starts: [Int] = []
    for character in text {
      starts += Array(repeating: starts.count, count: character.utf8.count)
    }
    return starts + [starts.count]
  }

  /// Shares a cluster's characters among its glyphs, each of which must stand for some.
  ///
  /// Marks on letters stand for none: readers order characters by their places, and would put a mark
  /// that reaches over the next letter behind it.
  private mutating func add(
    _ text: String, glyphs: [Int], of face: FontFace, isBackward: Bool
  ) {
    let scalars = Array(text.unicodeScalars)
    let wide = isBackward ? [] : glyphs.filter { face.advance(of: run.glyphs[$0].id) > 0 }
    let candidates = wide.isEmpty ? glyphs : wide
    let speaking = candidates.prefix(scalars.count)
    silent += glyphs.filter { !speaking.contains($0) }
    var parts: [(glyph: Int, text: String)] = []
    let order = isBackward ? Array(speaking.reversed()) : Array(speaking)
    for (place, glyph) in order.enumerated() {
      let part = place == order.count - 1 ? scalars[place...] : scalars[place...place]
      var text = String.UnicodeScalarView()
      text.append(contentsOf: part)
      parts.append((glyph, String(text)))
    }
    clusters.append(isBackward ? parts.reversed() : parts)
  }
}

extension String {
  /// Whether it is more than one character, marks on letters among them.
  fileprivate var hasMarkedLetter: Bool {
    unicodeScalars.count > 1
      && unicodeScalars.contains { scalar in
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
      }
  }
}
