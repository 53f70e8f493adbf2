import BurinCharts
import BurinGeometry
import BurinScene
import Testing

@Suite("Insets and tags")
struct InsetTests {
  private func chart(_ corner: PlotCorner) -> Chart {
    Chart {
      LinePlot(x: "x", y: "y", domain: 0...10) { $0 }
      PointMark(x: .value("x", 5), y: .value("y", 5)).annotation(position: .automatic) {
        "a label that needs a place"
      }
    }
    .chartInset(corner, width: 0.44, height: 0.44) { Text("inside") }
  }

  @Test("An inset lies within the plot, in its corner, and labels keep off it")
  func corner() throws {
    for corner in [PlotCorner.topLeading, .bottomTrailing] {
      let scene = try chart(corner).scene(width: 400, height: 300).scene
      let inside = try #require(scene.texts(below: "panel inset").first)
      #expect(inside.text == "inside")
      let plates = scene.leaves.filter { $0.roles.contains(.panel) }.compactMap(\.canvasBounds)
      let plate = try #require(plates.first)
      let label = try #require(scene.texts(below: "annotation").first)
      #expect(!label.ink.intersects(plate))
      #expect((plate.midX < 200) == (corner == .topLeading))
      #expect((plate.midY < 150) == (corner == .topLeading))
    }
  }

  @Test("Content too large for its inset is an error that names it")
  func tooLarge() {
    let chart = Chart { PointMark(x: .value("x", 1), y: .value("y", 1)) }
      .chartInset(.topLeading, width: 0.1, height: 0.1) {
        Text("one\ntwo\nthree").frame(width: 200)
      }
    #expect { try chart.scene(width: 300, height: 200) } throws: {
      "\($0)".hasPrefix("the inset with the text “one two three” needs ")
    }
  }

  @Test("A panel's tag stands before its title, or alone")
  func tags() throws {
    let chart = Chart { PointMark(x: .value("x", 1), y: .value("y", 1)) }.chartTag("a")
    func title(_ chart: Chart) throws -> String {
      try chart.scene(width: 300, height: 200).scene.texts(below: "title").map(\.text).joined()
    }
    #expect(try title(chart) == "a")
    #expect(try title(chart.chartTitle("Two")).hasPrefix("a"))
    #expect(try title(chart.chartTitle("Two")).hasSuffix("Two"))
  }
}
