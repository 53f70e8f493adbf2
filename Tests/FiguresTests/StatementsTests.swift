import BurinFigures
import Figures
import Foundation
import TestSupport
import Testing

/// What the figures say must be true, whatever their parameters.
///
/// A thousand random parameter sets of each figure are judged, fewer of those that train or search;
/// `BURIN_STATEMENT_SETS=10000` judges more, and `BURIN_STATEMENT_SEED=30` others.
@Suite("Statements")
struct StatementsTests {
  private static let environment = ProcessInfo.processInfo.environment
  static let setCount = environment["BURIN_STATEMENT_SETS"].flatMap(Int.init) ?? 1000
  static let seed = environment["BURIN_STATEMENT_SEED"].flatMap(UInt64.init) ?? 29

  /// Holds the statements of a figure against conditions computed another way.
  private func judge(_ entry: FigureEntry, _ settings: [FigureEntry.Setting]) throws {
    let statements: [Statement]
    do {
      statements = try entry.statements(settings)
    } catch is ParameterError {
      return
    }
    var values: IndependentConditions.Values = [:]
    for parameter in entry.parameters { values[parameter.name] = parameter.defaults }
    for setting in settings {
      values[setting.name] = try [Double](parameterText: setting.value)
    }
    let told = "\(entry.id) \(settings.map { "\($0.name)=\($0.value)" }.joined(separator: " "))"
    let expected = IndependentConditions.all(entry.id, values, try entry.facts(settings))
    for (name, holds) in expected {
      let found = statements.first { $0.name == name }
      #expect(found != nil, "\(told) has no statement \(name)")
      #expect(found?.holds == holds, "\(told): \(name) (\(found?.condition ?? ""))")
    }
    #expect(statements.shown(at: "title") != nil, "\(told) has no title")
    for place in Set(statements.map(\.place)) {
      let held = statements.filter { $0.place == place && $0.holds }
      // Only where no belief moves at all, another title is true as well.
      let isUnmoved = held.first?.name == "title.unmoved"
      #expect(held.count <= (isUnmoved ? 2 : 1), "\(told): \(held.map(\.name)) exclude each other")
    }
  }

  @Test("Random parameters", arguments: Catalog.ids)
  func random(_ id: String) throws {
    let entry = try Catalog.require(id)
    var draws = RandomSettings(seed: id.utf8.reduce(Self.seed) { $0 &* 31 &+ UInt64($1) })
    // Trainings and searches take their time.
    let part = ["exercise_ppo_beta": 500, "forward_vs_reverse_kl": 30][id] ?? 1
    for _ in 0..<max(2, Self.setCount / part) {
      try judge(entry, draws.settings(for: entry.parameters))
    }
  }

