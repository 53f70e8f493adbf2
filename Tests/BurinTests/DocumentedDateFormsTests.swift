import Burin
import Foundation
import Testing

@Suite("Dates in all documented forms")
struct DocumentedDateFormsTests {
  private func date(_ month: Int, _ day: Int, hour: Int = 0) -> Date {
    var parts = DateComponents(timeZone: .gmt, year: 2026, month: month, day: day)
    parts.hour = hour
    return Calendar(identifier: .gregorian).date(from: parts) ?? .distantPast
  }

  @Test("About a number of bins begin at round times and cover the range")
  func bins() {
    let months = DateBins(range: date(1, 10)...date(12, 5), desiredCount: 12)
    #expect(months.thresholds.first == date(1, 1) && months.count == 12)
    let quarters = DateBins(range: date(2, 10)...date(12, 5), desiredCount: 4)
    #expect(quarters.thresholds.prefix(3) == [date(1, 1), date(4, 1), date(7, 1)])
    let hours = DateBins(data: [date(3, 1, hour: 7), date(3, 2, hour: 2)], desiredCount: 6)
    #expect(hours.thresholds.prefix(2) == [date(3, 1, hour: 6), date(3, 1, hour: 9)])
    #expect(hours.contains { $0.contains(date(3, 2, hour: 2)) })
    #expect(DateBins(data: []).isEmpty)
    #expect(!DateBins(data: [date(1, 1), date(1, 1)]).contains { $0.lowerBound > date(1, 1) })
  }

  @Test("An axis whose domain is a range of dates has dates, without a mark too")
  func emptyAxis() throws {
    let chart = Chart {}.chartXScale(domain: date(5, 4)...date(5, 11)).chartYScale(domain: 0...1)
    let svg = try chart.render(.svg(text: .live), RenderOptions(width: 420, height: 200))
    let text = String(decoding: svg.bytes, as: UTF8.self)
    #expect(text.contains("2026-05") && !text.contains("×"))
  }

  @Test("Listed dates and a format of theirs go with a stroke")
  func listed() throws {
    let days = [date(5, 4), date(5, 6)]
    let chart = Chart(days, id: \.self) { PointMark(x: .value("d", $0), y: .value("y", 1)) }
      .chartXAxis {
        AxisMarks(
          format: Date.FormatStyle(locale: Locale(identifier: "en_GB"), timeZone: .gmt).day(),
          values: days, stroke: StrokeStyle(lineWidth: 2))
      }
    let svg = try chart.render(.svg(text: .live), RenderOptions(width: 420, height: 200))
    let text = String(decoding: svg.bytes, as: UTF8.self)
    #expect(text.contains(">4<") && text.contains(">6<"))
  }
}
