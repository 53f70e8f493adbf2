import Foundation

/// The conditions about the directions of a divergence.
extension IndependentConditions {
  /// The amounts that a figure prints, by name: exact ones are computed here, printed ones read.
  typealias Printed = [String: String]

  /// The divergences of coins and of a pair.
  static func directions(
    _ P: [Double], _ Q: [Double], p: Double, q: Double, _ printed: Printed
  ) -> [String: Bool] {
    let coin = (divergence([p, 1 - p], [q, 1 - q]), divergence([q, 1 - q], [p, 1 - p]))
    let (more, less) = (max(coin.0, coin.1), min(coin.0, coin.1))
    let isApart =
      more.isFinite && less > 1e-12 && more / less >= 1.5
      && isPrintedMultiple(
        more / less,
        printed[coin.1 > coin.0 ? "bernoulli.reverse" : "bernoulli.forward"],
        printed[coin.1 > coin.0 ? "bernoulli.forward" : "bernoulli.reverse"])
    let isOnce = more == .infinity && less.isFinite
    let pair = (divergence(P, Q), divergence(Q, P))
    let differs = pair.0 != pair.1 && !(abs(pair.0 - pair.1) <= 1e-9)
    let isOther = !isApart && !isOnce
    return [
      "title.coin": isApart, "title.infinite": !isApart && isOnce, "title.pair": isOther && differs,
      "title.chance": isOther && !differs && P != Q, "title.equal": isOther && !differs && P == Q,
    ]
  }

  /// Whether printed amounts give the multiple of the exact ones, to one decimal or to none.
  static func isPrintedMultiple(_ exact: Double, _ larger: String?, _ smaller: String?) -> Bool {
    func number(_ text: String?) -> Double? {
      text.flatMap { Double($0.replacingOccurrences(of: "\u{2212}", with: "-")) }
    }
    guard exact >= 1.5, let a = number(larger), let b = number(smaller), b != 0 else {
      return false
    }
    // Quotients half way between two numbers, which are rounded either way, give neither.
    return [1, 0].contains { decimals in
      let parts = a / b * pow(10, Double(decimals))
      return abs(parts.truncatingRemainder(dividingBy: 1) - 0.5) >= 1e-6
        && String(format: "%.\(decimals)f", exact) == String(format: "%.\(decimals)f", a / b)
    }
  }

  /// The penalty's zones: a term grows without bound as the other probability falls to 0, and
  /// vanishes as its own does.
  static func zones(_ weights: [Double]) -> [String: Bool] {
    func term(_ p: Double, _ q: Double) -> Double { p * (log2(p) - log2(q)) }
    let explodes = weights.allSatisfy { p in
      [1e-3, 1e-30, 1e-300].map { term(p, $0 * p) }.adjacent { $0 < $1 }
        && term(p, 1e-300 * p) > 0.9
    }
    let vanishes = weights.allSatisfy { q in
      [1e-3, 1e-30, 1e-300].map { abs(term($0 * q, q)) }.adjacent { $0 > $1 }
        && abs(term(1e-300 * q, q)) < 1e-290
    }
    return ["title.opposite": explodes && vanishes]
  }
}

extension [Double] {
  /// Whether a relation holds between all neighbours.
  func adjacent(_ holds: (Double, Double) -> Bool) -> Bool {
    zip(self, dropFirst()).allSatisfy(holds)
  }
}
