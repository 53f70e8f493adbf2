import BurinFigures
import InformationTheory

// The reading list, the exercises with their answers, and the example after them.
extension TutorialClaims {
  @ClaimListBuilder static var exercises: [Claim] {
    section("further reading") {
      remark(
        "chapter 3", .text, "where “Deep Learning” treats information theory",
        note: "right: it is the chapter on probability and information theory")
    }
    section("exercise 1") {
      for value in 1...4 {
        number("0.25", .formula, "value \(value) of the uniform distribution") {
          try Distribution.uniform(4)[value - 1]
        }
      }
      number("0.25", .answer, "each probability") { try Distribution.uniform(4)[0] }
      number("-2", .answer, "log₂ 0.25") {
        InformationUnit.bits.logarithm(try Distribution.uniform(4)[0])
      }
      amount("2 bits", .answer, "H = −4 × 0.25 × (−2)") { try Distribution.uniform(4).entropy() }
      statement("uniform has the greatest entropy", .answer, "against others of four outcomes") {
        let most = try Distribution.uniform(4).entropy()
        let others = try [[0.4, 0.2, 0.2, 0.2], [0.26, 0.25, 0.25, 0.24], [1, 0, 0, 0]].map {
          try Distribution($0).entropy()
        }
        return .init(
          others.allSatisfy { $0 < most },
          "\(text(most)) > \(others.map { $0.bits.rounded(4) }.joined(separator: ", "))")
      }
    }
    section("exercise 3") {
      statement("[0.1, 0.7, 0.1, 0.1]", .answer, "Q is a distribution") {
        let Q = try Distribution([0.1, 0.7, 0.1, 0.1])
        return .init(
          (Q.probabilities.reduce(0, +) - 1).magnitude < 1e-12,
          "sums to \(Q.probabilities.reduce(0, +).rounded(4))")
      }
      statement("H(P,Q) = −log Q of the true class", .answer, "P = [0, 1, 0, 0]") {
        let (P, Q) = (
          try Distribution([0, 1, 0, 0]), try Distribution([0.1, 0.7, 0.1, 0.1])
        )
        let (loss, surprise) = (
          try P.crossEntropy(relativeTo: Q), Information.surprisal(of: Q[1])
        )
        return .init(
          (loss - surprise).bits.magnitude < 1e-12, "\(text(loss)) and \(text(surprise))")
      }
    }
    section("exercise 4") {
      statement(
        "forward: D(Q‖P), mode-seeking", .answer, "the name of the first column",
        note: "by 6.4.3 the forward one is D(P‖Q); D(Q‖P), of the ELBO, is the reverse one"
      ) {
        let forward = try fits().forward
        return .init(
          try distanceToPeak(forward.mean) < 1, "the fit of D(P‖Q): \(try peaks(forward))")
      }
      statement(
        "reverse: D(P‖Q), mean-seeking", .answer, "the name of the second column",
        note: "the formulas and what follows from them are right, the names are exchanged"
      ) {
        let reverse = try fits().reverse
        return .init(
          try distanceToPeak(reverse.mean) > 1, "the fit of D(Q‖P): \(try peaks(reverse))")
      }
      remark(
        "VAE: reverse", .answer, "the sentence under the table",
        note: "right, and against the table, which has the ELBO under forward")
    }
  }

  private static let figure = "kl_numerical_example"

  /// Returns the ratio P/Q of a value.
  private static func ratio(_ index: Int) throws -> Double {
    let (P, Q) = try example()
    return P[index] / Q[index]
  }

  private static func divergence(in unit: InformationUnit = .bits) throws -> Information {
    let (P, Q) = try example()
    return try P.divergence(from: Q, in: unit)
  }

  @ClaimListBuilder static var numericalExample: [Claim] {
    section("8.5") {
      for (index, (value, printed)) in zip(
        ["A", "B", "C"],
        [
          ["0.5", "0.4", "1.25", "0.32", "0.16"], ["0.3", "0.4", "0.75", "-0.42", "-0.13"],
          ["0.2", "0.2", "1.00", "0", "0"],
        ]
      ).enumerated() {
        input(printed[0], .table, "P(\(value))", figure, "P", index)
        input(printed[1], .table, "Q(\(value))", figure, "Q", index)
        number(printed[2], .table, "P/Q, \(value)") { try ratio(index) }
        number(printed[3], .table, "log₂(P/Q), \(value)") {
          InformationUnit.bits.logarithm(try ratio(index))
        }
        amount(printed[4], .table, "P log₂(P/Q), \(value)") {
          let (P, Q) = try example()
          return try P.divergenceTerms(from: Q)[index]
        }
      }
      number("1.0", .table, "Σ P") { try example().P.probabilities.reduce(0, +) }
      number("1.0", .table, "Σ Q") { try example().Q.probabilities.reduce(0, +) }
      amount("≈ 0.03 bits", .table, "D(P‖Q)", note: "it rounds to this in nats, not in bits") {
        try divergence()
      }
      for (index, printed) in [("0.5", "0.4"), ("0.3", "0.4"), ("0.2", "0.2")].enumerated() {
        input(printed.0, .code, "P[\(index)]", figure, "P", index)
        input(printed.1, .code, "Q[\(index)]", figure, "Q", index)
      }
      amount("0.0361 bits", .code, "D(P‖Q)") { try divergence() }
      number(
        "0.0361", .code, "what the program prints",
        note: "np.log is the natural logarithm, so that its number is one of nats"
      ) { try divergence(in: .nats).value }
      statement(
        "bits", .code, "the unit that the program prints", note: "np.log2 would give bits"
      ) {
        let (bits, nats) = (try divergence(), try divergence(in: .nats))
        return .init(
          bits.value == nats.value,
          "np.log gives \(text(nats, decimals: 4)), which is \(text(bits, decimals: 4))")
      }
      amount("0.036 bits", .text, "D(P‖Q)") { try divergence() }
      amount("0.036 bits", .text, "wasted on every symbol") { try divergence() }
      statement("A", .text, "the main source of the divergence") {
        let (P, Q) = try example()
        let terms = try P.divergenceTerms(from: Q)
        return .init(
          terms[0] == terms.max() && P[0] > Q[0],
          terms.map { $0.bits.signed(4) }.joined(separator: ", ") + " bits")
      }
      input("0.5", .text, "P(A)", figure, "P", 0)
      input("0.4", .text, "Q(A)", figure, "Q", 0)
      amount("0", .text, "D if P = Q") { try example().P.divergence(from: try example().P) }
      remark(
        "8.5", .text, "the place of the section",
        note: "it stands after the answers to the exercises, not after 8.4")
    }
  }
}
