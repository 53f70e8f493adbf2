#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Both divergences between a mixture P and many Gaussians Q, fast enough for contour maps.
///
/// ```swift
/// let map = try DivergenceMap(of: mixture)
/// map.reverseNats(mean: 2, sigma: 0.7)
/// ```
///
/// D(P‖Q) is as exact as a `Double` allows. D(Q‖P) is within 1e−4 of its value (or 1e−4 nats) for
/// any mixture and any Q, and usually within 1e−10; ``Gaussian/divergence(from:in:)`` is exact.
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
  /// The length over which ln p turns most sharply.
  private let bend: Double

  /// Prepares the maps of a mixture.
  ///
  /// - Throws: ``NumericalError`` if the mixture's entropy cannot be integrated.
  public init(of mixture: GaussianMixture) throws(NumericalError) {
    self.mixture = mixture
    mixtureMean = mixture.mean
    mixtureVariance = mixture.variance
    mixtureEntropy = try mixture.entropy().nats
    // Wide enough for a Q five times as wide as P, with room for its mean.
    let reach = 50 * mixtureVariance.squareRoot()
    let start = mixtureMean - reach
    // ln p bends most sharply where two components cross; steps resolve the bend if they may.
    bend = Self.sharpestBend(mixture)
    let count = min(max(2 * reach / (bend / 5), 64), 8192).rounded(.up)
    let step = 2 * reach / count
    tableStart = start
    tableStep = step
    table = (0...Int(count)).map { mixture.logDensity(at: start + Double($0) * step) }
  }

  /// D(P‖Q) in nats, for Q with a mean and a standard deviation greater than 0.
  public func forwardNats(mean: Double, sigma: Double) -> Double {
    let shift = (mixtureMean - mean) / sigma
    let spread = mixtureVariance / (sigma * sigma)
    let crossEntropy = Gaussian.logRootTwoPi + log(sigma) + 0.5 * (spread + shift * shift)
    return max(0, crossEntropy - mixtureEntropy)
  }

  /// D(Q‖P) in nats, for Q with a mean and a standard deviation greater than 0.
  public func reverseNats(mean: Double, sigma: Double) -> Double {
    let entropy = 0.5 + Gaussian.logRootTwoPi + log(sigma)
    return max(0, -entropy - expectedLogDensity(mean, sigma))
  }

  /// D(P‖Q) in nats over a grid, one row for each standard deviation, one column for each mean.
  public func forwardNats(means: [Double], sigmas: [Double]) -> [[Double]] {
    sigmas.map { sigma in means.map { forwardNats(mean: $0, sigma: sigma) } }
  }

  /// D(Q‖P) in nats over a grid, one row for each standard deviation, one column for each mean.
  public func reverseNats(means: [Double], sigmas: [Double]) -> [[Double]] {
    sigmas.map { sigma in means.map { reverseNats(mean: $0, sigma: sigma) } }
  }
}

extension DivergenceMap {
  /// The length over which ln p turns from one component's slope to another's.
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

  /// E ln p(X) for X ~ N(mean, sigma²) by the trapezium rule over ±8.5 standard deviations.
  private func expectedLogDensity(_ mean: Double, _ sigma: Double) -> Double {
    let reach = 8.5 * sigma
    let lowIndex = ((mean - reach - tableStart) / tableStep).rounded(.down)
    let highIndex = ((mean + reach - tableStart) / tableStep).rounded(.up)
    let isInTable = lowIndex >= 0 && highIndex <= Double(table.count - 1)
    // With steps of half a standard deviation the rule is exact for the Gaussian itself.
    guard isInTable && tableStep <= 0.5 * sigma else { return directExpectation(mean, sigma) }
    let stride = max(1, Int((highIndex - lowIndex) / 1500))
    let centre = Int(((mean - tableStart) / tableStep).rounded())
    let step = Double(stride) * tableStep / sigma
    let offset = (tableStart + Double(centre) * tableStep - mean) / sigma
    // φ(z + h) = φ(z) · e^(−zh − h²/2): its factor shrinks by e^(−h²) from step to step.
    let decay = exp(-step * step)
    let middle = exp(-0.5 * offset * offset)
    var up = middle
    var down = middle
    var upFactor = exp(-offset * step - 0.5 * step * step)
    var downFactor = exp(offset * step - 0.5 * step * step)
    return table.withUnsafeBufferPointer { table in
      var sum = middle * table[centre]
      var norm = middle
      var above = centre + stride
      var below = centre - stride
      for _ in 0..<Int(8 / step) {
        guard above < table.count && below >= 0 else { break }
        up *= upFactor
        down *= downFactor
        upFactor *= decay
        downFactor *= decay
        sum += up * table[above] + down * table[below]
        norm += up + down
        above += stride
        below -= stride
      }
      return sum / norm
    }
  }

  /// The same with ln p computed at each point, for Gaussians that are narrow or reach far out.
  private func directExpectation(_ mean: Double, _ sigma: Double) -> Double {
    let step = min(0.5, max(bend / 5 / sigma, 1.0 / 16))
    let count = Int(8.5 / step)
    let decay = exp(-step * step)
    var weight = 1.0
    var factor = exp(-0.5 * step * step)
    var sum = mixture.logDensity(at: mean)
    var norm = 1.0
    for index in 1...count {
      weight *= factor
      factor *= decay
      let offset = Double(index) * step * sigma
      sum +=
        weight * (mixture.logDensity(at: mean + offset) + mixture.logDensity(at: mean - offset))
      norm += 2 * weight
    }
    return sum / norm
  }
}
