import InformationTheory
import Testing

@Suite("Modes of mixtures")
struct GaussianMixtureModesTests {
  @Test(
    "The peaks are counted and placed",
    arguments: [
      // One component; two equal ones 2σ apart are the limit of one peak (A. Eisenberger, 1964).
      ([1.0], [3.0], [2.0], [3.0]), ([0.5, 0.5], [-1, 1], [1, 1], [0]),
      // Solutions of x = μ tanh(μx/σ²), by fixed-point iteration.
      ([0.5, 0.5], [-2, 2], [0.7, 0.7], [-1.9999, 1.9999]),
      ([0.5, 0.5], [-1.2, 1.2], [1, 1], [-1.0007, 1.0007]),
      ([0.3, 0.7], [-1.5, 3], [0.6, 1.2], [-1.4977, 3.0]),
    ])
  func places(_ weights: [Double], _ means: [Double], _ sigmas: [Double], _ expected: [Double])
    throws
  {
    let modes = try GaussianMixture(weights: weights, means: means, sigmas: sigmas).modes
    try #require(modes.count == expected.count, "\(modes)")
    for (mode, place) in zip(modes, expected) { #expect(abs(mode - place) < 0.01, "\(modes)") }
  }

  @Test("A narrow peak on a wide one is found, an impossible component isn’t")
  func narrow() throws {
    let narrow = try GaussianMixture(weights: [0.9, 0.1], means: [0, 2], sigmas: [1, 0.01])
    #expect(narrow.modes.count == 2)
    let single = try GaussianMixture(weights: [1, 0], means: [0, 5], sigmas: [1, 1])
    #expect(single.modes == [0])
  }
}
