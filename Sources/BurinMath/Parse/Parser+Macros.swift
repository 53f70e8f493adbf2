/// A command that represents a text with arguments (TeXbook, chapter 20; LaTeX: `\newcommand`).
struct Macro: Sendable, Hashable {
  /// The number of arguments, including the optional one.
  var arguments: Int
  /// The default of the first argument, for use without brackets.
  var optional: [Unicode.Scalar]?
  /// The text, with `#1` to `#9` for the arguments.
  var body: [Unicode.Scalar]
  /// What must stand before the first argument and behind each, as `\def\name#1.{…}` says; empty
  /// where nothing must.
  var delimiters: [[Unicode.Scalar]] = []
}

extension Parser {
  /// Returns the next token without advancing; expands macros before it.
  mutating func peek() throws(FormulaError) -> (token: Token, position: Int) {
    try expandMacros()
    return lexer.peek()
  }

  /// Returns the next token, expanding macros, and advances past it.
  mutating func next() throws(FormulaError) -> (token: Token, position: Int) {
    try expandMacros()
    return lexer.next()
  }

  private mutating func expandMacros() throws(FormulaError) {
    while true {
      lexer.skipBlanks()
      guard lexer.isBeforeMacro else { return }
      let start = lexer.index
      guard case (.command(let name), let position) = lexer.peek(), let macro = macro(name) else {
        return
      }
      _ = lexer.next()
      try expand(macro, name, from: start, position)
    }
  }

  /// Returns the current macro of a name: the formula's, the document's, or a built-in one.
  func macro(_ name: String) -> Macro? { macros[name] ?? BuiltInMacros.table[name] }

  /// Replaces a macro, whose name has been read, by its text.
  mutating func expand(
    _ macro: Macro, _ name: String, from start: Int, _ position: Int
  ) throws(FormulaError) {
    expansions += 1
    guard expansions <= FormulaLimits.expansions else {
      throw .limit(
        "more than \(FormulaLimits.expansions) macro expansions", at: lexer.position(position))
    }
    var arguments: [[Unicode.Scalar]] = []
    if let first = macro.delimiters.first, !first.isEmpty {
      guard try delimited(by: first, of: name, position).isEmpty else {
        throw syntax("\\\(name) must be followed by “\(String(first))”", position)
      }
    }
    for number in 0..<macro.arguments {
      if number + 1 < macro.delimiters.count, !macro.delimiters[number + 1].isEmpty {
        arguments.append(try delimited(by: macro.delimiters[number + 1], of: name, position))
      } else if number == 0, let optional = macro.optional {
        arguments.append(try bracketed() ?? optional)
      } else {
        arguments.append(try macroArgument(of: name, position))
      }
    }
    var text: [Unicode.Scalar] = []
    var rest = macro.body[...]
    while let scalar = rest.popFirst() {
      guard scalar == "#", let digit = rest.popFirst() else {
        text.append(scalar)
        continue
      }
      if let number = Int(String(digit)), number >= 1, number <= arguments.count {
        text.appendSeparated(arguments[number - 1])
      } else {
        text.append(digit)
      }
    }
    // A name at the end of the text must not absorb letters after the macro.
    if lexer.index < lexer.scalars.count, lexer.scalars[lexer.index].isASCIILetter,
      text.endsWithCommand
    {
      text.append(" ")
    }
    guard lexer.scalars.count + text.count <= FormulaLimits.sourceLength else {
      throw .limit(
        "macros make the formula longer than \(FormulaLimits.sourceLength) characters",
        at: lexer.position(position))
    }
    lexer.replace(from: start, with: text)
  }

  /// Reads `{…}` with balanced braces inside, or one token.
  private mutating func macroArgument(
    of name: String, _ position: Int
  ) throws(FormulaError) -> [Unicode.Scalar] {
    lexer.skipBlanks()
    let start = lexer.index
    switch lexer.next().token {
    case .beginGroup: return try balanced("}", position)
    case .end, .endGroup: throw syntax("\\\(name) is missing an argument, such as {x}", position)
    default: return Array(lexer.scalars[start..<lexer.index])
    }
  }

