import BurinCharts
import BurinGeometry
import BurinScene
import Testing

@Suite("Text marks")
struct TextMarkTests {
  private func bounds(of name: String, in items: [SceneItem]) -> Rect? {
    for case .group(let group) in items {
      if group.name == name { return group.items.inkBounds }
      if let found = bounds(of: name, in: group.items) { return found }
    }
    return nil
  }

  private func places(_ position: AnnotationPosition) throws -> (text: Rect, point: Rect) {
    let chart = Chart {
      PointMark(x: .value("x", 3), y: .value("y", 6))
      TextMark(x: .value("x", 3), y: .value("y", 6), position: position) { "HOH" }
    }
    .chartXScale(domain: 0...10).chartYScale(domain: 0...10)
    let items = try chart.scene(width: 300, height: 240).scene.items
    return (
      try #require(bounds(of: "text 1", in: items)), try #require(bounds(of: "point 1", in: items))
    )
  }

  @Test("A text stands with its middle where the values meet")
  func overlay() throws {
    let (text, point) = try places(.overlay)
    #expect(abs(text.midX - point.midX) < 1)
    #expect(abs(text.midY - point.midY) < 2)
  }

  @Test("A text beside its place begins there")
  func beside() throws {
    let (text, point) = try places(.trailing)
    #expect(text.minX >= point.midX)
    #expect(text.minX < point.midX + 3)
    #expect(abs(text.midY - point.midY) < 2)
  }

  @Test("A text on a value that is not finite is left out, and the chart says so")
  func notFinite() throws {
    let chart = Chart {
      PointMark(x: .value("x", 3), y: .value("y", 6))
      TextMark(x: .value("x", 3), y: .value("y", Double.nan)) { "HOH" }
    }
    let (scene, diagnostics) = try chart.scene(width: 300, height: 240)
    #expect(bounds(of: "text 1", in: scene.items) == nil)
    #expect(diagnostics.count == 1)
  }
}
