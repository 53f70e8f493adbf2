import InformationTheory
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite("Quadrature")
struct QuadratureTests {
  let quadrature = Quadrature(relativeTolerance: 1e-12)

  @Test("Polynomials up to degree 31 need one piece", arguments: [0, 1, 2, 5, 10, 19, 20, 30, 31])
  func polynomials(degree: Int) throws {
    let result = try quadrature.integrate(from: 0, to: 2) { pow($0, Double(degree)) }
    #expect(isClose(result.value, pow(2, Double(degree + 1)) / Double(degree + 1), relative: 1e-14))
  }

  // mpmath 1.3, 40 digits.
  @Test("Oscillations and kinks are halved until they are smooth")
  func adaptive() throws {
    let wave = try quadrature.integrate(from: 0, to: 5) { exp(cos(10 * $0)) / (1 + $0 * $0) }
    #expect(isClose(wave.value, 1.7372785521182564))
    #expect(wave.error <= 1e-12 * wave.value)
    let kink = try quadrature.integrate(from: 0, to: 1) { ($0 - 1.0 / 3).magnitude.squareRoot() }
    #expect(isClose(kink.value, 0.49118742912112841, relative: 1e-11))
    #expect((kink.value - 0.49118742912112841).magnitude <= kink.error)
  }

  @Test("Infinite ends")
  func infinite() throws {
    let root = Double.pi.squareRoot()
    let bell = { (x: Double) in exp(-x * x) }
    #expect(isClose(try quadrature.integrate(from: -.infinity, to: .infinity, bell).value, root))
    #expect(isClose(try quadrature.integrate(from: 0, to: .infinity, bell).value, root / 2))
    #expect(isClose(try quadrature.integrate(from: -.infinity, to: 0, bell).value, root / 2))
    let tail = try quadrature.integrate(from: 1, to: .infinity) { 1 / ($0 * $0) }
    #expect(isClose(tail.value, 1))
  }

  @Test("Break points show narrow peaks")
  func breaks() throws {
    let peak = { (x: Double) in exp(-(x - 0.3) * (x - 0.3) / 2e-12) }
    let result = try quadrature.integrate(over: [-1, 0.299995, 0.3, 0.300005, 1], peak)
    #expect(isClose(result.value, 1e-6 * (2 * Double.pi).squareRoot(), relative: 1e-6))
  }

  @Test("An empty interval has an integral of 0")
  func emptyInterval() throws {
    #expect(try quadrature.integrate(from: 3, to: 3) { $0 }.value == 0)
  }

  @Test("An integral of 0 converges to rounding")
  func odd() throws {
    #expect(isClose(try quadrature.integrate(from: -1, to: 1) { $0 }.value, 0, absolute: 1e-15))
  }

  @Test("What cannot be integrated is refused, and the work is bounded")
  func refused() {
    #expect(throws: NumericalError.self) {
      try Quadrature(subdivisionLimit: 5).integrate(from: 0, to: 1) { sin(1000 * $0) / ($0 + 1) }
    }
    #expect(throws: NumericalError.self) { try quadrature.integrate(from: 0, to: 1) { 1 / $0 } }
    #expect(throws: NumericalError.self) {
      try quadrature.integrate(from: 1, to: .infinity) { 1 / $0 }
    }
    #expect(
      message { try quadrature.integrate(from: 0, to: 1) { log($0 - 0.5) } }
        == "the function has no finite value at 0.5")
    #expect(
      message { try quadrature.integrate(from: 2, to: 1) { $0 } }
        == "the ends 2 and 1 do not bound an interval")
    #expect(throws: NumericalError.self) { try quadrature.integrate(from: .nan, to: 1) { $0 } }
    #expect(throws: NumericalError.self) { try quadrature.integrate(over: []) { $0 } }
  }
}
