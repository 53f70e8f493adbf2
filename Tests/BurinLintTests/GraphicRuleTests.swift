import BurinGeometry
import BurinLint
import BurinScene
import Testing

@Suite("Checks of graphics")
struct GraphicRuleTests {
  private let pale = RGBColor(hex: 0xD8DDE4)
  private let dark = RGBColor(hex: 0x094B97)

  private func chart(_ items: SceneItem...) -> Scene {
    scene(.group(SceneGroup(.chart, "c", items: [.group(SceneGroup(.plot, items: items))])))
  }

  private func bar(_ rect: Rect, _ color: RGBColor, name: String = "bar 1") -> SceneItem {
    group(.mark, name, .fill(.rect(rect), color))
  }

  // MARK: Contrast of graphics

  @Test("Faint lines, points and bars are found, once for each kind")
  func faint() {
    let curve = group(
      .mark, "curve 1", line(Point(5, 90), Point(90, 20), Point(190, 10), width: 2, color: pale))
    let findings = chart(
      curve, bar(box(10, 50, 20, 40), pale), bar(box(40, 40, 20, 50), pale, name: "bar 2"),
      group(.mark, "point 1", .fill(.circle(Point(150, 60), radius: 4), pale))
    ).lint([.graphicContrast()])
    #expect(
      findings.map(\.node) == [
        "chart c › plot › mark curve 1", "chart c › plot › mark bar 1",
        "chart c › plot › mark point 1",
      ])
    #expect(findings.map(\.problem).filter { $0.contains("1 more of its kind") }.count == 1)
    #expect(findings.allSatisfy { $0.limit == Measure(3, ":1") && $0.measure.value < 1.5 })
    #expect(chart(bar(box(10, 50, 20, 40), dark)).lint([.graphicContrast()]).isEmpty)
  }

  @Test("Marks over others of their kind and colour merge with them; over another kind they vanish")
  func merged() {
    func findings(_ first: String) -> [String] {
      chart(
        bar(box(10, 10, 60, 60), dark, name: first), bar(box(20, 20, 30, 30), dark, name: "bar 2")
      ).lint([.graphicContrast()]).map(\.node)
    }
    #expect(findings("bar 1") == [])
    #expect(findings("rectangle 1") == ["chart c › plot › mark bar 2"])
  }

  @Test("What counts of marks with a blend mode is what they leave of their ground")
  func blended() {
    func findings(_ blend: BlendMode?, _ color: RGBColor, background: RGBColor) -> Int {
      let bar = SceneItem.group(
        SceneGroup(
          .mark, "bar 1", blend: blend, items: [.fill(.rect(box(10, 50, 20, 40)), color)]))
      return scene(background: background, group(.chart, "", group(.plot, "", bar)))
        .lint([.graphicContrast()]).count
    }
    let night = RGBColor(hex: 0x101820)
    #expect(findings(nil, .white, background: night) == 0)
    // A product with a dark ground is dark.
    #expect(findings(.multiply, .white, background: night) == 1)
    #expect(findings(.multiply, dark, background: .white) == 0)
    #expect(findings(.screen, dark, background: .white) == 1)
    #expect(findings(.difference, .white, background: night) == 0)
  }

  @Test("What counts is the ground: pale on dark is seen, dark on dark is not")
  func ground() {
    let night = RGBColor(hex: 0x101820)
    func findings(_ color: RGBColor) -> Int {
      scene(
        background: night,
        group(.chart, "", group(.plot, "", bar(box(10, 50, 20, 40), color)))
      ).lint([.graphicContrast()]).count
    }
    #expect(findings(pale) == 0)
    #expect(findings(RGBColor(hex: 0x203040)) == 1)
  }

  @Test("A rim lifts a dot off its ground, a rim like the page does not make a pale dot seen")
  func rims() {
    func count(_ fill: RGBColor, on ground: RGBColor) -> Int {
      let dot = SceneItem.path(
        PathItem(
          .circle(Point(60, 50), radius: 5), fill: .color(fill),
          stroke: Stroke(.white, width: 1.2)))
      return chart(
        group(.mark, "field", .fill(.rect(box(0, 0, 200, 100)), ground)), group(.mark, "dot", dot)
      ).lint([.graphicContrast()]).filter { $0.node.hasSuffix("dot") }.count
    }
    let orange = RGBColor(hex: 0xB75000)
    #expect(count(orange, on: RGBColor(hex: 0xB98AAA)) == 0)
    #expect(count(pale, on: .white) == 1)
  }

  @Test("Pale areas are fine where lines, labels or guides say what they show")
  func explained() {
    let area = bar(box(20, 30, 100, 60), pale, name: "area 1")
    func count(_ more: SceneItem...) -> Int {
      scene(
        .group(
          SceneGroup(
            .chart,
            items: [
              .group(SceneGroup(.plot, items: [area])), .group(SceneGroup(.plot, items: more)),
            ])
        )
      ).lint([.graphicContrast()]).count
    }
    #expect(count() == 1)
    #expect(count(group(.mark, "edge", line(Point(20, 30), Point(120, 30), width: 2))) == 0)
    // As through the middle of a band, but not half of it.
    #expect(count(group(.mark, "mean", line(Point(20, 60), Point(120, 60), width: 2))) == 0)
    #expect(count(group(.mark, "mean", line(Point(20, 60), Point(60, 60), width: 2))) == 1)
    let faint = line(Point(20, 60), Point(120, 60), width: 2, color: pale)
    #expect(count(group(.mark, "mean", faint)) == 2)
    #expect(count(group(.annotation, "x", text("0.3", box(50, 50)))) == 0)
    #expect(count(group(.annotation, "x", text("0.3", box(50, 16)))) == 0)
    #expect(count(group(.annotation, "x", text("0.3", box(160, 50)))) == 1)
  }

  @Test("Thin straight lines are guides, thin curves and thick lines are data")
  func guides() {
    func count(_ points: [Point], _ width: Double) -> Int {
      chart(group(.mark, "m", .stroke(.polyline(points), Stroke(pale, width: width))))
        .lint([.graphicContrast()]).count
    }
    let straight = [Point(10, 10), Point(90, 10)]
    #expect(count(straight, 1.4) == 0)
    #expect(count(straight, 2.4) == 1)
    #expect(count(straight + [Point(120, 80)], 1.4) == 1)
    // A line along the edge of a bar is seen against the page.
    let orange = RGBColor(hex: 0xB75000)
    let edge = chart(
      bar(box(10, 50, 80, 40), RGBColor(hex: 0xC988AE)),
      group(.mark, "cap", line(Point(10, 50), Point(90, 50), width: 2.4, color: orange)))
    #expect(edge.lint([.graphicContrast()]).isEmpty)
  }

  // MARK: Colours of series

  private func legend(_ keys: (String, RGBColor)...) -> SceneItem {
    .group(
      SceneGroup(
        .legend,
        items: keys.enumerated().flatMap { index, key in
          let x = Double(index) * 60
          return [
            SceneItem.fill(.rect(box(x, 2, 10, 10)), key.1), text(key.0, box(x + 14, 2, 30, 10)),
          ]
        }))
  }

  private func series(_ a: RGBColor, _ b: RGBColor) -> Scene {
    scene(
      group(
        .chart, "", legend(("P", a), ("Q", b)),
        group(
          .plot, "", bar(box(10, 50, 20, 40), a), bar(box(40, 40, 20, 50), b, name: "bar 2"))))
  }

  // The papers' formulas in double precision, without rounding to bytes: the colours lie 0.1999
  // apart in OKLab as seen, 0.0450 in grey and 0.0126 under deuteranopia.
  @Test("Red and green that look alike to a green-blind reader are found, with the form named")
  func deuteranopia() {
    let findings = series(RGBColor(hex: 0xB02020), RGBColor(hex: 0x6B6B00)).lint([.seriesColors()])
    #expect(findings.count == 1)
    #expect(findings.first?.problem.hasSuffix("under deuteranopia") == true)
    #expect(findings.first.map { abs($0.measure.value - 0.0126) < 0.002 } == true)
  }

  @Test("Colours of one lightness are lost in grey print, those of the theme are not")
  func grey() {
    let findings = series(RGBColor(hex: 0x1D5AA8), RGBColor(hex: 0x961B6B)).lint([.seriesColors()])
    #expect(findings.first?.problem.hasSuffix("in grey") == true)
    #expect(
      series(RGBColor(hex: 0x094B97), RGBColor(hex: 0xB75000)).lint([.seriesColors()]).isEmpty)
  }

  @Test("Form tells apart what colour does not, and so do charts of their own")
  func form() {
    let (a, b) = (RGBColor(hex: 0x1D5AA8), RGBColor(hex: 0x961B6B))
    func count(_ second: SceneItem) -> Int {
      scene(
        group(
          .chart, "", legend(("P", a), ("Q", b)),
          group(
            .plot, "", group(.mark, "1", line(Point(5, 80), Point(90, 20), width: 2, color: a)),
            group(.mark, "2", second)))
      ).lint([.seriesColors()]).count
    }
    let path = Path.polyline([Point(5, 20), Point(90, 80)])
    #expect(count(.stroke(path, Stroke(b, width: 2))) == 1)
    #expect(count(.stroke(path, Stroke(b, width: 2, dash: [4, 3]))) == 0)
    #expect(count(.fill(.rect(box(120, 20)), b)) == 0)
    let apart = scene(
      legend(("P", a), ("Q", b)),
      group(.chart, "1", group(.plot, "", bar(box(10, 50, 20, 40), a))),
      group(.chart, "2", group(.plot, "", bar(box(110, 50, 20, 40), b))))
    #expect(apart.lint([.seriesColors()]).isEmpty)
  }

  @Test("Marks without a legend mean something by their colours too, tints included")
  func tints() {
    // 0.146 apart for most readers, 0.013 under deuteranopia: costs and savings of a waterfall.
    let (cost, saving) = (RGBColor(hex: 0xBC7C9E), RGBColor(hex: 0x6B9D92))
    func findings(_ second: RGBColor, _ labels: SceneItem...) -> [Finding] {
      scene(
        group(
          .chart, "",
          group(
            .plot, "", bar(box(10, 50, 20, 40), cost),
            bar(box(40, 40, 20, 50), second, name: "bar 2")),
          .group(SceneGroup(.axis, "x", items: labels)))
      ).lint([.seriesColors()])
    }
    let found = findings(saving)
    #expect(found.count == 1)
    #expect(found.first?.problem.hasPrefix("#6b9d92 looks like #bc7c9e") == true)
    #expect(found.first?.problem.hasSuffix("under deuteranopia") == true)
    // A neighbour in a scale of tints is no other meaning.
    #expect(findings(RGBColor(hex: 0xB06D92)).isEmpty)
    // A category of each says what it is; a number does not.
    func tick(_ word: String, _ x: Double) -> SceneItem {
      group(.tick, "tick \(x)", text(word, box(x, 95, 10, 8)))
    }
    #expect(findings(saving, tick("cost", 15), tick("saving", 45)).isEmpty)
    #expect(findings(saving, tick("1", 15), tick("2", 45)).count == 1)
  }

  @Test("Names at the marks are a second channel, numbers are none")
  func named() {
    let (a, b) = (RGBColor(hex: 0x1D5AA8), RGBColor(hex: 0x961B6B))
    func count(_ first: String, _ second: String, color: RGBColor = .black) -> Int {
      scene(
        group(
          .chart, "",
          group(
            .plot, "", bar(box(10, 50, 20, 40), a), bar(box(40, 40, 20, 50), b, name: "bar 2")),
          group(.annotation, "bar", text(first, box(12, 60, 10, 8), color: color)),
          group(.annotation, "bar 2", text(second, box(42, 60, 10, 8), color: color)))
      ).lint([.seriesColors()]).count
    }
    #expect(count("truth", "model") == 0)
    #expect(count("+0.9", "−0.2") == 1)
    #expect(count("truth", "−0.2") == 1)
  }

  @Test("A word of a line's colour names it where it is near, or led to it, or nearest to it")
  func wordsAtLines() {
    let (a, b) = (RGBColor(hex: 0x1D5AA8), RGBColor(hex: 0x961B6B))
    func count(_ y: Double, leader: SceneItem...) -> Int {
      scene(
        group(
          .chart, "",
          group(
            .plot, "",
            group(.mark, "line 1", line(Point(5, 90), Point(190, 90), width: 2, color: a)),
            group(.mark, "line 2", line(Point(5, 60), Point(190, 60), width: 2, color: b))),
          group(.annotation, "P", text("P", box(20, 78, 10, 8), color: a)),
          .group(
            SceneGroup(
              .annotation, "Q", items: [text("Q", box(20, y, 10, 8), color: b)] + leader)))
      ).lint([.seriesColors()]).count
    }
    // 12 points below the line, 38 above it, and too far; then with a leader.
    #expect(count(42) == 0)
    #expect(count(15) == 0)
    #expect(count(2) == 1)
    #expect(count(2, leader: line(Point(25, 12), Point(25, 57))) == 0)
    // Beside the other line a colour is all that it has.
    #expect(count(95 - 3) == 1)
  }

  @Test("Coloured words are a legend too")
  func words() {
    let (a, b) = (RGBColor(hex: 0x1D5AA8), RGBColor(hex: 0x961B6B))
    let picture = scene(
      group(
        .title, "", text("teacher", box(5, 2, 40, 10), color: a),
        text("student", box(60, 2, 40, 10), color: b)),
      group(
        .chart, "",
        group(.plot, "", bar(box(10, 50, 20, 40), a), bar(box(40, 40, 20, 50), b, name: "bar 2"))))
    let findings = picture.lint([.seriesColors()])
    #expect(findings.count == 1)
    #expect(findings.first?.problem.contains("\"student\"") == true)
  }

  // MARK: Hidden data, bars, ticks, panels

  @Test("A legend on a plate hides what lies under it")
  func hidden() {
    func count(_ x: Double) -> Int {
      scene(
        group(
          .chart, "", group(.plot, "", bar(box(10, 20, 20, 70), dark)),
          group(
            .legend, "", .fill(.rect(box(x, 10, 60, 30)), .white),
            text("P", box(x + 20, 20, 10, 10))))
      ).lint([.hiddenData()]).count
    }
    #expect(count(100) == 0)
    #expect(count(5) == 1)
    // A corner of the bar is not the data.
    #expect(count(29.5) == 0)
  }

  @Test("A halo hides a point, and a short piece of a long line does not count")
  func halos() {
    func label(_ x: Double, _ y: Double) -> SceneItem {
      group(
        .annotation, "l",
        group(.decoration, "halo", .stroke(.rect(box(x, y)), Stroke(.white, width: 4))),
        text("x", box(x, y)))
    }
    let curve = group(.mark, "curve", line(Point(0, 50), Point(500, 50), width: 2, color: dark))
    let point = group(.mark, "point", .fill(.circle(Point(60, 30), radius: 3), dark))
    func findings(_ label: SceneItem) -> [Finding] {
      scene(group(.chart, "", group(.plot, "", curve, point), label)).lint([.hiddenData()])
    }
    #expect(findings(label(100, 45)).isEmpty)
    #expect(findings(label(50, 25)).map(\.problem) == ["hides a part of chart › plot › mark point"])
  }

  @Test("A bar that its axis cuts is found at either end")
  func truncated() {
    let plot = box(10, 10, 180, 70)
    func count(_ rect: Rect, name: String = "bar") -> Int {
      scene(
        group(.chart, "", group(.mark, name, clip: plot, .fill(.rect(rect), dark)))
      ).lint([.truncatedBar()]).count
    }
    #expect(count(box(20, 30, 20, 50)) == 0)
    #expect(count(box(20, 30, 20, 90)) == 1)
    #expect(count(box(20, -30, 20, 110)) == 1)
    // Areas may leave the plot.
    #expect(count(box(20, 30, 20, 90), name: "area 1") == 0)
  }

  @Test("Tick labels that nearly touch are found, two rows of them are fine")
  func ticks() {
    func axis(_ gap: Double, rows: Int = 1) -> Scene {
      let labels = (0..<5).map { index in
        group(
          .tick, "\(index + 1)",
          text(
            "0.\(index)", box(5 + Double(index) * (20 + gap), 60 + Double(index % rows) * 14, 20, 9)
          ))
      }
      return scene(.group(SceneGroup(.axis, "x", items: labels)))
    }
    #expect(axis(4).lint([.tickDensity()]).isEmpty)
    let findings = axis(1.5).lint([.tickDensity()])
    #expect(findings.map(\.measure) == [Measure(1.5, "pt")])
    #expect(axis(1.5, rows: 2).lint([.tickDensity()]).isEmpty)
    let marks = (0..<40).map { line(Point(10 + Double($0), 50), Point(10 + Double($0), 54)) }
    #expect(
      scene(.group(SceneGroup(.axis, "x", items: marks))).lint([.tickDensity()]).map(\.problem)
        == ["the ticks of the axis are too close together"])
  }

  @Test("A chart whose marks are all clear or clipped away is empty")
  func empty() {
    func count(_ items: SceneItem...) -> Int {
      scene(.group(SceneGroup(.chart, "c", items: items))).lint([.emptyPanel]).count
    }
    #expect(count() == 1)
    #expect(count(group(.axis, "x", line(Point(0, 50), Point(90, 50)))) == 1)
    #expect(count(bar(box(10, 10), .clear)) == 1)
    #expect(
      count(group(.mark, "bar", clip: box(50, 50), .fill(.rect(box(0, 0, 20, 20)), dark))) == 1)
    #expect(count(bar(box(10, 10), dark)) == 0)
    #expect(count(group(.annotation, "text 1", text("none", box(10, 10)))) == 0)
  }

  @Test("A mark that its plot does not show is lost, a bar of no height is not")
  func lost() {
    func findings(_ rect: Rect, _ other: Rect? = nil) -> [Finding] {
      scene(
        group(
          .chart, "",
          .group(
            SceneGroup(
              .mark, "bar 1", clip: .rect(box(10, 10, 100, 60)),
              items: ([rect] + [other].compactMap(\.self)).map { .fill(.rect($0), dark) })))
      ).lint([.lostMark])
    }
    #expect(findings(box(20, 30, 20, 40)) == [])
    #expect(findings(box(20, 70, 20, 0)) == [])
    #expect(findings(box(130, 30, 20, 40)).map(\.measure) == [Measure(20, "pt")])
    // What is drawn in several pieces may lose some of them.
    #expect(findings(box(130, 30, 20, 40), box(60, 30, 20, 40)) == [])
  }

  @Test("Charts must not lie on each other, an inset may lie in its chart")
  func panels() {
    func panel(_ name: String, _ rect: Rect, _ inner: SceneItem...) -> SceneItem {
      .group(
        SceneGroup(.chart, name, items: [group(.plot, "", bar(rect, dark))] + inner))
    }
    #expect(
      scene(panel("a", box(0, 0, 60, 50)), panel("b", box(60, 0, 60, 50)))
        .lint([.panelOverlap()]) == [])
    let findings = scene(panel("a", box(0, 0, 60, 50)), panel("b", box(56, 0, 60, 50)))
      .lint([.panelOverlap()])
    #expect(
      findings.map(\.description) == [
        "panel overlap: chart b: the chart overlaps chart a: 4 pt (limit 0.5 pt):"
          + " place them side by side, or make one an inset of the other"
      ])
    #expect(
      scene(panel("a", box(0, 0, 90, 80), panel("inset", box(10, 10, 30, 20))))
        .lint([.panelOverlap()]) == [])
  }

  @Test("Thin lines are found at the width at which the picture is shown")
  func thin() {
    func count(_ width: Double, canvas: Double = 200) -> Int {
      Scene(
        size: Size(canvas, 100),
        items: [group(.grid, "", line(Point(0, 50), Point(90, 50), width: width))]
      ).lint([.lineWidth()]).count
    }
    #expect(count(0.5) == 0)
    #expect(count(0.4) == 1)
    #expect(count(0.8, canvas: 1600) == 1)
    #expect(count(1, canvas: 1600) == 0)
  }

  @Test("A text over a point or across the edge of a bar is found, one inside is not")
  func textOnMarks() {
    func count(_ rect: Rect) -> Int {
      chart(
        bar(box(20, 20, 60, 60), dark),
        group(.mark, "point 1", .fill(.circle(Point(150, 50), radius: 5), dark)),
        group(.annotation, "l", text("0.3", rect, color: .white))
      ).lint([.textOnMark()]).count
    }
    #expect(count(box(30, 40, 30, 10)) == 0)
    #expect(count(box(60, 40, 30, 10)) == 1)
    #expect(count(box(140, 45, 30, 10)) == 1)
    #expect(count(box(100, 40, 30, 10)) == 0)
  }
}
