#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension Distribution {
  /// Returns the distribution ∝ P(x) exp(r(x)/β), which maximizes the mean reward minus β times its
  /// divergence from P.
  ///
  /// ```swift
  /// try Distribution([0.5, 0.5]).tilted(by: [0, 1], temperature: 1)[1]  // 0.7310585786300049
  /// ```
  ///
  /// A small temperature concentrates it on the largest reward, a large one leaves P unchanged.
  /// Impossible outcomes stay impossible. Nothing overflows, however small or large β is.
  /// - Throws: ``DistributionError`` if the number of rewards differs from that of outcomes, a
  ///   reward is infinite or not a number, or the temperature is not a positive finite number.
  public func tilted(
    by rewards: [Double], temperature beta: Double
  ) throws(DistributionError) -> Distribution {
    guard rewards.count == count else {
      throw .wrongValueCount(kind: "rewards", values: rewards.count, outcomes: count)
    }
    for (index, reward) in rewards.enumerated() where !reward.isFinite {
      throw .invalidValue(kind: "rewards", position: index + 1, value: reward)
    }
    guard beta > 0 && beta.isFinite else { throw .invalidTemperature(beta) }
    let possible = zip(probabilities, rewards).lazy.filter { $0.0 > 0 }.map(\.1)
    let best = possible.max() ?? 0
    let logWeights = zip(probabilities, rewards).map { p, reward in
      // Subtract first, so that equal rewards stay equal at any temperature. Halve first, so that
      // the difference of two huge rewards does not overflow.
      p > 0 ? log(p) + (reward / 2 - best / 2) / beta * 2 : -.infinity
    }
    let greatest = logWeights.max() ?? 0
    let weights = logWeights.map { exp($0 - greatest) }
    let total = weights.compensatedSum
    return Distribution(unchecked: weights.map { $0 / total })
  }
}
