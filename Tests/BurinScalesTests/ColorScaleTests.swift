import BurinScales
import Testing

@Suite("Scales for colours")
struct ColorScaleTests {
  @Test("A sequential scale gives fractions of the transformed domain")
  func sequential() throws {
    let linear = try SequentialScale(domain: 10...30)
    #expect(linear.fraction(15) == 0.25)
    #expect(linear.fraction(-5) == 0)
    #expect(linear.fraction(.infinity) == 1)
    #expect(linear.fraction(.nan) == nil)
    #expect(linear.value(at: 0.25) == 15)
    let log = try SequentialScale(.log, domain: 1...10_000)
    #expect(abs((log.fraction(100) ?? 0) - 0.5) < 1e-12)
    #expect(log.fraction(0) == 0)
    #expect(log.fraction(-3) == 0)
    #expect(log.ticks().major == [1, 10, 100, 1000, 10_000])
    let reversed = try SequentialScale(.linear, domain: (30, 10))
    #expect(reversed.fraction(15) == 0.75)
    #expect(throws: ScaleError.self) { try SequentialScale(.log, domain: 0...1) }
  }

  @Test("A diverging scale has one half at its middle, balanced or not")
  func diverging() throws {
    let scale = try DivergingScale(domain: -10...30, middle: 0)
    #expect(scale.fraction(-10) == 0)
    #expect(scale.fraction(-5) == 0.25)
    #expect(scale.fraction(0) == 0.5)
    #expect(scale.fraction(15) == 0.75)
    #expect(scale.fraction(99) == 1)
    #expect(scale.fraction(.nan) == nil)
    let balanced = try DivergingScale(domain: -10...30, middle: 0, isBalanced: true)
    for (value, fraction) in [(-10.0, 1.0 / 3), (0, 0.5), (15, 0.75), (30, 1), (-99, 1.0 / 3)] {
      #expect(abs((balanced.fraction(value) ?? -1) - fraction) < 1e-12)
    }
    #expect(abs(balanced.value(at: 1.0 / 3) + 10) < 1e-12)
    #expect(abs(balanced.value(at: 0) + 10) < 1e-12)
    let log = try DivergingScale(.log, domain: 0.01...100, middle: 1)
    #expect(abs((log.fraction(0.1) ?? 0) - 0.25) < 1e-12)
    #expect(scale != balanced)
    for middle in [-10.0, 30, 40, .nan] {
      #expect(throws: ScaleError.self) { try DivergingScale(domain: -10...30, middle: middle) }
    }
  }

  @Test("A quantized scale finds the step of a value")
  func quantized() throws {
    let scale = try QuantizedScale(domain: 0...10, steps: 5)
    #expect(scale.thresholds == [2, 4, 6, 8])
    #expect([-1, 0, 1.9, 2, 5, 10, .infinity].map(scale.index) == [0, 0, 0, 1, 2, 4, 4])
    #expect(scale.index(of: .nan) == nil)
    #expect(scale.fraction(.nan) == nil)
    #expect(scale.fraction(5) == 0.5)
    #expect(scale.interval(at: 0) == 0...2)
    #expect(scale.interval(at: 4) == 8...10)
    #expect(scale.interval(at: 5) == nil)
    let log = try QuantizedScale(.log, domain: 1...1000, steps: 3)
    #expect(log.index(of: 50) == 1)
    #expect(abs(log.thresholds[0] - 10) < 1e-9)
    let given = try QuantizedScale(thresholds: [18.5, 25, 30])
    #expect(given.count == 4)
    #expect(given.index(of: 25) == 2)
    #expect(given.interval(at: 0) == -.infinity...18.5)
    #expect(try QuantizedScale(thresholds: []).fraction(3) == 0.5)
    for steps in [0, -1, Int.max, Int.min] {
      #expect(throws: ScaleError.self) { try QuantizedScale(domain: 0...1, steps: steps) }
    }
    #expect(throws: ScaleError.self) { try QuantizedScale(thresholds: [1, 1]) }
    #expect(throws: ScaleError.self) { try QuantizedScale(thresholds: [1, .nan]) }
    #expect(throws: ScaleError.self) { try QuantizedScale(domain: 1...1.0.nextUp, steps: 3) }
  }

  @Test("Every value's fraction lies within 0 and 1 and increases", arguments: ScaleTypeTests.types)
  func fractions(type: ScaleType) throws {
    let scales: [(Double) -> Double?] = [
      try SequentialScale(type, domain: 0.5...800).fraction,
      try DivergingScale(type, domain: 0.5...800, middle: 3).fraction,
      try QuantizedScale(type, domain: 0.5...800, steps: 7).fraction,
    ]
    for scale in scales {
      var last = 0.0
      for value in Relations.hard.filter({ !$0.isNaN }).sorted() {
        let fraction = try #require(scale(value))
        #expect(fraction >= last && fraction <= 1)
        last = fraction
      }
    }
  }
}
