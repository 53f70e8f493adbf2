public import BurinGeometry

/// What changed between the scenes of a golden and of a fresh picture, in painting order.
public struct SceneDifference: Sendable, Hashable {
  /// The changes; empty when the scenes say the same.
  public var changes: [SceneChange]

  /// Makes a difference.
  public init(changes: [SceneChange]) {
    self.changes = changes
  }

  /// Whether the scenes say the same.
  public var isEmpty: Bool { changes.isEmpty }

  /// The number of changes that can be seen: items that are only painted in another order and
  /// don't overlap what they changed places with are left out.
  public var visibleCount: Int { changes.count { !$0.isHarmless } }
}

extension SceneDifference: CustomStringConvertible {
  /// One line a change.
  public var description: String { changes.map(\.description).joined(separator: "\n") }

  /// The changes for a reader: what reads otherwise first, what only moved last, and items that
  /// moved alike in one line.
  ///
  /// - Parameter limit: the most lines; a last one counts what is left out.
  public func lines(limit: Int) -> [String] {
    let byKind = Dictionary(grouping: changes, by: \.kind)
    let groups = Self.weights.map { kind in
      kind == .moved ? Self.movedGroups(byKind[.moved] ?? []) : (byKind[kind] ?? []).map { [$0] }
    }
    func lines(_ groups: some Sequence<[SceneChange]>) -> [String] { groups.map(Self.line) }
    let count = groups.reduce(0) { $0 + $1.count }
    guard count > limit else { return groups.flatMap { lines($0) } }
    // Every sort of change gets two lines; the first sorts get what is left.
    var room = max(limit - 1, 0)
    var shares = groups.map { group in
      let share = min(2, group.count, room)
      room -= share
      return share
    }
    for index in groups.indices {
      let more = min(groups[index].count - shares[index], room)
      shares[index] += more
      room -= more
    }
    return zip(groups, shares).flatMap { lines($0.prefix($1)) }
      + ["… and \(Count(count - shares.reduce(0, +), "more change"))"]
  }

  private static func line(_ group: [SceneChange]) -> String {
    guard let first = group.first, let last = group.last, group.count > 1 else {
      return group.first?.description ?? ""
    }
    return
      "\(Count(group.count, "item")) moved by \(Words.way(first.move ?? .zero)), from \(first.node) to \(last.node)"
  }

  /// Items that moved alike, give or take a hundredth of a point, together where there are three.
  private static func movedGroups(_ moved: [SceneChange]) -> [[SceneChange]] {
    struct Way: Hashable {
      var dx: Double
      var dy: Double
    }
    var groups: [[SceneChange]] = []
    var known: [Way: Int] = [:]
    for change in moved {
      guard let move = change.move else {
        groups.append([change])
        continue
      }
      let way = Way(dx: (move.dx * 100).rounded(), dy: (move.dy * 100).rounded())
      if let index = known[way] {
        groups[index].append(change)
      } else {
        known[way] = groups.count
        groups.append([change])
      }
    }
    return groups.flatMap { $0.count >= 3 ? [$0] : $0.map { [$0] } }
  }
}

extension SceneDifference {
  /// What a reader sees at once first, what only moved last.
  private static let weights: [SceneChange.Kind] = [
    .canvas, .text, .removed, .added, .recoloured, .restyled, .glyphs, .reshaped, .reordered,
    .moved,
  ]

  /// The weightiest first; each kind in painting order.
  var byWeight: [SceneChange] {
    let byKind = Dictionary(grouping: changes, by: \.kind)
    return Self.weights.flatMap { byKind[$0] ?? [] }
  }
}

/// One change between two scenes: which node, and what became of it.
///
/// ```swift
/// change.description  // "x axis, tick 4: \"6\" → \"8\""
/// ```
public struct SceneChange: Sendable, Hashable {
  /// What became of a node.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A text reads otherwise.
    case text
    /// The same text is drawn by other glyphs.
    case glyphs
    /// The node is where it was not.
    case moved
    /// An outline, a size or a number of cells is another.
    case reshaped
    /// A paint is another.
    case recoloured
    /// A line width, a dash, a font, an opacity or a clip is another.
    case restyled
    /// The node is new.
    case added
    /// The node is gone.
    case removed
    /// The node is painted earlier or later.
    case reordered
    /// The canvas' size, background or language, or what is told to readers who do not see it.
    case canvas
  }

  /// What became of the node.
  public var kind: Kind
  /// The node in words, outermost first, such as `x axis, tick 4`.
  public var node: String
  /// What was, in words: a text with its quotes, a colour, a position; empty for what is new.
  public var before: String
  /// What is, in words; empty for what is gone.
  public var after: String
  /// Where the node was on the canvas, in points; nil where it was not.
  public var expectedBounds: Rect?
  /// Where the node is on the canvas, in points; nil where it is not.
  public var actualBounds: Rect?
  /// How far the node moved, in points; nil where it did not, or not as a whole.
  public var move: Vector?
  /// Whether the item is only painted in another order, without an overlap that would show it.
  public var isHarmless = false

  /// Makes a change.
  public init(
    _ kind: Kind, node: String, before: String = "", after: String = "",
    expectedBounds: Rect? = nil, actualBounds: Rect? = nil, move: Vector? = nil
  ) {
    self.kind = kind
    self.node = node
    self.before = before
    self.after = after
    self.expectedBounds = expectedBounds
    self.actualBounds = actualBounds
    self.move = move
  }
}

extension SceneChange: CustomStringConvertible {
  /// One line such as `x axis, tick 4: "6" → "8"`.
  public var description: String {
    switch kind {
    case .text, .canvas:
      "\(node): " + Words.changedPart(of: before, and: after).joined(separator: " → ")
    case .added: "\(node): added" + (after.isEmpty ? "" : " \(after)")
    case .removed: "\(node): removed" + (before.isEmpty ? "" : " \(before)")
    case .glyphs, .moved, .reshaped, .recoloured, .restyled, .reordered:
      "\(node): \(kind.rawValue)"
        + (before.isEmpty && after.isEmpty
          ? "" : ", " + Words.distinct(before, after).joined(separator: " → "))
    }
  }
}
