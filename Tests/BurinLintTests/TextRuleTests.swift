import BurinGeometry
import BurinLint
import BurinScene
import Testing

@Suite("Checks of text")
struct TextRuleTests {
  @Test("Text on text is found, with the node and the depth")
  func overlap() {
    let findings = scene(
      group(.axis, "x", group(.tick, "3", text("0.5", box(10, 10)))),
      group(.axis, "x", group(.tick, "4", text("0.6", box(36, 12))))
    ).lint([.textOverlap()])
    #expect(
      findings.map(\.description) == [
        "text overlap: axis x › tick 4: \"0.6\" overlaps \"0.5\" of axis x › tick 3: 4 pt"
          + " (limit 0.5 pt): move one of them or shorten it"
      ])
    #expect(findings.first?.bounds == Rect(minX: 36, minY: 12, maxX: 40, maxY: 20))
  }

  @Test("Neighbours that touch by less than the tolerance are fine")
  func neighbours() {
    let touching = scene(text("a", box(10, 10)), text("b", box(10, 19.6)))
    #expect(touching.lint([.textOverlap()]).isEmpty)
    #expect(touching.lint([.textOverlap(tolerance: 0.2)]).count == 1)
    #expect(scene(text("a", box(10, 10)), text("b", box(50, 10))).lint([.textOverlap()]).isEmpty)
  }

  @Test("Neighbouring runs of one line may overlap as italics do, others may not")
  func runs() {
    #expect(scene(text("f", box(10, 10)), text("(x)", box(38, 10))).lint([.textOverlap()]).isEmpty)
    #expect(
      scene(text("f", box(10, 10)), text("(x)", box(30, 10))).lint([.textOverlap()]).count == 1)
  }

  @Test("Parts of one formula may overlap, two formulas may not")
  func formulas() {
    let root = group(
      .formula, "a", text("√", box(10, 10)), group(.part, "x", text("x", box(15, 12))))
    #expect(scene(root).lint([.textOverlap()]).isEmpty)
    let other = group(.formula, "b", text("y", box(30, 12)))
    #expect(scene(root, other).lint([.textOverlap()]).count == 2)
  }

  @Test("Turned texts are measured as they lie")
  func turned() {
    // A quarter turn puts the upright label to the left of the plot.
    let label = SceneItem.group(
      SceneGroup(
        .label, "y", transform: .quarterTurns(-1, about: Point(20, 50)),
        items: [text("density", box(0, 45, 40, 10))]))
    #expect(scene(label, text("0", box(27, 45, 10))).lint([.textOverlap()]).isEmpty)
    #expect(scene(label, text("0", box(22, 45, 10))).lint([.textOverlap()]).count == 1)
    // At 45° the upright rectangles overlap, the texts do not.
    let c = 0.5.squareRoot()
    let slanted = SceneItem.group(
      SceneGroup(
        .label, "s", transform: AffineTransform(a: c, b: c, c: -c, d: c, tx: 60, ty: 20),
        items: [text("slanted", box(0, 0, 60, 8))]))
    #expect(scene(slanted, text("corner", box(90, 20, 20, 8))).lint([.textOverlap()]).isEmpty)
    #expect(scene(slanted, text("corner", box(75, 40, 20, 8))).lint([.textOverlap()]).count == 1)
  }

  @Test("A halo of the same letters is neither overlap nor faint text")
  func halo() {
    let halo = text("P", box(10.8, 10), color: .white)
    #expect(scene(group(.label, "P", halo, text("P", box(10, 10)))).lint(LintRule.chart).isEmpty)
    #expect(!scene(group(.label, "P", halo, text("Q", box(10, 10)))).lint(LintRule.chart).isEmpty)
  }

  @Test("Small text is found, after scaling too")
  func size() {
    let findings = scene(group(.caption, "source", text("tiny", box(10, 10), size: 9))).lint(
      LintRule.chart)
    #expect(
      findings.map(\.description) == [
        "text size: caption source: \"tiny\" is too small: 9 pt (limit 11 pt): use a larger font size"
      ])
    #expect(scene(text("a", box(10, 10), size: 11)).lint([.textSize()]).isEmpty)
    let shrunk = SceneItem.group(
      SceneGroup(.panel, transform: .scale(0.5, 0.5), items: [text("a", box(10, 10), size: 20)]))
    #expect(scene(shrunk).lint([.textSize()]).count == 1)
    #expect(scene(text("a", box(10, 10), size: 11)).lint([.textSize(minimum: 12)]).count == 1)
  }

  @Test("Size counts at the width at which the picture is shown")
  func displayWidth() {
    let picture = Scene(
      size: Size(1600, 100), items: [text("a", box(10, 10), size: 16)])
    let findings = picture.lint([.textSize(displayWidth: 800)])
    #expect(findings.map(\.measure) == [Measure(8, "pt")])
    #expect(findings.first?.problem.hasSuffix("at 800 pt wide") == true)
    #expect(picture.lint([.textSize(displayWidth: 1600)]).isEmpty)
    // A chart is shown in its own size, a figure 800 points wide.
    #expect(picture.lint(LintRule.chart).allSatisfy { $0.rule.name != "text size" })
    #expect(picture.lint(LintRule.standard).contains { $0.rule.name == "text size" })
    // A small picture is not enlarged.
    #expect(scene(text("a", box(10, 10), size: 9)).lint([.textSize(displayWidth: 800)]).count == 1)
  }

  @Test("Scripts may be small if their formula is not")
  func scripts() {
    func formula(_ base: Double, _ script: Double) -> Scene {
      scene(
        group(
          .formula, "f", text("x", box(10, 10), size: base),
          text("2", box(45, 5), size: script)))
    }
    #expect(formula(12, 8.4).lint([.textSize()]).isEmpty)
    #expect(formula(12, 6).lint([.textSize()]).count == 1)
    #expect(formula(10, 8).lint([.textSize()]).count == 1)
    let tick = scene(group(.tick, "1", text("8", box(10, 10), size: 8)))
    #expect(tick.lint([.textSize()]).count == 1)
  }

  @Test("A missing glyph is named with its character")
  func missing() {
    let findings = scene(text("a晴", box(10, 10), ids: [5, 0])).lint(LintRule.chart)
    #expect(
      findings.map(\.description) == [
        "missing glyph: scene: Test-Regular has no glyph for \"晴\" (U+6674): 1 missing (limit 0 missing):"
          + " add a font that has it to the theme"
      ])
    #expect(scene(text("ab", box(10, 10), ids: [5, 6])).lint([.missingGlyph]).isEmpty)
    // A cluster beyond the text is no reason to fail.
    let odd = GlyphRun(
      font: FontID("F"), size: 12, color: .black, text: "",
      glyphs: [Glyph(id: 0, position: .zero, cluster: 99)], inkBounds: box(1, 1), advance: 1)
    #expect(scene(.glyphs(odd)).lint([.missingGlyph]).count == 1)
  }
}
