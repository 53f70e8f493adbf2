import BurinCharts
import BurinGeometry
import BurinScene
import Testing

@Suite("Plots that belong together")
struct AlignmentTests {
  private func line(_ top: Double) -> Chart {
    Chart {
      LineMark(x: .value("x", 0), y: .value("y", 0))
      LineMark(x: .value("x", 1), y: .value("y", top))
    }
  }

  /// The lines below the plots, from edge to edge of each.
  private func axisLines(_ content: some FigureContent) throws -> [Rect] {
    try content.scene(width: 600, height: 400).scene.leaves
      .filter { $0.trail.contains("decoration axis line") }.compactMap(\.canvasBounds)
  }

  @Test("Plots of a column have the same edges, whatever the width of their labels")
  func column() throws {
    let lines = try axisLines(
      VStack {
        line(1)
        line(99_999_999)
      })
    #expect(lines.count == 2)
    let (upper, lower) = (try #require(lines.first), try #require(lines.last))
    #expect(abs(upper.minX - lower.minX) < 0.01)
    #expect(abs(upper.maxX - lower.maxX) < 0.01)
  }

  @Test("Plots of a row stand on one line, whatever the height of their labels")
  func row() throws {
    let named = Chart {
      BarMark(x: .value("name", "a name that needs\nthree\nlines"), y: .value("y", 1))
    }
    let lines = try axisLines(
      HStack {
        line(1)
        named
      })
    #expect(lines.count == 2)
    #expect(abs((lines.first?.midY ?? 0) - (lines.last?.midY ?? 1)) < 0.01)
  }

  @Test("Panels that share their axes are equally large")
  func panels() throws {
    let chart = Chart {
      for (index, city) in ["Lima", "Oslo", "Cairo", "Tokyo", "Quito"].enumerated() {
        for x in 0...1 {
          LineMark(x: .value("x", x), y: .value("y", 1000 * index * x))
            .facet(by: .value("city", city))
        }
      }
    }
    .chartFacets(columns: 3)
    let lines = try axisLines(chart)
    #expect(lines.count == 5)
    let widths = lines.map(\.width)
    #expect((widths.max() ?? 1) - (widths.min() ?? 0) < 0.01)
    #expect(abs(lines[0].minX - lines[3].minX) < 0.01)
    #expect(abs(lines[1].midY - lines[0].midY) < 0.01)
  }
}
