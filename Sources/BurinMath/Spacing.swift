/// The space between neighbours in a math list (TeXbook, chapter 18, page 170).
enum Spacing {
  /// Returns the space between two classes in mu: 3 thin, 4 medium, 5 thick.
  ///
  /// - Parameter isScript: whether the style is a script style, which keeps only the thin space
  ///   around operators.
  static func mu(_ left: AtomClass, _ right: AtomClass, isScript: Bool) -> Double {
    let code = table[left.rawValue][right.rawValue]
    switch code {
    case 1: return 3
    case 2: return isScript ? 0 : 3
    case 3: return isScript ? 0 : 4
    case 4: return isScript ? 0 : 5
    default: return 0
    }
  }

  // 0 none; 1 thin; 2 thin, 3 medium, 4 thick, these three not in script styles. Impossible
  // neighbours (a bin beside what has made it an ord) are 0.
  private static let table: [[UInt8]] = [
    // ord op bin rel open close punct inner
    [0, 1, 3, 4, 0, 0, 0, 2],  // ord
    [1, 1, 0, 4, 0, 0, 0, 2],  // op
    [3, 3, 0, 0, 3, 0, 0, 3],  // bin
    [4, 4, 0, 0, 4, 0, 0, 4],  // rel
    [0, 0, 0, 0, 0, 0, 0, 0],  // open
    [0, 1, 3, 4, 0, 0, 0, 2],  // close
    [2, 2, 0, 2, 2, 2, 2, 2],  // punct
    [2, 1, 3, 4, 2, 0, 2, 2],  // inner
  ]

  /// Returns the classes of a list in which binary signs without operands have become ordinary.
  ///
  /// TeXbook, appendix G, rules 5 and 6: a bin that begins a list or follows bin, op, rel, open
  /// or punct is an ord; so is a bin before rel, close or punct, or at the end.
  static func resolve(
    _ classes: [AtomClass], before: AtomClass? = nil, after: AtomClass? = nil
  ) -> [AtomClass] {
    var result = classes
    var previous = before
    for index in result.indices {
      if result[index] == .bin {
        switch previous {
        case nil, .bin, .op, .rel, .open, .punct: result[index] = .ord
        case .ord, .close, .inner: break
        }
      }
      switch result[index] {
      case .rel, .close, .punct:
        if index > 0, result[index - 1] == .bin { result[index - 1] = .ord }
      default: break
      }
      previous = result[index]
    }
    if let last = result.indices.last, result[last] == .bin {
      switch after {
      case nil, .rel, .close, .punct: result[last] = .ord
      default: break
      }
    }
    return result
  }
}
