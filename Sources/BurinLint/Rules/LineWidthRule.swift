import BurinGeometry
import BurinInk
import BurinScene

extension InkSurvey {
  /// Lines that are too thin to be drawn evenly where the picture is shown.
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
        measure: Measure(width, "pt"), limit: Measure(minimum, "pt"), fix: "draw it wider",
        bounds: ink.shown ?? ink.bounds)
    }
  }
}
