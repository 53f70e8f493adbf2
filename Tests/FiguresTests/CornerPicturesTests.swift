import BurinFigures
import BurinLint
import Figures
import Testing

/// Pictures of parameters and names that once gave findings, or were not drawn at all.
@Suite("Pictures at the corners")
struct CornerPicturesTests {
  private static let long =
    "the morning after the long storm,a rather unremarkable afternoon,nobody knows what it will be"

  /// What each is about, with the parameters that showed it.
  static let corners: [(kind: String, id: String, settings: [String: String])] = [
    (
      "entropies that would be printed alike", "01_why_information",
      ["prior": "0.433", "rain": "0.971", "stock": "1", "exam": "0.568"]
    ),
    (
      "the belief before beside a shorter arrow", "01_why_information",
      ["prior": "1", "rain": "0.875", "stock": "0.715", "exam": "0.622"]
    ),
    ("three events at one place", "02_surprise", ["sunrise": "1", "weekday": "1", "lottery": "1"]),
    (
      "two events near each other", "02_surprise",
      ["sunrise": "0.925", "weekday": "5.14e-81", "lottery": "9.2e-7"]
    ),
    (
      "two events in the corner", "02_surprise",
      ["sunrise": "0.172", "weekday": "1", "lottery": "0.955"]
    ),
    (
      "gaps of a ten-millionth of a point", "05_two_distributions",
      [
        "P": "1e-9,1e-9,1e-9,1e-9,1e-9,1e-9,0.999999993,1e-9",
        "Q": "0.224,0.32,0,0,0.071,0.122,0.263,0",
      ]
    ),
    (
      "names of which one breaks where rows stand in line", "05_two_distributions",
      ["chapters": "微积分初步,线性代数,概率论与数理统计,离散数学基础,图论"]
    ),
    (
      "long names in a table", "05_two_distributions",
      [
        "chapters":
          "Introduction to everything,Linear algebra,Probability and statistics,Discrete mathematics,Graph theory"
      ]
    ),
    (
      "numbers of narrow tiles", "06_entropy",
      [
        "desert": "0.003,0.138,0.515,0.057,0.284,0.003",
        "mountain": "0.2,0.141,0.269,0.046,0.059,0.285",
      ]
    ),
    ("long names in a table", "06_entropy", ["outcomes": long]),
    (
      "long names of languages", "07_cross_entropy",
      ["languages": "Österreichisches Deutsch,Brazilian Portuguese"]
    ),
    ("names of two scripts", "07_cross_entropy", ["languages": "العربية,中文拼音方案"]),
    (
      "numbers wider than their column", "07_cross_entropy",
      [
        "P":
          "0.506,1.56,16.5,1.03,18,1.63,11,0.187,6.91,0.00766,0.087,0.477,5.67,7.08,7.81,0.0959,0.00397,1.8,9.6,7.24,5.35,1.14,2.36,0.143,19.5,0.0385",
        "Q":
          "1310,246,120,25.9,9780,12400,4780,311,2000,28.5,2100,101,27.1,1570,529,10.7,4520,60.5,6010,35.4,13100,1.12,13.6,6380,3.82,260",
      ]
    ),
    (
      "a nearly certain outcome in a table", "09_kl_calculation",
      ["P": "1e-9,1e-9,0.999999997,1e-9", "Q": "0.282,0.267,0.417,0.034"]
    ),
    ("names of sums", "09_kl_calculation", ["outcomes": "D_KL,total,合计"]),
    ("names of sums", "10_asymmetry", ["outcomes": "total,合计,sum"]),
    ("long names beside a narrow chart", "10_asymmetry", ["outcomes": long]),
    (
      "dots that share a label", "10_asymmetry",
      ["P": "0.091,0.032,0.877", "Q": "0,0.507,0.493", "p": "0.578", "q": "0.606"]
    ),
    (
      "long replies", "11_rlhf",
      [
        "replies":
          "I do not know,Let me check,Yes of course,Maybe tomorrow,Ask somebody else,What a wonderful question"
      ]
    ),
    (
      "nearly certain predictions", "exercise_cross_entropy_loss",
      ["true_class": "2", "Q": "1e-9,0.999999997,1e-9,1e-9", "mistake": "1"]
    ),
    (
      "labels of an axis that come closer beside a long label", "exercise_cross_entropy_loss",
      ["true_class": "4", "Q": "1e-9,1e-9,1e-9,0.999999997", "mistake": "0.00918"]
    ),
    (
      "names of contours on a chord", "exercise_vae_elbo",
      [
        "w": "6", "s": "3.89", "x": "1.82", "q_mean": "-10", "q_sd": "2.63",
        "betas": "0.111,32.4,1.02,0.001",
      ]
    ),
    (
      "a name on dark ground", "exercise_vae_elbo",
      ["w": "-10", "s": "0.642", "x": "10", "q_mean": "10", "q_sd": "1.03", "betas": "0.001,1000"]
    ),
    (
      "long numbers side by side", "exercise_vae_elbo",
      [
        "w": "1", "s": "0.607", "x": "1.3", "q_mean": "-8.41", "q_sd": "1.01",
        "betas": "0.071,1000,0.0205,976,218,0.001",
      ]
    ),
    (
      "a density below others", "exercise_vae_elbo",
      [
        "w": "1", "s": "3.09", "x": "1.73", "q_mean": "0.426", "q_sd": "3",
        "betas": "0.00441,0.227,0.786,2.33,5.32",
      ]
    ),
    (
      "a number near the edge", "exercise_vae_elbo",
      [
        "w": "-10", "s": "0.05", "x": "1.59", "q_mean": "0.515", "q_sd": "0.05",
        "betas": "0.0949,0.282,1.02,2.44",
      ]
    ),
    ("one possible outcome", "kl_nonnegative_proof", ["P": "0,1,0", "Q": "0.321,0.313,0.366"]),
    (
      "five outcomes with one label", "kl_nonnegative_proof",
      ["P": "0.018,0.898,0.002,0.004,0.009,0.069", "Q": "0.026,0.003,0.857,0.009,0.069,0.036"]
    ),
    (
      "probabilities as powers of ten", "kl_numerical_example",
      ["P": "1e-9,1e-9,0.999999998", "Q": "1e-9,0.999999998,1e-9"]
    ),
    (
      "bands and bars too thin to be seen", "exercise_ppo_beta",
      ["rewards": "7.21,-10,0.739", "noise": "0", "updates": "20", "betas": "45.3,0.001"]
    ),
    (
      "gradients too small for bars", "exercise_cross_entropy_loss",
      ["true_class": "2", "Q": "1e-9,0.999999997,1e-9,1e-9"]
    ),
    (
      "a short code, whose sum stands behind its bar", "07_cross_entropy",
      [
        "P":
          "782,0.0715,0.367,13.5,509,2.72,48,4.95,4.86,0.00941,3.42,4.05,0.108,46.1,18.5,1.89,0.0683,5.4,7.69,11.3,2.89,1.24,0.197,0.0289,0.24,0.474"
      ]
    ),
    (
      "a multiple near 1", "08_kl_formula", ["P": "0.997,0.003", "Q": "0.999999999,1e-9"]
    ),
    (
      "an evidence like a reconstruction", "exercise_vae_elbo",
      [
        "s": "5", "x": "1.33", "q_mean": "-1.26", "q_sd": "0.05",
        "betas": "275,0.00905,1.12,2.45",
      ]
    ),
    (
      "points near one chord", "kl_nonnegative_proof",
      ["P": "0.975,0,0.025", "Q": "0.392,0.572,0.036"]
    ),
    ("points that nearly meet", "jensen_inequality", ["x1": "2.98", "x2": "3"]),
    (
      "a label on the zone of danger", "kl_penalty_curves",
      ["P": "0.257,0.374,0.001", "Q": "0.0888,0.333,1", "small": "0.00863"]
    ),
    (
      "a divergence of 0 on rulers", "kl_numerical_example",
      ["P": "0.25,0.25,0.25,0.25", "Q": "0.25,0.25,0.25,0.25"]
    ),
    (
      "labels above the curve, where the guides are", "01_why_information",
      ["prior": "0.299", "rain": "0.486", "stock": "0.563", "exam": "0.7"]
    ),
  ]

