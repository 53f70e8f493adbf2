import BurinGeometry
import BurinInk
import BurinScene

extension InkSurvey {
  /// Returns findings for bars that are not shown from zero to their value.
  func truncatedBars(_ rule: LintRule, _ tolerance: Double) -> [Finding] {
    inks.compactMap { ink in
      guard ink.setting.isLength, let clip = ink.clip,
        ink.shown != nil
      else { return nil }
      let bounds = ink.bounds
      let excess = max(
        clip.minX - bounds.minX, bounds.maxX - clip.maxX, clip.minY - bounds.minY,
        bounds.maxY - clip.maxY)
      guard excess > tolerance else { return nil }
      return Finding(
        rule: rule, node: ink.node,
        problem: "the axis truncates the bar, so that lengths are not comparable",
        measure: Measure(excess, "pt"), limit: Measure(tolerance, "pt"),
        fix: "extend the axis from zero to the largest value, or draw points",
        bounds: ink.shown ?? clip)
    }
  }
}
