import BurinScene

extension Parser {
  /// Reads an argument: a group, or one element.
  mutating func argument(of name: String) throws(FormulaError) -> [Node] {
    let (token, position) = try peek()
    switch token {
    case .beginGroup:
      _ = try next()
      let nodes = try list(.endGroup)
      try expectEndGroup(opened: position)
      return nodes
    case .end, .endGroup, .alignment, .dollar, .superscript, .subscripted, .command("right"),
      .command("middle"), .command("end"), .command("\\"):
      throw syntax("\(name) is missing its argument, such as {x}", position)
    default:
      try enter()
      defer { leave() }
      return try element().map { [$0] } ?? []
    }
  }

  /// Reads `[…]` if it is present.
  mutating func optionalArgument() throws(FormulaError) -> [Node]? {
    let (token, position) = try peek()
    guard token == .character("[") else { return nil }
    _ = try next()
    let nodes = try list(.bracket)
    guard try next().token == .character("]") else {
      throw syntax("[ without a closing ]", position)
    }
    return nodes
  }

  /// Reads the characters of `{…}` verbatim, without braces inside.
  mutating func rawArgument(
    of name: String, nestable: Bool = false
  ) throws(FormulaError) -> (text: String, position: Int) {
    let (token, position) = try next()
    guard token == .beginGroup else { throw syntax("\(name) is missing its {…}", position) }
    var text = String.UnicodeScalarView()
    var braces = 0
    while lexer.index < lexer.scalars.count {
      let scalar = lexer.scalars[lexer.index]
      lexer.index += 1
      if scalar == "}" {
        if braces == 0 { return (String(text).trimmed, position + 1) }
        braces -= 1
      } else if scalar == "{" {
        guard nestable else { break }
        braces += 1
      }
      text.append(scalar)
    }
    throw syntax("{ without }", position)
  }

  /// Reads `[…]` verbatim if it is present.
  mutating func rawOption() throws(FormulaError) -> (text: String, position: Int)? {
    let (token, position) = try peek()
    guard token == .character("[") else { return nil }
    _ = try next()
    var braces = 0
    var text = String.UnicodeScalarView()
    while lexer.index < lexer.scalars.count {
      let scalar = lexer.scalars[lexer.index]
      lexer.index += 1
      if scalar == "]", braces == 0 { return (String(text).trimmed, position + 1) }
      if scalar == "{" { braces += 1 }
      if scalar == "}" { braces -= 1 }
      text.append(scalar)
    }
    throw syntax("[ without ]", position)
  }

  /// Reads a colour: `#rrggbb`, `#rgb`, a named one or a standard one.
  ///
  /// After `[rgb]`, `[RGB]`, `[HTML]` or `[gray]` it reads the numbers of that model (xcolor,
  /// section 2.3).
  mutating func colorArgument(of name: String) throws(FormulaError) -> RGBColor {
    let model = try rawOption()
    let (text, position) = try rawArgument(of: name)
    if let (model, place) = model {
      guard let color = FormulaColor.color(text, model: model) else {
        throw syntax(
          "“\(model)” and “\(text)” are not a colour; use [rgb]{1,0,0}, [RGB]{255,0,0}, [HTML]{FF0000} or [gray]{0.5}",
          ["rgb", "RGB", "HTML", "gray"].contains(model) ? position : place)
      }
      return color
    }
    if let color = FormulaColor.color(text, named: colors) { return color }
    if ignoresUnknownColors { return .black }
    throw .unknownColor(
      text, suggestion: FormulaColor.suggestion(for: text, named: colors),
      at: lexer.position(position))
  }

