import BurinFigures
import BurinGolden
import BurinScene
import Figures

/// The tutorial's claims with their verdicts, as text for people and JSON for programs.
struct ClaimsReport {
  let checks: [(claim: Claim, check: Claim.Check)]
  let showsAgreeing: Bool

  private var shown: [(claim: Claim, check: Claim.Check)] {
    checks.filter { showsAgreeing || $0.check.verdict != .agree }
  }

  private func count(_ verdict: Claim.Verdict) -> Int {
    checks.count { $0.check.verdict == verdict }
  }

  /// A table with a line for each claim and one below for its note, then the counts.
  var text: String {
    let rows = shown.map { claim, check in
      [claim.section, check.verdict.rawValue, claim.place.rawValue, sentence(claim, check)]
    }
    let widths = (0..<3).map { column in rows.map { $0[column].count }.max() ?? 0 }
    let indent = String(repeating: " ", count: widths.reduce(0) { $0 + $1 + 2 })
    let lines = zip(rows, shown).flatMap { row, entry in
      let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
      let line = (cells + row.suffix(1)).joined(separator: "  ")
      return entry.claim.note.isEmpty ? [line] : [line, "\(indent)(\(entry.claim.note))"]
    }
    let counts =
      "\(checks.count) claims: \(count(.agree)) agree, \(count(.differ)) differ, "
      + "\(count(.remark)) remarks"
    return (lines + [counts]).joined(separator: "\n")
  }

  /// Returns what is claimed and what is computed: `H(desert): 0.64 bits; computed 0.5412 bits`.
  private func sentence(_ claim: Claim, _ check: Claim.Check) -> String {
    "\(claim.subject): \(claim.printed)"
      + (check.computed.isEmpty ? "" : "; computed \(check.computed)")
  }

  /// `{"claims": [{"section": …, "printed": …, "verdict": …}, …], "agree": …, …}`.
  var json: String {
    let entries = shown.map { claim, check in
      var members = [
        ("section", JSONText.quoted(claim.section)),
        ("place", JSONText.quoted(claim.place.rawValue)),
        ("about", JSONText.quoted(claim.subject)), ("printed", JSONText.quoted(claim.printed)),
        ("computed", JSONText.quoted(check.computed)),
      ]
      if let value = check.value { members.append(("value", JSONText.number(value))) }
      if let decimals = check.decimals { members.append(("decimals", "\(decimals)")) }
      if !check.unit.isEmpty { members.append(("unit", JSONText.quoted(check.unit))) }
      members.append(("verdict", JSONText.quoted(check.verdict.rawValue)))
      if !claim.note.isEmpty { members.append(("note", JSONText.quoted(claim.note))) }
      return "    {" + members.map { "\(JSONText.quoted($0)): \($1)" }.joined(separator: ", ") + "}"
    }
    return "{\n  \"claims\": [\n" + entries.joined(separator: ",\n") + "\n  ],\n"
      + "  \"agree\": \(count(.agree)), \"differ\": \(count(.differ)), "
      + "\"remark\": \(count(.remark))\n}"
  }
}
