import BurinCharts
import BurinGeometry
import BurinScales
import BurinScene
import Testing

@Suite("Reviewed faults: outside of domains")
struct ReviewedOutsideTests {
  /// Marks beyond a domain of 0…10 on both axes, each by its name.
  static let marks: [(name: String, isCut: Bool, chart: Chart)] = [
    ("rule y", false, Chart { RuleMark(y: .value("y", -3)) }),
    ("rule x", false, Chart { RuleMark(x: .value("x", 14)) }),
    (
      "rule ends", true,
      Chart { RuleMark(x: .value("x", 5), yStart: .value("y", 5), yEnd: .value("y", 30)) }
    ),
    ("arrow", true, Chart { ArrowMark(from: (5.0, 5.0), to: (25.0, 5.0)) }),
    ("arrow beyond", false, Chart { ArrowMark(from: (15.0, 5.0), to: (25.0, 5.0)) }),
    ("chord", true, Chart { ChordMark(from: (5, 5), to: (9, -20)) }),
    ("text", false, Chart { TextMark(x: .value("x", 5), y: .value("y", 13)) { "beyond" } }),
    ("callout", false, Chart { CalloutMark(x: .value("x", -4), y: .value("y", 5)) { "beyond" } }),
    ("field", true, Chart { HeatmapMark(x: 5...15, y: 5...15, columns: 4, rows: 4) { $0 + $1 } }),
    ("contours", true, Chart { ContourMark(x: -5...5, y: 5...15, levels: [2, 4]) { x, _ in x } }),
    ("bar", true, Chart { BarMark(x: .value("x", 5), y: .value("y", 30)) }),
    ("bar beyond", false, Chart { BarMark(x: .value("x", 50), y: .value("y", 3)) }),
    ("area", true, Chart { for x in [2, 20] { AreaMark(x: .value("x", x), y: .value("y", 30)) } }),
    ("line", true, Chart { for x in [2, 20] { LineMark(x: .value("x", x), y: .value("y", x)) } }),
    (
      "point", false,
      Chart {
        PointMark(x: .value("x", 12), y: .value("y", 5)).annotation(position: .top) { "beyond" }
      }
    ),
    (
      "rectangle", true,
      Chart {
        RectangleMark(
          xStart: .value("x", -5), xEnd: .value("x", 5), yStart: .value("y", 5),
          yEnd: .value("y", 50))
      }
    ),
    (
      "cell", true,
      Chart { RectangleMark(x: .value("x", 10), y: .value("y", 10), width: 60, height: 60) }
    ),
    ("brace", true, Chart { BraceMark(y: 5, 30, atX: 5) }),
    ("band", true, Chart { BandMark(x: "x", between: { $0 * 5 }, and: { _ in -20 }) }),
    ("plot", true, Chart { LinePlot(x: "x", y: "y") { $0 * $0 } }),
    ("area plot", true, Chart { AreaPlot(x: "x", y: "y") { $0 * $0 } }),
  ]

  static let variants: [(name: String, change: @Sendable (Chart) -> Chart)] = [
    ("plain", { $0 }), ("reversed", { $0.chartXReversed().chartYReversed() }),
    ("small", { $0.chartYScale(domain: 2...6.0) }),
  ]

