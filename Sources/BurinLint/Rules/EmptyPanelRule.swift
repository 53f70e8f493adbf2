import BurinGeometry
import BurinInk
import BurinScene

extension InkSurvey {
  /// Returns findings for charts in which nothing is drawn.
  func emptyPanels(_ rule: LintRule) -> [Finding] {
    let filled = inks.reduce(into: Set<Int>()) { filled, ink in
      if ink.isIn(.mark) || ink.isIn(.annotation), ink.shown != nil {
        filled.formUnion(ink.groups)
      }
    }
    return charts.compactMap { chart in
      guard !filled.contains(chart.group) else { return nil }
      return Finding(
        rule: rule, node: chart.node, problem: "the chart shows no mark",
        measure: Measure(0, "marks"), limit: Measure(1, "mark"),
        fix: "add data within its axes, or remove the chart",
        bounds: chart.bounds ?? Rect(origin: .zero, size: scene.size))
    }
  }
}
