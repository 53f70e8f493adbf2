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
}

extension SceneDifference: CustomStringConvertible {
  /// One line a change.
  public var description: String { changes.map(\.description).joined(separator: "\n") }

  /// The changes for a reader: what reads otherwise first, what only moved last, and items that
  /// moved alike in one line.
  ///
  /// - Parameter limit: the most lines; a last one counts what is left out.
  public func lines(limit: Int) -> [String] {
    let groups = Self.weights.map { kind in
      kind == .moved ? movedLines : changes.filter { $0.kind == kind }.map(\.description)
    }
    let count = groups.reduce(0) { $0 + $1.count }
    guard count > limit else { return groups.flatMap(\.self) }
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
    return zip(groups, shares).flatMap { $0.prefix($1) }
      + ["… and \(Count(count - shares.reduce(0, +), "more change"))"]
  }

  /// Items that moved alike in one line.
  private var movedLines: [String] {
    var lines: [String] = []
    var moved = changes.filter { $0.kind == .moved }
    while let first = moved.first {
      let alike = moved.filter { $0.moves(like: first) }
      if let last = alike.last, alike.count >= 3 {
        lines.append(
          "\(Count(alike.count, "item")) moved by \(Words.way(first.move ?? .zero)), from \(first.node) to \(last.node)"
        )
      } else {
        lines += alike.map(\.description)
      }
      moved.removeAll { $0.moves(like: first) }
    }
    return lines
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
    Self.weights.flatMap { kind in changes.filter { $0.kind == kind } }
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

  /// Whether both moved by the same way, give or take a hundredth of a point.
  fileprivate func moves(like other: SceneChange) -> Bool {
    guard let move, let way = other.move else { return self == other }
    return abs(move.dx - way.dx) < 0.01 && abs(move.dy - way.dy) < 0.01
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
        + (before.isEmpty && after.isEmpty ? "" : ", \(before) → \(after)")
    }
  }
}
