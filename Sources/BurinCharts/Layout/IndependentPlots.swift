import BurinGeometry

extension FigureContent {
  /// Excludes the plots of the content from the alignment with the plots of its neighbours.
  ///
  /// ```swift
  /// HStack {
  ///   Chart { … }
  ///   VStack { Table(…) { … }; Chart { … } }.independentPlots()
  /// }
  /// ```
  ///
  /// Without it, the left plot would begin where the right one does, below the table.
  public func independentPlots() -> ModifiedContent {
    modified { IndependentPlotsBlock(child: try $0.measured(in: $1)) }
  }
}

private struct IndependentPlotsBlock: WrapperBlock {
  var child: MeasuredBlock

  func plotInsets(in size: Size) -> Insets? { nil }

  func draw(in rect: Rect, plotInsets: Insets?) throws -> Drawing {
    try child.draw(in: rect, plotInsets: nil)
  }
}
