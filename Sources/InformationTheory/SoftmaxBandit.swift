#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A bandit with a softmax policy, trained on noisy rewards with a penalty on each update.
///
/// ```swift
/// let bandit = SoftmaxBandit(rewards: [0, 1], noise: 0, updates: 10, samples: 20)
/// bandit.train(.fixed(0.3), seed: 1).rewards.last  // close to 1
/// ```
///
/// The policy starts uniform. Each update draws actions from the current policy π_old, with rewards
/// that have normal noise, and maximizes
///
///     mean of (r − mean r) · π(a)/π_old(a)  −  β · D(π_old‖π)
///
/// by ``stepCount`` gradient steps on the logits, each of size 1/(1 + β). This is the penalized
/// form of proximal policy optimization. Source: J. Schulman et al., "Proximal Policy Optimization
/// Algorithms" (2017), section 4, where the adaptive rule is from too.
///
/// **Random numbers.** SplitMix64 (G. Steele, D. Lea, C. Flood, 2014) from the seed. A uniform
/// number is the upper 53 bits over 2⁵³. For each sample the first uniform number selects the action
/// by the policy's cumulative sums; the next two, u and v, give the noise √(−2 ln(1 − u)) cos 2πv.
public struct SoftmaxBandit: Hashable, Sendable {
  /// The mean reward of each action.
  public var rewards: [Double]
  /// The standard deviation of a reward.
  public var noise: Double
  /// The number of updates.
  public var updates: Int
  /// The number of draws for each update.
  public var samples: Int

  /// The number of gradient steps in each update.
  public static let stepCount = 20

  /// The rule for β.
  public enum Penalty: Hashable, Sendable {
    /// The same β for all updates.
    case fixed(Double)
    /// β doubled after an update that diverges by more than 1.5 times the target in nats, halved
    /// after one that diverges by less than the target over 1.5.
    case adaptive(start: Double, target: Double)
  }

  /// The course of one training.
  public struct Training: Hashable, Sendable {
    /// The expected reward of the policy after each update.
    public var rewards: [Double]
    /// The divergence D(π_old‖π) of each update.
    public var divergences: [Information]
  }

  /// Creates a bandit.
  public init(rewards: [Double], noise: Double, updates: Int, samples: Int) {
    self.rewards = rewards
    self.noise = noise
    self.updates = updates
    self.samples = samples
  }

  /// Returns the course of a training with the random numbers of a seed.
  public func train(_ penalty: Penalty, seed: UInt64) -> Training {
    var numbers = SplitMix(seed: seed)
    var (beta, target): (Double, Double?) =
      switch penalty {
      case .fixed(let beta): (beta, nil)
      case .adaptive(let start, let target): (start, target)
      }
    let actions = rewards.count
    var logits = [Double](repeating: 0, count: actions)
    var (old, new, pull) = (logits, logits, logits)
    var training = Training(rewards: [], divergences: [])
    for _ in 0..<updates {
      Self.softmax(logits, &old)
      draw(from: old, &numbers, &pull)
      let size = 1 / (1 + beta)
      for _ in 0..<Self.stepCount {
        Self.softmax(logits, &new)
        var mean = 0.0
        for a in 0..<actions { mean += pull[a] * new[a] }
        for a in 0..<actions {
          logits[a] += size * (new[a] * (pull[a] - mean) + beta * (old[a] - new[a]))
        }
      }
      Self.softmax(logits, &new)
      var (reward, divergence) = (0.0, 0.0)
      for a in 0..<actions {
        reward += new[a] * rewards[a]
        if old[a] > 0 { divergence += old[a] * log(old[a] / new[a]) }
      }
      divergence = max(0, divergence)
      training.rewards.append(reward)
      training.divergences.append(.nats(divergence))
      if let target {
        if divergence > 1.5 * target {
          beta *= 2
        } else if divergence < target / 1.5 {
          beta /= 2
        }
      }
    }
    return training
  }

  /// Draws the samples of an update and sums up the advantage of each action over its probability.
  private func draw(from policy: [Double], _ numbers: inout SplitMix, _ pull: inout [Double]) {
    var actions = [Int](repeating: 0, count: samples)
    var drawn = [Double](repeating: 0, count: samples)
    var total = 0.0
    for sample in 0..<samples {
      let place = numbers.unit()
      var (sum, action) = (0.0, policy.count - 1)
      for (candidate, probability) in policy.enumerated() {
        sum += probability
        if place < sum {
          action = candidate
          break
        }
      }
      actions[sample] = action
      drawn[sample] = rewards[action] + noise * numbers.normal()
      total += drawn[sample]
    }
    let mean = total / Double(samples)
    for action in pull.indices { pull[action] = 0 }
    for (action, reward) in zip(actions, drawn) where policy[action] > 0 {
      pull[action] += (reward - mean) / (Double(samples) * policy[action])
    }
  }

  private static func softmax(_ logits: [Double], _ result: inout [Double]) {
    var greatest = -Double.infinity
    for logit in logits { greatest = max(greatest, logit) }
    var total = 0.0
    for (index, logit) in logits.enumerated() {
      let weight = exp(logit - greatest)
      result[index] = weight
      total += weight
    }
    for index in result.indices { result[index] /= total }
  }
}

/// The stream of random numbers of a seed.
private struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func unit() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    z ^= z >> 31
    return Double(z >> 11) * 0x1p-53
  }

  mutating func normal() -> Double {
    let (u, v) = (1 - unit(), unit())
    return (-2 * log(u)).squareRoot() * cos(2 * .pi * v)
  }
}

extension Sequence<Double> {
  /// Returns the value below which a part of the numbers lies, interpolated linearly; `nil` for no
  /// numbers.
  ///
  /// ```swift
  /// [1, 2, 3, 4].quantile(0.5)  // 2.5
  /// ```
  ///
  /// Source: R. Hyndman, Y. Fan, "Sample Quantiles in Statistical Packages" (1996), definition 7.
  public func quantile(_ part: Double) -> Double? {
    let sorted = sorted()
    guard let last = sorted.indices.last, part >= 0, part <= 1 else { return nil }
    let place = part * Double(last)
    let below = Int(place.rounded(.down))
    let above = Swift.min(below + 1, last)
    return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
  }
}
