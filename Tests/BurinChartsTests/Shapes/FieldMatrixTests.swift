import Testing

@testable import BurinCharts

@Suite("Matrices")
struct FieldMatrixTests {
  @Test("Matrices are reduced by area or by their greatest values")
  func reduction() {
    let values: [Double] = [1, 3, 5, .nan, 2, 4, .nan, .nan, 0, 0, 8, 9, 0, 4, 6, 7]
    let matrix = FieldMatrix(x: 0...1, y: 0...1, columns: 4, values: values)
    // The first row is the lowest one.
    let halves: [Double] = [0, 2, 4]
    #expect(matrix.cells(.area, across: halves, up: halves) == [1, 7.5, 2.5, 5])
    #expect(matrix.cells(.maximum, across: halves, up: halves) == [4, 9, 4, 5])
    let parts = matrix.cells(.area, across: [0, 4.0 / 3, 4], up: [0, 1])
    // One and a third of a cell: 1 whole and a third of 3; the rest of it and 5.
    let (first, second): (Double, Double) = (2 / (4.0 / 3), 7 / (5.0 / 3))
    #expect(abs(parts[0] - first) < 1e-12)
    #expect(abs(parts[1] - second) < 1e-12)
    #expect(matrix.cells(.area, across: [3, 4], up: [0, 2])[0].isNaN)
  }

  @Test("Values that are no whole rows are told")
  func fault() {
    #expect(FieldMatrix(x: 0...1, y: 0...1, columns: 0, values: [1]).fault != nil)
    #expect(
      FieldMatrix(x: 0...1, y: 0...1, columns: 2, values: [1, 2, 3]).fault
        == "3 values are no whole rows of 2 columns")
    #expect(FieldMatrix(x: 0...1, y: 0...1, columns: 2, values: [1, 2]).fault == nil)
  }
}
