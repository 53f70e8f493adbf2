import Foundation

/// The conditions about fits of a Gaussian to a mixture.
extension IndependentConditions {
  struct Mixture {
    var weights: [Double]
    var means: [Double]
    var sigmas: [Double]

    private var parts: [(weight: Double, mean: Double, sigma: Double)] {
      zip(weights, zip(means, sigmas)).filter { $0.0 > 0 }.map { ($0, $1.0, $1.1) }
    }

    func density(_ x: Double) -> Double {
      parts.map {
        let z = (x - $0.mean) / $0.sigma
        return $0.weight * exp(-z * z / 2) / ($0.sigma * (2 * Double.pi).squareRoot())
      }.reduce(0, +)
    }

    /// The slope of the logarithm of the density, which keeps its sign where the density vanishes.
    private func slope(_ x: Double) -> Double {
      let logs = parts.map { part in
        let z = (x - part.mean) / part.sigma
        return log(part.weight) - z * z / 2 - log(part.sigma)
      }
      let top = logs.max() ?? 0
      return zip(parts, logs).map { part, value in
        exp(value - top) * (part.mean - x) / (part.sigma * part.sigma)
      }.reduce(0, +)
    }

    /// The places where the density's slope turns from rising to falling.
    var peaks: [Double] {
      guard let low = parts.map(\.mean).min(), let high = parts.map(\.mean).max(), high > low else {
        return parts.first.map { [$0.mean] } ?? []
      }
      var grid = (0...4000).map { low + (high - low) * (Double($0) - 0.5) / 3999 }
      for part in parts {
        grid += (-300...300).map { part.mean + part.sigma * (Double($0) + 0.37) / 60 }
      }
      grid = grid.filter { (low - (high - low) * 1e-3...high + (high - low) * 1e-3).contains($0) }
      grid.sort()
      let slopes = grid.map(slope)
      return zip(grid.indices, grid.indices.dropFirst()).compactMap { a, b in
        slopes[a] > 0 && slopes[b] <= 0 ? (grid[a] + grid[b]) / 2 : nil
      }
    }

    /// Mean and standard deviation.
    var moments: (mean: Double, sigma: Double) {
      let mean = parts.map { $0.weight * $0.mean }.reduce(0, +)
      let variance = parts.map {
        $0.weight * ($0.sigma * $0.sigma + ($0.mean - mean) * ($0.mean - mean))
      }.reduce(0, +)
      return (mean, variance.squareRoot())
    }

    /// D(Q‖P) of a Gaussian in nats, by Simpson's rule over eight standard deviations.
    func reverseDivergence(_ mean: Double, _ sigma: Double) -> Double {
      let count = 400
      var sum = 0.0
      for index in 0...count {
        let z = -8 + 16 * Double(index) / Double(count)
        let weight = index == 0 || index == count ? 1.0 : index % 2 == 1 ? 4 : 2
        let q = exp(-z * z / 2) / (2 * Double.pi).squareRoot()
        sum += weight * q * (log(q / sigma) - logDensity(mean + sigma * z))
      }
      return sum * 16 / Double(count) / 3
    }

    private func logDensity(_ x: Double) -> Double {
      let logs = parts.map { part in
        let z = (x - part.mean) / part.sigma
        return log(part.weight) - z * z / 2 - log(part.sigma * (2 * Double.pi).squareRoot())
      }
      let top = logs.max() ?? 0
      return top + log(logs.map { exp($0 - top) }.reduce(0, +))
    }
  }

  /// - Parameters:
  ///   - best: the mean and the standard deviation of the reverse fit as the figure publishes them.
  ///   - valleys: the number of local minima that it publishes.
  static func fits(
    _ mixture: Mixture, best: (mean: Double, sigma: Double), valleys: Int
  ) -> [String: Bool] {
    let peaks = mixture.peaks
    let moments = mixture.moments
    func covered(_ fit: (mean: Double, sigma: Double)) -> Int {
      peaks.filter { fit.mean - 2 * fit.sigma <= $0 && $0 <= fit.mean + 2 * fit.sigma }.count
    }
    let (all, picked) = (covered(moments) == peaks.count, covered(best))
    let ratio = best.sigma / moments.sigma
    let agrees =
      abs(moments.mean - best.mean) / moments.sigma < 0.25 && ratio > 0.8 && ratio < 1.25
    let isOne = peaks.count == 1
    return [
      "title.one_agree": isOne && agrees, "title.one_differ": isOne && !agrees,
      "title.pick_one": !isOne && all && picked == 1,
      "title.pick_some": !isOne && all && picked != 1 && picked < peaks.count,
      "title.span": !isOne && all && picked == peaks.count,
      "title.narrow": !isOne && !all && ratio < 0.8, "title.miss": !isOne && !all && ratio >= 0.8,
      "forward.all": !isOne && all, "reverse.one": !isOne && picked == 1,
      "reverse.some": !isOne && picked > 1 && picked < peaks.count, "valleys.one": valleys == 1,
      "valleys.several": valleys > 1,
    ]
  }
}
