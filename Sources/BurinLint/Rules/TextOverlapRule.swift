import BurinGeometry
import BurinInk
import BurinScene

extension InkSurvey {
  /// Returns findings for texts that overlap other texts.
  func textOverlaps(_ rule: LintRule, _ tolerance: Double) -> [Finding] {
    var findings: [Finding] = []
    for (index, text) in texts.enumerated() {
      for number in texts(in: text.ink.bounds) where number > index {
        let other = texts[number]
        guard let common = text.ink.bounds.intersection(other.ink.bounds) else { continue }
        if let formula = text.ink.formula, formula == other.ink.formula { continue }
        if continues(text, other) || continues(other, text) { continue }
        if let clip = text.ink.clip, !clip.intersects(common) { continue }
        if let clip = other.ink.clip, !clip.intersects(common) { continue }
        let depth = text.quad.overlap(other.quad)
        guard depth > tolerance else { continue }
        findings.append(
          Finding(
            rule: rule, node: other.ink.node,
            problem: "\(other.name) overlaps \(text.name) of \(place(text.ink))",
            measure: Measure(depth, "pt"), limit: Measure(tolerance, "pt"),
            fix: "move one of them or shorten it", bounds: common))
      }
    }
    return findings
  }

  /// Returns whether a run starts on the same line where another ends.
  private func continues(_ first: Text, _ second: Text) -> Bool {
    first.ink.transform == second.ink.transform && first.run.isContinued(by: second.run)
  }
}
