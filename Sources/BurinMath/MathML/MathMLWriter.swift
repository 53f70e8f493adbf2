import BurinScene

/// Writes math lists as elements of MathML Core.
struct MathMLWriter {
  /// Whether lists are in display style.
  var isDisplay: Bool
  var includesColors = true

  // MARK: Lists

  func element(_ nodes: [Node]) -> MathElement { .row(elements(nodes)) }

  func elements(_ nodes: [Node]) -> [MathElement] {
    var result: [MathElement] = []
    var rest = nodes[...]
    while let node = rest.popFirst() {
      switch node {
      case .space(let length):
        if let width = Self.width(length) {
          result.append(MathElement("mspace", [("width", width)], []))
        }
      case .style(let style):
        var writer = self
        writer.isDisplay = style == .display
        return result + [
          MathElement("mstyle", Self.attributes(style), writer.elements(Array(rest)))
        ]
      case .size(let factor):
        return result + [
          MathElement("mstyle", [("mathsize", Self.number(factor) + "em")], elements(Array(rest)))
        ]
      case .color(let color):
        return result + [
          MathElement("mstyle", colored(color), elements(Array(rest)))
        ]
      case .wrapped(.color(let color), let nodes):
        result.append(MathElement("mrow", colored(color), elements(nodes)))
      case .wrapped(.part, let nodes): result.append(element(nodes))
      case .sequence(let nodes): result += elements(nodes)
      case .choice(let lists):
        let list = isDisplay || lists.count < 2 ? lists.first : lists[1]
        result += elements(list ?? [])
      case .atom(let atom):
        // Digits and upright letters side by side are one number, one word.
        var run = String.UnicodeScalarView()
        var isNumber = false
        func part(_ atom: Atom) -> Unicode.Scalar? {
          guard atom.atomClass == .ord, case .symbol(let symbol) = atom.nucleus else { return nil }
          if ("0"..."9").contains(symbol.source), symbol.scalar == symbol.source {
            return run.isEmpty || isNumber ? symbol.source : nil
          }
          if symbol.source == ".", isNumber { return symbol.source }
          if symbol.source.isASCIILetter, symbol.scalar == symbol.source {
            return run.isEmpty || !isNumber ? symbol.source : nil
          }
          return nil
        }
        isNumber = part(atom).map { ("0"..."9").contains($0) } ?? false
        var last = atom
        if let first = part(atom) {
          run.append(first)
          while !last.hasScripts, case .atom(let next)? = rest.first, let scalar = part(next) {
            // A point behind a number may end a sentence.
            if scalar == ".", !Self.isDigit(rest.dropFirst().first) { break }
            run.append(scalar)
            last = next
            rest.removeFirst()
          }
        }
        guard run.count > 1 || isNumber else {
          result.append(scripted(atom))
          continue
        }
        let base = MathElement(isNumber ? "mn" : "mi", text: String(run))
        result.append(scripted(base, last))
      }
    }
    return result
  }

  private static func isDigit(_ node: Node?) -> Bool {
    guard case .atom(let atom)? = node, case .symbol(let symbol) = atom.nucleus else {
      return false
    }
    return ("0"..."9").contains(symbol.source)
  }

  // MARK: Atoms

  private func scripted(_ atom: Atom) -> MathElement {
    let base = nucleus(atom.nucleus, atom)
    return scripted(base, atom)
  }

  private func scripted(_ base: MathElement, _ atom: Atom) -> MathElement {
    var inner = self
    inner.isDisplay = false
    let sub = atom.subscript.map(inner.element)
    let sup = atom.superscript.map(inner.element)
    if let sup, sub == nil, sup.text == "⊤" || sup.text == "T" && sup.attributes.isEmpty == false {
      return MathElement(
        "msup", [("intent", "transpose($A)")], [base.with("arg", "A"), sup])
    }
    let isLimits = atom.atomClass == .op && atom.limits != .never
    return switch (sub, sup) {
    case (nil, nil): base
    case (let sub?, nil): MathElement(isLimits ? "munder" : "msub", [base, sub])
    case (nil, let sup?): MathElement(isLimits ? "mover" : "msup", [base, sup])
    case (let sub?, let sup?):
      MathElement(isLimits ? "munderover" : "msubsup", [base, sub, sup])
    }
  }

