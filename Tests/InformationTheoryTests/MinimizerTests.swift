import InformationTheory
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite("Minimisers")
struct MinimizerTests {
  // mpmath: the minimum of Γ for positive arguments.
  @Test("Brent finds the minimum of the gamma function")
  func gamma() throws {
    let minimum = try BrentMinimizer().minimum(from: 0.5, to: 4) { tgamma($0) }
    #expect(isClose(minimum.x, 1.4616321449683623, relative: 5e-8))
    #expect(isClose(minimum.value, 0.8856031944108887, relative: 1e-14))
    #expect(minimum.iterations < 40)
  }

  @Test("Brent copes with kinks, ends, plateaus and values that are no numbers")
  func brentOdd() throws {
    let brent = BrentMinimizer()
    #expect(
      isClose(try brent.minimum(from: -1, to: 2) { ($0 - 0.3).magnitude }.x, 0.3, relative: 1e-7))
    #expect(isClose(try brent.minimum(from: 1, to: 2) { $0 }.x, 1, relative: 1e-7))
    #expect(try brent.minimum(from: 0, to: 1) { _ in 7 }.value == 7)
    let domain = try brent.minimum(from: -1, to: 3) { $0 <= 0 ? .nan : $0 - log($0) }
    #expect(isClose(domain.x, 1, relative: 1e-7))
    // Without any tolerance it ends at neighbouring numbers or at its limit, but it ends.
    let strict = BrentMinimizer(relativeTolerance: 0, absoluteTolerance: 0)
    #expect(isClose(try strict.minimum(from: 0, to: 1e-300) { _ in 1 }.value, 1))
  }

  @Test("Brent refuses what is no interval, and reports its limit")
  func brentRefuses() {
    #expect(throws: NumericalError.self) { try BrentMinimizer().minimum(from: 1, to: 1) { $0 } }
    #expect(throws: NumericalError.self) {
      try BrentMinimizer().minimum(from: 0, to: .infinity) { $0 }
    }
    #expect(throws: NumericalError.self) { try BrentMinimizer().minimum(from: .nan, to: 1) { $0 } }
    #expect(throws: NumericalError.self) {
      try BrentMinimizer(iterationLimit: 3).minimum(from: 0, to: 1) { $0 * $0 }
    }
  }

  @Test("Nelder–Mead goes down Rosenbrock's valley")
  func rosenbrock() throws {
    let minimum = try NelderMead().minimum(near: [-1.2, 1]) { x in
      let a = x[1] - x[0] * x[0]
      let b = 1 - x[0]
      return 100 * a * a + b * b
    }
    #expect(isClose(minimum.point[0], 1, relative: 1e-6))
    #expect(isClose(minimum.point[1], 1, relative: 1e-6))
    #expect(minimum.value < 1e-13)
  }

  @Test("Nelder–Mead works in one and in four variables")
  func otherDimensions() throws {
    let line = try NelderMead().minimum(near: [5]) { cosh($0[0] - 3) }
    #expect(isClose(line.point[0], 3, relative: 1e-6))
    let bowl = try NelderMead().minimum(near: [1, 1, 1, 1]) { x in
      zip(x, 1...).reduce(0) { $0 + Double($1.1) * ($1.0 - Double($1.1)) * ($1.0 - Double($1.1)) }
    }
    for (index, x) in bowl.point.enumerated() {
      #expect(isClose(x, Double(index + 1), relative: 1e-6))
    }
  }

  @Test("Nelder–Mead refuses empty starts, and reports its limit")
  func nelderMeadRefuses() {
    #expect(throws: NumericalError.invalidStart) { try NelderMead().minimum(near: []) { _ in 0 } }
    #expect(throws: NumericalError.invalidStart) {
      try NelderMead().minimum(near: [.nan]) { _ in 0 }
    }
    #expect(throws: NumericalError.self) {
      try NelderMead(iterationLimit: 50).minimum(near: [0]) { -$0[0] }
    }
    #expect(throws: NumericalError.self) { try NelderMead().minimum(near: [0]) { _ in .nan } }
  }
}
