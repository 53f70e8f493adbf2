import BurinScene
import BurinText

extension Parser {
  /// Reads `{…}` in text mode: characters verbatim, `$…$` as formulas.
  ///
  /// As in TeX, one character or command may stand without braces.
  mutating func text(
    of name: String, _ attributes: TextAttributes = TextAttributes()
  ) throws(FormulaError) -> [TextPiece] {
    let (token, position) = try next()
    var pieces: [TextPiece] = []
    switch token {
    case .beginGroup, .command("bgroup"):
      try textGroup(opened: position, attributes, into: &pieces)
    case .character(let scalar):
      pieces = self.pieces(of: String(scalar), attributes, at: position)
    default: throw syntax("\(name) is missing its {…}", position)
    }
    return pieces
  }

  private mutating func textGroup(
    opened: Int, _ outer: TextAttributes, into pieces: inout [TextPiece]
  ) throws(FormulaError) {
    try enter()
    defer { leave() }
    var attributes = outer
    var text = ""
    var start = lexer.here
    func flush() {
      if !text.isEmpty { pieces += self.pieces(of: text, attributes, at: start) }
      text = ""
    }
    while lexer.index < lexer.scalars.count {
      let (index, position) = (lexer.index, lexer.here)
      if text.isEmpty { start = position }
      let scalar = lexer.scalars[lexer.index]
      lexer.index += 1
      switch scalar {
      case "}":
        flush()
        return
      case "{":
        flush()
        try textGroup(opened: position, attributes, into: &pieces)
      case "$":
        flush()
        pieces.append(.math(try inlineMath(.dollar), attributes))
        guard try next().token == .dollar else { throw syntax("$ without $", position) }
      case "~":
        text.unicodeScalars.append("\u{A0}")
      case "`", "'":
        text.unicodeScalars.append(quote(scalar))
      case "-":
        text.unicodeScalars.append(dash())
      case "\\":
        let isBuiltIn =
          lexer.index < lexer.scalars.count && lexer.scalars[lexer.index] == Lexer.builtInMark
        let command = lexer.name()
        if !isBuiltIn, let macro = macros[command] {
          try expand(macro, command, from: index, position)
          continue
        }
        if let known = TextSymbols.characters[command] {
          text += known
          skipSpace(after: command)
        } else if let mark = TextSymbols.accents[command] {
          text += try accented(mark, command, position)
        } else if let factor = CommandTable.sizeFactor(command) {
          flush()
          attributes.scale = factor
          skipSpace(after: command)
        } else if let design = TextSymbols.switches[command] {
          flush()
          attributes.weight = design.weight ?? attributes.weight
          attributes.alphabet = design.alphabet
          skipSpace(after: command)
        } else if command == "color" {
          flush()
          attributes.color = try colorArgument(of: "\\color")
        } else {
          flush()
          try textCommand(command, attributes, position, into: &pieces)
        }
      case "%" where lexer.hasComments:
        while lexer.index < lexer.scalars.count, lexer.scalars[lexer.index] != "\n" {
          lexer.index += 1
        }
      default:
        if scalar.properties.isWhitespace, scalar != "\u{3000}", scalar != "\u{A0}" {
          if text.last != " " { text += " " }
        } else {
          text.unicodeScalars.append(scalar)
        }
      }
    }
    throw syntax("{ without }", opened)
  }

  /// Reads a command with an argument, or in place of one, within text.
  private mutating func textCommand(
    _ command: String, _ attributes: TextAttributes, _ position: Int,
    into pieces: inout [TextPiece]
  ) throws(FormulaError) {
    var inner = attributes
    switch command {
    case "(":
      pieces.append(.math(try inlineMath(.parenthesis), attributes))
      guard try next().token == .command(")") else { throw syntax("\\( without \\)", position) }
      return
    case "ref", "eqref":
      let name = try rawArgument(of: "\\" + command).text
      notes.append("\\\(command){\(name)} shows the name: a formula knows no other's number")
      pieces += self.pieces(of: command == "eqref" ? "(\(name))" : name, attributes, at: position)
      return
    case "verb":
      guard let node = try element(verbatimAt: position), case .atom(let atom) = node,
        case .text(let verbatim) = atom.nucleus
      else { return }
      pieces += verbatim
      return
    case "textcolor": inner.color = try colorArgument(of: "\\textcolor")
    case "textsc":
      throw syntax("\\textsc is not supported: the fonts have no small capitals", position)
    case "textcircled", "sout", "fbox", "boxed", "colorbox", "fcolorbox", "underline", "raisebox",
      "textsuperscript", "textsubscript", "TeX", "LaTeX", "KaTeX", "rlap", "llap", "clap", "hspace",
      "kern", "rule", "mathrm", "cancel", "href", "url", "frac", "sqrt":
      // As a formula of its own.
      let outer = alphabet
      alphabet = .standard
      defer { alphabet = outer }
      lexer.insert(Array("\\\(command)".unicodeScalars) + [" "])
      if let node = try element() { pieces.append(.math([node], attributes)) }
      return
    default:
      guard case .text(let form)? = CommandTable.commands[command] else {
        throw unknownInText(command, position)
      }
      inner.weight =
        form.attributes.weight
        ?? (command == "textmd" || command == "textrm" ? .regular : inner.weight)
      inner.alphabet =
        form.attributes.alphabet ?? (form == .text && command != "text" ? nil : inner.alphabet)
    }
    let (token, brace) = try next()
    switch token {
    case .beginGroup: try textGroup(opened: brace, inner, into: &pieces)
    case .character(let scalar): pieces += self.pieces(of: String(scalar), inner, at: brace)
    default: throw syntax("\\\(command) is missing its {…}", brace)
    }
  }

