import BurinCharts
import BurinGeometry
import BurinScales
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

  @Test(
    "A cell far beyond the plot stays there, though its place is as wide as it is far",
    arguments: [false, true])
  func farCells(isReversed: Bool) throws {
    let chart = Chart {
      for y in [2, 9e15, 9e18] { RectangleMark(x: .value("x", 1), y: .value("y", y)) }
    }.chartYScale(domain: 4...6).chartPlotBackground(.canvas)
    let scene = try (isReversed ? chart.chartYReversed() : chart).scene(width: 400, height: 300)
      .scene
    let plot = try #require(
      scene.leaves.first { $0.trail.contains("decoration plot background") }?.item.inkBounds)
    let marks = scene.leaves.filter { $0.trail.contains { $0.hasPrefix("mark rectangle") } }
    // The cell at 2 is as wide as the distance to the next one, 9e15, and covers the plot.
    #expect(marks.compactMap(\.canvasBounds).count { $0.intersection(plot) != nil } == 1)
  }

  @Test("A rectangle of a unit of time fills it, and meets the next one")
  func units() throws {
    let days = (1...5).map { CivilTime(year: 2026, month: 4, day: $0) }
    let chart = Chart {
      for day in days {
        RectangleMark(
          x: .value("Day", day, unit: .day), yStart: .value("Hour", 0), yEnd: .value("Hour", 4))
      }
    }
    let rects = try chart.scene(width: 400, height: 240).scene.leaves
      .filter { $0.roles.contains(.mark) }.compactMap(\.canvasBounds)
    #expect(rects.count == 5)
    for (left, right) in zip(rects, rects.dropFirst()) {
      #expect(right.minX <= left.maxX && right.minX > left.maxX - 1)
    }
  }
}
