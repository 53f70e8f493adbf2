import BurinGeometry
import BurinScene

/// Views over a plot or behind its marks.
struct ChartLayer: Sendable {
  var contents: [AnyContent]
  var alignment: Alignment
  /// Whether the views lie behind the marks.
  var isBehind: Bool

  /// Returns the items of the views in a plot.
  func items(in plot: Rect, _ context: LayoutContext) throws -> [SceneItem] {
    let drawing = try context.withEnvironment {
      $0 = LayoutEnvironment()
      $0.arrangement = .label
      $0.text.role = .label
    } _: {
      try ZStack(alignment: alignment) { contents }.measured(in: context)
        .draw(in: plot, plotInsets: nil)
    }
    guard !drawing.items.isEmpty else { return [] }
    return [
      .group(Group(isBehind ? .decoration : .label, "chart layer", items: drawing.items))
    ]
  }
}
