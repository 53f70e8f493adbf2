import BurinFigures
import Figures
import TestSupport
import Testing

/// A fault put into a figure of the catalog that has none.
struct PlantedFault: Sendable, CustomTestStringConvertible {
  var testDescription: String
  /// The rule that must find it.
  var rule: String
  /// The figure, in English.
  var figure: String
  /// A part of the way to the node at fault.
  var node: String
  /// A part of the finding's problem.
  var problem: String
  /// What the rule allows.
  var limit: Measure
  var plant: @Sendable (inout Scene) -> Void

  init(
    _ description: String, _ rule: String, in figure: String, at node: String,
    _ problem: String, limit: Measure, plant: @escaping @Sendable (inout Scene) -> Void
  ) {
    testDescription = description
    self.rule = rule
    self.figure = figure
    self.node = node
    self.problem = problem
    self.limit = limit
    self.plant = plant
  }
}

extension Scene {
  /// The ink of a run that must be there; far off the canvas, so that the test fails, if it is not.
  fileprivate func ink(_ text: String, below step: String = "") -> Rect {
    run(text, below: step)?.inkBounds ?? Rect(x: 9999, y: 9999, width: 1, height: 1)
  }

  /// Clips a group that is the last step of a trail.
  fileprivate mutating func clip(_ step: String, to change: (Rect) -> Rect) {
    editGroups { group, trail in
      guard trail.last == step, let bounds = group.items.inkBounds else { return group }
      var group = group
      group.clip = .rect(change(bounds))
      return group
    }
  }
}

private let theme = Theme.tutorial.colors
private func color(_ name: String) -> RGBColor { theme[name] ?? .black }

// MARK: - Text

extension PlantedFault {
  static let text: [PlantedFault] = [
    PlantedFault(
      "a character that the font lacks", "missing glyph", in: "kl_numerical_example",
      at: "title chart", "has no glyph for \"o\" (U+006F)", limit: Measure(0, "missing")
    ) { scene in
      scene.changeRun("Two distributions") { $0.glyphs[2].id = 0 }
    },
    PlantedFault(
      "a title beyond the canvas", "cut off", in: "09_kl_calculation", at: "title",
      "leaves the canvas", limit: Measure(0.5, "pt")
    ) { scene in
      scene.changeRun(" wastes 0.571 bits on average") { $0 = $0.offset(by: Vector(500, 0)) }
    },
    PlantedFault(
      "a text that a clip cuts", "cut off", in: "kl_numerical_example", at: "cell 4,1",
      "\"total\" is cut by a clip", limit: Measure(0.5, "pt")
    ) { scene in
      scene.clip("cell 4,1") { $0.inset(by: Insets(trailing: 9)) }
    },
    PlantedFault(
      "a number on a number", "text overlap", in: "10_asymmetry", at: "annotation bar 8",
      "\"0.527\" overlaps \"0.571\"", limit: Measure(0.5, "pt")
    ) { scene in
      let shift = scene.ink("0.527").minY - scene.ink("0.571", below: "annotation bar 7").minY
      scene.changeRun("0.571", below: "annotation bar 7") {
        $0 = $0.offset(by: Vector(0, shift - 4))
      }
    },
    PlantedFault(
      "a connector through a number", "text on line", in: "jensen_inequality", at: "annotation",
      "\"0.464\" is crossed by a line of connector planted", limit: Measure(0.5, "pt")
    ) { scene in
      let ink = scene.ink("0.464")
      scene.add(
        .stroke(
          .segment(Point(ink.minX - 3, ink.midY), Point(ink.maxX + 8, ink.midY)),
          Stroke(.black, width: 1)), role: .connector)
    },
    PlantedFault(
      "a number across the edge of a bar", "text on mark", in: "06_entropy", at: "annotation text",
      "straddles the edge of", limit: Measure(0.5, "pt")
    ) { scene in
      // The last tile, beside which there is only canvas.
      scene.changeRun("× 1.644") { $0 = $0.offset(by: Vector(30, 0)) }
    },
    PlantedFault(
      "a number over a point", "text on mark", in: "kl_numerical_example", at: "annotation bar 1",
      "covers the point", limit: Measure(0.5, "pt")
    ) { scene in
      let point = SceneItem.fill(
        .circle(scene.ink("0.5", below: "annotation bar 1").center, radius: 6),
        RGBColor(hex: 0xC1D1E7))
      scene.editGroups { group, trail in
        guard trail.suffix(2) == ["chart Two distributions", "plot"] else { return group }
        var group = group
        group.items.append(.group(SceneGroup(.mark, "point", items: [point])))
        return group
      }
    },
    PlantedFault(
      "a label in small type", "text size", in: "kl_numerical_example", at: "axis x › tick 3",
      "\"C\" is too small", limit: Measure(11, "pt")
    ) { scene in
      scene.changeRun("C", below: "axis x") { $0.size = 10.5 }
    },
    PlantedFault(
      "the head of a column in grey", "text contrast", in: "kl_numerical_example",
      at: "table head › cell 0,1", "\"value\" in #8a8f98 on #ffffff is faint",
      limit: Measure(4.5, ":1")
    ) { scene in
      scene.changeRun("value") { $0.color = RGBColor(hex: 0x8A8F98) }
    },
    PlantedFault(
      "white on a tile that became pale", "text contrast", in: "04_distribution",
      at: "annotation", "\"1+6\" in #ffffff on #cedbea is faint", limit: Measure(4.5, ":1")
    ) { scene in
      let place = scene.ink("1+6").center
      scene.edit { item, _ in
        guard case .path(var path) = item, path.fill == .color(color("P")),
          item.inkBounds?.contains(place) == true
        else { return item }
        path.fill = .color(RGBColor(hex: 0xCEDBEA))
        return .path(path)
      }
    },
    PlantedFault(
      "a number on a tile of middling lightness", "perceived contrast", in: "04_distribution",
      at: "annotation", "\"1+6\" in #1c2430 on #7f9cc8 is dim", limit: Measure(60, "Lc")
    ) { scene in
      let place = scene.ink("1+6").center
      scene.changeRun("1+6") { $0.color = RGBColor(hex: 0x1C2430) }
      scene.edit { item, _ in
        guard case .path(var path) = item, path.fill == .color(color("P")),
          item.inkBounds?.contains(place) == true
        else { return item }
        path.fill = .color(RGBColor(hex: 0x7F9CC8))
        return .path(path)
      }
    },
  ]
}

