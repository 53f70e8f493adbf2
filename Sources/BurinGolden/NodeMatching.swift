import BurinScene

/// Which item of one scene stands for which of the other, in painting order.
struct NodeMatching {
  /// What becomes of an item.
  enum Step {
    case pair(Int, Int)
    case removed(Int)
    case added(Int)
  }

  private(set) var steps: [Step] = []

  /// The largest table of pairs that is filled, 16 MB at the most; beyond it items are matched by
  /// their names.
  private static let tableLimit = 1 << 20

  /// Matches the items of two scenes.
  ///
  /// - Complexity: O(n) for what is the same at both ends; between them O(n·m), or O(n + m) where
  ///   the table would be too large.
  init(_ old: [SceneNode], _ new: [SceneNode], comparison: NodeComparison) {
    var head = 0
    while head < old.count, head < new.count, comparison.isSame(old[head], new[head]) { head += 1 }
    var (oldEnd, newEnd) = (old.count, new.count)
    while oldEnd > head, newEnd > head, comparison.isSame(old[oldEnd - 1], new[newEnd - 1]) {
      oldEnd -= 1
      newEnd -= 1
    }
    steps = (0..<head).map { .pair($0, $0) }
    let (rows, columns) = (oldEnd - head, newEnd - head)
    if (rows + 1) * (columns + 1) <= Self.tableLimit {
      alignByCost(old, new, head..<oldEnd, head..<newEnd, comparison)
    } else {
      alignByName(old, new, head..<oldEnd, head..<newEnd)
    }
    for offset in 0..<old.count - oldEnd { steps.append(.pair(oldEnd + offset, newEnd + offset)) }
  }

  /// The cheapest way from one list to the other (Needleman and Wunsch 1970): an item that stays
  /// costs nothing, one that comes or goes costs 1, one that changes by how unlike it is.
  private mutating func alignByCost(
    _ old: [SceneNode], _ new: [SceneNode], _ oldRange: Range<Int>, _ newRange: Range<Int>,
    _ comparison: NodeComparison
  ) {
    let (rows, columns) = (oldRange.count, newRange.count)
    enum Move: UInt8 { case pair, remove, add }
    var moves = [Move](repeating: .pair, count: (rows + 1) * (columns + 1))
    var above = (0...columns).map(Float.init)
    for column in 0...columns { moves[column] = .add }
    for row in 0..<rows {
      var here = [Float(row + 1)]
      here.reserveCapacity(columns + 1)
      moves[(row + 1) * (columns + 1)] = .remove
      let node = old[oldRange.lowerBound + row]
      for column in 0..<columns {
        let cost = unlikeness(node, new[newRange.lowerBound + column], comparison)
        var best = (cost: above[column] + cost, move: Move.pair)
        if above[column + 1] + 1 < best.cost { best = (above[column + 1] + 1, .remove) }
        if here[column] + 1 < best.cost { best = (here[column] + 1, .add) }
        here.append(best.cost)
        moves[(row + 1) * (columns + 1) + column + 1] = best.move
      }
      above = here
    }
    var reversed: [Step] = []
    var (row, column) = (rows, columns)
    while row > 0 || column > 0 {
      switch row == 0 ? .add : column == 0 ? .remove : moves[row * (columns + 1) + column] {
      case .pair:
        row -= 1
        column -= 1
        reversed.append(.pair(oldRange.lowerBound + row, newRange.lowerBound + column))
      case .remove:
        row -= 1
        reversed.append(.removed(oldRange.lowerBound + row))
      case .add:
        column -= 1
        reversed.append(.added(newRange.lowerBound + column))
      }
    }
    steps += reversed.reversed()
  }

  /// From 0 for items that look the same to 3 for items that have nothing in common; above 2 it is
  /// cheaper to say that one went and the other came.
  private func unlikeness(
    _ old: SceneNode, _ new: SceneNode, _ comparison: NodeComparison
  ) -> Float {
    var cost: Float = 0.1
    let roles = { (node: SceneNode) in node.trail.map(\.role) }
    if old.trail != new.trail { cost += roles(old) == roles(new) ? 0.5 : 1.5 }
    switch (old.item, new.item) {
    case (.glyphs(let a), .glyphs(let b)):
      if !comparison.isSame(a.text, b.text) { cost += 0.6 }
      if a.font != b.font || a.color != b.color { cost += 0.2 }
      if !comparison.isSameGeometry(a, b, old.transform, new.transform) { cost += 0.2 }
    case (.path(let a), .path(let b)):
      if !comparison.isSameGeometry(a.path, b.path, old.transform, new.transform) {
        cost += a.path.hasSameSteps(as: b.path) ? 0.3 : 0.4
      }
      if !comparison.isSame(a.fill, b.fill) { cost += 0.3 }
      if !comparison.isSame(a.stroke?.paint, b.stroke?.paint) { cost += 0.3 }
    case (.image, .image), (.points, .points), (.rects, .rects), (.sectors, .sectors):
      break
    default: return 3
    }
    return cost == 0.1 && comparison.isSame(old, new) ? 0 : cost
  }

  /// Pairs items of one name and kind, the first with the first and so on.
  private mutating func alignByName(
    _ old: [SceneNode], _ new: [SceneNode], _ oldRange: Range<Int>, _ newRange: Range<Int>
  ) {
    struct Key: Hashable {
      var trail: [SceneNode.Step]
      var kind: String
    }
    func key(_ node: SceneNode) -> Key { Key(trail: node.trail, kind: node.item.kindName) }
    var waiting: [Key: [Int]] = [:]
    for index in newRange.reversed() { waiting[key(new[index]), default: []].append(index) }
    var isTaken = Set<Int>()
    for index in oldRange {
      if let partner = waiting[key(old[index])]?.popLast() {
        isTaken.insert(partner)
        steps.append(.pair(index, partner))
      } else {
        steps.append(.removed(index))
      }
    }
    for index in newRange where !isTaken.contains(index) { steps.append(.added(index)) }
  }
}
