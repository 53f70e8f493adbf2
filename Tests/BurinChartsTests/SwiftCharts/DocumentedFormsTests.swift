import BurinCharts
import BurinGeometry
import BurinScales
import BurinScene
import Testing

/// A rectangle's sides as properties, in points and as values.
private struct Item: Sendable {
  var name: String
  var amount: Double
  var low: Double
  var high: Double
  var start: Float
  var end: Float
  var stroke = StrokeStyle(lineWidth: 3, dash: [2, 1])
  var text: Text { Text("“\(name)”") }
  var all: String { "all" }
  var isHidden: Bool { name == "b" }
}

private let items = [
  Item(name: "a", amount: 2, low: 1, high: 4, start: 10, end: 30),
  Item(name: "b", amount: 3, low: 2, high: 6, start: 20, end: 60),
]

/// Each plot of a collection beside the marks that its documentation says it stands for.
@Suite("All documented forms of plots and marks")
struct DocumentedFormsTests {
  private func same(
    _ plot: some ChartContent, @ChartContentBuilder _ mark: (Item) -> some ChartContent,
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    let one = try Drawn(Chart { plot })
    let other = try Drawn(Chart { for item in items { mark(item) } })
    #expect(one.scene.text == other.scene.text, sourceLocation: location)
    #expect(!one.scene.leaves.isEmpty, sourceLocation: location)
  }

  private func value(_ value: Double) -> PlottableValue<Double> { .value("v", value) }

  @Test("Rectangles have sides of values, of points, and of points that are properties")
  func rectangles() throws {
    try same(RectanglePlot(items, x: .value("v", \.amount), yStart: 5, yEnd: 25)) {
      RectangleMark(x: value($0.amount), yStart: 5, yEnd: 25)
    }
    try same(
      RectanglePlot(items, x: .value("v", \.amount), yStart: \.start, yEnd: \.end, width: 8)
    ) {
      RectangleMark(
        x: value($0.amount), yStart: Double($0.start), yEnd: Double($0.end), width: 8)
    }
    try same(
      RectanglePlot(items, xStart: \.start, xEnd: \.end, y: .value("v", \.amount), height: 8)
    ) {
      RectangleMark(
        xStart: Double($0.start), xEnd: Double($0.end), y: value($0.amount), height: 8)
    }
    try same(
      RectanglePlot(
        items, xStart: .value("v", \.low), xEnd: .value("v", \.high), yStart: \.start, yEnd: \.end)
    ) {
      RectangleMark(
        xStart: value($0.low), xEnd: value($0.high), yStart: Double($0.start),
        yEnd: Double($0.end))
    }
    try same(
      RectanglePlot(
        items, xStart: \.start, xEnd: \.end, yStart: .value("v", \.low), yEnd: .value("v", \.high))
    ) {
      RectangleMark(
        xStart: Double($0.start), xEnd: Double($0.end), yStart: value($0.low),
        yEnd: value($0.high))
    }
  }

  @Test("Rules lie at values, at points and at points that are properties")
  func rules() throws {
    try same(RulePlot(items, x: .value("v", \.amount), yStart: \.start, yEnd: \.end)) {
      RuleMark(x: value($0.amount), yStart: Double($0.start), yEnd: Double($0.end))
    }
    try same(RulePlot(items, xStart: 4, xEnd: nil, y: .value("v", \.amount))) {
      RuleMark(xStart: 4, xEnd: nil, y: value($0.amount))
    }
    try same(RulePlot(items, x: \.start, yStart: .value("v", \.low), yEnd: .value("v", \.high))) {
      RuleMark(x: Double($0.start), yStart: value($0.low), yEnd: value($0.high))
    }
    try same(RulePlot(items, xStart: .value("v", \.low), xEnd: .value("v", \.high), y: nil)) {
      RuleMark(xStart: value($0.low), xEnd: value($0.high), y: nil)
    }
  }

  @Test("A rule without a value across lies at its distance, or in the middle")
  func ruleAcross() throws {
    func rule(_ y: Double?) throws -> (rule: Rect, plot: Rect) {
      let drawn = try Drawn(
        Chart {
          RectangleMark(xStart: nil, xEnd: nil, yStart: nil, yEnd: nil)
          RuleMark(xStart: value(1), xEnd: value(3), y: y)
        }
        .chartXScale(domain: 0...4).chartYScale(domain: 0...1))
      return (
        try #require(drawn.outlines("rule").first), try #require(drawn.outlines("rectangle").first)
      )
    }
    let (first, plot) = try rule(20)
    #expect(abs(first.midY - (plot.minY + 20)) < 0.01)
    let (middle, _) = try rule(nil)
    #expect(abs(middle.midY - plot.midY) < 0.01)
    #expect(abs(middle.minX - (plot.minX + plot.width / 4)) < 0.01)
  }

