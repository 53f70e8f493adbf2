import Testing

@testable import Figures

@Suite("Probabilities as text")
struct ProbabilityTextTests {
  @Test(
    "A percentage has as many digits as it needs, from the nearer of 0 and 100",
    arguments: [
      (0.9999, "99.99%"), (1.0 / 7, "14.3%"), (0.000001, "0.0001%"), (0.5, "50%"), (0.0, "0%"),
      (1.0, "100%"), (0.1234, "12.3%"), (0.99985, "99.985%"), (0.07, "7%"), (1e-7, "0.00001%"),
    ])
  func chance(p: Double, text: String) {
    #expect(p.chance == text)
  }

  @Test(
    "Very small probabilities are powers of ten",
    arguments: [(1e-12, "10⁻¹²"), (3.21e-12, "3.2×10⁻¹²"), (1e-300, "10⁻³⁰⁰")])
  func powers(p: Double, text: String) {
    #expect(p.chance == text)
  }

  @Test("A fraction stands before the percentage that rounds it, and only there")
  func fractions() {
    #expect((1.0 / 7).fractionAndChance == "1/7 ≈ 14.3%")
    #expect((1.0 / 4).fractionAndChance == "25%")
    #expect(0.3.fractionAndChance == "30%")
    #expect((1.0 / 7).unitFraction == "1/7")
    #expect(0.3.unitFraction == nil)
    #expect((1.0 / 1000).unitFraction == nil)
    #expect(0.0.unitFraction == nil)
  }
}
