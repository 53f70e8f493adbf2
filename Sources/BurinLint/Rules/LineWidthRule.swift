import BurinGeometry
import BurinInk
import BurinScene

extension InkSurvey {
  /// Returns findings for lines that are too thin to be drawn evenly at the displayed size.
  func thinLines(_ rule: LintRule, _ minimum: Double, displayWidth: Double) -> [Finding] {
    let shrink = shrink(toWidth: displayWidth)
    return inks.compactMap { ink in
      guard let item = ink.path, let stroke = item.stroke, stroke.paint.isVisible
      else { return nil }
      let width = stroke.width * ink.scale * shrink
      guard width < minimum - InkLimits.rounding else { return nil }
      return Finding(
        rule: rule, node: ink.node,
        problem: "a line is too thin"
          + (shrink < 1 ? " at \(Measure(displayWidth, "pt")) wide" : ""),
        measure: Measure(width, "pt"), limit: Measure(minimum, "pt"),
        fix: "increase the line width",
        bounds: ink.shown ?? ink.bounds)
    }
  }
}
