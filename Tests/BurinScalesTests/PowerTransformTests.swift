import BurinScales
import Testing

@Suite("Power scales")
struct PowerTransformTests {
  @Test(
    "Transforms increase and lead back, ticks and nice ends fit the domain",
    arguments: [0.1, 1.0 / 3, 0.5, 1, 1.5, 2, 3])
  func relations(exponent: Double) throws { try Relations(.power(exponent: exponent)).check() }

  @Test("Lengths grow with the power, and negative values mirror positive ones")
  func positions() throws {
    let square = try ContinuousScale(.power(exponent: 2), domain: -10...10, range: (-100, 100))
    #expect(abs(square.position(5) - 25) < 1e-12)
    #expect(abs(square.position(-5) + 25) < 1e-12)
    #expect(abs(square.value(at: 25) - 5) < 1e-12)
    #expect(square.ticks(targetCount: 5).major == [-10, -5, 0, 5, 10])
    #expect(ScaleType.power(exponent: 0.5) == .squareRoot)
    let huge = try ContinuousScale(.power(exponent: 3), domain: 0...1e300, range: (0, 8))
    #expect(abs(huge.position(5e299) - 1) < 1e-12)
    let tiny = try ContinuousScale(.power(exponent: 3), domain: 0...1e-300, range: (0, 8))
    #expect(abs(tiny.position(5e-301) - 1) < 1e-12)
  }

  @Test("An exponent that is no positive number is an error", arguments: [0, -1, .nan, .infinity])
  func errors(exponent: Double) {
    #expect(throws: ScaleError.self) {
      try ContinuousScale(.power(exponent: exponent), domain: 0...1, range: (0, 1))
    }
  }

  @Test("Exponents of any size neither trap nor hang", arguments: [1e-300, 1e-9, 1e6, 1e300])
  func extremes(exponent: Double) { Relations(.power(exponent: exponent)).hardValues() }
}
