import BurinFigures
import Testing

@Suite("Claims with units of one's own")
struct ClaimTests {
  private let units = ["min", "h"]
  private let hike = Quantity(90, unit: "min", others: ["h": 1.5])

  @Test("A printed number is compared in the unit it is printed in")
  func printedUnits() throws {
    for (printed, verdict) in [
      ("1.5 h", Claim.Verdict.agree), ("90 min", .agree), ("2 min", .differ),
    ] {
      let claim = Claim.number(printed, .text, "hike", units: units) { [hike] in hike }
      #expect(try claim.check().verdict == verdict)
    }
  }

  @Test("A unit that is unknown, or that the computed number does not have, is an error")
  func wrongUnits() throws {
    let claims = [
      Claim.number("1.5 days", .text, "hike", units: units) { [hike] in hike },
      Claim.number("1.5 h", .text, "hike", units: units) { Quantity(90, unit: "min") },
      Claim.number("90%", .text, "hike", units: units) { [hike] in hike },
    ]
    let problems = claims.map { claim in
      #expect(throws: ClaimError.self) { try claim.check() }?.problem
    }
    #expect(problems == [.noNumber, .unit("h"), .unit("%")])
  }
}
