import BurinScene
import TestSupport
import Testing

@testable import BurinCharts

@Suite("Columns of numbers")
struct NumberColumnTests {
  private struct Sample {
    var index: Int
    var y: Double
    var x: Double
    var part: Float
  }

  /// Enough for numbers to be read where they lie.
  private static let count = 66_000

  private static func samples(_ gap: Int? = nil) -> [Sample] {
    var random = SplitMix64(seed: 11)
    return (0..<count).map { index in
      Sample(
        index: index, y: index == gap ? .nan : random.unit(), x: Double(index) / 10,
        part: Float(index % 7))
    }
  }

  private static func lent(_ samples: [Sample]) throws -> NumberColumn {
    let offset = try #require(MemoryLayout<Sample>.offset(of: \Sample.y))
    return NumberColumn(try #require(LentNumbers(samples, offset: offset)))
  }

  @Test("Numbers that lie in a caller's array are those of a copy")
  func lentNumbers() throws {
    let samples = Self.samples()
    let (lent, copy) = (try Self.lent(samples), NumberColumn(samples.map(\.y)))
    #expect(lent.count == copy.count && lent.elementsEqual(copy) && lent.array == copy.array)
    #expect(lent.values(in: 5..<900) == copy.values(in: 5..<900))
    let extent = try #require(samples.map(\.y).min())...(try #require(samples.map(\.y).max()))
    for var column in [lent, copy] {
      #expect(column.finiteRange(0..<column.count) == extent)
      let some = try #require(column.finiteRange(100..<103))
      #expect(some.lowerBound == samples[100..<103].map(\.y).min())
      column.findExtent()
      #expect(column.finiteRange(0..<column.count) == extent)
      #expect(column.finiteRange(100..<103) == some && column.finiteRange(3..<3) == nil)
    }
  }

  @Test("A change makes a column of its own, and is seen in its extent")
  func changes() throws {
    var samples = Self.samples()
    let lent = try Self.lent(samples)
    var own = lent
    own.findExtent()
    #expect(own.isIdentical(to: lent))
    own[3] = 17
    #expect(!own.isIdentical(to: lent) && own[3] == 17 && lent[3] == samples[3].y)
    #expect(own.finiteRange(0..<own.count)?.upperBound == 17)
    own.append(.infinity)
    own.append(contentsOf: [1, 2])
    #expect(own.count == lent.count + 3 && own.finiteRange(0..<own.count) == nil)
    // The caller's array goes on without the chart.
    let before = samples[3].y
    samples[3].y = 5
    #expect(lent[3] == before)
  }

  @Test("Few elements and elements with references are not lent")
  func refused() throws {
    struct Named {
      var y: Double
      var name: String
    }
    let offset = try #require(MemoryLayout<Named>.offset(of: \Named.y))
    let named = (0..<Self.count).map { Named(y: Double($0), name: "a name of some length") }
    #expect(LentNumbers(named, offset: offset) == nil)
    #expect(LentNumbers([1.0, 2.0], offset: 0) == nil)
  }

  @Test("Charts of lent and of copied numbers are the same", arguments: [nil, 40_000])
  func charts(gap: Int?) throws {
    let samples = Self.samples(gap)
    func scene(_ content: some ChartContent) throws -> Scene {
      try Chart { content }.scene(width: 300, height: 200).scene
    }
    func expectSame(_ plot: some ChartContent, _ copied: some ChartContent) throws {
      let (one, other) = (try scene(plot), try scene(copied))
      #expect(one.text == other.text && !one.leaves.isEmpty)
    }
    // What is not an array is read element by element.
    let others = AnyRandomAccessCollection(samples)
    try expectSame(
      PointPlot(samples, x: .value("x", \.x), y: .value("y", \.y)),
      PointPlot(others, x: .value("x", \.x), y: .value("y", \.y)))
    try expectSame(
      LinePlot(samples, x: .value("x", \.index), y: .value("y", \.y)),
      LinePlot(others, x: .value("x", \.index), y: .value("y", \.y)))
    try expectSame(
      AreaPlot(samples, x: .value("x", \.x), y: .value("y", \.part)),
      AreaPlot(others, x: .value("x", \.x), y: .value("y", \.part)))
    try expectSame(
      Plot {
        LinePlot(samples, x: .value("x", \.x), y: .value("y", \.y))
        LineMark(x: .value("x", 6_700), y: .value("y", 2))
      },
      Plot {
        LinePlot(others, x: .value("x", \.x), y: .value("y", \.y))
        LineMark(x: .value("x", 6_700), y: .value("y", 2))
      })
  }
}
