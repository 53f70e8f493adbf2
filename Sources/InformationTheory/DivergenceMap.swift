#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The divergences in both directions between a mixture P and many Gaussians Q, fast enough for
/// contour maps.
///
/// ```swift
/// let map = try DivergenceMap(of: mixture)
/// map.reverseNats(mean: 2, sigma: 0.7)
/// ```
///
/// D(P‖Q) is as exact as a `Double` allows. D(Q‖P) is within 1e−3 of its value (or 1e−3 nats) for
/// any mixture and any Q, and usually within 1e−10; `Gaussian.divergence(from:in:)` is exact.
public struct DivergenceMap: Sendable {
  private let mixture: GaussianMixture
  private let mixtureMean: Double
  private let mixtureVariance: Double
  /// h(P), in nats.
  private let mixtureEntropy: Double
  /// ln p at `tableStart + i · tableStep`.
  private let table: [Double]
  private let tableStart: Double
  private let tableStep: Double
  /// Whether the table resolves all features of ln p.
  private let isTableFine: Bool
  /// The points of large curvature of ln p, ascending.
  private let breaks: [Double]

  /// Creates the maps of a mixture.
  ///
  /// - Throws: ``NumericalError`` if the mixture's entropy cannot be integrated.
  public init(of mixture: GaussianMixture) throws(NumericalError) {
    self.mixture = mixture
    mixtureMean = mixture.mean
    mixtureVariance = mixture.variance
    mixtureEntropy = try mixture.entropy().nats
    // Wide enough for a Q five times as wide as P, with space for its mean.
    let reach = 50 * mixtureVariance.squareRoot()
    let start = mixtureMean - reach
    // The curvature of ln p is largest where two components cross; steps resolve it within the
    // limit.
    let bend = Self.sharpestBend(mixture)
    let count = min(max(2 * reach / (bend / 5), 64), 8192).rounded(.up)
    let step = 2 * reach / count
    tableStart = start
    tableStep = step
    // Curvature between steps causes a small error, components between steps a large one.
    isTableFine = step <= 0.25 * (mixture.terms.map(\.sigma).min() ?? 1)
    breaks = Self.breaks(of: mixture)
    table = (0...Int(count)).map { mixture.logDensity(at: start + Double($0) * step) }
  }

  /// Returns D(P‖Q) in nats, for Q with a mean and a standard deviation greater than 0.
  public func forwardNats(mean: Double, sigma: Double) -> Double {
    let shift = (mixtureMean - mean) / sigma
    let spread = mixtureVariance / (sigma * sigma)
    let crossEntropy = Gaussian.logRootTwoPi + log(sigma) + 0.5 * (spread + shift * shift)
    return max(0, crossEntropy - mixtureEntropy)
  }

  /// Returns D(Q‖P) in nats, for Q with a mean and a standard deviation greater than 0.
  public func reverseNats(mean: Double, sigma: Double) -> Double {
    let entropy = 0.5 + Gaussian.logRootTwoPi + log(sigma)
    return max(0, -entropy - expectedLogDensity(mean, sigma))
  }

  /// Returns D(P‖Q) in nats over a grid, one row for each standard deviation, one column for each
  /// mean.
  public func forwardNats(means: [Double], sigmas: [Double]) -> [[Double]] {
    sigmas.map { sigma in means.map { forwardNats(mean: $0, sigma: sigma) } }
  }

  /// Returns D(Q‖P) in nats over a grid, one row for each standard deviation, one column for each
  /// mean.
  public func reverseNats(means: [Double], sigmas: [Double]) -> [[Double]] {
    sigmas.map { sigma in means.map { reverseNats(mean: $0, sigma: sigma) } }
  }
}

extension DivergenceMap {
  /// Returns the length over which ln p changes from one component's slope to another's.
  private static func sharpestBend(_ mixture: GaussianMixture) -> Double {
    var least = mixture.terms.map(\.sigma).min() ?? 1
    for (index, a) in mixture.terms.enumerated() {
      for b in mixture.terms.dropFirst(index + 1) {
        // Where the slopes differ by d, p has complex zeros at a distance of π/d.
        let sigma = min(a.sigma, b.sigma)
        let distance = (a.mean - b.mean).magnitude
        if distance > 0 { least = min(least, .pi * sigma / distance * sigma) }
      }
    }
    return least
  }

