import BurinScene

/// Whether items that mix with what is behind them as one still do.
///
/// What overlaps in one group with a blend mode covers what is below it in the group; in two groups
/// with the same mode both mix.
struct BlendGroups {
  /// Which group of one scene stands for which of the other.
  private var partners: [Int: Int] = [:]
  private var origins: [Int: Int] = [:]

  init() {}

  /// Returns whether the groups of two items can stand for one another beside all before.
  mutating func match(_ old: SceneNode, _ new: SceneNode) -> Bool {
    guard old.layers.count == new.layers.count else { return false }
    return zip(old.layers, new.layers).allSatisfy { one, other in
      if partners[one.group] == nil, origins[other.group] == nil {
        partners[one.group] = other.group
        origins[other.group] = one.group
      }
      return partners[one.group] == other.group && origins[other.group] == one.group
    }
  }

  /// The groups that came apart or together.
  ///
  /// - Parameter pairs: items that stand for one another.
  static func changes(_ pairs: [(old: SceneNode, new: SceneNode)]) -> [SceneChange] {
    var groups = BlendGroups()
    // Items with other modes are reported by themselves.
    for pair in pairs where pair.old.layers.map(\.mode) == pair.new.layers.map(\.mode) {
      if pair.old.layers.isEmpty || groups.match(pair.old, pair.new) { continue }
      return [
        SceneChange(
          .restyled, node: pair.old.name, before: "blended as one group",
          after: "blended as other groups", expectedBounds: pair.old.canvasBounds,
          actualBounds: pair.new.canvasBounds)
      ]
    }
    return []
  }
}
