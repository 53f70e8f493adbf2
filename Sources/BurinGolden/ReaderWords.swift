import BurinScene

/// What readers who do not see a scene hear of its groups, in painting order.
struct ReaderWords {
  private struct Words: Equatable {
    var name: String
    var label: String?
    var data: String?

    static func == (a: Words, b: Words) -> Bool {
      isSame(a.label, b.label) && isSame(a.data, b.data)
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
            name: group.name.isEmpty ? group.role.rawValue : group.name, label: group.label,
            data: group.dataLabel))
      }
      collect(group.items)
    }
  }

  /// Whether readers hear the same.
  func isSame(as other: ReaderWords) -> Bool { words == other.words }

  /// Returns what readers hear otherwise: group by group where as many groups speak, else how many
  /// do and where the first difference is.
  func changes(to other: ReaderWords) -> [SceneChange] {
    guard words != other.words else { return [] }
    let pairs = zip(words, other.words)
    guard words.count != other.words.count else {
      return pairs.filter { $0 != $1 }.map { old, new in
        SceneChange(
          .canvas, node: "\(old.name), for readers", before: old.description,
          after: new.description)
      }
    }
    let shared = pairs.prefix { $0 == $1 }.count
    let first = [other.words, words].compactMap { $0.dropFirst(shared).first }.first
    return [
      SceneChange(
        .canvas, node: "groups with words for readers", before: "\(words.count)",
        after: "\(other.words.count)" + (first.map { ", first other at \($0.name)" } ?? ""))
    ]
  }
}
