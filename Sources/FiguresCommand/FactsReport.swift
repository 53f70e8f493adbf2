import Burin

/// The facts of figures as text for people and as JSON for programs.
enum FactsReport {
  static func text(_ figures: [(id: String, facts: Facts)]) -> String {
    figures.map { id, facts in
      let width = facts.map(\.name.count).max() ?? 0
      let lines = facts.map { fact in
        "  " + fact.name + String(repeating: " ", count: width - fact.name.count + 2) + fact.text
      }
      return ([id] + lines).joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// `{"<id>": {"<fact>": {"value": …, "unit": …}}}`; infinities are the strings `inf` and `-inf`.
  static func json(_ figures: [(id: String, facts: Facts)]) -> String {
    let entries = figures.map { id, facts in
      let members = facts.map { fact in
        "    \(JSONText.quoted(fact.name)): {\"value\": \(JSONText.number(fact.value)), "
          + "\"unit\": \(JSONText.quoted(fact.unit))}"
      }
      return "  \(JSONText.quoted(id)): {\n" + members.joined(separator: ",\n") + "\n  }"
    }
    return "{\n" + entries.joined(separator: ",\n") + "\n}"
  }
}

/// The pieces of a JSON text (RFC 8259).
enum JSONText {
  /// A string with its quotation marks.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case _ where scalar.value < 0x20:
        let hex = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// The shortest number that reads back the same; a string where JSON has no number.
  static func number(_ value: Double) -> String {
    if value.isNaN { return "\"nan\"" }
    if value.isInfinite { return value < 0 ? "\"-inf\"" : "\"inf\"" }
    return "\(value)"
  }
}
