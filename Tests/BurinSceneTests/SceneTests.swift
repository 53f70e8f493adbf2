import BurinGeometry
import BurinScene
import Testing

@Suite struct SceneTests {
  private func run(_ text: String, at point: Point) -> GlyphRun {
    GlyphRun(
      font: FontID("Test-Regular"), size: 10, color: .black, text: text,
      glyphs: [Glyph(id: 7, position: point, cluster: 0)],
      inkBounds: Rect(x: point.x, y: point.y - 7, width: 5, height: 7), advance: 6)
  }

  @Test func theTextFormNamesEveryPartInOneLineEach() {
    let scene = Scene(
      size: Size(100, 50), title: "T", altText: "a \"quoted\"\nword", language: "en",
      items: [
        .group(
          SceneGroup(
            .axis, "x",
            items: [
              .glyphs(run("6", at: Point(10.12345, 20))),
              .stroke(
                .segment(Point(0, 0), Point(1, 0.0004)), Stroke(.black, width: 1.5, dash: [4, 3])),
            ]))
      ])
    #expect(
      scene.text == """
        scene 100×50 #ffffff en
        title "T"
        alt "a \\"quoted\\"\\nword"
        axis "x"
          run "6" Test-Regular 10 #000000 at 10.123,20 advance 6 glyphs 7@0
          path M0,0 L1,0 stroke #000000 1.5 dash 4,3

        """)
  }

  @Test func negativeZeroAndRoundingLeaveNoTrace() {
    let scene = Scene(
      size: Size(1, 1),
      items: [.fill(.polyline([Point(-0.0001, 0), Point(-1.5, 2.0004), Point(3, -0.25)]), .black)])
    #expect(scene.text.contains("M0,0 L-1.5,2 L3,-0.25 fill #000000"))
  }

  @Test func movingAGroupMovesEverythingInIt() {
    let group = SceneItem.group(
      SceneGroup(
        .mark, clip: .rect(Rect(x: 0, y: 0, width: 50, height: 50)),
        items: [
          .glyphs(run("a", at: Point(1, 10))),
          .image(
            ImageItem(
              rect: Rect(x: 2, y: 2, width: 3, height: 3), columns: 1, rows: 1, cells: [.black])),
          .path(
            PathItem(
              .rect(Rect(x: 0, y: 0, width: 1, height: 1)),
              fill: .linearGradient(from: Point(0, 0), to: Point(1, 0), stops: []),
              stroke: Stroke(.black))),
        ]))
    let moved = group.offset(by: Vector(5, 6))
    #expect(moved.inkBounds == group.inkBounds?.offset(by: Vector(5, 6)))
    #expect(moved.offset(by: Vector(-5, -6)) == group)
  }

  @Test func leavesCarryTheirTrailTransformAndClip() throws {
    let turned = SceneGroup(
      .label, "y title", transform: .quarterTurns(-1, about: Point(10, 10)),
      items: [.glyphs(run("a", at: Point(10, 10)))])
    let scene = Scene(
      size: Size(100, 100),
      items: [
        .group(
          SceneGroup(
            .chart, clip: .rect(Rect(x: 0, y: 0, width: 8, height: 100)), items: [.group(turned)]))
      ])
    let leaf = try #require(scene.leaves.first)
    #expect(leaf.path == "chart › label y title")
    #expect(leaf.roles == [.chart, .label])
    // Turned against the clock, what stood above the baseline lies to its left.
    #expect(leaf.canvasBounds == Rect(minX: 3, minY: 5, maxX: 8, maxY: 10))
  }
}
