import BurinScene
import BurinText

extension Parser {
  /// Reads the rest of a command; nil for a command without effect.
  ///
  /// The recursion passes through here, so each type of command has a function of its own with a
  /// small stack frame: deep sources must fit the stack of a secondary thread.
  mutating func command(_ name: String, _ position: Int) throws(FormulaError) -> Node? {
    if let symbol = symbolCommand(name, position) { return symbol }
    guard let command = CommandTable.commands[name] else {
      if let text = TextSymbols.characters[name] {
        return .atom(Atom(.ord, .text([.text(text, TextAttributes(), at: position)]), at: position))
      }
      throw unknown(name, position)
    }
    switch command {
    case .function, .operator_, .strut, .spaced, .negated: return Self.leaf(command, position)
    case .space(let length): return .space(length)
    case .style(let style): return .style(style)
    case .size(let factor): return .size(factor)
    case .alphabetSwitch(let alphabet):
      self.alphabet = isBold ? alphabet.emboldened : alphabet
      return nil
    case .nothing: return nil
    case .bigDelimiter(let atomClass, let height):
      return try bigDelimiter(name, atomClass, height, position)
    case .alphabet(let alphabet):
      return try letters(
        try argument(of: "\\" + name, in: isBold ? alphabet.emboldened : alphabet), position)
    case .text(let form): return try textCommand(name, form, position)
    case .fraction: return try fraction(name, command, position)
    case .infix, .limits: throw syntax("\\\(name) is not allowed here", position)
    case .primitive(let primitive): return try self.primitive(primitive, position)
    case .arrow(let scalar): return try arrow(name, scalar, position)
    case .accent, .stretched, .bar, .classed, .phantom, .cancel:
      return Self.unary(command, try argument(of: "\\" + name), position)
    }
  }

  /// Returns the node of a command that represents a character.
  private func symbolCommand(_ name: String, _ position: Int) -> Node? {
    if let entry = SymbolTable.commands[name] {
      let drawn = entry.isLetter ? alphabet.map(entry.scalar) : entry.scalar
      let symbol = Symbol(scalar: drawn, source: entry.scalar, fallback: entry.scalar)
      return .atom(Atom(entry.atomClass, .symbol(symbol), at: position))
    }
    // Package upgreek: \upalpha.
    if name.hasPrefix("up") || name.hasPrefix("Up"),
      let entry = SymbolTable.commands[
        name.hasPrefix("up")
          ? String(name.dropFirst(2)) : name.dropFirst(2).prefix(1).uppercased() + name.dropFirst(3)
      ],
      entry.isLetter, SymbolTable.isGreek(entry.scalar)
    {
      return .atom(
        Atom(.ord, .symbol(Symbol(scalar: entry.scalar, source: entry.scalar)), at: position))
    }
    if name.hasPrefix("var"), let entry = SymbolTable.commands[String(name.dropFirst(3))],
      ("Α"..."Ω").contains(entry.scalar)
    {
      let drawn = (alphabet == .bold ? Alphabet.boldItalic : .italic).map(entry.scalar)
      return .atom(Atom(.ord, .symbol(Symbol(scalar: drawn, source: entry.scalar)), at: position))
    }
    return nil
  }

  /// Commands of siunitx and mhchem for quantities, whose units have a syntax of their own.
  private static let quantities: Set<String> = [
    "SI", "si", "num", "unit", "ang", "SIrange", "numrange", "qtyrange", "SIlist", "numlist",
    "qtylist", "pu",
  ]

  private func unknown(_ name: String, _ position: Int) -> FormulaError {
    if Self.quantities.contains(name) {
      return syntax(
        "\\\(name) is not supported; write the number and its unit, as 3\\,\\mathrm{m}", position)
    }
    return .unknownCommand(
      "\\" + name,
      suggestion: Suggestion.command(like: name, among: macros.keys.sorted() + CommandTable.names),
      at: lexer.position(position))
  }

  /// Returns the node of a command without an argument.
  private static func leaf(_ command: Command, _ position: Int) -> Node {
    var atom: Atom
    switch command {
    case .function(let word, let limits):
      atom = Atom(.op, .list(upright(word, at: position)), at: position)
      atom.limits = limits
    case .operator_(let scalar, let limits):
      let symbol = Symbol(scalar: scalar, source: scalar, isLarge: true)
      atom = Atom(.op, .symbol(symbol), at: position)
      atom.limits = limits
    case .negated(let scalar):
      atom = Atom(.rel, .negated(Symbol(scalar: scalar, source: scalar)), at: position)
    case .spaced(let scalar, let atomClass, let before, let after):
      let symbol = Atom(
        atomClass, .symbol(Symbol(scalar: scalar, source: scalar)), at: position)
      return .sequence([.space(before), .atom(symbol), .space(after)])
    default:
      let parenthesis = Atom(.ord, .symbol(Symbol(scalar: "(", source: "(")), at: position)
      atom = Atom(.ord, .phantom([.atom(parenthesis)], Phantom(width: false)), at: position)
    }
    return .atom(atom)
  }