  /// Equal distributions, ties, zeros, infinities, certainty, numbers that print equally, other
  /// priors than one half.
  static let corners: [(id: String, settings: [String: String])] = [
    ("01_why_information", ["rain": "0.7", "stock": "0.7", "exam": "0.7"]),
    ("01_why_information", ["rain": "0.3", "stock": "0.7", "exam": "0.7"]),
    ("01_why_information", ["rain": "0.5", "stock": "0.5", "exam": "0.5"]),
    ("01_why_information", ["prior": "0.3", "rain": "0.7", "stock": "0.3", "exam": "0.9"]),
    ("01_why_information", ["prior": "0.9", "rain": "0.1"]),
    ("01_why_information", ["prior": "1", "rain": "1", "stock": "0"]),
    ("01_why_information", ["prior": "0", "rain": "0.5"]),
    ("01_why_information", ["rain": "0.6000001", "stock": "0.6"]),
    ("02_surprise", ["sunrise": "1", "weekday": "1", "lottery": "1"]),
    ("02_surprise", ["sunrise": "0.5", "weekday": "0.25", "lottery": "0.1"]),
    ("02_surprise", ["lottery": "1e-300"]),
    ("03_formula_birth", ["a": "0.01", "b": "0.02"]),
    ("03_formula_birth", ["a": "0.5", "b": "0.5"]),
    ("05_two_distributions", ["Q": "0.05,0.10,0.70,0.10,0.05"]),
    ("05_two_distributions", ["P": "1,0", "Q": "0,1"]),
    ("08_kl_formula", ["Q": "0.6,0.3,0.1"]), ("08_kl_formula", ["Q": "0,0.5,0.5"]),
    ("08_kl_formula", ["P": "1e-9,0.999999999", "Q": "1,0"]),
    ("09_kl_calculation", ["Q": "0.6,0.3,0.1"]),
    ("09_kl_calculation", ["P": "0.5,0.5,0", "Q": "0.25,0.25,0.5"]),
    ("09_kl_calculation", ["P": "0.5,0.5,0", "Q": "0,0,1"]),
    ("09_kl_calculation", ["P": "0.334,0.333,0.333", "Q": "0.333,0.333,0.334"]),
    ("09_kl_calculation", ["P": "0.6,0.3,0.1", "Q": "0.3,0.3,0.4"]),
    ("10_asymmetry", ["Q": "0.6,0.3,0.1"]), ("10_asymmetry", ["P": "0.2,0.8", "Q": "0.8,0.2"]),
    ("10_asymmetry", ["q": "0.5"]), ("10_asymmetry", ["q": "1"]),
    ("11_rlhf", ["reward": "0.5,0.5,0.5,0.5,0.5,0.5"]),
    ("11_rlhf", ["reward": "1,0.5,0.6,0.4,0.8,1"]),
    ("11_rlhf", ["base": "0.5,0.25,0.1,0.1,0.05,0"]),
    ("11_rlhf", ["base": "0,0,0,0,0,1"]), ("11_rlhf", ["betas": "0.01"]),
    ("12_summary", ["P": "0.5,0.5,0", "Q": "1,0,0"]), ("12_summary", ["Q": "0.6,0.3,0.1"]),
    ("kl_nonnegative_proof", ["Q": "0.6,0.3,0.1"]), ("kl_nonnegative_proof", ["Q": "0,0.5,0.5"]),
    ("kl_nonnegative_proof", ["P": "0.6,0.4,0", "Q": "0.2,0.5,0.3"]),
    ("kl_numerical_example", ["Q": "0.5,0.3,0.2"]), ("kl_numerical_example", ["Q": "1,0,0"]),
    ("exercise_cross_entropy_loss", ["Q": "0,1,0,0"]),
    ("exercise_cross_entropy_loss", ["Q": "1,0,0,0"]),
    ("exercise_cross_entropy_loss", ["mistake": "0.7"]),
    ("exercise_cross_entropy_loss", ["mistake": "1"]),
    ("exercise_vae_elbo", ["w": "0"]),
    ("exercise_vae_elbo", ["w": "0", "q_mean": "0", "q_sd": "1"]),
    ("exercise_vae_elbo", ["betas": "0.01"]),
  ]

  @Test("Corners", arguments: corners.indices)
  func corner(_ index: Int) throws {
    let (id, settings) = Self.corners[index]
    try judge(Catalog.require(id), .typed(settings))
  }

  @Test("Every sentence that a parameter can make false has a condition computed another way")
  func covered() throws {
    for entry in Catalog.entries {
      let values = Dictionary(entry.parameters.map { ($0.name, $0.defaults) }) { first, _ in first }
      let judged = IndependentConditions.all(entry.id, values, try entry.facts())
      // Words choose these, and not numbers.
      let byWords = ["subtitle.parts", "subtitle.named"]
      for statement in try entry.statements()
      where !statement.condition.hasPrefix("always") && !byWords.contains(statement.name) {
        #expect(judged[statement.name] != nil, "\(entry.id) \(statement.name)")
      }
    }
  }

