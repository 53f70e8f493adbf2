import BurinFigures
import Figures
import Foundation
import TestSupport
import Testing

@Suite("The tutorial's theme")
struct TutorialThemeTests {
  private func color(_ name: String) throws -> RGBColor {
    try #require(Theme.tutorial.colors[name])
  }

  @Test("Meanings keep apart for all readers, and in grey print")
  func apart() throws {
    let names = ["P", "Q", "entropy", "waste"]
    for (index, name) in names.enumerated() {
      for other in names[(index + 1)...] {
        let (a, b) = (try color(name), try color(other))
        var ways = ColorVision.allCases.map { ($0.simulated(a), $0.simulated(b)) }
        ways += [(a, b), (a.grey, b.grey)]
        for (seen, seenOther) in ways {
          let distance = OKLab(seen).distance(to: OKLab(seenOther))
          #expect(distance >= 0.05, "\(name) and \(other) are \(distance) apart")
        }
      }
    }
  }

  @Test(
    "Costs and savings keep apart for all readers, and in grey print",
    arguments: ["07_cross_entropy", "09_kl_calculation"])
  func signs(_ id: String) throws {
    let scene = try #require(Catalog.entry(id)).render().scene
    let (waste, saving) = (OKLab(try color("waste")), OKLab(try color("entropy")))
    func hue(_ lab: OKLab) -> Double { atan2(lab.b, lab.a) }
    // Tints of the two colours, stronger than the ground of the columns.
    let fills = Set(
      scene.leaves.compactMap { leaf -> RGBColor? in
        guard case .path(let item) = leaf.item, case .color(let color)? = item.fill,
          leaf.path.contains("mark"), OKLab(color).lightness < 0.86
        else { return nil }
        return color
      })
    func tints(of lab: OKLab) -> [RGBColor] {
      fills.filter { abs(hue(OKLab($0)) - hue(lab)) < 0.25 }
    }
    #expect(!tints(of: waste).isEmpty && !tints(of: saving).isEmpty)
    for cost in tints(of: waste) {
      for other in tints(of: saving) {
        var ways = ColorVision.allCases.map { ($0.simulated(cost), $0.simulated(other)) }
        ways += [(cost, other), (cost.grey, other.grey)]
        for (seen, seenOther) in ways {
          let distance = OKLab(seen).distance(to: OKLab(seenOther))
          #expect(distance >= 0.08, "\(cost) and \(other) are \(distance) apart")
        }
      }
    }
  }

  @Test("Meanings have the contrast of text", arguments: ["P", "Q", "entropy", "waste"])
  func text(_ name: String) throws {
    for ground in ["canvas", "surface"] {
      #expect(try color(name).contrast(with: color(ground)) >= 4.5)
    }
  }

  @Test("Themes for strong contrasts and for paper keep meanings apart, in grey too")
  func otherThemes() throws {
    for (theme, least, contrast) in [
      (Theme.tutorialContrast, 0.05, 7.0), (Theme.tutorialPrint, 0.08, 4.5),
    ] {
      let colors = try ["P", "Q", "entropy", "waste"].map { try #require(theme.colors[$0]) }
      for (index, color) in colors.enumerated() {
        for other in colors[(index + 1)...] {
          var ways = ColorVision.allCases.map { ($0.simulated(color), $0.simulated(other)) }
          ways += [(color, other), (color.grey, other.grey)]
          for (seen, seenOther) in ways {
            let distance = OKLab(seen).distance(to: OKLab(seenOther))
            #expect(distance >= least, "\(color) and \(other) are \(distance) apart")
          }
        }
        for ground in [theme.colors.canvas, theme.colors.surface] {
          #expect(color.contrast(with: ground) >= contrast, "\(color) on \(ground)")
        }
        if contrast > 4.5 {
          #expect(color.perceivedContrast(on: theme.colors.surface) >= 75, "\(color)")
        }
      }
    }
  }

  @Test(
    "Figures are drawn without findings for strong contrasts and for paper",
    arguments: Catalog.entries.map(\.id))
  func pictures(_ id: String) throws {
    let entry = try #require(Catalog.entry(id))
    for theme in [Theme.tutorialContrast, .tutorialPrint] {
      for language in Catalog.languages {
        for width in [nil, 360.0] {
          let rendering = try entry.render(language: language, theme: theme, width: width)
          #expect(rendering.lint() == [], "\(language.code)")
          #expect(rendering.diagnostics == [], "\(language.code)")
        }
      }
    }
  }
}
