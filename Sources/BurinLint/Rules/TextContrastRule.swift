import BurinGeometry
import BurinInk
import BurinScene

extension InkSurvey {
  /// Returns findings for texts that hardly contrast with their background.
  func faintText(_ rule: LintRule, _ limit: Double, _ largeLimit: Double) -> [Finding] {
    texts.compactMap { text in
      let limit = isLarge(text) ? largeLimit : limit
      let worst = contrast(text)
      guard worst.contrast < limit - InkLimits.rounding else { return nil }
      return Finding(
        rule: rule, node: text.ink.node,
        problem: "\(text.name) in \(text.run.color) on \(worst.ground) is faint",
        measure: Measure(worst.contrast, ":1"), limit: Measure(limit, ":1"),
        fix: "use a darker or lighter colour", bounds: text.ink.bounds)
    }
  }

  /// Whether a text is below the limits of WCAG.
  func isFaint(_ text: Text) -> Bool {
    let limit = isLarge(text) ? InkLimits.largeTextContrast : InkLimits.textContrast
    return contrast(text).contrast < limit - InkLimits.rounding
  }

  private func contrast(_ text: Text) -> (contrast: Double, ground: RGBColor) {
    let color = text.run.color.opacity(text.ink.opacity)
    return backdrop.contrast(of: color, text.ink, in: text.quad)
  }

  /// Whether a text is large by WCAG.
  private func isLarge(_ text: Text) -> Bool {
    let size = text.run.size * text.ink.scale
    return size >= InkLimits.largeText
      || (isBold(text.run.font) && size >= InkLimits.largeBoldText)
  }

  /// Returns whether a face is of weight 700 or more, by its PostScript name.
  private func isBold(_ font: FontID) -> Bool {
    let name = font.postScriptName.lowercased()
    if name.contains("semibold") || name.contains("demibold") { return false }
    return ["bold", "black", "heavy"].contains { name.contains($0) }
  }
}
