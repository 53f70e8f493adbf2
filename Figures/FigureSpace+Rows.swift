import BurinFigures

extension FigureSpace {
  /// Returns content side by side; on a narrow page one below the other.
  ///
  /// - Parameters:
  ///   - spacing: the distance between neighbours; below each other they are 20 points apart.
  ///   - height: the height of the row.
  ///   - narrowHeight: the height of each part on a narrow page.
  func row(
    spacing: Double, height: Double? = nil, narrowHeight: Double? = nil,
    @FigureContentBuilder content: () throws -> [AnyContent]
  ) rethrows -> AnyContent {
    let parts = try content()
    return isNarrow
      ? AnyContent(
        VStack(spacing: 20) { for part in parts { part.frame(height: narrowHeight) } })
      : AnyContent(HStack(alignment: .top, spacing: spacing) { parts }.frame(height: height))
  }
}
