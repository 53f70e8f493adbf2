import BurinFigures
import InformationTheory
import Testing

@testable import Figures

@Suite("Claims of the tutorial")
struct ClaimsTests {
  @Test(
    "Printed numbers are read with their decimals and units",
    arguments: [
      ("0.64 bits", 0.64, 2, "bits"), ("≈ 0.03 bits", 0.03, 2, "bits"), ("-0.222", -0.222, 3, ""),
      ("99.99%", 99.99, 2, "%"), ("0.0001%", 0.0001, 4, "%"), ("≈ 0", 0, 0, ""), ("1.00", 1, 2, ""),
      ("0.0253 nats", 0.0253, 4, "nats"), ("17", 17, 0, ""),
    ])
  func reading(_ text: String, _ value: Double, _ decimals: Int, _ unit: String) throws {
    let number = try #require(PrintedNumber(text, units: TutorialClaims.units))
    #expect(number.value == value)
    #expect(number.decimals == decimals)
    #expect(number.unit == unit)
  }

  @Test("A fraction is exact")
  func fraction() throws {
    let sixth = try #require(PrintedNumber("1/6"))
    #expect(sixth.decimals == nil)
    #expect(sixth.isRounding(of: 1.0 / 6))
    #expect(!sixth.isRounding(of: 0.1667))
  }

  @Test(
    "What is no number is not read",
    arguments: [
      "", "≈", "bits", "0.5.5", "1/0", "1/2/3", "0,5", "1e5", "-", ".", "0.5 shannons", "%",
    ])
  func noNumber(_ text: String) { #expect(PrintedNumber(text, units: TutorialClaims.units) == nil) }

  @Test("A number agrees if it is a correct rounding; of a tie both sides are")
  func rounding() throws {
    let number = try #require(PrintedNumber("0.64 bits", units: TutorialClaims.units))
    for computed in [0.64, 0.6351, 0.6449, 0.635, 0.645] {
      #expect(number.isRounding(of: computed), "\(computed)")
    }
    for computed in [0.6349, 0.6451, 0.5412, -0.64, .infinity, .nan] {
      #expect(!number.isRounding(of: computed), "\(computed)")
    }
    #expect(try #require(PrintedNumber("≈ 0")).isRounding(of: 0.000144))
    #expect(try #require(PrintedNumber("-0.158")).isRounding(of: -0.15849625))
    #expect(try #require(PrintedNumber("-0.222")).isRounding(of: -0.22108968) == false)
  }

  @Test("Information is compared in the printed unit, probabilities per cent where printed so")
  func units() throws {
    let bits = try #require(PrintedNumber("1.44 bits", units: TutorialClaims.units))
    #expect(bits.comparable(Quantity(Information.nats(1))) == Information.nats(1).bits)
    #expect(bits.text(of: 1.4426950408889634) == "1.4427 bits")
    let share = try #require(PrintedNumber("14.3%"))
    #expect((try #require(share.comparable(Quantity(1.0 / 7))) - 100.0 / 7).magnitude < 1e-12)
    #expect(share.text(of: 100.0 / 7) == "14.286%")
    // Without a printed unit the amount keeps its own.
    #expect(
      try #require(PrintedNumber("0.16")).comparable(Quantity(Information.bits(0.161))) == 0.161)
  }

  private func checks() throws -> [(claim: Claim, check: Claim.Check)] {
    try TutorialClaims.all.map { ($0, try $0.check()) }
  }

  @Test("Every claim stands in a section and is told by a subject of its own place")
  func completeness() {
    for claim in TutorialClaims.all {
      #expect(!claim.section.isEmpty && !claim.subject.isEmpty && !claim.printed.isEmpty)
      #expect(!claim.printed.contains { $0.isNewline } && !claim.note.contains { $0.isNewline })
      if case .remark = claim.evidence { #expect(!claim.note.isEmpty, "\(claim.subject)") }
    }
    let keys = TutorialClaims.all.map { "\($0.section)|\($0.place)|\($0.subject)|\($0.printed)" }
    #expect(Set(keys).count == keys.count)
  }

  @Test("The numbers that differ are these, and their computed values are SciPy's")
  func differingNumbers() throws {
    let differing = try checks().filter { $0.check.verdict == .differ && $0.check.value != nil }
    let found = differing.map { "\($0.claim.section) \($0.claim.printed)" }
    // Section, printed text, computed value: SciPy 1.17, scipy.stats.entropy and rel_entr.
    let expected: [(String, Double)] = [
      ("front matter 5", 17), ("2.1 14.3%", 100), ("2.3 3", 4),
      ("4.2 0.64 bits", 0.5411884030780175), ("6.3 0.950", 0.9509775004326936),
      ("6.3 -0.222", -0.22108967824986187), ("6.3 0.570 bits", 0.5713915721107165),
      ("6.3 0.570 bits", 0.5713915721107165), ("8.5 -0.13", -0.1245112497836532),
      ("8.5 ≈ 0.03 bits", 0.036452797660027965), ("8.5 0.0361 bits", 0.036452797660027965),
      ("8.5 0.0361", 0.025267153921570557), ("changelog 5", 17),
    ]
    #expect(found == expected.map(\.0))
    for (entry, expected) in zip(differing, expected) {
      let value = try #require(entry.check.value)
      #expect((value - expected.1).magnitude <= 1e-9 * expected.1.magnitude, "\(expected.0)")
    }
  }

  @Test("The statements that no computation bears out are these")
  func differingStatements() throws {
    let found = try checks().filter { $0.check.verdict == .differ && $0.check.value == nil }
      .map { "\($0.claim.section) \($0.claim.printed)" }
    #expect(
      found == [
        "2.1 medium", "2.2 −log₂ P is the only function", "2.3 positive", "5.1 Chinese has no E",
        "5.1 E gets an overlong code", "5.1 every message longer", "6.1 log without a base",
        "6.2 mistakes cost only where truth is frequent", "6.4.1 log x drawn as an arch",
        "6.4.1 x² drawn as a peak", "6.4.1 M drawn below M′",
        "8.4 both directions completely different", "exercise 4 forward: D(Q‖P), mode-seeking",
        "exercise 4 reverse: D(P‖Q), mean-seeking", "8.5 bits",
      ])
  }

  @Test("Numbers printed more than once are each held against the computed one")
  func repetitions() throws {
    let printed = TutorialClaims.all.map { "\($0.section) \($0.printed)" }
    #expect(printed.count { $0 == "6.3 0.570 bits" } == 2)
    #expect(printed.count { $0 == "8.5 0.036 bits" } == 2)
    #expect(printed.count { $0 == "3.1 1/6" } == 6)
    // Fifteen cells of table 6.3, and of that of 8.5.
    #expect(TutorialClaims.all.count { $0.section == "6.3" && $0.place == .table } == 16)
    #expect(TutorialClaims.all.count { $0.section == "8.5" && $0.place == .table } == 18)
  }
}
