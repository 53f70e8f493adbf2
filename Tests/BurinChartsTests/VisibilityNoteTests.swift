import BurinCharts
import BurinGeometry
import BurinScales
import BurinScene
import Testing

@Suite("What a chart says of marks that are hard to see")
struct VisibilityNoteTests {
  private func notes(_ chart: Chart, width: Double = 400) throws -> [String] {
    try chart.scene(width: width, height: 240).diagnostics.map(\.message)
  }

  @Test("A diagnostic names shapes thinner than a quarter of a point where nearly all are")
  func thin() throws {
    func chart(_ heights: [Double]) -> Chart {
      Chart(Array(heights.enumerated()), id: \.offset) { item in
        RectangleMark(
          xStart: .value("from", item.offset), xEnd: .value("to", item.offset + 1),
          yStart: .value("low", 50), yEnd: .value("high", 50 + item.element))
      }.chartYScale(domain: 0...100)
    }
    let message = "10 of 10 rectangles are too thin to be seen, less than 0.25 pt"
    #expect(try notes(chart(Array(repeating: 1e-3, count: 10))).contains(message))
    #expect(try !notes(chart([20, 20] + Array(repeating: 1e-3, count: 8))).contains(message))
    #expect(try notes(chart([20, 20] + Array(repeating: 1e-3, count: 8))) == [])
  }

  @Test("Dense bars, each too thin to be seen, are seen together, and so is an area of noise")
  func together() throws {
    func noise(_ index: Int) -> Double { Double(index * 7_919 % 1_009) / 1_009 }
    let bars = Chart {
      ForEach(0..<20_000) { BarMark(x: .value("x", $0), y: .value("y", noise($0))) }
    }
    #expect(try !notes(bars).contains { $0.contains("too thin") })
    let area = Chart {
      ForEach(0..<20_000) { AreaMark(x: .value("x", $0), y: .value("y", noise($0))) }
    }
    #expect(try !notes(area).contains { $0.contains("too thin") })
    let apart = Chart {
      ForEach(0..<400) {
        RectangleMark(
          xStart: .value("x", Double($0)), xEnd: .value("x", Double($0) + 0.01),
          yStart: .value("y", 0), yEnd: .value("y", 1))
      }
    }
    #expect(try notes(apart).contains { $0.hasPrefix("400 of 400 rectangles are too thin") })
  }

  @Test("A line of values that are not finite is reported as such, not as too thin")
  func undefined() throws {
    let notes = try notes(
      Chart {
        for x in 0..<3 { LineMark(x: .value("x", x), y: .value("y", Double.nan)) }
        for x in 0..<3 { PointMark(x: .value("x", x), y: .value("y", x)) }
      })
    #expect(notes.count == 1)
    #expect(notes.first?.contains("not finite") == true, "\(notes)")
  }