  private func nucleus(_ nucleus: Nucleus, _ atom: Atom) -> MathElement {
    switch nucleus {
    case .symbol(let symbol): return self.symbol(symbol, atom)
    case .negated(let symbol):
      return MathElement("mo", text: String(symbol.source) + "\u{338}")
    case .struck(let nodes): return intent("not", element(nodes))
    case .list(let nodes):
      if atom.atomClass == .op, let name = Self.name(nodes) {
        // An operator, whose limits may move; a name without limits is an identifier.
        return atom.limits == .never
          ? MathElement("mi", text: name)
          : MathElement(
            "mo", [("movablelimits", atom.limits == .display ? "true" : "false")], text: name)
      }
      return MathElement.row(elements(nodes))
    case .text(let pieces): return .row(pieces.map(text))
    case .wrapped(.color(let color), let inner):
      return MathElement("mrow", colored(color), [self.nucleus(inner.nucleus, inner)])
    case .wrapped(.part, let inner): return self.nucleus(inner.nucleus, inner)
    case .fraction(let node): return fraction(node)
    case .radical(let radicand, let degree):
      guard let degree else { return MathElement("msqrt", elements(radicand)) }
      return MathElement("mroot", [element(radicand), element(degree)])
    case .fence(let node): return fence(node)
    case .bigDelimiter(let scalar, let height):
      guard let scalar else { return MathElement("mrow", []) }
      let size = Self.number(height) + "em"
      return MathElement(
        "mo", [("minsize", size), ("maxsize", size), ("stretchy", "true")], text: String(scalar))
    case .accent(let node):
      let sign = MathElement(
        "mo", [("stretchy", node.stretches ? "true" : "false")], text: Self.accent(node.scalar))
      return MathElement(
        node.under ? "munder" : "mover", [(node.under ? "accentunder" : "accent", "true")],
        [element(node.base), sign])
    case .bar(let base, let over):
      let line = MathElement("mo", [("stretchy", "true")], text: over ? "¯" : "_")
      return MathElement(over ? "mover" : "munder", [element(base), line])
    case .stack(let base, let above, let below):
      return stacked(element(base), above, below)
    case .extensibleArrow(let scalar, let above, let below):
      let arrow = MathElement("mo", [("stretchy", "true")], text: String(scalar))
      return stacked(arrow, above.isEmpty ? nil : above, below?.isEmpty ?? true ? nil : below)
    case .matrix(let node): return matrix(node)
    case .phantom(let nodes, let phantom): return self.phantom(nodes, phantom)
    case .boxed(let nodes): return intent("boxed", element(nodes))
    case .framed(let nodes, let frame):
      return frame.hasFrame ? intent("boxed", element(nodes)) : element(nodes)
    case .background(let nodes, let color):
      return MathElement("mrow", colored(color, "mathbackground"), elements(nodes))
    case .cancel(let nodes, _): return intent("crossed-out", element(nodes))
    case .cancelTo(let nodes, let value):
      return MathElement("msup", [intent("crossed-out", element(nodes)), element(value)])
    case .enclosed(let nodes, let enclosure):
      return enclosure == .strikeOut ? intent("crossed-out", element(nodes)) : element(nodes)
    case .raised(let nodes, let length):
      return MathElement("mpadded", [("voffset", Self.width(length) ?? "0")], elements(nodes))
    case .rule(let width, let height, let raise):
      let (up, down) = (height, Length(value: -raise.value, unit: raise.unit))
      return MathElement(
        "mspace",
        [
          ("width", Self.width(width) ?? "0"), ("height", Self.width(up) ?? "0"),
          ("depth", Self.width(down) ?? "0"),
        ], [])
    case .centered(let nodes): return element(nodes)
    case .corners(let atom, let left, let right):
      func script(_ nodes: [Node]?) -> MathElement { nodes.map(element) ?? MathElement("mrow", []) }
      return MathElement(
        "mmultiscripts",
        [
          self.nucleus(atom.nucleus, atom), script(right.subscript), script(right.superscript),
          MathElement("mprescripts", []), script(left.subscript), script(left.superscript),
        ])
    case .styled(let style, let nucleus):
      var writer = self
      writer.isDisplay = style == .display
      return MathElement("mstyle", Self.attributes(style), [writer.nucleus(nucleus, atom)])
    }
  }

