import BurinGeometry
import BurinScene
import BurinText

extension MathLayout {
  /// `\text{…}` and bare Chinese: the text font on the formula's baseline, formulas inside.
  func text(
    _ pieces: [TextPiece], _ setting: Setting, at position: Int
  ) throws(FormulaError) -> Box {
    var spans: [Paragraph.Span] = []
    var formulas: [Box] = []
    for piece in pieces {
      switch piece {
      case .text(let string, let weight, let color, _):
        spans.append(
          .text(
            string,
            TextStyle(
              size: em(setting), weight: weight ?? textWeight, color: color ?? setting.color)))
      case .math(let nodes, let color):
        let inner = setting.isScript ? setting : setting.with(.text, cramped: false)
        let box = try list(nodes, color.map(inner.with) ?? inner)
        formulas.append(box)
        spans.append(
          .box(InlineBox(width: box.width, ascent: box.ascent, descent: box.descent)))
      }
    }
    guard !spans.isEmpty else { return Box() }
    let layout: ParagraphLayout
    do {
      layout = try fonts.layout(Paragraph(spans))
    } catch {
      throw .text("\(error)", at: self.position(position))
    }
    var box = Box(width: layout.size.width)
    let baseline = layout.firstBaseline
    for run in layout.runs {
      let run = run.offset(by: Vector(0, -baseline))
      box.elements.append(.run(run))
      // As TeX does, only what is drawn counts for the height.
      guard let ink = run.inkBounds else { continue }
      box.ascent = max(box.ascent, -ink.minY)
      box.descent = max(box.descent, ink.maxY)
    }
    for (formula, origin) in zip(formulas, layout.boxOrigins) {
      box.add(formula, x: origin.x, y: origin.y - baseline)
    }
    return box
  }
}
