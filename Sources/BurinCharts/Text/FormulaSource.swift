/// The source of a formula, assembled from what an author wrote and from values.
///
/// Values are escaped for the mode in which they appear: mathematics or, inside `\text{…}` and
/// similar commands, text.
struct FormulaSource {
  private var tex = ""
  private var modes: [Mode] = []
  private var command: String?
  /// The command to which the next brace belongs.
  private var opener: String?
  /// Pending superscript and subscript characters, until their sequence ends.
  private var scripts = ""
  private var endsWithValue = false

  private enum Mode { case text, group, formula }

  /// Commands whose argument is text.
  private static let textCommands: Set<String> = [
    "text", "textrm", "textnormal", "mbox", "hbox", "textsf", "textup", "textmd", "textbf", "fbox",
    "tag",
  ]

  /// Whether a group in text mode is open.
  var isWithinText: Bool { modes.contains(.text) }

  private var isText: Bool {
    guard let mode = modes.last(where: { $0 != .group }) else { return false }
    return mode == .text
  }

  /// The source, including pending characters.
  var finished: String {
    var source = self
    source.flushScripts()
    return source.tex
  }

  /// Adds a character of TeX.
  mutating func write(_ character: Character) {
    endsWithValue = false
    if ScriptSigns.isScript(character), command != "" {
      endCommand()
      scripts.append(character)
      return
    }
    flushScripts()
    tex.append(character)
    if let name = command {
      if name.isEmpty {
        if character.isASCII, character.isLetter {
          command = String(character)
        } else {
          command = nil
        }
        return
      }
      if character.isASCII, character.isLetter {
        command = name + String(character)
        return
      }
      endCommand()
    }
    switch character {
    case "\\":
      command = ""
      opener = nil
    case "{":
      modes.append(opener.map(Self.textCommands.contains) ?? false ? .text : .group)
      opener = nil
    case "}":
      if !modes.isEmpty { modes.removeLast() }
    case "$":
      if modes.last == .formula { modes.removeLast() } else { modes.append(.formula) }
    case _ where character.isWhitespace: break
    default: opener = nil
    }
  }

  /// Adds a piece of TeX.
  mutating func write(tex piece: String) {
    for character in piece { write(character) }
  }

  /// Adds a value that is shown verbatim; numbers are set as mathematics.
  mutating func write(value: String) {
    guard !value.isEmpty else { return }
    flushScripts()
    if isText {
      // Adjacent characters must not merge with the value to one command or one dash.
      let joins = !(command ?? "").isEmpty || (tex.hasSuffix("-") && value.hasPrefix("-"))
      tex += (joins ? "{}" : "") + Self.escaped(value) + (value.hasSuffix("-") ? "{}" : "")
    } else if let number = Self.number(value) {
      // A number is one argument: `2^\(n)`, `\sqrt\(n)`, `\frac\(m)\(n)`.
      let isArgument =
        !(command ?? "").isEmpty || endsWithValue || tex.last == "^" || tex.last == "_"
      tex += isArgument && number.count > 1 ? "{\(number)}" : number
    } else {
      tex += "\\text{\(Self.escaped(value))}"
    }
    endCommand()
    opener = nil
    endsWithValue = true
  }

  private mutating func endCommand() {
    if let name = command, !name.isEmpty { opener = name }
    command = nil
  }

  private mutating func flushScripts() {
    guard !scripts.isEmpty else { return }
    tex += isText ? Self.textScripts(scripts) : Self.mathScripts(scripts)
    scripts = ""
    opener = nil
  }

  // MARK: Values

  /// Returns superscript and subscript characters for text mode.
  private static func textScripts(_ signs: some StringProtocol) -> String {
    ScriptSigns.tex(signs).map { "$\($0)$" } ?? String(signs)
  }

  /// Returns superscript and subscript characters for a formula.
  private static func mathScripts(_ signs: some StringProtocol) -> String {
    ScriptSigns.tex(signs, isText: false) ?? String(signs)
  }

  /// The commands for characters with another meaning in text mode.
  private static let commands: [Character: String] = [
    "\\": "\\textbackslash", "~": "\\textasciitilde", "'": "\\textquotesingle",
    "`": "\\textasciigrave",
  ]

  /// Returns a string escaped for text mode.
  private static func escaped(_ string: String) -> String {
    var result = ""
    var rest = Substring(string)
    var followsCommand = false
    while let character = rest.first {
      let signs = rest.prefix(while: ScriptSigns.isScript)
      if !signs.isEmpty {
        result += textScripts(signs)
        rest = rest.dropFirst(signs.count)
        followsCommand = false
        continue
      }
      rest = rest.dropFirst()
      // Letters would belong to the command's name, and TeX treats a space as its end.
      if followsCommand, character.isLetter { result += "{}" }
      if followsCommand, character == " " { result += "\\" }
      followsCommand = commands[character] != nil
      switch character {
      case _ where followsCommand: result += commands[character] ?? ""
      case "{", "}", "$", "%", "#", "&", "_": result += "\\\(character)"
      // Two hyphens would become a dash, two spaces one.
      case "-": result += result.hasSuffix("-") ? "{}-" : "-"
      case " ": result += result.hasSuffix(" ") || result.isEmpty ? "\\ " : " "
      default: result.append(character)
      }
    }
    return followsCommand ? result + "{}" : result
  }

  /// Returns a number as mathematics, or nil for any other string.
  ///
  /// Numbers have a sign, digits in groups, a point, a power of ten and a percent sign; `∞` and
  /// fractions such as `1/7` are numbers too.
  private static func number(_ string: String) -> String? {
    var rest = Substring(string)
    func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }
    func take(_ isTaken: (Character) -> Bool) -> Substring {
      let taken = rest.prefix(while: isTaken)
      rest = rest.dropFirst(taken.count)
      return taken
    }
    func take(_ characters: String) -> Character? {
      guard let first = rest.first, characters.contains(first) else { return nil }
      rest = rest.dropFirst()
      return first
    }
    var result = ""
    if let sign = take("+-\u{2212}±") { result.append(sign) }
    if let infinity = take("∞") {
      result.append(infinity)
    } else {
      let whole = take(isDigit)
      result += whole
      while !whole.isEmpty, let group = rest.first, ",\u{2009}\u{202F}\u{A0}".contains(group),
        rest.dropFirst().prefix(while: isDigit).count == 3
      {
        rest = rest.dropFirst()
        result += group == "," ? "{,}" : group == "\u{A0}" ? "~" : "\\,"
        result += take(isDigit)
      }
      var fraction = Substring()
      if rest.first == "." {
        rest = rest.dropFirst()
        fraction = take(isDigit)
        result += "." + fraction
      }
      guard !whole.isEmpty || !fraction.isEmpty else { return nil }
      if rest.first == "/" {
        rest = rest.dropFirst()
        let denominator = take(isDigit)
        guard !denominator.isEmpty else { return nil }
        result += "/" + denominator
      }
      if rest.hasPrefix("×10") {
        result += rest.prefix(3)
        rest = rest.dropFirst(3)
        guard rest.first.map(ScriptSigns.isRaised) ?? false else { return nil }
      }
      let exponent = take(ScriptSigns.isRaised)
      result += mathScripts(exponent)
      if rest.first == "%" {
        rest = rest.dropFirst()
        result += "\\%"
      }
    }
    return rest.isEmpty ? result : nil
  }
}