  /// Returns E ln p(X) for X ~ N(mean, sigma²) by the trapezium rule over ±8.5 standard deviations.
  private func expectedLogDensity(_ mean: Double, _ sigma: Double) -> Double {
    let reach = 8.5 * sigma
    let lowIndex = ((mean - reach - tableStart) / tableStep).rounded(.down)
    let highIndex = ((mean + reach - tableStart) / tableStep).rounded(.up)
    let isInTable = lowIndex >= 0 && highIndex <= Double(table.count - 1)
    // With steps of half a standard deviation the rule is exact for the Gaussian itself.
    guard isTableFine && isInTable && tableStep <= 0.5 * sigma else {
      return expectationByPanels(mean, sigma)
    }
    let stride = max(1, Int((highIndex - lowIndex) / 1500))
    let centre = Int(((mean - tableStart) / tableStep).rounded())
    let step = Double(stride) * tableStep / sigma
    let offset = (tableStart + Double(centre) * tableStep - mean) / sigma
    // φ(z + h) = φ(z) · e^(−zh − h²/2): its factor shrinks by e^(−h²) from step to step.
    let decay = exp(-step * step)
    let middle = exp(-0.5 * offset * offset)
    // The step above and the step below, side by side.
    var densities = SIMD2(middle, middle)
    var factors = SIMD2(
      exp(-offset * step - 0.5 * step * step), exp(offset * step - 0.5 * step * step))
    let count = min(Int(8 / step), (table.count - 1 - centre) / stride, centre / stride)
    return table.withUnsafeBufferPointer { table in
      var sums = SIMD2(middle * table[centre], 0)
      var norms = SIMD2(middle, 0)
      var distance = stride
      for _ in 0..<max(0, count) {
        densities *= factors
        factors *= decay
        sums += densities * SIMD2(table[centre + distance], table[centre - distance])
        norms += densities
        distance += stride
      }
      return sums.sum() / norms.sum()
    }
  }

  /// Returns the same by an 8-point Gauss rule between break points of P and Q, for arguments where
  /// the table is too coarse or too short.
  private func expectationByPanels(_ mean: Double, _ sigma: Double) -> Double {
    let low = mean - 8.5 * sigma
    let high = mean + 8.5 * sigma
    var points = [low]
    var next = breaks.firstIndex { $0 > low } ?? breaks.count
    for z in stride(from: -8.5, through: 8.5, by: 1) {
      let own = mean + z * sigma
      while next < breaks.count && breaks[next] < own {
        points.append(breaks[next])
        next += 1
      }
      points.append(min(own, high))
    }
    var sum = 0.0
    var norm = 0.0
    for (a, b) in zip(points, points.dropFirst()) where a < b {
      let centre = 0.5 * a + 0.5 * b
      let half = 0.5 * b - 0.5 * a
      for (node, weight) in Self.gaussRule {
        for offset in [-half * node, half * node] {
          let x = centre + offset
          let z = (x - mean) / sigma
          let density = half * weight * exp(-0.5 * z * z)
          sum += density * mixture.logDensity(at: x)
          norm += density
        }
      }
    }
    return sum / norm
  }

  /// Half of the nodes of the 8-point Gauss–Legendre rule with their weights.
  private static let gaussRule: [(node: Double, weight: Double)] = [
    (0.183434642495649805, 0.362683783378361983), (0.525532409916328986, 0.313706645877887287),
    (0.796666477413626740, 0.222381034453374471), (0.960289856497536232, 0.101228536290376259),
  ]

  /// Returns the points of large curvature of a mixture's ln p: some standard deviations around
  /// each mean, and where the weighted densities of two components are equal.
  private static func breaks(of mixture: GaussianMixture) -> [Double] {
    var points: [Double] = []
    for (index, a) in mixture.terms.enumerated() {
      for reach in [0.0, 0.7, 1.5, 2.5, 4, 6, 10, 20] {
        points += [a.mean - reach * a.sigma, a.mean + reach * a.sigma]
      }
      for b in mixture.terms.dropFirst(index + 1) {
        // ½(y − m)²/τ_b² − ½y²/τ_a² + ln ratio = 0 in y = x − μ_a, with lengths as parts of σ_a.
        let ratio = a.sigma * b.inverseSigma
        let shift = (b.mean - a.mean) * a.inverseSigma
        let square = 0.5 * (ratio * ratio - 1)
        let linear = -ratio * ratio * shift
        let constant = 0.5 * ratio * ratio * shift * shift + a.logPeak - b.logPeak
        for root in roots(square, linear, constant) { points.append(a.mean + root * a.sigma) }
      }
    }
    return points.filter(\.isFinite).sorted()
  }

  /// Returns the real roots of a x² + b x + c.
  private static func roots(_ a: Double, _ b: Double, _ c: Double) -> [Double] {
    if a == 0 { return b == 0 ? [] : [-c / b] }
    let discriminant = b * b - 4 * a * c
    guard discriminant >= 0 else { return [] }
    // The form without cancellation.
    let q = -0.5 * (b + (b < 0 ? -1 : 1) * discriminant.squareRoot())
    return q == 0 ? [0] : [q / a, c / q]
  }
}
