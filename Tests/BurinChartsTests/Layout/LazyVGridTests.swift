import BurinCharts
import BurinGeometry
import BurinScene
import Testing

@Suite("Grids of given columns")
struct LazyVGridTests {
  /// Returns the rectangles of a grid's cells, each 10 points high, from the grid's corner.
  private func cells(
    _ columns: [GridItem], count: Int, width: Double = 200,
    alignment: HorizontalAlignment = .center, side: Double? = nil
  ) throws -> [Rect] {
    let grid = LazyVGrid(columns: columns, alignment: alignment, spacing: 5) {
      ForEach(0..<count, id: \.self) { _ in
        Rectangle().fill(.accent).frame(width: side, height: 10)
      }
    }
    let scene = try grid.frame(width: width).scene().scene
    return scene.leaves.compactMap {
      guard case .path(let item) = $0.item else { return nil }
      return item.path.bounds?.offset(by: Vector(-28, -28))
    }
  }

  @Test("Columns that give way share what fixed ones leave, within their limits")
  func widths() throws {
    let columns = [
      GridItem(.fixed(50), spacing: 10), GridItem(.flexible(maximum: 30), spacing: 0), GridItem(),
    ]
    #expect(
      try cells(columns, count: 4) == [
        Rect(x: 0, y: 0, width: 50, height: 10), Rect(x: 60, y: 0, width: 30, height: 10),
        Rect(x: 90, y: 0, width: 110, height: 10), Rect(x: 0, y: 15, width: 50, height: 10),
      ])
  }

  @Test(
    "An adaptive column becomes as many as have room", arguments: [(200, 3), (59, 1), (128, 2)])
  func adaptive(width: Double, count: Int) throws {
    let rects = try cells([GridItem(.adaptive(minimum: 60), spacing: 8)], count: 7, width: width)
    #expect(rects.count == 7)
    #expect(Set(rects.map(\.minX)).count == count)
    #expect(Set(rects.map(\.minY)) == Set((0..<(7 + count - 1) / count).map { 15 * Double($0) }))
    #expect((rects.last?.width ?? 0) >= 60)
    if width >= 60 { #expect(abs((rects.map(\.maxX).max() ?? 0) - width) < 1e-9) }
  }

  @Test("Cells are placed by their column, narrow columns by the grid")
  func alignments() throws {
    let column = GridItem(.fixed(40), alignment: .bottomTrailing)
    #expect(try cells([column], count: 1, side: 10).map(\.minX) == [80 + 30])
    #expect(try cells([GridItem()], count: 1, side: 10).map(\.minX) == [95])
    #expect(try cells([GridItem()], count: 1, alignment: .leading, side: 10).map(\.minX) == [0])
    #expect(try cells([column], count: 1, alignment: .leading, side: 10).map(\.minX) == [30])
    #expect(try cells([column], count: 1, alignment: .trailing, side: 10).map(\.minX) == [190])
  }

  @Test("Columns that are no usable numbers are refused by name")
  func refused() throws {
    let wrong: [([GridItem], String)] = [
      ([], "a LazyVGrid has no columns"),
      ([GridItem(.fixed(.nan))], "the width of a grid's column"),
      ([GridItem(.flexible(minimum: 20, maximum: 10))], "the maximum width of a grid's column"),
      ([GridItem(.adaptive(minimum: -.infinity))], "the minimum width of a grid's column"),
      ([GridItem(spacing: -1)], "the spacing of a grid's columns"),
    ]
    for (columns, words) in wrong {
      #expect { try cells(columns, count: 2) } throws: { "\($0)".contains(words) }
    }
  }
}
