import BurinCharts
import BurinGeometry
import BurinScales
import BurinScene
import Testing

@Suite("Axes as Swift Charts spells them")
struct AxisMarksTests {
  /// Points at 0, 10, … 100 in x and their squares in y.
  private static let base = Chart {
    for n in stride(from: 0, through: 100, by: 10) {
      PointMark(x: .value("x", n), y: .value("y", n * n))
    }
  }
  .chartXScale(domain: 0...100).chartYScale(domain: 0...10_000)
  .chartXAxisLabel(.hidden).chartYAxisLabel(.hidden)

  /// The middles of the labels of an axis.
  private func places(_ drawn: Drawn, _ axis: String) -> [Point] {
    drawn.ticks(axis).indices.compactMap { index in
      Rect.union(
        of: drawn.leaves(of: "axis \(axis)").filter { $0.trail.contains("tick \(index + 1)") }
          .compactMap(\.canvasBounds))?.center
    }
  }

  /// Where the lines of a group are, in x and y.
  private func lines(_ drawn: Drawn, _ step: String) -> [Rect] {
    drawn.leaves(of: step).compactMap { leaf in
      if case .path(let item) = leaf.item { item.path.bounds } else { nil }
    }
  }

  @Test("Several marks of one axis each have their own values and parts")
  func several() throws {
    let drawn = try Drawn(
      Self.base.chartXAxis {
        AxisMarks(values: [0, 50, 100]) { AxisGridLine() }
        AxisMarks(values: [25, 75]) { AxisValueLabel() }
      }
      .chartYAxis(.hidden))
    #expect(drawn.ticks("x").filter { !$0.isEmpty } == ["25", "75"])
    #expect(lines(drawn, "grid").count == 3)
  }

  @Test("Marks lie on the side of their position, and the plot makes room there")
  func sides() throws {
    let usual = try Drawn(Self.base)
    let drawn = try Drawn(
      Self.base.chartXAxis { AxisMarks(position: .top, values: [0, 100]) }
        .chartYAxis { AxisMarks(position: .trailing, values: [0, 10_000]) })
    #expect(drawn.ticks("x") == [] && drawn.ticks("y") == [])
    #expect(drawn.ticks("x top") == ["0", "100"])
    #expect(drawn.ticks("y trailing") == ["0", "10\u{2009}000"])
    let points = drawn.centers("point")
    #expect(places(drawn, "x top").allSatisfy { $0.y < points.map(\.y).min() ?? 0 })
    #expect(places(drawn, "y trailing").allSatisfy { $0.x > points.map(\.x).max() ?? .infinity })
    // The first point lies where the labels of the vertical axis were.
    #expect(points[0].x < usual.centers("point")[0].x - 20)
  }

