import InformationTheory
import Testing

@Suite("Mixtures of Gaussians")
struct GaussianMixtureTests {
  @Test("Moments")
  func moments() throws {
    let p = try GaussianMixture(weights: [0.5, 0.5], means: [-2, 2], sigmas: [0.7, 0.7])
    #expect(p.mean == 0)
    #expect(isClose(p.variance, 4.49))
    #expect(isClose(p.momentMatched.sigma, 2.118962010041709))
    let asymmetric = try GaussianMixture(
      weights: [0.7, 0.2, 0.1], means: [-1, 3, 4], sigmas: [0.5, 1, 0.2])
    // By hand: Σ wμ; Σ w(σ² + μ²) − mean².
    #expect(isClose(asymmetric.mean, 0.3))
    #expect(isClose(asymmetric.variance, 0.7 * 1.25 + 0.2 * 10 + 0.1 * 16.04 - 0.09))
  }

  // mpmath at 30 digits.
  @Test("Logarithms of densities do not underflow")
  func logDensity() throws {
    let p = try GaussianMixture(
      weights: [0.7, 0.2, 0.1], means: [-1, 3, 4], sigmas: [0.5, 1, 0.2])
    #expect(isClose(p.logDensity(at: 40), -687.02837644563877))
    #expect(p.density(at: 400) == 0)
    #expect(p.logDensity(at: 1e300) == -.infinity)
    #expect(
      isClose(p.density(at: 3), 0.2 * 0.39894228040143268 + 7.433597573671489e-7, relative: 1e-6))
  }

  struct Reference: Sendable {
    let weights: [Double]
    let means: [Double]
    let sigmas: [Double]
    let q: (mean: Double, sigma: Double)
    let forward: Double
    let reverse: Double
    let entropy: Double
  }

  // mpmath 1.3 at 30 digits, tanh-sinh over pieces.
  static let references = [
    Reference(
      weights: [0.5, 0.5], means: [-2, 2], sigmas: [0.7, 0.7], q: (0, 2),
      forward: 0.42397599899305346, reverse: 0.75322432503818068, entropy: 1.7493597147715646),
    Reference(
      weights: [0.5, 0.5], means: [-2, 2], sigmas: [0.7, 0.7], q: (2, 0.7),
      forward: 7.4761691806168248, reverse: 0.68709612550562423, entropy: 1.7493597147715646),
    Reference(
      weights: [0.7, 0.2, 0.1], means: [-1, 3, 4], sigmas: [0.5, 1, 0.2], q: (0.5, 1.5),
      forward: 0.82851886659001837, reverse: 1.1956680721074299, entropy: 1.480106996945041),
    Reference(
      weights: [0.999, 0.001], means: [0, 10], sigmas: [1, 0.01], q: (0, 1),
      forward: 0.046197965073756004, reverse: 0.0010005003335835335, entropy: 1.4222406181309167),
  ]

  @Test("Divergences both ways and entropy", arguments: references)
  func divergences(reference: Reference) throws {
    let p = try GaussianMixture(
      weights: reference.weights, means: reference.means, sigmas: reference.sigmas)
    let q = try Gaussian(mean: reference.q.mean, sigma: reference.q.sigma)
    #expect(isClose(try p.divergence(from: q).nats, reference.forward, relative: 1e-10))
    #expect(isClose(try q.divergence(from: p).nats, reference.reverse, relative: 1e-10))
    #expect(isClose(try p.entropy().nats, reference.entropy, relative: 1e-11))
    let map = try DivergenceMap(of: p)
    #expect(
      isClose(map.forwardNats(mean: q.mean, sigma: q.sigma), reference.forward, relative: 1e-10))
    #expect(
      isClose(map.reverseNats(mean: q.mean, sigma: q.sigma), reference.reverse, relative: 1e-9))
  }

  // mpmath: 2.5e−13 (1 ∓ …).
  @Test("A tiny divergence is 0 within 1e−16 nats")
  func tiny() throws {
    let p = try GaussianMixture(weights: [0.5, 0.5], means: [-0.001, 0.001], sigmas: [1, 1])
    let q = try Gaussian(mean: 0, sigma: 1)
    #expect(isClose(try p.divergence(from: q).nats, 2.4999983333354167e-13, absolute: 2e-16))
    #expect(isClose(try q.divergence(from: p).nats, 2.49999666667375e-13, absolute: 2e-16))
  }

  @Test("Components of weight 0 count for nothing")
  func zeroWeight() throws {
    let p = try GaussianMixture(weights: [1, 0], means: [0, 1000], sigmas: [1, 1e-3])
    let q = try Gaussian(mean: 0, sigma: 1)
    #expect(p.components.count == 2)
    #expect(isClose(try q.divergence(from: p).nats, 0, absolute: 1e-16))
    #expect(try p.reverseFits().count == 1)
    #expect(p.density(at: 1000) == 0)
  }

  static let invalid: [(weights: [Double], means: [Double], sigmas: [Double], text: String)] = [
    ([0.5, 0.6], [0, 1], [1, 1], "weights: the values sum to 1.1; they must sum to 1"),
    ([], [], [], "weights: there are no values; at least one probability is needed"),
    (
      [1.5, -0.5], [0, 1], [1, 1], "weights: value 1 is 1.5; probabilities must be from 0 to 1"
    ),
    (
      [0.5, 0.5], [0], [1, 1],
      "there are 2 weights, 1 means and 2 sigmas; their numbers must be equal"
    ),
    (
      [0.5, 0.5], [0, .nan], [1, 1],
      "means: value 2 is not a number; means must be numbers from −1e30 to 1e30"
    ),
    (
      [0.5, 0.5], [0, 1e300], [1, 1],
      "means: value 2 is 1e+300; means must be numbers from −1e30 to 1e30"
    ),
    (
      [0.5, 0.5], [0, 1], [0, 1],
      "sigmas: value 1 is 0; standard deviations must be greater than 0, from 1e-30 to 1e30"
    ),
    (
      [0.5, 0.5], [0, 1], [1, denormal],
      "sigmas: value 2 is 1e-320; standard deviations must be greater than 0, from 1e-30 to 1e30"
    ),
    (
      [0.5, 0.5], [0, 100], [1e-15, 1],
      "sigmas: value 1 is 1e-15; with a mean of 100 it must be at least 1e-10"
    ),
  ]

  @Test("What is no mixture is refused in one line that names the parameter", arguments: invalid)
  func refused(weights: [Double], means: [Double], sigmas: [Double], text: String) {
    #expect(
      message { try GaussianMixture(weights: weights, means: means, sigmas: sigmas) } == text)
  }
}
