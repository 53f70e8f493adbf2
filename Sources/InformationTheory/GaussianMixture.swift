#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A weighted mixture of normal distributions.
///
/// ```swift
/// let p = try GaussianMixture(weights: [0.5, 0.5], means: [-2, 2], sigmas: [0.7, 0.7])
/// p.variance  // 4.49
/// ```
public struct GaussianMixture: Hashable, Sendable {
  /// The weight of each component.
  public let weights: Distribution
  /// The components; those of weight 0 are kept, but have no effect.
  public let components: [Gaussian]
  /// The components with positive weight, with their weights rescaled to sum to 1 as exactly as
  /// possible.
  let terms: [Term]

  /// A component with positive weight.
  struct Term: Hashable, Sendable {
    let weight: Double
    let mean: Double
    let sigma: Double
    /// 1/σ.
    let inverseSigma: Double
    /// ln(w / σ√2π), the logarithm of the weighted density at the mean.
    let logPeak: Double
  }

  /// Creates a mixture of components given by parallel arrays.
  ///
  /// - Throws: ``GaussianError`` if the arrays differ in length, the weights are not a
  ///   distribution, or a mean or a standard deviation is out of the range of
  ///   ``Gaussian/init(mean:sigma:)``, also relative to the largest mean.
  public init(weights: [Double], means: [Double], sigmas: [Double]) throws(GaussianError) {
    let distribution: Distribution
    do {
      distribution = try Distribution(weights)
    } catch {
      throw .invalidWeights(error)
    }
    guard weights.count == means.count && means.count == sigmas.count else {
      throw .differentCounts(weights: weights.count, means: means.count, sigmas: sigmas.count)
    }
    for (index, mean) in means.enumerated() where !Gaussian.means.contains(mean) {
      throw .invalidMean(position: index + 1, value: mean)
    }
    let farthest = means.max { $0.magnitude < $1.magnitude } ?? 0
    for (index, sigma) in sigmas.enumerated() {
      guard Gaussian.sigmas.contains(sigma) else {
        throw .invalidSigma(position: index + 1, value: sigma)
      }
      guard sigma >= Gaussian.leastRelativeSigma * farthest.magnitude else {
        throw .unresolvedSigma(position: index + 1, value: sigma, mean: farthest)
      }
    }
    self.weights = distribution
    components = zip(means, sigmas).map { Gaussian(uncheckedMean: $0, sigma: $1) }
    let total = weights.compensatedSum
    terms = zip(weights, components).filter { $0.0 > 0 }.map { weight, component in
      Term(
        weight: weight / total, mean: component.mean, sigma: component.sigma,
        inverseSigma: 1 / component.sigma,
        logPeak: log(weight) - log(total) - log(component.sigma) - Gaussian.logRootTwoPi)
    }
  }

  /// The mean.
  public var mean: Double { terms.lazy.map { $0.weight * $0.mean }.compensatedSum }

  /// The variance: the mean variance of the components plus the variance of their means.
  public var variance: Double {
    let mean = mean
    return terms.lazy.map { term in
      let shift = term.mean - mean
      return term.weight * (term.sigma * term.sigma + shift * shift)
    }.compensatedSum
  }

  /// Returns the natural logarithm of the density at a point, finite if a `Double` can represent
  /// it.
  ///
  /// The largest term is factored out of the sum (log-sum-exp), so that far tails do not underflow.
  public func logDensity(at x: Double) -> Double {
    var greatest = -Double.infinity
    var sum = 0.0
    for term in terms {
      let z = (x - term.mean) * term.inverseSigma
      let exponent = term.logPeak - 0.5 * z * z
      if exponent == -.infinity { continue }
      if exponent <= greatest {
        sum += exp(exponent - greatest)
      } else {
        sum = sum * exp(greatest - exponent) + 1
        greatest = exponent
      }
    }
    return greatest == -.infinity ? greatest : greatest + log(sum)
  }

  /// Returns the density at a point.
  public func density(at x: Double) -> Double { exp(logDensity(at: x)) }

  /// The Gaussian with the mean and the variance of the mixture.
  ///
  /// It is the Gaussian Q with the smallest D(P‖Q), the *forward* fit.
  public var momentMatched: Gaussian {
    Gaussian(uncheckedMean: mean, sigma: variance.squareRoot())
  }
}
