import BurinFigures
import InformationTheory

// Chapters 4 and 5: entropy and cross-entropy.
extension TutorialClaims {
  private static func desert() throws -> Distribution { try distribution("06_entropy", "desert") }
  private static func mountain() throws -> Distribution {
    try distribution("06_entropy", "mountain")
  }

  @ClaimListBuilder static var chapter4: [Claim] {
    section("4.1") {
      for (index, (outcome, dry, high)) in [
        ("sunny", "90%", "35%"), ("rainy", "8%", "33%"), ("snowy", "2%", "32%"),
      ].enumerated() {
        input(dry, .text, "P(\(outcome)) in the desert", "06_entropy", "desert", index)
        input(high, .text, "P(\(outcome)) in the mountains", "06_entropy", "mountain", index)
      }
      statement("desert low, mountains high", .text, "entropy of the weather") {
        let (low, high) = (try desert().entropy(), try mountain().entropy())
        return .init(low < high, "\(text(low)) < \(text(high))")
      }
    }
    section("4.2") {
      for (index, (outcome, dry, high)) in [
        ("sunny", "0.9", "0.35"), ("rainy", "0.08", "0.33"), ("snowy", "0.02", "0.32"),
      ].enumerated() {
        input(dry, .code, "P(\(outcome)) in the desert", "06_entropy", "desert", index)
        input(high, .code, "P(\(outcome)) in the mountains", "06_entropy", "mountain", index)
      }
      amount("0.64 bits", .code, "H(desert)") { try desert().entropy() }
      amount("1.58 bits", .code, "H(mountains)") { try mountain().entropy() }
    }
  }

  /// Returns the lengths of each letter's code word, matched to English and made for pinyin.
  private static func codes() throws -> (matched: HuffmanCode, mismatched: HuffmanCode) {
    let (english, pinyin) = try letters()
    return (HuffmanCode(for: english), HuffmanCode(for: pinyin))
  }

  private static func index(of letter: String) throws -> Int {
    guard let index = LetterFrequencies.letters.firstIndex(of: letter) else {
      throw ChartError.invalid("there is no letter “\(letter)”")
    }
    return index
  }

  /// Returns whether letters are the most frequent in English, or the rarest.
  private static func extremes(_ wanted: [String], most: Bool) throws -> Claim.Observation {
    let english = try letters().P
    let order = english.probabilities.indices.sorted {
      most ? english[$0] > english[$1] : english[$0] < english[$1]
    }
    let found = order.prefix(wanted.count)
    let seen = found.map {
      "\(LetterFrequencies.letters[$0]) \(english[$0].percent(most ? 1 : 3))"
    }
    return .init(
      Set(found.map { LetterFrequencies.letters[$0] }) == Set(wanted),
      seen.joined(separator: ", "))
  }

  @ClaimListBuilder static var chapter5: [Claim] {
    section("5.1") {
      statement("E, T frequent", .text, "English letters") { try extremes(["e", "t"], most: true) }
      statement("Z, Q rare", .text, "English letters") { try extremes(["z", "q"], most: false) }
      remark(
        "•━•━", .text, "the Morse code given for Z and Q",
        note: "E is • and T is ━, but Z is ━━•• and Q is ━━•━; •━•━ is Ä (ITU-R M.1677)")
      statement("shortest", .text, "the code made for English, used for English") {
        let english = try letters().P
        let (matched, mismatched) = try codes()
        let (own, other) = (
          try matched.averageLength(under: english), try mismatched.averageLength(under: english)
        )
        return .init(own < other, "\(text(own)) a letter, with the pinyin code \(text(other))")
      }
      statement(
        "Chinese has no E", .text, "E in the code made for Chinese",
        note: "the pinyin of the tutorial's own text is full of it"
      ) {
        let pinyin = try letters().Q
        let e = try index(of: "e")
        let rank = pinyin.probabilities.count { $0 > pinyin[e] } + 1
        return .init(pinyin[e] == 0, "\(pinyin[e].percent(1)) of the letters, rank \(rank)")
      }
      statement(
        "E gets an overlong code", .text, "E in the code made for Chinese",
        note: "T would be the better example"
      ) {
        let code = try codes().mismatched
        let average = try code.averageLength(under: try letters().P)
        let (e, t) = (code.lengths[try index(of: "e")], code.lengths[try index(of: "t")])
        return .init(
          Double(e) > average.bits, "\(e) bits; the average is \(text(average)), T has \(t) bits")
      }
      statement(
        "every message longer", .text, "messages in the code made for Chinese",
        note: "only the average is; a message of letters with shorter codes shrinks"
      ) {
        let (matched, mismatched) = try codes()
        let shorter = LetterFrequencies.letters.indices.filter {
          mismatched.lengths[$0] < matched.lengths[$0]
        }.map { LetterFrequencies.letters[$0] }
        return .init(
          shorter.isEmpty,
          "shorter codes for \(shorter.count) letters: \(shorter.joined(separator: " "))")
      }
    }
    section("5.2") {
      statement("H(P,Q) ≥ H(P)", .formula, "cross-entropy and entropy, three examples") {
        let pairs = [try weather(), try example(), try letters()]
        let holds = try pairs.allSatisfy { P, Q in
          try P.crossEntropy(relativeTo: Q) >= P.entropy()
        }
        let seen = try pairs.map { P, Q in
          "\(try P.crossEntropy(relativeTo: Q).bits.rounded(3)) ≥ \(P.entropy().bits.rounded(3))"
        }
        return .init(holds, seen.joined(separator: ", ") + " bits")
      }
    }
  }
}
