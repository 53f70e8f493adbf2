import BurinCharts
import BurinGeometry
import BurinScene
import Testing

@Suite("Box plots")
struct BoxPlotTests {
  private func parts(_ chart: Chart, _ mark: String) throws -> [Rect] {
    try chart.scene(width: 400, height: 320).scene.leaves
      .filter { $0.trail.contains { $0.hasPrefix("mark \(mark)") } }.compactMap(\.canvasBounds)
  }

  /// Quartiles 2, 3 and 4; the whisker ends at 1; 10 lies beyond.
  private let values = [1.0, 2, 3, 4, 10]

  @Test("The box lies between the quartiles, the whiskers at the last numbers, the rest are points")
  func vertical() throws {
    let chart = Chart { BoxPlot(values, x: .value("group", "A"), y: "ms") }
      .chartYScale(domain: 0...12)
    let parts = try parts(chart, "rectangle")
    // The upper whisker has no length.
    #expect(parts.count == 3)
    let (whisker, box, median) = (parts[0], parts[1], parts[2])
    #expect(abs(whisker.minY - box.maxY) < 0.01)
    #expect(abs(whisker.height * 2 - box.height) < 0.01)
    #expect(abs(median.midY - box.midY) < 0.01 && abs(median.width - box.width) < 0.01)
    let points = try self.parts(chart, "point")
    #expect(points.count == 1)
    // 10 is as far above the box as three boxes are high.
    let middle = try #require(points.first?.midY)
    #expect(abs((box.minY - middle) - 3 * box.height) < 0.1)
  }

  @Test("A horizontal box is the vertical one on its side")
  func horizontal() throws {
    let chart = Chart { BoxPlot(values, x: "ms", y: .value("group", "A")) }
      .chartXScale(domain: 0...12)
    let parts = try parts(chart, "rectangle")
    #expect(abs(parts[0].maxX - parts[1].minX) < 0.01)
    #expect(abs(parts[0].width * 2 - parts[1].width) < 0.01)
  }

  @Test("Boxes of categories are half as wide as their places, at numbers too")
  func places() throws {
    for chart in [
      Chart { for name in ["A", "B"] { BoxPlot(values, x: .value("group", name), y: "ms") } },
      Chart { for dose in [1.0, 2] { BoxPlot(values, x: .value("dose", dose), y: "ms") } },
    ] {
      let parts = try parts(chart, "rectangle")
      let (first, second) = (parts[1], parts[4])
      #expect(abs((second.midX - first.midX) - 2 * first.width) < 0.1)
    }
  }

  @Test("Numbers that are not finite are counted; no numbers make no box")
  func undefined() throws {
    let picture = try Chart { BoxPlot([1, 2, .nan], y: "ms") }.scene(width: 300, height: 200)
    #expect(
      picture.diagnostics.map(\.message) == [
        "a value of the box plot of ms is not finite and is left out: value 2"
      ])
    #expect(try parts(Chart { BoxPlot([], y: "ms") }, "rectangle").isEmpty)
    #expect(try parts(Chart { BoxPlot([4], y: "ms") }, "rectangle").count == 1)
  }
}