  @Test("An area that crosses itself is as thick as its parts, whose signed areas cancel")
  func crossing() throws {
    let chart = Chart {
      AreaMark(x: .value("x", 0), yStart: .value("low", -5), yEnd: .value("high", 5))
      AreaMark(x: .value("x", 10), yStart: .value("low", 5), yEnd: .value("high", -5))
    }
    #expect(try notes(chart) == [])
    let thin = Chart {
      AreaMark(x: .value("x", 0), yStart: .value("low", -1e-3), yEnd: .value("high", 1e-3))
      AreaMark(x: .value("x", 10), yStart: .value("low", 1e-3), yEnd: .value("high", -1e-3))
    }.chartYScale(domain: -10...10)
    #expect(
      try notes(thin).contains("1 of 1 areas are too thin to be seen, less than 0.25 pt"))
  }

  @Test("A sliver among the fills of one mark is no mark too thin to be seen")
  func sliver() throws {
    func map(levels: [Double]) -> Chart {
      Chart {
        ContourMark(
          x: 0...1, y: 0...1, columns: 4, rows: 4, levels: levels,
          fill: (near: .canvas, far: .accent)
        ) { x, _ in x }
      }
    }
    // Between the levels lies a hundredth of a point.
    #expect(try !notes(map(levels: [0.5, 0.50003])).contains { $0.contains("too thin") })
  }

  @Test("Colours that repeat the categories of an axis need not be told apart")
  func redundantKeys() throws {
    let bars = Chart(0..<7) { index in
      BarMark(x: .value("name", "n\(index)"), y: .value("y", index + 1))
        .foregroundStyle(by: .value("name", "n\(index)"))
    }
    #expect(try notes(bars) == [])
  }

  @Test("A diagnostic names pale lines beside other marks too")
  func faint() throws {
    let chart = Chart {
      for x in 0..<4 { LineMark(x: .value("x", x), y: .value("y", x)).opacity(0.1) }
      RectangleMark(
        xStart: .value("x", 1), xEnd: .value("x", 2), yStart: .value("y", 1), yEnd: .value("y", 2))
    }
    #expect(
      try notes(chart).contains { $0.hasPrefix("1 of 1 lines have a contrast below 3.0:1") })
  }

  @Test("Pale areas beside other marks have a diagnostic, unless a text or a line explains them")
  func paleAreas() throws {
    func chart(@ChartContentBuilder _ others: () -> some ChartContent) -> Chart {
      Chart {
        for y in 0..<4 {
          RectangleMark(
            xStart: .value("x", 0), xEnd: .value("x", 4), yStart: .value("y", Double(y)),
            yEnd: .value("y", Double(y) + 0.8)
          ).opacity(0.3)
        }
        others()
      }
    }
    let note = "4 of 4 rectangles have a contrast below 3.0:1"
    let plain = chart { LineMark(x: .value("x", 0), y: .value("y", 9)) }
    #expect(try notes(plain).contains { $0.hasPrefix(note) })
    let named = chart {
      for y in 0..<4 { LabelMark(x: .value("x", 2), y: .value("y", Double(y) + 0.4)) { "name" } }
    }
    #expect(try !notes(named).contains { $0.hasPrefix(note) })
    let traced = chart {
      for y in 0..<4 {
        for x in [0, 4] {
          LineMark(x: .value("x", x), y: .value("y", Double(y) + 0.4), series: .value("row", y))
        }
      }
    }
    #expect(try !notes(traced).contains { $0.hasPrefix(note) })
  }

  @Test("White dots on bars are seen, beside them they are not")
  func dotsOnBars() throws {
    func chart(at height: Double) -> Chart {
      Chart(0..<3) { index in
        BarMark(x: .value("name", "n\(index)"), y: .value("y", 5))
        PointMark(x: .value("name", "n\(index)"), y: .value("y", height)).foregroundStyle(.white)
          .symbolSize(20)
      }
    }
    #expect(try notes(chart(at: 3)) == [])
    #expect(try notes(chart(at: 8)).contains { $0.hasPrefix("3 of 3 points have a contrast") })
  }

  @Test("A diagnostic names keys that differ in colour alone and look alike in grey")
  func keys() throws {
    func chart(_ count: Int, symbols: Bool = false) -> Chart {
      Chart(0..<count) { index in
        let point = PointMark(x: .value("x", index), y: .value("y", index))
          .foregroundStyle(by: .value("name", "n\(index)"))
        if symbols { point.symbol(by: .value("name", "n\(index)")) } else { point }
      }
    }
    #expect(try notes(chart(3)).isEmpty)
    #expect(try notes(chart(6)).contains { $0.contains("look alike in grey") })
    #expect(try notes(chart(6, symbols: true)).allSatisfy { !$0.contains("look alike") })
  }

  @Test("A diagnostic names a label without enough contrast")
  func labels() throws {
    let chart = Chart {
      HeatmapMark(x: 0...10, y: 0...10, low: .accent, high: .accent) { _, _ in 1 }
      PointMark(x: .value("x", 5), y: .value("y", 5)).annotation { Text("here") }
    }
    #expect(
      try notes(chart).contains { $0.hasPrefix("label “here” of point 1 has too little contrast") })
  }

  @Test("Labels keep off a colour bar beside the plot")
  func colorBar() throws {
    let scene = try Chart {
      for x in 0..<5 {
        PointMark(x: .value("x", x), y: .value("y", x))
          .foregroundStyle(by: .value("heat", Double(x)))
          .annotation(position: .trailing) { Text("a rather long label \(x)") }
      }
    }.scene(width: 330, height: 200).scene
    let leaves = scene.leaves
    let bar = leaves.filter { $0.roles.contains(.legend) }.compactMap(\.canvasBounds)
    for leaf in leaves where leaf.roles.contains(.annotation) {
      guard let label = leaf.canvasBounds else { continue }
      #expect(bar.allSatisfy { !$0.intersects(label) })
    }
    #expect(!bar.isEmpty)
  }

  @Test("Minor ticks that would run together are left out")
  func minorTicks() throws {
    func ticks(_ height: Double) throws -> Int {
      try Chart {
        PointMark(x: .value("x", 1), y: .value("y", 1))
        PointMark(x: .value("x", 2), y: .value("y", 1e4))
      }.chartYScale(type: .log).chartYAxis {
        AxisMarks {
          AxisTick()
          AxisValueLabel()
        }
      }.scene(width: 300, height: height).scene.leaves.count { $0.path.contains("y ticks") }
    }
    #expect(try ticks(600) > 30)
    #expect(try (1...5).contains(ticks(170)))
    #expect(try ticks(170) <= 10)
  }

  @Test("Values that zero presses together are reported, unless the author asked for zero")
  func squeezed() throws {
    func chart(_ values: [Double]) -> Chart {
      Chart(Array(values.enumerated()), id: \.offset) {
        LineMark(x: .value("x", $0.offset), y: .value("y", $0.element))
      }
    }
    let near = chart([1000, 1001, 1003])
    let notes = try notes(near)
    #expect(
      notes == [
        "the values of y, 1000 to 1003, take 0.3 % of their axis, which shows zero; give chartYScale(domain: .automatic(includesZero: false)) to see them apart"
      ])
    #expect(try self.notes(near.chartYScale(domain: .automatic(includesZero: false))).isEmpty)
    #expect(try self.notes(near.chartYScale(domain: .automatic(includesZero: true))).isEmpty)
    #expect(try self.notes(near.chartYScale(domain: 0...1200)).isEmpty)
    #expect(try self.notes(chart([1000, 1000])).isEmpty)
    #expect(try self.notes(chart([1000, 1000 + 1e-10])).isEmpty)
    #expect(try self.notes(chart([10, 11])).isEmpty)
    let bars = Chart { for x in 0..<3 { BarMark(x: .value("x", x), y: .value("y", 1000 + x)) } }
    #expect(try self.notes(bars).isEmpty)
  }

  @Test("A label explains its own faint mark, and none of the others")
  func faintBesideLabelled() throws {
    func chart(labels: Int, first: Double = 0.1) -> Chart {
      Chart {
        ForEach(0..<4) { x in
          let mark = RectangleMark(
            xStart: .value("x", Double(x)), xEnd: .value("x", Double(x) + 0.5),
            yStart: .value("y", 1), yEnd: .value("y", 2)
          ).opacity(x == 0 ? first : 0.1)
          if x < labels {
            mark.annotation(position: .top) { Text("name") }
          } else {
            mark
          }
        }
      }
    }
    func isTold(_ chart: Chart) throws -> Bool {
      try notes(chart).contains { $0.contains("have a contrast below 3") }
    }
    #expect(try isTold(chart(labels: 0)))
    #expect(try isTold(chart(labels: 1)))
    #expect(try !isTold(chart(labels: 4)))
    #expect(try !isTold(chart(labels: 1, first: 1)))
  }
}
