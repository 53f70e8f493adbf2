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
    for case .math(let nodes, let color) in pieces {
      formulas.append(try layout.list(nodes, color.map(inner.with) ?? inner))
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
      case .text(let string, let weight, let color, _):
        let style = TextStyle(
          size: em(setting) * textScale, weight: weight ?? textWeight, color: color ?? setting.color
        )
        spans.append(.text(string, style))
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
      case .missingCharacter, .unknownFace, .invalidSize:
        throw .text("\(error)", at: self.position(position))
      }
    }
    var box = Box(width: layout.size.width)
    let baseline = layout.firstBaseline
    // In reading order, so that the text can be copied.
    var placed: [(x: Double, element: Element)] = []
    for run in layout.runs {
      let run = run.offset(by: Vector(0, -baseline))
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
