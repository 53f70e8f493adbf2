import BurinCharts
import BurinGeometry
import BurinScales
import BurinScene
import Testing

@Suite("Charts of apps")
struct AppChartTests {
  @Test("A stack of areas over units of time stands in the middle of each unit", arguments: [1, 2])
  func stackOfUnits(count: Int) throws {
    let drawn = try Drawn(
      Chart(0..<7, id: \.self) { index in
        let time = CivilTime(year: 2026, month: 3, day: 2 + index)
        for key in 0..<count {
          AreaMark(x: .value("t", time, unit: .day), y: .value("v", 2))
            .foregroundStyle(by: .value("k", "\(key)"))
        }
        PointMark(x: .value("t", time, unit: .day), y: .value("v", 5))
      })
    let points = drawn.centers("point").map(\.x)
    for area in drawn.outlines("area") {
      #expect(agree(area.minX, points.min() ?? 0) && agree(area.maxX, points.max() ?? 0))
    }
    #expect(drawn.outlines("area").count == count)
  }

  @Test("A style of the plot lies where the plot lies, whatever its size")
  func styledPlot() throws {
    let chart = Chart(0..<8, id: \.self) {
      BarMark(x: .value("d", "\($0)"), y: .value("y", $0 + 1))
    }
    for style in [
      chart.chartPlotStyle { $0.frame(width: 150, height: 100).border(.red, width: 2) },
      chart.chartPlotStyle { $0.aspectRatio(1, contentMode: .fit).border(.red, width: 2) },
    ] {
      let drawn = try Drawn(style, width: 390, height: 260)
      let color = Paint.color(try Theme.standard.resolve(.red))
      let red = drawn.scene.leaves.filter { leaf in
        guard case .path(let item) = leaf.item else { return false }
        return item.fill == color || item.stroke?.paint == color
      }
      let border = try #require(Rect.union(of: red.compactMap(\.canvasBounds)))
      let bars = try #require(Rect.union(of: drawn.rects("bar")))
      #expect(border.contains(bars.center) && border.width < 240 && border.height < 240)
      #expect(abs(border.maxY - bars.maxY) < 3 && border.minX < bars.minX)
    }
  }

