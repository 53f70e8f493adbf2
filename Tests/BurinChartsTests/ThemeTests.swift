import BurinCharts
import BurinInk
import BurinScene
import Testing

@Suite("The standard theme")
struct ThemeTests {
  private let theme = Theme.standard

  private func color(_ name: String) throws -> RGBColor { try #require(theme.colors[name]) }

  @Test("Twelve series keep apart for all readers", arguments: [Theme.standard, .dark])
  func series(_ theme: Theme) {
    #expect(theme.series.count == 12)
    for (index, color) in theme.series.enumerated() {
      for other in theme.series[(index + 1)...] {
        #expect(OKLab(color).distance(to: OKLab(other)) >= 0.08, "\(color) and \(other)")
        for vision in ColorVision.allCases {
          let (a, b) = (vision.simulated(color), vision.simulated(other))
          #expect(OKLab(a).distance(to: OKLab(b)) >= 0.08, "\(color) and \(other): \(vision)")
        }
      }
    }
  }

  @Test(
    "The first four series keep apart in grey print as well", arguments: [Theme.standard, .dark])
  func grey(_ theme: Theme) {
    // A fifth step of grey with the contrast of text exists near black or near white only.
    for (index, color) in theme.series[..<4].enumerated() {
      for other in theme.series[..<4][(index + 1)...] {
        #expect(OKLab(color.grey).distance(to: OKLab(other.grey)) >= 0.08, "\(color), \(other)")
      }
    }
  }

  @Test(
    "Series have the contrast of text on canvas and surface", arguments: [Theme.standard, .dark])
  func labels(_ theme: Theme) {
    for color in theme.series {
      for ground in [theme.colors.canvas, theme.colors.surface] {
        #expect(color.contrast(with: ground) >= 4.5, "\(color) on \(ground)")
      }
    }
  }

  @Test("High contrast means 7:1 and Lc 75 for text, 4.5:1 for axes, 3:1 for grids")
  func highContrast() throws {
    let theme = Theme.highContrast
    let colors = theme.colors
    for text in [
      colors.primary, colors.secondary, colors.accent, colors.good, colors.bad, colors.muted,
    ]
      + theme.series
    {
      for ground in [colors.canvas, colors.surface] {
        #expect(text.contrast(with: ground) >= 6.5, "\(text) on \(ground)")
        #expect(text.perceivedContrast(on: ground) >= 75, "\(text) on \(ground)")
      }
    }
    for text in [colors.primary, colors.secondary, colors.good, colors.bad] + theme.series {
      #expect(text.contrast(with: colors.surface) >= 7, "\(text)")
    }
    #expect(colors.axis.contrast(with: colors.canvas) >= 4.5)
    #expect(colors.grid.contrast(with: colors.canvas) >= 3)
    #expect(theme.fonts.values.allSatisfy { $0.size >= 13.5 })
    for (index, color) in theme.series.enumerated() {
      for other in theme.series[(index + 1)...] {
        for (a, b) in [(color, other)]
          + ColorVision.allCases.map({ ($0.simulated(color), $0.simulated(other)) })
        {
          #expect(OKLab(a).distance(to: OKLab(b)) >= 0.08, "\(color) and \(other)")
        }
        if index < 4, theme.series.firstIndex(of: other).map({ $0 < 4 }) == true {
          #expect(OKLab(color.grey).distance(to: OKLab(other.grey)) >= 0.06)
        }
      }
    }
  }

  @Test("On paper all series are apart in grey, and a fifth has a dash of its own")
  func paper() throws {
    let theme = Theme.print
    for (index, color) in theme.series.enumerated() {
      for other in theme.series[(index + 1)...] {
        #expect(color.leastDistance(to: other).distance >= 0.08, "\(color) and \(other)")
      }
    }
    #expect(theme.colors.surface == .white && theme.colors.canvas == .white)
    let chart = Chart {
      for key in 0..<5 {
        for x in 0..<3 {
          LineMark(x: .value("x", x), y: .value("y", x + 3 * key))
            .foregroundStyle(by: .value("key", "k\(key)"))
        }
      }
    }
    let dashes = try chart.scene(theme: .print).scene.leaves.compactMap { leaf -> [Double]? in
      guard leaf.path.contains("mark"), case .path(let item) = leaf.item else { return nil }
      return item.stroke?.dash
    }
    #expect(dashes.count == 5)
    #expect(dashes.prefix(4).allSatisfy(\.isEmpty) && dashes.last?.isEmpty == false)
  }

  @Test("A name that no theme has, or that a role has already, is an error that says so")
  func names() {
    #expect {
      try Text("x").foregroundStyle(.named("acent")).scene()
    } throws: {
      "\($0)".hasPrefix(
        "the theme has no colour “acent”; did you mean “accent”? It has accent, axis, bad, canvas,")
    }
    #expect(
      "\(ChartError.unknownColor("violetish", known: ["accent", "bad"]))"
        == "the theme has no colour “violetish”; it has accent, bad")
    #expect(
      "\(ChartError.unknownAnchor("rato", known: ["ratio", "x"]))"
        == "no content is named “rato”; did you mean “ratio”? Named are: ratio, x")
    #expect(
      "\(ChartError.unknownAnchor("C", known: ["A", "B"]))"
        == "no content is named “C”; named are: A, B")
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
