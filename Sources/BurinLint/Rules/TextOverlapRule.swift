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

  /// Returns whether a run starts on the same line where another ends; italics then overlap a
  /// little.
  private func continues(_ first: Text, _ second: Text) -> Bool {
    guard let start = first.run.glyphs.first?.position,
      let next = second.run.glyphs.first?.position,
      first.ink.transform == second.ink.transform
    else { return false }
    let size = min(first.run.size, second.run.size)
    return abs(start.y - next.y) < 0.01 * size
      && abs(start.x + first.run.advance - next.x) < 0.2 * size
  }
}
