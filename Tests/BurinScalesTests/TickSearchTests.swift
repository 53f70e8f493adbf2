import BurinScales
import Testing

@Suite("The search for ticks")
struct TickSearchTests {
  // The first line is the documented example of the R package labeling 0.4.3 (its `extended`); the
  // others were computed with an independent Python transcription of the paper's algorithm.
  static let references: [(Double, Double, Double, [Double])] = [
    (8.1, 14.1, 4, [8, 10, 12, 14]),
    (2, 4.4, 6, [2, 2.5, 3, 3.5, 4, 4.5]),
    (4.3, 7.9, 6, [4, 5, 6, 7, 8]),
    (0, 1, 5, [0, 0.25, 0.5, 0.75, 1]),
    (0, 99, 5, [0, 25, 50, 75, 100]),
    (-1, 200, 5, [0, 50, 100, 150, 200]),
    (119, 178, 5, [120, 140, 160, 180]),
    (-31, 27, 4, [-25, 0, 25]),
    (-55.45, -49.99, 2, [-55, -50]),
    (0, 2.585, 5, [0, 0.5, 1, 1.5, 2, 2.5]),
    (-3.2, 3.2, 7, [-3, -2, -1, 0, 1, 2, 3]),
    (1e-07, 3.3e-07, 5, [1e-07, 1.5e-07, 2e-07, 2.5e-07, 3e-07, 3.5e-07]),
    (123_456, 987_654, 5, [0, 250_000, 500_000, 750_000, 1_000_000]),
    (-0.2211, 0.951, 5, [-0.25, 0, 0.25, 0.5, 0.75, 1]),
    (0, 13.29, 6, [0, 2.5, 5, 7.5, 10, 12.5]),
  ]

  @Test("Ticks are those of the published algorithm", arguments: references)
  func reference(low: Double, high: Double, count: Double, expected: [Double]) {
    #expect(TickSearch(targetCount: count).ticks(low, high).major == expected)
    #expect(TickSearch(targetCount: count).ticks(high, low).major == expected)
  }

  static let loose: [(Double, Double, Double, [Double])] = [
    (8.1, 14.1, 4, [7.5, 10, 12.5, 15]),
    (-1, 200, 5, [-50, 0, 50, 100, 150, 200]),
    (-55.45, -49.99, 2, [-56, -48]),
    (0, 2.585, 5, [0, 1, 2, 3]),
    (0, 13.29, 6, [0, 2, 4, 6, 8, 10, 12, 14]),
  ]

  // Computed with the same transcription, with its option for loose labelings.
  @Test("Loose ticks enclose the domain as published", arguments: loose)
  func enclosing(low: Double, high: Double, count: Double, expected: [Double]) {
    let search = TickSearch(targetCount: count, extent: .loose)
    #expect(search.ticks(low, high).major == expected)
  }

  @Test(
    "Within a given domain, ticks are multiples of a nice step where three of them fit",
    arguments: [
      (5, 105, [20, 40, 60, 80, 100]), (1, 100, [20, 40, 60, 80, 100]),
      (12, 48, [15, 20, 25, 30, 35, 40, 45]), (3, 17, [4, 8, 12, 16]),
    ] as [(Double, Double, [Double])])
  func plainWithin(low: Double, high: Double, expected: [Double]) {
    #expect(TickSearch(targetCount: 4, extent: .within).ticks(low, high).major == expected)
  }

