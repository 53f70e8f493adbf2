import BurinFigures
import InformationTheory

// The part before chapter 1, and chapters 1 to 3: information and distributions.
extension TutorialClaims {
  /// Returns whether a figure's name has no chapter's number in front.
  private static func isUnnumbered(_ entry: FigureEntry) -> Bool {
    entry.id.first?.isNumber == false
  }

  @ClaimListBuilder static var frontMatter: [Claim] {
    section("front matter") {
      number("5", .text, "charts that come with the tutorial") {
        Double(Catalog.illustrations.count)
      }
      number("5", .text, "charts whose names bear no number: as far as the count goes") {
        Double(Catalog.illustrations.count { isUnnumbered($0) })
      }
    }
  }

  @ClaimListBuilder static var changelog: [Claim] {
    section("changelog") {
      number("5", .text, "charts that come with the tutorial") {
        Double(Catalog.illustrations.count)
      }
    }
  }

  @ClaimListBuilder static var chapter1: [Claim] {
    section("1.2") {
      input("90%", .text, "P(rain)", "01_why_information", "rain")
      input("60%", .text, "P(stock rises)", "01_why_information", "stock")
      input("70%", .text, "share of chapter 3 in the exam", "01_why_information", "exam")
    }
  }

  /// Returns the information of the three events of table 2.1.
  private static func surprises() throws -> [Information] {
    try ["sunrise", "weekday", "lottery"].map {
      .surprisal(of: try defaults("02_surprise", $0)[0])
    }
  }

  /// Returns the probabilities of two independent events of table 2.1.
  private static func independentEvents() throws -> (a: Double, b: Double) {
    (try defaults("02_surprise", "weekday")[0], try defaults("02_surprise", "lottery")[0])
  }

  @ClaimListBuilder static var chapter2: [Claim] {
    section("2.1") {
      input("99.99%", .table, "P(sunrise in the east)", "02_surprise", "sunrise")
      amount("≈ 0", .table, "I(sunrise in the east)") { try surprises()[0] }
      number(
        "14.3%", .table, "P(today is one of Monday to Sunday)",
        note: "certain; meant is guessing which day it is"
      ) { try Distribution.uniform(7).probabilities.reduce(0, +) }
      number("14.3%", .table, "P(guessing the day of the week)") {
        try Distribution.uniform(7)[0]
      }
      statement(
        "medium", .table, "I(today is one of Monday to Sunday)",
        note: "what is certain tells nothing, less than the sunrise; the guess lies between"
      ) {
        let certain = Information.surprisal(of: 1)
        let others = try surprises()
        return .init(
          others[0] < certain && certain < others[2],
          "\(text(certain)); for the guess \(text(others[1]))")
      }
      input("0.0001%", .table, "P(jackpot)", "02_surprise", "lottery")
      statement("huge", .table, "I(jackpot)") {
        let all = try surprises()
        return .init(all[2] == all.max(), text(all[2], decimals: 2))
      }
      statement("rarer → more information", .formula, "order of the three events") {
        let all = try surprises()
        return .init(
          all[0] < all[1] && all[1] < all[2],
          all.map { $0.value.rounded(2) }.joined(separator: " < ") + " bits")
      }
    }
    section("2.2") {
      amount("0", .formula, "I at P = 100%") { .surprisal(of: 1) }
      statement("large", .formula, "I at P = 1%") {
        let rare = Information.surprisal(of: 0.01)
        let frequent = Information.surprisal(of: 0.99)
        return .init(rare > frequent, "\(text(rare)) against \(text(frequent)) at 99%")
      }
      statement("I(A and B) = I(A) + I(B)", .formula, "guessing the day and winning the jackpot") {
        let (a, b) = try independentEvents()
        let both = Information.surprisal(of: a * b)
        let sum = Information.surprisal(of: a) + .surprisal(of: b)
        return .init((both - sum).bits.magnitude < 1e-12, "\(text(both)) and \(text(sum))")
      }
      statement(
        "−log₂ P is the only function", .formula, "which function meets the three demands",
        note: "only up to the base: another base is another unit"
      ) {
        let (a, b) = try independentEvents()
        func nats(_ p: Double) -> Information { .surprisal(of: p, in: .nats) }
        let (both, sum) = (nats(a * b), nats(a) + nats(b))
        let meetsAll =
          nats(1) == .zero && nats(a) < nats(a * b) && (both - sum).nats.magnitude < 1e-12
        return .init(
          !meetsAll, "−ln P does too: \(text(both)) = \(text(nats(a))) + \(text(nats(b)))")
      }
    }
    section("2.3") {
      input("0.3", .table, "P(rain)", "09_kl_calculation", "P", 1)
      amount("1.74 bits", .table, "I(rain) = −log₂ 0.3") { .surprisal(of: try weather().P[1]) }
      number("3", .table, "log₂ 8") { InformationUnit.bits.logarithm(8) }
      number(
        "3", .table, "binary digits of the number 8",
        note: "three digits tell eight values apart, 0 to 7; the number eight itself needs more"
      ) { Double(String(8, radix: 2).count) }
      statement("log(A × B) = log A + log B", .formula, "logarithm of a product") {
        let factors = try weather().P.probabilities
        let logs = factors.map { InformationUnit.bits.logarithm($0) }
        let product = InformationUnit.bits.logarithm(factors.reduce(1, *))
        return .init(
          (product - logs.reduce(0, +)).magnitude < 1e-12,
          "\(product.rounded(4)) and \(logs.reduce(0, +).rounded(4)) for the P of 6.3")
      }
      statement(
        "positive", .text, "what the logarithm makes of a probability",
        note: "the minus sign does, as the next line says"
      ) {
        let log = InformationUnit.bits.logarithm(0.01)
        return .init(log > 0, "log₂ 0.01 = \(log.rounded(2))")
      }
      number("-6.64", .formula, "log₂ 0.01") { InformationUnit.bits.logarithm(0.01) }
      amount("6.64 bits", .formula, "−log₂ 0.01") { .surprisal(of: 0.01) }
      input("0.9999", .code, "P(sunrise in the east)", "02_surprise", "sunrise")
      amount("0.0001 bits", .code, "I(sunrise in the east)") { try surprises()[0] }
      input("0.000001", .code, "P(jackpot)", "02_surprise", "lottery")
      amount("19.93 bits", .code, "I(jackpot)") { try surprises()[2] }
    }
  }

  @ClaimListBuilder static var chapter3: [Claim] {
    section("3.1") {
      for face in 1...6 {
        number("1/6", .table, "P(\(face)) of a die") {
          try Distribution.uniform(Int(defaults("04_distribution", "sides")[0]))[face - 1]
        }
      }
      statement("all equally probable", .text, "the die's distribution") {
        let die = try Distribution.uniform(Int(defaults("04_distribution", "sides")[0]))
        let most = InformationUnit.bits.logarithm(Double(die.count))
        return .init(
          (die.entropy().bits - most).magnitude < 1e-12,
          "its entropy is the greatest, \(text(die.entropy()))")
      }
    }
  }
}
