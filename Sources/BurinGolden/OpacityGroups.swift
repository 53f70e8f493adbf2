import BurinGeometry

/// Whether items that were painted as one translucent group still are.
///
/// What overlaps in a group with an opacity covers what is below it in the group; in two groups
/// with the same opacity it shines through.
struct OpacityGroups {
  private let pairs: [(old: SceneNode, new: SceneNode)]

  init(_ pairs: [(old: SceneNode, new: SceneNode)]) {
    self.pairs = pairs.filter {
      !$0.old.translucentGroups.isEmpty || !$0.new.translucentGroups.isEmpty
    }
  }

  /// The groups that came apart or together so that it can be seen.
  var changes: [SceneChange] {
    guard !pairs.isEmpty else { return [] }
    let apart = Self.parted(pairs, \.old, \.new).map { pair, count in
      SceneChange(
        .restyled, node: pair.old.name, before: "one opacity around \(Count(count, "item"))",
        after: "opacities of their own", expectedBounds: pair.old.canvasBounds,
        actualBounds: pair.new.canvasBounds)
    }
    let together = Self.parted(pairs, \.new, \.old).map { pair, count in
      SceneChange(
        .restyled, node: pair.new.name, before: "opacities of their own",
        after: "one opacity around \(Count(count, "item"))",
        expectedBounds: pair.old.canvasBounds, actualBounds: pair.new.canvasBounds)
    }
    return apart + together
  }

  private typealias Pair = (old: SceneNode, new: SceneNode)

  /// The groups of one scene whose items overlap and are in several groups of the other.
  private static func parted(
    _ pairs: [Pair], _ one: KeyPath<Pair, SceneNode>, _ other: KeyPath<Pair, SceneNode>
  ) -> [(pair: Pair, count: Int)] {
    var members: [Int: [Pair]] = [:]
    for pair in pairs {
      for group in pair[keyPath: one].translucentGroups { members[group, default: []].append(pair) }
    }
    return members.sorted { $0.key < $1.key }.compactMap { group, pairs in
      guard pairs.count > 1,
        let own = Self.opacity(of: pairs[0][keyPath: one], upTo: group)
      else { return nil }
      let others = pairs.dropFirst().reduce(
        into: Set(pairs[0][keyPath: other].translucentGroups)
      ) {
        $0.formIntersection($1[keyPath: other].translucentGroups)
      }
      // As much is painted as one there as here.
      if Self.opacity(of: pairs[0][keyPath: other], in: others) <= own + Self.rounding {
        return nil
      }
      return hasOverlap(pairs, one, other) ? (pairs[0], pairs.count) : nil
    }
  }

  /// Opacities are written in thousandths.
  private static let rounding = 0.001

  /// The opacity of an item's groups from the outermost to one of them.
  private static func opacity(of node: SceneNode, upTo group: Int) -> Double? {
    guard let index = node.translucentGroups.firstIndex(of: group) else { return nil }
    return node.opacities.prefix(index + 1).reduce(1, *)
  }

  /// The opacity of those of an item's groups that are in a set.
  private static func opacity(of node: SceneNode, in groups: Set<Int>) -> Double {
    zip(node.translucentGroups, node.opacities).reduce(1) {
      groups.contains($1.0) ? $0 * $1.1 : $0
    }
  }

  /// The opacity that two items have in common, as one.
  private static func shared(_ a: SceneNode, _ b: SceneNode) -> Double {
    opacity(of: a, in: Set(b.translucentGroups))
  }

  /// Whether two items overlap that have less opacity in common in the other scene.
  private static func hasOverlap(
    _ pairs: [Pair], _ one: KeyPath<Pair, SceneNode>, _ other: KeyPath<Pair, SceneNode>
  ) -> Bool {
    let bounds = pairs.map { $0[keyPath: one].canvasBounds }
    let sides = bounds.compactMap { $0 }.map { max($0.width, $0.height) }.filter(\.isFinite)
      .sorted()
    let grid = RectGrid(bounds, side: max(sides.isEmpty ? 1 : sides[sides.count / 2], 0.5))
    var (isFound, budget) = (false, 1_000_000)
    for (index, rect) in bounds.enumerated() {
      guard let rect else { continue }
      let pair = pairs[index]
      grid.forEach(near: rect) { next in
        budget -= 1
        guard next > index, let neighbour = bounds[next], neighbour.intersects(rect),
          shared(pair[keyPath: other], pairs[next][keyPath: other])
            > shared(pair[keyPath: one], pairs[next][keyPath: one]) + rounding
        else { return budget > 0 }
        isFound = true
        return false
      }
      if isFound || budget <= 0 { return true }
    }
    return false
  }
}
