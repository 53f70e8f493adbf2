import BurinCharts
import BurinGeometry
import BurinScales
import BurinScene
import Testing

@Suite("Lines of axes")
struct AxisLineTests {
  private func line(_ chart: Chart) throws -> Rect {
    let leaves = try chart.scene(width: 400, height: 300).scene.leaves
    return try #require(
      leaves.first { $0.trail.contains("decoration axis line") }?.canvasBounds)
  }

  @Test("The line of x lies at zero, but not through a field")
  func field() throws {
    let curve = Chart {
      LineMark(x: .value("x", 0), y: .value("y", -1))
      LineMark(x: .value("x", 1), y: .value("y", 1))
    }
    #expect(try line(curve).midY < 200)
    let field = Chart {
      HeatmapMark(x: 0...1, y: -1...1, columns: 2, rows: 2) { x, y in x * y }
    }
    #expect(try line(field).midY > 250)
  }

  @Test("Numbers of five digits are read in groups of three")
  func groups() throws {
    let chart = Chart {
      LineMark(x: .value("year", 1990), y: .value("y", 0))
      LineMark(x: .value("year", 2020), y: .value("y", 30_000))
    }
    let texts = try chart.scene(width: 400, height: 300).scene.texts().map(\.text)
    #expect(texts.contains("30\u{2009}000"))
    #expect(texts.contains("2000"))
  }

  @Test("A label of y keeps clear of what stands above the plot")
  func header() throws {
    let chart = Chart {
      LineMark(x: .value("x", 0), y: .value("y", 0))
      LineMark(x: .value("x", 1), y: .value("y", 100))
    }
    .chartTitle("A title").chartYAxisLabel("the name of y")
    let scene = try chart.scene(width: 400, height: 300).scene
    let top = try #require(scene.texts(below: "axis y").first { $0.text == "100" }?.ink.minY)
    let name = try #require(scene.texts(below: "axis y title").first?.ink.maxY)
    #expect(top - name >= 5)
  }

  @Test("No time is zero: the line of categories beside times lies at their edge")
  func times() throws {
    func time(_ year: Int) -> CivilTime { CivilTime(year: year, month: 1, day: 1) }
    let chart = Chart {
      BarMark(
        xStart: .value("From", time(1948)), xEnd: .value("To", time(1980)), y: .value("Q", "J"))
      BarMark(
        xStart: .value("From", time(1980)), xEnd: .value("To", time(2013)), y: .value("Q", "B"))
    }
    let lines = try chart.scene(width: 400, height: 300).scene.leaves
      .filter { $0.trail.contains("decoration axis line") }.compactMap(\.canvasBounds)
    #expect(lines.contains { $0.height > 100 && $0.midX < 80 })
  }

  @Test("The line of x lies below points of a reversed axis, and above bars that hang from it")
  func reversed() throws {
    let points = Chart(0..<5) { PointMark(x: .value("x", $0), y: .value("Depth", $0 * $0)) }
    let bars = Chart(0..<5) { BarMark(x: .value("x", "\($0)"), y: .value("Depth", $0 * $0)) }
    #expect(try line(points.chartYScale(domain: .automatic(reversed: true))).midY > 200)
    #expect(try line(bars.chartYScale(domain: .automatic(reversed: true))).midY < 100)
  }
}
