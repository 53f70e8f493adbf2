import Burin
import Foundation

extension ChartRequest {
  /// The chart; texts of requests are shown letter by letter, never read as markup.
  func chart() throws -> AnyContent {
    let dates = try rows.compactMap { row -> Date? in
      try Deadline.check()
      return if case .text(let text) = row.x {
        try? Date(text, strategy: .iso8601.year().month().day())
      } else {
        nil
      }
    }
    let chart =
      if !rows.isEmpty, dates.count == rows.count {
        content(xs: dates)
      } else if rows.allSatisfy({ if case .number = $0.x { true } else { false } }) {
        content(
          xs: rows.map { row -> Double in if case .number(let x) = row.x { x } else { .nan } })
      } else {
        content(
          xs: rows.map { row -> String in
            switch row.x {
            case .number(let x): "\(x)"
            case .text(let text): text
            }
          })
      }
    return AnyContent(title.isEmpty ? chart : chart.chartTitle(Text(verbatim: title)))
  }

  private func content<X: Plottable>(xs: [X]) -> Chart {
    let points = zip(xs, rows).map { (x: $0, y: $1.y ?? .nan, series: $1.series) }
    let hasSeries = points.contains { $0.series != nil }
    let chart = Chart {
      for point in points {
        let x = PlottableValue.value(xLabel, point.x)
        let y = PlottableValue.value(yLabel, point.y)
        let key = PlottableValue.value("Series", point.series ?? "")
        switch (mark, hasSeries) {
        case (.bar, true): BarMark(x: x, y: y).foregroundStyle(by: key).position(by: key)
        case (.bar, false): BarMark(x: x, y: y)
        case (.line, true): LineMark(x: x, y: y).foregroundStyle(by: key)
        case (.line, false): LineMark(x: x, y: y)
        case (.area, true): AreaMark(x: x, y: y).foregroundStyle(by: key)
        case (.area, false): AreaMark(x: x, y: y)
        case (.point, true): PointMark(x: x, y: y).foregroundStyle(by: key)
        case (.point, false): PointMark(x: x, y: y)
        }
      }
    }
    return chart
  }
}
