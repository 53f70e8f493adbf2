import BurinGolden
import Testing

@Suite("Fingerprints of the environment")
struct FingerprintTests {
  @Test("Changes are listed in the order of their names, with what is gone and what is new")
  func changes() {
    let recorded = Fingerprint(["cairo": "1.16.0", "architecture": "x86_64", "font A": "12"])
    let current = Fingerprint(["cairo": "1.18.0", "architecture": "x86_64", "font B": "34"])
    #expect(
      recorded.changes(to: current).map(\.description)
        == ["cairo 1.16.0 → 1.18.0", "font A 12 is gone", "font B 34 is new"])
    #expect(recorded.changes(to: recorded).isEmpty)
  }

  @Test("The short name depends on every name and value, and on nothing else")
  func id() {
    let base = Fingerprint(["a": "1", "b": "2"])
    #expect(base.id.count == 16)
    #expect(base.id == Fingerprint(["b": "2", "a": "1"]).id)
    let others = [
      ["a": "1", "b": "3"], ["a": "1", "c": "2"], ["a": "1"], ["a": "1b", "": "2"], [:],
    ]
    #expect(Set(others.map { Fingerprint($0).id } + [base.id]).count == others.count + 1)
    // FNV-1a of nothing is its offset basis.
    #expect(Fingerprint([:]).id == "cbf29ce484222325")
  }
}
