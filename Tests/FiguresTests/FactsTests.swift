import BurinFigures
import Figures
import Testing

@Suite("The figures' facts")
struct FactsTests {
  /// Holds facts against expected ones, whose names may end in `~`.
  private func expect(_ facts: Facts, _ expected: [String: Double], _ figure: String) throws {
    for (name, value) in expected.sorted(by: { $0.key < $1.key }) {
      let isRough = name.hasSuffix("~")
      let fact = try facts[isRough ? String(name.dropLast()) : name]
      // A sum that must vanish can only be compared with the size of its terms, which is about 1.
      let tolerance = value == 0 ? 1e-12 : value.magnitude * (isRough ? 1e-6 : 1e-9)
      let isClose =
        value.isFinite ? (fact.value - value).magnitude <= tolerance : fact.value == value
      #expect(isClose, "\(figure) \(fact.name) is \(fact.value), not \(value)")
    }
  }

  @Test("The catalog has the tutorial’s figures and those of its exercises, each with facts")
  func catalog() throws {
    #expect(Set(Catalog.entries.map(\.id)) == Set(ReferenceFacts.all.keys))
    #expect(Catalog.illustrations.count == 17 && Catalog.entries.count == 20)
    #expect(Set(Variation.all.map(\.id)) == Set(Catalog.ids))
    for entry in Catalog.entries { #expect(try !entry.facts().all.isEmpty, "\(entry.id)") }
  }

  @Test("At their defaults they equal independent values", arguments: Catalog.ids)
  func defaults(_ id: String) throws {
    let entry = try Catalog.require(id)
    try expect(entry.facts(), #require(ReferenceFacts.all[entry.id]), entry.id)
  }

  @Test("With other parameters they equal independent values", arguments: Variation.all)
  func variations(_ variation: Variation) throws {
    let entry = try Catalog.require(variation.id)
    #expect(Set(entry.parameters.map(\.name)) == Set(variation.settings.keys))
    try expect(entry.facts(variation.typed), variation.facts, variation.testDescription)
  }

  @Test(
    "At the limits of their parameters they equal independent values",
    arguments: Variation.limits)
  func limits(_ variation: Variation) throws {
    let entry = try Catalog.require(variation.id)
    try expect(entry.facts(variation.typed), variation.facts, variation.testDescription)
  }

  @Test("The unit is part of a fact: nats where the name says so", arguments: Catalog.ids)
  func units(_ id: String) throws {
    let entry = try Catalog.require(id)
    for fact in try entry.facts()
    where fact.name.hasSuffix("nats") || fact.name.hasPrefix("kl_nats") {
      #expect(fact.unit == "nats", "\(entry.id) \(fact.name)")
    }
    for fact in try entry.facts()
    where ["kl.", "entropy", "cross_entropy", "information", "huffman", "gain", "term"].contains(
      where: {
        fact.name.hasPrefix($0)
      }) && !fact.name.contains("nats") && !id.hasPrefix("exercise_")
    {
      #expect(fact.unit == "bits", "\(entry.id) \(fact.name)")
    }
  }

  @Test("Every fact has a name of its own", arguments: Catalog.ids)
  func names(_ id: String) throws {
    let entry = try Catalog.require(id)
    let names = try entry.facts().map(\.name)
    #expect(Set(names).count == names.count)
  }
}
