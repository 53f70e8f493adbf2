import BurinGeometry
import BurinScene

/// Stacks shaped lines and computes the ink of their runs.
struct LineStacker {
  let library: FontLibrary
  let paragraph: Paragraph

  /// The part of the em above and below the baseline that a line box covers.
  ///
  /// The CJK em box reaches up 0.88; Latin descenders of the default family reach down 0.21.
  private static let ascent = 0.88
  private static let descent = 0.21

  func stack(_ shaped: ShapedParagraph) throws(TextError) -> ParagraphLayout {
    let lines = shaped.lines
    var layout = ParagraphLayout(
      size: .zero, firstBaseline: 0, lastBaseline: 0, lineCount: lines.count, runs: [],
      boxOrigins: [], isRightToLeft: shaped.isRightToLeft)
    var origins: [Int: Point] = [:]
    let width = lines.map(\.width).max() ?? 0
    var y = 0.0
    for (index, line) in lines.enumerated() {
      let (ascent, descent, em) = extent(of: line)
      if index > 0 { y += max(0, (paragraph.lineHeight - Self.ascent - Self.descent) * em) }
      let baseline = y + ascent
      let x: Double =
        switch paragraph.alignment {
        case .leading: shaped.isRightToLeft ? width - line.width : 0
        case .center: (width - line.width) / 2
        case .trailing: shaped.isRightToLeft ? 0 : width - line.width
        }
      for run in line.runs { layout.runs.append(try glyphRun(run, at: Point(x, baseline))) }
      for box in line.boxes { origins[box.span] = Point(x + box.x, baseline) }
      if index == 0 { layout.firstBaseline = baseline }
      layout.lastBaseline = baseline
      y = baseline + descent
    }
    layout.size = Size(width, y)
    layout.boxOrigins = origins.sorted { $0.key < $1.key }.map(\.value)
    return layout
  }

  /// Returns the ascent, descent and font size of a line, from the spans that it shows.
  private func extent(of line: PangoShaper.Line) -> (Double, Double, Double) {
    var ascent = 0.0
    var descent = 0.0
    var em = 0.0
    for (index, span) in paragraph.spans.enumerated()
    where line.spans.contains(index) || line.spans.isEmpty {
      switch span {
      case .text(_, let style):
        ascent = max(ascent, Self.ascent * style.size)
        descent = max(descent, Self.descent * style.size)
        em = max(em, style.size)
      case .box(let box):
        ascent = max(ascent, box.ascent, Self.ascent * box.lineSize)
        descent = max(descent, box.descent, Self.descent * box.lineSize)
        em = max(em, box.lineSize)
      }
    }
    return (ascent, descent, em > 0 ? em : ascent + descent)
  }

  private func glyphRun(
    _ run: PangoShaper.Run, at origin: Point
  ) throws(TextError) -> GlyphRun {
    guard case .text(_, let style) = paragraph.spans[run.span] else {
      return GlyphRun(
        font: run.font, size: 0, color: .clear, text: "", glyphs: [], inkBounds: nil, advance: 0)
    }
    let face = try library.face(run.font)
    var ink: Rect?
    var glyphs = run.glyphs
    for index in glyphs.indices {
      let position = glyphs[index].position + Vector(origin.x, origin.y)
      glyphs[index].position = position
      guard let em = face.inkBounds(of: glyphs[index].id) else { continue }
      let bounds = Rect(
        minX: position.x + em.minX * style.size, minY: position.y + em.minY * style.size,
        maxX: position.x + em.maxX * style.size, maxY: position.y + em.maxY * style.size)
      ink = ink?.union(bounds) ?? bounds
    }
    return GlyphRun(
      font: run.font, size: style.size, color: style.color, text: run.text, glyphs: glyphs,
      inkBounds: ink, advance: run.advance)
  }
}
