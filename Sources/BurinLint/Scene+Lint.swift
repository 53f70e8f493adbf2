public import BurinScene

extension Scene {
  /// Checks the scene and returns what is wrong with it, rule by rule, in painting order.
  ///
  /// ```swift
  /// for finding in scene.lint() { print(finding) }
  /// // text overlap: chart › x axis › tick 4: "0.5" overlaps "0.6" by 3.2 pt (limit 0.5): …
  /// ```
  public func lint(_ rules: [LintRule] = LintRule.standard) -> [Finding] {
    let survey = InkSurvey(self)
    return rules.flatMap { rule in
      switch rule {
      case .textOverlap(let tolerance): survey.overlaps(rule, tolerance)
      case .cutOff(let tolerance): survey.cutOff(rule, tolerance, canvas: size)
      case .textOnLine(let inset): survey.crossings(rule, inset)
      case .textSize(let minimum, let scripts): survey.smallText(rule, minimum, scripts)
      case .contrast(let text, let largeText):
        survey.faintText(rule, text, largeText, background: background)
      case .missingGlyph: survey.missingGlyphs(rule)
      }
    }
  }
}
