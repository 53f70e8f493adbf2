import BurinCharts
import BurinGeometry
import BurinScales
import BurinScene
import Testing

@Suite("A second unit on an axis")
struct SecondaryAxisTests {
  private var chart: Chart {
    Chart { LinePlot(x: "x", y: "y", domain: 0...10) { $0 } }
      .chartYAxis { AxisMarks(values: [0, 5, 10]) { AxisValueLabel() } }
      .chartXAxis { AxisMarks(values: [0, 5, 10]) { AxisValueLabel() } }
  }

  @Test("Its labels stand where the first unit has the same value")
  func places() throws {
    let scene =
      try chart
      .chartXSecondaryAxis("double", factor: 2)
      .chartYSecondaryAxis("below zero", factor: -1, offset: 1)
      .scene(width: 400, height: 300).scene
    func ink(_ part: String, _ text: String) throws -> (x: Double, y: Double) {
      let found = scene.texts(below: part).first { $0.text == text }
      let ink = try #require(found?.ink, "\(part): \(text)")
      return (ink.midX, ink.midY)
    }
    #expect(abs(try ink("axis x second", "10").x - ink("axis x", "5").x) < 1)
    #expect(abs(try ink("axis y second", "−9").y - ink("axis y", "10").y) < 1)
    #expect(scene.texts(below: "axis x second title").map(\.text) == ["double"])
    #expect(scene.texts(below: "axis y second title").map(\.text) == ["below zero"])
  }

  @Test(
    "A factor that is no number or zero is an error", arguments: [0, Double.nan, .infinity])
  func badFactor(factor: Double) {
    #expect { try chart.chartXSecondaryAxis(factor: factor).scene(width: 400) } throws: {
      "\($0)".hasPrefix("x axis: a second unit needs a finite factor")
    }
  }

  @Test("Categories and logarithmic axes have no second unit")
  func otherScales() {
    let bars = Chart { BarMark(x: .value("x", "a"), y: .value("y", 1)) }
    #expect { try bars.chartXSecondaryAxis(factor: 2).scene(width: 400) } throws: {
      "\($0)" == "x axis: a second unit needs a linear axis of numbers beside it"
    }
    let log = chart.chartYScale(domain: 1...10, type: .log()).chartYSecondaryAxis(factor: 2)
    #expect(throws: ChartError.self) { try log.scene(width: 400) }
  }
}
