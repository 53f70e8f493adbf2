/// Finds the formulas between dollar signs in a text.
enum InlineFormula {
  enum Piece: Hashable {
    case text(String)
    case formula(String)
  }

  /// Cuts a text at its dollar signs; `\$` is a dollar sign of the text.
  static func split(_ string: String) throws -> [Piece] {
    guard string.contains("$") else { return string.isEmpty ? [] : [.text(string)] }
    var pieces: [Piece] = []
    var current = ""
    var inside = false
    var escaped = false
    for character in string {
      if escaped {
        current += character == "$" && !inside ? "$" : "\\\(character)"
        escaped = false
      } else if character == "\\" {
        escaped = true
      } else if character == "$" {
        if !current.isEmpty { pieces.append(inside ? .formula(current) : .text(current)) }
        current = ""
        inside.toggle()
      } else {
        current.append(character)
      }
    }
    if escaped { current += "\\" }
    guard !inside else {
      throw ChartError.invalid(
        "text “\(string)” opens a formula with $ and does not close it; write \\$ for a dollar sign")
    }
    if !current.isEmpty { pieces.append(.text(current)) }
    return pieces
  }
}