// MARK: - Graphics

extension PlantedFault {
  /// The legend of a chart of P and Q, its ink at a place; the catalog names its series directly.
  private static func legend(at place: Point) -> [SceneItem] {
    func legends(_ items: [SceneItem]) -> [SceneItem] {
      items.flatMap { item -> [SceneItem] in
        guard case .group(let group) = item else { return [] }
        return group.role == .legend ? [item] : legends(group.items)
      }
    }
    let chart = Chart {
      for name in ["P", "Q"] {
        BarMark(x: .value("", name), y: .value("", 1)).foregroundStyle(by: .value("", name))
      }
    }.chartForegroundStyleScale(["P": .truth, "Q": .model])
    let items =
      (try? chart.scene(width: 300, theme: .tutorial).scene).map { legends($0.items) } ?? []
    let origin = items.inkBounds?.origin ?? .zero
    return items.map { $0.offset(by: Vector(place.x - origin.x, place.y - origin.y)) }
  }

  /// The model's bars and their key in a colour that some readers take for the truth's blue.
  private static func alike(_ hex: UInt32, _ how: String) -> PlantedFault {
    PlantedFault(
      "series that are alike\(how)", "series colours", in: "kl_numerical_example", at: "legend",
      "\"Q\" in \(RGBColor(hex: hex)) looks like \"P\" in #094b97\(how)",
      limit: Measure(0.08, "in OKLab")
    ) { scene in
      let title = scene.ink("Two distributions")
      for item in legend(at: Point(title.maxX + 20, title.minY)) {
        scene.insert(item, into: "chart Two distributions")
      }
      scene.replaceFill(color("Q"), by: RGBColor(hex: hex))
    }
  }

