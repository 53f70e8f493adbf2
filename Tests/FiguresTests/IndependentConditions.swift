import BurinFigures
import Foundation

/// The conditions of the figures' statements, computed by other means than the figures': plain
/// formulas over the parameters.
///
/// A statement that is true by definition has no entry.
enum IndependentConditions {
  typealias Values = [String: [Double]]

  /// Returns for a figure which of its conditional statements must hold.
  ///
  /// - Parameter facts: what the figure publishes: the printed amounts, where a sentence compares
  ///   those, and the outcome of a search.
  static func all(_ id: String, _ values: Values, _ facts: Facts) -> [String: Bool] {
    let v = { (name: String) in values[name] ?? [] }
    let one = { (name: String) in values[name]?.first ?? .nan }
    switch id {
    case "01_why_information":
      let ends = [one("rain"), one("stock"), one("exam")]
      return beliefs(one("prior"), ends).merging(steps(one("prior"), ends)) { first, _ in first }
    case "02_surprise":
      return surprise([
        ("sunrise", one("sunrise")), ("weekday", one("weekday")), ("lottery", one("lottery")),
      ])
    case "03_formula_birth": return ["title.logarithm": true, "title.trial": false]
    case "04_distribution": return dice(Int(one("sides")))
    case "05_two_distributions":
      let isEqual = v("P") == v("Q")
      return [
        "title.equal": isEqual, "title.misplaced": !isEqual, "half.points": !isEqual,
        "question.cost": !isEqual, "question.none": isEqual, "gaps.signs": !isEqual,
        "gaps.none": isEqual,
      ]
    case "06_entropy": return tiles([v("desert"), v("mountain")])
    case "07_cross_entropy": return codes(v("P"), v("Q"))
    case "08_kl_formula":
      let (p, q) = (v("P")[0], v("Q")[0])
      return [
        "misjudged.never": q == 0, "misjudged.low": q > 0 && p > q, "misjudged.high": q > p,
        "misjudged.right": p == q,
      ]
    case "09_kl_calculation": return calculation(v("P"), v("Q"))
    case "10_asymmetry":
      let printed = Dictionary(facts.map { ($0.name, $0.number) }) { first, _ in first }
      return directions(v("P"), v("Q"), p: one("p"), q: one("q"), printed)
    case "11_rlhf": return tilting(v("base"), v("reward"), v("betas"))
    case "12_summary":
      let isInfinite = zip(v("P"), v("Q")).contains { $0 == 0 || $0 > 0 && $1 == 0 }
      return ["subtitle.ruler": !isInfinite, "subtitle.break": isInfinite]
    case "kl_nonnegative_proof":
      let (P, Q) = (v("P"), v("Q"))
      let isInfinite = zip(P, Q).contains { $0 > 0 && $1 == 0 }
      let outside = zip(P, Q).filter { $0.0 == 0 }.map(\.1).reduce(0, +)
      return [
        "subtitle.equal": P == Q, "subtitle.infinite": isInfinite,
        "subtitle.drop": P != Q && !isInfinite, "reason.one": outside == 0,
        "reason.most": outside > 0,
      ]
    case "kl_numerical_example":
      let D = divergence(v("P"), v("Q"))
      let isOrdinary = D > 1e-14 && D.isFinite
      return [
        "title.rulers": isOrdinary, "title.zero": D <= 1e-14, "title.infinite": D == .infinity,
        "subtitle.differ": isOrdinary, "subtitle.agree": !isOrdinary, "pitfall.short": isOrdinary,
        "pitfall.unit": !isOrdinary, "ruler.marks": isOrdinary, "ruler.ends": !isOrdinary,
      ]
    case "kl_penalty_curves": return zones(v("P") + v("Q"))
    case "forward_vs_reverse_kl":
      let value = { (name: String) in facts.first { $0.name == name }?.value ?? .nan }
      return fits(
        Mixture(weights: v("weights"), means: v("means"), sigmas: v("sigmas")),
        best: (value("reverse.mean"), value("reverse.sigma")),
        valleys: 1
          + facts.filter { $0.name.hasPrefix("reverse_") && $0.name.hasSuffix(".mean") }.count)
    case "jensen_inequality":
      // ln and the square are strictly concave and convex.
      return ["concave.above": true, "convex.below": true]
    case "exercise_cross_entropy_loss":
      let hit = v("Q")[Int(one("true_class")) - 1]
      let isConfident = one("mistake") < hit && one("mistake") < 0.2
      return [
        "title.one": hit > 0 && hit < 1, "title.certain": hit >= 1, "title.excluded": hit == 0,
        "terms.left": hit < 1, "terms.none": hit >= 1, "mistake.confident": isConfident,
        "mistake.other": !isConfident, "gradient.push": hit < 1, "gradient.still": hit >= 1,
      ]
    case "exercise_ppo_beta":
      return trainings(
        rewards: v("rewards"), noise: one("noise"), updates: Int(one("updates")),
        samples: Int(one("samples")), betas: v("betas"))
    case "exercise_vae_elbo":
      let (w, s, x) = (one("w"), one("s"), one("x"))
      let precision = 1 + w * w / (s * s)
      let (mean, sd) = (w * x / (s * s) / precision, 1 / precision.squareRoot())
      let isExact = abs(mean - one("q_mean")) < 1e-9 && abs(sd - one("q_sd")) < 1e-9
      let beta = v("betas").max() ?? 1
      let last = 1 + w * w / (beta * s * s)
      let m = w * x / (beta * s * s) / last
      let left = 0.5 * (1 / last + m * m - 1 + log(last))
      return [
        "title.gap": !isExact, "title.tight": isExact, "weight.collapse": left < 0.1 && w != 0,
        "weight.kept": left >= 0.1 && w != 0, "weight.none": w == 0, "trade.falls": w != 0,
        "trade.none": w == 0,
      ]
    default: return [:]
    }
  }

