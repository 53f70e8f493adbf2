import BurinCharts
import BurinGeometry
import BurinScene
import Testing

@Suite("Rules")
struct RuleMarkTests {
  @Test("A label at a rule's end stands there, and the rule makes way for it")
  func label() throws {
    let chart = Chart {
      LineMark(x: .value("x", 0), y: .value("y", 0))
      LineMark(x: .value("x", 10), y: .value("y", 10))
      RuleMark(x: .value("x", 7)).annotation(position: .top) { Text("limit") }.named("limit")
    }
    .chartXAxisLabel(.hidden).chartYAxisLabel(.hidden)
    let scene = try chart.scene(width: 400, height: 300).scene
    let label = try #require(scene.texts().first { $0.text == "limit" }?.ink)
    let rule = try #require(
      scene.leaves.first { $0.trail.contains("mark limit") }?.canvasBounds)
    #expect(label.maxY <= rule.minY)
    #expect(rule.minY - label.maxY < 10)
    #expect(abs(label.midX - rule.midX) < 1)
    // The label takes no more room than it needs.
    #expect(rule.height > 190)
  }
}
