import BurinGeometry

/// A text set within a width and a number of lines.
struct FittedText {
  var block: TextBlock
  /// What is left of a text that is shortened; nil for a whole one.
  var shortened: String?

  /// Whether the text is cut and has an ellipsis.
  var isShortened: Bool { shortened != nil }
}

extension [FittedText] {
  /// The most letters at the end of a name that tell it from others.
  private static let longestTail = 16
  /// The most names of which anybody reads the ends.
  private static let mostNames = 64

  /// Fits names so that those that begin alike and are shortened stay apart: their last letters
  /// stand behind the ellipsis.
  ///
  /// - Parameters:
  ///   - names: the names in full.
  ///   - fit: fits the name of an index with a number of its last letters behind the ellipsis.
  static func distinct(
    _ names: [String], _ fit: (_ index: Int, _ tail: Int) throws -> FittedText
  ) rethrows -> [FittedText] {
    var fitted = try names.indices.map { try fit($0, 0) }
    let groups = Dictionary(grouping: fitted.indices.filter { fitted[$0].isShortened }) {
      fitted[$0].shortened ?? ""
    }
    for alike in groups.values where alike.count > 1 && names.count <= mostNames {
      let full = Set(alike.map { names[$0] })
      let tail = (3...longestTail).first { tail in
        Set(full.map { $0.suffix(tail) }).count == full.count
      }
      guard full.count > 1, let tail else { continue }
      let others = try alike.map { try fit($0, tail) }
      // Where the letters have no room either, a longer beginning says more.
      guard Set(others.map(\.shortened)).count == full.count else { continue }
      for (index, other) in zip(alike, others) { fitted[index] = other }
    }
    return fitted
  }

  /// How many of the shortened names read as another one does.
  var alikeCount: Int {
    Dictionary(grouping: compactMap(\.shortened)) { $0 }.values.reduce(0) {
      $0 + ($1.count > 1 ? $1.count : 0)
    }
  }

  /// Returns what an author should know of shortened names; nil where none is.
  ///
  /// - Parameter names: what they are, such as `labels of the x axis`.
  func note(_ names: String, of total: Int) -> String? {
    let count = count(where: \.isShortened)
    guard count > 0 else { return nil }
    let alike = alikeCount
    return "\(count) of \(total) \(names) are shortened"
      + (alike > 0 ? ", and \(alike) of them now read the same as another" : "")
      + "; make the chart larger or the names shorter"
  }
}

extension LayoutContext {
  /// Returns a text set in a limited number of lines of a width; a text that is too long ends in an
  /// ellipsis, or has its last letters behind one.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - role: the role of spans without one.
  ///   - color: the colour of spans without one.
  ///   - width: the width of a line, in points.
  ///   - lines: the maximum number of lines.
  ///   - tail: how many of the last letters stand behind the ellipsis.
  func fitted(
    _ text: Text, role: TextRole, color: Color = .primary, width: Double, lines: Int,
    tail: Int = 0
  ) throws -> FittedText {
    let text = text.resolved(in: region)
    func set(_ text: Text) throws -> TextBlock? {
      let block = try layout(text, role: role, color: color, width: width)
      return block.size.width <= width + 0.5 && block.lineCount <= max(1, lines) ? block : nil
    }
    if let block = try set(text) { return FittedText(block: block) }
    // Binary search for the longest prefix that fits.
    var (low, high) = (1, max(1, text.count - tail))
    var best: (block: TextBlock, text: Text)?
    while low < high {
      let middle = (low + high) / 2
      let shortened = text.shortened(to: middle, keeping: tail)
      if let block = try set(shortened) {
        best = (block, shortened)
        low = middle + 1
      } else {
        high = middle
      }
    }
    // Even a width too small for one letter shows one.
    let letter = text.shortened(to: 1)
    let (block, shown) =
      try best ?? (layout(letter, role: role, color: color, width: nil), letter)
    return FittedText(block: block, shortened: shown.plain)
  }
}

extension Text {
  /// The number of characters, where a formula counts as one.
  var count: Int {
    runs.reduce(0) { sum, run in
      switch run.content {
      case .text(let string): sum + string.count
      case .formula: sum + 1
      case .value: sum + run.plain.count
      }
    }
  }

  /// Returns the text's prefix with an ellipsis, and its last letters.
  func shortened(to count: Int, keeping tail: Int = 0) -> Text {
    var text = self
    text.runs = []
    var room = count
    for run in runs where room > 0 {
      switch run.content {
      case .text(let string):
        var cut = run
        cut.content = .text(String(string.prefix(room)))
        text.runs.append(cut)
        room -= string.count
      case .formula, .value:
        text.runs.append(run)
        room -= 1
      }
    }
    while case .text(let string)? = text.runs.last?.content {
      // There is no space before the ellipsis.
      let kept = String(string.reversed().drop { $0.isWhitespace }.reversed())
      text.runs[text.runs.count - 1].content = .text(kept)
      if !kept.isEmpty || text.runs.count == 1 { break }
      text.runs.removeLast()
    }
    var dots = text.runs.last ?? TextRun(content: .text(""))
    dots.content = .text("…" + plain.suffix(tail))
    text.runs.append(dots)
    return text
  }
}