  // MARK: Beliefs

  static func entropy(_ p: Double) -> Double {
    [p, 1 - p].map { $0 > 0 ? -$0 * log2($0) : 0 }.reduce(0, +)
  }

  private static func beliefs(_ prior: Double, _ beliefs: [Double]) -> [String: Bool] {
    let gains = beliefs.map { entropy(prior) - entropy($0) }
    let moves = beliefs.map { abs($0 - prior) }
    let isUnmoved = moves.allSatisfy { $0 < 1e-12 }
    let isLevel = gains.allSatisfy { abs($0 - gains[0]) < 1e-12 }
    // In the order of the moves, the gains must rise where the moves do and stay where they stay.
    let order = moves.indices.sorted { moves[$0] < moves[$1] }
    let isFarther =
      gains.allSatisfy { $0 > -1e-12 }
      && zip(order, order.dropFirst()).allSatisfy { a, b in
        moves[b] - moves[a] < 1e-12
          ? abs(gains[b] - gains[a]) < 1e-12 : gains[b] - gains[a] > 1e-12
      }
    return [
      "title.unmoved": isUnmoved, "title.farther": isFarther && !isLevel, "title.level": isLevel,
      "title.place": !isFarther && !isLevel, "subtitle.level": isLevel, "subtitle.range": !isLevel,
      "gains.information": prior == 0.5, "gains.change": prior != 0.5,
      "outline.whole": prior > 0 && prior < 1,
      "backwards.nearer": beliefs.contains { abs($0 - 0.5) < abs(prior - 0.5) - 1e-12 },
    ]
  }

  /// The step of the least valuable message, and an equally long one that ends where the most
  /// valuable leads.
  private static func steps(_ prior: Double, _ beliefs: [Double]) -> [String: Bool] {
    let gains = beliefs.map { belief in
      let gain = entropy(prior) - entropy(belief)
      return abs(gain) < 1e-12 ? 0 : gain
    }
    let least = gains.lastIndex(of: gains.min() ?? 0) ?? 0
    let most = gains.firstIndex(of: gains.max() ?? 0) ?? 0
    let (near, end) = (beliefs[least], beliefs[most])
    let length = abs(near - prior)
    let start = end < prior ? end + length : end - length
    let (cheap, dear) = (entropy(prior) - entropy(near), entropy(start) - entropy(end))
    let isSuch =
      length >= 0.005 && cheap >= 0.001 && start >= 0 && start <= 1
      && abs(end - 0.5) > abs(near - 0.5) && dear / cheap >= 1.5 && dear / cheap < 1000
    func printed(_ amount: Double) -> String {
      let decimals = max(3, min(1 - Int(log10(abs(amount)).rounded(.down)), 9))
      return String(format: "%.\(decimals)f", amount)
    }
    let isMultiple = isSuch && isPrintedMultiple(dear / cheap, printed(dear), printed(cheap))
    return [
      "question.cheap": isSuch, "question.arrows": !isSuch, "slope.steps": isSuch,
      "slope.curve": !isSuch, "times.multiple": isMultiple, "times.more": isSuch && !isMultiple,
    ]
  }

