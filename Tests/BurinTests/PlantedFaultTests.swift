import BurinFigures
import BurinGeometry
import BurinScene
import TestSupport
import Testing

/// A figure with everything that rules look at: bars with a legend, a curve with a label, points.
private struct Forecast: Figure {
  static let id = "forecast"
  static let width = 640.0
  @Parameter(range: 0...1) var p = 0.25

  func compute() -> Double { 0.5713915721 }
  func facts(_ kl: Double) -> Facts {
    [Fact("kl", kl, unit: "bits", decimals: 3), Fact("p", p, decimals: 2)]
  }
  func title(_ kl: Double, _ say: Language) -> Text { "A wrong forecast costs bits" }
  func altText(_ kl: Double, _ say: Language) -> String {
    "Bars of the forecast and of the truth over two kinds of weather, a curve of the cost: \(Fact("", kl).number) bits."
  }
  func body(_ kl: Double, _ say: Language) throws -> [AnyContent] {
    let fact = try facts(kl)["kl"]
    HStack(spacing: 30) {
      Chart {
        for (weather, truth, guess) in [("sunny", 0.6, 0.2), ("rainy", 0.4, 0.8)] {
          for (name, value) in [("P", truth), ("Q", guess)] {
            BarMark(x: .value("weather", weather), y: .value("probability", value))
              .foregroundStyle(by: .value("series", name)).position(by: .value("series", name))
              .annotation(position: .top) { Text(NumberFormat.percent(0).string(value)) }
          }
        }
      }
      .chartForegroundStyleScale(["P": .series(0), "Q": .series(1)])
      .chartTitle("Two kinds of weather")
      Chart {
        LinePlot(x: "q", y: "cost", domain: 0...1) { 2 * $0 * $0 }
          .foregroundStyle(.series(3))
        PointMark(x: .value("q", 0.5), y: .value("cost", 0.5)).symbolSize(64).named("now")
          .annotation(position: .topLeading) { Text(fact.text).bold() }
      }
      .chartYScale(domain: 0...2)
    }
    .frame(height: 260)
  }
}

/// One fault for each rule, planted into a picture without any.
struct PlantedFault: Sendable, CustomTestStringConvertible {
  var rule: String
  var plant: @Sendable (inout Scene) -> Void
  var testDescription: String { rule }

