/// The Gaussian closest to a mixture, by some divergence, and that divergence.
public struct GaussianFit: Hashable, Sendable {
  /// The fitted Gaussian.
  public let gaussian: Gaussian
  /// The divergence that it minimises, in nats.
  public let divergence: Information
}

extension GaussianMixture {
  /// Returns the *forward* fit: the Gaussian Q that minimises D(P‖Q), by moment matching.
  ///
  /// ```swift
  /// let p = try GaussianMixture(weights: [0.5, 0.5], means: [-2, 2], sigmas: [0.7, 0.7])
  /// try p.forwardFit().gaussian.sigma  // 2.118962010041709
  /// ```
  ///
  /// - Throws: ``NumericalError`` if the quadrature of the divergence fails.
  public func forwardFit() throws(NumericalError) -> GaussianFit {
    let gaussian = momentMatched
    return GaussianFit(gaussian: gaussian, divergence: try divergence(from: gaussian))
  }

  /// Returns the *reverse* fits: the Gaussians Q at the local minima of D(Q‖P) over mean and
  /// standard deviation, the best first; of equally good ones the one with the larger mean first.
  ///
  /// The search starts from each component and from the moment-matched Gaussian, and descends
  /// without leaving the basin of the start. It may miss minima outside these basins. Minima that
  /// coincide are returned once.
  /// - Throws: ``NumericalError`` if the quadrature of a divergence fails or no minimum is found.
  public func reverseFits() throws(NumericalError) -> [GaussianFit] {
    let search = ReverseSearch(mixture: self)
    let whole = momentMatched
    var fits: [GaussianFit] = []
    for start in terms.map({ Gaussian(uncheckedMean: $0.mean, sigma: $0.sigma) }) + [whole] {
      guard let found = search.minimum(from: start) else { continue }
      let isKnown = fits.contains { known in
        (known.gaussian.mean - found.mean).magnitude <= 1e-5 * found.sigma
          && (known.gaussian.sigma - found.sigma).magnitude <= 1e-5 * found.sigma
      }
      if isKnown { continue }
      fits.append(GaussianFit(gaussian: found, divergence: try found.divergence(from: self)))
    }
    if fits.isEmpty {
      throw .notConverged(
        method: "the reverse fit", limit: ReverseSearch.iterationLimit, error: .infinity)
    }
    return Self.ranked(fits)
  }

  /// Sorts fits by divergence, and runs of fits whose divergences differ only by rounding by mean.
  private static func ranked(_ fits: [GaussianFit]) -> [GaussianFit] {
    let sorted = fits.sorted { $0.divergence < $1.divergence }
    var result: [GaussianFit] = []
    var ties: [GaussianFit] = []
    for fit in sorted {
      let value = fit.divergence.nats
      if let first = ties.first?.divergence.nats, value - first > 1e-9 * value + 1e-15 {
        result += ties.sorted { $0.gaussian.mean > $1.gaussian.mean }
        ties = []
      }
      ties.append(fit)
    }
    return result + ties.sorted { $0.gaussian.mean > $1.gaussian.mean }
  }
}
