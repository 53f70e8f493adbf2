import BurinGeometry
import BurinScene

/// Swatches with the names of series, in rows.
struct Legend {
  private var entries: [(block: TextBlock, color: Color, origin: Point)] = []
  private(set) var size = Size.zero

  private static let swatch = 11.0
  private static let gap = 6.0
  private static let spacing = 16.0

  init(_ series: [(key: String, color: ThemeColor)], _ context: LayoutContext, width: Double) throws
  {
    var row: [(block: TextBlock, color: Color, x: Double)] = []
    var x = 0.0
    var y = 0.0
    func endRow() {
      // The names of a row stand on one baseline, however high their formulas are.
      let baseline = row.map(\.block.firstBaseline).max() ?? 0
      for entry in row {
        entries.append(
          (entry.block, entry.color, Point(entry.x, y + baseline - entry.block.firstBaseline)))
      }
      let descent = row.map { $0.block.size.height - $0.block.firstBaseline }.max() ?? 0
      size = Size(max(size.width, x - Self.spacing), y + baseline + descent)
      (row, x, y) = ([], 0, size.height + 5)
    }
    for (key, color) in series {
      let block = try context.layout(Text(key), role: .label, color: .primary)
      let entry = Self.swatch + Self.gap + block.size.width
      if x > 0, x + entry > width { endRow() }
      row.append((block, try context.color(color), x))
      x += entry + Self.spacing
    }
    if !row.isEmpty { endRow() }
  }

  func item(at point: Point) -> SceneItem {
    let offset = Vector(point.x, point.y)
    return .group(
      Group(
        .legend,
        items: entries.flatMap { entry -> [SceneItem] in
          let origin = entry.origin + offset
          let middle = origin.y + entry.block.opticalCenter
          let swatch = Rect(
            x: origin.x, y: middle - Self.swatch / 2, width: Self.swatch, height: Self.swatch)
          return [
            .fill(.roundedRect(swatch, radius: 2.5), entry.color),
            entry.block.placed(
              at: Point(origin.x + Self.swatch + Self.gap, origin.y), role: .label),
          ]
        }))
  }
}
