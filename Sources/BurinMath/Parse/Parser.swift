import BurinScene

/// What a source holds.
struct ParsedFormula: Sendable {
  var nodes: [Node]
  /// The names of parts in the order of the source.
  var parts: [String]
  /// What the reader should know that is no error.
  var notes: [String]
}

/// A parser of TeX's math syntax, which returns a math list.
///
/// It is a recursive descent; `FormulaLimits.depth` bounds the recursion. Commands are in
/// `Parser+Commands.swift`, arguments in `Parser+Arguments.swift`, environments in
/// `Parser+Environments.swift`, text in `Parser+Text.swift`, macros in `Parser+Macros.swift`.
struct Parser {
  var lexer: Lexer
  /// The named colours besides the standard ones.
  let colors: [String: RGBColor]
  /// Whether names of colours that are not known stand for black.
  var ignoresUnknownColors = false
  /// The current design of letters.
  var alphabet = Alphabet.standard
  /// The names of parts in the order of the source.
  var parts: [String] = []
  /// The current macros, by name.
  var macros: [String: Macro] = [:]
  /// The number of the row or formula that is being read.
  var tag: [Node]?
  /// The alignment that the current line of a `multline` asks for.
  var shove: MatrixNode.Alignment?
  /// Whether letters are set in bold, whatever their design.
  var isBold = false
  /// What the reader should know that is no error.
  var notes: [String] = []
  /// The number of macro expansions so far.
  var expansions = 0
  private var depth = 0

  /// Tokens that end a list; the list leaves them unread.
  struct Stops: OptionSet {
    let rawValue: Int
    static let endGroup = Stops(rawValue: 1)
    static let bracket = Stops(rawValue: 2)
    /// `\middle` and `\right`.
    static let right = Stops(rawValue: 4)
    /// `&`, `\\` and `\end`.
    static let cell = Stops(rawValue: 8)
    static let dollar = Stops(rawValue: 16)
    /// `\\` of a whole formula.
    static let line = Stops(rawValue: 32)
    /// `\over`, as the end of what is read.
    static let over = Stops(rawValue: 64)
    /// `\of` of a root.
    static let of = Stops(rawValue: 128)
    /// `\)` of a formula within text.
    static let parenthesis = Stops(rawValue: 256)
    /// `@` before an arrow of a diagram.
    static let at = Stops(rawValue: 512)
  }

  /// Reads a whole source.
  static func parse(
    _ source: String, colors: [String: RGBColor], macros: [String: Macro] = [:],
    ignoresUnknownColors: Bool = false
  ) throws(FormulaError) -> ParsedFormula {
    var parser = Parser(lexer: Lexer(source), colors: colors)
    parser.ignoresUnknownColors = ignoresUnknownColors
    parser.macros = macros
    guard source.utf8.count <= FormulaLimits.sourceLength else {
      throw .limit(
        "the formula has \(source.utf8.count) bytes; the limit is \(FormulaLimits.sourceLength)",
        at: parser.lexer.position(0))
    }
    let nodes = try parser.lines()
    return ParsedFormula(nodes: nodes, parts: parser.parts, notes: parser.notes)
  }

  /// Reads the whole formula, which may have several lines.
  private mutating func lines() throws(FormulaError) -> [Node] {
    var node = MatrixNode(form: .displayed, rows: [], columns: [.center], style: .display)
    while true {
      tag = nil
      // Definitions count for the lines behind them.
      var line = try list(.line, isScope: false)
      if let tag {
        if lexer.peek().token == .end, node.rows.isEmpty {
          line += [.space(.em(2))] + tag
        } else {
          node.tags[node.rows.count] = tag
        }
      }
      let (token, _) = try peek()
      guard token != .end else {
        if node.rows.isEmpty { return line }
        if !line.isEmpty || tag != nil { node.rows.append([line]) }
        return [.atom(Atom(.ord, .matrix(node), at: 0))]
      }
      _ = try next()
      _ = star()
      if lexer.index < lexer.scalars.count, lexer.scalars[lexer.index] == "[",
        let gap = try lineGap()
      {
        node.extraGaps[node.rows.count] = gap
      }
      node.rows.append([line])
      guard node.rows.count <= FormulaLimits.cells else {
        throw .limit("more than \(FormulaLimits.cells) lines", at: lexer.position(lexer.here))
      }
    }
  }

  /// Reads the length in `\\[…]`; nil where the bracket is the next line's.
  mutating func lineGap() throws(FormulaError) -> Length? {
    let start = lexer.index
    guard let (text, place) = try rawOption() else { return nil }
    if let gap = try? length(text, place) { return gap }
    guard text.first.map({ $0.isNumber || "+-.".contains($0) }) ?? true else {
      lexer.index = start
      return nil
    }
    return try length(text, place)
  }

  init(lexer: Lexer, colors: [String: RGBColor]) {
    self.lexer = lexer
    self.colors = colors
  }

  // MARK: Lists

