/// Finds formulas between dollar signs and bold words between double asterisks in a text.
enum InlineMarkup {
  enum Piece: Hashable {
    case text(String, isBold: Bool)
    case formula(String)
  }

  /// Cuts a text at its marks; `\$` and `\*` are signs of the text.
  static func split(_ string: String) throws -> [Piece] {
    guard string.contains("$") || string.contains("**") || string.contains("\\*") else {
      return raised(string, isBold: false)
    }
    var pieces: [Piece] = []
    var current = ""
    var inFormula = false
    var isBold = false
    func flush() {
      if !current.isEmpty {
        pieces +=
          inFormula ? [.formula(scripted(current))] : raised(current, isBold: isBold)
      }
      current = ""
    }
    var rest = Substring(string)
    while let character = rest.first {
      rest = rest.dropFirst()
      switch character {
      case "\\" where rest.first == "$" || (rest.first == "*" && !inFormula):
        if inFormula { current += "\\" }
        current.append(rest.removeFirst())
      case "$":
        flush()
        inFormula.toggle()
      case "*" where !inFormula && rest.first == "*":
        flush()
        rest = rest.dropFirst()
        isBold.toggle()
      default:
        current.append(character)
      }
    }
    guard !inFormula else {
      throw ChartError.invalid(
        "text “\(string)” opens a formula with $ and does not close it; write \\$ for a dollar sign"
      )
    }
    guard !isBold else {
      throw ChartError.invalid(
        "text “\(string)” opens bold letters with ** and does not close them")
    }
    flush()
    return pieces
  }

  /// Makes formulas of powers whose exponent has other signs than ¹, ² and ³, such as `10⁻⁷`.
  ///
  /// Few text fonts have the others; raising ordinary ones looks the same in all of them.
  private static func raised(_ string: String, isBold: Bool) -> [Piece] {
    var pieces: [Piece] = []
    var current = ""
    var rest = Substring(string)
    while let character = rest.first {
      let exponent = rest.prefix { superscripts[$0] != nil }
      if exponent.contains(where: { !"¹²³".contains($0) }) {
        let base = String(
          current.reversed().prefix { $0.isASCII && ($0.isNumber || $0.isLetter) }.reversed())
        current.removeLast(base.count)
        if !current.isEmpty { pieces.append(.text(current, isBold: isBold)) }
        current = ""
        let level = String(exponent.compactMap { superscripts[$0] })
        pieces.append(.formula("\\text{\(base)}^{\\text{\(level)}}"))
        rest = rest.dropFirst(exponent.count)
      } else {
        current.append(character)
        rest = rest.dropFirst()
      }
    }
    if !current.isEmpty { pieces.append(.text(current, isBold: isBold)) }
    return pieces
  }

  /// The source of a formula with exponents that have a sign written as superscripts.
  private static func scripted(_ source: String) -> String {
    var result = ""
    var rest = Substring(source)
    while let character = rest.first {
      let exponent = rest.prefix { superscripts[$0] != nil }
      if exponent.contains(where: { $0 == "⁻" || $0 == "⁺" }) {
        result += "^{\(String(exponent.compactMap { superscripts[$0] }))}"
        rest = rest.dropFirst(exponent.count)
      } else {
        result.append(character)
        rest = rest.dropFirst()
      }
    }
    return result
  }

  private static let superscripts: [Character: Character] = [
    "⁻": "\u{2212}", "⁺": "+", "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6",
    "⁷": "7", "⁸": "8", "⁹": "9",
  ]
}