  private func symbol(_ symbol: Symbol, _ atom: Atom) -> MathElement {
    let text = String(symbol.source == "-" ? "−" : symbol.source)
    if symbol.isLarge || atom.atomClass == .op {
      let attributes: [(String, String)] =
        atom.limits == .always ? [("movablelimits", "false")] : []
      return MathElement("mo", attributes, text: text)
    }
    switch atom.atomClass {
    case .bin, .rel, .punct, .open, .close, .inner:
      // Delimiters grow in `\left…\right` only.
      let isDelimiter = atom.atomClass == .open || atom.atomClass == .close
      return MathElement("mo", isDelimiter ? [("stretchy", "false")] : [], text: text)
    default: break
    }
    if ("0"..."9").contains(symbol.source) { return MathElement("mn", text: String(symbol.scalar)) }
    guard
      symbol.source.properties.isAlphabetic || symbol.source == "∞" || symbol.source == "∂"
        || symbol.source == "∅" || symbol.source == "∇"
    else {
      let isBar = symbol.source == "|" || symbol.source == "‖"
      return MathElement("mo", isBar ? [("stretchy", "false")] : [], text: text)
    }
    if symbol.scalar == Alphabet.standard.map(symbol.source) || symbol.scalar == symbol.source {
      // One letter is slanted by itself, as TeX's variables are; capital Greek ones are upright.
      let isUpright =
        symbol.scalar == symbol.source && Alphabet.italic.map(symbol.source) != symbol.source
      return MathElement("mi", isUpright ? [("mathvariant", "normal")] : [], text: text)
    }
    return MathElement("mi", text: String(symbol.scalar))
  }

  /// The letters of a function's name; nil for another operator.
  private static func name(_ nodes: [Node]) -> String? {
    var name = ""
    for node in nodes {
      switch node {
      case .space: name += "\u{A0}"
      case .atom(let atom):
        guard case .symbol(let symbol) = atom.nucleus, !atom.hasScripts,
          symbol.source.properties.isAlphabetic || symbol.source == "-"
        else { return nil }
        name.unicodeScalars.append(symbol.source)
      default: return nil
      }
    }
    return name.isEmpty ? nil : name
  }

  private func text(_ piece: TextPiece) -> MathElement {
    switch piece {
    case .text(let string, _, _), .script(_, let string, _):
      // Spaces at the ends would be dropped.
      MathElement(
        "mtext",
        text: string.hasPrefix(" ") || string.hasSuffix(" ")
          ? string.map { $0 == " " ? "\u{A0}" : String($0) }.joined() : string)
    case .math(let nodes, _): element(nodes)
    }
  }

  // MARK: Shapes

  private func fraction(_ node: FractionNode) -> MathElement {
    var inner = self
    inner.isDisplay = false
    let (top, bottom) = (inner.element(node.numerator), inner.element(node.denominator))
    let isBinomial = !node.hasRule && node.left == "(" && node.right == ")"
    let attributes =
      node.hasRule
      ? node.thickness.flatMap(Self.width).map { [("linethickness", $0)] } ?? []
      : [("linethickness", "0")]
    let fraction = MathElement(
      "mfrac", attributes,
      isBinomial ? [top.with("arg", "n"), bottom.with("arg", "k")] : [top, bottom])
    guard node.left != nil || node.right != nil else { return fraction }
    return MathElement(
      "mrow", isBinomial ? [("intent", "binomial($n,$k)")] : [],
      delimiter(node.left) + [fraction] + delimiter(node.right))
  }

  private func fence(_ node: FenceNode) -> MathElement {
    var children = delimiter(node.delimiters.first?.scalar)
    let (left, right) = (node.delimiters.first?.scalar, node.delimiters.last?.scalar)
    let name: String? =
      switch (left, right) {
      case _ where node.segments.count > 1: nil
      case ("|", "|"): "absolute-value"
      case ("‖", "‖"): "norm"
      case ("⌊", "⌋"): "floor"
      case ("⌈", "⌉"): "ceiling"
      default: nil
      }
    for (index, segment) in node.segments.enumerated() {
      if index > 0 { children += delimiter(node.delimiters[index].scalar) }
      if name != nil {
        children.append(MathElement("mrow", [("arg", "x")], elements(segment)))
      } else {
        children += elements(segment)
      }
    }
    children += delimiter(node.delimiters.last?.scalar)
    return MathElement("mrow", name.map { [("intent", $0 + "($x)")] } ?? [], children)
  }

