import Burin
public import BurinLint

extension FigureRendering {
  /// Checks the picture, including the numbers in its texts.
  ///
  /// ```swift
  /// @Test func coinIsClean() throws {
  ///   #expect(try Coin().rendering().lint() == [])
  /// }
  /// ```
  ///
  /// A failing expectation lists the findings, one per line.
  public func lint(_ rules: [LintRule] = LintRule.standard) -> [Finding] {
    scene.lint(
      rules,
      context: LintContext(
        facts: facts.map {
          LintContext.Number(
            name: $0.name, value: $0.value, unit: $0.unit, decimals: $0.decimals)
        }, inputs: inputs))
  }
}
