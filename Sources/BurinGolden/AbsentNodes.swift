import BurinGeometry
import BurinScene

/// Items that only one of two scenes has, told by the groups that came or went with them.
struct AbsentNodes {
  private let before: [SceneNode]
  private let after: [SceneNode]
  private var removed: [Int] = []
  private var added: [Int] = []

  init(_ before: [SceneNode], _ after: [SceneNode]) {
    self.before = before
    self.after = after
  }

  mutating func remove(_ index: Int) { removed.append(index) }
  mutating func add(_ index: Int) { added.append(index) }

  /// What went and what came.
  var changes: [SceneChange] {
    guard !removed.isEmpty || !added.isEmpty else { return [] }
    // The groups that each scene has, as prefixes of trails.
    let (groupsBefore, groupsAfter) = (Self.groups(of: before), Self.groups(of: after))
    return Self.summary(of: removed.map { before[$0] }, missingIn: groupsAfter).map {
      SceneChange(.removed, node: $0.name, before: $0.words, expectedBounds: $0.bounds)
    }
      + Self.summary(of: added.map { after[$0] }, missingIn: groupsBefore).map {
        SceneChange(.added, node: $0.name, after: $0.words, actualBounds: $0.bounds)
      }
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
    var result: Set<[SceneNode.Step]> = [[]]
    var last: [SceneNode.Step] = []
    for node in nodes where node.trail != last {
      last = node.trail
      for length in 1...max(1, last.count) { result.insert(Array(last.prefix(length))) }
    }
    return result
  }
}
