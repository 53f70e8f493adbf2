import BurinGeometry
import BurinScene

/// Draws the scales of second units: above the plot and at its right.
struct SecondaryGuides {
  let block: ChartBlock
  let solver: ChartSolver
  let plot: Rect
  /// The room within the plot that annotations took; marks lie within the rest.
  let room: Insets

  private static let tickLength = 4.0

  func items() throws -> [SceneItem] {
    var items: [SceneItem] = []
    let stroke = Stroke(try block.context.color(.axis), width: 1)
    let above = try ChartSolver.secondaryGuide(
      block, isHorizontal: true, low: plot.minX + room.leading, high: plot.maxX - room.trailing,
      length: plot.width)
    if let above {
      let ticks = above.entries.enumerated().map { index, entry in
        var parts = [
          SceneItem.stroke(
            .segment(
              Point(entry.position, plot.minY), Point(entry.position, plot.minY - Self.tickLength)),
            stroke)
        ]
        if let label = entry.label {
          parts.append(
            label.placed(
              at: Point(
                entry.position - label.size.width / 2,
                plot.minY - ChartSolver.labelGap - label.size.height), role: .label))
        }
        return SceneItem.group(Group(.tick, "\(index + 1)", items: parts))
      }
      let line = SceneItem.stroke(
        .segment(Point(plot.minX, plot.minY), Point(plot.maxX, plot.minY)), stroke)
      items.append(.group(Group(.axis, "x second", items: ticks + [line])))
      if let title = solver.secondaryXTitle {
        let top =
          plot.minY - ChartSolver.labelGap - above.labelSize.height - ChartSolver.titleGap
          - title.size.height
        items.append(
          .group(
            Group(
              .axis, "x second title",
              items: [title.placed(at: Point(plot.midX - title.size.width / 2, top))])))
      }
    }
    let beside = try ChartSolver.secondaryGuide(
      block, isHorizontal: false, low: plot.maxY - room.bottom, high: plot.minY + room.top,
      length: plot.height)
    if let beside {
      let ticks = beside.entries.enumerated().map { index, entry in
        var parts = [
          SceneItem.stroke(
            .segment(
              Point(plot.maxX, entry.position), Point(plot.maxX + Self.tickLength, entry.position)),
            stroke)
        ]
        if let label = entry.label {
          parts.append(
            label.placed(
              at: Point(
                plot.maxX + ChartSolver.labelGap, entry.position - label.opticalCenter),
              role: .label))
        }
        return SceneItem.group(Group(.tick, "\(index + 1)", items: parts))
      }
      items.append(.group(Group(.axis, "y second", items: ticks)))
    }
    return items
  }
}
