import BurinCharts
import BurinGeometry
import BurinScene
import Testing

@Suite("Points at the edges of the plot")
struct PointsOnLabelsTests {
  /// The ink of the labels and of the point in a chart from 0 to 10.
  private func parts(
    x: Double, y: Double, size: Double
  ) throws -> (labels: [Rect], point: Rect) {
    let chart = Chart {
      PointMark(x: .value("x", x), y: .value("y", y)).symbolSize(.pi * size * size / 4).named("dot")
    }
    .chartXScale(domain: 0...10).chartYScale(domain: 0...10)
    let scene = try chart.scene(width: 320, height: 240).scene
    let dot = scene.leaves.first { $0.trail.contains("mark dot") }?.canvasBounds
    return (scene.texts(below: "axis").map(\.ink), try #require(dot))
  }

  @Test("A large point beside or above a label of an axis leaves it free", arguments: [0.0, 2])
  func large(_ place: Double) throws {
    for (x, y) in [(0.0, place), (place, 0)] {
      let (labels, point) = try parts(x: x, y: y, size: 44)
      #expect(!labels.isEmpty)
      #expect(labels.allSatisfy { !$0.intersects(point) })
    }
  }

  @Test("A point that lies on no label does not move the plot")
  func between() throws {
    // The grid lines of both charts begin at the same place, and the point stands on that edge.
    let (_, small) = try parts(x: 0, y: 3, size: 6)
    let (_, large) = try parts(x: 0, y: 3, size: 16)
    #expect(abs(small.midX - large.midX) < 0.01)
  }
}
