import BurinCharts
import BurinGeometry
import BurinScene
import Testing

@Suite("Margins of small charts")
struct SmallMarginTests {
  private let line = Chart {
    for x in 0..<9 { LineMark(x: .value("x", x), y: .value("y", x % 4)) }
  }.chartXAxis(.hidden).chartYAxis(.hidden)

  @Test("A sparkline takes most of its picture")
  func sparkline() throws {
    let scene = try line.scene(width: 160, height: 48).scene
    let ink = try #require(
      scene.leaves.first { $0.trail.contains("mark line 1") }?.canvasBounds)
    #expect(ink.width > 130 && ink.height > 25)
    #expect(ink.minY >= 0 && ink.maxY <= 48)
  }

  @Test("A margin that is set stays, and a picture without room for it is refused")
  func set() throws {
    var theme = Theme.standard
    theme.margin = 28
    #expect(throws: ChartError.self) { try line.scene(width: 160, height: 48, theme: theme) }
    theme.margin = 0
    let scene = try line.scene(width: 160, height: 48, theme: theme).scene
    let ink = try #require(
      scene.leaves.first { $0.trail.contains("mark line 1") }?.canvasBounds)
    #expect(ink.width > 150)
  }
}
