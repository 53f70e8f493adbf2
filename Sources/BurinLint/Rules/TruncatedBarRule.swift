import BurinGeometry
import BurinInk
import BurinScene

extension InkSurvey {
  /// Bars that are not shown from zero to their value.
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
        problem: "the axis cuts the bar, so that lengths do not compare",
        measure: Measure(excess, "pt"), limit: Measure(tolerance, "pt"),
        fix: "let the axis reach from zero to the largest value, or draw points",
        bounds: ink.shown ?? clip)
    }
  }
}
