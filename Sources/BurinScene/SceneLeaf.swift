public import BurinGeometry

/// Something that a scene draws, with the way that leads to it.
public struct SceneLeaf: Sendable {
  /// The item: a path, a run or an image.
  public var item: SceneItem
  /// What the groups around the item add to it.
  public var setting: SceneSetting

  /// The groups around the item, outermost first, as `role name`.
  public var trail: [String] { setting.steps.map(\.description) }
  /// The roles of the groups around the item, outermost first.
  public var roles: [Role] { setting.roles }
  /// The map from the item's coordinates to the canvas.
  public var transform: AffineTransform { setting.transform }
  /// The visible area on the canvas, or nil where nothing is clipped.
  public var clip: Rect? { setting.clip }

  /// What is drawn, in the canvas's coordinates, clips applied.
  public var canvasBounds: Rect? {
    guard let placed = item.inkBounds.map(setting.place) else { return nil }
    return clip.map { placed.intersection($0) } ?? placed
  }

  /// The trail as one line, such as `chart › x axis › tick 4`.
  public var path: String { setting.description }
}

extension Scene {
  /// All that is drawn, in painting order.
  public var leaves: [SceneLeaf] {
    var result: [SceneLeaf] = []
    items.walkDrawn { item, setting in
      result.append(SceneLeaf(item: item, setting: setting))
      return true
    }
    return result
  }
}
