public import BurinScene
public import BurinText

extension FormulaTypesetter {
  /// Sets a formula in pieces between which lines may break, if it is wider than a line.
  ///
  /// ```swift
  /// try typesetter.pieces("a = b + c", size: 12, color: .black, within: 30)  // “a=”, “b+c”
  /// ```
  ///
  /// Lines break behind relations, and where that is not enough behind binary operators, as TeX's
  /// penalties have it (TeXbook, page 101); never between delimiters, in fractions, scripts or named
  /// parts. A piece that is still wider stays so.
  ///
  /// - Parameters:
  ///   - tex: the formula, without dollars.
  ///   - size: the size of the em, in points.
  ///   - style: `.display` for a formula on its own, `.text` within a line.
  ///   - color: the colour of everything that has no colour of its own.
  ///   - colors: names for `\textcolor{name}{…}` besides LaTeX's and `#rrggbb`.
  ///   - textWeight: the weight of `\text{…}` and of Chinese characters.
  ///   - textScale: the size of `\text{…}` relative to the formula's letters.
  ///   - language: the language of the words in which the pieces are spoken.
  ///   - width: the width of a line, in points.
  /// - Returns: one layout for a formula that fits, each with its own part of the source.
  public func pieces(
    _ tex: String, size: Double, style: MathStyle = .text, color: RGBColor,
    colors: [String: RGBColor] = [:], textWeight: FontWeight = .regular, textScale: Double = 1,
    language: String = "en", within width: Double
  ) throws(FormulaError) -> [FormulaLayout] {
    let whole = try layout(
      tex, size: size, style: style, color: color, colors: colors, textWeight: textWeight,
      textScale: textScale, language: language)
    guard whole.width > width else { return [whole] }
    let parsed = try Parser.parse(tex, colors: colors, macros: macros.table)
    let layout = mathLayout(tex, size: size, textWeight: textWeight, textScale: textScale)
    let setting = Setting(style: style, color: color)
    func set(_ piece: Piece) throws(FormulaError) -> FormulaLayout {
      self.finished(
        try layout.list(
          piece.nodes, setting, before: piece.before, after: piece.after,
          isWhole: piece.after == nil),
        parsed.parts, source: piece.source,
        spoken: SpokenWords(of: piece.nodes, by: FormulaSpeech(language: language)), notes: [])
    }
    var pieces: [FormulaLayout] = []
    for piece in Piece(nodes: parsed.nodes, source: tex).split(at: .rel, in: tex) {
      let layout = try set(piece)
      guard layout.width > width else {
        pieces.append(layout)
        continue
      }
      for smaller in piece.split(at: .bin, in: tex) { pieces.append(try set(smaller)) }
    }
    if !pieces.isEmpty { pieces[0].notes = whole.notes }
    return pieces
  }
}

/// A part of a formula's list between two places where lines may break.
private struct Piece {
  var nodes: [Node]
  var source: String
  /// The class of what is before it, and of what follows it.
  var before: AtomClass?
  var after: AtomClass?
  /// The place in the source where the piece begins.
  var start = 0

  /// Returns the pieces behind each atom of a class that is outside of delimiters.
  func split(at atomClass: AtomClass, in tex: String) -> [Piece] {
    var classes: [AtomClass?] = nodes.map(\.outerClass)
    let resolved = Spacing.resolve(classes.compactMap { $0 }, before: before, after: after)
    var index = 0
    for place in classes.indices where classes[place] != nil {
      classes[place] = resolved[index]
      index += 1
    }
    let scalars = Array(tex.unicodeScalars)
    var pieces: [Piece] = []
    /// What holds up to the end of the formula: styles, sizes, colours.
    var states: [Node] = []
    var current = Piece(nodes: [], source: "", before: before, after: nil, start: start)
    var depth = 0
    for (place, node) in nodes.enumerated() {
      current.nodes.append(node)
      switch node {
      case .style, .size, .color: states.append(node)
      default: break
      }
      switch classes[place] {
      case .open: depth += 1
      case .close: depth -= 1
      default: break
      }
      guard classes[place] == atomClass, depth <= 0,
        let next = classes[(place + 1)...].first(where: { $0 != nil }) ?? nil,
        // Two relations side by side are one.
        next != atomClass, let position = nodes[(place + 1)...].lazy.compactMap(\.position).first
      else { continue }
      current.after = next
      current.source = Self.text(scalars, current.start, position)
      pieces.append(current)
      current = Piece(nodes: states, source: "", before: nil, after: nil, start: position)
    }
    current.after = after
    let end = source.unicodeScalars.count + start
    current.source = Self.text(scalars, current.start, min(end, scalars.count))
    pieces.append(current)
    return pieces
  }

  private static func text(_ scalars: [Unicode.Scalar], _ start: Int, _ end: Int) -> String {
    var view = String.UnicodeScalarView()
    if start < end { view.append(contentsOf: scalars[start..<min(end, scalars.count)]) }
    return String(view).trimmed
  }
}

extension Node {
  /// The class that it has for its neighbours; nil for what has none.
  fileprivate var outerClass: AtomClass? {
    switch self {
    case .atom(let atom): atom.atomClass
    case .sequence(let nodes):
      nodes.compactMap(\.outerClass).count == 1 ? nodes.compactMap(\.outerClass).first : .inner
    case .wrapped: .inner
    case .space, .style, .size, .color, .choice: nil
    }
  }

  fileprivate var position: Int? {
    switch self {
    case .atom(let atom): atom.position
    case .wrapped(_, let nodes), .sequence(let nodes): nodes.lazy.compactMap(\.position).first
    default: nil
    }
  }
}