  @Test("Pictures of once faulty parameters are clean", arguments: corners.indices)
  func clean(_ index: Int) throws {
    let (kind, id, settings) = Self.corners[index]
    let entry = try Catalog.require(id)
    for language in Catalog.languages {
      for theme in [Theme.tutorial, .tutorialDark] {
        for width in [nil, 360.0] {
          let rendering = try entry.render(
            .typed(settings), language: language, theme: theme, width: width)
          #expect(rendering.lint() == [], "\(kind), \(id) \(language.code) \(width ?? 800)")
          // Names of whole sentences beside bars are shortened, with a diagnostic.
          if settings["replies"] != nil { continue }
          #expect(rendering.diagnostics == [], "\(kind), \(id) \(language.code) \(width ?? 800)")
        }
      }
    }
  }

  @Test(
    "All bars share one ruler: the end of the shortest code is at one place",
    arguments: [
      ["P": "0.25,0.25,0.25,0.25", "Q": "0.1,0.2,0.3,0.4"], ["P": "0.5,0.5,0", "Q": "0.3,0.3,0.4"],
      ["P": "0.5,0.5", "Q": "0,1"], ["P": "0.334,0.333,0.333", "Q": "0.333,0.333,0.334"],
    ])
  func ruler(_ settings: [String: String]) throws {
    let entry = try Catalog.require("12_summary")
    for language in Catalog.languages {
      for theme in [Theme.tutorial, .tutorialContrast] {
        for width in [nil, 360.0] {
          let scene = try entry.render(
            .typed(settings), language: language, theme: theme, width: width
          ).scene
          let marks = scene.leaves.filter { $0.roles.contains(.mark) }.compactMap(\.canvasBounds)
          let ends = marks.filter { $0.width < 3 && $0.height > 45 }.map(\.midX)
          let message = "\(settings) \(language.code) \(width ?? 800): \(ends)"
          #expect(ends.count == 2, "\(message)")
          #expect((ends.max() ?? 0) - (ends.min() ?? 0) < 0.05, "\(message)")
        }
      }
    }
  }

