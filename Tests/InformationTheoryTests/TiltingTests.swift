import InformationTheory
import Testing

@Suite("Tilting a distribution by rewards")
struct TiltingTests {
  let base = [0.30, 0.25, 0.20, 0.15, 0.07, 0.03]
  let rewards = [0.2, 0.5, 0.6, 0.4, 0.8, 1.0]

  // Values: SciPy 1.17 (softmax and entr).
  @Test(
    "Mean reward and divergence follow the temperature",
    arguments: [
      (10, 0.4552091986368414, 0.0003040931073571176),
      (1, 0.49479429341546655, 0.032041776081794246),
      (0.3, 0.6099886408991205, 0.3965798715710639),
      (0.1, 0.9005203042442473, 3.0293623805310763),
    ])
  func reference(beta: Double, reward: Double, divergence: Double) throws {
    let p = try Distribution(base)
    let tilted = try p.tilted(by: rewards, temperature: beta)
    #expect(abs(try tilted.mean(of: rewards) / reward - 1) < 1e-9)
    #expect(abs(try tilted.divergence(from: p).bits / divergence - 1) < 1e-9)
  }

  @Test("A tiny temperature leaves the best reward only", arguments: [1e-4, 1e-300, leastDouble])
  func cold(beta: Double) throws {
    let tilted = try Distribution(base).tilted(by: rewards, temperature: beta)
    #expect(tilted.probabilities == [0, 0, 0, 0, 0, 1])
  }

  @Test("Equal best rewards share by the base at any temperature", arguments: [denormal, 1e-3])
  func coldTie(beta: Double) throws {
    let tilted = try Distribution([0.5, 0.2, 0.3]).tilted(by: [0, 1, 1], temperature: beta)
    #expect(tilted[0] == 0)
    #expect(abs(tilted[1] - 0.4) < 1e-15)
  }

  @Test("A huge temperature leaves the base", arguments: [1e18, 1e300])
  func hot(beta: Double) throws {
    let tilted = try Distribution(base).tilted(by: rewards, temperature: beta)
    for (a, b) in zip(tilted.probabilities, base) { #expect(abs(a - b) < 1e-15) }
  }

  @Test("Impossible outcomes stay impossible, however great their reward")
  func zeros() throws {
    let tilted = try Distribution([0, 0.5, 0.5]).tilted(by: [1e308, 0, 0], temperature: 1e-10)
    #expect(tilted.probabilities == [0, 0.5, 0.5])
  }

  @Test("Denormal probabilities and rewards that differ by more than a Double do not break it")
  func extremes() throws {
    let denormal = try Distribution([1, denormal]).tilted(by: [-1e5, 0], temperature: 1)
    #expect(denormal.probabilities == [0, 1])
    let wide = try Distribution([0.5, 0.5]).tilted(by: [-1.7e308, 1.7e308], temperature: 1e308)
    // SciPy: expit(-3.4)
    #expect(abs(wide[0] - 0.03229546469845052) < 1e-15)
  }

  @Test("Rewards and temperatures that make no sense are refused")
  func refused() throws {
    let p = try Distribution.uniform(2)
    func message(_ rewards: [Double], _ beta: Double) -> String {
      do {
        return "\(try p.tilted(by: rewards, temperature: beta))"
      } catch {
        return "\(error)"
      }
    }
    #expect(message([1], 1) == "the number of rewards is 1; it must be 2, one for each outcome")
    #expect(message([1, .nan], 1) == "value 2 is not a number; rewards must be finite numbers")
    #expect(message([1, 2], 0) == "the temperature is 0; it must be a number greater than 0")
    #expect(message([1, 2], -0.5) == "the temperature is −0.5; it must be a number greater than 0")
    #expect(
      message([1, 2], .nan) == "the temperature is not a number; it must be a number greater than 0"
    )
    #expect(
      message([1, 2], .infinity)
        == "the temperature is infinity; it must be a number greater than 0")
  }
}