  static let graphics: [PlantedFault] = [
    PlantedFault(
      "a pale curve", "graphic contrast", in: "10_asymmetry", at: "mark curve 2",
      "the mark is faint", limit: Measure(3, ":1")
    ) { scene in
      scene.changePaths(below: "mark curve 2") {
        $0.stroke = Stroke(RGBColor(hex: 0xE8C9B0), width: 2.2)
      }
    },
    // Found by a search over all colours; distances by the formulas in double precision.
    alike(0xD8009C, " under protanopia"), alike(0x540090, " under deuteranopia"),
    alike(0x3C6090, " under tritanopia"), alike(0x9C0C00, " in grey"),
    PlantedFault(
      "a legend over a bar", "hidden data", in: "kl_numerical_example", at: "legend key",
      "hides a part of figure › chart Two distributions › plot › mark bar 2",
      limit: Measure(25, "%")
    ) { scene in
      let bar =
        scene.bounds(of: "mark bar 2")?.inset(by: 3) ?? .init(x: 0, y: 0, width: 1, height: 1)
      let key = SceneGroup(.legend, "key", items: [.fill(.rect(bar), .white)])
      scene.insert(.group(key), into: "chart Two distributions")
    },
    PlantedFault(
      "a label on a plate over a point", "hidden data", in: "jensen_inequality",
      at: "annotation planted", "hides a part of", limit: Measure(25, "%")
    ) { scene in
      let point = Rect(center: scene.point(1), size: Size(16, 16))
      let plate = SceneGroup(.annotation, "planted", items: [.fill(.rect(point), .white)])
      scene.insert(.group(plate), into: "chart Concave $\\ln x$: chord below curve")
    },
    PlantedFault(
      "an axis that cuts a bar", "truncated bar", in: "kl_numerical_example", at: "mark bar 3",
      "the axis truncates the bar", limit: Measure(0.5, "pt")
    ) { scene in
      scene.clip("mark bar 3") { $0.inset(by: Insets(bottom: 12)) }
    },
    PlantedFault(
      "labels that crowd each other", "tick density", in: "10_asymmetry", at: "axis y",
      "the labels of the axis are too close together", limit: Measure(3, "pt")
    ) { scene in
      let gap = scene.ink("0.5", below: "axis y").minY - scene.ink("1.0", below: "axis y").maxY
      scene.changeRun("1.0", below: "axis y") { $0 = $0.offset(by: Vector(0, gap - 1.5)) }
    },
    PlantedFault(
      "ticks that crowd each other", "tick density", in: "10_asymmetry", at: "axis x ticks",
      "the ticks of the axis are too close together", limit: Measure(2, "pt")
    ) { scene in
      let ticks = scene.bounds(of: "axis x ticks") ?? Rect(x: 0, y: 0, width: 1, height: 1)
      let tick = Path.segment(
        Point(ticks.minX + 1.7, ticks.minY), Point(ticks.minX + 1.7, ticks.maxY))
      scene.insert(.stroke(tick, Stroke(color("axis"), width: 1)), into: "axis x ticks")
    },
    PlantedFault(
      "two ticks with one number", "tick labels", in: "10_asymmetry", at: "axis y",
      "neighbouring ticks all show \"0.5\"", limit: Measure(1, "label")
    ) { scene in
      scene.changeRun("1.0", below: "axis y") { $0.text = "0.5" }
    },
    PlantedFault(
      "a title in the margin", "margin", in: "10_asymmetry", at: "title",
      "extends into the page's margin", limit: Measure(3, "pt")
    ) { scene in
      var isFirst = true
      scene.changeRuns { run in
        if isFirst { run = run.offset(by: Vector(0, -12)) }
        isFirst = false
      }
    },
    PlantedFault(
      "an empty page", "data ink", in: "10_asymmetry", at: "figure", "the page shows nothing",
      limit: Measure(1, "item")
    ) { scene in
      scene.edit { item, trail in trail.first == "figure" ? nil : item }
      scene.editGroups { group, trail in trail.count == 2 ? nil : group }
    },
    PlantedFault(
      "a chart without marks", "empty panel", in: "jensen_inequality",
      at: "chart Convex $u^2$: chord above curve", "the chart shows no mark",
      limit: Measure(1, "mark")
    ) { scene in
      scene.edit { item, trail in
        let isMark = trail.contains { $0.hasPrefix("mark") || $0.hasPrefix("annotation") }
        return isMark && trail.contains { $0.hasPrefix("chart Convex") } ? nil : item
      }
    },
    PlantedFault(
      "a curve beyond its axes", "lost mark", in: "10_asymmetry", at: "mark curve 2",
      "the mark lies entirely outside its plot", limit: Measure(0, "pt")
    ) { scene in
      scene.changePaths(below: "mark curve 2") {
        $0.path = $0.path.transformed(by: .translation(0, -600))
      }
    },
    PlantedFault(
      "a chart that runs into the next", "panel overlap", in: "jensen_inequality",
      at: "chart Convex", "the chart overlaps figure › chart Concave", limit: Measure(0.5, "pt")
    ) { scene in
      scene.editGroups { group, trail in
        guard trail.last?.hasPrefix("chart Convex") == true else { return group }
        var group = group
        group.transform = .translation(-38, 0)
        return group
      }
    },
    PlantedFault(
      "a hairline", "line width", in: "10_asymmetry", at: "mark rule 4", "a line is too thin",
      limit: Measure(0.5, "pt")
    ) { scene in
      scene.changePaths(below: "mark rule 4") { $0.stroke?.width = 0.3 }
    },
  ]
}

