import BurinFigures
import Figures
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

  @Test("Meanings have the contrast of text", arguments: ["P", "Q", "entropy", "waste"])
  func text(_ name: String) throws {
    for ground in ["canvas", "surface"] {
      #expect(try color(name).contrast(with: color(ground)) >= 4.5)
    }
  }
}
