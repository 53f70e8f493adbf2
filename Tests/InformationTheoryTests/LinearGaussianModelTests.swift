import Foundation
import InformationTheory
import Testing

@Suite("The linear Gaussian model")
struct LinearGaussianModelTests {
  private func model() throws -> LinearGaussianModel {
    try LinearGaussianModel(slope: 1.3, noise: 0.6, observed: -0.8)
  }

  /// The integral of a function of z by the trapezoid rule, which is exact to many digits for what
  /// falls off as Gaussians do.
  private func integral(_ function: (Double) -> Double) -> Double {
    let (low, high, count) = (-14.0, 14.0, 8000)
    let step = (high - low) / Double(count)
    return (0...count).map { function(low + Double($0) * step) }.reduce(0, +) * step
  }

  private func normal(_ x: Double, _ mean: Double, _ sigma: Double) -> Double {
    exp(-0.5 * pow((x - mean) / sigma, 2)) / (sigma * (2 * Double.pi).squareRoot())
  }

  @Test("Evidence, posterior and bound equal their integrals")
  func integrals() throws {
    let model = try model()
    func joint(_ z: Double) -> Double { normal(z, 0, 1) * normal(-0.8, 1.3 * z, 0.6) }
    let evidence = integral(joint)
    #expect(abs(model.logEvidence.nats - log(evidence)) < 1e-10)
    let mean = integral { $0 * joint($0) } / evidence
    let variance = integral { $0 * $0 * joint($0) } / evidence - mean * mean
    #expect(abs(model.posterior.mean - mean) < 1e-10)
    #expect(abs(model.posterior.variance - variance) < 1e-10)
    let q = try Gaussian(mean: 0.3, sigma: 0.7)
    let reconstruction = integral {
      normal($0, 0.3, 0.7)
        * (-0.5 * pow((-0.8 - 1.3 * $0) / 0.6, 2) - log(0.6 * (2 * Double.pi).squareRoot()))
    }
    #expect(abs(model.reconstruction(q).nats - reconstruction) < 1e-9)
    let bound = integral {
      let density = normal($0, 0.3, 0.7)
      return density > 0 ? density * (log(joint($0)) - log(density)) : 0
    }
    #expect(abs(model.elbo(q).nats - bound) < 1e-9)
    #expect(abs(model.logEvidence.nats - model.elbo(q).nats - model.gap(q).nats) < 1e-12)
  }

  @Test("The best q of a weight can’t be improved", arguments: [0.1, 1, 7.5])
  func best(_ beta: Double) throws {
    let model = try model()
    func objective(_ q: Gaussian) -> Double {
      model.reconstruction(q).nats - beta * model.divergence(q).nats
    }
    let best = model.best(beta: beta)
    for (shift, factor) in [(0.01, 1.0), (-0.01, 1), (0, 1.01), (0, 0.99)] {
      let other = try Gaussian(mean: best.mean + shift, sigma: best.sigma * factor)
      #expect(objective(other) < objective(best))
    }
  }

  @Test("A model without noise, or of what isn’t a number, is refused")
  func refused() {
    #expect(throws: GaussianError.self) {
      try LinearGaussianModel(slope: 1, noise: 0, observed: 1)
    }
    #expect(throws: GaussianError.self) {
      try LinearGaussianModel(slope: .nan, noise: 1, observed: 1)
    }
  }
}

@Suite("The softmax bandit")
struct SoftmaxBanditTests {
  @Test("Without noise it learns the best action, and equal seeds give equal trainings")
  func learning() throws {
    let bandit = SoftmaxBandit(rewards: [0, 1, 0.3], noise: 0, updates: 30, samples: 40)
    let training = bandit.train(.fixed(0.3), seed: 7)
    #expect(training == bandit.train(.fixed(0.3), seed: 7))
    #expect(training != bandit.train(.fixed(0.3), seed: 8))
    #expect(training.rewards.count == 30 && training.divergences.count == 30)
    #expect(try #require(training.rewards.last) > 0.97)
    #expect(training.divergences.allSatisfy { $0.nats >= 0 })
  }

  @Test("A large weight holds each update back")
  func penalty() throws {
    let bandit = SoftmaxBandit(rewards: [0, 1], noise: 1, updates: 10, samples: 20)
    let free = bandit.train(.fixed(0.01), seed: 3).divergences.map(\.nats).max() ?? 0
    let held = bandit.train(.fixed(30), seed: 3).divergences.map(\.nats).max() ?? 1
    #expect(held < free / 100)
  }

  @Test(
    "Quantiles are interpolated (Hyndman and Fan, definition 7)",
    arguments: [(0.0, 1.0), (0.25, 1.75), (0.5, 2.5), (1, 4)])
  func quantiles(_ part: Double, _ value: Double) {
    #expect([4.0, 1, 3, 2].quantile(part) == value)
    #expect([Double]().quantile(part) == nil)
  }
}
