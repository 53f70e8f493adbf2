import BurinGeometry

/// A column of a ``LazyVGrid``.
public struct GridItem: Hashable, Sendable {
  /// How wide a column is, in points.
  public enum Size: Hashable, Sendable {
    /// This wide.
    case fixed(Double)
    /// An equal share of the width that is left, within limits.
    case flexible(minimum: Double = 10, maximum: Double = .infinity)
    /// As many columns as have room, each with an equal share within limits.
    case adaptive(minimum: Double, maximum: Double = .infinity)
  }

  /// How wide the column is.
  public var size: Size
  /// The distance to the next column, in points; nil for 8.
  public var spacing: Double?
  /// The place of content within its cell; nil for the horizontal one of the grid, in the middle.
  public var alignment: Alignment?

  /// Creates a column.
  public init(
    _ size: Size = .flexible(), spacing: Double? = nil, alignment: Alignment? = nil
  ) {
    self.size = size
    self.spacing = spacing
    self.alignment = alignment
  }

  /// The distance to the next column.
  fileprivate var gap: Double { spacing ?? 8 }
}

/// Content in rows of the columns that it is given, filled from left to right.
///
/// ```swift
/// Chart { … }.chartLegend(position: .bottom) {
///   LazyVGrid(columns: [GridItem(.adaptive(minimum: 80))], alignment: .leading) {
///     ForEach(regions, id: \.self) { Text($0) }
///   }
/// }
/// ```
///
/// Unlike ``Grid``, whose columns are equal, it doesn't align the plots of charts.
public struct LazyVGrid: PrimitiveContent {
  var columns: [GridItem]
  var alignment: HorizontalAlignment
  var spacing: Double?
  var contents: [AnyContent]

  /// Creates a grid.
  ///
  /// - Parameters:
  ///   - columns: the columns, at least one.
  ///   - alignment: the place of the columns where they are narrower than the grid, and of content
  ///     in columns that say none.
  ///   - spacing: the distance between rows, in points; nil for 8.
  ///   - content: the cells.
  public init(
    columns: [GridItem], alignment: HorizontalAlignment = .center, spacing: Double? = nil,
    @FigureContentBuilder content: () throws -> [AnyContent]
  ) rethrows {
    self.columns = columns
    self.alignment = alignment
    self.spacing = spacing
    contents = try content()
  }

  /// Resolves the grid.
  public func block(in context: LayoutContext) throws -> any Block {
    guard !columns.isEmpty else { throw ChartError.invalid("a LazyVGrid has no columns") }
    try ChartError.check(spacing, "the spacing of a grid")
    for column in columns {
      try ChartError.check(column.spacing, "the spacing of a grid's columns")
      switch column.size {
      case .fixed(let width): try ChartError.check(width, "the width of a grid's column")
      case .flexible(let least, let most), .adaptive(let least, let most):
        try ChartError.check(least, "the minimum width of a grid's column")
        if most != .infinity {
          try ChartError.check(most, "the maximum width of a grid's column", from: least)
        }
      }
    }
    return LazyVGridBlock(
      cells: try context.children(contents, along: nil), columns: columns, alignment: alignment,
      spacing: spacing ?? 8)
  }
}

private struct LazyVGridBlock: Block {
  var cells: [MeasuredBlock]
  var columns: [GridItem]
  var alignment: HorizontalAlignment
  var spacing: Double

  /// A column with its place from the left edge of the grid.
  private struct Column {
    var start: Double
    var width: Double
    var alignment: Alignment
  }

  var summary: String { "the grid of \(cells.map(\.summary).joined(separator: ", "))" }
  var horizontal: Flexibility { .flexible(1) }

  /// Returns the columns within a width; without one, each is as narrow as it may be.
  private func columns(within width: Double?) -> [Column] {
    let gaps = columns.dropLast().map(\.gap)
    var (left, open) = (max(0, (width ?? 0) - gaps.reduce(0, +)), 0)
    for column in columns {
      if case .fixed(let width) = column.size { left -= width } else { open += 1 }
    }
    var (result, start) = ([Column](), 0.0)
    func append(_ width: Double, _ column: GridItem) {
      result.append(
        Column(
          start: start, width: width,
          alignment: column.alignment ?? Alignment(horizontal: alignment, vertical: .center)))
      start += width + column.gap
    }
    for column in columns {
      let share = max(0, left) / Double(max(1, open))
      switch column.size {
      case .fixed(let width): append(width, column)
      case .flexible(let least, let most):
        let width = min(max(share, least), most)
        append(width, column)
        (left, open) = (left - width, open - 1)
      case .adaptive(let least, let most):
        let gap = column.gap
        let count = min(max(1, ((share + gap) / max(1, least + gap)).rounded(.down)), 1_000)
        let width = min(max((share - gap * (count - 1)) / count, least), most)
        for _ in 0..<Int(count) { append(width, column) }
        (left, open) = (left - share, open - 1)
      }
    }
    return result
  }

  /// Returns the heights of the rows.
  private func heights(_ columns: [Column]) throws -> [Double] {
    try stride(from: 0, to: cells.count, by: columns.count).map { first in
      try zip(cells[first...], columns).map {
        try $0.size(ProposedSize(width: $1.width)).height
      }.max() ?? 0
    }
  }

  private func width(_ columns: [Column]) -> Double {
    columns.last.map { $0.start + $0.width } ?? 0
  }

  func size(_ proposal: ProposedSize) throws -> Size {
    let columns = columns(within: proposal.width)
    let heights = try heights(columns)
    return Size(
      max(width(columns), proposal.width ?? 0),
      heights.reduce(0, +) + spacing * Double(max(0, heights.count - 1)))
  }

  func draw(in rect: Rect, plotInsets: Insets?) throws -> Drawing {
    let columns = columns(within: rect.width)
    let left = Alignment(horizontal: alignment, vertical: .top)
      .rect(of: Size(width(columns), 0), in: rect).minX
    var drawing = Drawing()
    var y = rect.minY
    for (row, height) in try heights(columns).enumerated() {
      for (cell, column) in zip(cells[(row * columns.count)...], columns) {
        let room = Rect(x: left + column.start, y: y, width: column.width, height: height)
        drawing.append(
          try cell.draw(in: try column.alignment.place(cell, in: room), plotInsets: nil))
      }
      y += height + spacing
    }
    return drawing
  }
}
