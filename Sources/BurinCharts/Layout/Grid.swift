import BurinGeometry

/// Content in rows and columns; charts in it align their plots both ways.
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

  /// Fills rows of equally wide columns from left to right.
  ///
  /// - Parameters:
  ///   - columns: the number of columns, at least 1.
  ///   - horizontalSpacing: the distance between columns, in points.
  ///   - verticalSpacing: the distance between rows, in points.
  ///   - content: what is arranged.
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
    let children = try contents.map { try $0.block(in: context) }
    let rows = stride(from: 0, to: children.count, by: columns).map {
      Array(children[$0..<min($0 + columns, children.count)])
    }
    return GridBlock(rows: rows, columns: columns, spacing: spacing)
  }
}

struct GridBlock: Block {
  var rows: [[any Block]]
  var columns: Int
  var spacing: Size

  /// How many cells are filled.
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
    let ideal = try rows.map { row in
      try row.map { try $0.size(ProposedSize(width: width)).height }.max() ?? 0
    }
    let flex = rows.map { row in
      Flexibility.flexible(row.map(\.vertical.weight).max() ?? 0)
    }.map { $0.weight > 0 ? $0 : .fixed }
    return distribute(total, spacing: spacing.height, ideal: ideal, flex: flex)
  }

  func size(_ proposal: ProposedSize) throws -> Size {
    let width = try columnWidth(proposal.width)
    let heights = try heights(width, total: proposal.height)
    return Size(
      width * Double(columns) + spacing.width * Double(columns - 1),
      heights.reduce(0, +) + spacing.height * Double(max(0, rows.count - 1)))
  }

  func draw(in rect: Rect, plotInsets: Insets?) throws -> Drawing {
    let width = try columnWidth(rect.width)
    let heights = try heights(width, total: rect.height)
    var vertical = [Insets](repeating: .zero, count: rows.count)
    var horizontal = [Insets](repeating: .zero, count: columns)
    for (row, blocks) in rows.enumerated() {
      for (column, block) in blocks.enumerated() {
        guard let insets = try block.plotInsets(in: Size(width, heights[row])) else { continue }
        vertical[row] = vertical[row].union(insets)
        horizontal[column] = horizontal[column].union(insets)
      }
    }
    var drawing = Drawing()
    var y = rect.minY
    for (row, blocks) in rows.enumerated() {
      for (column, block) in blocks.enumerated() {
        let cell = Rect(
          x: rect.minX + Double(column) * (width + spacing.width), y: y, width: width,
          height: heights[row])
        let hasPlot = try block.plotInsets(in: cell.size) != nil
        let insets = Insets(
          top: vertical[row].top, leading: horizontal[column].leading,
          bottom: vertical[row].bottom, trailing: horizontal[column].trailing)
        let own =
          hasPlot
          ? cell.size
          : try block.size(
            ProposedSize(width: width, height: block.vertical == .fixed ? nil : heights[row]))
        drawing.append(
          try block.draw(
            in: Rect(origin: cell.origin, size: own), plotInsets: hasPlot ? insets : nil))
      }
      y += heights[row] + spacing.height
    }
    return drawing
  }
}