extension Scene {
  /// The middle of a numbered point in the first chart.
  fileprivate func point(_ number: Int) -> Point {
    leaves.first { $0.trail.contains("mark point \(number)") }?.canvasBounds?.center ?? .zero
  }
}

// MARK: - Facts and alt text

extension PlantedFault {
  static let words: [PlantedFault] = [
    PlantedFault(
      "a fact in another rounding", "fact text", in: "09_kl_calculation", at: "cell 4,6",
      "prints kl.forward as 0.5714 bits", limit: Measure(3, "decimals")
    ) { scene in
      scene.changeRun("0.571 bits") { $0.text = "0.5714 bits" }
    },
    PlantedFault(
      "a fact in another unit", "fact text", in: "09_kl_calculation", at: "cell 4,6",
      "prints kl.forward, declared in bits, as 0.571 nats", limit: Measure(0.571, "bits")
    ) { scene in
      scene.changeRun("0.571 bits") { $0.text = "0.571 nats" }
    },
    PlantedFault(
      "a fact cut off and not rounded", "fact text", in: "09_kl_calculation", at: "alt text",
      "prints kl.forward as 0.570 bits", limit: Measure(0.571, "bits")
    ) { scene in
      scene.altText = scene.altText.replacing("0.571 bits", with: "0.570 bits")
    },
    PlantedFault(
      "no alt text", "alt text", in: "09_kl_calculation", at: "alt text",
      "there is no alt text", limit: Measure(30, "characters")
    ) { scene in
      scene.altText = ""
    },
    PlantedFault(
      "alt text in another language", "alt text", in: "09_kl_calculation", at: "alt text",
      "is not in the picture's language en", limit: Measure(0, "ideographs")
    ) { scene in
      scene.altText = "表格列出每种天气的概率、比值、对数和贡献；瀑布图把贡献逐项相加，合计 0.571 bits。"
    },
    PlantedFault(
      "a product that its printed factors don’t make", "printed arithmetic", in: "08_kl_formula",
      at: "text", "prints 0.6 × 1.584 = 0.951 bits", limit: Measure(0.951)
    ) { scene in
      scene.changeRun("0.6 × 1.585 = 0.951 bits") { $0.text = "0.6 × 1.584 = 0.951 bits" }
    },
    PlantedFault(
      "two numbers that read as one", "label reading", in: "10_asymmetry", at: "annotation bar 8",
      "\"0.527\" reads as one with \"0.571\"", limit: Measure(2.5, "pt")
    ) { scene in
      let (first, second) = (
        scene.ink("0.571", below: "annotation bar 7"), scene.ink("0.527", below: "annotation bar 8")
      )
      scene.changeRun("0.527", below: "annotation bar 8") {
        $0 = $0.offset(by: Vector(first.maxX + 1.5 - second.minX, first.minY - second.minY))
      }
    },
    PlantedFault(
      "alt text about other numbers", "alt text", in: "09_kl_calculation", at: "alt text",
      "the alt text is stale", limit: Measure(2, "unknown numbers")
    ) { scene in
      for (number, other) in [("0.951", "0.802"), ("0.221", "0.187"), ("0.158", "0.444")] {
        scene.altText = scene.altText.replacing(number, with: other)
      }
    },
  ]

  static let all = text + graphics + words
}

@Suite("Faults planted into the figures")
struct PlantedFaultTests {
  @Test(
    "A fault is found once, by its rule, at its node, and nothing else is",
    arguments: PlantedFault.all)
  func planted(_ fault: PlantedFault) throws {
    var rendering = try Catalog.require(fault.figure).render(language: .en)
    #expect(rendering.lint() == [])
    fault.plant(&rendering.scene)
    let findings = rendering.lint()
    try #require(findings.count == 1, "\(findings.map(\.description))")
    let finding = findings[0]
    #expect(finding.rule.name == fault.rule)
    #expect(finding.node.contains(fault.node))
    #expect(finding.problem.contains(fault.problem))
    #expect(finding.limit.description == fault.limit.description)
    #expect(finding.measure != finding.limit)
    #expect(!finding.fix.isEmpty)
  }

  @Test("There is a fault for every rule")
  func everyRule() {
    #expect(Set(PlantedFault.all.map(\.rule)) == Set(LintRule.standard.map(\.name)))
  }
}
