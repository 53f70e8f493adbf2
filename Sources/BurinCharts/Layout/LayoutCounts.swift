/// The amount of work of a rendering, for tests that nothing is done twice.
package struct LayoutCounts: Hashable, Sendable {
  /// The number of texts, whatever their widths.
  package var texts = 0
  /// The number of shapings: one for each text, and one more for each width that breaks it
  /// differently.
  package var shapedTexts = 0
  /// The number of formulas.
  package var formulas = 0
  /// The number of typesettings of formulas.
  package var setFormulas = 0
  /// The estimated bytes that texts and formulas take in the rendering's memos.
  package var bytes = 0
  /// The number of charts whose space around the plot was solved.
  package var solvedCharts = 0
}
