import BurinGeometry
import BurinScene
import CPango

/// A Pango font map and context that are not shared.
///
/// Sendable although Pango's objects are not, because each belongs to one shaper, and a shaper is
/// used by one thread at a time: `FontLibrary` takes it from a store behind a mutex and puts it
/// back.
final class PangoShaper: @unchecked Sendable {
  // Unchecked because Pango's objects belong to no thread; the library's pool passes a shaper to
  // one thread at a time.

  private let map: UnsafeMutablePointer<PangoFontMap>
  private let context: OpaquePointer
  private let layout: OpaquePointer
  /// The families of texts that need no fallback.
  private let families: [String]
  /// The sizes of fonts that Pango has made ready.
  private var sizes: Set<Double> = []

  /// The bytes that a shaper takes, as measured with few sizes of fonts.
  static let cost = 1 << 20
  /// The number of sizes after which a shaper is given up: Pango keeps a font for each.
  private static let sizeLimit = 64

  /// Whether Pango keeps so much that the shaper is better given up.
  var isWorn: Bool { sizes.count > Self.sizeLimit }

  init(configuration: FontConfiguration, families: [String]) throws(TextError) {
    guard let map = pango_ft2_font_map_new() else { throw .configuration("no Pango font map") }
    let fcMap = OpaquePointer(map)
    pango_fc_font_map_set_config(fcMap, configuration.pointer)
    pango_fc_font_map_set_default_substitute(
      fcMap,
      { pattern, _ in
        // Unhinted metrics: advances scale with the size and do not depend on the rasteriser.
        FcPatternDel(pattern, FC_HINTING)
        FcPatternAddBool(pattern, FC_HINTING, FcFalse)
      }, nil, nil)
    guard let context = pango_font_map_create_context(map) else {
      g_object_unref(map)
      throw .configuration("no Pango context")
    }
    pango_context_set_round_glyph_positions(context, 0)
    guard let layout = pango_layout_new(context) else {
      g_object_unref(UnsafeMutableRawPointer(context))
      g_object_unref(map)
      throw .configuration("no Pango layout")
    }
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
    self.map = map
    self.context = context
    self.layout = layout
    self.families = families
  }

  deinit {
    g_object_unref(UnsafeMutableRawPointer(layout))
    g_object_unref(UnsafeMutableRawPointer(context))
    g_object_unref(map)
  }

  /// A line's shaped parts, positions relative to the left end of its baseline.
  struct Line: Sendable {
    var runs: [Run] = []
    var boxes: [(span: Int, x: Double)] = []
    var width = 0.0
    var spans: Set<Int> = []
  }

  /// Glyphs of one font and one span.
  struct Run: Sendable {
    var font: FontID
    var span: Int
    var text: String
    var glyphs: [Glyph]
    var advance: Double
    /// The end of the run's text, in bytes of the paragraph's text.
    var end = 0
  }

