import InformationTheory
import Testing

@Suite("Maps of both divergences")
struct DivergenceMapTests {
  /// Mixtures from tame to extreme, with the error that a map may have as a part of 1 + D.
  static let mixtures: [(weights: [Double], means: [Double], sigmas: [Double], error: Double)] = [
    ([1], [0.5], [2], 1e-12),
    ([0.5, 0.5], [-2, 2], [0.7, 0.7], 1e-11),
    ([0.7, 0.2, 0.1], [-1, 3, 4], [0.5, 1, 0.2], 1e-5),
    ([0.5, 0.5], [-1, 1], [0.01, 0.01], 1e-3),
    ([0.5, 0.5], [0, 1], [0.001, 100], 1e-3),
    (
      [0.1, 0.2, 0.3, 0.2, 0.1, 0.1], [-5, -3, -1, 1, 3, 6], [0.3, 0.4, 0.5, 0.6, 0.7, 0.8], 1e-5
    ),
    ([0.5, 0.5], [-1e20, 2e20], [7e19, 1e20], 1e-6),
  ]

  @Test("Every point agrees with the quadrature", arguments: mixtures.indices)
  func agreement(index: Int) throws {
    let (weights, means, sigmas, error) = Self.mixtures[index]
    let p = try GaussianMixture(weights: weights, means: means, sigmas: sigmas)
    let map = try DivergenceMap(of: p)
    let whole = p.momentMatched
    for shift in [-3, -1, -0.4, 0, 0.3, 1, 2.5] {
      for factor in [0.02, 0.1, 0.35, 1, 2, 8] {
        let q = try Gaussian(mean: whole.mean + shift * whole.sigma, sigma: whole.sigma * factor)
        let reverse = try q.divergence(from: p).nats
        let fast = map.reverseNats(mean: q.mean, sigma: q.sigma)
        #expect((fast - reverse).magnitude <= error * (1 + reverse), "\(q)")
        let forward = try p.divergence(from: q).nats
        #expect(
          isClose(
            map.forwardNats(mean: q.mean, sigma: q.sigma), forward, relative: 1e-9,
            absolute: 1e-12), "\(q)")
      }
    }
  }

  @Test("A grid has a row for each standard deviation and a column for each mean")
  func grid() throws {
    let p = try GaussianMixture(weights: [0.5, 0.5], means: [-2, 2], sigmas: [0.7, 0.7])
    let map = try DivergenceMap(of: p)
    let reverse = map.reverseNats(means: [-1, 0, 3], sigmas: [0.5, 2])
    #expect(reverse.count == 2)
    #expect(reverse[1] == [-1, 0, 3].map { map.reverseNats(mean: $0, sigma: 2) })
    let forward = map.forwardNats(means: [-1, 0, 3], sigmas: [0.5, 2])
    #expect(forward[0][2] == map.forwardNats(mean: 3, sigma: 0.5))
  }
}
