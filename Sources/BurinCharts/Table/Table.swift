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
  /// A column: its head and the alignment of its cells.
  public struct Column: Hashable, Sendable {
    var head: Text
    var alignment: HorizontalAlignment
    /// Creates a column.
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

  /// Creates a table.
  ///
  /// - Parameters:
  ///   - columns: the columns; every row has as many cells.
  ///   - role: the role of the cells' text.
  ///   - rowPadding: the space above and below a row's text, in points.
  ///   - columnSpacing: the distance between columns, in points; it shrinks to at least 12 in a
  ///     narrow space.
  ///   - fillsWidth: whether the columns share the whole proposed width.
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

  /// Resolves the table.
  public func block(in context: LayoutContext) throws -> any Block {
    try TableBlock(self, context)
  }
}

/// A row of a table.
public struct TableRow: Hashable, Sendable {
  var cells: [Text]
  var isTotal = false
  var fill: Color?

  /// Creates a row from its cells.
  public init(_ cells: Text...) { self.cells = cells }

  /// Creates a row from strings, shown letter by letter.
  ///
  /// ```swift
  /// TableRow(city.name, city.population.formatted())
  /// ```
  @_disfavoredOverload
  public init(_ cells: String...) { self.cells = cells.map { Text($0) } }

  /// Creates a row from its cells.
  public init(cells: [Text]) { self.cells = cells }

  /// Separates the row by a rule above it and bold text.
  public func total() -> TableRow {
    var row = self
    row.isTotal = true
    return row
  }

  /// Sets the row's background.
  public func background(_ color: Color) -> TableRow {
    var row = self
    row.fill = color
    return row
  }
}

/// A result builder of rows.
@resultBuilder
public enum TableRowBuilder {
  /// Returns a list of one row.
  public static func buildExpression(_ row: TableRow) -> [TableRow] { [row] }
  /// Returns a list of rows unchanged.
  public static func buildExpression(_ rows: [TableRow]) -> [TableRow] { rows }
  /// Joins the rows of a block.
  public static func buildBlock(_ parts: [TableRow]...) -> [TableRow] { parts.flatMap { $0 } }
  /// Returns the rows of an `if` without `else`.
  public static func buildOptional(_ part: [TableRow]?) -> [TableRow] { part ?? [] }
  /// Returns the rows of the first branch of a choice.
  public static func buildEither(first part: [TableRow]) -> [TableRow] { part }
  /// Returns the rows of the second branch of a choice.
  public static func buildEither(second part: [TableRow]) -> [TableRow] { part }
  /// Joins the rows of a loop.
  public static func buildArray(_ parts: [[TableRow]]) -> [TableRow] { parts.flatMap { $0 } }
}