  @Test("Both sides of an axis can have marks; a side of the other axis is an error")
  func bothSides() throws {
    let drawn = try Drawn(
      Self.base.chartYAxis {
        AxisMarks(position: .leading, values: [0, 10_000])
        AxisMarks(position: .trailing, values: [2_500]) { AxisValueLabel("quarter") }
      })
    #expect(drawn.ticks("y") == ["0", "10\u{2009}000"])
    #expect(drawn.ticks("y trailing") == ["quarter"])
    let error = #expect(throws: ChartError.self) {
      try Drawn(Self.base.chartYAxis { AxisMarks(position: .top) })
    }
    #expect(error?.description.contains("y axis has marks at position .top") == true)
  }

  @Test("A value knows its place among the values and converts to the types it has")
  func values() throws {
    let drawn = try Drawn(
      Self.base.chartXAxis {
        AxisMarks(values: [0, 30, 60, 90]) { value in
          if value.index.isMultiple(of: 2) {
            AxisValueLabel {
              if let n = value.as(Int.self) { Text("\(n) of \(value.count)") }
            }
          } else {
            AxisTick()
          }
        }
      })
    #expect(drawn.ticks("x").filter { !$0.isEmpty } == ["0 of 4", "60 of 4"])
    #expect(AxisValueTests.value(2.5).as(Int.self) == nil)
    #expect(AxisValueTests.value(2.5).as(Double.self) == 2.5)
    #expect(AxisValueTests.value(2).as(Float.self) == 2)
    #expect(AxisValueTests.value(2).as(String.self) == nil)
  }

  /// Marks that a property of its own builds.
  @AxisContentBuilder private var ends: some AxisContent {
    AxisMarks(values: [0, 100]) { parts }
    AxisMarks(values: [50]) { AxisGridLine() }
  }

  @AxisMarkBuilder private var parts: some AxisMark {
    AxisTick()
    AxisValueLabel()
  }

  @Test("Builders make content that properties return")
  func builders() throws {
    let drawn = try Drawn(Self.base.chartXAxis { ends }.chartYAxis(.hidden))
    #expect(drawn.ticks("x") == ["0", "100"])
    #expect(lines(drawn, "grid").count == 1 && lines(drawn, "axis x ticks").count == 2)
  }

  @Test("Strides, listed and automatic values, and a least distance of them")
  func forms() throws {
    func ticks(_ values: AxisMarkValues) throws -> [String] {
      try Drawn(Self.base.chartXAxis { AxisMarks(values: values) }).ticks("x")
    }
    #expect(try ticks(.stride(by: 25)) == ["0", "25", "50", "75", "100"])
    #expect(try ticks(.automatic(desiredCount: 2)).count <= 3)
    #expect(try ticks(.automatic(minimumStride: 50)) == ["0", "50", "100"])
    #expect(
      try Drawn(Self.base.chartXAxis { AxisMarks(values: [10, 90]) }).ticks("x") == ["10", "90"])
  }

  @Test("A label that is centred stands in the middle between its value and the next one")
  func centered() throws {
    let drawn = try Drawn(
      Self.base.chartXAxis {
        AxisMarks(values: [0, 50, 100]) {
          AxisGridLine()
          AxisValueLabel(centered: true)
        }
      })
    let grid = lines(drawn, "grid").filter { $0.width < 1 }.map(\.midX)
    // The last value has no next one.
    #expect(drawn.ticks("x").filter { !$0.isEmpty } == ["0", "50"])
    let labels = places(drawn, "x").prefix(2).map(\.x)
    #expect(abs(labels[0] - (grid[0] + grid[1]) / 2) < 1)
    #expect(abs(labels[1] - (grid[1] + grid[2]) / 2) < 1)
  }

  @Test("Labels of bars that span days stand under them")
  func units() throws {
    let chart = Chart {
      for n in 0..<5 {
        BarMark(
          x: .value("day", Day(number: n)..<Day(number: n + 1)), y: .value("n", n + 1))
      }
    }
    .chartXAxis {
      AxisMarks(values: .stride(by: .day)) {
        AxisTick()
        AxisValueLabel(format: .day)
      }
    }
    let drawn = try Drawn(chart, width: 640)
    let bars = drawn.rects("bar")
    let labels = places(drawn, "x")
    #expect(drawn.ticks("x").filter { !$0.isEmpty }.count == 5)
    for (bar, label) in zip(bars, labels) { #expect(abs(bar.midX - label.x) < 1.5) }
  }

  @Test("Styles of parts: colour, width, dashes, font, offset")
  func styles() throws {
    let drawn = try Drawn(
      Self.base.chartXAxis {
        AxisMarks(values: [50]) {
          AxisGridLine(stroke: StrokeStyle(lineWidth: 3, dash: [4, 2])).foregroundStyle(.red)
          AxisTick(length: 12).offset(x: 5)
          AxisValueLabel().font(.title).foregroundStyle(.blue)
        }
      }
      .chartYAxis(.hidden))
    guard case .path(let line)? = drawn.leaves(of: "grid").first?.item else {
      Issue.record("no grid line")
      return
    }
    #expect(line.stroke?.width == 3 && line.stroke?.dash == [4, 2])
    #expect(line.stroke?.paint == .color(try Theme.standard.resolve(.red)))
    let tick = try #require(lines(drawn, "axis x ticks").first)
    #expect(abs(tick.height - 12) < 1e-9)
    #expect(abs(tick.midX - (line.path.bounds?.midX ?? 0) - 5) < 1e-9)
    guard
      case .glyphs(let run)? = drawn.leaves(of: "axis x").first(where: {
        $0.trail.contains("tick 1")
      })?.item
    else {
      Issue.record("no label")
      return
    }
    #expect(run.color == (try Theme.standard.resolve(.blue)))
  }

  @Test("Labels inside the plot take no room, aligned ones stay within it")
  func presets() throws {
    let outside = try Drawn(Self.base.chartYAxis { AxisMarks(values: [5_000]) })
    let inside = try Drawn(
      Self.base.chartYAxis { AxisMarks(preset: .inset, values: [5_000]) })
    #expect(inside.centers("point")[0].x < outside.centers("point")[0].x - 20)
    #expect(places(inside, "y")[0].x > inside.centers("point")[0].x)
    let aligned = try Drawn(
      Self.base.chartXAxis { AxisMarks(preset: .aligned, values: [0, 100]) }.chartYAxis(.hidden))
    let points = aligned.centers("point").map(\.x)
    let labels = aligned.leaves(of: "axis x").filter { $0.trail.contains { $0.hasPrefix("tick") } }
      .compactMap(\.canvasBounds)
    #expect((labels.map(\.minX).min() ?? 0) >= (points.min() ?? 0) - 3)
    #expect((labels.map(\.maxX).max() ?? 0) <= (points.max() ?? 0) + 3)
  }

  @Test("Titles of axes stand where their position says")
  func titles() throws {
    func title(_ chart: Chart, _ axis: String) throws -> Rect {
      try #require(
        Rect.union(
          of: try Drawn(chart).leaves(of: "axis \(axis) title").compactMap(\.canvasBounds)))
    }
    let plain = Chart { PointMark(x: .value("x", 1), y: .value("y", 2)) }
      .chartXAxisLabel(.hidden).chartYAxisLabel(.hidden)
    let name = "a longer name"
    let below = try title(plain.chartXAxisLabel(name), "x")
    let above = try title(plain.chartXAxisLabel(name, position: .top), "x")
    let right = try title(plain.chartXAxisLabel(name, alignment: .trailing), "x")
    #expect(below.minY > 200 && above.maxY < 100 && right.minX > below.minX + 50)
    let usual = try title(plain.chartYAxisLabel(name), "y")
    let leading = try title(plain.chartYAxisLabel(name, position: .leading), "y")
    let trailing = try title(plain.chartYAxisLabel(name, position: .trailing), "y")
    #expect(usual.width > usual.height && leading.height > leading.width)
    #expect(leading.maxX < 60 && trailing.minX > 340)
  }

  @Test("Domains: ranges, lists, reversed lists, functions of what was found")
  func domains() throws {
    func ends(_ chart: Chart) throws -> (Double, Double) {
      // Without labels, which would make the plot narrower at its ends.
      let points = try Drawn(chart.chartXAxis(.hidden)).centers("point").map(\.x)
      return (points[0], points[points.count - 1])
    }
    let up = try ends(Self.base.chartXScale(domain: [0, 100]))
    let range = try ends(Self.base.chartXScale(domain: 0...100))
    #expect(up == range)
    let down = try ends(Self.base.chartXScale(domain: [100, 0]))
    #expect(abs(down.0 - up.1) < 1 && abs(down.1 - up.0) < 1)
    let padded = try ends(
      Self.base.chartXScale(domain: 0...100, range: .plotDimension(padding: 30)))
    #expect(abs(padded.0 - up.0 - 30) < 1 && abs(padded.1 - up.1 + 30) < 1)
    let sorted = try Drawn(
      Chart {
        for name in ["b", "c", "a"] { BarMark(x: .value("k", name), y: .value("n", 1)) }
      }
      .chartXScale(
        domain: .automatic(dataType: String.self) {
          $0.sort()
          $0.append("new")
        }))
    #expect(sorted.ticks("x") == ["a", "b", "c", "new"])
    let wider = try Drawn(
      Self.base.chartXScale(
        domain: .automatic(dataType: Int.self) { $0.append(400) }
      ).chartXAxis { AxisMarks(values: [400]) })
    #expect(wider.ticks("x") == ["400"])
  }

  @Test("Lengths that are no numbers are refused by name")
  func malformed() throws {
    for n in [Double.nan, .infinity, -.infinity] {
      #expect(throws: ChartError.self) {
        try Drawn(Self.base.chartXScale(range: .plotDimension(padding: n)))
      }
      #expect(throws: ChartError.self) {
        try Drawn(Self.base.chartXAxis { AxisMarks { AxisTick(length: .points(n)) } })
      }
      #expect(throws: ChartError.self) {
        try Drawn(Self.base.chartXAxis { AxisMarks { AxisValueLabel().offset(x: n) } })
      }
      #expect(throws: ChartError.self) {
        try Drawn(Self.base.chartXAxisLabel("x", spacing: n))
      }
    }
  }

  @Test("A legend stands on the side of its position, or inside the plot")
  func legends() throws {
    let chart = Chart {
      for k in ["a", "b", "c"] {
        PointMark(x: .value("x", 1), y: .value("y", 2)).foregroundStyle(by: .value("k", k))
      }
    }
    func legend(_ chart: Chart) throws -> Rect {
      try #require(
        Rect.union(of: try Drawn(chart).leaves(of: "legend").compactMap(\.canvasBounds)))
    }
    #expect(try legend(chart.chartLegend(position: .leading)).maxX < 90)
    #expect(try legend(chart.chartLegend(position: .trailing)).minX > 330)
    #expect(try legend(chart.chartLegend(position: .bottom)).minY > 240)
    let centered = try legend(chart.chartLegend(position: .bottom, alignment: .center))
    #expect(abs(centered.midX - 210) < 8)
    let inside = try legend(chart.chartLegend(position: .overlay, alignment: .bottomLeading))
    #expect(inside.minX > 28 && inside.maxX < 150 && inside.maxY < 260 && inside.minY > 120)
    let own = try Drawn(chart.chartLegend(position: .top) { Text("three letters") })
    #expect(own.texts.contains("three letters") && !own.texts.contains("a"))
  }

  @Test("A plot's style has its size, its background and its border")
  func plotStyle() throws {
    let drawn = try Drawn(
      HStack {
        Self.base.chartPlotStyle { $0.frame(height: 80).background(.yellow).border(.red, width: 2) }
      }, height: 400)
    let points = drawn.centers("point").map(\.y)
    #expect(abs((points.max() ?? 0) - (points.min() ?? 0) - 80) < 1)
    let fills = drawn.scene.leaves.compactMap { leaf -> RGBColor? in
      if case .path(let item) = leaf.item, case .color(let color)? = item.fill {
        color
      } else {
        nil
      }
    }
    #expect(fills.contains(try Theme.standard.resolve(.yellow)))
  }

  @Test("A chart inside other content takes its modifiers; its own win")
  func surroundings() throws {
    let drawn = try Drawn(
      VStack {
        Self.base.frame(height: 150)
        Self.base.chartXAxis { AxisMarks(values: [33]) }.frame(height: 150)
      }
      .padding(4).chartXAxis { AxisMarks(values: [50]) }, height: 500)
    // The ticks of both charts have the same number, so that their texts are joined.
    #expect(drawn.ticks("x") == ["5033"])
  }
}

/// A day counted from the first of 1970.
private struct Day: Plottable, Comparable {
  var number: Int
  init(number: Int) { self.number = number }
  init?(primitivePlottable: CivilTime) {
    number = Int(primitivePlottable.secondsSince1970 / 86_400)
  }
  var primitivePlottable: CivilTime { CivilTime(year: 1970, day: number + 1) }
  static func < (a: Day, b: Day) -> Bool { a.number < b.number }
}

private enum AxisValueTests {
  static func value(_ number: Double) -> AxisValue { AxisValue(.number(number)) }
}
