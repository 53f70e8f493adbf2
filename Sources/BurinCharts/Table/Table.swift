import BurinGeometry
import BurinScene
import BurinText

/// Rows and columns of text, ruled as in a printed table.
///
/// ```swift
/// Table(columns: [.init("天气"), .init("$P$", alignment: .trailing)]) {
///   TableRow("晴", "0.6")
///   TableRow("雨", "0.3")
///   TableRow("阴", "0.1")
/// }
/// ```
public struct Table: PrimitiveContent {
  /// A column: its head and where its cells lie.
  public struct Column: Hashable, Sendable {
    var head: Text
    var alignment: HorizontalAlignment
    /// Makes a column.
    public init(_ head: Text, alignment: HorizontalAlignment = .leading) {
      self.head = head
      self.alignment = alignment
    }
  }

  var columns: [Column]
  var rows: [TableRow]
  var role: TextRole
  var rowPadding: Double
  var columnSpacing: Double
  var fillsWidth: Bool

  /// Makes a table.
  ///
  /// - Parameters:
  ///   - columns: the heads; every row has as many cells.
  ///   - role: the role of the cells' text.
  ///   - rowPadding: the room above and below a row's text, in points.
  ///   - columnSpacing: the distance between columns, in points; a table that is short of room
  ///     makes do with 12.
  ///   - fillsWidth: whether the columns share all the width that is offered.
  ///   - rows: the rows from top to bottom.
  public init(
    columns: [Column], role: TextRole = .body, rowPadding: Double = 7, columnSpacing: Double = 18,
    fillsWidth: Bool = false, @TableRowBuilder rows: () throws -> [TableRow]
  ) rethrows {
    self.columns = columns
    self.role = role
    self.rowPadding = rowPadding
    self.columnSpacing = columnSpacing
    self.fillsWidth = fillsWidth
    self.rows = try rows()
  }

  /// Sets the table.
  public func block(in context: LayoutContext) throws -> any Block {
    try TableBlock(self, context)
  }
}

/// A row of a table.
public struct TableRow: Hashable, Sendable {
  var cells: [Text]
  var isTotal = false
  var fill: ThemeColor?

  /// Makes a row from its cells.
  public init(_ cells: Text...) { self.cells = cells }

  /// Makes a row from its cells.
  public init(cells: [Text]) { self.cells = cells }

  /// Sets the row off by a rule above and bold letters.
  public func total() -> TableRow {
    var row = self
    row.isTotal = true
    return row
  }

  /// Paints the row's background.
  public func background(_ color: ThemeColor) -> TableRow {
    var row = self
    row.fill = color
    return row
  }
}

/// Collects rows.
@resultBuilder
public enum TableRowBuilder {
  /// One row.
  public static func buildExpression(_ row: TableRow) -> [TableRow] { [row] }
  /// Rows already collected.
  public static func buildExpression(_ rows: [TableRow]) -> [TableRow] { rows }
  /// Rows below each other.
  public static func buildBlock(_ parts: [TableRow]...) -> [TableRow] { parts.flatMap { $0 } }
  /// An `if` without `else`.
  public static func buildOptional(_ part: [TableRow]?) -> [TableRow] { part ?? [] }
  /// The first branch of a choice.
  public static func buildEither(first part: [TableRow]) -> [TableRow] { part }
  /// The second branch of a choice.
  public static func buildEither(second part: [TableRow]) -> [TableRow] { part }
  /// A loop.
  public static func buildArray(_ parts: [[TableRow]]) -> [TableRow] { parts.flatMap { $0 } }
}
