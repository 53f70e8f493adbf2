import BurinCharts
import BurinScene
import Testing

@Suite("Order of ticks and marks")
struct TickOrderTests {
  @Test("A point on the axis lies over its tick, and the tick's label over both")
  func order() throws {
    let chart = Chart { PointMark(x: .value("x", 5), y: .value("y", 0)) }
      .chartXScale(domain: 0...10).chartYScale(domain: 0...10)
    let leaves = try chart.scene(width: 300, height: 240).scene.leaves
    let tick = try #require(leaves.lastIndex { $0.trail.contains("axis x ticks") })
    let point = try #require(leaves.lastIndex { $0.roles.contains(.mark) })
    let label = try #require(leaves.firstIndex { $0.roles.contains(.tick) })
    #expect(tick < point)
    #expect(point < label)
  }
}
