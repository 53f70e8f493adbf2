import BurinCharts
import BurinGeometry
import BurinScene
import Testing

/// What random charts have shown: shapes beyond every canvas, areas without width or order, and
/// what is drawn for many.
@Suite("Hard charts")
struct HardChartTests {
  private func items(_ scene: Scene, _ name: String) -> [SceneItem] {
    scene.leaves.filter { $0.trail.contains { $0.hasPrefix("mark \(name)") } }.map(\.item)
  }

  @Test("Bars and cells that reach far beyond the plot end near it")
  func reach() throws {
    for count in [2, 300] {
      let scene = try Chart(0..<count) { index in
        RectangleMark(
          xStart: .value("x", -1e12), xEnd: .value("x", 1e12), y: .value("y", index))
        BarMark(x: .value("x", index), y: .value("y", 1e12))
      }.chartXScale(domain: 0...1).chartYScale(domain: 0...10)
        .scene(width: 400, height: 300).scene
      for item in items(scene, "") {
        let bounds = try #require(item.inkBounds)
        #expect(bounds.minX > -1e5 && bounds.maxX < 1e5 && bounds.minY > -1e5 && bounds.maxY < 1e5)
      }
    }
  }

  @Test("An area goes by place, whatever the order of its rows")
  func order() throws {
    func path(_ places: [Double]) throws -> SceneItem? {
      let chart = Chart {
        for x in places {
          AreaMark(x: .value("x", x), yStart: .value("y", 0), yEnd: .value("y", x * x))
        }
      }
      return items(try chart.scene(width: 400, height: 300).scene, "area").first
    }
    #expect(try path([3, 1, 4, 2]) == path([1, 2, 3, 4]))
  }

  @Test("An area whose rows lie at one place is a line, and equal points are a dot")
  func oneplace() throws {
    let area = Chart {
      for y in [1.0, 3, 2] { AreaMark(x: .value("x", "a"), y: .value("y", y)) }
    }
    let bounds = try #require(
      items(try area.scene(width: 400, height: 300).scene, "area").compactMap(\.inkBounds).first)
    #expect(bounds.height > 100 && bounds.width <= 2)
    let line = Chart {
      for _ in 0..<9 { LineMark(x: .value("x", 1), y: .value("y", 2)) }
    }
    #expect(!items(try line.scene(width: 400, height: 300).scene, "line").isEmpty)
  }

  @Test("Many rules are one item, and labelled ones among them are nodes of their own")
  func rules() throws {
    func columns(_ label: Bool) throws -> [Int] {
      let scene = try Chart(0..<2_000) { index in
        if label, index == 1_000 {
          RuleMark(x: .value("x", index)).annotation { Text("here") }
        } else {
          RuleMark(x: .value("x", index))
        }
      }.scene(width: 400, height: 300).scene
      var counts: [Int] = []
      scene.items.walk { step in
        if let count = step.item.columnCount { counts.append(count) }
        return .inward
      }
      return counts
    }
    #expect(try columns(false) == [2_000])
    #expect(try columns(true) == [1_000, 999])
  }

  @Test("Thirty thousand categories set a few hundred labels at most")
  func categories() throws {
    let context = try LayoutContext()
    let chart = Chart(0..<30_000) { index in
      PointMark(x: .value("x", "category \(index)"), y: .value("y", index % 7))
    }
    let block = try chart.block(in: context)
    _ = try block.draw(in: Rect(x: 0, y: 0, width: 400, height: 300), plotInsets: nil)
    #expect(context.counts.texts < 4_000)
    #expect(
      context.diagnostics.contains {
        $0.message.contains("of 30000 labels of the x axis are shown")
      })
  }

  @Test("What a chart can't show well, it says")
  func notes() throws {
    func notes(_ chart: Chart, _ width: Double, _ height: Double? = 200) throws -> [String] {
      try chart.scene(width: width, height: height).diagnostics.map(\.message)
    }
    let bar = Chart { BarMark(x: .value("x", "a"), y: .value("y", 2)) }
    #expect(try notes(bar, 640) == [])
    // How wide a picture is shown, only lint asks.
    #expect(try notes(bar, 1600) == [])
    let clear = Chart { BarMark(x: .value("x", "a"), y: .value("y", 2)).opacity(0) }
    #expect(try notes(clear, 640).contains { $0.contains("shows no mark") })
    let faint = Chart { BarMark(x: .value("x", "a"), y: .value("y", 2)).opacity(0.2) }
    #expect(try notes(faint, 640).contains { $0.contains("have a contrast below 3.0:1") })
    let thin = Chart {
      for x in 0..<3 { LineMark(x: .value("x", x), y: .value("y", x)).lineStyle(width: 0.1) }
    }
    #expect(try notes(thin, 640).contains { $0.contains("a line is 0.1 pt wide") })
    #expect(throws: ChartError.self) { try notes(bar.chartAspect(1e6), 640, nil) }
  }
}