  /// Returns the node of a command with one argument, which has been read.
  private static func unary(_ command: Command, _ base: [Node], _ position: Int) -> Node {
    switch command {
    case .accent(let scalar, let stretches, let under):
      let node = AccentNode(scalar: scalar, base: base, stretches: stretches, under: under)
      return .atom(Atom(.ord, .accent(node), at: position))
    case .stretched(let scalar, let over):
      // As \mathop{…}\limits, so that scripts are above or below (TeXbook, appendix B).
      let node = AccentNode(scalar: scalar, base: base, stretches: true, under: !over)
      var brace = Atom(.op, .accent(node), at: position)
      brace.limits = .always
      return .atom(brace)
    case .bar(let over): return .atom(Atom(.ord, .bar(base, over: over), at: position))
    case .classed(let atomClass):
      var atom = Atom(atomClass, operand(base), at: position)
      // As every operator: above and below in display style (TeXbook, page 144).
      if atomClass == .op { atom.limits = .display }
      return .atom(atom)
    case .phantom(let phantom):
      return .atom(Atom(.ord, .phantom(base, phantom), at: position))
    case .cancel(let cancel): return .atom(Atom(.ord, .cancel(base, cancel), at: position))
    default: return .atom(Atom(.ord, .list(base), at: position))
    }
  }

  private mutating func bigDelimiter(
    _ name: String, _ atomClass: AtomClass, _ height: Double, _ position: Int
  ) throws(FormulaError) -> Node {
    let scalar = try delimiter(of: "\\" + name).scalar
    return .atom(Atom(atomClass, .bigDelimiter(scalar, height: height), at: position))
  }

  private mutating func textCommand(
    _ name: String, _ form: Command.TextCommand, _ position: Int
  ) throws(FormulaError) -> Node {
    let pieces = try text(of: "\\" + name, form.attributes)
    return .atom(Atom(.ord, .text(pieces), at: position))
  }

  private mutating func fraction(
    _ name: String, _ command: Command, _ position: Int
  ) throws(FormulaError) -> Node {
    let numerator = try argument(of: "\\" + name)
    let denominator = try argument(of: "\\" + name)
    return Self.fraction(command, numerator, denominator, position)
  }

  private static func fraction(
    _ command: Command, _ numerator: [Node], _ denominator: [Node], _ position: Int
  ) -> Node {
    guard case .fraction(let style, let hasRule, let left, let right) = command else {
      return .atom(Atom(.ord, .list([]), at: position))
    }
    let fraction = Nucleus.fraction(
      FractionNode(
        numerator: numerator, denominator: denominator, hasRule: hasRule, left: left, right: right))
    return .atom(Atom(.ord, style.map { .styled($0, fraction) } ?? fraction, at: position))
  }

  private mutating func arrow(
    _ name: String, _ scalar: Unicode.Scalar, _ position: Int
  ) throws(FormulaError) -> Node {
    let below = try optionalArgument()
    let above = try argument(of: "\\" + name)
    return .atom(Atom(.rel, .extensibleArrow(scalar, above: above, below: below), at: position))
  }

  // MARK: Parts of commands

  /// Reads an argument whose letters use another design.
  mutating func argument(
    of name: String, in alphabet: Alphabet
  ) throws(FormulaError) -> [Node] {
    let outer = self.alphabet
    self.alphabet = alphabet
    defer { self.alphabet = outer }
    return try argument(of: name)
  }

  /// Returns an argument as one ordinary atom; a single character stays itself.
  func group(_ nodes: [Node], _ position: Int) -> Node {
    if nodes.count == 1, case .atom = nodes[0] { return nodes[0] }
    return .atom(Atom(.ord, .list(nodes), at: position))
  }

  /// Returns the letters of an alphabet's command; scripts behind them belong to the last one, as in
  /// unicode-math, whose alphabets are no groups.
  private mutating func letters(_ nodes: [Node], _ position: Int) throws(FormulaError) -> Node {
    guard nodes.count > 1, let last = nodes.last, case .atom(let atom) = last,
      atom.atomClass == .ord, !atom.hasScripts, case .symbol = atom.nucleus
    else { return group(nodes, position) }
    switch try peek().token {
    case .superscript, .subscripted, .character("'"):
      return .sequence(nodes.dropLast() + [try scripts(on: last)])
    default: return group(nodes, position)
    }
  }

  /// Returns an argument as the body of an atom; a single character stays itself.
  static func operand(_ nodes: [Node]) -> Nucleus {
    if nodes.count == 1, case .atom(let atom) = nodes[0], !atom.hasScripts { return atom.nucleus }
    return .list(nodes)
  }

  /// Returns the class that a base passes to what is above or below it.
  ///
  /// amsmath's `\binrel@`: signs and relations keep their class, everything else is ordinary.
  func classOfBase(_ nodes: [Node]) -> AtomClass {
    guard nodes.count == 1 else { return .ord }
    let atomClass = Self.atom(of: nodes[0]).atomClass
    return atomClass == .bin || atomClass == .rel ? atomClass : .ord
  }

  /// Returns the letters of a function's name; a space becomes a thin space.
  static func upright(_ word: String, at position: Int) -> [Node] {
    word.unicodeScalars.map { scalar in
      scalar == " "
        ? .space(.mu(3))
        : .atom(Atom(.ord, .symbol(Symbol(scalar: scalar, source: scalar)), at: position))
    }
  }

  /// Skips a `*` after a command and returns whether there was one.
  mutating func star() -> Bool {
    guard lexer.index < lexer.scalars.count, lexer.scalars[lexer.index] == "*" else { return false }
    lexer.index += 1
    return true
  }
}
