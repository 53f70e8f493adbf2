import BurinGeometry
import BurinScene

struct TableBlock: Block {
  private var columns: [Table.Column]
  private var rows: [Row] = []
  private var widths: [Double] = []
  private var rowPadding: Double
  private var columnSpacing: Double
  private var fillsWidth: Bool
  private var lineColor: RGBColor
  private var ruleColor: RGBColor

  var summary: String { "the table with \(rows.count - 1) rows" }

  private struct Row {
    var cells: [TextBlock]
    var fill: RGBColor?
    var isHead = false
    var isTotal = false

    /// All cells of a row are on one baseline.
    var ascent: Double { cells.map(\.firstBaseline).max() ?? 0 }
    var descent: Double { cells.map { $0.size.height - $0.firstBaseline }.max() ?? 0 }
  }

  init(_ table: Table, _ context: LayoutContext) throws {
    columns = table.columns
    rowPadding = table.rowPadding
    columnSpacing = table.columnSpacing
    fillsWidth = table.fillsWidth
    lineColor = try context.color(.grid)
    ruleColor = try context.color(.axis)
    func set(_ cells: [Text], bold: Bool, color: Color) throws -> [TextBlock] {
      try cells.map {
        try context.layout(bold ? $0.bold() : $0, role: table.role, color: color)
      }
    }
    var head = Row(cells: try set(columns.map(\.head), bold: true, color: .secondary))
    head.isHead = true
    rows.append(head)
    for (index, row) in table.rows.enumerated() {
      guard row.cells.count == columns.count else {
        throw ChartError.raggedTable(
          row: index + 1, cells: row.cells.count, columns: columns.count)
      }
      var set = Row(cells: try set(row.cells, bold: row.isTotal, color: .primary))
      set.isTotal = row.isTotal
      set.fill = try row.fill.map(context.color)
      rows.append(set)
    }
    widths = columns.indices.map { column in
      rows.map { $0.cells[column].size.width }.max() ?? 0
    }
  }

  var horizontal: Flexibility { fillsWidth ? .flexible(1) : .fixed }

  private var naturalWidth: Double { width(spacing: columnSpacing) }

  /// In a narrow space columns are closer together, but not so close that they merge.
  private var leastWidth: Double { width(spacing: min(columnSpacing, Self.leastSpacing)) }

  private static let leastSpacing = 12.0

  private func width(spacing: Double) -> Double {
    widths.reduce(0, +) + spacing * Double(columns.count)
  }

  private func height(of row: Row) -> Double { row.ascent + row.descent + 2 * rowPadding }

  func size(_ proposal: ProposedSize) -> Size {
    let width =
      proposal.width.map { max(leastWidth, fillsWidth ? $0 : min(naturalWidth, $0)) }
      ?? naturalWidth
    return Size(width, rows.map { height(of: $0) }.reduce(0, +))
  }

  func firstBaseline(in size: Size) -> Double? { rows.first.map { $0.ascent + rowPadding } }

  func draw(in rect: Rect, plotInsets: Insets?) throws -> Drawing {
    if leastWidth > rect.width + 0.5 {
      throw ChartError.doesNotFit(what: summary, needs: leastWidth, available: rect.width)
    }
    // Excess or missing space is shared between the columns.
    let spacing = columnSpacing + (rect.width - naturalWidth) / Double(max(1, columns.count))
    // A table as high as its space spreads its rows.
    let slack = (rect.height - size(ProposedSize()).height) / Double(max(1, rows.count))
    var items: [SceneItem] = []
    var y = rect.minY
    for (index, row) in rows.enumerated() {
      let height = self.height(of: row) + max(0, slack)
      let band = Rect(x: rect.minX, y: y, width: rect.width, height: height)
      var rowItems: [SceneItem] = []
      if let fill = row.fill {
        rowItems.append(
          .group(SceneGroup(.decoration, "row plate", items: [.fill(.rect(band), fill)])))
      }
      if index > 0 {
        let line = Path.segment(Point(rect.minX, y), Point(rect.maxX, y))
        let strong = rows[index - 1].isHead || row.isTotal
        rowItems.append(
          .group(
            SceneGroup(
              .decoration, "rule",
              items: [
                .stroke(line, Stroke(strong ? ruleColor : lineColor, width: strong ? 1.2 : 1))
              ])
          ))
      }
      let baseline = y + (height - row.ascent - row.descent) / 2 + row.ascent
      var x = rect.minX + spacing / 2
      for (column, cell) in row.cells.enumerated() {
        let free = widths[column] - cell.size.width
        let shift: Double =
          switch columns[column].alignment {
          case .leading: free * cell.share()
          case .center: free / 2
          // Heads stay with their numbers, whose ends are at the right in all scripts.
          case .trailing: free
          }
        rowItems.append(
          cell.placed(
            at: Point(x + shift, baseline - cell.firstBaseline), role: .cell,
            name: "\(index),\(column + 1)"))
        x += widths[column] + spacing
      }
      items.append(
        .group(SceneGroup(.table, row.isHead ? "head" : "row \(index)", items: rowItems)))
      y += height
    }
    return Drawing(items: [.group(SceneGroup(.table, items: items))])
  }
}
