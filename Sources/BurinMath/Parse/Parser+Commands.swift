import BurinScene
import BurinText

extension Parser {
  /// Reads the rest of a command; nil for what has no effect.
  mutating func command(_ name: String, _ position: Int) throws(FormulaError) -> Node? {
    func atom(_ atomClass: AtomClass, _ nucleus: Nucleus) -> Node {
      .atom(Atom(atomClass, nucleus, at: position))
    }
    if let entry = SymbolTable.commands[name] {
      let drawn = entry.isLetter ? alphabet.map(entry.scalar) : entry.scalar
      return atom(
        entry.atomClass,
        .symbol(Symbol(scalar: drawn, source: entry.scalar, fallback: entry.scalar)))
    }
    if name.hasPrefix("var"), let entry = SymbolTable.commands[String(name.dropFirst(3))],
      ("Α"..."Ω").contains(entry.scalar)
    {
      let drawn = (alphabet == .bold ? Alphabet.boldItalic : .italic).map(entry.scalar)
      return atom(.ord, .symbol(Symbol(scalar: drawn, source: entry.scalar)))
    }
    guard let command = CommandTable.commands[name] else {
      throw .unknownCommand(
        "\\" + name,
        suggestion: Suggestion.nearest(to: name, among: CommandTable.names).map { "\\" + $0 },
        at: lexer.position(position))
    }
    switch command {
    case .function(let word, let limits):
      var function = Atom(.op, .list(Self.upright(word, at: position)), at: position)
      function.limits = limits
      return .atom(function)
    case .operator_(let scalar, let limits):
      var operator_ = Atom(
        .op, .symbol(Symbol(scalar: scalar, source: scalar, isLarge: true)), at: position)
      operator_.limits = limits
      return .atom(operator_)
    case .accent(let scalar, let stretches, let under):
      let base = try argument(of: "\\" + name)
      return atom(
        .ord,
        .accent(AccentNode(scalar: scalar, base: base, stretches: stretches, under: under)))
    case .stretched(let scalar, let over):
      // As \mathop{…}\limits, so that scripts stand above or below (TeXbook, appendix B).
      var brace = Atom(
        .op, .stretched(try argument(of: "\\" + name), scalar, over: over), at: position)
      brace.limits = .always
      return .atom(brace)
    case .bar(let over):
      return atom(.ord, .bar(try argument(of: "\\" + name), over: over))
    case .arrow(let scalar):
      let below = try optionalArgument()
      let above = try argument(of: "\\" + name)
      return atom(.rel, .extensibleArrow(scalar, above: above, below: below))
    case .space(let length): return .space(length)
    case .style(let style): return .style(style)
    case .alphabet(let alphabet):
      return group(try argument(of: "\\" + name, in: alphabet), position)
    case .alphabetSwitch(let alphabet):
      self.alphabet = alphabet
      return nil
    case .bigDelimiter(let atomClass, let height):
      let scalar = try delimiter(of: "\\" + name).scalar
      return atom(atomClass, .bigDelimiter(scalar, height: height))
    case .classed(let atomClass):
      return atom(atomClass, operand(try argument(of: "\\" + name)))
    case .text(let form):
      return atom(.ord, .text(try text(of: "\\" + name, weight: form == .bold ? .bold : nil)))
    case .fraction(let style, let hasRule, let left, let right):
      let numerator = try argument(of: "\\" + name)
      let denominator = try argument(of: "\\" + name)
      let fraction = Nucleus.fraction(
        FractionNode(
          numerator: numerator, denominator: denominator, hasRule: hasRule, left: left,
          right: right))
      return atom(.ord, style.map { .styled($0, fraction) } ?? fraction)
    case .infix, .limits:
      throw syntax("\\\(name) does not stand here", position)
    case .phantom(let phantom):
      return atom(.ord, .phantom(try argument(of: "\\" + name), phantom))
    case .strut:
      let parenthesis = Symbol(scalar: "(", source: "(")
      return atom(
        .ord,
        .phantom(
          [.atom(Atom(.ord, .symbol(parenthesis), at: position))], Phantom(width: false)))
    case .cancel(let cancel):
      return atom(.ord, .cancel(try argument(of: "\\" + name), cancel))
    case .primitive(let primitive): return try self.primitive(primitive, position)
    case .nothing: return nil
    }
  }

  // MARK: Parts of commands

  /// An argument whose letters take another design.
  mutating func argument(
    of name: String, in alphabet: Alphabet
  ) throws(FormulaError) -> [Node] {
    let outer = self.alphabet
    self.alphabet = alphabet
    defer { self.alphabet = outer }
    return try argument(of: name)
  }

  /// An argument as one ordinary atom; a single character stays itself.
  func group(_ nodes: [Node], _ position: Int) -> Node {
    if nodes.count == 1, case .atom = nodes[0] { return nodes[0] }
    return .atom(Atom(.ord, .list(nodes), at: position))
  }

  /// An argument as the body of an atom; a single character stays itself.
  func operand(_ nodes: [Node]) -> Nucleus {
    if nodes.count == 1, case .atom(let atom) = nodes[0], !atom.hasScripts { return atom.nucleus }
    return .list(nodes)
  }

  /// The class that a base gives to what stands above or below it (amsmath's `\binrel@`).
  func classOfBase(_ nodes: [Node]) -> AtomClass {
    guard nodes.count == 1 else { return .ord }
    let atomClass = Self.atom(of: nodes[0]).atomClass
    return atomClass == .bin || atomClass == .rel || atomClass == .op ? atomClass : .ord
  }

  /// The letters of a function's name; a space becomes a thin one.
  static func upright(_ word: String, at position: Int) -> [Node] {
    word.unicodeScalars.map { scalar in
      scalar == " "
        ? .space(.mu(3))
        : .atom(Atom(.ord, .symbol(Symbol(scalar: scalar, source: scalar)), at: position))
    }
  }

  /// Moves over a `*` behind a command.
  mutating func star() -> Bool {
    guard lexer.index < lexer.scalars.count, lexer.scalars[lexer.index] == "*" else { return false }
    lexer.index += 1
    return true
  }
}
