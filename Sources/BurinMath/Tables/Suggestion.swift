/// A search for the known name that was probably meant.
package enum Suggestion {
  /// Returns the candidate nearest in spelling, or nil if none is similar.
  ///
  /// A similar name differs by at most a third of its letters, with at least one and at most two
  /// edits allowed; among equals the first is returned.
  package static func nearest(
    to name: String, among candidates: some Sequence<String>
  ) -> String? {
    let wanted = Array(name.unicodeScalars.prefix(64))
    let limit = min(2, max(1, wanted.count / 3))
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let other = Array(candidate.unicodeScalars)
      guard abs(other.count - wanted.count) <= limit else { continue }
      let distance = editDistance(wanted, other)
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
  }

  /// Returns what was probably meant by a command, with its backslash, or how a function's name is
  /// written; nil if neither is likely.
  ///
  /// A command of one or two letters is like too many others, and so is one of which a third letter
  /// would have to change; a name in capitals or of several letters is a function's.
  static func command(like name: String, among candidates: some Sequence<String>) -> String? {
    guard name.unicodeScalars.allSatisfy(\.isASCIILetter), !name.isEmpty else { return nil }
    let count = name.count
    let others = candidates.filter { candidate in
      // The first letter is rarely wrong, and no name is another's beginning by chance.
      candidate.count >= 3 && candidate.unicodeScalars.allSatisfy(\.isASCIILetter)
        && candidate.first.map { $0.lowercased() } == name.first.map { $0.lowercased() }
    }
    if count >= 3 {
      let limit = count >= 8 ? 2 : 1
      var best: (name: String, distance: Int)?
      for candidate in others where abs(candidate.count - count) <= limit {
        let distance = editDistance(Array(name.unicodeScalars), Array(candidate.unicodeScalars))
        // A letter that is only lost or doubled is nearer than one that is another.
        if distance <= limit, distance < best?.distance ?? .max,
          count >= 5 || candidate.count != count || isSwap(name, candidate)
        {
          best = (candidate, distance)
        }
      }
      if let best { return "\\" + best.name }
    }
    // A name that breaks off, as \part for \partial, if only one goes on like it.
    if count >= 4 {
      let longer = others.filter { $0.count <= count + 3 && $0.hasPrefix(name) }
      if longer.count == 1 { return "\\" + longer[0] }
    }
    // A word, as the names of functions are: letters that can be spoken, or a few capitals.
    let isWord =
      name.contains { "aeiouyAEIOUY".contains($0) }
      && (count <= 12 && name.dropFirst().allSatisfy(\.isLowercase))
      || (count <= 4 && name.allSatisfy(\.isUppercase))
    return count >= 2 && isWord ? "\\operatorname{\(name)}" : nil
  }

  /// Whether two names differ by two neighbours, or by the case of letters.
  private static func isSwap(_ a: String, _ b: String) -> Bool {
    a.lowercased() == b.lowercased() || a.sorted() == b.sorted()
  }

  /// Returns the number of insertions, deletions, replacements and swaps of neighbours between two
  /// words (Damerau's distance in its restricted form).
  static func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    var beforePrevious = [Int](repeating: 0, count: b.count + 1)
    var previous = Array(0...b.count)
    for i in 1...a.count {
      var row = [Int](repeating: i, count: b.count + 1)
      for j in 1...b.count {
        let cost = a[i - 1] == b[j - 1] ? 0 : 1
        row[j] = min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + cost)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          row[j] = min(row[j], beforePrevious[j - 2] + 1)
        }
      }
      (beforePrevious, previous) = (previous, row)
    }
    return previous[b.count]
  }
}
