import BurinGeometry
import BurinScene

extension InkSurvey {
  /// Charts in which nothing is drawn.
  func emptyPanels(_ rule: LintRule) -> [Finding] {
    charts.compactMap { chart in
      let hasMarks = inks.contains { ink in
        ink.groups.contains(chart.group) && ink.shown != nil
          && (ink.roles.contains(.mark) || ink.roles.contains(.annotation))
      }
      guard !hasMarks else { return nil }
      return Finding(
        rule: rule, node: chart.node, problem: "the chart shows no mark",
        measure: Measure(0, "marks"), limit: Measure(1, "mark"),
        fix: "give it data within its axes, or leave it out",
        bounds: chart.bounds ?? Rect(origin: .zero, size: scene.size))
    }
  }
}
