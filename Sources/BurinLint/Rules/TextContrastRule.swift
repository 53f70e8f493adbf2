import BurinGeometry
import BurinScene

extension InkSurvey {
  /// Texts that hardly stand out from what lies under them.
  func faintText(_ rule: LintRule, _ limit: Double, _ largeLimit: Double) -> [Finding] {
    let backdrop = Backdrop(self)
    return texts.compactMap { text in
      let bold = isBold(text.run.font)
      let size = text.run.size * text.ink.scale
      let limit = size >= 18 || (bold && size >= 14) ? largeLimit : limit
      let color = text.run.color.opacity(text.ink.opacity)
      var worst = Double.infinity
      var worstBackdrop = backdrop.page
      // Along the middle of the ink: a text may begin on a bar and end beside it.
      for fraction in [0.1, 0.3, 0.5, 0.7, 0.9] {
        let under = backdrop.color(at: text.quad.point(fraction, 0.5), before: text.ink.order)
        let contrast = color.over(under).contrast(with: under)
        if contrast < worst { (worst, worstBackdrop) = (contrast, under) }
      }
      guard worst < limit - 0.005 else { return nil }
      return Finding(
        rule: rule, node: text.ink.node,
        problem: "\(text.name) in \(text.run.color) on \(worstBackdrop) is faint",
        measure: Measure(worst, ":1"), limit: Measure(limit, ":1"),
        fix: "use a darker or lighter colour", bounds: text.ink.bounds)
    }
  }

  /// Whether a face is of weight 700 or more, by its PostScript name.
  private func isBold(_ font: FontID) -> Bool {
    let name = font.postScriptName.lowercased()
    if name.contains("semibold") || name.contains("demibold") { return false }
    return ["bold", "black", "heavy"].contains { name.contains($0) }
  }
}
