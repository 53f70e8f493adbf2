import BurinScene

extension Parser {
  /// Reads a command with a syntax of its own.
  mutating func primitive(
    _ primitive: Command.Primitive, _ position: Int
  ) throws(FormulaError) -> Node? {
    switch primitive {
    case .sqrt: return try root(position)
    case .root: return try plainRoot(position)
    case .left: return try fence(position)
    case .right, .middle, .end:
      throw syntax("\\\(primitive.rawValue) is not allowed here", position)
    case .begin: return try environment(position)
    case .substack: return try substack(position)
    case .overset, .underset, .stackrel: return try stack(primitive, position)
    case .overunderset: return try overUnder(position)
    case .operatorname, .operatornamewithlimits: return try operatorName(primitive, position)
    case .newcommand, .renewcommand, .providecommand, .def, .gdef, .edef, .xdef, .let,
      .declareMathOperator, .pairedDelimiter:
      try define(primitive)
      return nil
    case .mathchoice: return try choice()
    case .raisebox: return try raised(position)
    case .prescript: return try prescript(position)
    case .tag:
      try readTag(position)
      return nil
    case .label:
      _ = try rawArgument(of: "\\label")
      return nil
    case .ref, .eqref: return try reference(primitive, position)
    case .dots, .dotsc, .dotso: return try dots(primitive, position)
    case .smash: return try smash(position)
    case .boldsymbol, .bm, .pmb:
      let outer = isBold
      isBold = true
      defer { isBold = outer }
      return group(
        try argument(of: "\\" + primitive.rawValue, in: alphabet.emboldened), position)
    case .color: return .color(try colorArgument(of: "\\color"))
    case .textcolor: return try colored()
    case .cssId, .htmlId: return try part("\\" + primitive.rawValue)
    case .colorbox, .boxed, .fbox, .fcolorbox, .framebox, .makebox, .mathmakebox:
      return try box(primitive, position)
    case .not: return try negated(position)
    case .hspace, .mspace, .kern, .mkern, .hskip, .mskip: return try space(primitive)
    case .rule: return try rule(position)
    case .bmod: return Self.binaryModulus(position)
    case .mod, .pmod, .pod: return try modulus(primitive, position)
    case .genfrac: return try generalFraction(position)
    case .cfrac: return try continuedFraction(position)
    default: return try furtherPrimitive(primitive, position)
    }
  }

  private mutating func root(_ position: Int) throws(FormulaError) -> Node {
    let degree = try optionalArgument()
    let radicand = try argument(of: "\\sqrt")
    return .atom(Atom(.ord, .radical(radicand, degree: degree), at: position))
  }

  /// `\overset{above}{base}`, `\underset{below}{base}` and `\stackrel[below]{above}{base}`.
  private mutating func stack(
    _ primitive: Command.Primitive, _ position: Int
  ) throws(FormulaError) -> Node {
    let name = "\\" + primitive.rawValue
    let option = primitive == .stackrel ? try optionalArgument() : nil
    let script = try argument(of: name)
    let base = try argument(of: name)
    let atomClass = primitive == .stackrel ? .rel : classOfBase(base)
    let nucleus =
      primitive == .underset
      ? Nucleus.stack(base: base, above: nil, below: script)
      : .stack(base: base, above: script, below: option)
    return .atom(Atom(atomClass, nucleus, at: position))
  }

  private mutating func operatorName(
    _ primitive: Command.Primitive, _ position: Int
  ) throws(FormulaError) -> Node {
    let limits: Limits = primitive == .operatornamewithlimits || star() ? .display : .never
    let name = try argument(of: "\\operatorname", in: .upright)
    // amsmath: a hyphen is a hyphen in a name, and a star a star.
    var function = Atom(.op, .list(name.map(\.asLetter)), at: position)
    function.limits = limits
    return .atom(function)
  }

  /// `\overunderset{above}{below}{base}`.
  private mutating func overUnder(_ position: Int) throws(FormulaError) -> Node {
    let above = try argument(of: "\\overunderset")
    let below = try argument(of: "\\overunderset")
    let base = try argument(of: "\\overunderset")
    return .atom(
      Atom(classOfBase(base), .stack(base: base, above: above, below: below), at: position))
  }

  /// `\mathchoice{display}{text}{script}{scriptscript}`.
  private mutating func choice() throws(FormulaError) -> Node {
    var lists: [[Node]] = []
    for _ in MathStyle.allCases { lists.append(try argument(of: "\\mathchoice")) }
    return .choice(lists)
  }

