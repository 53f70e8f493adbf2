import BurinCharts
import BurinLint
import BurinScene
import Testing

/// Numbers that are the same on every run.
private struct Draws {
  var state: UInt64

  mutating func unit() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) / Double(1 << 53)
  }

  mutating func whole(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(unit() * Double(range.count))
  }
}

@Suite("Placement before lint")
struct PlacementLintTests {
  private static let positions: [AnnotationPosition] = [
    .automatic, .top, .bottom, .leading, .trailing, .topTrailing, .overlay,
  ]
  private static let words = [
    "a", "peak", "0.571 bits", "the largest of all", "two\nlines", "x = 0.25",
  ]
  private static let colors: [Color] = [.series(0), .series(1), .series(3), .primary]

  /// What a random mark is made of.
  private struct Spec {
    var name: String
    var kind: Int
    var (x, y, width, height) = (0.0, 0.0, 0.0, 0.0)
    var color: Color
    var opacity: Double
    var position: AnnotationPosition
    var text: Text

    init(_ number: Int, _ draws: inout Draws) {
      name = "m\(number)"
      kind = draws.whole(0...4)
      (x, y) = (0.5 + 9 * draws.unit(), 0.5 + 9 * draws.unit())
      (width, height) = (0.3 + 3 * draws.unit(), 0.3 + 3 * draws.unit())
      color = colors[draws.whole(0...3)]
      opacity = [1.0, 0.5, 0.15][draws.whole(0...2)]
      position = positions[draws.whole(0...positions.count - 1)]
      text = Text(words[draws.whole(0...words.count - 1)])
    }
  }

  @ChartContentBuilder
  private func mark(_ spec: Spec) -> some ChartContent {
    let (x, y, text) = (spec.x, spec.y, spec.text)
    switch spec.kind {
    case 0:
      PointMark(x: .value("x", x), y: .value("y", y)).symbolSize(4 + 8 * spec.width)
        .foregroundStyle(spec.color).named(spec.name)
        .annotation(position: spec.position) { text }
    case 1:
      LinePlot(x: "x", y: "y", domain: 0...10) { y + (x - $0) * (spec.width - 1.6) / 5 }
        .foregroundStyle(spec.color).opacity(spec.opacity).named(spec.name)
        .annotation(position: spec.position) { text }
    case 2:
      RectangleMark(
        xStart: .value("x", x), xEnd: .value("x", x + spec.width), yStart: .value("y", y),
        yEnd: .value("y", y + spec.height)
      )
      .foregroundStyle(spec.color).opacity(spec.opacity).named(spec.name)
      .annotation(position: spec.position) { text }
    case 3:
      AreaPlot(x: "x", y: "y", domain: x...(x + spec.width)) { _ in y }
        .foregroundStyle(spec.color).opacity(spec.opacity).named(spec.name)
    default:
      RuleMark(y: .value("y", y)).foregroundStyle(spec.color).opacity(spec.opacity)
        .named(spec.name).annotation(position: spec.position) { text }
    }
  }

  /// A chart of curves, areas, boxes and points over one another, most of them with labels.
  private func chart(_ draws: inout Draws) -> Chart {
    let specs = (0..<draws.whole(4...12)).map { Spec($0, &draws) }
    return Chart { ForEach(specs, id: \.name) { mark($0) } }
      .chartXScale(domain: 0...14).chartYScale(domain: 0...14)
  }

  @Test("What placement calls clean, lint does not report", arguments: 0..<60)
  func clean(_ seed: Int) throws {
    var draws = Draws(state: UInt64(seed) &* 7919 &+ 1)
    let chart = chart(&draws)
    let placements = try chart.placements(width: 520, height: 340)
    let free = Set(
      placements.filter { label in
        label.candidates.indices.contains(label.chosen) && label.candidates[label.chosen].isFree
      }.map { "annotation \($0.mark)" })
    let findings = try chart.scene(width: 520, height: 340).scene.lint([
      .cutOff(), .textOverlap(), .textOnLine(), .textOnMark(), .textContrast(), .hiddenData(),
    ])
    for finding in findings {
      let steps = finding.node.split(separator: " › ").map(String.init)
      #expect(!steps.contains(where: free.contains), "\(finding)")
    }
  }
}