  @Test(
    "An amount is as long on either ruler",
    arguments: [
      ["P": "0.5,0.3,0.2", "Q": "0.4,0.4,0.2"],
      ["P": "0.3,0.3,0.2,0.2", "Q": "0.25,0.25,0.25,0.25"],
      ["P": "0.501,0.499", "Q": "0.5,0.5"], ["P": "1,0", "Q": "0.5,0.5"],
    ])
  func twoRulers(_ settings: [String: String]) throws {
    let entry = try Catalog.require("kl_numerical_example")
    for language in Catalog.languages {
      for theme in [Theme.tutorial, .tutorialContrast, .tutorialPrint] {
        for width in [nil, 360.0] {
          let scene = try entry.render(
            .typed(settings), language: language, theme: theme, width: width
          ).scene
          let marks = scene.leaves.filter { $0.roles.contains(.mark) }.compactMap(\.canvasBounds)
          let ends = marks.filter { $0.width < 3 && $0.height > 30 && $0.height < 60 }.map(\.midX)
          let message = "\(settings) \(language.code) \(width ?? 800): \(ends)"
          #expect(ends.count == 2, "\(message)")
          #expect((ends.max() ?? 0) - (ends.min() ?? 0) < 0.05, "\(message)")
        }
      }
    }
  }

  @Test("Labels of points have space on a telephone, in larger letters too")
  func narrowProof() throws {
    let settings = ["P": "0.342,0.399,0.259", "Q": "0.461,0.444,0.095"]
    let rendering = try Catalog.require("kl_nonnegative_proof").render(
      .typed(settings), language: .en, theme: .tutorialContrast, width: 360)
    #expect(rendering.lint() == [])
    #expect(rendering.diagnostics == [])
  }

  @Test("Curves that are called alike have one name")
  func sharedName() throws {
    let scene = try Catalog.require("forward_vs_reverse_kl").render(
      .typed(["weights": "0.4,0.3,0.3", "means": "-4,0,4", "sigmas": "0.6,0.6,0.6"]),
      language: .en
    ).scene
    #expect(scene.strings.count { $0.contains("worse") } == 1)
  }

  @Test("Lists of names are sentences in both languages")
  func listedNames() throws {
    let entry = try Catalog.require("09_kl_calculation")
    let settings = ["P": "0.25,0.25,0.25,0.25", "Q": "0.1,0.2,0.3,0.4"]
    func sentences(_ language: Language) throws -> [String] {
      try entry.statements(.typed(settings)).filter(\.holds).map { $0.text(language).plain }
    }
    #expect(try sentences(.en).contains { $0.hasPrefix("Cloudy and outcome 4 come out") })
    #expect(try sentences(.zh).contains { $0.hasPrefix("阴、结果 4 是负的") })
    #expect(try sentences(.zh).contains { $0.hasPrefix("晴的代价最大") })
  }

  @Test("The best range of β is read aloud with the values that it holds")
  func spokenRange() throws {
    let text = try Catalog.require("exercise_ppo_beta").render(language: .en).scene.text
    #expect(text.contains("steadiest: β = 0.3 to 3"))
  }

