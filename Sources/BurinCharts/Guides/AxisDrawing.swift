import BurinGeometry
import BurinScene

/// Draws the parts of an axis: grid lines, ticks, labels.
struct AxisDrawing {
  let plot: Rect
  let context: LayoutContext

  /// The length of a minor tick, in points.
  private static let minorLength = 2.5

  /// Returns the grid lines of an axis.
  func grid(of guide: AxisGuide) throws -> [SceneItem] {
    try guide.entries.compactMap { entry in
      guard let (line, style) = entry.grid else { return nil }
      let position = entry.gridPosition
      let beyond = guide.isExtended ? guide.reach : 0
      let (x, y) = (position + style.offset.x, position + style.offset.y)
      let path =
        guide.isHorizontal
        ? Path.segment(
          Point(x, plot.minY - (guide.side == .top ? beyond : 0)),
          Point(x, plot.maxY + (guide.side == .bottom ? beyond : 0)))
        : Path.segment(
          Point(plot.minX - (guide.side == .leading ? beyond : 0), y),
          Point(plot.maxX + (guide.side == .trailing ? beyond : 0), y))
      return .stroke(path, try stroke(line.stroke, style, .grid))
    }
  }

  /// Returns the ticks of an axis, then its minor ones.
  func ticks(of guide: AxisGuide) throws -> [SceneItem] {
    var items: [SceneItem] = []
    for entry in guide.entries {
      guard let (tick, style) = entry.tick else { continue }
      let own = (entry.label?.size).map { guide.isHorizontal ? $0.height : $0.width } ?? 0
      let length =
        switch tick.length.form {
        case .points(let points): points
        case .label(let beyond): own + guide.labelGap + beyond
        case .longestLabel(let beyond): guide.reach + beyond
        }
      items.append(
        .stroke(
          segment(of: guide, at: entry.tickPosition, length, style.offset),
          try stroke(tick.stroke, style, .axis)))
    }
    for position in guide.minor where guide.hasTicks {
      items.append(
        .stroke(
          segment(of: guide, at: position, Self.minorLength, (0, 0)),
          Stroke(try context.color(.axis), width: 0.8)))
    }
    return items
  }

  /// Returns the labels of an axis, one group for each value.
  func labels(of guide: AxisGuide) -> [SceneItem] {
    guide.entries.enumerated().map { index, entry in
      let label = entry.label.map { guide.placed($0, index: index, beside: plot) }
      return .group(SceneGroup(.tick, "\(index + 1)", items: label.map { [$0] } ?? []))
    }
  }

  /// A short line from the edge of the plot outwards.
  private func segment(
    of guide: AxisGuide, at position: Double, _ length: Double, _ offset: (x: Double, y: Double)
  ) -> Path {
    let edge = guide.side.edge(of: plot)
    let end = edge + guide.side.outwards * length
    func point(_ along: Double, _ across: Double) -> Point {
      guide.isHorizontal
        ? Point(along + offset.x, across + offset.y) : Point(across + offset.x, along + offset.y)
    }
    // Drawn from the left to the right, and downwards.
    return .segment(point(position, min(edge, end)), point(position, max(edge, end)))
  }

  private func stroke(
    _ own: StrokeStyle?, _ style: AxisComponentStyle, _ color: Color
  ) throws -> Stroke {
    Stroke(
      try context.color(style.color ?? color), width: own?.lineWidth ?? 1, dash: own?.dash ?? [])
  }
}

extension AxisSide {
  /// The edge of the plot on the side.
  func edge(of plot: Rect) -> Double {
    switch self {
    case .bottom: plot.maxY
    case .top: plot.minY
    case .leading: plot.minX
    case .trailing: plot.maxX
    }
  }

  /// 1 where the side lies at larger coordinates, else −1.
  var outwards: Double { self == .bottom || self == .trailing ? 1 : -1 }
}
