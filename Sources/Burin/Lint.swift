public import BurinCharts
public import BurinLint

extension FigureContent {
  /// Lays the content out as a picture of its own and checks it.
  ///
  /// ```swift
  /// #expect(try chart.lint() == [])
  /// ```
  ///
  /// - Throws: what ``FigureContent/render(_:_:)`` throws.
  public func lint(
    _ rules: [LintRule] = LintRule.chart, _ options: RenderOptions = RenderOptions()
  ) throws -> [Finding] {
    try scene(
      width: options.width, height: options.height, title: options.title,
      altText: options.altText, theme: options.theme, language: options.language,
      region: options.region
    ).scene.lint(rules)
  }
}
