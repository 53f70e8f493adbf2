import BurinGeometry
import BurinScene

/// Content in rows and columns, in which charts align their plots in both directions.
///
/// ```swift
/// Grid(columns: 2) {
///   Chart { … }
///   Chart { … }
///   Chart { … }
///   Chart { … }
/// }
/// ```
public struct Grid: PrimitiveContent {
  var columns: Int
  var spacing: Size
  var contents: [AnyContent]

  /// Creates a grid, whose rows are filled from left to right with columns of equal width.
  ///
  /// - Parameters:
  ///   - columns: the number of columns, at least 1.
  ///   - horizontalSpacing: the distance between columns, in points.
  ///   - verticalSpacing: the distance between rows, in points.
  ///   - content: the cells.
  public init(
    columns: Int, horizontalSpacing: Double = 20, verticalSpacing: Double = 16,
    @FigureContentBuilder content: () throws -> [AnyContent]
  ) rethrows {
    self.columns = max(1, columns)
    self.spacing = Size(horizontalSpacing, verticalSpacing)
    contents = try content()
  }

  /// Resolves the grid.
  public func block(in context: LayoutContext) throws -> any Block {
    try ChartError.check(spacing.width, "the horizontal spacing of a grid", from: -20_000)
    try ChartError.check(spacing.height, "the vertical spacing of a grid", from: -20_000)
    let children = try context.children(contents, along: nil)
    let rows = stride(from: 0, to: children.count, by: columns).map {
      Array(children[$0..<min($0 + columns, children.count)])
    }
    return GridBlock(rows: rows, columns: columns, spacing: spacing, watch: context.watch)
  }
}

struct GridBlock: Block {
  private(set) var rows: [[MeasuredBlock]]
  private var columns: Int
  private var spacing: Size
  /// Whether all plots, rather than all cells, have the same size.
  private var hasEqualPlots: Bool

  init(
    rows: [[any Block]], columns: Int, spacing: Size, hasEqualPlots: Bool = false,
    watch: RenderWatch
  ) {
    self.rows = rows.map { $0.map { MeasuredBlock($0, watch) } }
    self.columns = columns
    self.spacing = spacing
    self.hasEqualPlots = hasEqualPlots
  }

  /// The number of filled cells.
  var count: Int { rows.map(\.count).reduce(0, +) }
  var summary: String { "the grid of \(rows.joined().map(\.summary).joined(separator: ", "))" }
  var horizontal: Flexibility { .flexible(1) }
  var vertical: Flexibility {
    rows.joined().contains { $0.vertical != .fixed } ? .flexible(1) : .fixed
  }

  private func columnWidth(_ width: Double?) throws -> Double {
    guard let width else {
      return try rows.joined().map { try $0.size(ProposedSize()).width }.max() ?? 0
    }
    return max(0, (width - spacing.width * Double(columns - 1)) / Double(columns))
  }

  private func heights(_ width: Double, total: Double?) throws -> [Double] {
    func height(_ row: Int, within room: Double?) throws -> Double {
      try rows[row].map { try $0.size(ProposedSize(width: width, height: room)).height }.max() ?? 0
    }
    let flexibilities = rows.map { row -> Flexibility in
      let weight = row.map(\.vertical.weight).max() ?? 0
      return weight > 0 ? .flexible(weight) : .fixed
    }
    return try LengthSharing(spacing: spacing.height, flexibilities: flexibilities)
      .lengths(of: total) {
        try height($0, within: nil)
      } needed: {
        try height($0, within: $1)
      }
  }

  func size(_ proposal: ProposedSize) throws -> Size {
    let width = try columnWidth(proposal.width)
    let heights = try heights(width, total: proposal.height)
    return Size(
      width * Double(columns) + spacing.width * Double(columns - 1),
      heights.reduce(0, +) + spacing.height * Double(max(0, rows.count - 1)))
  }

  /// The insets that the plots of each column and of each row share, and the cells that have a
  /// plot.
  private struct SharedInsets {
    var columns: [Insets]
    var rows: [Insets]
    var hasPlot: [[Bool]]
  }

  private func sharedInsets(_ widths: [Double], _ heights: [Double]) throws -> SharedInsets {
    var shared = SharedInsets(
      columns: [Insets](repeating: .zero, count: columns),
      rows: [Insets](repeating: .zero, count: rows.count),
      hasPlot: rows.map { [Bool](repeating: false, count: $0.count) })
    for (row, blocks) in rows.enumerated() {
      for (column, block) in blocks.enumerated() {
        let cell = Size(widths[column], heights[row])
        guard let insets = try block.plotInsets(in: cell) else { continue }
        shared.hasPlot[row][column] = true
        shared.rows[row] = shared.rows[row].union(insets)
        shared.columns[column] = shared.columns[column].union(insets)
      }
    }
    return shared
  }

  func draw(in rect: Rect, plotInsets: Insets?) throws -> Drawing {
    var widths = [Double](repeating: try columnWidth(rect.width), count: columns)
    var heights = try heights(widths[0], total: rect.height)
    var shared = try sharedInsets(widths, heights)
    // Labels may change with the size of their plot, so the insets are computed again.
    for _ in 0..<2 where hasEqualPlots {
      let across = shared.columns.map { $0.leading + $0.trailing }
      let down = shared.rows.map { $0.top + $0.bottom }
      let plot = Size(
        (widths.reduce(0, +) - across.reduce(0, +)) / Double(columns),
        (heights.reduce(0, +) - down.reduce(0, +)) / Double(rows.count))
      widths = across.map { max(0, plot.width) + $0 }
      heights = down.map { max(0, plot.height) + $0 }
      shared = try sharedInsets(widths, heights)
    }
    var drawing = Drawing()
    var y = rect.minY
    for (row, blocks) in rows.enumerated() {
      var x = rect.minX
      for (column, block) in blocks.enumerated() {
        let cell = Rect(x: x, y: y, width: widths[column], height: heights[row])
        let hasPlot = shared.hasPlot[row][column]
        let insets = Insets(
          top: shared.rows[row].top, leading: shared.columns[column].leading,
          bottom: shared.rows[row].bottom, trailing: shared.columns[column].trailing)
        let own =
          hasPlot
          ? cell.size
          : try block.size(
            ProposedSize(
              width: cell.width, height: block.vertical == .fixed ? nil : heights[row]))
        drawing.append(
          try block.draw(
            in: Rect(origin: cell.origin, size: own), plotInsets: hasPlot ? insets : nil))
        x += widths[column] + spacing.width
      }
      y += heights[row] + spacing.height
    }
    return drawing
  }
}
