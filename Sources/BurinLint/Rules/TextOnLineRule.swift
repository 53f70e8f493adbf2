import BurinGeometry
import BurinScene

extension InkSurvey {
  /// Strokes and thin shapes across texts.
  func textOnLines(_ rule: LintRule, _ inset: Double) -> [Finding] {
    var findings: [Finding] = []
    let page = scene.background.over(.white)
    let lines = inks.filter { !$0.roles.contains(.grid) && !$0.roles.contains(.decoration) }
      .compactMap(DrawnLine.init)
      // A rim in the colour of the page is the gap between two areas, not a line.
      .filter { $0.color != page }
    let plates = inks.compactMap(PaintedArea.init).filter(\.isOpaque)
    for text in texts where !haloed.contains(text.ink.order) {
      let quad = text.quad.inset(by: inset)
      let bounds = quad.bounds
      for line in lines where line.ink.bounds.inset(by: -0.1).intersects(bounds) {
        guard !belongs(line.ink, to: text.ink), let depth = line.depth(in: quad) else { continue }
        let isCovered = plates.contains { plate in
          plate.ink.order > line.ink.order && plate.ink.order < text.ink.order
            && quad.corners.allSatisfy(plate.contains)
        }
        if isCovered { continue }
        findings.append(
          Finding(
            rule: rule, node: text.ink.node,
            problem: "\(text.name) is crossed by a line of \(place(line.ink))",
            measure: Measure(depth + inset, "pt"), limit: Measure(inset, "pt"),
            fix: "move one of them, or put an opaque plate under the text",
            bounds: text.ink.bounds))
      }
    }
    return findings
  }

  /// Whether a line is part of a text: an underline, a fraction bar, a label's own rule.
  private func belongs(_ line: Ink, to text: Ink) -> Bool {
    if let formula = line.formula, formula == text.formula { return true }
    guard let group = line.groups.last, group == text.groups.last, let role = line.roles.last
    else { return false }
    return [.text, .formula, .part, .title, .caption, .label].contains(role)
  }
}
