import BurinScene

/// Speaks of the data that marks show, for one rendering of a chart.
///
/// A chart is drawn anew while it makes room for labels; what a mark shows is put into words once.
final class MarkReading {
  private let quantities: QuantityReading
  /// Whether lines and areas name each of their points.
  private let listsPoints: Bool

  private var labels: [Key: String?] = [:]

  private struct Key: Hashable {
    var mark: ObjectIdentifier
    var row: Int
    var count: Int
  }

  private var words: ReadingWords { quantities.words }

  /// The most points that a line or an area names; of more it tells the extent.
  private static let pointLimit = 100
  /// The most rows of a chart whose lines name their points.
  private static let rowLimit = 2_000

  init(_ model: ChartModel, titles: [Channel: String], _ context: LayoutContext) {
    quantities = QuantityReading(
      model, titles: titles, language: context.language, region: context.region)
    listsPoints = model.tables.reduce(0) { $0 + $1.layer.count } <= Self.rowLimit
  }

  /// Returns what a mark shows; nil where there is nothing to say.
  func label<M: Mark>(of mark: PlacedMark<M>) -> String? {
    let key = Key(
      mark: ObjectIdentifier(M.self), row: mark.table.layer.number(mark.row), count: mark.rows.count
    )
    if let known = labels[key] { return known }
    let label = words(of: mark)
    labels[key] = .some(label)
    return label
  }

  /// Returns what a mark shows: a bar its place and value, a line its points; nil where there is
  /// nothing to say.
  private func words<M: Mark>(of mark: PlacedMark<M>) -> String? {
    let layer = mark.table.layer
    let name = mark.style.name ?? ""
    guard mark.run.hasPositions else {
      let series = quantities.series(mark.row, in: layer)
      return words.titled(series.isEmpty ? name : series, words.count(1, M.markName))
    }
    guard mark.table.groups != nil || mark.rows.count > 1 else {
      let parts = quantities.row(mark.row, of: mark.run, in: layer)
      guard !parts.isEmpty else { return nil }
      // A line beside the data is no datum.
      let isExplaining = ChartReading.explaining.contains(M.markName)
      return words.titled(isExplaining ? words.explaining(M.markName) : "", words.list(parts))
    }
    let series = quantities.series(mark.row, in: layer)
    let text =
      mark.table.groups != nil && listsPoints && mark.rows.count <= Self.pointLimit
      ? words.items(
        mark.rows.map {
          words.list(quantities.row($0, of: mark.run, in: layer, fields: false))
        })
      : words.list(
        [words.count(mark.rows.count, mark.table.groups == nil ? M.markName : "point")]
          + quantities.extents(of: mark.rows, run: mark.run, in: layer))
    return text.isEmpty ? nil : words.titled(series.isEmpty ? name : series, text)
  }
}
