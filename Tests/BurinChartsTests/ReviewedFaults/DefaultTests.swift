import BurinCharts
import BurinGeometry
import BurinScales
import BurinScene
import Testing

@Suite("Reviewed faults: colours and defaults")
struct ReviewedDefaultTests {
  @Test("Interpolation of areas and symbols of lines are drawn")
  func drawn() throws {
    let area = try Drawn(
      Chart {
        for (x, y) in [1.0, 4, 2, 5].enumerated() {
          AreaMark(x: .value("x", x), y: .value("y", y)).interpolationMethod(.monotone)
        }
      })
    #expect(
      area.paths("area").first?.path.elements.contains {
        if case .cubic = $0 { true } else { false }
      } == true)
    let line = try Drawn(
      Chart {
        for (x, y) in [1.0, 4, 2, 5].enumerated() {
          LineMark(x: .value("x", x), y: .value("y", y)).symbol(.circle)
        }
      })
    #expect(line.paths("line").filter { $0.fill != nil }.count == 4)
  }

  @Test("A modifier that a mark has no use for is named with the mark")
  func unused() throws {
    let cases: [(String, String, Chart)] = [
      (
        "foregroundStyle", "heat map",
        Chart { HeatmapMark(x: 0...1, y: 0...1) { $0 + $1 }.foregroundStyle(.bad) }
      ),
      (
        "symbolSize", "bar",
        Chart { BarMark(x: .value("x", "a"), y: .value("y", 1)).symbolSize(30) }
      ),
      (
        "cornerRadius", "line",
        Chart { LineMark(x: .value("x", 1), y: .value("y", 1)).cornerRadius(3) }
      ),
      (
        "interpolationMethod", "point",
        Chart { PointMark(x: .value("x", 1), y: .value("y", 1)).interpolationMethod(.monotone) }
      ),
      (
        "lineStyle(dash:)", "bar",
        Chart { BarMark(x: .value("x", "a"), y: .value("y", 1)).lineStyle(dash: [2, 2]) }
      ),
      (
        "foregroundStyle", "text",
        Chart { TextMark(x: .value("x", 1), y: .value("y", 1)) { "a" }.foregroundStyle(.bad) }
      ),
      ("symbol", "rule", Chart { RuleMark(y: .value("y", 1)).symbol(by: .value("k", "a")) }),
      (
        "position(by:)", "line",
        Chart { LineMark(x: .value("x", "a"), y: .value("y", 1)).position(by: .value("k", "a")) }
      ),
      (
        "opacity", "callout",
        Chart { CalloutMark(x: .value("x", 1), y: .value("y", 1)) { "a" }.opacity(0.5) }
      ),
    ]
    for (modifier, mark, chart) in cases {
      let drawn = try Drawn(chart)
      #expect(
        drawn.note("\(modifier) has no effect on \(mark)"),
        "\(modifier), \(mark): \(drawn.diagnostics)")
      #expect(try Drawn(HStack { chart }).note(modifier))
    }
    let group = try Drawn(
      Chart {
        ForEach([1, 2], id: \.self) { x in
          BarMark(x: .value("x", x), y: .value("y", 1))
          LineMark(x: .value("x", x), y: .value("y", 1))
        }
        .lineStyle(width: 3)
      })
    #expect(!group.note("no effect"), "a mark of the content uses it: \(group.diagnostics)")
  }

  @Test("An opacity of nothing draws nothing of fields, cells and contours")
  func opacity() throws {
    let field = try Drawn(
      Chart { HeatmapMark(x: 0...1, y: 0...1, columns: 2, rows: 2) { $0 + $1 }.opacity(0) })
    for leaf in field.marks("heat map") {
      guard case .image(let image) = leaf.item else { continue }
      #expect(image.cells.allSatisfy { $0.alpha == 0 } || leaf.setting.opacity == 0)
    }
    let cell = try Drawn(
      Chart { RectangleMark(x: .value("x", 1), y: .value("y", 1)).opacity(0) })
    #expect(cell.paths("rectangle").allSatisfy { ($0.fill?.isSeen ?? false) == false })
  }

  @Test("Points that are translucent, small or many have no rim")
  func rims() throws {
    func rim(_ count: Int, _ opacity: Double, _ area: Double, _ change: (Chart) -> Chart = { $0 })
      throws -> Bool
    {
      let drawn = try Drawn(
        change(
          Chart {
            for x in 0..<count {
              PointMark(x: .value("x", x), y: .value("y", x)).opacity(opacity).symbolSize(area)
            }
          }))
      return drawn.paths("point").contains { $0.stroke != nil }
    }
    #expect(try rim(3, 1, 60))
    #expect(try !rim(3, 0.2, 60))
    #expect(try !rim(3, 1, 1.5))
    #expect(try !rim(3000, 0.2, 60))
    #expect(try !rim(3000, 1, 60))
    #expect(try !rim(3, 0.5, 60) { $0.chartXReversed() })
    let byValue = try Drawn(
      Chart {
        for x in 0..<5 {
          PointMark(x: .value("x", x), y: .value("y", 1)).opacity(by: .value("v", x))
        }
      })
    #expect(byValue.paths("point").dropLast().allSatisfy { $0.stroke == nil })
    let color = try Drawn(
      Chart {
        for x in 0..<5 {
          PointMark(x: .value("x", x), y: .value("y", 1)).foregroundStyle(.accent.opacity(0.3))
        }
      })
    #expect(color.paths("point").allSatisfy { $0.stroke == nil })
    let chord = try Drawn(Chart { ChordMark(from: (0, 0), to: (1, 1)).opacity(0.3) })
    // Line and ends fade as one.
    #expect(chord.paths("chord").allSatisfy { ($0.fill?.alpha ?? 255) == 255 })
  }

  @Test(
    "Twelve series keep apart in colour, and more by symbol, dash or tint",
    arguments: [7, 10, 12, 13, 30])
  func series(_ count: Int) throws {
    let keys = (0..<count).map { "series \($0)" }
    let points = try Drawn(
      Chart {
        for (x, key) in keys.enumerated() {
          PointMark(x: .value("x", x), y: .value("y", 1)).foregroundStyle(by: .value("k", key))
        }
      }, width: 700, height: 600)
    #expect(points.paths("point").count == count)
    let looks = Set(
      points.paths("point").map { item in
        "\(String(describing: item.fill)) \(String(describing: item.stroke?.paint)) \(item.path.elements.map { element in if case .cubic = element { "c" } else { "l" } }.joined()) \((item.path.bounds?.size.height ?? 0).rounded())"
      })
    #expect(looks.count == count)
    let lines = try Drawn(
      Chart {
        for key in keys {
          for x in 0...1 {
            LineMark(x: .value("x", x), y: .value("y", 1)).foregroundStyle(by: .value("k", key))
          }
        }
      }, width: 700, height: 600)
    #expect(Set(lines.paths("line").map { "\(String(describing: $0.stroke))" }).count == count)
    let bars = try Drawn(
      Chart {
        for key in keys {
          BarMark(x: .value("x", key), y: .value("y", 1)).foregroundStyle(by: .value("k", key))
        }
      },
      width: 700, height: 600)
    #expect(Set(bars.paths("bar").map(\.fill)).count == count)
    if count <= 12 {
      let colors = bars.paths("bar").compactMap { item -> RGBColor? in
        if case .color(let color)? = item.fill { color } else { nil }
      }
      for (index, a) in colors.enumerated() {
        for b in colors[..<index] {
          func distance(_ a: UInt8, _ b: UInt8) -> Int { abs(Int(a) - Int(b)) }
          let most = max(
            distance(a.red, b.red), distance(a.green, b.green), distance(a.blue, b.blue))
          #expect(most > 25, "\(a) and \(b)")
        }
      }
    }
  }

  @Test("More looks than there are say so in a diagnostic")
  func exhausted() throws {
    func drawn(_ count: Int) throws -> Drawn {
      try Drawn(
        Chart {
          for key in 0..<count {
            PointMark(x: .value("x", key), y: .value("y", 1)).foregroundStyle(
              by: .value("k", "k\(key)"))
          }
        }, width: 700, height: 600)
    }
    let many = try drawn(200)
    #expect(many.note("look the same"), "\(many.diagnostics)")
    #expect(try !drawn(12).note("look the same"))
    let lines = try Drawn(
      Chart {
        for key in 0..<200 {
          for x in 0...1 {
            LineMark(x: .value("x", x), y: .value("y", key)).foregroundStyle(
              by: .value("k", "k\(key)"))
          }
        }
      }, width: 700, height: 600)
    #expect(lines.note("look the same"))
    let symbols = try Drawn(
      Chart {
        for key in 0..<40 {
          PointMark(x: .value("x", key), y: .value("y", 1)).symbol(by: .value("k", "k\(key)"))
        }
      },
      width: 700, height: 600)
    #expect(symbols.note("look the same"))
    let dashes = try Drawn(
      Chart {
        for key in 0..<40 {
          for x in 0...1 {
            LineMark(x: .value("x", x), y: .value("y", key)).lineStyle(by: .value("k", "k\(key)"))
          }
        }
      }, width: 700, height: 600)
    #expect(dashes.note("look the same"))
    let given = try Drawn(
      Chart {
        for key in ["a", "b", "c"] {
          BarMark(x: .value("x", key), y: .value("y", 1)).foregroundStyle(by: .value("k", key))
        }
      }
      .chartForegroundStyleScale(range: [.good, .bad]))
    #expect(given.note("look the same"), "\(given.diagnostics)")
  }

  @Test("Numbers as colours have a bar, however many there are")
  func manyNumbers() throws {
    let drawn = try Drawn(
      Chart {
        for x in 0..<80 {
          PointMark(x: .value("x", x), y: .value("y", x)).foregroundStyle(
            by: .value("v", Double(x) / 3))
        }
      })
    #expect(drawn.leaves(of: "legend color bar").count > 3)
    #expect(Set(drawn.paths("point").map(\.fill)).count == 80)
    let keys = try Drawn(
      Chart {
        for x in 0..<80 {
          PointMark(x: .value("x", x), y: .value("y", x)).foregroundStyle(by: .value("v", "k\(x)"))
        }
      })
    #expect(keys.legend.contains { $0.hasPrefix("+ ") })
    #expect(keys.isOnCanvas)
  }

  @Test("Bands without a style are translucent and lie behind the curves they lie between")
  func bands() throws {
    let drawn = try Drawn(
      Chart {
        LinePlot(x: "x", y: "y", domain: 0...1) { $0 }
        LinePlot(x: "x", y: "y", domain: 0...1) { $0 * $0 }
        BandMark(x: "x", between: { $0 }, and: { $0 * $0 }, domain: 0...1)
      })
    guard case .color(let color)? = drawn.paths("area").first?.fill else {
      Issue.record("no band")
      return
    }
    #expect(color.alpha < 150)
    let names = drawn.scene.leaves.compactMap { leaf in
      leaf.trail.first { $0.hasPrefix("mark") }
    }
    #expect(names.first?.hasPrefix("mark area") == true, "\(names)")
    // A style says that the band covers, and in which order.
    let styled = try Drawn(
      Chart {
        LinePlot(x: "x", y: "y", domain: 0...1) { $0 }
        BandMark(x: "x", between: { $0 }, and: { -$0 }, domain: 0...1).foregroundStyle(.bad)
      })
    #expect(styled.paths("area").first?.fill?.alpha == 255)
    for chart in [
      Chart { BandMark(x: "x", between: { $0 }, and: { -$0 }, domain: 0...1) }.chartYReversed(),
      Chart { BandMark(x: "x", between: { $0 }, and: { -$0 }, domain: 0...1).named("area") },
    ] {
      guard case .color(let color)? = try Drawn(chart).paths("area").first?.fill else {
        Issue.record("no band")
        continue
      }
      #expect(color.alpha < 150)
    }
  }

  @Test("A scene carries the fonts of its theme")
  func fonts() throws {
    var theme = Theme.standard
    theme.families = FontFamilies(
      text: theme.families.text + ["DejaVu Sans"], math: theme.families.math)
    let chart = Chart { PointMark(x: .value("x", 1), y: .value("y", 1)) }
    #expect(try Drawn(chart, theme: theme).scene.fontFamilies == theme.families)
    #expect(
      try Drawn(
        HStack {
          chart; chart
        }, theme: theme
      ).scene.fontFamilies == theme.families)
  }
}

extension Paint {
  var alpha: UInt8 { if case .color(let color) = self { color.alpha } else { 255 } }
  var isSeen: Bool { alpha > 0 }
}
