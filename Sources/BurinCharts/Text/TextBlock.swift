import BurinGeometry
import BurinMath
import BurinScene
import BurinText

/// Text set in lines; coordinates are points from its top left corner.
struct TextBlock {
  var size: Size
  var firstBaseline: Double
  var lastBaseline: Double
  /// The middle of a line of figures and capitals, which looks centred.
  var opticalCenter: Double
  var lineCount: Int
  var items: [SceneItem]
  /// Whether the text runs from right to left.
  var isRightToLeft = false

  /// Returns how much of the free width lies before the text where it is aligned, 0…1: a text that
  /// runs from right to left leads at the right.
  func share(before alignment: Paragraph.Alignment = .leading) -> Double {
    switch alignment {
    case .leading: isRightToLeft ? 1 : 0
    case .center: 0.5
    case .trailing: isRightToLeft ? 0 : 1
    }
  }

  /// Returns the text as one scene group, with its top left corner at a point.
  func placed(at point: Point, role: Role = .text, name: String = "") -> SceneItem {
    .group(SceneGroup(role, name, items: items.offset(by: Vector(point.x, point.y))))
  }

  /// The visible characters, including those of formulas, in reading order.
  var shown: String {
    func characters(_ items: [SceneItem]) -> String {
      items.map { item in
        switch item {
        case .group(let group): characters(group.items)
        case .glyphs(let run): run.text
        case .path, .image, .points, .rects, .sectors: ""
        }
      }.joined()
    }
    return characters(items)
  }
}

extension LayoutContext {
  /// Sets a text.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - role: the role of spans without one.
  ///   - color: the colour of spans without one.
  ///   - width: the width at which lines break; nil for no limit.
  func set(
    _ text: Text, role: TextRole, color: Color, width: Double?
  ) throws -> TextBlock {
    var spans: [Paragraph.Span] = []
    var formulas: [FormulaLayout] = []
    var largest = 0.0
    for run in text.resolved(in: region).runs {
      let font = run.font?.resolved(in: theme) ?? theme.font(role)
      try note(run, of: text)
      let style = TextStyle(
        size: font.size * text.scale, weight: run.isBold ? .bold : run.weight ?? font.weight,
        color: try self.color(run.color ?? color))
      largest = max(largest, style.size)
      switch run.content {
      case .text(let string): spans.append(.text(string, style))
      // Values were resolved before.
      case .value: spans.append(.text(run.plain, style))
      case .formula(let tex, _):
        let scale = try inlineFormulaScale
        let formula = try formula(
          tex, size: style.size * scale, style: .text, color: style.color,
          weight: style.weight, textScale: 1 / scale)
        var pieces = [formula]
        if let width, formula.width > width {
          // Lines may break within it, where it is wider than one.
          pieces = try formulaPieces(
            tex, size: style.size * scale, color: style.color, weight: style.weight,
            textScale: 1 / scale, within: width)
        }
        for (index, piece) in pieces.enumerated() {
          formulas.append(piece)
          if index > 0 { spans.append(.text("\u{200B}", style)) }
          spans.append(
            .box(
              InlineBox(
                width: piece.width, ascent: piece.ascent, descent: piece.descent,
                lineSize: style.size)))
        }
      }
    }
    let paragraph = Paragraph(
      spans, width: width.map { $0 + 0.01 }, alignment: text.alignment,
      lineHeight: text.lineHeight ?? 1.4, balanced: text.balanced, language: language)
    let set = try paragraphs.layout(paragraph)
    let runs = set.runs.filter { !$0.glyphs.isEmpty }.map {
      (SceneItem.glyphs($0), $0.glyphs.first?.position ?? .zero)
    }
    let boxes = zip(formulas, set.boxOrigins).map { ($0.placed(at: $1), $1) }
    // In reading order: down the lines, then along them.
    let items = (runs + boxes).enumerated().sorted { a, b in
      let (p, q) = (a.element.1, b.element.1)
      return abs(p.y - q.y) > 0.01 ? p.y < q.y : (p.x, a.offset) < (q.x, b.offset)
    }.map(\.element.0)
    return TextBlock(
      size: set.size, firstBaseline: set.firstBaseline, lastBaseline: set.lastBaseline,
      opticalCenter: set.firstBaseline - fonts.textFace.capHeight / 2 * largest,
      lineCount: set.lineCount, items: items, isRightToLeft: set.isRightToLeft)
  }

  /// Adds diagnostics for what was asked of a span without effect.
  private func note(_ run: TextRun, of text: Text) throws {
    var notes = run.notes.union(run.font?.notes ?? [])
    guard !notes.isEmpty else { return }
    if notes.contains(.monospacedDigits), try hasMonospacedDigits() {
      notes.remove(.monospacedDigits)
    }
    for diagnostic in notes.diagnostics(of: text) { note(diagnostic) }
  }

  /// Returns whether all digits of the theme's family have the same width.
  private func hasMonospacedDigits() throws -> Bool {
    let widths = try (0...9).map {
      try paragraphs.layout(
        Paragraph([.text("\($0)", TextStyle(size: 100))], language: language)
      ).size.width
    }
    guard let least = widths.min(), let most = widths.max() else { return true }
    return most - least < 0.5
  }

  /// The scale of formulas within text, so that capitals of both fonts have the same height.
  private var inlineFormulaScale: Double {
    get throws {
      let math = try fonts.mathFace
      guard math.capHeight > 0 else { return 1 }
      return min(max(fonts.textFace.capHeight / math.capHeight, 0.8), 1.25)
    }
  }

  /// Sets a formula in pieces between which lines may break.
  private func formulaPieces(
    _ tex: String, size: Double, color: RGBColor, weight: FontWeight, textScale: Double,
    within width: Double
  ) throws -> [FormulaLayout] {
    try formulas.pieces(
      tex, size: size, color: color, colors: theme.colors.byName, textWeight: weight,
      textScale: textScale, language: language, within: width)
  }

  /// Sets a formula with the theme's named colours.
  func setFormula(
    _ tex: String, size: Double, style: MathStyle, color: RGBColor, weight: FontWeight,
    textScale: Double
  ) throws -> FormulaLayout {
    let layout = try formulas.layout(
      tex, size: size, style: style, color: color, colors: theme.colors.byName, textWeight: weight,
      textScale: textScale, language: language)
    for text in layout.notes { note(Diagnostic("formula “\(tex)”: \(text)")) }
    return layout
  }
}

extension FormulaLayout {
  /// Returns the formula as one scene group, with the left end of the baseline at a point.
  func placed(at origin: Point) -> SceneItem {
    .group(group(items.offset(by: Vector(origin.x, origin.y))))
  }

  /// Returns a group of the formula's items, which is spoken in words.
  func group(_ items: [SceneItem]) -> SceneGroup {
    SceneGroup(.formula, source, dataLabel: spoken == source ? nil : spoken, items: items)
  }
}
