import BurinGeometry
import BurinLint
import BurinScene
import Testing

@Suite("Contrast of text")
struct ContrastRuleTests {
  private func count(_ scene: Scene) -> Int { scene.lint([.textContrast()]).count }

  // #767676 on white has contrast 4.54, #777777 has 4.48 (WebAIM's contrast checker).
  @Test("The limit is that of WCAG AA")
  func limit() {
    #expect(count(scene(text("a", box(10, 10), color: RGBColor(hex: 0x767676)))) == 0)
    let findings = scene(
      group(.label, "l", text("a", box(10, 10), color: RGBColor(hex: 0x777777)))
    ).lint(LintRule.chart)
    #expect(
      findings.map(\.description) == [
        "text contrast: label l: \"a\" in #777777 on #ffffff is faint: 4.48:1 (limit 4.5:1):"
          + " use a darker or lighter colour"
      ])
  }

  @Test("What counts is the colour that blend modes leave")
  func blended() {
    func blended(_ blend: BlendMode, _ items: SceneItem...) -> SceneItem {
      .group(SceneGroup(.label, "l", blend: blend, items: items))
    }
    let (ink, ground) = (box(10, 10), SceneItem.fill(.rect(box(0, 0, 60, 60)), .black))
    // Black on white by its own colour, white on white after exclusion.
    #expect(count(scene(blended(.screen, text("a", ink)))) == 1)
    #expect(count(scene(blended(.multiply, text("a", ink)))) == 0)
    // White text, inverted by what is behind.
    #expect(count(scene(blended(.difference, text("a", ink, color: .white)))) == 0)
    #expect(count(scene(text("a", ink, color: .white))) == 1)
    // A black ground that screens leaves the page, on which white text isn't seen.
    #expect(count(scene(blended(.screen, ground), text("a", ink, color: .white))) == 1)
    #expect(count(scene(blended(.multiply, ground), text("a", ink, color: .white))) == 0)
    // In a layer of its own it mixes with nothing.
    let isolated = SceneItem.group(
      SceneGroup(.label, blend: .normal, items: [blended(.screen, ground)]))
    #expect(count(scene(isolated, text("a", ink, color: .white))) == 0)
    // What is in one group covers before it mixes: white on black there is black on white.
    let inverted = blended(.difference, ground, text("a", ink, color: .white))
    #expect(count(scene(inverted)) == 0)
  }

  @Test("Large and bold text may be fainter")
  func large() {
    let gray = RGBColor(hex: 0x888888)
    #expect(count(scene(text("a", box(10, 10), size: 12, color: gray))) == 1)
    #expect(count(scene(text("a", box(10, 10), size: 18, color: gray))) == 0)
    #expect(count(scene(text("a", box(10, 10), size: 14, color: gray))) == 1)
    let bold = text("a", box(10, 10), size: 14, color: gray, font: "NotoSansCJKsc-Bold")
    #expect(count(scene(bold)) == 0)
  }

  // Values of apca-w3 0.1.9: its test for #888 and #fff, black and white.
  @Test("Perceived contrast is that of APCA, positive for dark text")
  func perceived() {
    func contrast(_ text: UInt32, _ ground: UInt32) -> Double {
      RGBColor(hex: text).perceivedContrast(on: RGBColor(hex: ground))
    }
    #expect(abs(contrast(0x888888, 0xFFFFFF) - 63.056) < 0.001)
    #expect(abs(contrast(0xFFFFFF, 0x888888) + 68.541) < 0.001)
    #expect(abs(contrast(0x000000, 0xFFFFFF) - 106.041) < 0.001)
    #expect(abs(contrast(0xFFFFFF, 0x000000) + 107.885) < 0.001)
    #expect(contrast(0x777777, 0x777777) == 0)
  }

  @Test("Text that passes WCAG's ratio and is dim to the eye is found; large text may be dimmer")
  func dim() {
    let plate = SceneItem.fill(.rect(box(0, 0, 100, 50)), RGBColor(hex: 0xA0A0A0))
    func rules(_ size: Double, _ color: UInt32) -> [String] {
      scene(plate, text("a", box(10, 10), size: size, color: RGBColor(hex: color)))
        .lint([.textContrast(), .perceivedContrast()]).map(\.rule.name)
    }
    // 5.97:1 and Lc 49.5.
    #expect(rules(12, 0x1C2430) == ["perceived contrast"])
    #expect(rules(18, 0x1C2430) == [])
    // A text that fails the ratio is reported once, not by both rules.
    #expect(rules(12, 0x566072) == ["text contrast"])
  }

  @Test("What counts is the topmost fill below the text")
  func backdrop() {
    let bar = SceneItem.fill(.rect(box(0, 0, 100, 50)), RGBColor(hex: 0x003366))
    let white = text("40%", box(10, 10), color: .white)
    #expect(count(scene(bar, white)) == 0)
    #expect(count(scene(white)) == 1)
    #expect(count(scene(white, bar)) == 1)
    #expect(count(scene(bar, text("40%", box(10, 10)))) == 1)
    let plate = SceneItem.fill(.rect(box(5, 5, 40, 20)), .white)
    #expect(count(scene(bar, plate, text("40%", box(10, 10)))) == 0)
    #expect(count(scene(background: .black, white)) == 0)
    #expect(count(scene(background: .clear, text("a", box(10, 10)))) == 0)
  }

  @Test("Transparent coats mix with what is under them")
  func blending() {
    let veil = SceneItem.fill(.rect(box(0, 0, 100, 50)), RGBColor(hex: 0x003366).opacity(0.2))
    #expect(count(scene(veil, text("a", box(10, 10)))) == 0)
    #expect(count(scene(veil, text("a", box(10, 10), color: .white))) == 1)
    let faded = SceneItem.group(SceneGroup(.label, opacity: 0.3, items: [text("a", box(10, 10))]))
    #expect(count(scene(faded)) == 1)
  }

  @Test("A text that leaves its bar is judged beside it too")
  func straddling() {
    let bar = SceneItem.fill(.rect(box(0, 0, 25, 50)), RGBColor(hex: 0x003366))
    #expect(count(scene(bar, text("40%", box(10, 10), color: .white))) == 1)
  }

  @Test("Clips, holes, dots, gradients and images are looked through as they are painted")
  func shapes() {
    let dark = RGBColor(hex: 0x003366)
    let area = SceneItem.fill(.rect(box(0, 0, 100, 50)), dark)
    #expect(
      count(scene(group(.plot, "", clip: box(0, 40, 200, 60), area), text("a", box(10, 10)))) == 0)
    var ring = Path.rect(box(0, 0, 100, 50))
    ring.append(.polyline([Point(5, 5), Point(5, 45), Point(95, 45), Point(95, 5)], closed: true))
    #expect(count(scene(.fill(ring, dark), text("a", box(10, 10)))) == 0)
    #expect(
      count(scene(.fill(.circle(Point(25, 15), radius: 1.5), dark), text("a", box(10, 10)))) == 0)
    let gradient = SceneItem.path(
      PathItem(
        .rect(box(0, 0, 200, 50)),
        fill: .linearGradient(
          from: .zero, to: Point(200, 0),
          stops: [GradientStop(0, .white), GradientStop(1, .black)])))
    #expect(count(scene(gradient, text("a", box(5, 10)))) == 0)
    #expect(count(scene(gradient, text("a", box(165, 10)))) == 1)
    let image = SceneItem.image(
      ImageItem(rect: box(0, 0, 200, 50), columns: 2, rows: 1, cells: [.white, dark]))
    #expect(count(scene(image, text("a", box(10, 10)))) == 0)
    #expect(count(scene(image, text("a", box(110, 10)))) == 1)
    let broken = SceneItem.image(
      ImageItem(rect: box(0, 0, 200, 50), columns: 2, rows: 9, cells: [.white]))
    #expect(count(scene(broken, text("a", box(10, 10)))) == 0)
  }

  @Test("A sensible chart has no findings")
  func clean() {
    let chart = scene(
      .fill(.rect(box(0, 0, 200, 100)), .white),
      group(.title, "", text("Entropy is average surprise", box(10, 2, 180, 10), size: 14)),
      group(.grid, "", line(Point(20, 50), Point(195, 50), color: RGBColor(hex: 0xCCCCCC))),
      group(
        .axis, "x", line(Point(20, 80), Point(195, 80)),
        group(.tick, "1", line(Point(40, 80), Point(40, 84)), text("0", box(37, 86, 6, 9))),
        group(.tick, "2", line(Point(90, 80), Point(90, 84)), text("1", box(87, 86, 6, 9)))),
      group(
        .mark, "bar", .fill(.rect(box(50, 30, 60, 50)), RGBColor(hex: 0x1F6FB2)),
        text("0.54", box(60, 52, 30, 9), color: .white)),
      group(.mark, "curve", line(Point(20, 78), Point(60, 25), Point(195, 20), width: 2)),
      group(.label, "H", text("H(P)", box(140, 28, 30, 10))))
    #expect(chart.lint(LintRule.chart) == [])
  }
}
