import BurinCharts
import BurinScene
import Testing

@Suite("Rectangles")
struct RectangleMarkTests {
  @Test("Cells at numbers ask for no zero on their axes")
  func cells() throws {
    let chart = Chart {
      for year in 2020...2024 {
        for month in 1...3 {
          RectangleMark(x: .value("month", month), y: .value("year", year))
        }
      }
    }
    let labels = try chart.scene(width: 400, height: 300).scene.texts(below: "axis y").map(\.text)
    #expect(!labels.contains("0"))
    #expect(labels.contains("2022"))
  }

  @Test("Lines of fixed thickness have a place across, and none along")
  func lines() throws {
    let chart = Chart {
      for x in [1, 2] {
        RectangleMark(x: .value("x", x), y: .value("y", 100 * x), width: 20, height: 2)
        RectangleMark(x: .value("x", x), yStart: .value("y", 90), yEnd: .value("y", 210), width: 2)
      }
    }
    let labels = try chart.scene(width: 400, height: 300).scene.texts(below: "axis y").map(\.text)
    // A place of 100 points on y would reach from 50 to 250.
    #expect(!labels.contains("50") && !labels.contains("250"))
  }
}
