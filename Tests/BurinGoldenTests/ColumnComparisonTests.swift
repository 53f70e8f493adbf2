import BurinGeometry
import BurinGolden
import BurinScene
import Testing

@Suite("Columns compared")
struct ColumnComparisonTests {
  private func scene(_ change: (inout PointsItem) -> Void = { _ in }) -> Scene {
    var points = PointsItem(
      x: (0..<1000).map { Double($0) / 10 }, y: (0..<1000).map { Double($0 % 70) },
      symbol: .constant(.circle), diameter: .constant(3), color: .constant(.black))
    change(&points)
    return Scene(
      size: Size(100, 80),
      items: [.group(SceneGroup(.mark, "cloud", items: [.points(points)]))])
  }

  private func difference(_ change: (inout PointsItem) -> Void) -> [String] {
    SceneDifference(expected: scene(), actual: scene(change), scale: 2).changes
      .map(\.description)
  }

  @Test("Equal columns are the same, however constants are written")
  func same() {
    #expect(difference { _ in } == [])
    #expect(difference { $0.color = .values(Array(repeating: .black, count: 1000)) } == [])
    #expect(difference { $0.x[3] += 0.2 } == [])
  }

  @Test("A difference counts the rows that changed and names the first")
  func changed() {
    #expect(
      difference {
        for row in [16, 20, 400] { $0.x[row] += 1 }
      } == ["mark cloud, 3 of 1000 points, first point 17: moved, (1.6, 16) → (2.6, 16)"])
    #expect(
      difference { $0.color = $0.color.replacing(4, by: .white, of: 1000) }
        == ["mark cloud, point 5: recoloured, #000000 → #ffffff"])
    #expect(
      difference { $0.diameter = .constant(4) }
        == ["mark cloud, 1000 of 1000 points, first point 1: reshaped, circle 3 pt → circle 4 pt"])
    #expect(
      difference {
        $0.x.removeLast()
      } == ["mark cloud: reshaped, 1000 points → 999 points"])
  }
}
