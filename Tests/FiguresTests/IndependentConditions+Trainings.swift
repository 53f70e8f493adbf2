import InformationTheory

/// The conditions about trainings with penalties of different weights.
extension IndependentConditions {
  /// Repeats all trainings, and takes their quartiles from sorted lists.
  static func trainings(
    rewards: [Double], noise: Double, updates: Int, samples: Int, betas: [Double]
  ) -> [String: Bool] {
    let bandit = SoftmaxBandit(rewards: rewards, noise: noise, updates: updates, samples: samples)
    let all = Set(betas + [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30]).sorted()
    let ends = all.map { beta in
      (1...40).compactMap { bandit.train(.fixed(beta), seed: $0).rewards.last }.sorted()
    }
    // Of forty numbers a quarter lies below 9.75 steps from the first, half below 19.5.
    func quartile(_ end: [Double], _ place: Int) -> Double {
      switch place {
      case 1: end[9] + 0.75 * (end[10] - end[9])
      case 2: (end[19] + end[20]) / 2
      default: end[29] + 0.25 * (end[30] - end[29])
      }
    }
    let range = (rewards.max() ?? 0) - (rewards.min() ?? 0)
    // Of equally good ones the first.
    var best = 0
    for index in ends.indices where quartile(ends[index], 1) > quartile(ends[best], 1) {
      best = index
    }
    func spread(_ end: [Double]) -> Double { quartile(end, 3) - quartile(end, 1) }
    let gambles = spread(ends[0]) > 2 * spread(ends[best]) + range / 20
    let stalls = quartile(ends[ends.count - 1], 2) < quartile(ends[best], 2) - range / 10
    return [
      "title.both": gambles && stalls, "title.gambles": gambles && !stalls,
      "title.stalls": !gambles && stalls, "title.neither": !gambles && !stalls,
      "small.gambles": gambles, "large.stalls": stalls,
    ]
  }
}
