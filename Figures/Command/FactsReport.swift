import BurinFigures
import BurinGolden
import BurinScene

/// The facts of figures as text for people and JSON for programs.
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
