#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A normal distribution.
///
/// ```swift
/// try Gaussian(mean: 0, sigma: 1).density(at: 0)  // 0.3989422804014327
/// ```
public struct Gaussian: Hashable, Sendable {
  /// The mean.
  public let mean: Double
  /// The standard deviation, greater than 0.
  public let sigma: Double

  /// The minimum ratio of a standard deviation to a mean: below it, neighbouring numbers are too
  /// far apart to integrate the density.
  static let leastRelativeSigma = 1e-12
  static let means = -1e30...1e30
  static let sigmas = 1e-30...1e30
  /// ½ ln 2π.
  static let logRootTwoPi = 0.918938533204672742

  /// Creates a normal distribution with a mean and a standard deviation.
  ///
  /// - Throws: ``GaussianError`` unless the mean is from −1e30 to 1e30 and the standard deviation
  ///   from 1e−30 to 1e30 and at least 1e−12 of the mean.
  public init(mean: Double, sigma: Double) throws(GaussianError) {
    guard Self.means.contains(mean) else { throw .invalidMean(position: nil, value: mean) }
    guard Self.sigmas.contains(sigma) else { throw .invalidSigma(position: nil, value: sigma) }
    guard sigma >= Self.leastRelativeSigma * mean.magnitude else {
      throw .unresolvedSigma(position: nil, value: sigma, mean: mean)
    }
    self.init(uncheckedMean: mean, sigma: sigma)
  }

  init(uncheckedMean mean: Double, sigma: Double) {
    self.mean = mean
    self.sigma = sigma
  }

  /// The variance, σ².
  public var variance: Double { sigma * sigma }

  /// Returns the natural logarithm of the density at a point.
  public func logDensity(at x: Double) -> Double {
    let z = (x - mean) / sigma
    return -0.5 * z * z - log(sigma) - Self.logRootTwoPi
  }

  /// Returns the density at a point.
  public func density(at x: Double) -> Double { exp(logDensity(at: x)) }

  /// Returns the differential entropy, ½ ln 2πeσ²; negative for narrow distributions.
  public func entropy(in unit: InformationUnit = .nats) -> Information {
    Information.nats(0.5 + Self.logRootTwoPi + log(sigma)).converted(to: unit)
  }

  /// Returns the divergence D(P‖Q) of this Gaussian P from another, in closed form.
  ///
  /// ```swift
  /// let p = try Gaussian(mean: 1, sigma: 1), q = try Gaussian(mean: 0, sigma: 1)
  /// p.divergence(from: q)  // 0.5 nats
  /// ```
  ///
  /// ln(σ_Q/σ_P) + (σ_P² + (μ_P − μ_Q)²) / 2σ_Q² − ½
  public func divergence(from q: Gaussian, in unit: InformationUnit = .nats) -> Information {
    let ratio = sigma / q.sigma
    let shift = (mean - q.mean) / q.sigma
    // ½(r² − 1) − ln r, in a form that keeps its digits for r near 1.
    let excess = (sigma - q.sigma) / q.sigma
    let spread = 0.5 * excess * (ratio + 1) - (excess.magnitude < 0.5 ? log1p(excess) : log(ratio))
    return Information.nats(Swift.max(0, spread) + 0.5 * shift * shift).converted(to: unit)
  }
}
