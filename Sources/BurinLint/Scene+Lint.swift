public import BurinScene

extension Scene {
  /// Checks the scene and returns the findings, rule by rule, in painting order.
  ///
  /// ```swift
  /// for finding in scene.lint() { print(finding) }
  /// // text overlap: chart › axis x › tick 4: "0.5" overlaps "0.6" of chart › axis x › tick 5:
  /// // 3.2 pt (limit 0.5 pt): move one of them or shorten it
  /// ```
  ///
  /// - Parameters:
  ///   - rules: the rules to apply, with their limits.
  ///   - context: the facts that the picture prints; nil to skip the rules that need them.
  public func lint(
    _ rules: [LintRule] = LintRule.standard, context: LintContext? = nil
  ) -> [Finding] {
    let survey = InkSurvey(self)
    return rules.flatMap { rule in
      switch rule {
      case .missingGlyph: survey.missingGlyphs(rule)
      case .cutOff(let tolerance): survey.cutOff(rule, tolerance)
      case .textOverlap(let tolerance): survey.textOverlaps(rule, tolerance)
      case .textOnLine(let inset): survey.textOnLines(rule, inset)
      case .textOnMark(let inset): survey.textOnMarks(rule, inset)
      case .textSize(let minimum, let scripts, let width):
        survey.smallText(rule, minimum, scripts, displayWidth: width)
      case .textContrast(let normal, let large): survey.faintText(rule, normal, large)
      case .perceivedContrast(let normal, let large): survey.dimText(rule, normal, large)
      case .graphicContrast(let minimum): survey.faintGraphics(rule, minimum)
      case .seriesColors(let distance): survey.alikeColors(rule, distance)
      case .hiddenData(let share): survey.hiddenData(rule, share)
      case .truncatedBar(let tolerance): survey.truncatedBars(rule, tolerance)
      case .tickDensity(let gap, let step): survey.denseTicks(rule, gap: gap, step: step)
      case .tickLabels: survey.equalTickLabels(rule)
      case .margin(let tolerance): survey.textInMargin(rule, tolerance)
      case .dataInk(let share): survey.unseenData(rule, share)
      case .emptyPanel: survey.emptyPanels(rule)
      case .lostMark: survey.lostMarks(rule)
      case .panelOverlap(let tolerance): survey.panelOverlaps(rule, tolerance)
      case .lineWidth(let minimum, let width):
        survey.thinLines(rule, minimum, displayWidth: width)
      case .factText:
        context.map { survey.wrongFacts(rule, $0) + survey.alikeFacts(rule, $0) } ?? []
      case .printedArithmetic: survey.wrongArithmetic(rule)
      case .labelReading(let gap): survey.misreadLabels(rule, gap: gap)
      case .altText(let length): survey.altText(rule, minimumLength: length, context)
      }
    }
  }
}
