import Burin
import BurinCharts
import BurinFigures
import BurinGeometry
import BurinScene
import Figures
import Testing

/// A picture of the corpus: figures of every sort, and a chart with what they do not have.
struct CorpusScene: Sendable, CustomTestStringConvertible {
  let name: String
  let make: @Sendable () throws -> Scene

  var testDescription: String { name }

  static let all: [CorpusScene] =
    [
      ("08_kl_formula", .en), ("09_kl_calculation", .zh), ("12_summary", .en),
      ("jensen_inequality", .en),
    ].map { (id: String, language: Language) in
      CorpusScene(name: "\(id).\(language.code)") {
        try #require(Catalog.entry(id)).render(language: language).scene
      }
    } + [CorpusScene(name: "marks") { try marks() }]

  /// A heat map, a gradient, a clip, dashes, turned text, opacity.
  private static func marks() throws -> Scene {
    let chart = VStack {
      Chart {
        HeatmapMark(x: 0...1, y: 0...1, columns: 12, rows: 8, low: .canvas, high: .accent) { x, y in
          x * y
        }
      }
      .chartYAxisLabel(Text("y label"))
      Chart {
        AreaPlot(x: "x", y: "y") { x in x * x }.opacity(0.3)
        LinePlot(x: "x", y: "y") { x in 1 - x * x }
      }
      .chartXScale(domain: 0...2)
      .chartYScale(domain: -1...2)
    }
    var scene = try chart.scene(
      width: 480, height: 520, title: Text("Marks of 12 sorts"), altText: "2 charts."
    ).scene
    let plate = Rect(x: 380, y: 8, width: 80, height: 40)
    scene.items.append(
      .group(
        SceneGroup(
          .decoration, "plate", transform: .quarterTurns(1, about: plate.center),
          clip: .roundedRect(plate, radius: 12), opacity: 0.8,
          items: [
            .path(
              PathItem(
                .rect(plate),
                fill: .linearGradient(
                  from: Point(380, 8), to: Point(460, 48),
                  stops: [GradientStop(0, RGBColor(hex: 0x1F6FB2)), GradientStop(1, .white)]))),
            .stroke(
              .ellipse(in: plate.inset(by: 6)),
              Stroke(RGBColor(hex: 0xD95F02), width: 2, cap: .round, join: .round, dash: [6, 4])),
          ])))
    return scene
  }
}