  /// Reads nodes up to a token that ends the list, or the end of the source.
  mutating func list(_ stops: Stops, isScope: Bool = true) throws(FormulaError) -> [Node] {
    try enter()
    defer { depth -= 1 }
    let outer = (alphabet, macros)
    // Definitions at the top level end with the formula.
    defer { if isScope { (alphabet, macros) = outer } }
    var nodes: [Node] = []
    var infix: (FractionNode, Int)?
    while true {
      let (token, position) = try peek()
      if try ends(token, position, stops) { break }
      if case .command(let name) = token,
        let start = try infixFraction(name, position)
      {
        guard infix == nil else {
          throw syntax("a second \\\(name) in one group; put braces around the inner one", position)
        }
        infix = (start, position)
        infix?.0.numerator = nodes
        nodes = []
        continue
      }
      guard let node = try element() else { continue }
      switch node {
      // Scripts behind a space or a change belong to an empty base.
      case .space, .style, .size, .color: nodes.append(node)
      default: nodes.append(try scripts(on: node))
      }
    }
    if case (var node, let position)? = infix {
      node.denominator = nodes
      return [.atom(Atom(.ord, .fraction(node), at: position))]
    }
    return nodes
  }

  /// Returns whether a token ends the list; throws if it ends a list that was never opened.
  private func ends(
    _ token: Token, _ position: Int, _ stops: Stops
  ) throws(FormulaError) -> Bool {
    switch token {
    case .end: return true
    case .endGroup:
      if stops.contains(.endGroup) { return true }
      throw syntax("} without {", position)
    case .character("]"): return stops.contains(.bracket)
    case .character("@"): return stops.contains(.at)
    case .dollar:
      if stops.contains(.dollar) { return true }
      throw syntax("$ inside a formula; remove it, or write \\$ for the sign", position)
    case .alignment:
      if stops.contains(.cell) { return true }
      throw syntax("& outside an environment; write \\& for the sign", position)
    case .command("\\"), .command("cr"), .command("newline"):
      if stops.contains(.cell) || stops.contains(.line) { return true }
      throw syntax(
        "a line break outside an environment; use \\begin{aligned}…\\end{aligned}", position)
    case .command(")"):
      if stops.contains(.parenthesis) { return true }
      throw syntax("\\) without \\(", position)
    case .command("egroup"):
      if stops.contains(.endGroup) { return true }
      throw syntax("\\egroup without \\bgroup", position)
    case .command("of"):
      if stops.contains(.of) { return true }
      throw syntax("\\of without \\root", position)
    case .command("over") where stops.contains(.over): return true
    case .command("hfill"), .command("hfil"), .command("hss"):
      if stops.contains(.cell) { return true }
      throw syntax(
        "a space that fills a line has no effect outside the cells of an environment", position)
    case .command("end"):
      if stops.contains(.cell) { return true }
      throw syntax("\\end without \\begin", position)
    case .command("right"), .command("middle"):
      if stops.contains(.right) { return true }
      throw syntax("\\right or \\middle without \\left", position)
    default: return false
    }
  }

  // MARK: Elements

  /// Reads one element without its scripts; nil for an element without effect.
  mutating func element() throws(FormulaError) -> Node? {
    let (token, position) = try peek()
    switch token {
    case .character(let scalar) where UnicodeScripts.isScript(scalar):
      return .atom(Atom(.ord, .list([]), at: position))
    case .superscript, .subscripted, .character("'"):
      // A script without a base is attached to an empty list.
      return .atom(Atom(.ord, .list([]), at: position))
    default: _ = lexer.next()
    }
    switch token {
    case .beginGroup:
      return try group(opened: position)
    case .command(let name):
      return try command(name, position)
    case .character(let scalar):
      if scalar == "#" {
        throw syntax(
          "# stands for an argument in the text of a macro; write \\# for the sign", position)
      }
      return try character(scalar, position)
    case .endGroup, .alignment, .dollar, .end, .superscript, .subscripted:
      throw syntax("an expression is missing here", position)
    }
  }

  /// Reads the rest of a group whose brace has been read.
  private mutating func group(opened position: Int) throws(FormulaError) -> Node {
    let nodes = try list(.endGroup)
    try expectEndGroup(opened: position)
    // A group of one ordinary character is that character (TeXbook, appendix G, rule 17), so that
    // its italic correction and kerns apply to its scripts.
    if nodes.count == 1, case .atom(let atom) = nodes[0], atom.atomClass == .ord, !atom.hasScripts {
      return nodes[0]
    }
    return .atom(Atom(.ord, .list(nodes), at: position))
  }