  @Test("An outcome with the name of the sum has its own row")
  func nameOfTheSum() throws {
    let entry = try Catalog.require("10_asymmetry")
    let plain = try entry.render(language: .en).scene.strings
    let named = try entry.render(.typed(["outcomes": "total,b,c"]), language: .en).scene.strings
    #expect(named.contains("total") && named.contains("sum"))
    for number in ["+0.951", "−0.317", "0.571", "0.527"] {
      #expect(plain.contains(number) && named.contains(number), "\(named)")
    }
  }

  @Test("Names of an author's are shown as they were given")
  func names() throws {
    let entry = try Catalog.require("09_kl_calculation")
    let rendering = try entry.render(.typed(["outcomes": "iPhone,éclair,ßtraße"]), language: .en)
    let text = rendering.scene.strings.joined(separator: " ")
    #expect(text.contains("iPhone costs most") || text.contains("iPhone"))
    for wrong in ["IPhone", "Éclair", "SStraße"] { #expect(!text.contains(wrong), "\(text)") }
  }

  @Test("Numbers keep their order beside names that run from right to left")
  func rightToLeft() throws {
    let scene = try Catalog.require("08_kl_formula").render(
      .typed(["outcomes": "طقس مشمس,ماطر,غائم"]), language: .en
    ).scene
    func start(_ number: String) throws -> Double {
      let starts = scene.leaves.compactMap { leaf -> Double? in
        guard case .glyphs(let run) = leaf.item, run.text.contains(number) else { return nil }
        return leaf.transform.apply(run.glyphs.first?.position ?? .zero).x
      }
      return try #require(starts.first)
    }
    // 0.951 (…) − 0.221 (…) − 0.158 (…)
    #expect(try start("0.221") < start("0.158"))
  }

  @Test("A probability that is nearly 1 is not printed as 1")
  func nearlyCertain() throws {
    for (id, settings) in [
      ("exercise_cross_entropy_loss", ["true_class": "1", "Q": "0.999999997,1e-9,1e-9,1e-9"]),
      ("09_kl_calculation", ["P": "0.999999997,1e-9,1e-9,1e-9", "Q": "0.25,0.25,0.25,0.25"]),
    ] {
      let text = try Catalog.require(id).render(.typed(settings), language: .en).scene.strings
      #expect(!text.contains { $0.contains("1.000") && !$0.contains("21.000") }, "\(text)")
      #expect(text.contains { $0.contains("0.999999997") }, "\(text)")
    }
  }

  @Test("Unequal probabilities side by side are printed with the digits that tell them apart")
  func unequal() throws {
    func text(_ id: String, _ settings: [String: String]) throws -> String {
      let rendering = try Catalog.require(id).render(.typed(settings), language: .en)
      #expect(rendering.lint() == [], "\(id)")
      return (rendering.scene.strings + [rendering.scene.altText]).joined(separator: " ")
    }
    let formula = try text(
      "08_kl_formula", ["P": "0.3000001,0.6999999", "Q": "0.3,0.7"])
    #expect(formula.contains("0.3000001") && formula.contains("1.0000003"), "\(formula)")
    let table = try text(
      "09_kl_calculation",
      [
        "P": "0.33333334,0.33333333,0.33333333", "Q": "0.33333333,0.33333334,0.33333333",
      ])
    #expect(table.contains("it is 0.33333334, the guess was only 0.33333333"), "\(table)")
    let pair = try text("kl_numerical_example", ["P": "0.5,0.5", "Q": "0.5000001,0.4999999"])
    #expect(pair.contains("0.5000001") && pair.contains("0.9999998"), "\(pair)")
  }

  @Test("What is above 0 is not told as 0%, nor an arrow that leads up as one that leads down")
  func altTexts() throws {
    let policy = try Catalog.require("11_rlhf").render(
      .typed(["base": "0.999999,0.000001", "reward": "0,1", "betas": "100,10"]), language: .en)
    #expect(!policy.scene.altText.contains(" 0%"), "\(policy.scene.altText)")
    let belief = try Catalog.require("01_why_information").render(
      .typed(["prior": "0.9", "rain": "0.5"]), language: .en)
    #expect(!belief.scene.altText.contains("lead down"))
  }

  @Test("Where the observation tells nothing, nothing is said to be forgotten")
  func nothingToForget() throws {
    let entry = try Catalog.require("exercise_vae_elbo")
    let statements = try entry.statements(.typed(["w": "0"]))
    #expect(statements.shown(at: "weight")?.name == "weight.none")
    let text = try entry.render(.typed(["w": "0"]), language: .en).scene.strings.joined()
    #expect(!text.contains("forgotten"))
  }
}
