import BurinGeometry
import BurinScene
import Testing

@Suite("Walks through a scene")
struct SceneWalkTests {
  private let items: [SceneItem] = [
    .group(
      SceneGroup(
        .chart, "c",
        items: [
          .group(
            SceneGroup(
              .mark, "m", transform: .translation(10, 0),
              clip: .rect(Rect(x: 0, y: 0, width: 20, height: 20)), opacity: 0.5,
              items: [.fill(.rect(Rect(x: 5, y: 5, width: 30, height: 5)), .black)])),
          .group(SceneGroup(.axis, "x", opacity: 0.5, items: [])),
        ])),
    .fill(.rect(Rect(x: 0, y: 0, width: 1, height: 1)), .white),
  ]

  @Test("A walk visits groups before their content, with trails and places")
  func order() {
    var visits: [String] = []
    items.walk { visit in
      visits.append("\(visit.place) \(visit.setting)")
      return .inward
    }
    #expect(
      visits == [
        "[0] chart c", "[0, 0] chart c › mark m", "[0, 0, 0] chart c › mark m",
        "[0, 1] chart c › axis x", "[1] ",
      ])
  }

  @Test("A walk can leave out a group's content, and stop")
  func steering() {
    func count(_ step: (SceneItem) -> SceneWalk) -> Int {
      var count = 0
      items.walk { visit in
        count += 1
        return step(visit.item)
      }
      return count
    }
    #expect(count { _ in .inward } == 5)
    #expect(count { _ in .past } == 2)
    #expect(count { _ in .stop } == 1)
  }

  @Test("A setting holds what groups add: transforms, clips on the canvas, opacities")
  func setting() throws {
    let leaf = try #require(items.leavesOfScene.first)
    #expect(leaf.setting.groups == [1, 2])
    #expect(leaf.setting.opacity == 0.5 && leaf.setting.opacities == [0.5])
    #expect(leaf.clip == Rect(x: 10, y: 0, width: 20, height: 20))
    #expect(leaf.setting.clips.compactMap(\.bounds) == [Rect(x: 10, y: 0, width: 20, height: 20)])
    #expect(leaf.canvasBounds == Rect(x: 15, y: 5, width: 15, height: 5))
    #expect(leaf.setting.isIn(.mark) && !leaf.setting.isIn(.axis))
    #expect(leaf.setting.group(.mark) == 2)
  }

  @Test("Rewriting drops, keeps and multiplies items, inner ones first")
  func rewriting() {
    let doubled = items.rewritten { item, setting in
      if case .group(let group) = item { return group.role == .axis ? [] : [item] }
      return setting.isIn(.mark) ? [item, item] : [item]
    }
    #expect(doubled.leavesOfScene.count == 3)
    #expect(items.rewritten { item, _ in [item] } == items)
    var order: [String] = []
    _ = items.rewritten { item, setting in
      order.append(setting.description)
      return [item]
    }
    #expect(
      order == ["chart c › mark m", "chart c › mark m", "chart c › axis x", "chart c", ""])
  }

  @Test("The item at a place is replaced by others, a place that is not there by none")
  func replacing() {
    #expect(items.replacing([0, 0, 0], by: []).leavesOfScene.count == 1)
    #expect(items.replacing([1], by: [items[1], items[1]]).count == 3)
    for place in [[], [7], [1, 0], [0, 0, 3]] {
      #expect(items.replacing(place, by: []) == items)
    }
  }

  @Test("A bar's length is told by its group, a mark that is named so by its user is not")
  func lengths() {
    func isLength(_ group: SceneGroup) -> Bool {
      SceneSetting().entering(group, number: 1).isLength
    }
    #expect(isLength(.length(clip: .rect(Rect(x: 0, y: 0, width: 1, height: 1)), items: [])))
    #expect(isLength(SceneGroup(.mark, "bar 12", items: [])))
    #expect(!isLength(SceneGroup(.mark, "bar chart", items: [])))
    #expect(!isLength(SceneGroup(.mark, "barrier", items: [])))
    #expect(!isLength(SceneGroup(.axis, "bar", items: [])))
    #expect(SceneGroup.halo([]).isHalo && !SceneGroup(.decoration, "plate", items: []).isHalo)
  }
}

extension [SceneItem] {
  fileprivate var leavesOfScene: [SceneLeaf] {
    Scene(size: Size(100, 100), items: self).leaves
  }
}
