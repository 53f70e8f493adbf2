import BurinScene

/// Which item of one scene stands for which of the other.
///
/// Items that look the same in the same groups find each other first, wherever they are. The
/// longest run of them that kept its order parts the rest into sections, and in each section what
/// is left is aligned: by likeness where a section is small, by name where it is large. What is
/// left after that is matched by looks alone.
struct NodeMatching {
  /// What becomes of an item.
  enum Step {
    case pair(Int, Int)
    case removed(Int)
    case added(Int)
  }

  /// In the order of the new scene; what is removed is where it was.
  private(set) var steps: [Step] = []
  /// Pairs that look the same and are painted in another order than the others.
  private(set) var reordered: [(old: Int, new: Int)] = []

  private let old: [SceneNode]
  private let new: [SceneNode]
  private let comparison: NodeComparison
  /// The partners of the old items; nil for those that have none.
  private var partners: [Int?]
  private var isTaken: [Bool]
  /// How many more pairs may be compared by likeness.
  private var budget = NodeMatching.comparisonLimit

  /// The largest section that is aligned by likeness, in pairs of items.
  private static let tableLimit = 64 * 64
  /// How many pairs are compared by likeness in all; beyond it items are matched by their names.
  private static let comparisonLimit = 1 << 15

  /// Matches the items of two scenes.
  ///
  /// - Complexity: O(n log n) for n items, and a bounded number of comparisons.
  init(_ old: [SceneNode], _ new: [SceneNode], comparison: NodeComparison) {
    self.old = old
    self.new = new
    self.comparison = comparison
    partners = Array(repeating: nil, count: old.count)
    isTaken = Array(repeating: false, count: new.count)
    var head = 0
    while head < old.count, head < new.count, comparison.isSame(old[head], new[head]) {
      pair(head, head)
      head += 1
    }
    var (oldEnd, newEnd) = (old.count, new.count)
    while oldEnd > head, newEnd > head, comparison.isSame(old[oldEnd - 1], new[newEnd - 1]) {
      oldEnd -= 1
      newEnd -= 1
      pair(oldEnd, newEnd)
    }
    let (oldRange, newRange) = (head..<oldEnd, head..<newEnd)
    matchEqual(oldRange, newRange, includesTrail: true)
    for section in sections(oldRange, newRange) { align(section.old, section.new) }
    matchEqual(oldRange, newRange, includesTrail: false)
    finish()
  }

  private mutating func pair(_ oldIndex: Int, _ newIndex: Int) {
    partners[oldIndex] = newIndex
    isTaken[newIndex] = true
  }

  // MARK: Items that look the same

  private mutating func matchEqual(
    _ oldRange: Range<Int>, _ newRange: Range<Int>, includesTrail: Bool
  ) {
    var waiting: [NodeKey: [Int]] = [:]
    for index in oldRange.reversed() where partners[index] == nil {
      waiting[NodeKey(old[index], includesTrail: includesTrail), default: []].append(index)
    }
    guard !waiting.isEmpty else { return }
    for index in newRange where !isTaken[index] {
      let key = NodeKey(new[index], includesTrail: includesTrail)
      guard let candidate = waiting[key]?.last, comparison.isSame(old[candidate], new[index])
      else { continue }
      waiting[key]?.removeLast()
      pair(candidate, index)
    }
  }

  /// The longest rising run of partners, as old indices.
  private func anchors(_ oldRange: Range<Int>) -> [Int] {
    let rising = oldRange.filter { partners[$0] != nil }
    let values = rising.compactMap { partners[$0] }
    return LongestRise(values).indices.map { rising[$0] }
  }

  /// What lies between anchors and has no partner yet.
  private func sections(
    _ oldRange: Range<Int>, _ newRange: Range<Int>
  ) -> [(old: [Int], new: [Int])] {
    var result: [(old: [Int], new: [Int])] = []
    var (oldStart, newStart) = (oldRange.lowerBound, newRange.lowerBound)
    func add(_ oldEnd: Int, _ newEnd: Int) {
      let section = (
        old: (oldStart..<oldEnd).filter { partners[$0] == nil },
        new: (newStart..<newEnd).filter { !isTaken[$0] }
      )
      if !section.old.isEmpty, !section.new.isEmpty { result.append(section) }
    }
    for anchor in anchors(oldRange) {
      guard let partner = partners[anchor] else { continue }
      add(anchor, partner)
      (oldStart, newStart) = (anchor + 1, partner + 1)
    }
    add(oldRange.upperBound, newRange.upperBound)
    return result
  }

  // MARK: Items that changed

  private mutating func align(_ oldItems: [Int], _ newItems: [Int]) {
    let cells = oldItems.count * newItems.count
    if oldItems.count == 1, newItems.count == 1 {
      if unlikeness(old[oldItems[0]], new[newItems[0]]) <= 2 { pair(oldItems[0], newItems[0]) }
    } else if cells <= Self.tableLimit, cells <= budget {
      budget -= cells
      alignByLikeness(oldItems, newItems)
    } else {
      alignByName(oldItems, newItems)
    }
  }

