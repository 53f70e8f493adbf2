import BurinGeometry
import BurinInk
import BurinScene

extension InkSurvey {
  /// Returns findings for texts that stand out from their background less than readers need.
  func dimText(_ rule: LintRule, _ limit: Double, _ largeLimit: Double) -> [Finding] {
    texts.compactMap { text in
      let size = text.run.size * text.ink.scale
      let limit = size >= InkLimits.largeText ? largeLimit : limit
      let color = text.run.color.opacity(text.ink.opacity)
      var worst: (contrast: Double, ground: RGBColor)?
      for fraction in InkLimits.textSamples {
        let point = text.quad.point(fraction, 0.5)
        let ground = backdrop.color(at: point, before: text.ink.order)
        let shown =
          text.ink.setting.isBlended
          ? backdrop.color(of: color, text.ink, at: point) : color.over(ground)
        let contrast = abs(shown.perceivedContrast(on: ground))
        if worst.map({ contrast < $0.contrast }) ?? true { worst = (contrast, ground) }
      }
      guard let worst, worst.contrast < limit - InkLimits.rounding, !isFaint(text) else {
        return nil
      }
      return Finding(
        rule: rule, node: text.ink.node,
        problem: "\(text.name) in \(text.run.color) on \(worst.ground) is dim",
        measure: Measure(worst.contrast, "Lc"), limit: Measure(limit, "Lc"),
        fix: "use a darker or lighter colour", bounds: text.ink.bounds)
    }
  }
}
