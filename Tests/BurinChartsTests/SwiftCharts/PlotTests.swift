import BurinCharts
import BurinGeometry
import BurinScales
import BurinScene
import Testing

private struct Sale: Sendable {
  var shop: String
  var month: Int
  var amount: Double
  var part: Double
}

private let sales = (0..<6).map { index in
  Sale(
    shop: index < 3 ? "north" : "south", month: index % 3 + 1, amount: Double(index * index + 2),
    part: 0.5 + Double(index) / 12)
}

@Suite("Plots of collections and functions")
struct CollectionPlotTests {
  private func same(
    _ plot: some ChartContent, @ChartContentBuilder _ marks: (Sale) -> some ChartContent
  ) throws {
    let one = try Drawn(Chart { plot })
    let other = try Drawn(Chart { for sale in sales { marks(sale) } })
    #expect(one.scene.text == other.scene.text)
    #expect(one.diagnostics == other.diagnostics)
    #expect(!one.scene.leaves.isEmpty)
  }

  @Test("Constants are the same for every element, beside key paths and as keys")
  func constants() throws {
    try same(
      BarPlot(sales, x: .value("month", \.month), y: .value("€", 3))
        .foregroundStyle(by: .value("shop", "any"))
    ) {
      BarMark(x: .value("month", $0.month), y: .value("€", 3.0))
        .foregroundStyle(by: .value("shop", "any"))
    }
    try same(
      PointPlot(sales, x: .value("shop", "all"), y: .value(Text("€"), \.amount))
    ) {
      PointMark(x: .value("shop", "all"), y: .value(Text("€"), $0.amount))
    }
  }

  @Test("Key paths and the builder give the same scene")
  func scenes() throws {
    try same(
      PointPlot(sales, x: .value("month", \.month), y: .value("€", \.amount))
        .foregroundStyle(by: .value("shop", \.shop)).opacity(\.part).symbolSize(80)
    ) {
      PointMark(x: .value("month", $0.month), y: .value("€", $0.amount))
        .foregroundStyle(by: .value("shop", $0.shop)).opacity($0.part).symbolSize(80)
    }
    try same(
      LinePlot(
        sales, x: .value("month", \.month), y: .value("€", \.amount), series: .value("s", \.shop)
      ).symbol(by: .value("shop", \.shop))
    ) {
      LineMark(
        x: .value("month", $0.month), y: .value("€", $0.amount), series: .value("s", $0.shop)
      ).symbol(by: .value("shop", $0.shop))
    }
    try same(
      AreaPlot(
        sales, x: .value("month", \.month), y: .value("€", \.amount), stacking: .normalized
      ).foregroundStyle(by: .value("shop", \.shop))
    ) {
      AreaMark(
        x: .value("month", $0.month), y: .value("€", $0.amount), stacking: .normalized
      ).foregroundStyle(by: .value("shop", $0.shop))
    }
    try same(
      BarPlot(sales, x: .value("month", \.month), y: .value("€", \.amount), width: .ratio(0.5))
        .position(by: .value("shop", \.shop)).foregroundStyle(.orange)
    ) {
      BarMark(x: .value("month", $0.month), y: .value("€", $0.amount), width: .ratio(0.5))
        .position(by: .value("shop", $0.shop)).foregroundStyle(.orange)
    }
    try same(RulePlot(sales, y: .value("€", \.amount))) { RuleMark(y: .value("€", $0.amount)) }
    try same(
      RectanglePlot(sales, x: .value("month", \.month), y: .value("shop", \.shop))
        .foregroundStyle(by: .value("€", \.amount))
    ) {
      RectangleMark(x: .value("month", $0.month), y: .value("shop", $0.shop))
        .foregroundStyle(by: .value("€", $0.amount))
    }
    try same(
      SectorPlot(sales, angle: .value("€", \.amount), innerRadius: .ratio(0.5), angularInset: 1)
        .foregroundStyle(by: .value("shop", \.shop))
    ) {
      SectorMark(angle: .value("€", $0.amount), innerRadius: .ratio(0.5), angularInset: 1)
        .foregroundStyle(by: .value("shop", $0.shop))
    }
  }

  @Test("A modifier without a use is named once for a plot")
  func unused() throws {
    let drawn = try Drawn(
      Chart {
        BarPlot(sales, x: .value("month", \.month), y: .value("€", \.amount))
          .symbol(by: .value("shop", \.shop))
      })
    #expect(drawn.diagnostics.contains { $0.contains("symbol has no effect on bar") })
  }

  @Test("A function of a parameter is a curve in the plane")
  func parameter() throws {
    let drawn = try Drawn(
      Chart {
        LinePlot(x: "x", y: "y", t: "t", domain: 0...1) { t in
          (x: 4 * t, y: 1 - (2 * t - 1) * (2 * t - 1))
        }
        PointMark(x: .value("x", 0), y: .value("y", 0))
        PointMark(x: .value("x", 2), y: .value("y", 1))
        PointMark(x: .value("x", 4), y: .value("y", 0))
      })
    let curve = try #require(drawn.outlines("curve").first)
    let points = drawn.centers("point")
    #expect(abs(curve.minX - points[0].x) < 0.1)
    #expect(abs(curve.maxX - points[2].x) < 0.1)
    #expect(abs(curve.minY - points[1].y) < 0.1)
    #expect(abs(curve.maxY - points[0].y) < 0.1)
  }

