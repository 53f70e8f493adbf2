import BurinScales
import Testing

@Suite("Bins of numbers")
struct BinEdgesTests {
  @Test("Thresholds are round numbers that cover all data")
  func thresholds() {
    #expect(BinEdges(data: [1.2, 3.4, 3.9, 7.7], desiredCount: 4).thresholds == [0, 2, 4, 6, 8])
    #expect(BinEdges(data: [0, 0.31], desiredCount: 3).thresholds == [0, 0.1, 0.2, 0.3, 0.4])
    #expect(
      BinEdges(data: [-25.0, 25], desiredCount: 5).thresholds == [-30, -20, -10, 0, 10, 20, 30])
    #expect(BinEdges(size: 0.25, range: 0...1).thresholds == [0, 0.25, 0.5, 0.75, 1])
    #expect(BinEdges(thresholds: [3, 1, .nan, 1, 2]).thresholds == [1, 2, 3])
    #expect(Array(BinEdges(size: 5, range: 1...9)) == [0..<5, 5..<10])
  }

  @Test("Whole numbers have whole thresholds, and the largest has its bin")
  func whole() {
    #expect(BinEdges(data: [1, 2, 6], desiredCount: 100).thresholds == [1, 2, 3, 4, 5, 6, 7])
    #expect(
      BinEdges(data: [0, 99], desiredCount: 10).thresholds
        == Array(stride(from: 0, through: 100, by: 10)))
    #expect(BinEdges(data: [4, 4, 4]).thresholds == [4, 5])
    #expect(BinEdges(data: [Int]()).isEmpty)
  }

  @Test("A bin holds its lower threshold, the last one its upper threshold too")
  func indices() {
    let bins = BinEdges(thresholds: [0, 1, 5, 10])
    #expect(
      [-0.1, 0, 0.9, 1, 4.9, 5, 10, 10.1, .nan].map(bins.index) == [
        nil, 0, 0, 1, 1, 2, 2, nil, nil,
      ])
    #expect(bins.counts(of: [0, 1, 2, 3, 10, 11, .nan]) == [1, 3, 1])
  }

  /// The numbers of bins that NumPy 2's `histogram_bin_edges(data, "auto")` finds.
  @Test("The number of bins is Freedman's and Diaconis' or Sturges', whichever is larger")
  func rule() {
    // Both rules by hand: IQR 49.5, so (99 / (2 · 49.5 / ∛100)) = 4.64 → 5; 1 + log₂100 = 7.64 → 8.
    #expect(BinEdges.count(for: (0..<100).map(Double.init)) == 8)
    // IQR 499.5: 999 / (999 / 10) = 10; 1 + log₂1000 = 10.97 → 11.
    #expect(BinEdges.count(for: (0..<1000).map(Double.init)) == 11)
    // IQR 4,999.5: 9999 / (9999 / ∛10⁴) = 21.5 → 22; Sturges 15.
    #expect(BinEdges.count(for: (0..<10_000).map(Double.init)) == 22)
    #expect(BinEdges.count(for: [1, 1, 1]) == 1)
    #expect(BinEdges.count(for: [Double]()) == 1)
    // An outlier makes no thousands of bins.
    #expect(BinEdges.count(for: (0..<1000).map(Double.init) + [1e9]) == 100)
  }

  @Test("Hard numbers neither trap nor hang, and each finite one has a bin")
  func hard() {
    for a in Relations.hard {
      for b in Relations.hard {
        for count in [nil, Int.min, 0, 1, 7, Int.max] {
          let data = [a, b, 0.5, a]
          let bins = BinEdges(data: data, desiredCount: count)
          #expect(bins.count <= BinEdges.limit)
          for value in data where value.isFinite {
            #expect(bins.index(for: value) != nil, "\(value) among \(data), \(bins.thresholds)")
          }
          if b >= 0 { _ = BinEdges(size: a, range: -0.5...b) }
        }
      }
    }
    #expect(BinEdges(data: [Int.min, Int.max], desiredCount: 3).count <= 4)
    #expect(BinEdges(size: 1e-300, range: 0...1).isEmpty)
  }
}