  private mutating func element(verbatimAt position: Int) throws(FormulaError) -> Node? {
    try furtherPrimitive(.verb, position)
  }

  /// Reads a formula within text.
  private mutating func inlineMath(_ stops: Stops) throws(FormulaError) -> [Node] {
    let outer = (alphabet, isBold)
    (alphabet, isBold) = (.standard, false)
    defer { (alphabet, isBold) = outer }
    return try list(stops)
  }

  /// Returns a text in the pieces of its design: letters and digits of ASCII from the mathematics
  /// font for italic and monospaced text, everything else from the text font.
  func pieces(of text: String, _ attributes: TextAttributes, at position: Int) -> [TextPiece] {
    guard let alphabet = attributes.alphabet else { return [.text(text, attributes, at: position)] }
    var plain = attributes
    plain.alphabet = nil
    var pieces: [TextPiece] = []
    var (letters, others): ([Node], String) = ([], "")
    let design = attributes.weight == .bold ? alphabet.emboldened : alphabet
    for scalar in text.unicodeScalars {
      let drawn = design.map(scalar)
      if scalar.isASCIILetter || (scalar.isASCIIDigit && drawn != scalar) {
        if !others.isEmpty { pieces.append(.text(others, plain, at: position)) }
        others = ""
        letters.append(
          .atom(
            Atom(
              .ord, .symbol(Symbol(scalar: drawn, source: scalar, fallback: scalar)), at: position))
        )
      } else {
        if !letters.isEmpty { pieces.append(.math(letters, plain)) }
        letters = []
        others.unicodeScalars.append(scalar)
      }
    }
    if !others.isEmpty { pieces.append(.text(others, plain, at: position)) }
    if !letters.isEmpty { pieces.append(.math(letters, plain)) }
    return pieces
  }

  /// Skips the spaces behind a command of letters, which only end its name.
  private mutating func skipSpace(after command: String) {
    guard command.unicodeScalars.last?.isASCIILetter == true else { return }
    while lexer.index < lexer.scalars.count, lexer.scalars[lexer.index] == " " { lexer.index += 1 }
  }

  /// Reads the letter under an accent: `\'e`, `\'{e}`, `\v{s}`.
  private mutating func accented(
    _ mark: Unicode.Scalar, _ command: String, _ position: Int
  ) throws(FormulaError) -> String {
    skipSpace(after: command)
    guard lexer.index < lexer.scalars.count else {
      throw syntax("\\\(command) is missing its letter, as in \\\(command){e}", position)
    }
    var letters = String.UnicodeScalarView()
    let first = lexer.scalars[lexer.index]
    lexer.index += 1
    switch first {
    case "{":
      while lexer.index < lexer.scalars.count, lexer.scalars[lexer.index] != "}" {
        let scalar = lexer.scalars[lexer.index]
        lexer.index += 1
        if scalar == "\\" {
          letters.append(contentsOf: (TextSymbols.characters[lexer.name()] ?? "").unicodeScalars)
        } else {
          letters.append(scalar)
        }
      }
      lexer.index += 1
    case "\\":
      letters.append(contentsOf: (TextSymbols.characters[lexer.name()] ?? "").unicodeScalars)
    case "}", "$": throw syntax("\\\(command) is missing its letter", position)
    default: letters.append(first)
    }
    // An accent takes the place of the dot.
    var scalars = Array(letters)
    if mark.properties.canonicalCombiningClass == .above, let letter = scalars.first {
      scalars[0] = letter == "ı" ? "i" : letter == "ȷ" ? "j" : letter
    }
    if scalars.isEmpty { scalars = ["\u{25CC}"] }
    scalars.insert(mark, at: 1)
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return TextSymbols.composed(String(text))
  }

  private func unknownInText(_ command: String, _ position: Int) -> FormulaError {
    if CommandTable.isKnown(command) {
      return syntax("\\\(command) is for formulas; write it between $…$ within the text", position)
    }
    return .unknownCommand(
      "\\" + command,
      suggestion: Suggestion.command(like: command, among: TextSymbols.names).flatMap {
        $0.hasPrefix("\\operatorname") ? nil : $0
      }, at: lexer.position(position))
  }

  /// Applies TeX's ligatures for quotation marks.
  private mutating func quote(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let double = lexer.index < lexer.scalars.count && lexer.scalars[lexer.index] == scalar
    if double { lexer.index += 1 }
    return scalar == "`" ? (double ? "“" : "‘") : (double ? "”" : "’")
  }

  /// Applies TeX's ligatures for dashes; the first hyphen has been read.
  private mutating func dash() -> Unicode.Scalar {
    var count = 1
    while count < 3, lexer.index < lexer.scalars.count, lexer.scalars[lexer.index] == "-" {
      lexer.index += 1
      count += 1
    }
    return count == 1 ? "-" : count == 2 ? "–" : "—"
  }
}
