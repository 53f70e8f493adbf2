import BurinGeometry
import BurinLint
import BurinScene
import Testing

@Suite("Checks of places")
struct PlaceRuleTests {
  @Test("Ink beyond the canvas is found")
  func canvas() {
    let findings = scene(group(.title, "", text("wide title", box(150, 5, 60)))).lint(
      LintRule.chart)
    #expect(
      findings.map(\.description) == [
        "cut off: title: \"wide title\" leaves the canvas: 10 pt (limit 0.5 pt):"
          + " enlarge the canvas or its margin"
      ])
    #expect(scene(text("fits", box(0, 0, 200, 100))).lint([.cutOff()]).isEmpty)
    #expect(scene(line(Point(0, 0), Point(0, 100), width: 4)).lint([.cutOff()]).count == 1)
    #expect(scene(.fill(.rect(box(0, 0, 200, 100)), .white)).lint([.cutOff()]).isEmpty)
  }

  @Test("What a clip hides may lie outside, but text must not be cut")
  func clip() {
    let plot = box(20, 20, 100, 60)
    let curve = line(Point(0, -500), Point(200, 900))
    #expect(scene(group(.plot, "", clip: plot, curve)).lint([.cutOff()]).isEmpty)
    let cut = scene(group(.plot, "", clip: plot, text("label", box(100, 30)))).lint([.cutOff()])
    #expect(cut.count == 1)
    #expect(cut.first?.measure == Measure(10, "pt"))
    #expect(
      scene(group(.plot, "", clip: plot, text("label", box(80, 30)))).lint([.cutOff()]).isEmpty)
  }

  @Test("Invisible ink is no ink")
  func invisible() {
    #expect(scene(.fill(.rect(box(-50, 0)), .clear)).lint(LintRule.chart).isEmpty)
    let faded = SceneItem.group(SceneGroup(.mark, opacity: 0, items: [text("x", box(-50, 0))]))
    #expect(scene(faded).lint(LintRule.chart).isEmpty)
  }

  @Test("A line through text is found, of a curve as well")
  func crossing() {
    let label = group(.label, "peak", text("peak", box(50, 40)))
    let findings = scene(group(.mark, "curve", line(Point(0, 0), Point(130, 90))), label).lint(
      LintRule.chart)
    #expect(
      findings.map(\.description) == [
        "text on line: label peak: \"peak\" is crossed by a line of mark curve"
          + ": 5.5 pt (limit 0.5 pt): move one of them, or add an opaque background to the text"
      ])
    var arc = Path()
    arc.move(to: Point(0, 90))
    arc.cubic(Point(60, -30), Point(70, -30), to: Point(130, 90))
    let over = SceneItem.stroke(arc, Stroke(.black, width: 2))
    // The curve's summit is at (65, 0): it passes above the label, its control points beside it.
    #expect(scene(group(.mark, "c", over), label).lint([.textOnLine()]).isEmpty)
    #expect(
      scene(group(.mark, "c", over), group(.label, "", text("top", box(50, -4))))
        .lint([.textOnLine()]).count == 1)
  }

  @Test("A line beside the text is fine, and its width counts")
  func near() {
    let label = text("x", box(50, 40, 30, 10))
    func at(_ y: Double, _ width: Double) -> Int {
      scene(group(.axis, "x", line(Point(0, y), Point(200, y), width: width)), label)
        .lint([.textOnLine()]).count
    }
    #expect(at(51, 1) == 0)
    #expect(at(50.4, 1) == 0)
    #expect(at(51, 4) == 1)
    #expect(at(45, 0.5) == 1)
    #expect(at(39, 1) == 0)
    // The bounding rectangles overlap; the diagonal passes by.
    #expect(
      scene(group(.mark, "", line(Point(40, 60), Point(140, 40))), label)
        .lint([.textOnLine()]).isEmpty)
  }

  @Test("Grid lines, faint lines and clipped-off lines are no obstacle")
  func exempt() {
    let label = text("x", box(50, 40))
    let through = line(Point(0, 45), Point(200, 45))
    #expect(scene(group(.grid, "y", through), label).lint([.textOnLine()]).isEmpty)
    #expect(scene(group(.decoration, "", through), label).lint([.textOnLine()]).isEmpty)
    let faint = line(Point(0, 45), Point(200, 45), color: RGBColor.black.opacity(0.1))
    #expect(scene(group(.mark, "", faint), label).lint([.textOnLine()]).isEmpty)
    #expect(
      scene(group(.plot, "", clip: box(0, 0, 40, 90), through), label)
        .lint([.textOnLine()]).isEmpty)
    #expect(
      scene(group(.plot, "", clip: box(0, 0, 60, 90), through), label)
        .lint([.textOnLine()]).count == 1)
  }

  @Test("The gap between two areas is no line")
  func gap() {
    let label = text("x", box(50, 40))
    func count(_ rim: RGBColor) -> Int {
      scene(group(.mark, "tile", line(Point(60, 0), Point(60, 90), color: rim)), label)
        .lint([.textOnLine()]).count
    }
    #expect(count(.black) == 1)
    #expect(count(.white) == 0)
  }

  @Test("A box around its text is fine, one that the text bursts is not")
  func container() {
    func node(_ frame: Rect) -> Int {
      scene(
        group(
          .node, "H(P)", .stroke(.roundedRect(frame, radius: 4), Stroke(.black)),
          text("entropy", box(50, 40)))
      ).lint([.textOnLine()]).count
    }
    #expect(node(box(40, 30, 50, 30)) == 0)
    #expect(node(box(60, 30, 50, 30)) == 1)
  }

  @Test("An opaque plate between line and text hides the line")
  func plate() {
    let through = group(.mark, "", line(Point(0, 45), Point(200, 45)))
    let label = text("x", box(50, 40))
    let plate = SceneItem.fill(.roundedRect(box(48, 38, 34, 14), radius: 2), .white)
    #expect(scene(through, plate, label).lint(LintRule.chart).isEmpty)
    #expect(scene(plate, through, label).lint([.textOnLine()]).count == 1)
    #expect(scene(through, label, plate).lint([.textOnLine()]).count == 1)
    let clear = SceneItem.fill(.rect(box(48, 38, 34, 14)), RGBColor.white.opacity(0.8))
    #expect(scene(through, clear, label).lint([.textOnLine()]).count == 1)
    let short = SceneItem.fill(.rect(box(48, 38, 20, 14)), .white)
    #expect(scene(through, short, label).lint([.textOnLine()]).count == 1)
  }

  @Test("Fraction bars, underlines and areas belong under text; arrow heads do not")
  func shapes() {
    let bar = SceneItem.fill(.rect(box(50, 44, 30, 0.8)), .black)
    let label = text("x", box(50, 40))
    #expect(scene(group(.formula, "f", bar, label)).lint([.textOnLine()]).isEmpty)
    #expect(scene(group(.text, "t", bar, label)).lint([.textOnLine()]).isEmpty)
    #expect(scene(group(.mark, "m", bar), label).lint([.textOnLine()]).count == 1)
    let area = SceneItem.fill(.rect(box(0, 45, 200, 50)), RGBColor(hex: 0xDDDDDD))
    #expect(scene(group(.mark, "area", area), label).lint(LintRule.chart).isEmpty)
    let head = SceneItem.fill(
      .polyline([Point(60, 45), Point(50, 41), Point(50, 49)], closed: true), .black)
    #expect(scene(group(.connector, "a", head), label).lint([.textOnLine()]).count == 1)
  }
}
