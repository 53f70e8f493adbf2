import BurinGeometry
import BurinInk
import BurinScene

extension InkSurvey {
  /// Returns findings for strokes and thin shapes across texts.
  func textOnLines(_ rule: LintRule, _ inset: Double) -> [Finding] {
    var findings: [Finding] = []
    for text in texts where !haloed.contains(text.ink.order) {
      let quad = text.quad.inset(by: inset)
      for (number, depth) in crossings(of: quad) {
        let line = lines.lines[number]
        guard !belongs(line.ink, to: text.ink), !isCovered(line, from: quad, text) else {
          continue
        }
        findings.append(
          Finding(
            rule: rule, node: text.ink.node,
            problem: "\(text.name) is crossed by a line of \(place(line.ink))",
            measure: Measure(depth + inset, "pt"), limit: Measure(inset, "pt"),
            fix: "move one of them, or add an opaque background to the text",
            bounds: text.ink.bounds))
      }
    }
    return findings
  }

  /// Returns the lines that reach into a quad and their depths, in painting order.
  private func crossings(of quad: ConvexQuad) -> [(line: Int, depth: Double)] {
    var depths: [Int: Double] = [:]
    lines.forEach(in: quad.bounds) { number, segment in
      let line = lines.lines[number]
      guard !line.ink.isIn(.grid), !line.ink.isIn(.decoration),
        // A rim in the colour of the page is the gap between two areas, not a line.
        !line.isGap(on: backdrop.page), let depth = line.depth(of: segment, in: quad)
      else { return }
      depths[number] = max(depths[number] ?? 0, depth)
    }
    return depths.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Returns whether an opaque background separates a line from the whole of a text.
  private func isCovered(_ line: InkLine, from quad: ConvexQuad, _ text: Text) -> Bool {
    var isCovered = false
    areaIndex.visit(in: Rect(quad.center, quad.center)) { number in
      let plate = areas[number]
      isCovered =
        plate.ink.order > line.ink.order && plate.ink.order < text.ink.order && plate.isOpaque
        && quad.corners.allSatisfy(plate.contains)
      return !isCovered
    }
    return isCovered
  }

  /// Returns whether a line is part of a text: an underline, a fraction bar, a label's own rule.
  private func belongs(_ line: Ink, to text: Ink) -> Bool {
    if let formula = line.formula, formula == text.formula { return true }
    guard let group = line.groups.last, group == text.groups.last, let role = line.role
    else { return false }
    return [.text, .formula, .part, .title, .caption, .label].contains(role)
  }
}
