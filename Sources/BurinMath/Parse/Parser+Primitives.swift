import BurinScene

extension Parser {
  /// Reads a command with a syntax of its own.
  mutating func primitive(
    _ primitive: Command.Primitive, _ position: Int
  ) throws(FormulaError) -> Node? {
    let name = "\\" + primitive.rawValue
    func atom(_ atomClass: AtomClass, _ nucleus: Nucleus) -> Node {
      .atom(Atom(atomClass, nucleus, at: position))
    }
    switch primitive {
    case .sqrt:
      let degree = try optionalArgument()
      return atom(.ord, .radical(try argument(of: name), degree: degree))
    case .root:
      throw syntax("\\root…\\of is not set; write \\sqrt[n]{x}", position)
    case .left: return try fence(position)
    case .right, .middle, .end: throw syntax("\(name) does not stand here", position)
    case .begin: return try environment(position)
    case .substack: return try substack(position)
    case .overset:
      let above = try argument(of: name)
      let base = try argument(of: name)
      return atom(classOfBase(base), .stack(base: base, above: above, below: nil))
    case .underset:
      let below = try argument(of: name)
      let base = try argument(of: name)
      return atom(classOfBase(base), .stack(base: base, above: nil, below: below))
    case .stackrel:
      let below = try optionalArgument()
      let above = try argument(of: name)
      let base = try argument(of: name)
      return atom(.rel, .stack(base: base, above: above, below: below))
    case .operatorname:
      let limits: Limits = star() ? .display : .never
      var function = Atom(.op, .list(try argument(of: name, in: .upright)), at: position)
      function.limits = limits
      return .atom(function)
    case .boldsymbol, .bm, .pmb:
      return group(try argument(of: name, in: alphabet.emboldened), position)
    case .color: return .color(try colorArgument(of: name))
    case .textcolor:
      let color = try colorArgument(of: name)
      return .wrapped(.color(color), try argument(of: name))
    case .colorbox:
      let color = try colorArgument(of: name)
      return atom(.ord, .background(try argument(of: name), color))
    case .cssId, .htmlId: return try part(name)
    case .boxed: return atom(.ord, .boxed(try argument(of: name)))
    case .fbox:
      let text = Atom(.ord, .text(try text(of: name, weight: nil)), at: position)
      return atom(.ord, .boxed([.atom(text)]))
    case .not: return try negated(position)
    case .hspace, .mspace:
      _ = star()
      let (text, place) = try rawArgument(of: name)
      return .space(try length(text, place))
    case .kern, .mkern, .hskip, .mskip: return .space(try bareLength(of: name))
    case .rule:
      var raise = Length.em(0)
      if let (text, place) = try rawOption() { raise = try length(text, place) }
      let (width, widthPlace) = try rawArgument(of: name)
      let (height, heightPlace) = try rawArgument(of: name)
      return atom(
        .ord,
        .rule(try length(width, widthPlace), try length(height, heightPlace), raise))
    case .bmod:
      return atom(.bin, .list(Self.upright("mod", at: position)))
    case .mod, .pmod: return try modulus(parentheses: primitive == .pmod, position)
    case .genfrac: return try generalFraction(position)
    }
  }

  /// `\left…\right`, its `\left` read.
  private mutating func fence(_ position: Int) throws(FormulaError) -> Node {
    var node = FenceNode(delimiters: [try delimiter(of: "\\left")], segments: [])
    while true {
      node.segments.append(try list(.right))
      switch lexer.next().token {
      case .command("middle"):
        node.delimiters.append(try delimiter(of: "\\middle"))
      case .command("right"):
        node.delimiters.append(try delimiter(of: "\\right"))
        return .atom(Atom(.inner, .fence(node), at: position))
      default:
        throw syntax("\\left without \\right; write \\right. for an open end", position)
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

  /// `\not` with the relation behind it.
  private mutating func negated(_ position: Int) throws(FormulaError) -> Node {
    let nodes = try argument(of: "\\not")
    guard nodes.count == 1, case .atom(var atom) = nodes[0], case .symbol(let symbol) = atom.nucleus,
      let negation = SymbolTable.negations[symbol.source]
    else { throw syntax("\\not stands before a relation such as = or \\in", position) }
    atom.nucleus = .symbol(Symbol(scalar: negation, source: negation))
    return .atom(atom)
  }

  /// `\pmod{n}` and `\mod{n}` (amsmath, section 4.7).
  private mutating func modulus(
    parentheses: Bool, _ position: Int
  ) throws(FormulaError) -> Node {
    let argument = try argument(of: parentheses ? "\\pmod" : "\\mod")
    func symbol(_ scalar: Unicode.Scalar, _ atomClass: AtomClass) -> Node {
      .atom(Atom(atomClass, .symbol(Symbol(scalar: scalar, source: scalar)), at: position))
    }
    let word = Node.atom(Atom(.ord, .list(Self.upright("mod", at: position)), at: position))
    var nodes: [Node] = [.space(parentheses ? .mu(8) : .mu(12))]
    if parentheses { nodes.append(symbol("(", .open)) }
    nodes += [word, .space(.mu(6))] + argument
    if parentheses { nodes.append(symbol(")", .close)) }
    return .atom(Atom(.ord, .list(nodes), at: position))
  }

  /// `\genfrac{left}{right}{thickness}{style}{numerator}{denominator}` (amsmath, section 4.11.3).
  private mutating func generalFraction(_ position: Int) throws(FormulaError) -> Node {
    func side(_ text: String) -> Unicode.Scalar? {
      let name = text.hasPrefix("\\") ? String(text.dropFirst()) : text
      return SymbolTable.commands[name]?.scalar ?? text.unicodeScalars.first
    }
    let left = side(try rawArgument(of: "\\genfrac").text)
    let right = side(try rawArgument(of: "\\genfrac").text)
    let (thickness, place) = try rawArgument(of: "\\genfrac")
    let hasRule = thickness.isEmpty ? true : try length(thickness, place).value > 0
    let style = try rawArgument(of: "\\genfrac").text
    let numerator = try argument(of: "\\genfrac")
    let denominator = try argument(of: "\\genfrac")
    let fraction = Nucleus.fraction(
      FractionNode(
        numerator: numerator, denominator: denominator, hasRule: hasRule, left: left, right: right))
    let styles: [String: MathStyle] = ["0": .display, "1": .text, "2": .script, "3": .scriptScript]
    return .atom(Atom(.ord, styles[style].map { .styled($0, fraction) } ?? fraction, at: position))
  }
}