  @Test("A band over the whole plot makes way for its label, and the axis stays")
  func labelledBand() throws {
    func drawn(_ label: String?) throws -> Drawn {
      try Drawn(
        Chart {
          for index in 0..<10 { LineMark(x: .value("x", index), y: .value("y", index)) }
          RectangleMark(xStart: .value("a", 3), xEnd: .value("b", 6))
            .annotation(position: label == nil ? .overlay : .top) { Text(label ?? " ") }
        }, width: 390, height: 220)
    }
    let (plain, labelled) = (try drawn(nil), try drawn("3 – 6"))
    let (line, band) = (
      try #require(labelled.outlines("line").first), try #require(labelled.rects("rectangle").first)
    )
    let text = try #require(
      labelled.scene.leaves.first { leaf in
        if case .glyphs(let run) = leaf.item {
          run.text.hasPrefix("3") && run.text.count > 2
        } else {
          false
        }
      }?.canvasBounds)
    #expect(text.maxY < band.minY && abs(text.midX - band.midX) < 1)
    #expect(line.height > 0.75 * (plain.outlines("line").first?.height ?? 0))
  }

  @Test("A label at the end of a line across the plot stays there without a distance")
  func flushLabel() throws {
    let drawn = try Drawn(
      Chart {
        for index in 0..<24 { LineMark(x: .value("x", index), y: .value("y", index % 5)) }
        RuleMark(x: .value("s", 14)).annotation(position: .top, spacing: 0) {
          VStack { Text("Tue 12 Mar") }.padding(6).background(.gray.opacity(0.2))
        }
      }.chartYScale(domain: 0...4))
    let rule = try #require(drawn.rects("rule").first)
    let label = try #require(
      drawn.scene.leaves.first { leaf in
        if case .glyphs(let run) = leaf.item { run.text.hasPrefix("Tue") } else { false }
      }?.canvasBounds)
    #expect(abs(label.midX - rule.midX) < 2 && label.maxY < rule.minY)
  }

  @Test("Content for a legend stands for a colour bar too")
  func ownLegend() throws {
    let chart = Chart(0..<10, id: \.self) {
      RectangleMark(x: .value("x", "\($0)"), y: .value("y", "a"))
        .foregroundStyle(by: .value("Count", Double($0 * $0) + 0.5))
    }
    #expect(try Drawn(chart).texts.contains { $0 == "Count" })
    let own = try Drawn(chart.chartLegend { Text("few to many") })
    #expect(own.texts.contains("few to many") && !own.texts.contains { $0 == "Count" })
  }

  @Test("A legend has one key for a series of several marks, which looks like its marks")
  func mergedLegend() throws {
    let drawn = try Drawn(
      Chart(0..<4, id: \.self) {
        LineMark(x: .value("x", "\($0)"), y: .value("y", $0))
          .foregroundStyle(by: .value("Metric", "Spend"))
          .symbol(by: .value("Metric", "Spend"))
        BarMark(x: .value("x", "\($0)"), y: .value("y", $0))
          .foregroundStyle(by: .value("Metric", "Visits"))
      })
    #expect(drawn.legend == ["Spend", "Visits"])
    let heights = drawn.leaves(of: "legend").compactMap { leaf -> Double? in
      if case .glyphs = leaf.item { nil } else { leaf.canvasBounds?.height }
    }
    // A square for the bars beside a line with its point.
    #expect(heights.count >= 3 && heights.contains { $0 > 9 } && heights.contains { $0 < 3 })
  }

  @Test("Listed values lose the labels alone that have no room")
  func listedValues() throws {
    let drawn = try Drawn(
      Chart { RuleMark(y: .value("a", 100)) }
        .chartYScale(domain: 40...300)
        .chartYAxis { AxisMarks(values: [50, 60, 70, 100, 180, 250, 300]) },
      height: 180)
    for label in ["100", "180", "250", "300"] { #expect(drawn.ticks("y").contains(label)) }
    #expect(drawn.note("labels of the y axis are shown"))
  }

  @Test("Labels of a few of many categories are as wide as their distance allows")
  func fewOfMany() throws {
    let drawn = try Drawn(
      Chart(0..<24, id: \.self) { BarMark(x: .value("h", "\($0)"), y: .value("v", $0)) }
        .chartXAxis {
          AxisMarks(values: ["0", "6", "12", "18"]) { AxisValueLabel { Text("12:00") } }
        }, width: 390, height: 220)
    let labels = drawn.leaves(of: "axis x").filter { leaf in
      if case .glyphs(let run) = leaf.item { run.text == "12:00" } else { false }
    }.compactMap(\.canvasBounds)
    #expect(labels.count == 4 && labels.allSatisfy { $0.width > $0.height })
  }

  @Test("A text on a mark keeps off its edges")
  func overlayAtEdge() throws {
    let drawn = try Drawn(
      Chart(0..<3, id: \.self) { index in
        BarMark(x: .value("v", 50), y: .value("d", "d\(index)"))
          .annotation(position: .overlay, alignment: .leading) { Text("Team \(index)") }
      })
    let bars = drawn.rects("bar")
    let labels = drawn.scene.leaves.filter { leaf in
      if case .glyphs(let run) = leaf.item { run.text.hasPrefix("Team") } else { false }
    }.compactMap(\.canvasBounds)
    #expect(bars.count == 3 && labels.count == 3)
    for (bar, label) in zip(bars, labels) {
      #expect(label.minX > bar.minX + 2 && label.minX < bar.minX + 8)
    }
  }

  @Test("A chart without anything beside its plot is drawn in a line of text")
  func inline() throws {
    let chart = Chart {
      BarMark(x: .value("a", 3))
      BarMark(x: .value("a", 4)).foregroundStyle(.gray)
    }
    .chartXAxis(.hidden).chartYAxis(.hidden).chartLegend(.hidden)
    let drawn = try Drawn(VStack { chart.frame(height: 14) }, width: 200, height: 60)
    #expect(try #require(drawn.rects("bar").first).height > 4)
    #expect(throws: ChartError.self) {
      try Drawn(VStack { chart.frame(height: 3) }, width: 200, height: 60)
    }
  }
}
