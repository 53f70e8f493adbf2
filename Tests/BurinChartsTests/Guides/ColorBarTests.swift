import BurinCharts
import BurinGeometry
import BurinScene
import Synchronization
import Testing

@Suite("Colour bars")
struct ColorBarTests {
  @Test("The bar runs from the smallest value at the bottom to the largest at the top")
  func ends() throws {
    let chart = Chart {
      HeatmapMark(x: 0...1, y: 0...1, columns: 2, rows: 2, values: 0...100, low: .canvas) {
        $0 * $1
      }.withColorBar()
    }
    let scene = try chart.scene(width: 400, height: 300).scene
    let labels = scene.texts(below: "legend color bar")
    let zero = try #require(labels.first { $0.text == "0" })
    let hundred = try #require(labels.first { $0.text == "100" })
    #expect(zero.ink.minY > hundred.ink.maxY)
    let strips = scene.leaves.compactMap { leaf -> ImageItem? in
      guard case .image(let image) = leaf.item, image.columns == 1 else { return nil }
      return image
    }
    #expect(strips.first?.cells.last == .white)
    #expect(strips.first?.cells.first == Theme.standard.colors["accent"])
  }

  @Test("A field's function is called once a cell, however often the layout is tried")
  func evaluatedOnce() throws {
    let calls = Counter()
    let chart = Chart {
      HeatmapMark(x: 0...1, y: 0...1, columns: 8, rows: 4) { x, y in
        calls.increment()
        return x + y
      }.withColorBar()
      // A label beyond the top makes the layout try again.
      PointMark(x: .value("x", 0.5), y: .value("y", 1)).annotation(position: .top) { "a\nb\nc" }
    }
    _ = try chart.scene(width: 400, height: 300)
    #expect(calls.count == 32)
  }

  @Test("A field without a finite value has no bar")
  func nothing() throws {
    let chart = Chart { HeatmapMark(x: 0...1, y: 0...1) { _, _ in .nan }.withColorBar() }
    #expect(try chart.scene(width: 400, height: 300).scene.texts(below: "legend").isEmpty)
  }
}

private final class Counter: Sendable {
  private let value = Mutex(0)
  var count: Int { value.withLock { $0 } }
  func increment() { value.withLock { $0 += 1 } }
}