  /// Breaks a paragraph into lines and shapes them.
  func shape(
    _ paragraph: Paragraph, _ text: ParagraphText, width: Double?
  ) throws(TextError) -> ShapedParagraph {
    let starts = text.starts
    let bytes = Array(text.shaped.utf8)
    bytes.withUnsafeBytes { raw in
      let base = raw.bindMemory(to: CChar.self).baseAddress
      if let base {
        pango_layout_set_text(layout, base, Int32(raw.count))
      } else {
        pango_layout_set_text(layout, "", 0)
      }
    }
    pango_context_set_language(context, pango_language_from_string(paragraph.language))
    pango_layout_set_width(layout, width.map { Self.units($0) } ?? -1)
    pango_layout_set_attributes(layout, nil)
    let attributes = pango_attr_list_new()
    defer { pango_attr_list_unref(attributes) }
    for (index, span) in paragraph.spans.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1] : bytes.count
      switch span {
      case .text(_, let style) where text.parts.isEmpty:
        sizes.insert(style.size)
        add(style, in: families, to: attributes, from: starts[index], to: end)
      case .text(_, let style):
        sizes.insert(style.size)
        for part in text.parts {
          let range = part.range.clamped(to: starts[index]..<end)
          guard !range.isEmpty else { continue }
          // What no family has is drawn as a sign of the first.
          add(
            style, in: part.family.map { [$0] } ?? families, to: attributes,
            from: range.lowerBound, to: range.upperBound)
        }
      case .box(let box): add(box, to: attributes, from: starts[index], to: end)
      }
    }
    if !Self.setsQuotesFullWidth(paragraph.language) {
      // In CJK fonts ‘ ’ “ ” … — are as wide as a character, which is right only in Chinese.
      for range in Self.withoutCJKPunctuation(text.shaped) {
        insert(
          pango_attr_font_features_new("pwid"), into: attributes, from: range.lowerBound,
          to: range.upperBound)
      }
    }
    for range in ChineseMarks.halved(in: text.shaped, language: paragraph.language) {
      insert(
        pango_attr_font_features_new("halt"), into: attributes, from: range.lowerBound,
        to: range.upperBound)
    }
    // A word that must be broken anywhere is not broken at a hyphen.
    insert(pango_attr_insert_hyphens_new(0), into: attributes, from: 0, to: bytes.count)
    pango_layout_set_attributes(layout, attributes)
    pango_layout_context_changed(layout)
    let first = pango_layout_get_line_readonly(layout, 0)
    return ShapedParagraph(
      lines: try lines(paragraph, text),
      isRightToLeft: first.map { pango_layout_line_get_resolved_direction($0) }
        == PANGO_DIRECTION_RTL, replaced: text.replaced)
  }

  private static func setsQuotesFullWidth(_ language: String) -> Bool {
    ["zh", "ja", "ko"].contains(language.prefix(2).lowercased())
  }

  /// Returns the stretches between marks such as ， and 。, which are wide in every language, in
  /// bytes.
  private static func withoutCJKPunctuation(_ text: String) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var (start, end) = (0, 0)
    for scalar in text.unicodeScalars {
      let length = UTF8.width(scalar)
      switch scalar.value {
      case 0x3000...0x303F, 0xFF00...0xFFEF:
        if start < end { ranges.append(start..<end) }
        start = end + length
      default: break
      }
      end += length
    }
    return start < end ? ranges + [start..<end] : ranges
  }

  private static func units(_ points: Double) -> Int32 {
    Int32(min(max(points * Double(PANGO_SCALE), -2e9), 2e9).rounded())
  }

  private func add(
    _ style: TextStyle, in families: [String], to list: OpaquePointer?, from start: Int,
    to end: Int
  ) {
    let description = pango_font_description_new()
    defer { pango_font_description_free(description) }
    pango_font_description_set_family(description, families.joined(separator: ","))
    pango_font_description_set_weight(
      description, style.weight == .bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
    pango_font_description_set_absolute_size(description, style.size * Double(PANGO_SCALE))
    insert(pango_attr_font_desc_new(description), into: list, from: start, to: end)
  }

  private func add(_ box: InlineBox, to list: OpaquePointer?, from start: Int, to end: Int) {
    var rect = PangoRectangle(
      x: 0, y: -Self.units(box.ascent), width: Self.units(box.width),
      height: Self.units(box.ascent + box.descent))
    insert(pango_attr_shape_new(&rect, &rect), into: list, from: start, to: end)
  }

  private func insert(
    _ attribute: UnsafeMutablePointer<PangoAttribute>?, into list: OpaquePointer?, from start: Int,
    to end: Int
  ) {
    guard let attribute else { return }
    attribute.pointee.start_index = UInt32(start)
    attribute.pointee.end_index = UInt32(end)
    pango_attr_list_insert(list, attribute)
  }

  private func lines(
    _ paragraph: Paragraph, _ text: ParagraphText
  ) throws(TextError) -> [Line] {
    let starts = text.starts
    var result: [Line] = []
    var rest = pango_layout_get_lines_readonly(layout)
    while let node = rest {
      rest = node.pointee.next
      guard let data = node.pointee.data else { continue }
      let source = data.assumingMemoryBound(to: PangoLayoutLine.self)
      var line = Line()
      var x = 0.0
      var runs = source.pointee.runs
      while let runNode = runs {
        runs = runNode.pointee.next
        guard let item = runNode.pointee.data?.assumingMemoryBound(to: PangoGlyphItem.self).pointee,
          let analysed = item.item, let string = item.glyphs
        else { continue }
        let offset = Int(analysed.pointee.offset)
        let length = Int(analysed.pointee.length)
        let first = Self.span(at: offset, in: starts)
        line.spans.insert(first)
        if case .box(let box) = paragraph.spans[first] {
          line.boxes.append((first, x))
          x += box.width
          continue
        }
        guard let font = analysed.pointee.analysis.font else { continue }
        let id = try Self.fontID(font)
        let backward = analysed.pointee.analysis.level % 2 == 1
        let clusters = (0..<Int(string.pointee.num_glyphs)).map {
          offset + Int(string.pointee.log_clusters[$0])
        }
        var current: Run?
        func flush() {
          guard var run = current else { return }
          current = nil
          let range = Self.range(of: run, clusters: clusters, end: offset + length)
          run.text = text.written(range)
          run.end = range.upperBound
          let first = text.origin(range.lowerBound)
          for index in run.glyphs.indices {
            run.glyphs[index].cluster = text.origin(run.glyphs[index].cluster) - first
          }
          // Pango splits at every change of script; for the reader it is one run.
          if !backward, var last = line.runs.last, last.font == run.font, last.span == run.span,
            last.end == range.lowerBound
          {
            let shift = last.text.utf8.count
            last.glyphs += run.glyphs.map {
              Glyph(id: $0.id, position: $0.position, cluster: $0.cluster + shift)
            }
            last.text += run.text
            last.advance += run.advance
            last.end = run.end
            line.runs[line.runs.count - 1] = last
          } else {
            line.runs.append(run)
          }
        }
        for index in 0..<Int(string.pointee.num_glyphs) {
          let info = string.pointee.glyphs[index]
          let cluster = clusters[index]
          let span = Self.span(at: cluster, in: starts)
          line.spans.insert(span)
          if current?.span != span { flush() }
          let scale = Double(PANGO_SCALE)
          let advance = Double(info.geometry.width) / scale
          if info.glyph & PangoGlyph(PANGO_GLYPH_UNKNOWN_FLAG) != 0, info.glyph != 0x0FFF_FFFF {
            let value = info.glyph & ~PangoGlyph(PANGO_GLYPH_UNKNOWN_FLAG)
            throw TextError.missingCharacter(
              Unicode.Scalar(value) ?? "\u{FFFD}", text: text.shaped, families: families)
          }
          if info.glyph == 0x0FFF_FFFF {  // PANGO_GLYPH_EMPTY: a control character or a break
            x += advance
            continue
          }
          var run =
            current ?? Run(font: id, span: span, text: "", glyphs: [], advance: 0)
          run.glyphs.append(
            Glyph(
              id: info.glyph,
              position: Point(
                x + Double(info.geometry.x_offset) / scale, Double(info.geometry.y_offset) / scale),
              cluster: cluster))
          run.advance += advance
          current = run
          x += advance
        }
        flush()
      }
      line.width = x
      result.append(line)
    }
    return result
  }

  private static func span(at offset: Int, in starts: [Int]) -> Int {
    // The last span that starts at or before the offset; empty spans share a start.
    var (low, high) = (0, starts.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return max(low, 0)
  }

  /// Returns the bytes of the text that a run represents.
  ///
  /// - Parameters:
  ///   - clusters: the starts of the clusters of the run's item.
  ///   - end: the end of the item.
  private static func range(of run: Run, clusters: [Int], end: Int) -> Range<Int> {
    guard let first = run.glyphs.map(\.cluster).min(), let last = run.glyphs.map(\.cluster).max()
    else { return end..<end }
    // The last cluster extends to the start of the next; a ligature contains several characters.
    return first..<(clusters.filter { $0 > last }.min() ?? end)
  }

  private static func fontID(_ font: UnsafeMutablePointer<PangoFont>) throws(TextError) -> FontID {
    let fcFont = UnsafeMutableRawPointer(font).assumingMemoryBound(to: PangoFcFont.self)
    var name: UnsafeMutablePointer<FcChar8>?
    guard let pattern = pango_fc_font_get_pattern(fcFont),
      FcPatternGetString(pattern, FC_POSTSCRIPT_NAME, 0, &name) == FcResultMatch, let name
    else { throw .configuration("a font without a PostScript name") }
    return FontID(String(cString: name))
  }
}
