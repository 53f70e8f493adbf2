import BurinCharts
import BurinScene
import Testing

@Suite("Order of ticks and marks")
struct TickOrderTests {
  @Test("The line of an axis lies over the bars that stand on it")
  func bars() throws {
    let chart = Chart { BarMark(x: .value("x", "a"), y: .value("y", 3)) }
    let leaves = try chart.scene(width: 300, height: 240).scene.leaves
    let bar = try #require(leaves.lastIndex { $0.roles.contains(.mark) })
    let line = try #require(leaves.firstIndex { $0.trail.contains("decoration axis line") })
    #expect(bar < line)
  }

  @Test("A point on the axis lies over its tick and its line, and the tick's label over both")
  func order() throws {
    let chart = Chart { PointMark(x: .value("x", 5), y: .value("y", 0)) }
      .chartXScale(domain: 0...10).chartYScale(domain: 0...10)
    let leaves = try chart.scene(width: 300, height: 240).scene.leaves
    let tick = try #require(leaves.lastIndex { $0.trail.contains("axis x ticks") })
    let point = try #require(leaves.lastIndex { $0.roles.contains(.mark) })
    let label = try #require(leaves.firstIndex { $0.roles.contains(.tick) })
    let line = try #require(leaves.firstIndex { $0.trail.contains("decoration axis line") })
    #expect(tick < point)
    #expect(line < point)
    #expect(point < label)
  }
}