  @Test("Ticks asked to stay within the domain do")
  func within() {
    for (low, high, count, _) in Self.references {
      let ticks = TickSearch(targetCount: count, extent: .within).ticks(low, high).major
      #expect(ticks.count >= 2)
      #expect(ticks.allSatisfy { $0 >= low - 1e-9 && $0 <= high + 1e-9 })
    }
    #expect(
      TickSearch(targetCount: 6, extent: .within).ticks(0, 1).major == [0, 0.2, 0.4, 0.6, 0.8, 1])
  }

  @Test("Ticks are the nearest Doubles to their decimals")
  func exactDecimals() {
    let ticks = TickSearch(targetCount: 11, extent: .within).ticks(0, 1)
    #expect(ticks.major == [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1])
    #expect(ticks.step == 0.1)
    #expect(
      ticks.labels.map(\.text) == [
        "0.0", "0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7", "0.8", "0.9", "1.0",
      ])
  }

  @Test("Labels that overlap are rejected for fewer ones")
  func legibility() {
    let crowded = TickSearch(targetCount: 6).ticks(0, 1)
    #expect(crowded.major.count == 6)
    let sparse = TickSearch(targetCount: 6).ticks(0, 1) { $0.count > 3 ? -.infinity : 1 }
    #expect(sparse.major == [0, 0.5, 1])
    #expect(sparse.isLegible)
    let none = TickSearch(targetCount: 6).ticks(0, 1) { _ in -.infinity }
    #expect(!none.isLegible)
    #expect(none.major.count == 2)
    let unmeasurable = TickSearch().ticks(0, 1) { _ in .nan }
    #expect(!unmeasurable.isLegible)
  }

  @Test("Every finite domain has finite ticks in order")
  func extremes() {
    let max = Double.greatestFiniteMagnitude
    let domains: [(Double, Double)] = [
      (0, 1e300), (-1e300, 1e300), (-max, max), (0, max), (1e299, 1e300), (0, 1e-300),
      (0, leastDouble), (denormal, 1e10 * denormal), (-1e-290, 1e-295), (1e15, 1e15 + 2),
      (1, 1.0.nextUp),
      (1e6, 1e6 + 1e-6), (-0.0, 1), (0.1, 0.1 + 1e-12), (-1e-12, 1e12),
    ]
    for extent in [TickSearch.Extent.free, .within, .loose] {
      for (low, high) in domains {
        for count in [2.0, 5, 12, .nan, 0, -3, 1e9] {
          let ticks = TickSearch(targetCount: count, extent: extent).ticks(low, high)
          #expect(ticks.major.count >= 1, "\(low) \(high) \(count)")
          #expect(ticks.major.allSatisfy { $0.isFinite })
          #expect(
            zip(ticks.major, ticks.major.dropFirst()).allSatisfy { $0 < $1 }, "\(low) \(high)")
          #expect(ticks.major.count < 9000)
        }
      }
    }
  }

  @Test("Domains without extent or end have one tick or none")
  func degenerate() {
    #expect(TickSearch().ticks(3, 3).major == [3])
    #expect(TickSearch().ticks(-0.0, 0).major.map(\.sign) == [.plus])
    #expect(TickSearch().ticks(0, .infinity).major.isEmpty)
    #expect(TickSearch().ticks(.nan, 1).major.isEmpty)
  }

  @Test("Ticks of counts are whole numbers")
  func integers() {
    func ticks(_ low: Double, _ high: Double, _ count: Double = 5) -> [Double] {
      TickSearch(targetCount: count, extent: .within, integersOnly: true).ticks(low, high).major
    }
    #expect(ticks(0, 1) == [0, 1])
    #expect(ticks(0, 2) == [0, 1, 2])
    #expect(ticks(0, 3, 10) == [0, 1, 2, 3])
    #expect(ticks(0.1, 2.9) == [1, 2])
    #expect(ticks(4.5, 5.5) == [5])
    #expect(ticks(0.2, 0.8) == [])
    #expect(ticks(0, 10) == [0, 2, 4, 6, 8, 10])
    #expect(ticks(0, 10_000) == [0, 2500, 5000, 7500, 10_000])
    #expect(ticks(1e15, 1e15 + 2).allSatisfy { $0 == $0.rounded() })
    let loose = TickSearch(targetCount: 5, extent: .loose, integersOnly: true)
    #expect(loose.ticks(0.2, 0.8).major == [0, 1])
    #expect(loose.ticks(0.2, 3.7).major == [0, 1, 2, 3, 4])
    for low in Relations.hard where low.isFinite {
      for high in Relations.hard where high.isFinite {
        for count in [2.0, 7, .nan] {
          let ticks = ticks(low, high, count)
          #expect(ticks.allSatisfy { $0 == $0.rounded() }, "\(low) \(high) \(count) \(ticks)")
          #expect(zip(ticks, ticks.dropFirst()).allSatisfy { $0 < $1 })
          let holds = min(low, high).rounded(.up) <= max(low, high).rounded(.down)
          #expect(ticks.isEmpty != holds, "\(low) \(high) \(count)")
        }
      }
    }
    let logs = LogTicks(integersOnly: true)
    #expect(logs.ticks(0.5, 200).major == [1, 10, 100])
    #expect(logs.ticks(0.5, 200).minor.first == 2)
    #expect(logs.ticks(0.5, 4).major == [1, 2, 3, 4])
  }

  @Test("No tick is a negative zero")
  func zero() {
    let ticks = TickSearch(targetCount: 5).ticks(-1, 1).major
    #expect(ticks.filter { $0 == 0 }.map(\.sign) == [.plus])
  }
}