  private func delimiter(_ scalar: Unicode.Scalar?) -> [MathElement] {
    scalar.map { [MathElement("mo", [("stretchy", "true")], text: String($0))] } ?? []
  }

  private func stacked(_ base: MathElement, _ above: [Node]?, _ below: [Node]?) -> MathElement {
    switch (above, below) {
    case (nil, nil): base
    case (let above?, nil): MathElement("mover", [base, element(above)])
    case (nil, let below?): MathElement("munder", [base, element(below)])
    case (let above?, let below?):
      MathElement("munderover", [base, element(below), element(above)])
    }
  }

  private func matrix(_ node: MatrixNode) -> MathElement {
    var writer = self
    writer.isDisplay = node.style == .display
    let rows = node.rows.enumerated().map { row, cells in
      var children: [MathElement] = []
      for (column, cell) in cells.enumerated() {
        let span = node.span(row: row, column: column)
        // The empty cells behind one that spans columns are a part of it.
        if let span, span.start < column { continue }
        children.append(
          MathElement(
            "mtd", span.map { [("columnspan", String($0.span.count))] } ?? [], writer.elements(cell)
          ))
      }
      if let tag = node.tags[row] { children.append(MathElement("mtd", writer.elements(tag))) }
      return MathElement("mtr", children)
    }
    let table = MathElement(
      "mtable", node.style == .display ? [("displaystyle", "true")] : [], rows)
    guard node.left != nil || node.right != nil else { return table }
    return MathElement("mrow", delimiter(node.left) + [table] + delimiter(node.right))
  }

  private func phantom(_ nodes: [Node], _ phantom: Phantom) -> MathElement {
    var attributes: [(String, String)] = []
    if !phantom.width { attributes.append(("width", "0")) }
    if !phantom.ascent { attributes.append(("height", "0")) }
    if !phantom.descent { attributes.append(("depth", "0")) }
    let content = elements(nodes)
    let inner = phantom.visible ? content : [MathElement("mphantom", content)]
    return attributes.isEmpty ? .row(inner) : MathElement("mpadded", attributes, inner)
  }

  /// Marks what Core has no element for.
  private func intent(_ name: String, _ element: MathElement) -> MathElement {
    MathElement("mrow", [("intent", "\(name)($x)")], [element.with("arg", "x")])
  }

  // MARK: Values

  private static func attributes(_ style: MathStyle) -> [(String, String)] {
    [
      ("displaystyle", style == .display ? "true" : "false"),
      ("scriptlevel", style == .script ? "1" : style == .scriptScript ? "2" : "0"),
    ]
  }

  /// A length; nil for one that counts in other styles only.
  private static func width(_ length: Length) -> String? {
    switch length.unit {
    case .em: number(length.value) + "em"
    case .ex: number(length.value) + "ex"
    case .mu, .nonscriptMu: number(length.value / 18) + "em"
    case .displayMu: nil
    case .textSpace: number(length.value / 4) + "em"
    case .point: number(length.value) + "pt"
    }
  }

  private static func number(_ value: Double) -> String {
    let rounded = (value * 1000).rounded() / 1000
    return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
  }

  private static func color(_ color: RGBColor) -> String {
    var opaque = color
    opaque.alpha = 255
    return opaque.description
  }

  private func colored(
    _ color: RGBColor, _ attribute: String = "mathcolor"
  ) -> [(String, String)] {
    includesColors ? [(attribute, Self.color(color))] : []
  }

  /// The sign with a width of its own for a combining one.
  private static func accent(_ scalar: Unicode.Scalar) -> String {
    let signs: [Unicode.Scalar: String] = [
      "\u{302}": "^", "\u{30C}": "ˇ", "\u{303}": "~", "\u{301}": "´", "\u{300}": "`",
      "\u{307}": "˙", "\u{308}": "¨", "\u{20DB}": "\u{20DB}", "\u{306}": "˘", "\u{304}": "¯",
      "\u{305}": "¯", "\u{20D7}": "→", "\u{20D6}": "←", "\u{20E1}": "↔", "\u{30A}": "˚",
      "\u{34D}": "↔", "\u{20EF}": "→", "\u{20EE}": "←", "\u{20D1}": "⇀", "\u{20D0}": "↼",
      "\u{330}": "~", "\u{20EC}": "⇁", "\u{20ED}": "↽",
    ]
    return signs[scalar] ?? String(scalar)
  }
}
