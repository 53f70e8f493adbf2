import BurinFigures
import BurinGolden
import BurinScene

/// The findings of figures as text for people and JSON for programs.
enum LintReport {
  /// The findings in one picture.
  struct Entry: Sendable {
    var id: String
    var language: Language
    var findings: [Finding]
  }

  /// Returns one line for each finding, and a line that counts them.
  static func text(_ entries: [Entry]) -> String {
    let lines = entries.flatMap { entry in
      entry.findings.map { "\(entry.id).\(entry.language.code): \($0)" }
    }
    let count = lines.count
    let summary =
      "\(count) finding\(count == 1 ? "" : "s") in \(entries.count) picture\(entries.count == 1 ? "" : "s")"
    return (lines + [summary]).joined(separator: "\n")
  }

  /// Returns an array of objects, one for each finding.
  static func json(_ entries: [Entry]) -> String {
    let objects = entries.flatMap { entry in
      entry.findings.map { finding in
        let b = finding.bounds
        let members = [
          ("figure", JSONText.quoted(entry.id)),
          ("language", JSONText.quoted(entry.language.code)),
          ("rule", JSONText.quoted(finding.rule.name)),
          ("node", JSONText.quoted(finding.node)),
          ("problem", JSONText.quoted(finding.problem)),
          ("measure", json(finding.measure)), ("limit", json(finding.limit)),
          ("fix", JSONText.quoted(finding.fix)),
          (
            "bounds",
            "[" + [b.minX, b.minY, b.maxX, b.maxY].map(JSONText.number).joined(separator: ", ")
              + "]"
          ),
        ]
        return "  {" + members.map { "\(JSONText.quoted($0)): \($1)" }.joined(separator: ", ") + "}"
      }
    }
    return objects.isEmpty ? "[]" : "[\n" + objects.joined(separator: ",\n") + "\n]"
  }

  private static func json(_ measure: Measure) -> String {
    "{\"value\": \(JSONText.number(measure.value)), \"unit\": \(JSONText.quoted(measure.unit))}"
  }
}
