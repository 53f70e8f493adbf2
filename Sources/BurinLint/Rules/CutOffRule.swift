import BurinGeometry
import BurinInk
import BurinScene

extension InkSurvey {
  /// Returns findings for ink beyond the canvas, and text that a clip cuts.
  func cutOff(_ rule: LintRule, _ tolerance: Double) -> [Finding] {
    let page = Rect(origin: .zero, size: scene.size)
    var findings: [Finding] = []
    for ink in inks {
      if let clip = ink.clip, ink.run != nil,
        !clip.contains(ink.bounds, tolerance: tolerance)
      {
        findings.append(
          Finding(
            rule: rule, node: ink.node, problem: "\(name(ink)) is cut by a clip",
            measure: Measure(excess(ink.bounds, clip), "pt"), limit: Measure(tolerance, "pt"),
            fix: "move it into the clip, or out of the clipped group", bounds: ink.bounds))
        continue
      }
      guard let shown = ink.shown, !page.contains(shown, tolerance: tolerance) else { continue }
      findings.append(
        Finding(
          rule: rule, node: ink.node, problem: "\(name(ink)) leaves the canvas",
          measure: Measure(excess(shown, page), "pt"), limit: Measure(tolerance, "pt"),
          fix: "enlarge the canvas or its margin", bounds: shown))
    }
    return findings
  }

  private func excess(_ rect: Rect, _ limit: Rect) -> Double {
    max(
      limit.minX - rect.minX, rect.maxX - limit.maxX, limit.minY - rect.minY,
      rect.maxY - limit.maxY)
  }
}
