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
      var parts = ticks(of: above, stroke: stroke, outwards: Vector(0, -1)) { label, position in
        Point(
          position - label.size.width / 2, plot.minY - ChartSolver.labelGap - label.size.height)
      }
      parts.append(
        .stroke(.segment(Point(plot.minX, plot.minY), Point(plot.maxX, plot.minY)), stroke))
      items.append(.group(Group(.axis, "x second", items: parts)))
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
      let parts = ticks(of: beside, stroke: stroke, outwards: Vector(1, 0)) { label, position in
        Point(plot.maxX + ChartSolver.labelGap, position - label.opticalCenter)
      }
      items.append(.group(Group(.axis, "y second", items: parts)))
    }
    return items
  }

  /// The ticks of a scale, from the edge of the plot outwards, with their labels.
  private func ticks(
    of guide: AxisGuide, stroke: Stroke, outwards: Vector,
    labelOrigin: (TextBlock, Double) -> Point
  ) -> [SceneItem] {
    guide.entries.enumerated().map { index, entry in
      let start =
        outwards.dx == 0 ? Point(entry.position, plot.minY) : Point(plot.maxX, entry.position)
      let end = start + outwards * Self.tickLength
      var parts = [SceneItem.stroke(.segment(start, end), stroke)]
      if let label = entry.label {
        parts.append(label.placed(at: labelOrigin(label, entry.position), role: .label))
      }
      return .group(Group(.tick, "\(index + 1)", items: parts))
    }
  }
}
