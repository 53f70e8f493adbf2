import BurinGeometry

extension FigureContent {
  /// Keeps the plots of the content out of the alignment with the plots of its neighbours.
  ///
  /// ```swift
  /// HStack {
  ///   Chart { … }
  ///   VStack { Table(…) { … }; Chart { … } }.independentPlots()
  /// }
  /// ```
  ///
  /// Without it, the left plot would begin only where the right one does, below the table.
  public func independentPlots() -> ModifiedContent {
    ModifiedContent { IndependentPlotsBlock(child: try self.measured(in: $0)) }
  }
}

private struct IndependentPlotsBlock: WrapperBlock {
  var child: MeasuredBlock

  func plotInsets(in size: Size) -> Insets? { nil }

  func draw(in rect: Rect, plotInsets: Insets?) throws -> Drawing {
    try child.draw(in: rect, plotInsets: nil)
  }
}
