extension Parser {
  /// `\ce{…}`: a formula of chemistry in mhchem's notation, translated to TeX's.
  mutating func chemistry(_ position: Int) throws(FormulaError) -> Node {
    let (text, place) = try rawArgument(of: "\\ce", nestable: true)
    var reader = ChemistryReader(text)
    let tex = reader.translated()
    guard tex.utf8.count <= FormulaLimits.sourceLength else {
      throw .limit("\\ce is too long", at: lexer.position(place))
    }
    try enter()
    defer { leave() }
    return .atom(Atom(.ord, .list(try parsed(tex, "in \\ce", place)), at: position))
  }
}

/// Translates mhchem's notation (its manual, version 4): `2H2 + O2 -> 2H2O`, `SO4^2-`, `^{14}_6C`,
/// `A <=>[k_1] B`, `CH3-CH=O`, `CaCO3 v`.
private struct ChemistryReader {
  private let characters: [Character]
  private var index = 0
  private var output = ""
  /// What the last character was part of, which decides what a digit, a plus or a minus means.
  private var last = Kind.start
  /// The scripts that the last base has, which each may have once.
  private var marks = ""

  private enum Kind { case start, space, letter, closing, digit, script, other }

  init(_ text: String) { characters = Array(text) }

  private func peek(_ offset: Int = 0) -> Character? {
    index + offset < characters.count ? characters[index + offset] : nil
  }

  private func starts(_ text: String) -> Bool { characters[index...].starts(with: text) }

  /// The arrows, longest first, with the commands that set them.
  private static let arrows = [
    ("<=>>", "\\xrightleftharpoons"), ("<<=>", "\\xrightleftharpoons"),
    ("<-->", "\\xrightleftarrows"), ("<=>", "\\xrightleftharpoons"),
    ("<->", "\\xleftrightarrow"), ("->", "\\xrightarrow"), ("<-", "\\xleftarrow"),
  ]

  mutating func translated() -> String {
    while let character = peek() {
      if let (sign, command) = Self.arrows.first(where: { starts($0.0) }) {
        index += sign.count
        arrow(command)
        continue
      }
      index += 1
      read(character)
    }
    return output
  }

  private mutating func read(_ character: Character) {
    switch character {
    case " ", "\t", "\n":
      space()
    case "A"..."Z", "a"..."z": letters(character)
    case "0"..."9": number(character)
    case "+", "-", "−": sign(character)
    case "^": raised()
    case "_": script("_")
    case "=": bond("{=}")
    case "#": bond("{\\equiv}")
    case "*", ".", "·": bond("{\\cdot}")
    case "(", "[": add(String(character), .other)
    case ")", "]": add(String(character), .closing)
    case "$": math()
    case "{": add("\\text{\(group())}", .letter)
    case "\\": command()
    case "%": add("\\%", .other)
    default: add(String(character), .other)
    }
  }

  private mutating func add(_ text: String, _ kind: Kind) {
    if kind == .script, let mark = text.first {
      // A second one of a kind stands behind the first.
      if marks.contains(mark) {
        output += "{}"
        marks = ""
      }
      marks.append(mark)
    } else {
      marks = ""
    }
    output += text
    last = kind
  }

  private mutating func space() {
    // A precipitate or a gas: a v or a ^ by itself.
    if let next = peek(), next == "v" || next == "^", peek(1).map({ $0 == " " }) ?? true {
      index += 1
      return add(next == "v" ? "\\downarrow{}" : "\\uparrow{}", .other)
    }
    if last != .start { output += last == .digit ? "\\," : "\\mkern2mu " }
    last = .space
  }

  private mutating func letters(_ first: Character) {
    var word = String(first)
    while let next = peek(), next.isASCII, next.isLetter {
      word.append(next)
      index += 1
    }
    // A single small letter by itself is a number, as in “n H2O”.
    let isVariable =
      word.count == 1 && first.isLowercase && (last == .start || last == .space)
      && (peek().map { $0 == " " } ?? true)
    add(isVariable ? word : "\\mathrm{\(word)}", .letter)
  }

  private mutating func number(_ first: Character) {
    var digits = String(first)
    while let next = peek(), next.isASCII,
      next.isNumber || ((next == "." || next == ",") && (peek(1)?.isNumber ?? false))
    {
      digits.append(next)
      index += 1
    }
    switch last {
    case .letter, .closing: add("_{\(digits)}", .script)
    default:
      if peek() == "/", peek(1)?.isNumber ?? false {
        index += 1
        var below = ""
        while let next = peek(), next.isNumber {
          below.append(next)
          index += 1
        }
        add("\\tfrac{\(digits)}{\(below)}\\,", .other)
      } else {
        add(
          digits + (peek().map { $0.isLetter || $0 == "(" || $0 == "[" } ?? false ? "\\," : ""),
          .digit)
      }
    }
  }