  @Test(
    "Nothing of a mark beyond its domain is drawn outside of the plot", arguments: marks.indices,
    variants.indices)
  func cut(_ mark: Int, _ variant: Int) throws {
    let (name, _, chart) = Self.marks[mark]
    let (variantName, change) = Self.variants[variant]
    let base = chart.chartXScale(domain: 0...10.0).chartYScale(domain: 0...10.0)
      .chartXAxis(.hidden).chartYAxis(.hidden).chartXAxisLabel(.hidden).chartYAxisLabel(.hidden)
    for drawn in [
      try Drawn(change(base)), try Drawn(HStack { change(base) }),
    ] {
      // Without guides the plot fills the page but for two points at the right.
      let plot = Rect(x: 28, y: 28, width: 420 - 56, height: 300 - 56).inset(by: -3)
      for leaf in drawn.scene.leaves {
        guard let ink = leaf.canvasBounds, ink.width > 0, ink.height > 0 else { continue }
        #expect(
          plot.contains(ink, tolerance: 0.6), "\(name), \(variantName): \(leaf.path) at \(ink)")
      }
      #expect(!drawn.texts.contains("beyond"), "\(name), \(variantName)")
    }
  }

  @Test("Marks that lie outside are counted in a diagnostic that names the first")
  func counted() throws {
    let points = try Drawn(
      Chart { for x in 1...10 { PointMark(x: .value("x", x), y: .value("y", 1)) } }
        .chartXScale(domain: 0...5))
    #expect(points.note("5 of 10 points lie outside of the plot"))
    #expect(points.note("the first is value 5"))
    let rule = try Drawn(
      Chart { RuleMark(y: .value("y", -1)) }.chartYScale(domain: 0...5).chartXScale(domain: 0...1))
    #expect(rule.note("a rule lies outside of the plot"))
    let categories = try Drawn(
      Chart { for x in ["a", "b", "c"] { BarMark(x: .value("x", x), y: .value("y", 1)) } }
        .chartXScale(domain: ["a", "c"]))
    #expect(categories.rects("bar").count == 2)
    #expect(categories.note("bar"), "\(categories.diagnostics)")
    let lines = try Drawn(
      Chart { for x in ["a", "b", "c"] { LineMark(x: .value("x", x), y: .value("y", 1)) } }
        .chartXScale(domain: ["a", "c"]))
    #expect(lines.note("line"), "\(lines.diagnostics)")
    let panels = try Drawn(
      Chart {
        for x in 1...4 {
          PointMark(x: .value("x", x), y: .value("y", 1)).facet(by: .value("f", x % 2))
        }
      }.chartXScale(domain: 0...2))
    #expect(panels.note("outside of the plot"))
    let many = try Drawn(
      Chart { for x in 0..<1000 { PointMark(x: .value("x", x), y: .value("y", 1)) } }
        .chartXScale(domain: 0...499))
    #expect(many.note("500 of 1000 points lie outside of the plot"), "\(many.diagnostics)")
  }

  @Test("Ticks that are listed beyond the domain are not shown, and a diagnostic counts them")
  func ticks() throws {
    let chart = Chart { PointMark(x: .value("x", 1), y: .value("y", 1)) }
      .chartXScale(domain: 0...5).chartYScale(domain: 0...5)
      .chartXAxis { AxisMarks(values: [0, 2, 5, 9]) }
      .chartYAxis { AxisMarks(values: [-4, 0, 5]) }
    for chart in [chart, chart.chartXReversed(), chart.chartYReversed()] {
      let drawn = try Drawn(chart)
      #expect(Set(drawn.ticks("x")) == ["0", "2", "5"])
      #expect(Set(drawn.ticks("y")) == ["0", "5"])
      #expect(drawn.isOnCanvas)
      #expect(drawn.note("9"), "\(drawn.diagnostics)")
      #expect(drawn.note("4"), "\(drawn.diagnostics)")
    }
    let unknown = try Drawn(
      Chart { BarMark(x: .value("x", "a"), y: .value("y", 1)) }
        .chartXAxis { AxisMarks(values: ["a", "z"]) })
    #expect(unknown.ticks("x") == ["a"])
    #expect(unknown.note("z"), "\(unknown.diagnostics)")
  }

  @Test("A bar that is cut keeps its length in the scene, so that checks see it")
  func length() throws {
    let drawn = try Drawn(
      Chart { BarMark(x: .value("x", "a"), y: .value("y", 30)) }.chartYScale(domain: 0...10))
    #expect(drawn.note("a bar lies outside of the plot and is cut off"))
    #expect((drawn.outlines("bar").first?.height ?? 0) > 400)
  }
}
