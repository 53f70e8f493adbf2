import BurinGeometry
import BurinScene
import BurinText

extension MathLayout {
  /// `\text{…}` and bare Chinese: the text font on the formula's baseline, with formulas inside.
  func text(_ atom: Atom, _ setting: Setting) throws(FormulaError) -> Box {
    guard case .text(let pieces) = atom.nucleus else { return Box() }
    var formulas: [Box] = []
    // As in amsmath: in the style of the surroundings, but in script styles a text of that size.
    var layout = self
    layout.size = em(setting)
    let inner = setting.with(setting.isDisplay ? .display : .text, cramped: false)
    for case .math(let nodes, let attributes) in pieces {
      var layout = layout
      layout.size *= attributes.scale
      formulas.append(try layout.list(nodes, attributes.color.map(inner.with) ?? inner))
    }
    return try line(pieces, formulas, setting, at: atom.position)
  }

  @inline(never)
  private func line(
    _ pieces: [TextPiece], _ formulas: [Box], _ setting: Setting, at position: Int
  ) throws(FormulaError) -> Box {
    var spans: [Paragraph.Span] = []
    var waiting = formulas[...]
    for piece in pieces {
      switch piece {
      case .text(let string, let attributes, _):
        let style = TextStyle(
          size: em(setting) * textScale * attributes.scale, weight: attributes.weight ?? textWeight,
          color: attributes.color ?? setting.color)
        spans.append(.text(string, style))
      case .script(let drawn, _, _):
        let style = TextStyle(
          size: em(setting) * textScale, weight: textWeight, color: setting.color)
        spans.append(.text(drawn, style))
      case .math:
        guard let box = waiting.popFirst() else { continue }
        let room = InlineBox(width: box.width, ascent: box.ascent, descent: box.descent)
        spans.append(.box(room))
      }
    }
    guard !spans.isEmpty else { return Box() }
    let layout: ParagraphLayout
    do throws(TextError) {
      let paragraph = Paragraph(spans)
      if let paragraphs {
        layout = try paragraphs.layout(paragraph)
      } else {
        layout = try fonts.layout(paragraph)
      }
    } catch {
      switch error {
      case .stopped(let reason): throw .stopped(reason)
      case .missingFamily, .familyNotGiven, .unreadableFont, .configuration: throw .font("\(error)")
      case .missingCharacter(let scalar, _, _):
        // The sign itself, where it stands in the source.
        let scalars = Array(source.unicodeScalars)
        let place =
          position < scalars.count
          ? scalars[position...].firstIndex(of: scalar) ?? position : position
        throw .text("\(error)", at: self.position(place))
      case .unknownFace, .invalidSize: throw .text("\(error)", at: self.position(position))
      }
    }
    var box = Box(width: layout.size.width)
    let baseline = layout.firstBaseline
    // In reading order, so that the text can be copied.
    var placed: [(x: Double, element: Element)] = []
    for run in layout.runs {
      var run = run.offset(by: Vector(0, -baseline))
      if pieces.count == 1, case .script(_, let written, _) = pieces[0] { run.rename(written) }
      placed.append((run.glyphs.first?.position.x ?? 0, .run(run)))
      // As in TeX, only what is drawn counts for the height.
      guard let ink = run.inkBounds else { continue }
      box.ascent = max(box.ascent, -ink.minY)
      box.descent = max(box.descent, ink.maxY)
    }
    for (formula, origin) in zip(formulas, layout.boxOrigins) {
      placed.append((origin.x, .box(formula, Vector(origin.x, origin.y - baseline))))
      box.ascent = max(box.ascent, formula.ascent + baseline - origin.y)
      box.descent = max(box.descent, formula.descent + origin.y - baseline)
    }
    box.elements = placed.enumerated().sorted { a, b in
      (a.element.x, a.offset) < (b.element.x, b.offset)
    }.map(\.element.element)
    return box
  }
}

extension GlyphRun {
  /// Lets each glyph stand for the character that was written in the place of the one that is drawn.
  fileprivate mutating func rename(_ written: String) {
    let scalars = Array(written.unicodeScalars)
    guard scalars.count == glyphs.count, text.unicodeScalars.count == glyphs.count else { return }
    text = written
    var offset = 0
    for (index, scalar) in scalars.enumerated() {
      glyphs[index].cluster = offset
      offset += UTF8.width(scalar)
    }
  }
}
