import BurinFigures
import InformationTheory

// The end of chapter 6, chapters 7 and 8: both directions, uses, summary.
extension TutorialClaims {
  /// Returns both divergences between a pair, in bits.
  private static func directions(
    _ pair: (P: Distribution, Q: Distribution)
  ) throws -> (forward: Information, reverse: Information) {
    (try pair.P.divergence(from: pair.Q), try pair.Q.divergence(from: pair.P))
  }

  /// Returns both divergences between a coin and the same coin turned over.
  private static func mirroredCoins() throws -> (forward: Information, reverse: Information) {
    let coin = try Distribution([0.75, 0.25])
    return try directions((coin, Distribution(coin.probabilities.reversed())))
  }

  private static func bimodal() throws -> GaussianMixture {
    let figure = "forward_vs_reverse_kl"
    return try GaussianMixture(
      weights: defaults(figure, "weights"), means: defaults(figure, "means"),
      sigmas: defaults(figure, "sigmas"))
  }

  /// Returns the Gaussians nearest to the bimodal truth, by either direction.
  static func fits() throws -> (forward: Gaussian, reverse: Gaussian) {
    let mixture = try bimodal()
    guard let best = try mixture.reverseFits().first else {
      throw ChartError.invalid("the reverse fit found no Gaussian")
    }
    return (try mixture.forwardFit().gaussian, best.gaussian)
  }

  /// Returns the distance from a point to the nearest component of the mixture, in its own
  /// sigmas.
  static func distanceToPeak(_ x: Double) throws -> Double {
    try bimodal().components.map { (x - $0.mean).magnitude / $0.sigma }.min() ?? .infinity
  }

  /// Returns a description of how a Gaussian relates to the two peaks.
  static func peaks(_ fit: Gaussian) throws -> String {
    "mean \(fit.mean.rounded(2)), σ \(fit.sigma.rounded(2)), "
      + "\(try distanceToPeak(fit.mean).rounded(2)) σ of P from the nearest peak"
  }

  @ClaimListBuilder static var chapter6Directions: [Claim] {
    section("6.4, property 2") {
      statement(
        "D(P‖Q) ≠ D(Q‖P)", .formula, "both directions for the weather",
        note: "they may differ, but need not: see 8.4"
      ) {
        let (forward, reverse) = try directions(weather())
        return .init(forward != reverse, "\(text(forward)) and \(text(reverse))")
      }
    }
    section("6.4.3") {
      statement("forward: explodes where P > 0, Q ≈ 0", .table, "its term") {
        let terms = [1e-3, 1e-6, 0].map { Distribution.divergenceTerm(0.5, $0).bits }
        return .init(
          terms[0] < terms[1] && terms[2] == .infinity,
          terms.map { $0.rounded(2) }.joined(separator: ", ") + " bits at P = 0.5")
      }
      statement("reverse: explodes where Q > 0, P ≈ 0", .table, "its term") {
        let terms = [1e-3, 1e-6, 0].map { Distribution.divergenceTerm(0.5, $0).bits }
        return .init(
          terms[0] < terms[1] && terms[2] == .infinity,
          terms.map { $0.rounded(2) }.joined(separator: ", ") + " bits at Q = 0.5")
      }
      statement("weight 0 switches a term off", .text, "the term of an impossible outcome") {
        let term = Distribution.divergenceTerm(0, 0.5)
        return .init(term == .zero, text(term))
      }
      statement("forward fit: blurred, over all peaks", .table, "its mean, against the peaks") {
        let (forward, _) = try fits()
        return .init(try distanceToPeak(forward.mean) > 1, try peaks(forward))
      }
      statement("reverse fit: sharp, on one peak", .table, "its mean, against the peaks") {
        let (_, reverse) = try fits()
        return .init(try distanceToPeak(reverse.mean) < 1, try peaks(reverse))
      }
      statement("blurred against sharp", .table, "the widths of both fits") {
        let (forward, reverse) = try fits()
        return .init(
          forward.sigma > reverse.sigma,
          "σ \(forward.sigma.rounded(2)) and \(reverse.sigma.rounded(2))")
      }
      remark(
        "heights of men and women", .text, "the example of a distribution with two peaks",
        note: "theirs has one: two equal bells show two peaks only if they are more than 2 σ apart "
          + "(Schilling, Watkins, Watkins, The American Statistician 56, 2002)")
      remark(
        "Teacher Forcing", .text, "a by-name of the forward divergence",
        note: "it is a way to train recurrent networks (Williams, Zipser 1989), not a divergence")
    }
  }

  @ClaimListBuilder static var chapter7: [Claim] {
    section("7.1") {
      statement("greater β: closer to the old model", .table, "D(π_β‖π_old)") {
        let figure = "11_rlhf"
        let old = try distribution(figure, "base")
        let betas = try defaults(figure, "betas").sorted()
        let costs = try betas.map {
          try old.tilted(by: try defaults(figure, "reward"), temperature: $0).divergence(from: old)
        }
        return .init(
          zip(costs, costs.dropFirst()).allSatisfy { $0 > $1 },
          zip(betas, costs).map { "β \($0.short): \($1.bits.rounded(4))" }.joined(separator: ", ")
            + " bits")
      }
    }
    section("7.2") {
      remark(
        "GAN", .table, "what generative adversarial networks measure",
        note: "the original ones minimise the Jensen–Shannon divergence (Goodfellow et al. 2014)")
    }
  }

