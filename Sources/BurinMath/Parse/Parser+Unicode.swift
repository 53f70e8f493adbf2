extension Parser {
  /// Reads characters of Unicode that stand for more than a character: roots, fractions, operators.
  mutating func special(
    _ scalar: Unicode.Scalar, _ position: Int
  ) throws(FormulaError) -> Node? {
    if scalar.isASCII { return nil }
    if let limits = CommandTable.typedOperators[scalar] {
      var atom = Atom(
        .op, .symbol(Symbol(scalar: scalar, source: scalar, isLarge: true)), at: position)
      atom.limits = limits
      return .atom(atom)
    }
    switch scalar {
    case "√", "∛", "∜":
      // Nothing to be put under the root: a sign of its own.
      let token = try peek().token
      switch token {
      case .beginGroup, .command: break
      case .character(let next)
      where next.properties.isAlphabetic || next.isASCIIDigit || next == "(": break
      default: return nil
      }
      let radicand = try rootArgument(token)
      let degree: Unicode.Scalar? = scalar == "∛" ? "3" : scalar == "∜" ? "4" : nil
      let nodes = degree.map {
        [Node.atom(Atom(.ord, .symbol(Symbol(scalar: $0, source: $0)), at: position))]
      }
      return .atom(Atom(.ord, .radical(radicand, degree: nodes), at: position))
    default:
      guard let (numerator, denominator) = Self.fractions[scalar] else { return nil }
      func digits(_ text: String) -> [Node] { Self.upright(text, at: position) }
      let fraction = Nucleus.fraction(
        FractionNode(numerator: digits(numerator), denominator: digits(denominator)))
      return .atom(Atom(.ord, .styled(.text, fraction), at: position))
    }
  }

  /// Reads what stands under a typed root: a group, a command with its arguments, a letter, or all
  /// digits of a number.
  private mutating func rootArgument(_ token: Token) throws(FormulaError) -> [Node] {
    guard case .character(let first) = token, first.isASCIIDigit else {
      return try argument(of: "√")
    }
    var nodes: [Node] = []
    while case .character(let digit) = try peek().token, digit.isASCIIDigit {
      nodes += try argument(of: "√")
      // A space ends the number.
      if lexer.index < lexer.scalars.count, lexer.scalars[lexer.index].isBlankInFormulas { break }
    }
    return nodes
  }

  private static let fractions: [Unicode.Scalar: (String, String)] = [
    "½": ("1", "2"), "⅓": ("1", "3"), "⅔": ("2", "3"), "¼": ("1", "4"), "¾": ("3", "4"),
    "⅕": ("1", "5"), "⅖": ("2", "5"), "⅗": ("3", "5"), "⅘": ("4", "5"), "⅙": ("1", "6"),
    "⅚": ("5", "6"), "⅐": ("1", "7"), "⅛": ("1", "8"), "⅜": ("3", "8"), "⅝": ("5", "8"),
    "⅞": ("7", "8"), "⅑": ("1", "9"), "⅒": ("1", "10"),
  ]

  /// Reads superscripts or subscripts of Unicode and attaches them to a base.
  mutating func addUnicodeScripts(to atom: inout Atom, _ position: Int) throws(FormulaError) {
    var (upper, lower): ([Node], [Node]) = ([], [])
    while case .character(let scalar) = try peek().token, UnicodeScripts.isScript(scalar) {
      let place = try next().position
      let isRaised = UnicodeScripts.raised[scalar] != nil
      guard let plain = UnicodeScripts.raised[scalar] ?? UnicodeScripts.lowered[scalar] else {
        break
      }
      let symbol = Symbol(scalar: alphabet.map(plain), source: scalar, fallback: plain)
      let node = Node.atom(Atom(SymbolTable.classes[plain] ?? .ord, .symbol(symbol), at: place))
      if isRaised { upper.append(node) } else { lower.append(node) }
    }
    if !upper.isEmpty {
      // Primes may come first, as in f′².
      guard atom.superscript?.arePrimes ?? true else {
        throw syntax("a second superscript; put braces around the first base", position)
      }
      atom.superscript = (atom.superscript ?? []) + upper
    }
    if !lower.isEmpty {
      guard atom.subscript == nil else {
        throw syntax("a second subscript; put braces around the first base", position)
      }
      atom.subscript = lower
    }
  }
}

extension [Node] {
  fileprivate var arePrimes: Bool {
    allSatisfy { node in
      if case .atom(let atom) = node, case .symbol(let symbol) = atom.nucleus {
        ["′", "″", "‴", "⁗"].contains(symbol.scalar)
      } else {
        false
      }
    }
  }
}
