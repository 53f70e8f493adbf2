import BurinGeometry
import BurinScene

/// Swatches with the names of keys, in rows or a column.
struct Legend {
  private struct Placed {
    var block: TextBlock
    var entry: LegendDescription.Entry
    var origin: Point
  }

  private var placed: [Placed] = []
  private var title: TextBlock?
  private(set) var size = Size.zero
  private let context: LayoutContext
  private let swatchWidth: Double

  private static let swatch = 11.0
  private static let gap = 6.0
  private static let spacing = 16.0
  private static let rowSpacing = 5.0

  /// Places the entries.
  ///
  /// - Parameters:
  ///   - legend: the entries.
  ///   - configuration: the title and the number of columns.
  ///   - width: the room across, in points; longer names break, then end in an ellipsis.
  init(
    _ legend: LegendDescription, _ configuration: LegendConfiguration, _ context: LayoutContext,
    width: Double
  ) throws {
    self.context = context
    let widest = legend.entries.map(Self.width).max() ?? Self.swatch
    swatchWidth = widest
    var y = 0.0
    if let text = configuration.title {
      let block = try context.layout(text, role: .tick, color: .secondary, width: width)
      title = block
      size = block.size
      y = block.size.height + 3
    }
    let room = max(20, width - widest - Self.gap)
    let blocks = try legend.entries.map { entry in
      try context.layout(Text(entry.name), role: .label, color: .primary, width: room)
    }
    let column = (blocks.map(\.size.width).max() ?? 0) + widest + Self.gap
    var row: [(block: TextBlock, entry: LegendDescription.Entry, x: Double)] = []
    var x = 0.0
    func endRow() {
      // The names of a row stand on one baseline, however high their formulas are.
      let baseline = row.map(\.block.firstBaseline).max() ?? 0
      for item in row {
        placed.append(
          Placed(
            block: item.block, entry: item.entry,
            origin: Point(item.x, y + baseline - item.block.firstBaseline)))
      }
      let descent = row.map { $0.block.size.height - $0.block.firstBaseline }.max() ?? 0
      size = Size(max(size.width, x - Self.spacing), y + baseline + descent)
      (row, x, y) = ([], 0, size.height + Self.rowSpacing)
    }
    for (block, entry) in zip(blocks, legend.entries) {
      let own = widest + Self.gap + block.size.width
      let isFull = configuration.columns.map { row.count >= max(1, $0) } ?? false
      if x > 0, isFull || x + own > width { endRow() }
      row.append((block, entry, x))
      x += (configuration.columns == nil ? own : column) + Self.spacing
    }
    if !row.isEmpty { endRow() }
  }

  private static func width(_ entry: LegendDescription.Entry) -> Double {
    switch entry.swatch {
    case .square: swatch
    case .line: 20
    case .point: max(swatch, entry.diameter ?? 0)
    }
  }

  /// Returns the legend, its top left corner at a point.
  func item(at point: Point) throws -> SceneItem {
    let offset = Vector(point.x, point.y)
    var items: [SceneItem] = []
    if let title { items.append(title.placed(at: point, role: .label)) }
    for item in placed {
      let origin = item.origin + offset
      let middle = origin.y + item.block.opticalCenter
      items += try swatch(
        item.entry,
        in: Rect(
          x: origin.x, y: middle - Self.swatch / 2, width: swatchWidth, height: Self.swatch))
      items.append(
        item.block.placed(at: Point(origin.x + swatchWidth + Self.gap, origin.y), role: .label))
    }
    return .group(Group(.legend, items: items))
  }

  private func swatch(_ entry: LegendDescription.Entry, in rect: Rect) throws -> [SceneItem] {
    let base = try context.color(entry.color ?? .secondary)
    let color = base.mixed(with: try context.color(.canvas), at: entry.tint)
    let symbol = entry.symbol ?? .circle
    let center =
      entry.swatch == .line ? rect.center : Point(rect.minX + Self.width(entry) / 2, rect.midY)
    func point(_ diameter: Double) -> SceneItem {
      let box = Rect(center: center, size: Size(diameter, diameter))
      return symbol == .ring
        ? .stroke(.circle(center, radius: max(diameter / 2 - 1, 0)), Stroke(color, width: 2))
        : .fill(symbol.path(in: box), color)
    }
    switch entry.swatch {
    case .square:
      let square = Rect(center: center, size: Size(Self.swatch, Self.swatch))
      return [.fill(.roundedRect(square, radius: 2.5), color)]
    case .line:
      let line = Path.segment(Point(rect.minX, center.y), Point(rect.maxX, center.y))
      return [
        .stroke(
          line,
          Stroke(color, width: 2.2, cap: entry.dash.isEmpty ? .round : .butt, dash: entry.dash))
      ]
    case .point: return [point(entry.diameter ?? 8)]
    }
  }
}

extension ChartBlock {
  /// The legend at the right of the plot; nil where there is none.
  func sideLegend(height: Double) throws -> Legend? {
    guard configuration.legend.place == .trailing, configuration.legend.isShown(for: legend) else {
      return nil
    }
    var own = configuration.legend
    own.columns = own.columns ?? 1
    return try Legend(legend, own, context, width: 180)
  }

  /// The legend below the plot; nil where there is none.
  func lowerLegend(width: Double) throws -> Legend? {
    guard configuration.legend.place == .bottom, configuration.legend.isShown(for: legend) else {
      return nil
    }
    return try Legend(legend, configuration.legend, context, width: width)
  }
}