  @Test("Bars of one axis fill the plot, lie between distances, or have a thickness")
  func bars() throws {
    func bar(_ mark: BarMark) throws -> (bar: Rect, plot: Rect) {
      let drawn = try Drawn(
        Chart {
          RectangleMark(xStart: nil, xEnd: nil, yStart: nil, yEnd: nil)
          mark
        }
        .chartXScale(domain: 0...4))
      return (
        try #require(drawn.outlines("bar").first), try #require(drawn.outlines("rectangle").first)
      )
    }
    let (whole, plot) = try bar(BarMark(x: value(2)))
    #expect(abs(whole.minY - plot.minY) < 0.01 && abs(whole.maxY - plot.maxY) < 0.01)
    #expect(abs(whole.width - plot.width / 2) < 0.01)
    let (part, _) = try bar(BarMark(x: value(2), yStart: 10, yEnd: 34))
    #expect(abs(part.minY - (plot.minY + 10)) < 0.01 && abs(part.height - 24) < 0.01)
    let (thin, _) = try bar(BarMark(x: value(2), height: 12))
    #expect(abs(thin.height - 12) < 0.01 && abs(thin.midY - plot.midY) < 0.01)
    try same(BarPlot(items, x: .value("v", \.amount), yStart: \.start, yEnd: \.end)) {
      BarMark(x: value($0.amount), yStart: Double($0.start), yEnd: Double($0.end))
    }
    try same(
      BarPlot(items, xStart: .value("v", \.low), xEnd: .value("v", \.high), yStart: 3, yEnd: 9)
    ) {
      BarMark(xStart: value($0.low), xEnd: value($0.high), yStart: 3, yEnd: 9)
    }
  }

  @Test("Thickness, points, strokes, words and slots come from properties")
  func properties() throws {
    try same(BarPlot(items, x: .value("n", \.name), y: .value("v", \.amount), width: .fixed(\.low)))
    {
      BarMark(x: .value("n", $0.name), y: value($0.amount), width: .fixed($0.low))
    }
    try same(PointPlot(items, x: .value("v", \.amount), y: \.start).symbolSize(\.high)) {
      PointMark(x: value($0.amount), y: Double($0.start)).symbolSize($0.high)
    }
    try same(
      RulePlot(items, y: .value("v", \.amount)).lineStyle(\.stroke).accessibilityLabel(\.text)
        .accessibilityHidden(\.isHidden)
    ) {
      RuleMark(y: value($0.amount)).lineStyle($0.stroke).accessibilityLabel($0.text)
        .accessibilityHidden($0.isHidden)
    }
    try same(
      BarPlot(items, x: .value("k", \.all), y: .value("v", \.amount))
        .position(by: .value("n", \.name), axis: .horizontal, span: .ratio(0.5))
    ) {
      BarMark(x: .value("k", $0.all), y: value($0.amount))
        .position(by: .value("n", $0.name), axis: .horizontal, span: .ratio(0.5))
    }
    try same(
      AreaPlot(
        items, xStart: .value("v", \.low), xEnd: .value("v", \.high), y: .value("y", \.amount),
        series: .value("s", \.all))
    ) {
      AreaMark(
        xStart: value($0.low), xEnd: value($0.high), y: .value("y", $0.amount),
        series: .value("s", $0.all))
    }
  }

  @Test("A scale of categories makes a key of each number, and needs words on an axis")
  func categories() throws {
    let chart = Chart {
      for n in 0..<12 {
        PointMark(x: value(Double(n)), y: value(1)).foregroundStyle(by: .value("n", n))
      }
    }
    #expect(try Drawn(chart).leaves(of: "legend").count < 12)
    let keys = try Drawn(chart.chartForegroundStyleScale(type: .category))
    #expect(keys.leaves(of: "legend").count >= 24)
    let error = #expect(throws: ChartError.self) { try Drawn(chart.chartXScale(type: .category)) }
    #expect(error?.description.contains("give them as strings") == true)
  }

  @Test("An automatic scale of colours is changed by a function and reversed")
  func automaticColors() throws {
    func names(_ domain: AutomaticScaleDomain) throws -> [String] {
      let chart = Chart {
        for name in ["b", "c", "a"] {
          PointMark(x: value(1), y: value(2)).foregroundStyle(by: .value("k", name))
        }
      }
      .chartForegroundStyleScale(domain: domain, range: [Color.red, .green, .blue])
      return try Drawn(chart).texts("legend")
    }
    #expect(try names(.automatic) == ["b", "c", "a"])
    #expect(try names(.automatic(reversed: true)) == ["a", "c", "b"])
    #expect(try names(.automatic(dataType: String.self) { $0.sort() }) == ["a", "b", "c"])
  }
}
