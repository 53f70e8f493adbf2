/// Finds formulas between dollar signs and bold words between double asterisks in a text.
enum InlineMarkup {
  enum Piece: Hashable {
    case text(String, isBold: Bool)
    case formula(String)
  }

  /// Cuts a text at its marks; `\$` and `\*` are signs of the text.
  static func split(_ string: String) throws -> [Piece] {
    guard string.contains("$") || string.contains("**") || string.contains("\\*") else {
      return string.isEmpty ? [] : [.text(string, isBold: false)]
    }
    var pieces: [Piece] = []
    var current = ""
    var inFormula = false
    var isBold = false
    func flush() {
      if !current.isEmpty {
        pieces.append(inFormula ? .formula(current) : .text(current, isBold: isBold))
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
}
