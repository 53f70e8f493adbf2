import BurinCharts
import BurinScales
import BurinScene
import Testing

@Suite("What a chart says of its data")
struct ReadingTests {
  private struct Visit {
    var day: String
    var count: Double
    var site: String
  }

  private let visits = [
    Visit(day: "Mon", count: 12, site: "A"), Visit(day: "Tue", count: 19, site: "A"),
    Visit(day: "Wed", count: 7.25, site: "B"), Visit(day: "Thu", count: 1.0 / 3, site: "B"),
  ]

  private func labels(
    _ content: some FigureContent, _ role: Role, language: String = "en"
  ) throws -> [String] {
    var labels: [String] = []
    func visit(_ items: [SceneItem]) {
      for case .group(let group) in items {
        if group.role == role, let label = group.dataLabel { labels.append(label) }
        visit(group.items)
      }
    }
    visit(try content.scene(language: language).scene.items)
    return labels
  }

  private var bars: Chart {
    Chart(visits, id: \.day) {
      BarMark(x: .value("Day", $0.day), y: .value("Visits", $0.count))
    }
  }

  @Test("A bar says its category and its value, an axis its quantity and its extent")
  func words() throws {
    #expect(
      try labels(bars, .mark)
        == ["Mon, Visits 12", "Tue, Visits 19", "Wed, Visits 7.25", "Thu, Visits 0.3333"])
    #expect(
      try labels(bars, .axis)
        == ["vertical axis: Visits, 0 to 20", "horizontal axis: Day, Mon, Tue, Wed, Thu"])
    let chinese = try labels(bars, .mark, language: "zh")
    #expect(chinese.first == "Mon，Visits 12")
    #expect(try labels(bars, .axis, language: "zh").first == "纵轴：Visits，0 至 20")
  }

  @Test("A chart says what it is and its extremes, in the picture's language")
  func summary() throws {
    #expect(
      try labels(bars, .chart) == [
        "Bar chart: Visits by Day. 4 bars; largest: Tue, Visits 19; smallest: Thu, Visits 0.3333."
      ])
    #expect(
      try labels(bars, .chart, language: "zh-Hans") == [
        "条形图：Visits（按Day）。4 个条形；最大：Tue，Visits 19；最小：Thu，Visits 0.3333。"
      ])
    let points = Chart(0..<300) {
      PointMark(x: .value("Height", $0), y: .value("Weight", 300 - $0))
    }
    #expect(
      try labels(points, .chart)
        == ["Scatter plot: Weight by Height. 300 points; Height 0 to 299; Weight 1 to 300."])
    #expect(try labels(points, .mark) == ["300 points, Height 0 to 299, Weight 1 to 300"])
  }

  @Test("A line says its series and its points in the order in which they are joined")
  func lines() throws {
    let chart = Chart(visits, id: \.day) {
      LineMark(x: .value("Day", $0.day), y: .value("Visits", $0.count))
        .foregroundStyle(by: .value("Site", $0.site))
    }
    #expect(
      try labels(chart, .mark) == [
        "A: Mon, Visits 12; Tue, Visits 19", "B: Wed, Visits 7.25; Thu, Visits 0.3333",
      ])
    func long(_ count: Int) -> Chart {
      Chart(0..<count) { LineMark(x: .value("x", $0), y: .value("y", $0 * 2)) }
    }
    #expect(
      try labels(long(31), .mark)
        == ["31 points, x 0 to 30, y 0 to 60; first: x 0, y 0; last: x 30, y 60"])
    #expect(try labels(long(30), .mark).first?.hasPrefix("x 0, y 0; x 1, y 2; x 2") == true)
  }

  @Test("A line through points that stand beside it doesn't say each of them again")
  func pointedOut() throws {
    let chart = Chart(visits, id: \.day) {
      LineMark(x: .value("Day", $0.day), y: .value("Visits", $0.count))
      PointMark(x: .value("Day", $0.day), y: .value("Visits", $0.count))
    }
    let labels = try labels(chart, .mark)
    #expect(
      labels.first
        == "4 points, Day Mon to Thu, Visits 0.3333 to 19; first: Mon, Visits 12; last: Thu, Visits 0.3333"
    )
    #expect(
      labels.dropFirst() == [
        "Mon, Visits 12", "Tue, Visits 19", "Wed, Visits 7.25", "Thu, Visits 0.3333",
      ])
  }

  @Test("A function says where it begins and ends, and its extremes between")
  func functionEnds() throws {
    let chart = Chart {
      LinePlot(x: "x", y: "y", domain: 0...2) { $0 * (2 - $0) }
      AreaPlot(x: "x", y: "y", domain: 0...2) { $0 * (2 - $0) }
    }
    .chartXScale(domain: 0...4)
    // The area below the curve is the same function.
    #expect(
      try labels(chart, .mark) == ["first: x 0, y 0; last: x 2, y 0; largest: x 1, y 1"])
    let line = Chart { LinePlot(x: "", y: "", domain: 2018...2026) { 3 * $0 - 6054 } }
      .chartXAxisLabel("Year")
    #expect(try labels(line, .mark) == ["first: Year 2018, 0; last: Year 2026, 24"])
  }

  @Test("A label is heard with its formulas in words")
  func spokenLabels() throws {
    let chart = Chart {
      BarMark(x: .value("Day", "Mon"), y: .value("Visits", 12))
        .accessibilityLabel(Text("the prior $P(x)$")).accessibilityValue("a $ a day")
    }
    let found = try chart.scene().scene.items.spokenText
    #expect(found == "the prior P of x: a $ a day")
    let content = Text("x").accessibilityLabel(Text("mean $\\mu$"))
    #expect(try content.scene().scene.items.spokenText == "mean mu")
  }

  @Test("Each value is said once, ends by their own names")
  func once() throws {
    let colored = Chart(visits, id: \.day) {
      BarMark(x: .value("Day", $0.day), y: .value("Visits", $0.count))
        .foregroundStyle(by: .value("Day", $0.day))
    }
    #expect(try labels(colored, .mark).first == "Mon, Visits 12")
    let spans = Chart {
      BarMark(xStart: .value("Low", 3), xEnd: .value("High", 5), y: .value("Job", "a"))
      RectangleMark(xStart: .value("x", 1), xEnd: .value("x", 2), y: .value("Job", "b"))
    }
    #expect(try labels(spans, .mark) == ["a, Low 3, High 5", "b, x 1 to 2"])
  }

  @Test("A mark that is a text, and one with a label of its own, are not said twice")
  func own() throws {
    let texts = Chart { TextMark(x: .value("x", 1), y: .value("y", 2)) { Text("12") } }
    #expect(try labels(texts, .mark) == [])
    let scene = try bars.accessibilityLabel("Visits of a week").scene().scene
    #expect(scene.altText == "Visits of a week")
  }

  @Test("A function's names are those of its axes, and of the chart")
  func functions() throws {
    let scene = try Chart {
      LinePlot(x: "t", y: "height", domain: 0...2) { $0 * (2 - $0) }
    }.scene().scene
    #expect(scene.title == "height by t")
    #expect(scene.text.contains("\"height\""))
  }

  @Test("A page without a title is called what its charts are called; descriptions follow")
  func names() throws {
    let scene = try bars.chartTitle("A week").scene().scene
    #expect(scene.title == "A week")
    #expect(scene.altText.hasPrefix("Bar chart: A week. 4 bars"))
    let two = try VStack {
      bars
      bars.chartTitle("Again")
    }.scene().scene
    #expect(two.title == "Visits by Day; Again")
    #expect(try bars.scene(title: "Given", altText: "Words").scene.title == "Given")
    #expect(try bars.scene(title: "Given", altText: "Words").scene.altText == "Words")
    #expect(try bars.accessibilityHidden(true).scene().scene.title == "")
  }

  @Test("Panels are one chart to a reader")
  func panels() throws {
    let chart = Chart(visits, id: \.day) {
      BarMark(x: .value("Day", $0.day), y: .value("Visits", $0.count))
        .facet(by: .value("Site", $0.site))
    }
    let scene = try chart.scene().scene
    #expect(scene.title == "Visits by Day")
    #expect(scene.charts.all.count == 1)
    #expect(scene.charts.all.first?.table.columns == ["Day", "Visits", "Site"])
  }

  @Test("A scene's text holds what marks say, and reading it back keeps it")
  func text() throws {
    let scene = try bars.scene().scene
    #expect(scene.text.contains("mark \"bar 1\" data \"Mon, Visits 12\""))
    #expect(try Scene(text: scene.text).text == scene.text)
  }

  @Test("Thousands of marks are heard as one sentence, not one by one")
  func thousands() throws {
    func chart(_ count: Int) -> Chart {
      Chart(0..<count, id: \.self) {
        // Widths that differ keep the rules from being one column.
        RuleMark(x: .value("x", $0), yStart: .value("y", 0), yEnd: .value("y", $0 % 10))
          .lineStyle(StrokeStyle(lineWidth: $0 % 2 == 0 ? 1 : 2))
      }
    }
    #expect(try labels(chart(5_000), .mark).count == 5_000)
    #expect(try labels(chart(5_001), .mark) == ["5001 rules, x 0 to 5000, y 0 to 9"])
  }

  @Test("Times are said as finely as any of the channel needs, be it an end or a late row")
  func fineTimes() throws {
    let shift = Chart {
      BarMark(
        xStart: .value("From", CivilTime(year: 2024, month: 3, day: 1)),
        xEnd: .value("To", CivilTime(year: 2024, month: 3, day: 1, second: 34_200)),
        y: .value("Shift", "night"))
    }
    let heard = try labels(shift, .mark).joined()
    #expect(heard.contains("00:00") && heard.contains("09:30"), "\(heard)")
    let days = Chart(0..<2_500, id: \.self) {
      PointMark(
        x: .value("Year", CivilTime(year: 1 + $0, second: $0 == 2_400 ? 60 : 0)),
        y: .value("Count", $0)
      )
      // Sizes that differ keep the points apart.
      .symbolSize($0 % 2 == 0 ? 20 : 30)
    }
    #expect(try labels(days, .mark).contains { $0.contains("00:01") })
  }
}
