import BurinCharts
import BurinScene
import Testing

@Suite("The standard theme")
struct ThemeTests {
  private let theme = Theme.standard

  private func color(_ name: String) throws -> RGBColor { try #require(theme.colors[name]) }

  @Test("Twelve series keep apart for all readers")
  func series() {
    #expect(theme.series.count == 12)
    for (index, color) in theme.series.enumerated() {
      for other in theme.series[(index + 1)...] {
        #expect(OKLab(color).distance(to: OKLab(other)) >= 0.11)
        for vision in ColorVision.allCases {
          let (a, b) = (vision.simulated(color), vision.simulated(other))
          #expect(OKLab(a).distance(to: OKLab(b)) >= 0.05, "\(color) and \(other): \(vision)")
        }
      }
    }
  }

  @Test("The first five series keep apart in grey print as well")
  func grey() {
    // A sixth step of grey with the contrast of text exists near black only.
    for (index, color) in theme.series[..<5].enumerated() {
      for other in theme.series[..<5][(index + 1)...] {
        #expect(OKLab(color.grey).distance(to: OKLab(other.grey)) >= 0.05)
      }
    }
  }

  @Test("Series have the contrast of text on canvas and surface")
  func labels() {
    for color in theme.series {
      for ground in [theme.colors.canvas, theme.colors.surface] {
        #expect(color.contrast(with: ground) >= 4.5)
      }
    }
  }

  @Test("A name that no theme has, or that a role has already, is an error that says so")
  func names() {
    #expect {
      try Text("x").foregroundStyle(.named("acent")).scene()
    } throws: {
      "\($0)".hasPrefix("the theme has no colour “acent”; it has accent, axis, bad, canvas,")
    }
    var theme = Theme.standard
    theme.colors.named["accent"] = .black
    #expect {
      try Text("x").scene(theme: theme)
    } throws: {
      "\($0)" == "the theme names a colour “accent”, which is a role; set colors.accent instead"
    }
  }

  @Test(
    "Text colours have contrast 4.5:1 on canvas and surface, graphics 3:1 on canvas",
    arguments: ["primary", "secondary", "good", "bad", "accent"])
  func text(_ name: String) throws {
    for ground in ["canvas", "surface"] {
      #expect(try color(name).contrast(with: color(ground)) >= 4.5)
    }
    for line in ["axis", "muted"] {
      #expect(try color(line).contrast(with: color("canvas")) >= 3)
    }
  }
}
