import BurinFigures
import Figures
import TestSupport
import Testing

@Suite("One language in all figures")
struct OneLanguageTests {
  /// All figures in both languages, made once for all tests.
  private static let readings = Result {
    try Catalog.entries.flatMap { entry in
      try Catalog.languages.map { language in
        OneLanguage(
          id: entry.id, language: language, rendering: try entry.render(language: language))
      }
    }
  }

  private func readings(_ language: Language) throws -> [OneLanguage] {
    try Self.readings.get().filter { $0.language == language }
  }

  private func reading(_ id: String, _ language: Language) throws -> OneLanguage {
    try #require(readings(language).first { $0.id == id })
  }

  @Test(
    "Symbols keep colour and form, concepts their names, amounts unit and decimals",
    arguments: Catalog.ids, Catalog.languages)
  func faults(_ id: String, _ language: Language) throws {
    for fault in try reading(id, language).faults { Issue.record("\(fault)") }
  }

  @Test("A coloured word has one colour in all figures", arguments: Catalog.languages)
  func words(_ language: Language) throws {
    var figures: [String: [String: [String]]] = [:]
    for reading in try readings(language) {
      for phrase in reading.phrases where !phrase.isFormula {
        guard let color = phrase.color, let meaning = OneLanguage.meaning(color) else { continue }
        let word = phrase.text.filter { $0.isLetter || $0 == " " }.split(separator: " ")
          .joined(separator: " ").lowercased()
        if word.count > 1, !OneLanguage.units.contains(word) {
          figures[word, default: [:]][meaning, default: []].append(reading.id)
        }
      }
    }
    #expect(!figures.isEmpty)
    for (word, meanings) in figures where Set(meanings.values.joined()).count > 1 {
      #expect(meanings.count == 1, "“\(word)” is coloured as \(meanings)")
    }
  }

  @Test("Each concept is named somewhere, and so is each symbol", arguments: Catalog.languages)
  func named(_ language: Language) throws {
    let readings = try readings(language)
    let texts = readings.flatMap(\.texts)
    for concept in OneLanguage.Concept.all {
      let name = concept.name(language)
      #expect(texts.contains { $0.lowercased().contains(name.lowercased()) }, "\(name)")
    }
    let formulas = readings.flatMap(\.phrases).filter(\.isFormula).map(\.text)
    for symbol in ["P", "Q", "H(P)", "H(P,Q)", "DKL(P‖Q)", "DKL(Q‖P)", "πold"] {
      #expect(formulas.contains { $0.contains(symbol) }, "\(symbol)")
    }
  }

  /// A change of a picture that makes it speak otherwise.
  struct Slip: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var id: String
    /// A part of the sentence that tells of it.
    var fault: String
    var change: @Sendable (inout FigureRendering) -> Void
  }

  private static let theme = Theme.tutorial.colors
  static let slips = [
    Slip(
      testDescription: "P(x) in 12_summary has the colour of Q", id: "12_summary",
      fault: "has the colour of Q, not of P"
    ) { rendering in
      rendering.scene.changeRuns {
        if $0.text == "P(x)" { $0.color = theme["Q"] ?? .black }
      }
    },
    Slip(
      testDescription: "D_KL in the proof is red", id: "kl_nonnegative_proof",
      fault: "has the colour of bad, not of waste"
    ) { rendering in
      rendering.scene.changeRuns {
        if $0.color == theme["waste"] { $0.color = theme["bad"] ?? .black }
      }
    },
    Slip(
      testDescription: "a colour of its own", id: "04_distribution",
      fault: "which is no colour of the theme"
    ) { rendering in
      rendering.scene.changeRuns {
        if $0.color == theme["entropy"] { $0.color = RGBColor(hex: 0x00566B) }
      }
    },
    Slip(
      testDescription: "the names of two bars swap their colours", id: "kl_numerical_example",
      fault: "Q in Q has the colour of P, not of Q"
    ) { rendering in
      let (p, q) = (theme["P"] ?? .black, theme["Q"] ?? .black)
      rendering.scene.changeRuns { run in
        if run.color == p { run.color = q } else if run.color == q { run.color = p }
      }
    },
    Slip(
      testDescription: "bars in a colour of their own", id: "09_kl_calculation",
      fault: "which is no tint of the theme’s colours"
    ) {
      $0.scene.changePaths { path in
        if path.fill == .color(theme["waste"] ?? .black) {
          path.fill = .color(RGBColor(hex: 0x5B3FA8))
        }
      }
    },
    Slip(
      testDescription: "another name for KL divergence", id: "12_summary",
      fault: "says “相对熵” for KL 散度"
    ) { rendering in
      rendering.scene.changeRuns { $0.text = $0.text.replacing("KL 散度", with: "相对熵") }
    },
    Slip(
      testDescription: "a symbol as plain text", id: "05_two_distributions",
      fault: "has a symbol outside of a formula"
    ) { rendering in
      rendering.scene.changeRuns { $0.text = $0.text.replacing("学生的 ", with: "学生的 Q ") }
    },
    Slip(testDescription: "bits in Chinese", id: "09_kl_calculation", fault: "writes “0.571 比特”") {
      $0.scene.altText = $0.scene.altText.replacing(" bits", with: " 比特")
    },
    Slip(
      testDescription: "bit after a number other than 1", id: "09_kl_calculation",
      fault: "writes “0.571 bit”"
    ) { rendering in
      rendering.scene.changeRuns { $0.text = $0.text.replacing("0.571 bits", with: "0.571 bit") }
    },
    Slip(
      testDescription: "fewer decimals in a text", id: "09_kl_calculation",
      fault: "prints 0.57 bits with 2 decimals"
    ) { rendering in
      rendering.scene.changeRuns { $0.text = $0.text.replacing("0.571 bits", with: "0.57 bits") }
    },
    Slip(
      testDescription: "fewer decimals of a fact", id: "09_kl_calculation",
      fault: "the fact kl.forward has 2 decimals of “bits”, not 3"
    ) {
      $0.facts = Facts($0.facts.map { Fact($0.name, $0.value, unit: $0.unit, decimals: 2) })
    },
    Slip(
      testDescription: "nats where bits are usual", id: "06_entropy",
      fault: "the fact entropy.desert has 3 decimals of “nats”, not 3 of “bits”"
    ) {
      $0.facts = Facts(
        $0.facts.map { Fact($0.name, $0.value, unit: "nats", decimals: $0.decimals) })
    },
    Slip(
      testDescription: "a fact of an unknown kind", id: "02_surprise",
      fault: "the fact astonishment is of no known kind"
    ) {
      $0.facts.append(Fact("astonishment", 3))
    },
  ]

  @Test("What is said otherwise is found", arguments: slips)
  func slip(_ slip: Slip) throws {
    var reading = try reading(slip.id, .zh)
    #expect(reading.faults == [])
    slip.change(&reading.rendering)
    #expect(reading.faults.contains { $0.contains(slip.fault) }, "\(reading.faults)")
  }
}
