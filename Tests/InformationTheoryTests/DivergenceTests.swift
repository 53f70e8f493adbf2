import InformationTheory
import Testing

@Suite("Entropy and divergence")
struct DivergenceTests {
  let p = [0.6, 0.3, 0.1]
  let q = [0.2, 0.5, 0.3]

  // SciPy 1.17: entropy.
  static let entropies: [(values: [Double], bits: Double)] = [
    ([0.6, 0.3, 0.1], 1.295461844238322), ([0.90, 0.08, 0.02], 0.5411884030780175),
    ([0.35, 0.33, 0.32], 1.583957074455697),
    ([0.05, 0.10, 0.70, 0.10, 0.05], 1.4567796494470395),
    ([0.5, 0.25, 0.25], 1.5), ([1, 0], 0), ([1], 0),
  ]

  @Test("Entropy", arguments: entropies)
  func entropy(values: [Double], bits: Double) throws {
    #expect(isClose(try Distribution(values).entropy().bits, bits))
  }

  // SciPy 1.17: entropy(P), entropy(P, Q) in nats and hartleys.
  @Test("Other units")
  func units() throws {
    let p = try Distribution(p)
    let q = try Distribution(q)
    #expect(isClose(p.entropy(in: .nats).value, 0.8979457248567798))
    #expect(isClose(try p.divergence(from: q, in: .nats).value, 0.3960584572042578))
    #expect(isClose(try p.divergence(from: q, in: .hartleys).value, 0.17200600247492437))
  }

  // SciPy 1.17: entropy(P, Q), rel_entr.
  static let divergences:
    [(p: [Double], q: [Double], forward: Double, reverse: Double?, crossEntropy: Double?)] = [
      (
        [0.6, 0.3, 0.1], [0.2, 0.5, 0.3], 0.5713915721107165, 0.5269790471552184, 1.8668534163490382
      ),
      (
        [0.05, 0.10, 0.70, 0.10, 0.05], [0.30, 0.25, 0.15, 0.20, 0.10], 1.1442337604107193, nil,
        2.6010134098577593
      ),
      ([0.5, 0.3, 0.2], [0.4, 0.4, 0.2], 0.036452797660027965, 0.03724376175659267, nil),
      ([0.5, 0.5], [0.99, 0.01], 2.3291778797349196, 0.9192068641040888, nil),
    ]

  @Test("Divergence both ways and cross-entropy", arguments: divergences)
  func divergence(
    p: [Double], q: [Double], forward: Double, reverse: Double?, crossEntropy: Double?
  ) throws {
    let p = try Distribution(p)
    let q = try Distribution(q)
    #expect(isClose(try p.divergence(from: q).bits, forward))
    if let reverse { #expect(isClose(try q.divergence(from: p).bits, reverse)) }
    if let crossEntropy {
      #expect(isClose(try p.crossEntropy(relativeTo: q).bits, crossEntropy))
    }
    let sum = p.entropy() + (try p.divergence(from: q))
    #expect(isClose(try p.crossEntropy(relativeTo: q).bits, sum.bits))
  }

  // SciPy 1.17: rel_entr / ln 2.
  @Test("Terms per outcome")
  func terms() throws {
    let terms = try Distribution(p).divergenceTerms(from: try Distribution(q)).map(\.bits)
    #expect(isClose(terms[0], 0.9509775004326936))
    #expect(isClose(terms[1], -0.22108967824986187))
    #expect(isClose(terms[2], -0.15849625007211562))
    #expect(isClose(Distribution.divergenceTerm(0.6, 0.2).bits, 0.9509775004326936))
    // P log P/Q at Q = 0.01 for P = ½, as on the penalty curves.
    #expect(isClose(Distribution.divergenceTerm(0.5, 0.01).bits, 2.821928094887362))
    #expect(Distribution.divergenceTerm(0, 0).bits == 0)
    #expect(Distribution.divergenceTerm(0, 0.5).bits == 0)
    #expect(Distribution.divergenceTerm(0.5, 0).bits == .infinity)
  }

  // SciPy 1.17: jensenshannon(base=2) squared.
  @Test("Jensen–Shannon is symmetric and at most one bit")
  func jensenShannon() throws {
    let p = try Distribution(p)
    let q = try Distribution(q)
    #expect(isClose(try p.jensenShannon(q).bits, 0.13145952415453435))
    #expect(isClose(try q.jensenShannon(p).bits, 0.13145952415453435))
    let apart = try Distribution([1, 0]).jensenShannon(try Distribution([0, 1]))
    #expect(apart.bits == 1)
    #expect(try p.jensenShannon(p).bits == 0)
    let least = try Distribution([1, leastDouble])
    #expect(try least.jensenShannon(try Distribution([1, 0])).bits.isFinite)
  }

  @Test("Total variation")
  func totalVariation() throws {
    let p = try Distribution([0.05, 0.10, 0.70, 0.10, 0.05])
    let q = try Distribution([0.30, 0.25, 0.15, 0.20, 0.10])
    #expect(isClose(try p.totalVariation(q), 0.55))
    #expect(try p.totalVariation(p) == 0)
    #expect(try Distribution([1, 0]).totalVariation(try Distribution([0, 1])) == 1)
  }

  @Test("What Q excludes costs infinitely much, what P excludes nothing")
  func zeros() throws {
    let p = try Distribution([0.5, 0.5, 0])
    let q = try Distribution([1, 0, 0])
    #expect(try p.divergence(from: q).bits == .infinity)
    #expect(try p.crossEntropy(relativeTo: q).bits == .infinity)
    #expect(try q.divergence(from: p).bits == 1)
    #expect(try p.divergence(from: p).bits == 0)
    #expect(try p.divergenceTerms(from: q).map(\.bits) == [-0.5, .infinity, 0])
  }

  // mpmath at 40 digits.
  @Test("Quotients that overflow or vanish are no obstacle")
  func denormals() throws {
    let p = try Distribution([0.5, 0.5])
    let q = try Distribution([denormal, 1])
    #expect(isClose(try p.divergence(from: q).bits, 530.50850321265284))
    #expect(isClose(try q.divergence(from: p).bits, 1))
  }

  @Test("A divergence is never negative, whatever the rounding")
  func nonNegative() throws {
    for n in 1...200 {
      let p = try Distribution(counts: (1...n).map { 1 + Double($0 % 7) })
      let same = try Distribution(counts: (1...n).map { 3 + 3 * Double($0 % 7) })
      let value = try p.divergence(from: same).bits
      #expect(value >= 0 && value < 1e-15)
    }
  }

  @Test("Distributions over different outcomes are refused")
  func differentCounts() throws {
    let p = try Distribution.uniform(3)
    let q = try Distribution.uniform(4)
    let text = "P has 3 outcomes but Q has 4; they must have the same outcomes"
    #expect(message { try p.divergence(from: q) } == text)
    #expect(message { try p.crossEntropy(relativeTo: q) } == text)
    #expect(message { try p.divergenceTerms(from: q) } == text)
    #expect(message { try p.jensenShannon(q) } == text)
    #expect(message { try p.totalVariation(q) } == text)
  }
}
