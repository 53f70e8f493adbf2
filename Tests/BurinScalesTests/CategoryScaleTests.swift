import BurinScales
import Testing

@Suite("Scales of categories")
struct CategoryScaleTests {
  // d3.scaleBand().domain(["a","b","c"]).range([0, 120]).paddingInner(0.2).paddingOuter(0.1)
  // has step 40, bandwidth 32 and starts at 4, 44 and 84.
  @Test("Bands share the range evenly")
  func bands() throws {
    let scale = try BandScale(
      ["a", "b", "c"], range: (0, 120), paddingInner: 0.2, paddingOuter: 0.1)
    #expect(abs(scale.step - 40) < 1e-12)
    #expect(abs(scale.bandwidth - 32) < 1e-12)
    for (name, start) in [("a", 4.0), ("b", 44), ("c", 84)] {
      let band = try #require(scale.band(of: name))
      #expect(abs(band.lowerBound - start) < 1e-12)
      #expect(abs(band.upperBound - start - 32) < 1e-12)
    }
    #expect(scale.center(of: "d") == nil)
    #expect(scale.category(at: 59) == "b")
    #expect(scale.category(at: 500) == nil)
    #expect(scale.category(at: .nan) == nil)
  }

  @Test("A backward range puts the first band last")
  func reversed() throws {
    let scale = try BandScale(["a", "b"], range: (100, 0))
    #expect(scale.band(of: "a") == 50...100)
    #expect(scale.band(of: "b") == 0...50)
    #expect(scale.category(at: 80) == "a")
  }

  @Test("A category named twice is an error")
  func duplicates() {
    #expect(throws: ScaleError.duplicateCategory("a", index: 2)) {
      try BandScale(["a", "b", "a"], range: (0, 1))
    }
    #expect(throws: ScaleError.duplicateCategory("a", index: 1)) {
      try PointScale(["a", "a"], range: (0, 1))
    }
  }

  @Test("A padding that leaves no band is an error", arguments: [1, -0.1, .nan, .infinity])
  func padding(value: Double) {
    #expect(throws: ScaleError.self) {
      try BandScale(["a"], range: (0, 1), paddingInner: value)
    }
  }

  @Test("No categories and no range are harmless")
  func empty() throws {
    let none = try BandScale([], range: (0, 100))
    #expect(none.category(at: 5) == nil)
    #expect(none.bandwidth == 100)
    let flat = try BandScale(["a"], range: (5, 5))
    #expect(flat.center(of: "a") == 5)
    #expect(flat.category(at: 5) == nil)
  }

  // Seconds in a debug build; work in proportion to the square of the number would take hours.
  @Test("A hundred thousand categories are quick", .timeLimit(.minutes(1)))
  func many() throws {
    let categories = (0..<100_000).map { "category \($0)" }
    let scale = try BandScale(categories, range: (0, 1e6), paddingInner: 0.1)
    for (index, category) in categories.enumerated() {
      #expect(scale.index(of: category) == index)
    }
    var other = scale
    for width in 1...1000 { other = try other.withRange((0, Double(width))) }
    #expect(other.step < scale.step)
    #expect(try other.withRange((0, 1e6)) == scale)
    #expect(throws: ScaleError.self) { try scale.withRange((0, .nan)) }
  }

  @Test("Points stand at equal distances, a single one in the middle")
  func points() throws {
    let scale = try PointScale(["a", "b", "c"], range: (0, 100))
    #expect(scale.position(of: "a") == 0)
    #expect(scale.position(of: "b") == 50)
    #expect(scale.position(of: "c") == 100)
    #expect(try PointScale(["a"], range: (0, 100)).position(of: "a") == 50)
    let padded = try PointScale(["a", "b"], range: (0, 100), padding: 0.5)
    #expect(padded.position(of: "a") == 25)
    #expect(padded.step == 50)
  }
}
