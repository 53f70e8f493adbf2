import BurinFigures
import Foundation
import Testing

/// Faults that people found in pictures of the catalog, as the scenes were when they found them.
@Suite("Lint sees what readers saw")
struct ReviewedScenesTests {
  /// A scene, and a rule with a part of what it must say.
  static let faults: [(scene: String, rule: String, problem: String)] = [
    ("jensen_inequality.en", "label reading", "\"1.688\" reads as one with \"3.250\""),
    ("05_two_distributions.zh", "printed arithmetic", "6.451"),
    ("08_kl_formula.en", "printed arithmetic", "0.999 × 9.96 = 9.954"),
    ("01_why_information.zh", "printed arithmetic", "9 倍"),
    ("07_cross_entropy.en", "printed arithmetic", "2.573"),
    ("03_formula_birth.zh", "label reading", "stands at another curve"),
    ("12_summary.zh", "fact text", "the same number"),
    // Meaning by colour alone: cost and saving, extra and saved.
    ("09_kl_calculation.en", "series colours", "#6b9d92 looks like #bc7c9e"),
    ("07_cross_entropy.zh", "series colours", "#98bab2 looks like #c288a6"),
  ]

  @Test("Each fault is found in the scene that had it", arguments: faults.indices)
  func found(_ index: Int) throws {
    let fault = Self.faults[index]
    let url = try #require(
      Bundle.module.url(forResource: fault.scene, withExtension: "scene", subdirectory: "Reviewed"))
    var scene = try Scene(text: String(contentsOf: url, encoding: .utf8))
    scene.items = scene.items.map(\.inked)
    var context: LintContext?
    if fault.rule == "fact text" {
      // H(P) and H(P, Q) of 0.34, 0.33, 0.33 and 0.33, 0.34, 0.33.
      context = LintContext(
        facts: [("entropy.P", 1.584819), ("cross_entropy", 1.585249)].map {
          LintContext.Number(name: $0.0, value: $0.1, unit: "bits", decimals: 3)
        })
    }
    let findings = scene.lint(context: context).filter { $0.rule.name == fault.rule }
    #expect(findings.contains { $0.description.contains(fault.problem) }, "\(findings)")
  }
}

extension SceneItem {
  /// The item with the ink of texts, which the text form of a scene leaves out: as high as digits,
  /// as wide as their advance without the sides of the outer glyphs.
  fileprivate var inked: SceneItem {
    switch self {
    case .group(var group):
      group.items = group.items.map(\.inked)
      return .group(group)
    case .glyphs(var run):
      if let start = run.glyphs.first?.position {
        run.inkBounds = Rect(
          x: start.x + 0.04 * run.size, y: start.y - 0.75 * run.size,
          width: max(run.advance - 0.08 * run.size, 0.1), height: 0.76 * run.size)
      }
      return .glyphs(run)
    default: return self
    }
  }
}