  /// Reads the characters up to a delimiter outside braces, and the delimiter (TeXbook, page 203).
  private mutating func delimited(
    by delimiter: [Unicode.Scalar], of name: String, _ position: Int
  ) throws(FormulaError) -> [Unicode.Scalar] {
    if delimiter.first.map({ !$0.isBlankInFormulas }) ?? false { lexer.skipBlanks() }
    let start = lexer.index
    var depth = 0
    while lexer.index < lexer.scalars.count {
      if depth == 0, lexer.scalars[lexer.index...].starts(with: delimiter) {
        var text = Array(lexer.scalars[start..<lexer.index])
        lexer.index += delimiter.count
        // Braces around the whole argument are no part of it.
        if text.first == "{", text.last == "}", text.dropFirst().dropLast().isBalanced {
          text = Array(text.dropFirst().dropLast())
        }
        return text
      }
      let scalar = lexer.scalars[lexer.index]
      lexer.index += 1
      switch scalar {
      case "{": depth += 1
      case "}": depth -= 1
      case "\\" where lexer.index < lexer.scalars.count: lexer.index += 1
      default: break
      }
      if depth < 0 { break }
    }
    throw syntax("\\\(name) must be followed by its “\(String(delimiter))”", position)
  }

  private mutating func bracketed() throws(FormulaError) -> [Unicode.Scalar]? {
    guard case (.character("["), let position) = lexer.peek() else { return nil }
    _ = lexer.next()
    return try balanced("]", position)
  }

  /// Reads the characters up to a closing one outside braces, and the closing one.
  private mutating func balanced(
    _ closing: Unicode.Scalar, _ position: Int
  ) throws(FormulaError) -> [Unicode.Scalar] {
    let start = lexer.index
    var depth = 0
    while lexer.index < lexer.scalars.count {
      let scalar = lexer.scalars[lexer.index]
      lexer.index += 1
      switch scalar {
      case closing where depth == 0: return Array(lexer.scalars[start..<(lexer.index - 1)])
      case "{": depth += 1
      case "}": depth -= 1
      case "\\" where lexer.index < lexer.scalars.count: lexer.index += 1
      default: break
      }
      if depth < 0 { break }
    }
    throw syntax(closing == "}" ? "{ without }" : "[ without ]", position)
  }

  // MARK: Definitions

  /// Reads `\newcommand{\name}[count][default]{text}` and related commands, whose first command has
  /// been read.
  mutating func define(_ primitive: Command.Primitive) throws(FormulaError) {
    switch primitive {
    case .newcommand, .renewcommand, .providecommand: try newCommand(primitive)
    case .def, .gdef, .edef, .xdef: try plainDefinition(primitive)
    case .pairedDelimiter: try pairedDelimiter()
    case .let: try alias()
    default: try newOperator()
    }
  }

  private mutating func newCommand(_ primitive: Command.Primitive) throws(FormulaError) {
    _ = star()
    let (name, position) = try definedName(of: primitive)
    var macro = Macro(arguments: 0, optional: nil, body: [])
    if let text = try bracketed() {
      guard let count = Int(String(text)), (0...9).contains(count) else {
        throw syntax("“\(String(text))” is not a number of arguments from 0 to 9", position)
      }
      macro.arguments = count
      if let optional = try bracketed() {
        guard count > 0 else {
          throw syntax("a default without an argument", position)
        }
        macro.optional = optional
      }
    }
    macro.body = try body(of: name, arguments: macro.arguments, position)
    if primitive == .providecommand, self.macro(name) != nil || CommandTable.isKnown(name) {
      return
    }
    if primitive == .newcommand, CommandTable.isEstablished(name) {
      throw syntax("\\\(name) exists already; write \\renewcommand to change it", position)
    }
    macros[name] = macro
  }

  /// Reads a macro's text and checks that it uses no argument that the macro doesn't have.
  private mutating func body(
    of name: String, arguments: Int, _ position: Int
  ) throws(FormulaError) -> [Unicode.Scalar] {
    let text = try macroArgument(of: name, position)
    var rest = text[...]
    while let scalar = rest.popFirst() {
      if scalar == "\\" {
        rest = rest.dropFirst()
        continue
      }
      guard scalar == "#" else { continue }
      let next = rest.popFirst()
      if next == "#" { continue }
      guard let next, let number = Int(String(next)), (1...9).contains(number) else {
        throw syntax(
          "# in the text of \\\(name) must be followed by an argument's number", position)
      }
      guard number <= arguments else {
        throw syntax(
          "the text of \\\(name) uses #\(number), but it has \(arguments == 0 ? "no arguments" : "\(arguments) argument\(arguments == 1 ? "" : "s")")",
          position)
      }
    }
    return text
  }

