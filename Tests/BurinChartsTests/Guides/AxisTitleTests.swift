import BurinCharts
import BurinGeometry
import BurinScene
import Testing

@Suite("Titles of axes")
struct AxisTitleTests {
  @Test("The title of x stands in the middle of its ticks, beside labels that take room at a side")
  func middle() throws {
    let chart = Chart {
      PointMark(x: .value("x", 1), y: .value("y", 1)).annotation(position: .trailing) {
        Text("a label of some length beside the last point")
      }
    }
    .chartXScale(domain: 0...1).chartYScale(domain: 0...2)
    .chartXAxis { AxisMarks(values: .stride(by: 0.5, from: 0, through: 1)) }
    .chartXAxisLabel("middle").chartYAxis(.hidden)
    let texts = try chart.scene(width: 500).scene.texts()
    let title = try #require(texts.first { $0.text == "middle" }).ink
    let tick = try #require(texts.first { $0.text == "0.5" }).ink
    #expect(abs(title.midX - tick.midX) < 1)
  }

  @Test("The title of y keeps off a tick label at the plot's upper edge")
  func clearance() throws {
    let chart = Chart {
      PointMark(x: .value("x", 1), y: .value("y", 1))
    }
    .chartYScale(domain: 0...1)
    .chartYAxis { AxisMarks(values: .stride(by: 0.5, from: 0, through: 1)) }
    .chartYAxisLabel("height")
    let texts = try chart.scene(width: 300).scene.texts()
    let title = try #require(texts.first { $0.text == "height" }).ink
    let top = try #require(texts.first { $0.text == "1.0" }).ink
    #expect(top.minY - title.maxY >= 4)
  }

  @Test("Rules and bands across the plot do not name its axes, unless nothing else does")
  func rules() throws {
    func titles(@ChartContentBuilder _ marks: () -> some ChartContent) throws -> [String] {
      try Chart(content: marks).scene(width: 400, height: 240).scene.texts(below: "axis x title")
        .map(\.text)
    }
    let wait = try titles {
      BarMark(x: .value("Wait", 1), y: .value("Calls", 3))
      RuleMark(x: .value("median", 1.5))
    }
    #expect(wait == ["Wait"])
    #expect(try titles { RuleMark(x: .value("median", 1.5)) } == ["median"])
    let two = try titles {
      PointMark(x: .value("Wait", 1), y: .value("Calls", 3))
      PointMark(x: .value("Delay", 1), y: .value("Calls", 3))
    }
    #expect(two == [])
  }

  @Test("The ends of a stretch name no axis that a value names")
  func ends() throws {
    let chart = Chart {
      LineMark(x: .value("Hour", 1), y: .value("Glucose", 6))
      LineMark(x: .value("Hour", 2), y: .value("Glucose", 7))
      AreaMark(x: .value("Hour", 1), yStart: .value("low", 5), yEnd: .value("high", 8))
      AreaMark(x: .value("Hour", 2), yStart: .value("low", 5), yEnd: .value("high", 8))
    }
    let scene = try chart.scene(width: 400, height: 240).scene
    #expect(scene.texts(below: "axis y title").map(\.text) == ["Glucose"])
  }

  @Test("A title of x in two lines has them centred, and at an end where it is asked for")
  func lines() throws {
    func lines(_ alignment: Alignment?) throws -> [Rect] {
      let chart = Chart { PointMark(x: .value("x", 1), y: .value("y", 1)) }
        .chartXAxisLabel(position: .bottom, alignment: alignment) {
          Text("a title that is much too long for the width of its chart and so has a short rest")
        }
      let texts = try chart.scene(width: 420, height: 240).scene.texts(below: "axis x title")
      return texts.map(\.ink).sorted { $0.minY < $1.minY }
    }
    let centred = try lines(nil)
    try #require(centred.count == 2)
    #expect(abs(centred[0].midX - centred[1].midX) < 1)
    let leading = try lines(.leading)
    try #require(leading.count == 2)
    #expect(abs(leading[0].minX - leading[1].minX) < 1.5)
  }

  @Test("A title that is wider than its plot stays within the chart")
  func wide() throws {
    let chart = Chart { PointMark(x: .value("x", 1), y: .value("y", 123_456)) }
      .chartXAxisLabel("a title about as wide as the whole chart with its labels")
      .chartYAxisLabel("a title as high as the whole chart is", position: .leading)
    let (scene, notes) = try chart.scene(width: 375, height: 240)
    #expect(notes.isEmpty, "\(notes)")
    let margin = Theme.standard.margin
    for step in ["axis x title", "axis y title"] {
      let title = try #require(scene.texts(below: step).first).ink
      #expect(title.minX >= margin - 1 && title.maxX <= 375 - margin + 1, "\(title)")
      #expect(title.minY >= margin - 1 && title.maxY <= 240 - margin + 1, "\(title)")
    }
  }

  @Test("A title of y stays above its axis where plots in line with it have more above them")
  func alignedTitles() throws {
    func chart(_ title: String) -> Chart {
      Chart { BarMark(x: .value("Month", "May"), y: .value("Rain", 8)) }.chartTitle(title)
    }
    let row = HStack {
      chart("Two\nlines\nand a third")
      Chart { BarMark(x: .value("Month", "May"), y: .value("Rain", 8)) }
    }
    let scene = try row.scene(width: 600, height: 300).scene
    let titles = scene.texts(below: "axis y title").map(\.ink)
    let labels = scene.texts(below: "axis y").filter { $0.text == "8" }.map(\.ink)
    #expect(titles.count == 2 && labels.count == 2)
    #expect(abs(titles[0].minY - titles[1].minY) < 0.01)
    #expect(abs(labels[0].minY - labels[1].minY) < 0.01)
  }

  @Test("An axis whose quantity is called as its chart is has no title of its own")
  func sameName() throws {
    func titles(_ title: String) throws -> [String] {
      try Chart { BarMark(x: .value("Month", "May"), y: .value("Rain", 8)) }.chartTitle(title)
        .scene(width: 400, height: 300).scene.texts(below: "axis").map(\.text)
        .filter { $0 == "Month" || $0 == "Rain" }
    }
    #expect(try titles("Rain") == ["Month"])
    #expect(try Set(titles("Rain in May")) == ["Month", "Rain"])
  }

  @Test("A title from a string is shown letter by letter, one from a literal with its markup")
  func verbatim() throws {
    let string = "**2** of $3$"
    func texts(_ chart: Chart) throws -> String {
      try chart.scene(width: 400, height: 300).scene.texts(below: "title").map(\.text).joined()
    }
    let chart = Chart { BarMark(x: .value("Month", "May"), y: .value("Rain", 8)) }
    #expect(try texts(chart.chartTitle(string)) == string)
    #expect(try texts(chart.chartTitle("**2** of 3")) == "2 of 3")
  }
}