  /// A plus or minus: between spaces an operation, behind a letter a charge, before one a bond.
  private mutating func sign(_ character: Character) {
    let sign = character == "+" ? "+" : "-"
    let next = peek()
    let isCharge =
      (last == .letter || last == .closing || last == .script)
      && (character == "+" || next.map { !$0.isLetter && $0 != "(" && $0 != "[" } ?? true)
    if isCharge {
      add("^{\(sign)}", .script)
    } else if last == .space || last == .start {
      add(last == .start ? "{\(sign)}" : "\\mathbin{\(sign)}", .other)
    } else {
      bond("{\(sign)}")
    }
  }

  private mutating func bond(_ text: String) { add(text, .other) }

  private mutating func raised() {
    if last == .start || last == .space || last == .other { output += "{}" }
    if peek() == "{" { return script("^") }
    var charge = ""
    if let next = peek(), next.isLetter, let sign = peek(1), "+-−".contains(sign) {
      charge.append(next)
      index += 1
    }
    while let next = peek(), next.isNumber || "+-−.".contains(next) {
      charge.append(next == "−" ? "-" : next)
      index += 1
    }
    if charge.isEmpty { return script("^") }
    add("^{\(charge)}", .script)
  }

  private mutating func script(_ mark: String) {
    if last == .start || last == .space { output += "{}" }
    guard let next = peek() else { return }
    index += 1
    var content = next == "{" ? group() : String(next)
    if next == "\\" {
      while let letter = peek(), letter.isLetter {
        content.append(letter)
        index += 1
      }
    }
    if next == "$" {
      content = ""
      while let letter = peek(), letter != "$" {
        content.append(letter)
        index += 1
      }
      index += 1
    }
    content.removeAll { $0 == "$" }
    // Numbers are upright, names too; single letters are variables.
    if content.count > 1, content.allSatisfy({ $0.isASCII && $0.isLetter }) {
      content = "\\mathrm{\(content)}"
    }
    add("\(mark){\(content)}", .script)
    // Above and below one another at the beginning, as in ^{14}_6C.
    if let next = peek(), next == "^" || next == "_", String(next) != mark { last = .script }
  }

  /// Reads up to the closing brace.
  private mutating func group() -> String {
    var depth = 0
    var text = ""
    while let next = peek() {
      index += 1
      if next == "}", depth == 0 { break }
      if next == "{" { depth += 1 }
      if next == "}" { depth -= 1 }
      text.append(next)
    }
    return text
  }

  private mutating func math() {
    var text = ""
    while let next = peek() {
      index += 1
      if next == "$" { break }
      text.append(next)
    }
    add("{\(text)}", .letter)
  }

  /// A command with the groups behind it.
  private mutating func command() {
    var text = "\\"
    if let next = peek(), !next.isLetter {
      index += 1
      return add(text + String(next), .other)
    }
    while let next = peek(), next.isASCII, next.isLetter {
      text.append(next)
      index += 1
    }
    if text == "\\bond", peek() == "{" {
      index += 1
      let bonds = [
        "-": "{-}", "1": "{-}", "=": "{=}", "2": "{=}", "#": "{\\equiv}", "3": "{\\equiv}",
        "...": "{\\cdots}", "....": "{\\cdots}", "->": "{\\rightarrow}", "<-": "{\\leftarrow}",
        "~": "{\\cdots}",
      ]
      return add(bonds[group()] ?? "\\bond", .other)
    }
    while peek() == "{" {
      index += 1
      text += "{\(group())}"
    }
    add(text + " ", .letter)
  }

  private mutating func arrow(_ command: String) {
    var labels: [String] = []
    while labels.count < 2, peek() == "[" {
      index += 1
      var depth = 0
      var text = ""
      while let next = peek() {
        index += 1
        if next == "]", depth == 0 { break }
        if next == "[" || next == "{" { depth += 1 }
        if next == "]" || next == "}" { depth -= 1 }
        text.append(next)
      }
      var reader = ChemistryReader(text)
      labels.append(reader.translated())
    }
    let above = labels.first ?? ""
    let below = labels.count > 1 ? "[\(labels[1])]" : ""
    while peek() == " " { index += 1 }
    add("\\mkern3mu\(command)\(below){\(above.isEmpty ? "\\quad" : above)}\\mkern3mu ", .space)
    last = .start
  }
}
