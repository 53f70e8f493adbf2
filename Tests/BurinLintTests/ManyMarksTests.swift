import BurinGeometry
import BurinLint
import BurinScene
import TestSupport
import Testing

@Suite("Lint of many marks")
struct ManyMarksTests {
  /// A cloud of translucent points with rims, each a mark of its own.
  private func cloud(_ count: Int) -> Scene {
    var state: UInt64 = 7
    func unit() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / Double(1 << 53)
    }
    let color = RGBColor(hex: 0x1F6FB2).opacity(0.2)
    let points = (0..<count).map { index in
      // The middle of three is densest in the middle.
      let place = Point(
        40 + 520 * (unit() + unit() + unit()) / 3, 20 + 360 * (unit() + unit() + unit()) / 3)
      return SceneItem.group(
        SceneGroup(
          .mark, "point \(index + 1)", clip: .rect(Rect(x: 40, y: 20, width: 520, height: 360)),
          items: [
            .path(
              PathItem(
                .circle(place, radius: 3), fill: .color(color),
                stroke: Stroke(RGBColor.white.opacity(0.3), width: 1)))
          ]))
    }
    return Scene(
      size: Size(600, 400),
      items: [.group(SceneGroup(.chart, "c", items: [.group(SceneGroup(.plot, items: points))]))])
  }

  private func time(_ count: Int) -> Duration {
    let scene = cloud(count)
    return processorTime { _ = scene.lint(LintRule.chart) }
  }

  @Test("The time of lint grows little more than the number of translucent points")
  func growth() {
    _ = time(100)
    let (few, many) = (time(500), time(4000))
    // Eight times as many; were it quadratic, it would be 64 times.
    #expect(many < few * 32, "\(few) for 500 points, \(many) for 4000")
  }
}