  @Test("Reverse fits are as good as the best of a search over a grid, and lie in a valley")
  func fits() throws {
    let entry = try Catalog.require("forward_vs_reverse_kl")
    var draws = RandomSettings(seed: Self.seed)
    var judged = 0
    while judged < 4 {
      let settings = draws.settings(for: entry.parameters)
      guard let facts = try? entry.facts(settings) else { continue }
      judged += 1
      let values = try settings.map { try [Double](parameterText: $0.value) }
      let mixture = IndependentConditions.Mixture(
        weights: values[0], means: values[1], sigmas: values[2])
      let (mean, sigma) = (try facts["reverse.mean"].value, try facts["reverse.sigma"].value)
      let best = mixture.reverseDivergence(mean, sigma)
      #expect(abs(best - (try facts["reverse.kl_nats"].value)) < 1e-3, "\(settings)")
      for (dm, ds) in [(0.02, 1.0), (-0.02, 1), (0, 1.02), (0, 0.98)] {
        let near = mixture.reverseDivergence(mean + dm * sigma, sigma * ds)
        #expect(near >= best - 1e-9, "\(settings)")
      }
      let whole = mixture.moments
      for i in -8...8 {
        for j in 1...8 {
          let other = mixture.reverseDivergence(
            whole.mean + whole.sigma * Double(i) / 4, whole.sigma * Double(j) / 6)
          #expect(other >= best - 1e-6, "\(settings): μ step \(i), σ step \(j)")
        }
      }
    }
  }

  @Test("Names are told once, conditions in words, and every sentence in both languages")
  func wording() throws {
    for entry in Catalog.entries {
      let statements = try entry.statements()
      #expect(!statements.isEmpty, "\(entry.id)")
      #expect(Set(statements.map(\.name)).count == statements.count, "\(entry.id)")
      for statement in statements {
        #expect(!statement.condition.isEmpty)
        let (zh, en) = (statement.text(.zh).plain, statement.text(.en).plain)
        #expect(zh != en || statement.name == "limit.other", "\(entry.id) \(statement.name)")
        #expect(!zh.contains { "「」『』".contains($0) }, "\(zh)")
        #expect(!en.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }, "\(en)")
      }
    }
  }

  @Test(
    "Fits of a Gaussian to one, two and more peaks are told as they are",
    arguments: [
      (["means": "0,4", "sigmas": "1,0.5"], "title.span"), (["means": "-1,1"], "title.span"),
      (["means": "-0.5,0.5"], "title.one_agree"), ([:], "title.pick_one"),
      (["weights": "1", "means": "0", "sigmas": "1"], "title.one_agree"),
      (
        ["weights": "0.6,0.3,0.1", "means": "-3,0,3", "sigmas": "0.5,0.5,0.5"], "title.narrow"
      ),
    ])
  func peaks(_ settings: [String: String], _ name: String) throws {
    let entry = try Catalog.require("forward_vs_reverse_kl")
    #expect(try entry.statements(.typed(settings)).shown(at: "title")?.name == name)
  }

  @Test(
    "The directions of a coin and of a pair are told as they are",
    arguments: [
      ([:], "title.coin"), (["q": "1"], "title.infinite"), (["q": "0.5"], "title.pair"),
      (["q": "0.5", "P": "0.2,0.8", "Q": "0.8,0.2"], "title.chance"),
      (["q": "0.5", "Q": "0.6,0.3,0.1"], "title.equal"),
    ])
  func directions(_ settings: [String: String], _ name: String) throws {
    let entry = try Catalog.require("10_asymmetry")
    #expect(try entry.statements(.typed(settings)).shown(at: "title")?.name == name)
  }

  @Test("A code built for the same letters wastes nothing, and the title says so")
  func sameCode() throws {
    let entry = try Catalog.require("07_cross_entropy")
    let letters = (1...26).map { "\($0)" }.joined(separator: ",")
    let statements = try entry.statements(.typed(["P": letters, "Q": letters]))
    #expect(statements.shown(at: "title")?.name == "title.same")
    #expect(statements.shown(at: "subtitle")?.name == "subtitle.alike")
  }
}