  // MARK: Surprise

  private static func surprise(_ events: [(key: String, p: Double)]) -> [String: Bool] {
    let bits = events.map { -log2($0.p) }
    let decades = max(1, ((bits.max() ?? 0) * log10(2.0) - 1e-9).rounded(.up))
    let top = decades / log10(2.0)
    let dots = (1...60).filter { dot in
      Double(dot) < top && top < 60 && bits.allSatisfy { abs($0 - Double(dot)) > 0.02 * top }
    }
    var all = ["subtitle.dots": dots.count >= 2, "subtitle.line": dots.count < 2]
    for (event, amount) in zip(events, bits) {
      all["verdict_\(event.key).none"] = amount < 0.1
      all["verdict_\(event.key).little"] = amount >= 0.1 && amount < 1.5
      all["verdict_\(event.key).some"] = amount >= 1.5 && amount < 7
      all["verdict_\(event.key).great"] = amount >= 7
    }
    return all
  }

  // MARK: Divergence

  static func terms(_ P: [Double], _ Q: [Double]) -> [Double] {
    zip(P, Q).map { p, q in
      p == 0 ? 0 : q == 0 ? .infinity : p == q ? 0 : p * (log2(p) - log2(q))
    }
  }

  /// The divergence in bits as a sum of terms that are never negative, which keeps its digits.
  static func divergence(_ P: [Double], _ Q: [Double]) -> Double {
    zip(P, Q).map { p, q in
      guard p > 0 else { return q }
      guard q > 0 else { return .infinity }
      let x = (q - p) / p
      return p * (x - log1p(x))
    }.reduce(0, +) / log(2)
  }

  private static func calculation(_ P: [Double], _ Q: [Double]) -> [String: Bool] {
    let terms = terms(P, Q)
    let isEqual = P == Q
    let most = terms.max() ?? 0
    let costly = terms.filter { $0 > 0 && ($0 == most || most - $0 < 1e-12) }.count
    // A term is negative exactly where the model gives a possible outcome too much.
    let negative = zip(P, Q).filter { $0 > 0 && $1 > $0 }.count
    return [
      "title.equal": isEqual, "title.waste": !isEqual, "subtitle.equal": isEqual,
      "subtitle.signs": negative > 0, "subtitle.positive": !isEqual && negative == 0,
      "costly.one": costly == 1, "costly.tied": costly > 1, "negative.one": negative == 1,
      "negative.several": negative > 1,
    ]
  }

  // MARK: Tilting

  private static func tilting(
    _ base: [Double], _ rewards: [Double], _ betas: [Double]
  ) -> [String: Bool] {
    let possible = base.indices.filter { base[$0] > 0 }
    let top = possible.map { rewards[$0] }.max() ?? 0
    let best = possible.filter { rewards[$0] == top }
    let moves = best.count < possible.count
    let flattery = base.count - 1
    // The odds of flattery against each other reply, without normalizing.
    let beta = betas.min() ?? 1
    let rest = possible.filter { $0 != flattery }.map {
      base[$0] / base[flattery] * exp((rewards[$0] - rewards[flattery]) / beta)
    }.reduce(0, +)
    let share = base[flattery] == 0 ? 0 : 1 / (1 + rest)
    let collapses = share > max(0.5, base[flattery])
    let isTop = best == [flattery]
    return [
      "title.still": !moves, "title.only": moves && isTop && collapses && share >= 0.95,
      "title.mostly": moves && collapses && !(isTop && share >= 0.95),
      "title.farther": moves && !collapses, "subtitle.best": moves && best.count == 1,
      "subtitle.several": moves && best.count > 1, "subtitle.equal": !moves,
      "frontier.slope": moves, "limit.flattery": moves && isTop, "limit.other": moves && !isTop,
    ]
  }
}
