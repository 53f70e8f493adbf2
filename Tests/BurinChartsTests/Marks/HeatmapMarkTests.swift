import BurinCharts
import Testing

@Suite("Heat maps")
struct HeatmapMarkTests {
  private func notes(_ side: Int, _ reduction: FieldReduction?) throws -> [String] {
    let matrix = FieldMatrix(
      x: 0...1, y: 0...1, columns: side, values: (0..<side * side).map(Double.init))
    return try Chart {
      if let reduction {
        HeatmapMark(matrix, reduction: reduction)
      } else {
        HeatmapMark(matrix)
      }
    }
    .scene(width: 200, height: 150).diagnostics.map(\.message)
  }

  @Test("A matrix that is reduced says so where nobody said how")
  func reduced() throws {
    #expect(try notes(20, nil) == [])
    #expect(try notes(600, .area) == [])
    #expect(try notes(600, .maximum) == [])
    let said = try notes(600, nil)
    #expect(said.count == 1)
    #expect(said.first?.hasPrefix("a heat map of 600 × 600 values has ") == true)
    #expect(said.first?.contains(".maximum to keep peaks") == true)
  }
}