  /// Reads a delimiter after `\left` or `\big`; nil for `.`.
  mutating func delimiter(of name: String) throws(FormulaError) -> Delimiter {
    let (token, position) = try next()
    let scalar: Unicode.Scalar?
    switch token {
    case .beginGroup:
      // In braces of its own.
      let inner = try delimiter(of: name)
      try expectEndGroup(opened: position)
      return inner
    case .character("."): scalar = nil
    case .character("<"), .command("lt"): scalar = "⟨"
    case .character(">"), .command("gt"): scalar = "⟩"
    case .character(let typed) where Self.delimiters.contains(typed): scalar = typed
    case .command(let command):
      guard let entry = SymbolTable.commands[command], Self.delimiters.contains(entry.scalar) else {
        throw syntax(
          "\\\(command) is not a delimiter; \(name) needs one such as ( or \\{", position)
      }
      scalar = entry.scalar
    default:
      throw syntax("\(name) is missing its delimiter, such as ( or \\{ or .", position)
    }
    return Delimiter(scalar: scalar, position: position)
  }

  /// Reads `{(}`, `(` or `{}`; nil for none.
  mutating func delimiterArgument(of name: String) throws(FormulaError) -> Unicode.Scalar? {
    let (token, position) = try peek()
    guard token == .beginGroup else { return try delimiter(of: name).scalar }
    _ = try next()
    if try peek().token == .endGroup {
      _ = try next()
      return nil
    }
    let scalar = try delimiter(of: name).scalar
    try expectEndGroup(opened: position)
    return scalar
  }

  private static let delimiters = Set("()[]{}|‖/\\⟨⟩⟪⟫⌊⌋⌈⌉⟮⟯⎰⎱⟦⟧⌜⌝⌞⌟⎪↑↓↕⇑⇓⇕⏐⦃⦄┌┐└┘".unicodeScalars)

  /// Parses a length such as `1.5em`.
  func length(_ text: String, _ position: Int) throws(FormulaError) -> Length {
    // A comma is as good as a point (TeXbook, page 270).
    let number = text.prefix { $0.isASCII && ($0.isNumber || "+-.,".contains($0)) }
    let unit = String(text.dropFirst(number.count)).trimmed
    let written = String(number.map { $0 == "," ? "." : $0 })
    let digits = written.hasPrefix(".") ? "0" + written : written
    guard let value = Double(digits), value.isFinite else {
      throw syntax("“\(text)” is not a length; write a number and a unit, such as 1em", position)
    }
    let length: Length
    if unit.isEmpty {
      throw syntax("“\(text)” has no unit; write em, ex, mu, pt, mm, cm or in behind it", position)
    }
    switch unit {
    case "em": length = .em(value)
    case "ex": length = Length(value: value, unit: .ex)
    case "mu": length = .mu(value)
    case "pt": length = Length(value: value, unit: .point)
    case "bp": length = Length(value: value * 72.27 / 72, unit: .point)
    case "px": length = Length(value: value * 0.75, unit: .point)
    case "mm": length = Length(value: value * 72 / 25.4, unit: .point)
    case "cm": length = Length(value: value * 720 / 25.4, unit: .point)
    case "in": length = Length(value: value * 72, unit: .point)
    case "pc": length = Length(value: value * 12, unit: .point)
    case "dd": length = Length(value: value * 1238 / 1157, unit: .point)
    case "cc": length = Length(value: value * 12 * 1238 / 1157, unit: .point)
    case "sp": length = Length(value: value / 65536, unit: .point)
    default:
      throw syntax("“\(unit)” is not a unit; use em, ex, mu, pt, mm, cm or in", position)
    }
    guard abs(value) <= FormulaLimits.length else {
      throw .limit(
        "a length of more than \(Int(FormulaLimits.length)) units", at: lexer.position(position))
    }
    return length
  }

  /// Reads an unbraced length after `\kern`.
  mutating func bareLength(of name: String) throws(FormulaError) -> Length {
    if try peek().token == .beginGroup {
      let (text, position) = try rawArgument(of: name)
      return try length(text, position)
    }
    lexer.skipBlanks()
    let start = lexer.here
    var text = String.UnicodeScalarView()
    var letters = 0
    while lexer.index < lexer.scalars.count, letters < 2 {
      let scalar = lexer.scalars[lexer.index]
      guard scalar.isASCIIDigit || scalar.isASCIILetter || "+-. ".unicodeScalars.contains(scalar)
      else { break }
      if scalar.isASCIILetter { letters += 1 }
      text.append(scalar)
      lexer.index += 1
    }
    return try length(String(text), start)
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
