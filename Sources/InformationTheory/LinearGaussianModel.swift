/// A hidden standard normal number z and what is seen of it: x ~ N(wz, s²).
///
/// The smallest model whose evidence, posterior and evidence lower bound (ELBO) are known exactly.
///
/// ```swift
/// let model = LinearGaussianModel(slope: 1, noise: 0.5, observed: 1.5)
/// model.posterior.mean   // 1.2
/// model.logEvidence.nats // −1.930510…
/// ```
///
/// Source: C. Bishop, "Pattern Recognition and Machine Learning" (2006), section 2.3.3.
public struct LinearGaussianModel: Hashable, Sendable {
  /// The slope w.
  public let slope: Double
  /// The standard deviation s of the noise.
  public let noise: Double
  /// The observed x.
  public let observed: Double

  /// Creates a model.
  ///
  /// - Throws: ``GaussianError`` for a noise or an observation that no Gaussian can have.
  public init(slope: Double, noise: Double, observed: Double) throws(GaussianError) {
    _ = try Gaussian(mean: observed, sigma: noise)
    _ = try Gaussian(mean: slope, sigma: noise)
    self.slope = slope
    self.noise = noise
    self.observed = observed
  }

  /// The distribution of z before anything is seen.
  public var prior: Gaussian { Gaussian(uncheckedMean: 0, sigma: 1) }

  /// The distribution of z given x.
  public var posterior: Gaussian { best(beta: 1) }

  /// The logarithm of the density of x, ln N(x; 0, w² + s²).
  public var logEvidence: Information {
    let sigma = (slope * slope + noise * noise).squareRoot()
    return .nats(Gaussian(uncheckedMean: 0, sigma: sigma).logDensity(at: observed))
  }

  /// Returns the mean of ln p(x|z) over a distribution of z.
  ///
  /// −½ ln 2πs² − ((x − wm)² + w²v) / 2s²
  public func reconstruction(_ q: Gaussian) -> Information {
    let miss = observed - slope * q.mean
    let spread = slope * q.sigma
    let peak = Gaussian(uncheckedMean: 0, sigma: noise).logDensity(at: 0)
    return .nats(peak - (miss * miss + spread * spread) / (2 * noise * noise))
  }

  /// Returns the divergence of a distribution of z from the prior.
  public func divergence(_ q: Gaussian) -> Information { q.divergence(from: prior) }

  /// Returns the evidence lower bound: reconstruction minus divergence from the prior.
  public func elbo(_ q: Gaussian) -> Information { reconstruction(q) - divergence(q) }

  /// Returns how far the evidence lower bound is below the evidence: D(q‖posterior).
  public func gap(_ q: Gaussian) -> Information { q.divergence(from: posterior) }

  /// Returns the distribution of z that maximizes reconstruction minus β times the divergence from
  /// the prior.
  ///
  /// v = 1 / (1 + w²/βs²), m = v · wx/βs²; β = 1 gives the posterior.
  public func best(beta: Double) -> Gaussian {
    let strength = slope / (beta * noise * noise)
    let variance = 1 / (1 + slope * strength)
    return Gaussian(
      uncheckedMean: variance * strength * observed, sigma: variance.squareRoot())
  }
}
