import BurinGeometry
import BurinInk
import TestSupport
import Testing

@Suite("Spatial index of rectangles")
struct RectIndexTests {
  private let bounds = Rect(x: 0, y: 0, width: 900, height: 700)

  private func rects(_ count: Int, seed: UInt64) -> [Rect] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { index in
      // Every other one is as large as the region.
      let reach = index.isMultiple(of: 2) ? 20.0 : 900.0
      return Rect(
        x: random.unit() * 900 - 50, y: random.unit() * 700 - 50, width: random.unit() * reach,
        height: random.unit() * reach)
    }
  }

  @Test("Small and large rectangles are each found once, also after they moved")
  func found() {
    var rects = rects(600, seed: 3)
    var index = RectIndex(rects, bounds: bounds, cell: 8)
    for (number, rect) in self.rects(100, seed: 4).enumerated() {
      index.move(number, to: rect)
      rects[number] = rect
    }
    for query in self.rects(60, seed: 5) {
      var found: [Int] = []
      index.forEach(in: query) { found.append($0) }
      let expected = rects.indices.filter { number in
        let rect = rects[number]
        return rect.minX <= query.maxX && query.minX <= rect.maxX && rect.minY <= query.maxY
          && query.minY <= rect.maxY
      }
      #expect(found.sorted() == expected)
    }
  }

  @Test("The entries at a point are in the order of painting")
  func order() {
    let index = RectIndex(rects(600, seed: 6), bounds: bounds, cell: 8)
    for x in stride(from: 0.0, to: 900, by: 90) {
      let cell = index.cell(at: Point(x, x / 2))
      #expect(cell == cell.sorted())
    }
  }
}
