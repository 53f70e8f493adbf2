#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The descent to a local minimum of D(Q‖P) over the Gaussians Q.
///
/// It is Newton's method in (μ/σ, ln σ) with short steps. If the curvature is not positive, or a
/// step would climb, it is damped (after K. Levenberg and D. Marquardt). These variables make the
/// search independent of the unit of length.
struct ReverseSearch {
  static let iterationLimit = 500

  let mixture: GaussianMixture

  /// D(Q‖P) up to a constant, with its first and second derivatives by μ/σ (a) and ln σ (b).
  struct Derivatives {
    var value = 0.0
    var a = 0.0
    var b = 0.0
    var aa = 0.0
    var ab = 0.0
    var bb = 0.0

    var isFinite: Bool { (value + a + b + aa + ab + bb).isFinite }
    /// The smaller eigenvalue of the second derivatives.
    var leastCurvature: Double {
      let difference = 0.5 * (aa - bb)
      return 0.5 * (aa + bb) - (difference * difference + ab * ab).squareRoot()
    }
  }

  /// Returns the minimum in whose basin a Gaussian lies, or nil if the search fails or ends at a
  /// saddle.
  func minimum(from start: Gaussian) -> Gaussian? {
    var mean = start.mean
    var logSigma = log(start.sigma)
    var now = derivatives(mean: mean, logSigma: logSigma)
    guard now.isFinite else { return nil }
    var damping = 0.0
    for _ in 0..<Self.iterationLimit {
      let gradient = max(now.a.magnitude, now.b.magnitude)
      if gradient < 1e-13 { break }
      let curvature = now.leastCurvature
      // Enough to make the smallest curvature positive, however large its magnitude.
      let lift = curvature > 0 ? damping : damping - 1.1 * curvature + 1e-3 * (1 + gradient)
      let aa = now.aa + lift
      let bb = now.bb + lift
      let determinant = aa * bb - now.ab * now.ab
      var stepA = -(bb * now.a - now.ab * now.b) / determinant
      var stepB = -(aa * now.b - now.ab * now.a) / determinant
      // Steps of a fraction of σ stay in the basin.
      let scale = min(1, 0.25 / max(stepA.magnitude, stepB.magnitude))
      stepA *= scale
      stepB *= scale
      guard stepA.isFinite && stepB.isFinite else { return nil }
      let nextMean = mean + exp(logSigma) * stepA
      let nextLogSigma = logSigma + stepB
      if nextMean == mean && nextLogSigma == logSigma { break }
      let next = derivatives(mean: nextMean, logSigma: nextLogSigma)
      let rounding = 1e-14 * (1 + now.value.magnitude)
      let isLower = next.isFinite && next.value <= now.value + rounding
      // Near the minimum values are indistinguishable, but gradients are not.
      let isFlatter = max(next.a.magnitude, next.b.magnitude) < gradient
      let isBelow = next.isFinite && next.value < now.value - rounding
      if isBelow || (isLower && isFlatter) {
        mean = nextMean
        logSigma = nextLogSigma
        now = next
        damping = damping > 1e-3 ? damping / 8 : 0
      } else {
        if gradient < 1e-9 { break }
        damping = max(damping * 4, 1e-2 * (1 + now.aa.magnitude + now.bb.magnitude))
        if damping > 1e12 * (1 + now.aa.magnitude + now.bb.magnitude) { break }
      }
    }
    let gradient = max(now.a.magnitude, now.b.magnitude)
    guard gradient < 1e-6 && now.leastCurvature > 0 else { return nil }
    return Gaussian(uncheckedMean: mean, sigma: exp(logSigma))
  }

  /// Returns the derivatives by the trapezium rule over ±9 standard deviations of Q, with the step
  /// halved until they agree.
  ///
  /// The rule converges exponentially for smooth functions (L. N. Trefethen, J. A. C. Weideman,
  /// "The Exponentially Convergent Trapezoidal Rule", SIAM Review 56, 2014).
  func derivatives(mean: Double, logSigma: Double) -> Derivatives {
    let sigma = exp(logSigma)
    var step = 0.25
    var sum = Derivatives()
    for index in -36...36 { add(Double(index) * step, mean, sigma, &sum) }
    var result = scaled(sum, step, logSigma)
    for _ in 0..<6 {
      step /= 2
      // The points of the coarser rule are already in the sum.
      let count = Int(9 / step)
      for index in stride(from: 1 - count, to: count, by: 2) {
        add(Double(index) * step, mean, sigma, &sum)
      }
      let finer = scaled(sum, step, logSigma)
      let size = 1 + finer.aa.magnitude + finer.bb.magnitude
      let change =
        max((finer.a - result.a).magnitude, (finer.b - result.b).magnitude)
        + 1e-3 * max((finer.aa - result.aa).magnitude, (finer.bb - result.bb).magnitude)
      result = finer
      if change <= 1e-13 * size || !change.isFinite { break }
    }
    return result
  }

  private func scaled(_ sum: Derivatives, _ step: Double, _ logSigma: Double) -> Derivatives {
    Derivatives(
      value: step * sum.value - logSigma, a: step * sum.a, b: step * sum.b - 1,
      aa: step * sum.aa, ab: step * sum.ab, bb: step * sum.bb)
  }

  /// Adds the weighted −ln p(μ + σz) and its derivatives.
  private func add(_ z: Double, _ mean: Double, _ sigma: Double, _ sum: inout Derivatives) {
    let weight = exp(-0.5 * z * z - Gaussian.logRootTwoPi)
    // All lengths are relative to σ: slope is σ p′/p, and so on.
    var greatest = -Double.infinity
    for term in mixture.terms {
      let y = ((mean - term.mean) + sigma * z) * term.inverseSigma
      greatest = max(greatest, term.logPeak - 0.5 * y * y)
    }
    var total = 0.0
    var slope = 0.0
    for term in mixture.terms {
      let y = ((mean - term.mean) + sigma * z) * term.inverseSigma
      let share = exp(term.logPeak - 0.5 * y * y - greatest)
      total += share
      slope -= share * y * (sigma * term.inverseSigma)
    }
    slope /= total
    var bend = 0.0
    for term in mixture.terms {
      let ratio = sigma * term.inverseSigma
      let y = ((mean - term.mean) + sigma * z) * term.inverseSigma
      let share = exp(term.logPeak - 0.5 * y * y - greatest)
      let excess = -y * ratio - slope
      // A share of 0 has no effect, even on an infinite excess.
      if share > 0 { bend += share * (excess * excess - ratio * ratio) }
    }
    bend /= total
    sum.value -= weight * (greatest + log(total))
    sum.a -= weight * slope
    sum.b -= weight * z * slope
    sum.aa -= weight * bend
    sum.ab -= weight * z * bend
    sum.bb -= weight * (z * slope + z * z * bend)
  }
}
