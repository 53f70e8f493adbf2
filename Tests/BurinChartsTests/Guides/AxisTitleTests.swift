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
}
