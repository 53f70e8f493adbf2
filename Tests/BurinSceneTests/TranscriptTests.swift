import BurinGeometry
import BurinScene
import Testing

@Suite("Transcripts")
struct TranscriptTests {
  private func run(_ text: String, at x: Double, _ y: Double) -> SceneItem {
    .glyphs(
      GlyphRun(
        font: FontID("Test"), size: 10, color: .black, text: text,
        glyphs: [Glyph(id: 1, position: Point(x, y), cluster: 0)], inkBounds: nil, advance: 10))
  }

  @Test("Texts, formulas, charts, axes, marks and tables are lines in reading order")
  func lines() {
    let formula = SceneItem.group(
      SceneGroup(.formula, "x^2", dataLabel: "x squared", items: [run("x2", at: 20, 10)]))
    let cell = SceneItem.group(SceneGroup(.cell, "0,1", items: [run("Day", at: 0, 10)]))
    let scene = Scene(
      size: Size(100, 100), title: "Rain", altText: "Two bars.",
      items: [
        .group(
          SceneGroup(
            .text, items: [run("Grows as ", at: 0, 10), formula, run(", fast", at: 40, 10)])),
        .group(
          SceneGroup(
            .chart, dataLabel: "Bar chart",
            items: [
              .group(
                SceneGroup(.mark, "bar 1", dataLabel: "Mon, Rain 3", items: [run("3", at: 0, 0)])),
              .group(
                SceneGroup(
                  .axis, "x", dataLabel: "horizontal axis: Mon, Tue",
                  items: ["Mon", "Tue"].map { name in
                    .group(SceneGroup(.tick, name, items: [run(name, at: 0, 90)]))
                  })),
            ])),
        .group(SceneGroup(.figure, label: "", items: [run("hidden", at: 0, 50)])),
        .group(
          SceneGroup(
            .table,
            items: [
              .group(SceneGroup(.table, "head", items: [cell, cell])),
              .group(
                SceneGroup(
                  .table, "row 1", items: [.group(SceneGroup(.cell, "1,1", items: [])), cell])),
            ])),
      ])
    #expect(
      scene.transcript == """
        title: Rain
        description: Two bars.
        Grows as x squared, fast
        chart: Bar chart
          mark: Mon, Rain 3
          axis: horizontal axis: Mon, Tue
          ticks: Mon, Tue
        table:
          head: Day | Day
          row: blank | Day
        """)
  }
}