  /// `\raisebox{length}{text}`.
  private mutating func raised(_ position: Int) throws(FormulaError) -> Node {
    let (text, place) = try rawArgument(of: "\\raisebox")
    let by = try length(text, place)
    let content = Atom(.ord, .text(try self.text(of: "\\raisebox")), at: position)
    return .atom(Atom(.ord, .raised([.atom(content)], by), at: position))
  }

  /// `\prescript{above}{below}{base}` (mathtools): scripts before a base.
  private mutating func prescript(_ position: Int) throws(FormulaError) -> Node {
    let above = try argument(of: "\\prescript")
    let below = try argument(of: "\\prescript")
    let base = try argument(of: "\\prescript")
    // They are as high as scripts after the base would be.
    var scripts = Atom(.ord, .phantom(base, Phantom(width: false)), at: position)
    scripts.alignsScriptsRight = true
    if !above.isEmpty { scripts.superscript = above }
    if !below.isEmpty { scripts.subscript = below }
    return .sequence([.atom(scripts)] + base)
  }

  /// `\tag{3}`: “(3)” two quads behind the formula or its rows, because there is no margin to put it
  /// in.
  private mutating func readTag(_ position: Int) throws(FormulaError) {
    guard tag == nil else { throw syntax("a second \\tag in one row", position) }
    let bare = star()
    var pieces = try text(of: "\\tag")
    if !bare {
      pieces.insert(.text("(", TextAttributes(), at: position), at: 0)
      pieces.append(.text(")", TextAttributes(), at: position))
    }
    tag = [.atom(Atom(.ord, .text(pieces), at: position))]
  }

  /// `\ref{name}` and `\eqref{name}`: the name, because a formula knows no other's number.
  private mutating func reference(
    _ primitive: Command.Primitive, _ position: Int
  ) throws(FormulaError) -> Node {
    let (name, _) = try rawArgument(of: "\\" + primitive.rawValue)
    notes.append(
      "\\\(primitive.rawValue){\(name)} shows the name: a formula knows no other's number")
    let text = primitive == .eqref ? "(\(name))" : name
    return .atom(Atom(.ord, .text([.text(text, TextAttributes(), at: position)]), at: position))
  }

  /// `\dots` and similar commands (amsmath, section 4.3): on the axis before a sign or a relation,
  /// on the baseline elsewhere, and with a thin space before a closing delimiter.
  private mutating func dots(
    _ primitive: Command.Primitive, _ position: Int
  ) throws(FormulaError) -> Node {
    let (token, _) = try peek()
    var following: AtomClass?
    switch token {
    case .character(let scalar): following = SymbolTable.classes[scalar] ?? .ord
    case .command(let name):
      following = SymbolTable.commands[name]?.atomClass
      if case .operator_? = CommandTable.commands[name] { following = .op }
      if name == "right" { following = .close }
    default: break
    }
    let isCentered =
      primitive == .dots && (following == .bin || following == .rel || following == .op)
    let scalar: Unicode.Scalar = isCentered ? "⋯" : "…"
    let dots = Node.atom(
      Atom(.inner, .symbol(Symbol(scalar: scalar, source: scalar)), at: position))
    guard following == .close, primitive != .dotsc else { return dots }
    return .sequence([dots, .space(.mu(3))])
  }

  /// `\smash[t|b]{…}`.
  private mutating func smash(_ position: Int) throws(FormulaError) -> Node {
    var phantom = Phantom(ascent: false, descent: false, visible: true)
    if let (text, place) = try rawOption() {
      switch text {
      case "t": phantom.descent = true
      case "b": phantom.ascent = true
      case "tb", "bt": break
      default: throw syntax("“\(text)” can't be smashed; use t, b or tb", place)
      }
    }
    return .atom(Atom(.ord, .phantom(try argument(of: "\\smash"), phantom), at: position))
  }

  private mutating func colored() throws(FormulaError) -> Node {
    let color = try colorArgument(of: "\\textcolor")
    return .wrapped(.color(color), try argument(of: "\\textcolor"))
  }

