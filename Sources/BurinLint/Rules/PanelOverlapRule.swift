import BurinGeometry
import BurinInk
import BurinScene

extension InkSurvey {
  /// Returns findings for charts that overlap others.
  func panelOverlaps(_ rule: LintRule, _ tolerance: Double) -> [Finding] {
    var findings: [Finding] = []
    for (index, chart) in charts.enumerated() {
      for other in charts[(index + 1)...] where !other.groups.contains(chart.group) {
        guard let a = chart.bounds, let b = other.bounds, let common = a.intersection(b) else {
          continue
        }
        let depth = min(common.width, common.height)
        guard depth > tolerance else { continue }
        findings.append(
          Finding(
            rule: rule, node: other.node, problem: "the chart overlaps \(chart.node)",
            measure: Measure(depth, "pt"), limit: Measure(tolerance, "pt"),
            fix: "place them side by side, or make one an inset of the other", bounds: common))
      }
    }
    return findings
  }
}