  static let all: [PlantedFault] = [
    PlantedFault(rule: "missing glyph") { scene in
      scene.changeRun("A wrong forecast costs bits") { $0.glyphs[2].id = 0 }
    },
    PlantedFault(rule: "cut off") { scene in
      scene.changeRun("A wrong forecast costs bits") { $0 = $0.offset(by: Vector(-40, 0)) }
    },
    PlantedFault(rule: "text overlap") { scene in
      // Onto the label of its neighbour.
      let to = scene.run("80%")?.inkBounds?.center ?? .zero
      scene.changeRun("40%") { run in
        run = run.offset(by: to + Vector(6, 0) - (run.inkBounds?.center ?? .zero))
      }
    },
    PlantedFault(rule: "text on line") { scene in
      let ink = scene.run("0.571 bits")?.inkBounds ?? Rect(x: 0, y: 0, width: 1, height: 1)
      scene.add(
        .stroke(
          .segment(Point(ink.minX - 9, ink.midY), Point(ink.maxX + 3, ink.midY)),
          Stroke(.black, width: 1)), role: .connector)
    },
    PlantedFault(rule: "text on mark") { scene in
      // White reads on both of the bars between which it stands.
      let bar = scene.bounds(of: "mark bar 3") ?? Rect(x: 0, y: 0, width: 1, height: 1)
      scene.changeRun("60%") { run in
        run = run.offset(by: Point(bar.maxX + 9, bar.midY) - (run.inkBounds?.center ?? .zero))
        run.color = .white
      }
    },
    PlantedFault(rule: "text size") { scene in
      scene.changeRun("sunny") { $0.size = 8 }
    },
    PlantedFault(rule: "text contrast") { scene in
      scene.changeRun("rainy") { $0.color = RGBColor(hex: 0xB0B0B0) }
    },
    PlantedFault(rule: "perceived contrast") { scene in
      // 5.97:1 by WCAG.
      let ink = scene.run("rainy")?.inkBounds ?? Rect(x: 0, y: 0, width: 1, height: 1)
      scene.changeRun("rainy") { $0.color = RGBColor(hex: 0x1C2430) }
      let plate = SceneItem.fill(.rect(ink.inset(by: -3)), RGBColor(hex: 0xA0A0A0))
      scene.items.insert(.group(SceneGroup(.decoration, "plate", items: [plate])), at: 0)
    },
    PlantedFault(rule: "graphic contrast") { scene in
      scene.changePaths(below: "mark curve 1") {
        $0.stroke = Stroke(RGBColor(hex: 0xDDCCD4), width: 2.2)
      }
    },
    PlantedFault(rule: "series colours") { scene in
      // Two colours that only their hue tells apart.
      scene.replaceFill(RGBColor(hex: 0x996312), by: RGBColor(hex: 0x6B2A55))
    },
    PlantedFault(rule: "hidden data") { scene in
      let bar = scene.bounds(of: "mark bar 4") ?? Rect(x: 0, y: 0, width: 1, height: 1)
      let key = SceneItem.fill(.rect(bar.inset(by: 3)), RGBColor(hex: 0x6B3300))
      // Within the chart, as its legend is, and with it.
      scene.insert(
        .group(SceneGroup(.legend, "key", items: [key])), into: "chart Two kinds of weather")
    },
    PlantedFault(rule: "truncated bar") { scene in
      scene.editGroups { group, trail in
        guard trail.last == "mark bar 2", let bar = group.items.inkBounds else { return group }
        var group = group
        group.clip = .rect(bar.inset(by: Insets(bottom: 9)))
        return group
      }
    },
    PlantedFault(rule: "tick density") { scene in
      let left = scene.run("sunny")?.inkBounds ?? Rect(x: 0, y: 0, width: 1, height: 1)
      scene.changeRun("rainy") { run in
        run = run.offset(by: Vector(left.maxX + 1.5 - (run.inkBounds?.minX ?? 0), 0))
      }
    },
    PlantedFault(rule: "tick labels") { scene in
      scene.changeRun("rainy") { $0.text = "sunny" }
    },
    PlantedFault(rule: "margin") { scene in
      scene.changeRun("A wrong forecast costs bits") { $0 = $0.offset(by: Vector(-12, 0)) }
    },
    PlantedFault(rule: "data ink") { scene in
      scene.changePaths(below: "mark curve 1") { $0.stroke?.paint = .color(.white) }
      scene.changePaths(below: "mark now") { path in
        path.fill = .color(.white)
        path.stroke?.paint = .color(.white)
      }
    },
    PlantedFault(rule: "empty panel") { scene in
      scene.remove("mark curve 1")
      scene.remove("mark now")
      scene.remove("annotation now")
    },
    PlantedFault(rule: "lost mark") { scene in
      scene.editGroups { group, trail in
        guard trail.last == "mark now", let point = group.items.inkBounds else { return group }
        var group = group
        group.clip = .rect(point.offset(by: Vector(40, 0)))
        return group
      }
    },
    PlantedFault(rule: "panel overlap") { scene in
      let bar = scene.bounds(of: "mark bar 4") ?? Rect(x: 0, y: 0, width: 1, height: 1)
      let point = SceneItem.fill(.circle(bar.center, radius: 6), .white)
      scene.add(.group(SceneGroup(.mark, "point", items: [point])), role: .chart)
    },
    PlantedFault(rule: "line width") { scene in
      scene.changePaths(below: "decoration axis line") { $0.stroke?.width = 0.3 }
    },
    PlantedFault(rule: "fact text") { scene in
      scene.changeRun("0.571 bits") { $0.text = "0.5714 bits" }
    },
    PlantedFault(rule: "printed arithmetic") { scene in
      scene.changeRun("Two kinds of weather") { $0.text = "2 × 3 = 7" }
    },
    PlantedFault(rule: "label reading") { scene in
      let ends = (scene.run("60%")?.inkBounds?.maxX, scene.run("20%")?.inkBounds?.minX)
      let heights = (scene.run("60%")?.inkBounds?.minY, scene.run("20%")?.inkBounds?.minY)
      let shift = Vector(
        (ends.0 ?? 0) + 1.5 - (ends.1 ?? 0), (heights.0 ?? 0) - (heights.1 ?? 0))
      scene.changeRun("60%") { $0.text = "60" }
      scene.changeRun("20%") { run in
        run = run.offset(by: shift)
        run.text = "20"
      }
    },
    PlantedFault(rule: "alt text") { scene in
      scene.altText = "Bars of forecast and truth, a curve of the cost: 0.468 bits."
    },
  ]
}

@Suite("Planted faults")
struct PlantedFaultTests {
  private func findings(_ plant: (inout Scene) -> Void) throws -> [Finding] {
    var picture = try Forecast().rendering(language: .en)
    plant(&picture.scene)
    return picture.lint()
  }

  @Test("The picture without planted faults has no findings")
  func clean() throws {
    #expect(try Forecast().rendering(language: .en).lint() == [])
  }

  @Test("Each fault is found by its rule, and by no other", arguments: PlantedFault.all)
  func planted(_ fault: PlantedFault) throws {
    let findings = try findings(fault.plant)
    #expect(!findings.isEmpty)
    #expect(Set(findings.map(\.rule.name)) == [fault.rule], "\(findings)")
    for finding in findings {
      #expect(!finding.problem.isEmpty && !finding.fix.isEmpty)
      #expect(finding.measure != finding.limit)
    }
  }

  @Test("There is a fault for every rule")
  func everyRule() {
    #expect(PlantedFault.all.map(\.rule) == LintRule.standard.map(\.name))
  }

  @Test("A chart is checked by itself, and its faults can be marked in a picture")
  func chart() throws {
    let chart = Chart {
      BarMark(x: .value("x", "a"), y: .value("y", 3.0))
      BarMark(x: .value("x", "b"), y: .value("y", 4.0))
    }
    #expect(try chart.lint() == [])
    let cut = chart.chartYScale(domain: 1...4)
    let findings = try cut.lint()
    #expect(findings.map(\.rule.name) == ["truncated bar", "truncated bar"], "\(findings)")
    let scene = try cut.scene().scene
    let marked = try scene.marking(findings)
    #expect(marked.size.height > scene.size.height)
    #expect(marked.text.contains("annotation \"finding 2\""))
    #expect(marked.lint([.cutOff(), .textOverlap(), .missingGlyph]) == [])
    #expect(try scene.marking([]) == scene)
  }
}
