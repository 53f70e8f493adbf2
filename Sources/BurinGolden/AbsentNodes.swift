import BurinGeometry
import BurinScene

/// Items that only one of two scenes has, told by the groups that came or went with them.
struct AbsentNodes {
  private let before: [SceneNode]
  private let after: [SceneNode]
  private let comparison: NodeComparison
  /// The groups that each scene has, as prefixes of trails.
  private let groupsBefore: Set<[SceneNode.Step]>
  private let groupsAfter: Set<[SceneNode.Step]>
  private var removed: [Int] = []
  private var added: [Int] = []

  init(
    _ matching: NodeMatching, _ before: [SceneNode], _ after: [SceneNode],
    _ comparison: NodeComparison
  ) {
    self.before = before
    self.after = after
    self.comparison = comparison
    groupsBefore = Self.groups(of: before)
    groupsAfter = Self.groups(of: after)
  }

  mutating func remove(_ index: Int) { removed.append(index) }
  mutating func add(_ index: Int) { added.append(index) }

  /// What was painted at another time, what went and what came.
  var changes: [SceneChange] {
    var gone = removed
    var come: [Int] = []
    var changes: [SceneChange] = []
    for index in added {
      let node = after[index]
      guard let match = gone.firstIndex(where: { comparison.isSame(before[$0], node) }) else {
        come.append(index)
        continue
      }
      changes.append(
        SceneChange(
          .reordered, node: node.name, before: "item \(gone[match] + 1) in painting order",
          after: "item \(index + 1)", expectedBounds: before[gone[match]].canvasBounds,
          actualBounds: node.canvasBounds))
      gone.remove(at: match)
    }
    changes += Self.summary(of: gone.map { before[$0] }, missingIn: groupsAfter).map {
      SceneChange(.removed, node: $0.name, before: $0.words, expectedBounds: $0.bounds)
    }
    changes += Self.summary(of: come.map { after[$0] }, missingIn: groupsBefore).map {
      SceneChange(.added, node: $0.name, after: $0.words, actualBounds: $0.bounds)
    }
    return changes
  }

  private struct Summary {
    var name: String
    var words: String
    var bounds: Rect?
  }

  /// Joins neighbours that belong to one group.
  private static func summary(
    of nodes: [SceneNode], missingIn groups: Set<[SceneNode.Step]>
  ) -> [Summary] {
    var result: [Summary] = []
    var rest = nodes[...]
    while let first = rest.first {
      // The outermost group that the other scene lacks; the innermost where it lacks none.
      let length =
        (1...max(1, first.trail.count)).first {
          !first.trail.isEmpty && !groups.contains(Array(first.trail.prefix($0)))
        } ?? first.trail.count
      let trail = Array(first.trail.prefix(length))
      let run = rest.prefix { $0.trail.starts(with: trail) }
      let isAlone = run.count == 1
      result.append(
        Summary(
          name: SceneNode.name(of: trail, first.item),
          words: isAlone ? words(for: first.item) : "\(run.count) items",
          bounds: Rect.union(of: run.compactMap(\.canvasBounds))))
      rest = rest.dropFirst(max(1, run.count))
    }
    return result
  }

  private static func words(for item: SceneItem) -> String {
    if case .glyphs(let run) = item { JSONText.quoted(run.text) } else { item.kindName }
  }

  private static func groups(of nodes: [SceneNode]) -> Set<[SceneNode.Step]> {
    var result: Set<[SceneNode.Step]> = []
    for node in nodes {
      for length in 0...node.trail.count { result.insert(Array(node.trail.prefix(length))) }
    }
    return result
  }
}