  private mutating func box(
    _ primitive: Command.Primitive, _ position: Int
  ) throws(FormulaError) -> Node {
    switch primitive {
    case .colorbox:
      let color = try colorArgument(of: "\\colorbox")
      let text = Atom(.ord, .text(try text(of: "\\colorbox")), at: position)
      return .atom(Atom(.ord, .background([.atom(text)], color), at: position))
    case .fbox:
      let text = Atom(.ord, .text(try text(of: "\\fbox")), at: position)
      return .atom(Atom(.ord, .boxed([.atom(text)]), at: position))
    case .fcolorbox:
      var frame = FrameNode(hasFrame: true, padding: 0.3)
      frame.frame = try colorArgument(of: "\\fcolorbox")
      frame.background = try colorArgument(of: "\\fcolorbox")
      return try framed(frame, primitive, position)
    case .framebox, .makebox, .mathmakebox:
      var frame = FrameNode()
      if primitive == .framebox { (frame.hasFrame, frame.padding) = (true, 0.3) }
      try readWidth(into: &frame)
      return try framed(frame, primitive, position)
    default:
      return .atom(Atom(.ord, .boxed(try argument(of: "\\boxed")), at: position))
    }
  }

  /// Reads `[width][l|c|r]`.
  private mutating func readWidth(into frame: inout FrameNode) throws(FormulaError) {
    guard let (text, place) = try rawOption() else { return }
    if !text.isEmpty { frame.width = try length(text, place) }
    guard let (text, place) = try rawOption() else { return }
    switch text.lowercased() {
    case "l": frame.alignment = .left
    case "c", "s": frame.alignment = .center
    case "r": frame.alignment = .right
    default: throw syntax("“\(text)” is not an alignment; use l, c or r", place)
    }
  }

  private mutating func framed(
    _ frame: FrameNode, _ primitive: Command.Primitive, _ position: Int
  ) throws(FormulaError) -> Node {
    let name = "\\" + primitive.rawValue
    let content: [Node] =
      primitive == .mathmakebox
      ? try argument(of: name)
      : [.atom(Atom(.ord, .text(try text(of: name)), at: position))]
    return .atom(Atom(.ord, .framed(content, frame), at: position))
  }

  private mutating func space(_ primitive: Command.Primitive) throws(FormulaError) -> Node {
    let name = "\\" + primitive.rawValue
    guard primitive == .hspace || primitive == .mspace else {
      return .space(try bareLength(of: name))
    }
    _ = star()
    let (text, place) = try rawArgument(of: name)
    return .space(try length(text, place))
  }

  /// `\rule[raise]{width}{height}`.
  private mutating func rule(_ position: Int) throws(FormulaError) -> Node {
    var raise = Length.em(0)
    if let (text, place) = try rawOption() { raise = try length(text, place) }
    let (width, widthPlace) = try rawArgument(of: "\\rule")
    let (height, heightPlace) = try rawArgument(of: "\\rule")
    let nucleus = Nucleus.rule(
      try length(width, widthPlace), try length(height, heightPlace), raise)
    return .atom(Atom(.ord, nucleus, at: position))
  }

  /// Reads `\left…\right` after its `\left`.
  private mutating func fence(_ position: Int) throws(FormulaError) -> Node {
    var node = FenceNode(delimiters: [try delimiter(of: "\\left")], segments: [])
    while true {
      node.segments.append(try list(.right))
      switch try next().token {
      case .command("middle"):
        node.delimiters.append(try delimiter(of: "\\middle"))
      case .command("right"):
        node.delimiters.append(try delimiter(of: "\\right"))
        return .atom(Atom(.inner, .fence(node), at: position))
      default:
        throw syntax("\\left without a matching \\right; write \\right. for an open end", position)
      }
    }
  }

  /// `\cssId{name}{…}`, MathJax's name for a part; `\htmlId` is KaTeX's.
  private mutating func part(_ command: String) throws(FormulaError) -> Node {
    let (name, position) = try rawArgument(of: command)
    guard !name.isEmpty else { throw syntax("\(command) needs a name, such as {ratio}", position) }
    guard !parts.contains(name) else {
      throw .duplicatePart(name, at: lexer.position(position))
    }
    parts.append(name)
    return .wrapped(.part(name), try argument(of: command))
  }

  /// Reads `\not` with the relation after it.
  private mutating func negated(_ position: Int) throws(FormulaError) -> Node {
    let nodes = try argument(of: "\\not")
    guard !nodes.isEmpty else {
      throw syntax("\\not must precede a relation such as = or \\in", position)
    }
    guard nodes.count == 1, case .atom(var atom) = nodes[0],
      case .symbol(let symbol) = atom.nucleus
    else { return .atom(Atom(classOfBase(nodes), .struck(nodes), at: position)) }
    if let negation = SymbolTable.negations[symbol.source] {
      atom.nucleus = .symbol(Symbol(scalar: negation, source: negation))
    } else {
      atom.nucleus = .negated(symbol)
    }
    return .atom(atom)
  }

