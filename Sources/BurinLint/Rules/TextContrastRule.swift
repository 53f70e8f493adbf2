import BurinGeometry
import BurinInk
import BurinScene

extension InkSurvey {
  /// Returns findings for texts that hardly contrast with their background.
  func faintText(_ rule: LintRule, _ limit: Double, _ largeLimit: Double) -> [Finding] {
    texts.compactMap { text in
      let bold = isBold(text.run.font)
      let size = text.run.size * text.ink.scale
      let limit =
        size >= InkLimits.largeText || (bold && size >= InkLimits.largeBoldText)
        ? largeLimit : limit
      let color = text.run.color.opacity(text.ink.opacity)
      let worst = backdrop.contrast(of: color, in: text.quad, before: text.ink.order)
      guard worst.contrast < limit - InkLimits.rounding else { return nil }
      return Finding(
        rule: rule, node: text.ink.node,
        problem: "\(text.name) in \(text.run.color) on \(worst.ground) is faint",
        measure: Measure(worst.contrast, ":1"), limit: Measure(limit, ":1"),
        fix: "use a darker or lighter colour", bounds: text.ink.bounds)
    }
  }

  /// Returns whether a face is of weight 700 or more, by its PostScript name.
  private func isBold(_ font: FontID) -> Bool {
    let name = font.postScriptName.lowercased()
    if name.contains("semibold") || name.contains("demibold") { return false }
    return ["bold", "black", "heavy"].contains { name.contains($0) }
  }
}