  @ClaimListBuilder static var chapter8: [Claim] {
    section("8.1") {
      statement("H(P) = E[I(x)]", .formula, "entropy as the mean information") {
        let P = try weather().P
        let mean = try P.mean(of: P.probabilities.map { Information.surprisal(of: $0).bits })
        return .init(
          (P.entropy().bits - mean).magnitude < 1e-12,
          "\(P.entropy().bits.rounded(4)) and \(mean.rounded(4)) bits")
      }
      statement("H(P,Q) − H(P) = Σ P log(P/Q)", .formula, "the divergence, two ways") {
        let (P, Q) = try weather()
        let (difference, sum) = (
          try P.crossEntropy(relativeTo: Q) - P.entropy(), try P.divergence(from: Q)
        )
        return .init(
          (difference - sum).bits.magnitude < 1e-12, "\(text(difference)) and \(text(sum))")
      }
    }
    section("8.2") {
      statement("≥ 0, and 0 only if P = Q", .text, "the divergence of the weather") {
        let (P, Q) = try weather()
        let (own, other) = (try P.divergence(from: P), try P.divergence(from: Q))
        return .init(own == .zero && other > .zero, "\(text(own)) and \(text(other))")
      }
      statement("D(P‖Q) ≠ D(Q‖P)", .text, "both directions for the weather") {
        let (forward, reverse) = try directions(weather())
        return .init(forward != reverse, "\(text(forward)) and \(text(reverse))")
      }
    }
    section("8.3") {
      statement("Σ P log P − Σ P log Q", .formula, "the divergence, expanded") {
        let (P, Q) = try weather()
        let logarithm: (Double) -> Double = { InformationUnit.bits.logarithm($0) }
        let expanded =
          try P.mean(of: P.probabilities.map(logarithm))
          - P.mean(of: Q.probabilities.map(logarithm))
        let sum = try P.divergence(from: Q)
        return .init(
          (sum.bits - expanded).magnitude < 1e-12,
          "\(expanded.rounded(4)) and \(sum.bits.rounded(4)) bits")
      }
      statement("E over P of log(P/Q)", .formula, "the divergence as a mean") {
        let (P, Q) = try weather()
        let logs = zip(P.probabilities, Q.probabilities).map {
          InformationUnit.bits.logarithm($0 / $1)
        }
        let (mean, sum) = (try P.mean(of: logs), try P.divergence(from: Q))
        return .init(
          (sum.bits - mean).magnitude < 1e-12,
          "\(mean.rounded(4)) and \(sum.bits.rounded(4)) bits")
      }
      statement("∫ P log(P/Q) dx", .formula, "two Gaussians, integrated and in closed form") {
        let (P, Q) = (try Gaussian(mean: 1, sigma: 1), try Gaussian(mean: 0, sigma: 2))
        let mixture = try GaussianMixture(weights: [1], means: [P.mean], sigmas: [P.sigma])
        let (integral, closed) = (try mixture.divergence(from: Q), P.divergence(from: Q))
        return .init(
          (integral - closed).nats.magnitude < 1e-9,
          "\(text(integral, decimals: 6)) and \(text(closed, decimals: 6))")
      }
    }
    section("8.4") {
      statement("no triangle inequality", .table, "three coins, D(a‖c) against D(a‖b) + D(b‖c)") {
        let (a, b, c) = (
          try Distribution.bernoulli(0.5), try Distribution.bernoulli(0.25),
          try Distribution.bernoulli(0.1)
        )
        let direct = try a.divergence(from: c)
        let around = try a.divergence(from: b) + b.divergence(from: c)
        return .init(direct > around, "\(text(direct)) > \(text(around)) for 0.5, 0.25, 0.1")
      }
      statement("never negative", .table, "the divergence, three examples") {
        let all = try [weather(), example(), letters()].map { P, Q in try P.divergence(from: Q) }
        return .init(
          all.allSatisfy { $0 >= .zero },
          all.map { $0.bits.rounded(3) }.joined(separator: ", ") + " bits")
      }
      statement(
        "both directions completely different", .table, "pairs whose directions are near or equal"
      ) {
        let near = try directions(example())
        let mirrored = try mirroredCoins()
        return .init(
          mirrored.forward != mirrored.reverse,
          "\(text(near.forward, decimals: 4)) and \(text(near.reverse, decimals: 4)) in 8.5, "
            + "\(text(mirrored.forward)) both ways for mirrored coins")
      }
      amount("0", .table, "D for a perfect match") {
        try weather().P.divergence(from: try weather().P)
      }
    }
  }
}
