/// How much work a rendering has done, for tests that hold it to doing nothing twice.
package struct LayoutCounts: Hashable, Sendable {
  /// The texts, whatever their widths.
  package var texts = 0
  /// How often a text was shaped: once for each, and once more for each width that breaks it anew.
  package var shapedTexts = 0
  /// The formulas.
  package var formulas = 0
  /// How often a formula was set.
  package var setFormulas = 0
  /// The bytes that texts and formulas take in the rendering's memos, as estimated.
  package var bytes = 0
  /// The charts whose room around the plot was solved.
  package var solvedCharts = 0
}