  /// Returns a typed character.
  private mutating func character(
    _ scalar: Unicode.Scalar, _ position: Int
  ) throws(FormulaError) -> Node {
    if let node = try special(scalar, position) { return node }
    var scalar = scalar
    if scalar.isWide, let narrow = scalar.narrowForm,
      lexer.index >= lexer.scalars.count || !lexer.scalars[lexer.index].isWide
        || lexer.scalars[lexer.index].narrowForm != nil
    {
      // A full-width sign that stands alone is the sign that formulas have.
      scalar = narrow
    }
    if scalar.isWide {
      var text = String.UnicodeScalarView([scalar])
      while lexer.index < lexer.scalars.count, lexer.scalars[lexer.index].isWide {
        text.append(lexer.scalars[lexer.index])
        lexer.index += 1
      }
      return .atom(
        Atom(.ord, .text([.text(String(text), TextAttributes(), at: position)]), at: position))
    }
    let drawn: Unicode.Scalar =
      switch scalar {
      case "-": "−"
      case "*": "∗"
      case ":": "∶"
      case "`": "‘"
      default: alphabet.map(scalar)
      }
    return .atom(
      Atom(
        SymbolTable.classes[scalar] ?? .ord,
        .symbol(Symbol(scalar: drawn, source: scalar, fallback: scalar)), at: position))
  }

  // MARK: Scripts

  /// Reads the scripts after a node.
  mutating func scripts(on node: Node) throws(FormulaError) -> Node {
    var atom: Atom?
    func base() -> Atom { atom ?? Self.atom(of: node) }
    while true {
      let (token, position) = try peek()
      switch token {
      case .superscript:
        _ = try next()
        var script = base()
        guard script.superscript == nil else {
          throw syntax("a second superscript; put braces around the first base", position)
        }
        script.superscript = try argument(of: "^")
        atom = script
      case .subscripted:
        _ = try next()
        var script = base()
        guard script.subscript == nil else {
          throw syntax("a second subscript; put braces around the first base", position)
        }
        script.subscript = try argument(of: "_")
        atom = script
      case .character("'"), .character("′"), .character("’"):
        var script = base()
        guard script.superscript == nil else {
          throw syntax("a prime after a superscript; write it before the ^", position)
        }
        var primes = try primes()
        if try peek().token == .superscript {
          _ = try next()
          primes += try argument(of: "^")
        }
        script.superscript = primes
        atom = script
      case .character(let scalar) where UnicodeScripts.isScript(scalar):
        var script = base()
        try addUnicodeScripts(to: &script, position)
        atom = script
      case .command(let name):
        guard case .limits(let limits)? = CommandTable.commands[name] else {
          return finish(atom, node)
        }
        _ = try next()
        var operator_ = base()
        guard operator_.atomClass == .op else {
          throw syntax("\\\(name) must follow an operator such as \\sum", position)
        }
        operator_.limits = limits
        atom = operator_
      default:
        return finish(atom, node)
      }
    }
  }

  private func finish(_ atom: Atom?, _ node: Node) -> Node { atom.map { .atom($0) } ?? node }

  /// Reads the primes at the current index, in as few characters as Unicode has (x‴ is one).
  private mutating func primes() throws(FormulaError) -> [Node] {
    let start = lexer.here
    var count = 0
    while [.character("'"), .character("′"), .character("’")].contains(try peek().token) {
      _ = try next()
      count += 1
    }
    var nodes: [Node] = []
    let forms: [Unicode.Scalar] = ["′", "″", "‴", "⁗"]
    while count > 0 {
      let used = min(count, forms.count)
      let symbol = Symbol(scalar: forms[used - 1], source: forms[used - 1])
      nodes.append(.atom(Atom(.ord, .symbol(symbol), at: start)))
      count -= used
    }
    return nodes
  }

  /// Returns the atom to which a node's scripts attach.
  ///
  /// A name or a colour is not a group: the scripts of `\cssId{s}{\sum}` are those of `\sum`.
  static func atom(of node: Node) -> Atom {
    switch node {
    case .atom(let atom):
      return atom.hasScripts ? Atom(.ord, .list([node]), at: atom.position) : atom
    case .wrapped(let wrapper, let nodes):
      guard nodes.count == 1 else { break }
      if case .atom(let inner) = nodes[0], inner.hasScripts { break }
      let inner = atom(of: nodes[0])
      var atom = Atom(inner.atomClass, .wrapped(wrapper, inner), at: inner.position)
      atom.limits = inner.limits
      return atom
    case .space, .style, .size, .color, .choice:
      return Atom(.ord, .list([]), at: 0)
    case .sequence: break
    }
    return Atom(.ord, .list([node]), at: 0)
  }

  // MARK: Limits and messages

  mutating func enter() throws(FormulaError) {
    guard depth < FormulaLimits.depth else {
      throw .limit(
        "groups nest deeper than \(FormulaLimits.depth) levels", at: lexer.position(lexer.here))
    }
    depth += 1
  }

  mutating func leave() { depth -= 1 }

  func syntax(_ message: String, _ position: Int) -> FormulaError {
    .syntax(message, at: lexer.position(position))
  }

  mutating func expectEndGroup(opened position: Int) throws(FormulaError) {
    switch try next().token {
    case .endGroup, .command("egroup"): break
    default: throw syntax("{ without }", position)
    }
  }
}
