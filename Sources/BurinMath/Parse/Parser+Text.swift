import BurinScene
import BurinText

extension Parser {
  /// Reads `{…}` in text mode: characters verbatim, `$…$` as formulas.
  mutating func text(of name: String, weight: FontWeight?) throws(FormulaError) -> [TextPiece] {
    let (token, position) = try next()
    guard token == .beginGroup else { throw syntax("\(name) is missing its {…}", position) }
    var pieces: [TextPiece] = []
    try textGroup(opened: position, weight: weight, color: nil, into: &pieces)
    return pieces
  }

  private mutating func textGroup(
    opened: Int, weight: FontWeight?, color: RGBColor?, into pieces: inout [TextPiece]
  ) throws(FormulaError) {
    try enter()
    defer { leave() }
    var text = ""
    var start = lexer.here
    func flush() {
      if !text.isEmpty { pieces.append(.text(text, weight, color, at: start)) }
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
        try textGroup(opened: position, weight: weight, color: color, into: &pieces)
      case "$":
        flush()
        let outer = alphabet
        alphabet = .standard
        let nodes = try list(.dollar)
        alphabet = outer
        guard try next().token == .dollar else { throw syntax("$ without $", position) }
        pieces.append(.math(nodes, color))
      case "~":
        text.unicodeScalars.append("\u{A0}")
      case "`", "'":
        text.unicodeScalars.append(quote(scalar))
      case "-":
        text.unicodeScalars.append(dash())
      case "\\":
        let command = lexer.name()
        if let macro = macros[command] {
          try expand(macro, command, from: index, position)
          continue
        }
        switch command {
        case "textbf", "textrm", "text", "textcolor":
          flush()
          var inner = color
          if command == "textcolor" { inner = try colorArgument(of: "\\textcolor") }
          let (token, brace) = try next()
          guard token == .beginGroup else { throw syntax("\\\(command) is missing its {…}", brace) }
          let innerWeight: FontWeight? =
            command == "textbf" ? .bold : command == "textrm" ? .regular : weight
          try textGroup(opened: brace, weight: innerWeight, color: inner, into: &pieces)
        case "{", "}", "$", "%", "#", "&", "_", " ": text += command
        case ",": text.unicodeScalars.append("\u{2009}")
        case "quad": text.unicodeScalars.append("\u{2003}")
        case "ldots", "dots", "textellipsis": text += "…"
        case "textbackslash": text += "\\"
        case "textasciitilde": text += "~"
        case "textasciigrave": text += "`"
        case "textquotesingle": text += "'"
        default:
          throw unknownInText(command, position)
        }
      case "%":
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

  private func unknownInText(_ command: String, _ position: Int) -> FormulaError {
    switch command {
    case "textit", "emph", "textsl", "textsc", "texttt":
      syntax(
        "\\\(command) is not supported: the text fonts have one regular and one bold face", position
      )
    default: syntax("\\\(command) is not known in text; write it between $…$", position)
    }
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
