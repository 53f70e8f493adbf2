import BurinCharts
import BurinGeometry
import BurinScene
import Synchronization
import Testing

@Suite("Facets")
struct FacetTests {
  private func chart(_ sharing: FacetSharing) -> Chart {
    Chart {
      for (city, top) in [("Lima", 10.0), ("Oslo", 100), ("Cairo", 50)] {
        LineMark(x: .value("x", 0), y: .value("y", 0)).facet(by: .value("city", city))
        LineMark(x: .value("x", 1), y: .value("y", top)).facet(by: .value("city", city))
      }
      RuleMark(y: .value("y", 5)).named("limit")
    }
    .chartFacets(columns: 2, sharing: sharing)
  }

  private func scene(_ sharing: FacetSharing) throws -> Scene {
    try chart(sharing).scene(width: 500, height: 400).scene
  }

  @Test("Every key has a panel, in order of appearance, and marks without a key stand in all")
  func panels() throws {
    let scene = try scene(.both)
    #expect(scene.texts(below: "title").map(\.text) == ["Lima", "Oslo", "Cairo"])
    #expect(scene.text.split(separator: "\n").filter { $0.contains("mark \"limit\"") }.count == 3)
  }

  @Test("Shared axes show the same stretch, and only the outer panels are labelled")
  func shared() throws {
    let labels = try scene(.both).texts(below: "axis y").map(\.text)
    // Two rows, one labelled panel each.
    #expect(labels.filter { $0 == "100" }.count == 2)
    // The panel above an empty place is an outer one too.
    #expect(try scene(.both).texts(below: "axis x").map(\.text).filter { $0 == "1" }.count == 2)
  }

  @Test("Axes of their own are labelled in every panel, each for its own values")
  func own() throws {
    let labels = try scene(.none).texts(below: "axis y").map(\.text)
    #expect(labels.filter { $0 == "0" }.count == 3)
    #expect(labels.filter { $0 == "100" }.count == 1)
    #expect(labels.contains("10"))
  }

  @Test("A series has one colour in all panels, and one legend stands above them")
  func colors() throws {
    let chart = Chart {
      PointMark(x: .value("x", 1), y: .value("y", 1)).foregroundStyle(by: .value("s", "A"))
        .facet(by: .value("f", "1"))
      PointMark(x: .value("x", 1), y: .value("y", 1)).foregroundStyle(by: .value("s", "B"))
        .facet(by: .value("f", "2"))
    }
    let scene = try chart.scene(width: 500, height: 300).scene
    #expect(scene.texts(below: "legend").map(\.text) == ["A", "B"])
    let colors = scene.leaves.compactMap { leaf -> Paint? in
      guard case .path(let path) = leaf.item, leaf.path.contains("mark point") else { return nil }
      return path.fill
    }
    #expect(Set(colors).count == 2)
  }

  @Test("Numbers in one panel and categories in another cannot share an axis")
  func mixed() {
    let chart = Chart {
      BarMark(x: .value("x", "a"), y: .value("y", 1)).facet(by: .value("f", "1"))
      PointMark(x: .value("x", 1), y: .value("y", 1)).facet(by: .value("f", "2"))
    }
    #expect(throws: ChartError.self) { try chart.scene(width: 500, height: 300) }
  }

  @Test("A field is evaluated once for all panels")
  func evaluatedOnce() throws {
    let calls = Mutex(0)
    let chart = Chart {
      HeatmapMark(x: 0...1, y: 0...1, columns: 4, rows: 2) { x, y in
        calls.withLock { $0 += 1 }
        return x + y
      }
      for facet in ["a", "b"] {
        PointMark(x: .value("x", 0.5), y: .value("y", 0.5)).facet(by: .value("f", facet))
      }
    }
    _ = try chart.scene(width: 500, height: 300)
    #expect(calls.withLock { $0 } == 8)
  }

  @Test("Values that are not finite are counted once, over all panels")
  func skippedOnce() throws {
    let chart = Chart {
      for facet in ["a", "b"] {
        LineMark(x: .value("x", 0), y: .value("y", 1)).facet(by: .value("f", facet))
        LineMark(x: .value("x", 1), y: .value("y", Double.nan)).facet(by: .value("f", facet))
      }
    }
    let diagnostics = try chart.scene(width: 500, height: 300).diagnostics
    #expect(
      diagnostics.map(\.message) == [
        "2 of 4 line values are not finite and are left out; the first is value 1"
      ])
  }
}
