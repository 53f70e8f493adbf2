import BurinScene

/// What readers who do not see a scene hear of its groups, in painting order.
struct ReaderWords {
  fileprivate struct Words: Equatable {
    var name: String
    var role: Role
    var label: String?
    var data: String?

    static func == (a: Words, b: Words) -> Bool {
      a.role == b.role && isSame(a.label, b.label) && isSame(a.data, b.data)
    }

    /// Swift holds texts equal that are written by other scalars; here they are not.
    private static func isSame(_ a: String?, _ b: String?) -> Bool {
      guard let a, let b else { return a == nil && b == nil }
      return a.utf8.elementsEqual(b.utf8)
    }

    var description: String {
      let spoken = [label.map(JSONText.quoted), data.map { "data " + JSONText.quoted($0) }]
      return spoken.compactMap { $0 }.joined(separator: ", ")
    }
  }

  private var words: [Words] = []

  init(_ scene: Scene) {
    collect(scene.items)
  }

  private mutating func collect(_ items: [SceneItem]) {
    for case .group(let group) in items {
      if group.label != nil || group.dataLabel != nil {
        words.append(
          Words(
            name: group.name.isEmpty ? group.role.rawValue : group.name, role: group.role,
            label: group.label, data: group.dataLabel))
      }
      collect(group.items)
    }
  }

  /// Whether readers hear the same.
  func isSame(as other: ReaderWords) -> Bool { words == other.words }

  /// Returns what readers hear otherwise, group by group: what another one says, what is gone or
  /// new, and what is heard earlier or later.
  ///
  /// - Complexity: O(n log n) for n groups.
  func changes(to other: ReaderWords) -> [SceneChange] {
    guard words != other.words else { return [] }
    let matching = WordMatching(words.map(\.matched), other.words.map(\.matched))
    func change(_ words: Words, _ before: String, _ after: String) -> SceneChange {
      SceneChange(.canvas, node: "\(words.name), for readers", before: before, after: after)
    }
    return matching.steps.map { step in
      switch step {
      case .changed(let old, let new) where words[old].role != other.words[new].role:
        change(
          words[old], "\(words[old].role.rawValue), \(words[old].description)",
          "\(other.words[new].role.rawValue), \(other.words[new].description)")
      case .changed(let old, let new):
        change(words[old], words[old].description, other.words[new].description)
      case .removed(let old): change(words[old], words[old].description, "nothing")
      case .added(let new): change(other.words[new], "nothing", other.words[new].description)
      case .reordered(let old, let new):
        change(
          other.words[new], "\(other.words[new].description), as number \(old + 1)",
          "as number \(new + 1)")
      }
    }
  }
}

extension ReaderWords.Words {
  fileprivate var matched: WordMatching.Item {
    // A name may be shared by two texts that Swift holds equal, but words may not.
    WordMatching.Item(
      name: name, words: Array("\(role) \(label == nil)\(data == nil)\(description)".utf8))
  }
}

/// Which group that speaks in one scene stands for which of the other.
private struct WordMatching {
  struct Item: Hashable {
    var name: String
    var words: [UInt8]
  }

  /// What becomes of a group whose words are not where they were.
  enum Step {
    case changed(Int, Int)
    case removed(Int)
    case added(Int)
    case reordered(Int, Int)
  }

  /// In the order of the old scene; what is new comes before the next that stays.
  private(set) var steps: [Step] = []

  private let old: [Item]
  private let new: [Item]
  private var partners: [Int?]
  private var isTaken: [Bool]

  /// Matches the groups that say the same under the same name, then those that say the same, and
  /// between the ones that kept their order those of the same name.
  init(_ old: [Item], _ new: [Item]) {
    self.old = old
    self.new = new
    partners = Array(repeating: nil, count: old.count)
    isTaken = Array(repeating: false, count: new.count)
    var head = 0
    while head < min(old.count, new.count), old[head] == new[head] {
      pair(head, head)
      head += 1
    }
    var (oldEnd, newEnd) = (old.count, new.count)
    while oldEnd > head, newEnd > head, old[oldEnd - 1] == new[newEnd - 1] {
      oldEnd -= 1
      newEnd -= 1
      pair(oldEnd, newEnd)
    }
    match(head..<oldEnd, head..<newEnd, by: \.self)
    match(head..<oldEnd, head..<newEnd, by: \.words)
    var isInOrder = [Bool](repeating: false, count: old.count)
    let paired = old.indices.filter { partners[$0] != nil }
    for index in LongestRise(paired.compactMap { partners[$0] }).indices {
      isInOrder[paired[index]] = true
    }
    var (oldStart, newStart) = (0, 0)
    for anchor in paired where isInOrder[anchor] {
      guard let partner = partners[anchor] else { continue }
      tell(oldStart..<anchor, newStart..<partner)
      (oldStart, newStart) = (anchor + 1, partner + 1)
    }
    tell(oldStart..<old.count, newStart..<new.count)
  }

  /// Adds the steps between two groups that kept their order.
  private mutating func tell(_ oldRange: Range<Int>, _ newRange: Range<Int>) {
    match(oldRange, newRange, by: \.name)
    for index in oldRange {
      guard let partner = partners[index] else {
        steps.append(.removed(index))
        continue
      }
      let saysTheSame = old[index].words == new[partner].words
      steps.append(saysTheSame ? .reordered(index, partner) : .changed(index, partner))
    }
    for index in newRange where !isTaken[index] { steps.append(.added(index)) }
  }

  private mutating func pair(_ oldIndex: Int, _ newIndex: Int) {
    partners[oldIndex] = newIndex
    isTaken[newIndex] = true
  }

  /// Pairs what has the same key and no partner yet, the first with the first and so on.
  private mutating func match<Key: Hashable>(
    _ oldRange: Range<Int>, _ newRange: Range<Int>, by key: (Item) -> Key
  ) {
    var waiting: [Key: [Int]] = [:]
    for index in newRange.reversed() where !isTaken[index] {
      waiting[key(new[index]), default: []].append(index)
    }
    guard !waiting.isEmpty else { return }
    for index in oldRange where partners[index] == nil {
      if let partner = waiting[key(old[index])]?.popLast() { pair(index, partner) }
    }
  }
}
