import BurinFigures
import InformationTheory

// Sections 6.1 to 6.4: the divergence, its worked example, its sign.
extension TutorialClaims {
  private static let figure = "09_kl_calculation"
  private static let outcomes = ["sunny", "rainy", "cloudy"]

  /// Returns one term of the weather's divergence.
  private static func term(_ index: Int) throws -> Information {
    let (P, Q) = try weather()
    return try P.divergenceTerms(from: Q)[index]
  }

  private static func ratio(_ index: Int) throws -> Double {
    let (P, Q) = try weather()
    return P[index] / Q[index]
  }

  private static func total() throws -> Information {
    let (P, Q) = try weather()
    return try P.divergence(from: Q)
  }

  @ClaimListBuilder static var chapter6: [Claim] {
    section("6.1") {
      statement("D(P‖Q) = H(P,Q) − H(P)", .formula, "the definition and its expansion") {
        let (P, Q) = try weather()
        let difference = try P.crossEntropy(relativeTo: Q) - P.entropy()
        return .init(
          (difference - (try total())).bits.magnitude < 1e-12,
          "\(text(difference)) and \(text(try total()))")
      }
      statement(
        "log without a base", .formula, "the base of the logarithm that gives bits",
        note: "2.2, 4.2 and 5.2 write log₂; from here on the base is missing, and 8.5 takes ln"
      ) {
        let (P, Q) = try weather()
        let nats = try P.divergence(from: Q, in: .nats)
        return .init(
          nats.value == (try total()).value, "log₂ gives \(text(try total())), ln \(text(nats))")
      }
    }
    section("6.2") {
      remark(
        "sunny, rainy, snowy", .text, "the outcomes of part 1",
        note: "the numbers of the other parts are those of 6.3, whose third outcome is cloudy")
      input("0.6", .formula, "P(sunny)", figure, "P", 0)
      input("60%", .text, "P(sunny)", figure, "P", 0)
      input("0.2", .formula, "Q(sunny)", figure, "Q", 0)
      input("20%", .text, "Q(sunny)", figure, "Q", 0)
      number("3", .formula, "0.6 / 0.2") { try ratio(0) }
      number(
        "3", .text, "by how many times sunny is underestimated",
        note: "by a factor of three, which is by two thirds; nothing is less by three times itself"
      ) { try ratio(0) }
      amount("1.58 bits", .formula, "log₂ 3") {
        .bits(InformationUnit.bits.logarithm(try ratio(0)))
      }
      number("1.58", .formula, "the factor in 0.6 × 1.58") {
        InformationUnit.bits.logarithm(try ratio(0))
      }
      amount("0.95", .formula, "0.6 × log₂ 3") { try term(0) }
      statement(
        "mistakes cost only where truth is frequent", .text, "P(x) as the weight of a term",
        note: "a rare outcome that the model excludes costs without limit, as 6.4.3 says"
      ) {
        let P = try Distribution([0.99, 0.01])
        let cost = try P.divergence(from: try Distribution([1, 0]))
        return .init(cost.isFinite, "\(text(cost)) for P = 0.01 where Q = 0")
      }
    }
    section("6.3") {
      for (index, (outcome, printed)) in zip(
        outcomes,
        [
          ["0.6", "0.2", "3.00", "1.58", "0.950"], ["0.3", "0.5", "0.60", "-0.74", "-0.222"],
          ["0.1", "0.3", "0.33", "-1.58", "-0.158"],
        ]
      ).enumerated() {
        input(printed[0], .table, "P(\(outcome))", figure, "P", index)
        input(printed[1], .table, "Q(\(outcome))", figure, "Q", index)
        number(printed[2], .table, "P/Q, \(outcome)") { try ratio(index) }
        number(printed[3], .table, "log₂(P/Q), \(outcome)") {
          InformationUnit.bits.logarithm(try ratio(index))
        }
        amount(printed[4], .table, "P log₂(P/Q), \(outcome)") { try term(index) }
      }
      amount("0.570 bits", .table, "D(P‖Q)") { try total() }
      amount("0.570 bits", .text, "D(P‖Q)") { try total() }
      amount("0.57 bits", .text, "D(P‖Q), wasted each time") { try total() }
      input("60%", .text, "P(sunny)", figure, "P", 0)
      input("20%", .text, "Q(sunny)", figure, "Q", 0)
      statement("sunny", .text, "the greatest term") {
        let (P, Q) = try weather()
        let terms = try P.divergenceTerms(from: Q)
        return .init(terms[0] == terms.max(), text(terms[0]))
      }
      input("50%", .text, "Q(rainy)", figure, "Q", 1)
      input("30%", .text, "P(rainy)", figure, "P", 1)
      statement(
        "rainy is negative", .text, "the sign of its term", note: "so is that of cloudy"
      ) { .init(try term(1) < .zero, "\(text(try term(1))); cloudy \(text(try term(2)))") }
    }
    section("6.4") {
      statement("D(P‖Q) ≥ 0", .formula, "the divergence, three examples") {
        let all = try [weather(), example(), letters()].map { P, Q in try P.divergence(from: Q) }
        return .init(
          all.allSatisfy { $0 >= .zero },
          all.map { $0.bits.rounded(3) }.joined(separator: ", ") + " bits")
      }
      amount("0", .formula, "D(P‖P)") { try weather().P.divergence(from: try weather().P) }
    }
  }

