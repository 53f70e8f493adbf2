import BurinFigures
import BurinGolden
import BurinScene

/// The sentences of figures with their conditions, as text for people and JSON for programs.
enum StatementsReport {
  /// The sentences of one figure.
  struct Figure {
    var id: String
    var lines: [Line]

    init(id: String, statements: [Statement], language: Language, showsAll: Bool) {
      self.id = id
      lines = statements.map { statement in
        Line(
          name: statement.name, condition: statement.condition, holds: statement.holds,
          isShown: statements.shown(at: statement.place)?.name == statement.name,
          sentence: statement.text(language).plain.split(whereSeparator: \.isNewline).joined(
            separator: " "))
      }.filter { showsAll || $0.isShown }
    }
  }

  /// A sentence.
  struct Line {
    var name: String
    var condition: String
    var holds: Bool
    var isShown: Bool
    var sentence: String

    var mark: String { isShown ? "→" : holds ? "+" : "–" }
  }

  /// Returns two lines for each sentence: whether it holds, its name and condition; what it says.
  static func text(_ figures: [Figure]) -> String {
    let all = figures.flatMap(\.lines)
    let lines = figures.flatMap { figure in
      [figure.id]
        + figure.lines.flatMap { line in
          ["  \(line.mark) \(line.name): \(line.condition)", "      \(line.sentence)"]
        }
    }
    let counts =
      "\(all.count) statement\(all.count == 1 ? "" : "s"): \(all.count { $0.holds }) hold, "
      + "\(all.count { $0.isShown }) shown"
    return (lines + [counts]).joined(separator: "\n")
  }

  /// `{"<id>": [{"name": …, "condition": …, "holds": …, "shown": …, "sentence": …}, …]}`.
  static func json(_ figures: [Figure]) -> String {
    let entries = figures.map { figure in
      let objects = figure.lines.map { line in
        "    {\"name\": \(JSONText.quoted(line.name)), "
          + "\"condition\": \(JSONText.quoted(line.condition)), \"holds\": \(line.holds), "
          + "\"shown\": \(line.isShown), \"sentence\": \(JSONText.quoted(line.sentence))}"
      }
      return "  \(JSONText.quoted(figure.id)): [\n" + objects.joined(separator: ",\n") + "\n  ]"
    }
    return "{\n" + entries.joined(separator: ",\n") + "\n}"
  }
}
