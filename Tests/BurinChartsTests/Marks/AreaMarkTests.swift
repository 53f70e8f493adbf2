import BurinCharts
import BurinGeometry
import BurinScene
import Testing

@Suite("Areas")
struct AreaMarkTests {
  @Test("Areas of several series stand on top of each other, and the axis shows their sum")
  func stacked() throws {
    let chart = Chart {
      for (series, height) in [("a", 10.0), ("b", 30)] {
        for x in 0...2 {
          AreaMark(x: .value("x", x), y: .value("y", height))
            .foregroundStyle(by: .value("series", series))
        }
      }
    }
    let scene = try chart.scene(width: 400, height: 300).scene
    let areas = scene.leaves.filter { $0.trail.contains { $0.hasPrefix("mark area") } }
      .compactMap(\.canvasBounds)
    #expect(areas.count == 2)
    let (first, second) = (try #require(areas.first), try #require(areas.last))
    #expect(abs(second.maxY - first.minY) < 0.01)
    #expect(abs(second.height - 3 * first.height) < 0.01)
    #expect(scene.texts(below: "axis y").contains { $0.text == "40" })
  }

  @Test("Areas between two lines stay where they are")
  func between() throws {
    let chart = Chart {
      for series in ["a", "b"] {
        for x in 0...2 {
          AreaMark(x: .value("x", x), yStart: .value("y", 1), yEnd: .value("y", 2))
            .foregroundStyle(by: .value("series", series))
        }
      }
    }
    let areas = try chart.scene(width: 400, height: 300).scene.leaves
      .filter { $0.trail.contains { $0.hasPrefix("mark area") } }.compactMap(\.canvasBounds)
    #expect(areas.count == 2)
    #expect(areas.first == areas.last)
  }
}
