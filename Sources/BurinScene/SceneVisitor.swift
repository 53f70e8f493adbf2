public import BurinGeometry

/// A leaf of a scene with the way that leads to it.
public struct SceneLeaf: Sendable {
  /// The groups around the item, outermost first, as `role name`.
  public var trail: [String]
  /// The roles of the groups around the item, outermost first.
  public var roles: [Role]
  /// The item: never a group.
  public var item: SceneItem
  /// The map from the item's coordinates to the canvas.
  public var transform: AffineTransform
  /// The visible area on the canvas, or nil where nothing is clipped.
  public var clip: Rect?

  /// What is drawn, in the canvas's coordinates, clips applied.
  public var canvasBounds: Rect? {
    guard let bounds = item.inkBounds else { return nil }
    let placed = transform == .identity ? bounds : transform.apply(bounds)
    return clip.map { placed.intersection($0) } ?? placed
  }

  /// The trail as one line, such as `chart › x axis › tick 4`.
  public var path: String { trail.joined(separator: " › ") }
}

extension Scene {
  /// All leaves in painting order.
  public var leaves: [SceneLeaf] {
    var result: [SceneLeaf] = []
    func visit(
      _ items: [SceneItem], _ trail: [String], _ roles: [Role], _ transform: AffineTransform,
      _ clip: Rect?
    ) {
      for item in items {
        if case .group(let group) = item {
          let inner = group.transform.followed(by: transform)
          var clip = clip
          if let bounds = group.clip?.bounds {
            let placed = inner.apply(bounds)
            clip =
              clip.map { $0.intersection(placed) ?? Rect(placed.origin, placed.origin) } ?? placed
          }
          let step =
            group.name.isEmpty ? group.role.rawValue : "\(group.role.rawValue) \(group.name)"
          visit(group.items, trail + [step], roles + [group.role], inner, clip)
        } else {
          result.append(
            SceneLeaf(trail: trail, roles: roles, item: item, transform: transform, clip: clip))
        }
      }
    }
    visit(items, [], [], .identity, nil)
    return result
  }
}
