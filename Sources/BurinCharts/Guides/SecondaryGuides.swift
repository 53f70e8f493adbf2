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
      var parts = ticks(of: above, stroke: stroke)
      parts.append(
        .stroke(.segment(Point(plot.minX, plot.minY), Point(plot.maxX, plot.minY)), stroke))
      items.append(.group(SceneGroup(.axis, "x second", items: parts)))
      if let title = solver.secondaryXTitle {
        let top = plot.minY - above.reach - ChartSolver.titleGap - title.size.height
        items.append(
          .group(
            SceneGroup(
              .axis, "x second title",
              items: [title.placed(at: Point(plot.midX - title.size.width / 2, top))])))
      }
    }
    let beside = try ChartSolver.secondaryGuide(
      block, isHorizontal: false, low: plot.maxY - room.bottom, high: plot.minY + room.top,
      length: plot.height)
    if let beside {
      items.append(.group(SceneGroup(.axis, "y second", items: ticks(of: beside, stroke: stroke))))
    }
    return items
  }

  /// The ticks of a scale, from the edge of the plot outwards, with their labels.
  private func ticks(of guide: AxisGuide, stroke: Stroke) -> [SceneItem] {
    let edge = guide.side.edge(of: plot)
    let end = edge + guide.side.outwards * Self.tickLength
    return guide.entries.enumerated().map { index, entry in
      let tick =
        guide.isHorizontal
        ? Path.segment(Point(entry.position, edge), Point(entry.position, end))
        : Path.segment(Point(edge, entry.position), Point(end, entry.position))
      var parts = [SceneItem.stroke(tick, stroke)]
      if let label = entry.label {
        parts.append(guide.placed(label, index: index, beside: plot))
      }
      return .group(SceneGroup(.tick, "\(index + 1)", items: parts))
    }
  }
}
