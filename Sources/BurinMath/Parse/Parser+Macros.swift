/// A command that represents a text with arguments (TeXbook, chapter 20; LaTeX: `\newcommand`).
struct Macro: Sendable, Hashable {
  /// The number of arguments, including the optional one.
  var arguments: Int
  /// The default of the first argument, for use without brackets.
  var optional: [Unicode.Scalar]?
  /// The text, with `#1` to `#9` for the arguments.
  var body: [Unicode.Scalar]
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
    guard !macros.isEmpty else { return }
    while true {
      lexer.skipBlanks()
      let start = lexer.index
      guard case (.command(let name), let position) = lexer.peek(), let macro = macros[name] else {
        return
      }
      _ = lexer.next()
      try expand(macro, name, from: start, position)
    }
  }

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
    for number in 0..<macro.arguments {
      if number == 0, let optional = macro.optional {
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
    case .def: try plainDefinition()
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
    macro.body = try macroArgument(of: primitive.rawValue, position)
    if primitive == .providecommand, macros[name] != nil || CommandTable.isKnown(name) { return }
    macros[name] = macro
  }

  /// `\def\name#1#2{text}`.
  private mutating func plainDefinition() throws(FormulaError) {
    let (name, position) = try definedName(of: .def)
    var count = 0
    while case .character("#") = lexer.peek().token {
      _ = lexer.next()
      guard case .character(let digit) = lexer.next().token, Int(String(digit)) == count + 1 else {
        throw syntax("the parameters of \\\(name) must be #1#2… in order", position)
      }
      count += 1
    }
    guard lexer.peek().token == .beginGroup else {
      throw syntax("\\def\\\(name) is missing its {…}; nothing else may precede it", position)
    }
    macros[name] = Macro(
      arguments: count, optional: nil, body: try macroArgument(of: "def", position))
  }

  /// `\let\name=\other`.
  private mutating func alias() throws(FormulaError) {
    let (name, position) = try definedName(of: .let)
    if lexer.peek().token == .character("=") { _ = lexer.next() }
    let body = try macroArgument(of: "let", position)
    // A name of a macro stands for the macro's current meaning.
    if body.first == "\\", let macro = macros[String(Array(body.dropFirst()))] {
      macros[name] = macro
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
