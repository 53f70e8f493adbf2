import BurinGeometry
import BurinScene

/// Converts boxes to scene items, joining adjacent glyphs into runs.
struct Emission {
  let font: MathFont
  private(set) var parts: [String: Rect] = [:]
  private var levels: [[SceneItem]] = [[]]
  private var run: GlyphRun?

  init(font: MathFont) { self.font = font }

  /// Returns the items of a box whose origin is the scene's.
  mutating func items(of box: Box) -> [SceneItem] {
    emit(box, at: .zero)
    flush()
    return levels.first ?? []
  }

  private mutating func emit(_ box: Box, at origin: Point) {
    for element in box.elements {
      switch element {
      case .box(let inner, let offset):
        emit(inner, at: origin + offset)
      case .glyph(let glyph, let position, let text, let color):
        add(glyph, at: origin + (position - .zero), text: text, color)
      case .run(let run):
        append(.glyphs(run.offset(by: origin - .zero)))
      case .path(let item):
        append(SceneItem.path(item).offset(by: origin - .zero))
      case .pieces(let pieces, let text, let color):
        flush()
        for (index, piece) in pieces.enumerated() {
          add(
            piece.0, at: piece.1 + (origin - .zero), text: index == 0 ? text : "", color,
            joined: index > 0)
        }
        flush()
      case .part(let name, let inner):
        flush()
        levels.append([])
        emit(inner, at: origin)
        flush()
        let items = levels.removeLast()
        parts[name] = Rect(
          minX: origin.x, minY: origin.y - inner.ascent, maxX: origin.x + inner.width,
          maxY: origin.y + inner.descent)
        append(.group(SceneGroup(.part, name, items: items)))
      }
    }
  }

  private mutating func append(_ item: SceneItem) {
    flush()
    levels[levels.count - 1].append(item)
  }

  private mutating func flush() {
    guard let run else { return }
    levels[levels.count - 1].append(.glyphs(run))
    self.run = nil
  }

  /// Adds a glyph to the run, or starts another run if size, colour, baseline or a wide gap
  /// separates them.
  private mutating func add(
    _ glyph: SizedGlyph, at position: Point, text: String, _ color: RGBColor, joined: Bool = false
  ) {
    let end = position.x + font.advance(of: glyph.id) * glyph.size
    let ink = font.ink(of: glyph.id).map { ink in
      Rect(
        minX: position.x + ink.minX * glyph.size, minY: position.y + ink.minY * glyph.size,
        maxX: position.x + ink.maxX * glyph.size, maxY: position.y + ink.maxY * glyph.size)
    }
    if var run, let first = run.glyphs.first, let last = run.glyphs.last,
      run.size == glyph.size, run.color == color,
      joined || isNear(position, first: first, last: last, run)
    {
      let cluster = joined ? last.cluster : run.text.utf8.count
      run.glyphs.append(Glyph(id: glyph.id, position: position, cluster: cluster))
      run.text += text
      run.advance = max(run.advance, end - first.position.x)
      if let ink { run.inkBounds = run.inkBounds?.union(ink) ?? ink }
      self.run = run
      return
    }
    flush()
    run = GlyphRun(
      font: FontID(font.name), size: glyph.size, color: color, text: text,
      glyphs: [Glyph(id: glyph.id, position: position, cluster: 0)], inkBounds: ink,
      advance: end - position.x)
  }

  private func isNear(_ position: Point, first: Glyph, last: Glyph, _ run: GlyphRun) -> Bool {
    let gap = position.x - (first.position.x + run.advance)
    return abs(position.y - last.position.y) < 1e-9 && position.x >= last.position.x
      && gap < 0.6 * run.size
  }
}