  /// `\bmod` (amsmath, section 4.7): a sign with 5 mu on both sides in every style.
  private static func binaryModulus(_ position: Int) -> Node {
    let word = Atom(.bin, .list(upright("mod", at: position)), at: position)
    return .sequence([
      .space(.nonscriptMu(-4)), .space(.mu(5)), .atom(word), .space(.mu(5)),
      .space(.nonscriptMu(-4)),
    ])
  }

  /// `\pmod{n}`, `\pod{n}` and `\mod{n}` (amsmath, section 4.7).
  private mutating func modulus(
    _ primitive: Command.Primitive, _ position: Int
  ) throws(FormulaError) -> Node {
    let parentheses = primitive != .mod
    let argument = try argument(of: "\\" + primitive.rawValue)
    func symbol(_ scalar: Unicode.Scalar, _ atomClass: AtomClass) -> Node {
      .atom(Atom(atomClass, .symbol(Symbol(scalar: scalar, source: scalar)), at: position))
    }
    let word = Node.atom(Atom(.ord, .list(Self.upright("mod", at: position)), at: position))
    var nodes: [Node] = [
      .space(parentheses ? .mu(8) : .mu(12)), .space(.displayMu(parentheses ? 10 : 6)),
    ]
    if parentheses { nodes.append(symbol("(", .open)) }
    if primitive != .pod { nodes += [word, .space(.mu(6))] }
    nodes += argument
    if parentheses { nodes.append(symbol(")", .close)) }
    return .sequence(nodes)
  }

  /// `\cfrac[l|c|r]{numerator}{denominator}` (amsmath, section 4.11.4).
  ///
  /// It is a display fraction with a strut in its numerator and no space on its right.
  private mutating func continuedFraction(_ position: Int) throws(FormulaError) -> Node {
    var alignment = MatrixNode.Alignment.center
    if let (text, place) = try rawOption() {
      switch text {
      case "l": alignment = .left
      case "c": alignment = .center
      case "r": alignment = .right
      default: throw syntax("“\(text)” is not an alignment of a numerator; use l, c or r", place)
      }
    }
    let strut = Node.atom(
      Atom(
        .ord, .rule(.em(0), Length(value: 1.2, unit: .em), Length(value: -0.36, unit: .em)),
        at: position))
    let numerator = try argument(of: "\\cfrac")
    let denominator = try argument(of: "\\cfrac")
    let fraction = FractionNode(
      numerator: [strut] + numerator, denominator: denominator, numeratorAlignment: alignment)
    let atom = Atom(.ord, .styled(.display, .fraction(fraction)), at: position)
    return .sequence([.atom(atom), .space(.em(-MathLayout.nullDelimiterSpace))])
  }

  /// `\genfrac{left}{right}{thickness}{style}{numerator}{denominator}` (amsmath, section 4.11.3).
  private mutating func generalFraction(_ position: Int) throws(FormulaError) -> Node {
    let left = try delimiterArgument(of: "\\genfrac")
    let right = try delimiterArgument(of: "\\genfrac")
    let (thickness, place) = try rawArgument(of: "\\genfrac")
    let rule = thickness.isEmpty ? nil : try length(thickness, place)
    let hasRule = rule.map { $0.value > 0 } ?? true
    let style = try rawArgument(of: "\\genfrac").text
    let numerator = try argument(of: "\\genfrac")
    let denominator = try argument(of: "\\genfrac")
    let fraction = Nucleus.fraction(
      FractionNode(
        numerator: numerator, denominator: denominator, hasRule: hasRule, thickness: rule,
        left: left, right: right))
    let styles: [String: MathStyle] = ["0": .display, "1": .text, "2": .script, "3": .scriptScript]
    return .atom(Atom(.ord, styles[style].map { .styled($0, fraction) } ?? fraction, at: position))
  }
}

extension Node {
  /// A minus sign as a hyphen and a star as the star of text, for names.
  fileprivate var asLetter: Node {
    guard case .atom(var atom) = self, case .symbol(var symbol) = atom.nucleus, !atom.hasScripts
    else { return self }
    switch symbol.source {
    case "-": (symbol.scalar, symbol.fallback) = ("\u{2010}", "-")
    case "*": (symbol.scalar, symbol.fallback) = ("*", "∗")
    default: return self
    }
    atom.nucleus = .symbol(symbol)
    atom.atomClass = .ord
    return .atom(atom)
  }
}
