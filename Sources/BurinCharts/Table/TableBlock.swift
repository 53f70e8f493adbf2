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
  private let table: Table
  private let context: LayoutContext

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
    self.table = table
    self.context = context
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
  /// The least width of a column whose texts break between any two characters, in points.
  private static let leastTexts = 48.0

  private func width(spacing: Double) -> Double {
    widths.reduce(0, +) + spacing * Double(columns.count)
  }

  /// Returns the table with the widest column of texts broken into lines, as far as a width asks for
  /// it and no word is divided.
  private func broken(toFit width: Double) throws -> TableBlock {
    let leading = columns.indices.filter { columns[$0].alignment == .leading }
    guard leastWidth > width + 0.5, let column = leading.max(by: { widths[$0] < widths[$1] })
    else { return self }
    let texts = ([table.columns.map(\.head)] + table.rows.map(\.cells)).map { $0[column] }
    let isBold = rows.map { $0.isHead || $0.isTotal }
    let words = try zip(texts, isBold).flatMap { text, isBold in
      try (isBold ? text.bold() : text).words.map {
        try context.layout($0, role: table.role).size.width
      }
    }
    let least = max(words.max() ?? 0, Self.leastTexts)
    let room = max(least, widths[column] - (leastWidth - width))
    guard room < widths[column] - 0.5 else { return self }
    var fitted = self
    for (index, text) in texts.enumerated() {
      let color: Color = rows[index].isHead ? .secondary : .primary
      fitted.rows[index].cells[column] = try context.layout(
        isBold[index] ? text.bold() : text, role: table.role, color: color, width: room)
    }
    fitted.widths[column] = fitted.rows.map { $0.cells[column].size.width }.max() ?? 0
    return fitted
  }

  private func height(of row: Row) -> Double { row.ascent + row.descent + 2 * rowPadding }

  func size(_ proposal: ProposedSize) throws -> Size {
    if let width = proposal.width, leastWidth > width + 0.5 {
      let table = try broken(toFit: width)
      return table.naturalSize(ProposedSize(width: max(width, table.leastWidth)))
    }
    return naturalSize(proposal)
  }

  private func naturalSize(_ proposal: ProposedSize) -> Size {
    let width =
      proposal.width.map { max(leastWidth, fillsWidth ? $0 : min(naturalWidth, $0)) }
      ?? naturalWidth
    return Size(width, rows.map { height(of: $0) }.reduce(0, +))
  }

  func firstBaseline(in size: Size) -> Double? { rows.first.map { $0.ascent + rowPadding } }

  func draw(in rect: Rect, plotInsets: Insets?) throws -> Drawing {
    try broken(toFit: rect.width).drawFitted(in: rect)
  }

  private func drawFitted(in rect: Rect) throws -> Drawing {
    if leastWidth > rect.width + 0.5 {
      throw ChartError.doesNotFit(what: summary, needs: leastWidth, available: rect.width)
    }
    // Excess or missing space is shared between the columns.
    let spacing = columnSpacing + (rect.width - naturalWidth) / Double(max(1, columns.count))
    // A table as high as its space spreads its rows.
    let slack = (rect.height - naturalSize(ProposedSize()).height) / Double(max(1, rows.count))
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
