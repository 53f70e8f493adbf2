import BurinGolden
import Testing

@Suite("When goldens are recorded")
struct RecordPolicyTests {
  @Test("Without a word nothing is recorded")
  func unset() throws {
    #expect(try RecordPolicy(environment: [:]) == .never)
    #expect(try RecordPolicy(environment: ["BURIN_RECORD": ""]) == .never)
    #expect(try RecordPolicy(environment: ["CI": ""], otherwise: .failed) == .failed)
  }

  @Test("The environment's word decides", arguments: RecordPolicy.allCases)
  func word(policy: RecordPolicy) throws {
    #expect(try RecordPolicy(environment: ["BURIN_RECORD": policy.rawValue]) == policy)
    #expect(
      try RecordPolicy(environment: ["BURIN_RECORD": policy.rawValue], otherwise: .all) == policy)
  }

  @Test("On CI nothing is recorded, whatever is asked for", arguments: ["true", "1", "false"])
  func ci(value: String) throws {
    #expect(
      try RecordPolicy(environment: ["CI": value, "BURIN_RECORD": "all"], otherwise: .all)
        == .never)
  }

  @Test("An unknown word is an error that lists the known ones")
  func unknown() {
    let error = #expect(throws: GoldenError.self) {
      try RecordPolicy(environment: ["BURIN_RECORD": "yes"])
    }
    #expect(error?.description == "BURIN_RECORD is \"yes\": use never, missing, failed, all")
  }

  @Test(
    "Each policy records what its name says",
    arguments: [
      (RecordPolicy.never, [false, false, false]), (.missing, [true, false, false]),
      (.failed, [true, true, false]), (.all, [true, true, true]),
    ])
  func states(policy: RecordPolicy, expected: [Bool]) {
    let states: [RecordPolicy.State] = [.missing, .different, .equal]
    #expect(states.map(policy.records) == expected)
  }
}