  /// `\def\name#1.#2;{text}` (TeXbook, page 203): what stands between the parameters delimits them.
  private mutating func plainDefinition(
    _ primitive: Command.Primitive
  ) throws(FormulaError) {
    let (name, position) = try definedName(of: primitive)
    var count = 0
    var delimiters: [[Unicode.Scalar]] = [[]]
    while lexer.index < lexer.scalars.count, lexer.scalars[lexer.index] != "{" {
      let scalar = lexer.scalars[lexer.index]
      lexer.index += 1
      guard scalar == "#" else {
        guard scalar != "}" else {
          throw syntax("\\\(primitive.rawValue)\\\(name) is missing its {…}", position)
        }
        if !(scalar.isBlankInFormulas && delimiters[count].isEmpty) {
          delimiters[count].append(scalar)
        }
        continue
      }
      guard lexer.index < lexer.scalars.count, count < 9,
        Int(String(lexer.scalars[lexer.index])) == count + 1
      else {
        throw syntax("the parameters of \\\(name) must be #1#2… in order", position)
      }
      lexer.index += 1
      count += 1
      delimiters.append([])
    }
    guard lexer.peek().token == .beginGroup else {
      throw syntax("\\\(primitive.rawValue)\\\(name) is missing its {…}", position)
    }
    while delimiters[count].last?.isBlankInFormulas == true { delimiters[count].removeLast() }
    var macro = Macro(
      arguments: count, optional: nil, body: try body(of: name, arguments: count, position))
    if delimiters.contains(where: { !$0.isEmpty }) { macro.delimiters = delimiters }
    macros[name] = macro
  }

  /// `\DeclarePairedDelimiter{\name}{left}{right}` (mathtools): `\name{x}`, `\name*{x}` with
  /// delimiters that grow, `\name[\big]{x}`.
  private mutating func pairedDelimiter() throws(FormulaError) {
    let (name, position) = try definedName(of: .pairedDelimiter)
    let left = try macroArgument(of: "DeclarePairedDelimiter", position)
    let right = try macroArgument(of: "DeclarePairedDelimiter", position)
    macros[name] = Macro(
      arguments: 0, optional: nil,
      body: Array("\\burinpaired{".unicodeScalars) + left + ["}", "{"] + right + ["}"])
  }

  /// `\let\name=\other`.
  private mutating func alias() throws(FormulaError) {
    let (name, position) = try definedName(of: .let)
    if lexer.peek().token == .character("=") { _ = lexer.next() }
    let body = try macroArgument(of: "let", position)
    // A name stands for its current meaning.
    let meant = body.first == "\\" ? String(Array(body.dropFirst())) : ""
    if let macro = macros[meant] {
      macros[name] = macro
    } else if BuiltInMacros.table[meant] == nil, CommandTable.isKnown(meant) {
      macros[name] = Macro(
        arguments: 0, optional: nil, body: ["\\", Lexer.builtInMark] + body.dropFirst())
    } else {
      macros[name] = Macro(arguments: 0, optional: nil, body: body)
    }
  }

  /// `\DeclareMathOperator{\name}{text}`.
  private mutating func newOperator() throws(FormulaError) {
    let limits = star()
    let (name, position) = try definedName(of: .declareMathOperator)
    let text = try macroArgument(of: "DeclareMathOperator", position)
    let body = Array("\\operatorname\(limits ? "*" : ""){".unicodeScalars) + text + ["}"]
    macros[name] = Macro(arguments: 0, optional: nil, body: body)
  }

  private mutating func definedName(
    of primitive: Command.Primitive
  ) throws(FormulaError) -> (name: String, position: Int) {
    var (token, position) = lexer.next()
    let isGroup = token == .beginGroup
    if isGroup { (token, position) = lexer.next() }
    guard case .command(let name) = token else {
      throw syntax("\\\(primitive.rawValue) needs a command, such as \\name", position)
    }
    if isGroup { try expectEndGroup(opened: position) }
    return (name, position)
  }
}

extension String {
  fileprivate init(_ scalars: [Unicode.Scalar]) {
    var view = UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}

extension Collection<Unicode.Scalar> {
  /// Whether every brace has its partner.
  fileprivate var isBalanced: Bool {
    var depth = 0
    for scalar in self {
      if scalar == "{" { depth += 1 }
      if scalar == "}" { depth -= 1 }
      if depth < 0 { return false }
    }
    return depth == 0
  }
}

extension [Unicode.Scalar] {
  /// Whether the text ends with a command's name of letters.
  fileprivate var endsWithCommand: Bool {
    guard let last = lastIndex(where: { !$0.isASCIILetter }), last + 1 < count else { return false }
    guard self[last] == "\\" else { return false }
    // Two backslashes are a command of their own.
    let slashes = self[...last].reversed().prefix { $0 == "\\" }.count
    return slashes % 2 == 1
  }

  /// Appends a text so that a command name before it stays separate from its letters.
  fileprivate mutating func appendSeparated(_ text: [Unicode.Scalar]) {
    if text.first?.isASCIILetter == true, endsWithCommand { append(" ") }
    append(contentsOf: text)
  }
}
