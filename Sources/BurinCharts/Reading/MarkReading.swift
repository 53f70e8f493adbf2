import BurinScales
import BurinScene

/// Speaks of the data that marks show, for one rendering of a chart.
///
/// A chart is drawn anew while it makes room for labels; what a mark shows is put into words once.
final class MarkReading {
  private let quantities: QuantityReading
  /// Whether lines and areas name each of their points.
  private let listsPoints: Bool

  /// Whether points show what lines and areas join, by the type of these.
  private let pointedOut: Set<ObjectIdentifier>

  /// Whether each mark says its data.
  private let namesMarks: Bool
  /// The number of the mark that has said what all of its type are, by the type.
  private var summarized: [ObjectIdentifier: Int] = [:]

  private var labels: [Key: String?] = [:]
  /// What was said of functions.
  private var courses: Set<String> = []

  private struct Key: Hashable {
    var mark: ObjectIdentifier
    var row: Int
    var count: Int
  }

  private var words: ReadingWords { quantities.words }

  /// The most points that a line or an area names; of more it tells the extent and the ends, for
  /// nobody listens to a minute of numbers.
  private static let pointLimit = 30
  /// The most rows of a chart whose lines name their points.
  private static let rowLimit = 2_000
  /// The most rows of a chart whose marks each say their data; of more the first mark of a type says
  /// how many there are and what they span.
  private static let markLimit = 5_000

  init(_ model: ChartModel, titles: [Channel: String], _ context: LayoutContext) {
    quantities = QuantityReading(
      model, titles: titles, language: context.language, region: context.region)
    let count = model.tables.reduce(0) { $0 + $1.layer.count }
    (listsPoints, namesMarks) = (count <= Self.rowLimit, count <= Self.markLimit)
    let points = model.tables.filter { $0.groups == nil && $0.layer.mark.isPoint }.map(\.layer)
    pointedOut = Set(
      model.tables.filter { table in
        table.groups != nil
          && points.contains { layer in
            [Channel.x, .y].allSatisfy {
              layer.positions[$0]?.start == table.layer.positions[$0]?.start
                && layer.positions[$0]?.end == table.layer.positions[$0]?.end
            }
          }
      }.map { ObjectIdentifier($0.layer.mark) })
  }

  /// Returns what a mark shows; nil where there is nothing to say.
  func label<M: Mark>(of mark: PlacedMark<M>, in plot: PlotArea) -> String? {
    // Marks that say nothing are not remembered: there may be a hundred thousand.
    if !namesMarks, mark.table.groups == nil, mark.rows.count == 1, mark.run.hasPositions,
      summarized[ObjectIdentifier(M.self)].map({ $0 != mark.table.layer.number(mark.row) }) ?? false
    {
      return nil
    }
    let key = Key(
      mark: ObjectIdentifier(M.self), row: mark.table.layer.number(mark.row), count: mark.rows.count
    )
    if let known = labels[key] { return known }
    var label = words(of: mark, in: plot)
    // An area below a curve says nothing new.
    if !mark.run.hasPositions, let text = label, !courses.insert(text).inserted { label = nil }
    labels[key] = .some(label)
    return label
  }

  /// Returns what a mark shows: a bar its place and value, a line its points; nil where there is
  /// nothing to say.
  private func words<M: Mark>(of mark: PlacedMark<M>, in plot: PlotArea) -> String? {
    let layer = mark.table.layer
    let name = mark.style.name ?? ""
    guard mark.run.hasPositions else {
      let series = quantities.series(mark.row, in: layer)
      let course = course(of: mark, in: plot)
      return words.titled(
        series.isEmpty ? name : series,
        course.isEmpty ? words.count(1, M.markName) : words.items(course))
    }
    guard mark.table.groups != nil || mark.rows.count > 1 else {
      guard namesMarks else {
        let type = ObjectIdentifier(M.self)
        guard summarized[type] == nil else { return nil }
        summarized[type] = layer.number(mark.row)
        return summary(of: MarkRows(0..<layer.count), as: mark)
      }
      let parts = quantities.row(mark.row, of: mark.run, in: layer)
      guard !parts.isEmpty else { return nil }
      // A line beside the data is no datum.
      let isExplaining = ChartReading.explaining.contains(M.markName)
      return words.titled(isExplaining ? words.explaining(M.markName) : "", words.list(parts))
    }
    let series = quantities.series(mark.row, in: layer)
    let text =
      mark.table.groups != nil && listsPoints && mark.rows.count <= Self.pointLimit
        && !pointedOut.contains(ObjectIdentifier(M.self))
      ? words.items(
        mark.rows.map {
          words.list(quantities.row($0, of: mark.run, in: layer, fields: false))
        })
      : summary(of: mark.rows, as: mark)
    return text.isEmpty ? nil : words.titled(series.isEmpty ? name : series, text)
  }

  /// Returns how many rows there are and what they span, and the ends of a line.
  private func summary<M: Mark>(of rows: MarkRows, as mark: PlacedMark<M>) -> String {
    let layer = mark.table.layer
    let isJoined = mark.table.groups != nil
    let count = words.list(
      [words.count(rows.count, isJoined ? "point" : M.markName)]
        + quantities.extents(of: rows, run: mark.run, in: layer))
    guard isJoined, listsPoints, let first = rows.first, let last = rows.last else {
      return count
    }
    func spoken(_ row: Int) -> String {
      words.list(quantities.row(row, of: mark.run, in: layer, fields: false))
    }
    return words.items([count, words.first(spoken(first)), words.last(spoken(last))])
  }

  /// The places within the plot at which a function is read.
  private static let samples = 400

  /// Returns what a function does within the plot: its ends, and its extremes between them; empty
  /// where it has no value to be seen.
  private func course<M: Mark>(of mark: PlacedMark<M>, in plot: PlotArea) -> [String] {
    guard let x = plot.x.continuous, let y = plot.y.continuous else { return [] }
    let asked = M.functionDomain(mark.parameters) ?? x.domain
    let range = asked.clamped(to: x.domain)
    let (low, high) = (x.position(range.lowerBound), x.position(range.upperBound))
    let places = (0...Self.samples).map { step in
      x.value(at: low + (high - low) * Double(step) / Double(Self.samples))
    }
    let values = M.functionValues(mark.parameters, over: places)
    let seen = zip(places, values).filter { y.domain.contains($0.1) }
    guard let first = seen.first, let last = seen.last,
      let least = seen.min(by: { $0.1 < $1.1 }), let most = seen.max(by: { $0.1 < $1.1 })
    else { return [] }
    let layer = mark.table.layer
    func spoken(_ point: (Double, Double)) -> String {
      words.list([
        words.quantity(
          quantities.name(.x, in: layer), quantities.rounded(point.0, within: x.domain)),
        words.quantity(
          quantities.name(.y, in: layer), quantities.rounded(point.1, within: y.domain)),
      ])
    }
    var parts = [words.first(spoken(first)), words.last(spoken(last))]
    // A curve that only rises or falls has its extremes at its ends.
    let step = (y.domain.upperBound - y.domain.lowerBound) / 1000
    if most.1 > max(first.1, last.1) + step { parts.append(words.largest(spoken(most))) }
    if least.1 < min(first.1, last.1) - step { parts.append(words.smallest(spoken(least))) }
    return parts
  }
}
