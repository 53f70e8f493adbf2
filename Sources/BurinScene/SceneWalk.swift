/// Where an item lies in the tree of a scene's items: an index at each depth, outermost first.
public typealias ScenePlace = [Int]

/// An item on a walk through a scene, with what lies around it.
public struct SceneVisit {
  /// The item as it lies in the scene.
  public let item: SceneItem
  /// What the groups around the item add to it; a group's own setting is that of its content.
  public let setting: SceneSetting
  /// The place of the group around the item; empty for the outermost items.
  public let parent: ScenePlace
  /// The item's index in its group.
  public let index: Int

  /// The item's place in the tree.
  public var place: ScenePlace { parent + [index] }
}

/// How a walk goes on after an item.
public enum SceneWalk: Sendable {
  /// With the content of the group, then with the next item.
  case inward
  /// With the next item, without the content of the group.
  case past
  /// Not at all.
  case stop
}

extension [SceneItem] {
  /// Visits all items in painting order, a group before its content.
  ///
  /// ```swift
  /// scene.items.walk { visit in
  ///   if case .group(let group) = visit.item, group.role == .legend { return .past }
  ///   return .inward
  /// }
  /// ```
  ///
  /// - Parameter visit: is called with each item and returns how to go on.
  /// - Complexity: O(number of items).
  public func walk<Failure: Error>(
    _ visit: (SceneVisit) throws(Failure) -> SceneWalk
  ) throws(Failure) {
    var count = 0
    _ = try walk(SceneSetting(), [], &count, visit)
  }

  /// Returns whether the walk was stopped.
  private func walk<Failure: Error>(
    _ setting: SceneSetting, _ parent: ScenePlace, _ count: inout Int,
    _ visit: (SceneVisit) throws(Failure) -> SceneWalk
  ) throws(Failure) -> Bool {
    for (index, item) in enumerated() {
      guard case .group(let group) = item else {
        let next = try visit(
          SceneVisit(item: item, setting: setting, parent: parent, index: index))
        if next == .stop { return true }
        continue
      }
      count += 1
      let inner = setting.entering(group, number: count)
      switch try visit(SceneVisit(item: item, setting: inner, parent: parent, index: index)) {
      case .stop: return true
      case .past: continue
      case .inward:
        if try group.items.walk(inner, parent + [index], &count, visit) { return true }
      }
    }
    return false
  }

  /// Visits what is drawn in painting order: paths, runs of text and images.
  ///
  /// An item that holds many shapes in columns is visited shape by shape; see
  /// ``SceneItem/visitDrawn(_:)``.
  ///
  /// - Parameter visit: is called with each drawn item and its setting, and returns whether to go
  ///   on.
  public func walkDrawn<Failure: Error>(
    _ visit: (SceneItem, SceneSetting) throws(Failure) -> Bool
  ) throws(Failure) {
    try walk { (step) throws(Failure) -> SceneWalk in
      let goesOn = try step.item.visitDrawn { (item) throws(Failure) -> Bool in
        try visit(item, step.setting)
      }
      return goesOn ? .inward : .stop
    }
  }

  /// Returns the items changed one by one, a group after its content.
  ///
  /// ```swift
  /// let textOnly = scene.items.rewritten { item, _ in
  ///   if case .path = item { [] } else { [item] }
  /// }
  /// ```
  ///
  /// - Parameter change: is called with each item and its setting, which for a group is that of its
  ///   content, and returns what stands in its place: nothing, one item or several.
  public func rewritten<Failure: Error>(
    _ change: (SceneItem, SceneSetting) throws(Failure) -> [SceneItem]
  ) throws(Failure) -> [SceneItem] {
    var count = 0
    return try rewritten(SceneSetting(), &count, change)
  }

  private func rewritten<Failure: Error>(
    _ setting: SceneSetting, _ count: inout Int,
    _ change: (SceneItem, SceneSetting) throws(Failure) -> [SceneItem]
  ) throws(Failure) -> [SceneItem] {
    var result: [SceneItem] = []
    result.reserveCapacity(self.count)
    for item in self {
      guard case .group(var group) = item else {
        result += try change(item, setting)
        continue
      }
      count += 1
      let inner = setting.entering(group, number: count)
      group.items = try group.items.rewritten(inner, &count, change)
      result += try change(.group(group), inner)
    }
    return result
  }

  /// Returns the items with the one at a place replaced by others, or by none.
  ///
  /// A place that the tree doesn't have leaves the items as they are.
  ///
  /// - Complexity: O(the number of items in the groups around the place).
  public func replacing(_ place: ScenePlace, by replacement: [SceneItem]) -> [SceneItem] {
    replacing(place[...], by: replacement)
  }

  private func replacing(
    _ place: ArraySlice<Int>, by replacement: [SceneItem]
  ) -> [SceneItem] {
    guard let index = place.first, indices.contains(index) else { return self }
    var items = self
    if place.count == 1 {
      items.replaceSubrange(index...index, with: replacement)
    } else if case .group(var group) = items[index] {
      group.items = group.items.replacing(place.dropFirst(), by: replacement)
      items[index] = .group(group)
    }
    return items
  }
}
