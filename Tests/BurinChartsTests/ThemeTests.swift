import BurinCharts
import BurinScene
import Testing

@Suite("The standard theme")
struct ThemeTests {
  private let theme = Theme.standard

  private func color(_ name: String) throws -> Color { try #require(theme.colors[name]) }

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

  @Test("Series of any chart keep apart as well")
  func series() {
    for (index, color) in theme.series.enumerated() {
      for other in theme.series[(index + 1)...] {
        #expect(OKLab(color.grey).distance(to: OKLab(other.grey)) >= 0.05)
      }
    }
  }

  @Test(
    "Text colours have contrast 4.5:1 on canvas and surface, graphics 3:1 on canvas",
    arguments: ["primary", "secondary", "P", "Q", "entropy", "waste", "good", "bad", "accent"])
  func text(_ name: String) throws {
    for ground in ["canvas", "surface"] {
      #expect(try color(name).contrast(with: color(ground)) >= 4.5)
    }
    for line in ["axis", "muted"] {
      #expect(try color(line).contrast(with: color("canvas")) >= 3)
    }
  }
}
