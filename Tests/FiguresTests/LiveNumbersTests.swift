import BurinFigures
import Figures
import Testing

@Suite("Parameters change everything that depends on them")
struct LiveNumbersTests {
  @Test(
    "No number of the defaults is left over when all parameters change",
    arguments: Variation.all, Catalog.languages)
  func leftovers(_ variation: Variation, _ language: Language) throws {
    let entry = try Catalog.require(variation.id)
    let before = try entry.render(language: language)
    let after = try entry.render(variation.typed, language: language)
    #expect(before.scene.text != after.scene.text)
    #expect(before.scene.altText != after.scene.altText)
    // Numbers with fewer decimals may be an axis' or mean something else.
    let old = before.facts.filter { $0.decimals >= 2 }.flatMap(\.number.numbers)
    let new = after.facts.flatMap(\.number.numbers)
    let leftovers = Set(old).subtracting(new).intersection(after.scene.printedNumbers)
    #expect(leftovers.isEmpty, "\(variation): \(leftovers.sorted())")
  }

  /// Facts that the picture shows as heights, not as texts.
  private static let unprinted = ["01_why_information": "entropy."]

  @Test(
    "Every fact is printed in the picture or told in its alt text",
    arguments: Catalog.ids, Catalog.languages)
  func facts(_ id: String, _ language: Language) throws {
    let entry = try Catalog.require(id)
    for settings in [[], Variation.all.first { $0.id == entry.id }?.typed ?? []] {
      let rendering = try entry.render(settings, language: language)
      let printed = rendering.scene.printedNumbers
      for fact in rendering.facts where fact.value.isFinite {
        if let prefix = Self.unprinted[id], fact.name.hasPrefix(prefix) { continue }
        // Shown exactly, rounded to fewer decimals, or as a percentage.
        let forms = (0...max(4, fact.decimals)).flatMap {
          fact.number(decimals: $0).numbers + NumberFormat.percent($0).string(fact.value).numbers

        }
        #expect(!printed.isDisjoint(with: forms), "\(entry.id) \(fact.name) \(fact.number)")
      }
    }
  }

  @Test(
    "Each parameter alone changes picture and alt text", arguments: Variation.all,
    Catalog.languages)
  func single(_ variation: Variation, _ language: Language) throws {
    let entry = try Catalog.require(variation.id)
    let before = try entry.render(language: language).scene
    for parameter in entry.parameters {
      let own = try #require(variation.settings[parameter.name])
      // A list of another length does not fit the other lists: then the default turned around.
      let standard = parameter.defaultText.split(separator: ",")
      let turned = (standard.dropFirst() + standard.prefix(1)).joined(separator: ",")
      let scenes = [own, turned].lazy.filter { $0 != parameter.defaultText }.compactMap {
        try? entry.render(.typed([parameter.name: $0]), language: language).scene
      }
      guard let after = scenes.first else { continue }
      #expect(before.text != after.text, "\(variation.id) \(parameter.name)")
      #expect(before.altText != after.altText, "\(variation.id) \(parameter.name)")
    }
  }

  @Test(
    "An infinite divergence is printed as ∞", arguments: Variation.limits, Catalog.languages)
  func infinity(_ variation: Variation, _ language: Language) throws {
    let entry = try Catalog.require(variation.id)
    let rendering = try entry.render(variation.typed, language: language)
    if rendering.facts.contains(where: { $0.value.isInfinite }) {
      #expect(rendering.scene.runTexts.contains { $0.contains("∞") })
      #expect(rendering.scene.altText.contains("∞"))
    }
    for text in rendering.scene.runTexts + [rendering.scene.altText] {
      #expect(!text.contains("NaN") && !text.contains("inf "), "\(text)")
    }
  }
}