  /// Returns the ratios Q/P of the weather.
  private static func proofRatios() throws -> [Double] {
    let (P, Q) = try weather()
    return zip(Q.probabilities, P.probabilities).map { $0 / $1 }
  }

  private static let jensen = "jensen_inequality"

  @ClaimListBuilder static var chapter6Jensen: [Claim] {
    section("6.4.1") {
      statement("concave: chord below the curve", .text, "ln x between its two points") {
        let (curve, chord) = (try fact(jensen, "concave.curve"), try fact(jensen, "concave.chord"))
        return .init(chord < curve, "chord \(chord.rounded(3)), curve \(curve.rounded(3))")
      }
      statement("convex: chord above the curve", .text, "x² between its two points") {
        let (curve, chord) = (try fact(jensen, "convex.curve"), try fact(jensen, "convex.chord"))
        return .init(chord > curve, "chord \(chord.rounded(3)), curve \(curve.rounded(3))")
      }
      statement(
        "log x drawn as an arch", .sketch, "the concave example",
        note: "log x is concave, but it only rises"
      ) {
        let logs = try ["x1", "x2"].map {
          InformationUnit.nats.logarithm(try defaults(jensen, $0)[0])
        }
        let middle = try fact(jensen, "concave.curve")
        return .init(
          middle > logs[0] && middle > logs[1],
          "ln x is \(([logs[0], middle, logs[1]]).map { $0.rounded(2) }.joined(separator: ", "))")
      }
      statement(
        "x² drawn as a peak", .sketch, "the convex example",
        note: "x² is a valley; a peak has its chord below"
      ) {
        let (curve, chord) = (try fact(jensen, "convex.curve"), try fact(jensen, "convex.chord"))
        return .init(
          curve > chord,
          "the curve's middle is at \(curve.rounded(2)), the chord's at \(chord.rounded(2))")
      }
      statement("f(Σ pᵢxᵢ) ≥ Σ pᵢf(xᵢ)", .formula, "Jensen's inequality for ln x") {
        let (curve, chord) = (try fact(jensen, "concave.curve"), try fact(jensen, "concave.chord"))
        return .init(curve >= chord, "\(curve.rounded(3)) ≥ \(chord.rounded(3))")
      }
      input("0.5", .text, "the weight of each point", jensen, "weight")
      statement(
        "M drawn below M′", .sketch, "curve and chord of a concave function",
        note: "the sketch is a valley, a convex function; the sentence under it is right"
      ) {
        let (curve, chord) = (try fact(jensen, "concave.curve"), try fact(jensen, "concave.chord"))
        return .init(curve < chord, "M at \(curve.rounded(3)), M′ at \(chord.rounded(3))")
      }
      statement("M above M′", .text, "curve and chord of a concave function") {
        let (curve, chord) = (try fact(jensen, "concave.curve"), try fact(jensen, "concave.chord"))
        return .init(curve > chord, "M at \(curve.rounded(3)), M′ at \(chord.rounded(3))")
      }
    }
    section("6.4.2") {
      statement("Σ P log r ≤ log Σ P r", .formula, "Jensen's inequality for r = Q/P") {
        let P = try weather().P
        let ratios = try proofRatios()
        let left = try P.mean(of: ratios.map { InformationUnit.bits.logarithm($0) })
        let right = InformationUnit.bits.logarithm(try P.mean(of: ratios))
        return .init(left <= right, "\(left.rounded(3)) ≤ \(right.rounded(3))")
      }
      remark(
        "≤", .text, "the direction of Jensen's inequality for a concave function",
        note: "6.4.1 writes ≥: the same inequality, its sides exchanged")
      number(
        "1", .formula, "Σ P(x) r(x) = Σ Q(x)",
        note: "less where Q allows what P excludes, as those r(x) are undefined; then D > 0 still"
      ) { try weather().P.mean(of: try proofRatios()) }
      number("0", .formula, "log 1") { InformationUnit.bits.logarithm(1) }
      number("1", .formula, "Σ P(x)") { try weather().P.probabilities.reduce(0, +) }
      number("1", .formula, "Σ Q(x)") { try weather().Q.probabilities.reduce(0, +) }
      statement("r constant only if P = Q", .text, "when the divergence is 0") {
        let (own, other) = (try weather().P.divergence(from: try weather().P), try total())
        return .init(own == .zero && other > .zero, "\(text(own)); else \(text(other))")
      }
    }
  }
}
