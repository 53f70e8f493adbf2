#if canImport(Charts)
  import Charts
  import SwiftUI
#else
  import Burin
  import Foundation
#endif

/// The visits of each day, stacked by where readers came from, with a goal.
public struct VisitsChart: View {
  private let visits: [Visits]
  private let goal: Int

  /// Creates a chart.
  public init(_ visits: [Visits], goal: Int) {
    self.visits = visits
    self.goal = goal
  }

  /// The chart.
  public var body: some View {
    Chart {
      ForEach(visits) { entry in
        BarMark(
          x: .value("Day", entry.day, unit: .day, calendar: Self.calendar),
          y: .value("Visits", entry.count)
        )
        .foregroundStyle(by: .value("Source", entry.source))
      }
      RuleMark(y: .value("Goal", goal))
        .lineStyle(StrokeStyle(lineWidth: 1.5, dash: [5, 4]))
        .annotation(position: .top, alignment: .trailing) {
          Text("Goal").font(.caption)
        }
    }
    .chartForegroundStyleScale(["Search": Color.indigo, "Links": Color.orange])
    .chartXAxis {
      AxisMarks(values: .stride(by: .day)) { _ in
        AxisValueLabel(format: Self.weekday, centered: true)
      }
    }
    .chartLegend(position: .top, alignment: .leading)
  }

  // An app follows the reader's calendar and language, a picture for all readers follows neither.
  private static var calendar: Calendar {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = .gmt
    return calendar
  }

  private static var weekday: Date.FormatStyle {
    Date.FormatStyle(locale: Locale(identifier: "en_GB"), calendar: calendar, timeZone: .gmt)
      .weekday(.abbreviated)
  }
}
