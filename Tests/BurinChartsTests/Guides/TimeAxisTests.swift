import BurinCharts
import BurinScales
import BurinScene
import Testing

@Suite("Axes of times")
struct TimeAxisTests {
  private func day(_ day: Int, second: Int = 0) -> CivilTime {
    CivilTime(year: 2024, month: 2, day: day, second: second)
  }

  private func labels(@ChartContentBuilder _ content: () throws -> some ChartContent) throws
    -> [String]
  {
    try Chart { try content() }.chartXAxisLabel(.hidden).scene(width: 500, height: 300).scene.texts(
      below: "axis x"
    )
    .map(\.text)
  }

  @Test("Values that are times get dates at their axis, which ends where they end")
  func dates() throws {
    let chart = Chart {
      for (index, date) in [1, 8, 15, 22].enumerated() {
        LineMark(x: .value("day", day(date)), y: .value("count", index))
      }
    }
    .chartXAxisLabel(.hidden)
    let texts = try chart.scene(width: 500, height: 300).scene.texts(below: "axis x").map(\.text)
    #expect(texts.count >= 3)
    #expect(texts.allSatisfy { $0.hasPrefix("2024-02-") })
  }

  @Test("Times of one morning are clock times, the first with its day")
  func clock() throws {
    let texts = try labels {
      for hour in 8...12 {
        PointMark(x: .value("time", day(29, second: hour * 3600)), y: .value("count", hour))
      }
    }
    #expect(texts.contains("12:00"))
    #expect(texts.contains("2024-02-29"))
  }

  @Test("One time alone is shown within its day")
  func single() throws {
    let texts = try labels {
      PointMark(x: .value("time", day(29, second: 43_200)), y: .value("count", 1))
    }
    #expect(texts.contains("12:00"))
  }

  @Test("Times and plain numbers do not share an axis")
  func mixed() throws {
    let error = #expect(throws: ChartError.self) {
      try labels {
        PointMark(x: .value("time", day(1)), y: .value("count", 1))
        RuleMark(x: .value("limit", 72))
      }
    }
    #expect(
      error?.description
        == "the x axis has both times and numbers (at rule); use one kind of value")
  }

  @Test("Without dates, a scale of times is asked for by name")
  func named() throws {
    let chart = Chart {
      LineMark(x: .value("seconds", 0), y: .value("y", 0))
      LineMark(x: .value("seconds", 3 * 365 * 86_400), y: .value("y", 1))
    }
    .chartXScale(type: .time)
    let texts = try chart.scene(width: 500, height: 300).scene.texts(below: "axis x").map(\.text)
    #expect(texts.first == "1970" || texts.first == "1970-01")
  }

  @Test("A bar of a day of civil times spans the day")
  func days() throws {
    let times = [CivilTime(year: 2026, month: 11, day: 24, second: 3 * 3600)]
    let one = PlottableValue.value("Day", times[0], unit: .day)
    let day = CivilTime(year: 2026, month: 11, day: 24).secondsSince1970
    #expect(ChannelValue(one).start == day)
    #expect(ChannelValue(one).end == day + 86_400)
    func scene(_ chart: Chart) throws -> Scene {
      try chart.scene(width: 400, height: 200).scene
    }
    #expect(
      try scene(Chart { BarMark(x: .value("Day", times[0], unit: .day), y: .value("n", 1)) })
        == scene(
          Chart {
            BarPlot(times, x: .value("Day", \.self, unit: .day), y: .value("n", 1))
          }))
  }
}