  @Test("A function of two values is an area between them")
  func band() throws {
    let drawn = try Drawn(
      Chart {
        AreaPlot(x: "x", yStart: "low", yEnd: "high", domain: 0...4) { x in
          (yStart: x, yEnd: x + 2)
        }.foregroundStyle(.teal)
        PointMark(x: .value("x", 0), y: .value("y", 0))
        PointMark(x: .value("x", 4), y: .value("y", 6))
      })
    let area = try #require(drawn.outlines("area").first)
    let points = drawn.centers("point")
    #expect(abs(area.minY - points[1].y) < 0.1)
    #expect(abs(area.maxY - points[0].y) < 0.1)
    #expect(abs(area.maxX - points[1].x) < 0.1)
  }
}

@Suite("Domains and places as in Swift Charts")
struct AutomaticDomainTests {
  @Test("Automatic axes of lines, points and areas show zero unless told otherwise")
  func zero() throws {
    func ticks(_ content: some ChartContent) throws -> String? {
      try Drawn(Chart { content }).ticks("y").first
    }
    for y in [40.0] {
      #expect(
        try ticks(
          ForEach(0..<3) { LineMark(x: .value("x", $0), y: .value("y", y + Double($0))) }) == "0")
      #expect(
        try ticks(
          ForEach(0..<3) { PointMark(x: .value("x", $0), y: .value("y", y + Double($0))) }) == "0")
    }
    let chart = Chart {
      for x in 0..<3 { PointMark(x: .value("x", x), y: .value("y", 40 + x)) }
    }
    #expect(
      try Drawn(chart.chartYScale(domain: .automatic(includesZero: false))).ticks("y").first
        != "0")
    #expect(
      try Drawn(
        Chart {
          for x in 1..<3 {
            LineMark(x: .value("x", x), y: .value("y", Double(x) * 10))
          }
        }.chartYScale(type: .log())
      ).ticks("y").first == "10")
  }

  @Test("Rectangles, rules and points stand at points of the plot where they have no value")
  func pixels() throws {
    let drawn = try Drawn(
      Chart {
        BarMark(x: .value("x", "a"), y: .value("y", 4))
        RectangleMark(x: .value("x", "a"), yStart: 10, yEnd: 30)
        RectangleMark(xStart: 100, xEnd: nil, yStart: nil, yEnd: nil).named("rest")
        RuleMark(x: .value("x", "a"), yStart: 5, yEnd: 25)
        PointMark(x: .value("x", "a"), y: 12)
      }.chartYScale(domain: 0...4))
    let bar = try #require(drawn.outlines("bar").first)
    // The bar is as high as the plot.
    let rectangle = try #require(drawn.outlines("rectangle").first)
    #expect(abs(rectangle.minY - bar.minY - 10) < 1e-6)
    #expect(abs(rectangle.maxY - bar.minY - 30) < 1e-6)
    let rest = try #require(drawn.outlines("rest").first)
    #expect(abs(rest.height - bar.height) < 1e-6)
    #expect(rest.width > 100)
    #expect(!drawn.diagnostics.contains { $0.contains("rectangle") })
    let rule = try #require(drawn.outlines("rule").first)
    #expect(abs(rule.minY - bar.minY - 5) < 1e-6)
    #expect(abs(rule.maxY - bar.minY - 25) < 1e-6)
    #expect(abs((drawn.centers("point").first?.y ?? 0) - bar.minY - 12) < 0.01)
  }

  @Test("Bins are numbers of their type, and stretches")
  func bins() throws {
    let bins = NumberBins(data: [1, 2, 9, 17], desiredCount: 4)
    #expect(bins.thresholds == [0, 5, 10, 15, 20])
    #expect(bins.index(for: 9) == 1)
    #expect(bins.index(for: 20) == 3)
    #expect(bins.index(for: -4) == 0)
    #expect(bins[1].lowerBound == 5)
    #expect(bins[1].upperBound == 10)
    #expect(NumberBins<Double>(thresholds: [3, 1, .nan, 1]).thresholds == [1, 3])
    #expect(NumberBins<Double>(data: []).isEmpty)
    #expect(NumberBins<Double>(data: []).index(for: 3) == 0)
    #expect(NumberBins(size: 0.5, range: 0...1.0).count == 2)
    #expect(NumberBins(range: 0...1.0, count: 4).thresholds == [0, 0.25, 0.5, 0.75, 1])
    #expect(NumberBins(data: [0.1, 0.9], desiredCount: 50, minimumStride: 0.5).count == 2)
    let drawn = try Drawn(
      Chart {
        BarMark(x: .value("x", bins[0]), y: .value("n", 2))
        BarMark(x: .value("x", bins[3]), y: .value("n", 1))
      })
    let bars = drawn.outlines("bar")
    // Three steps of 5 lie between the bins' middles, one within each.
    #expect(abs((bars[1].midX - bars[0].midX) / 3 - bars[0].width) < 1.1)
  }
}
