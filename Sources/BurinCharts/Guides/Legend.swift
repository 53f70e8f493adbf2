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
    var x = 0.0
    var y = 0.0
    for (key, color) in series {
      let block = try context.layout(Text(key), role: .label, color: .primary)
      let entry = Self.swatch + Self.gap + block.size.width
      if x > 0, x + entry > width {
        x = 0
        y += block.size.height + 5
      }
      entries.append((block, try context.color(color), Point(x, y)))
      x += entry + Self.spacing
      size = Size(max(size.width, x - Self.spacing), max(size.height, y + block.size.height))
    }
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