  /// The cheapest way from one list to the other (Needleman and Wunsch 1970): an item that stays
  /// costs nothing, one that comes or goes costs 1, one that changes by how unlike it is.
  private mutating func alignByLikeness(_ oldItems: [Int], _ newItems: [Int]) {
    let (rows, columns) = (oldItems.count, newItems.count)
    enum Move: UInt8 { case pair, remove, add }
    var moves = [Move](repeating: .pair, count: (rows + 1) * (columns + 1))
    var above = (0...columns).map(Float.init)
    for column in 0...columns { moves[column] = .add }
    for row in 0..<rows {
      var here = [Float(row + 1)]
      here.reserveCapacity(columns + 1)
      moves[(row + 1) * (columns + 1)] = .remove
      for column in 0..<columns {
        let cost = unlikeness(old[oldItems[row]], new[newItems[column]])
        var best = (cost: above[column] + cost, move: Move.pair)
        if above[column + 1] + 1 < best.cost { best = (above[column + 1] + 1, .remove) }
        if here[column] + 1 < best.cost { best = (here[column] + 1, .add) }
        here.append(best.cost)
        moves[(row + 1) * (columns + 1) + column + 1] = best.move
      }
      above = here
    }
    var (row, column) = (rows, columns)
    while row > 0, column > 0 {
      switch moves[row * (columns + 1) + column] {
      case .pair:
        row -= 1
        column -= 1
        pair(oldItems[row], newItems[column])
      case .remove: row -= 1
      case .add: column -= 1
      }
    }
  }

  /// From 0 for items that look the same to 3 for items that have nothing in common; above 2 it is
  /// cheaper to say that one went and the other came.
  private func unlikeness(_ old: SceneNode, _ new: SceneNode) -> Float {
    var cost: Float = 0.1
    if old.trail != new.trail {
      let hasRoles =
        old.trail.count == new.trail.count
        && zip(old.trail, new.trail).allSatisfy { $0.role == $1.role }
      cost += hasRoles ? 0.5 : 1.5
    }
    switch (old.item, new.item) {
    case (.glyphs(let a), .glyphs(let b)):
      if !comparison.isSame(a.text, b.text) { cost += 0.6 }
      if a.font != b.font || a.color != b.color { cost += 0.2 }
      if !comparison.isSameGeometry(a, b, old.transform, new.transform) { cost += 0.2 }
    case (.path(let a), .path(let b)):
      if !comparison.isSameGeometry(a.path, b.path, old.transform, new.transform) {
        cost += a.path.hasSameSteps(as: b.path) ? 0.3 : 0.4
      }
      if !comparison.isSame(a.fill, b.fill, old.transform, new.transform) { cost += 0.3 }
      if !comparison.isSame(a.stroke?.paint, b.stroke?.paint, old.transform, new.transform) {
        cost += 0.3
      }
    case (.image, .image), (.points, .points), (.rects, .rects), (.sectors, .sectors):
      break
    default: return 3
    }
    return cost == 0.1 && comparison.isSame(old, new) ? 0 : cost
  }

  /// Pairs items of one name and kind, the first with the first and so on.
  private mutating func alignByName(_ oldItems: [Int], _ newItems: [Int]) {
    struct Key: Hashable {
      var trail: [SceneNode.Step]
      var kind: String
    }
    func key(_ node: SceneNode) -> Key { Key(trail: node.trail, kind: node.item.kindName) }
    var waiting: [Key: [Int]] = [:]
    for index in newItems.reversed() { waiting[key(new[index]), default: []].append(index) }
    for index in oldItems {
      if let partner = waiting[key(old[index])]?.popLast() { pair(index, partner) }
    }
  }

  // MARK: The result

  private mutating func finish() {
    let paired = old.indices.filter { partners[$0] != nil }
    let rise = LongestRise(paired.compactMap { partners[$0] }).indices
    var isInOrder = [Bool](repeating: false, count: old.count)
    for index in rise { isInOrder[paired[index]] = true }
    for (index, partner) in partners.enumerated() {
      guard let partner else {
        steps.append(.removed(index))
        continue
      }
      steps.append(.pair(index, partner))
      if !isInOrder[index] { reordered.append((index, partner)) }
    }
    for index in new.indices where !isTaken[index] { steps.append(.added(index)) }
  }
}

/// The longest rising run of distinct numbers, not necessarily neighbours.
///
/// - Complexity: O(n log n) (Fredman 1975).
struct LongestRise {
  /// The places of its numbers.
  let indices: [Int]

  init(_ values: [Int]) {
    // The place of the smallest number that ends a run of each length, and each one's predecessor.
    var ends: [Int] = []
    var previous = [Int](repeating: -1, count: values.count)
    for (index, value) in values.enumerated() {
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if values[ends[middle]] < value { low = middle + 1 } else { high = middle }
      }
      if low > 0 { previous[index] = ends[low - 1] }
      if low < ends.count { ends[low] = index } else { ends.append(index) }
    }
    var result: [Int] = []
    var next = ends.last ?? -1
    while next >= 0 {
      result.append(next)
      next = previous[next]
    }
    indices = result.reversed()
  }
}
