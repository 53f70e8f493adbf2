import BurinGeometry

/// A text set within a width and a number of lines.
struct FittedText {
  var block: TextBlock
  /// Whether the text ends in an ellipsis in place of its rest.
  var isShortened: Bool
}

extension LayoutContext {
  /// Sets a text in at most some lines of a width; what is too long ends in an ellipsis.
  ///
  /// - Parameters:
  ///   - text: what to set.
  ///   - role: the role of parts that have none.
  ///   - color: the colour of parts that have none.
  ///   - width: the width of a line, in points.
  ///   - lines: the most lines.
  func fitted(
    _ text: Text, role: TextRole, color: ThemeColor = .primary, width: Double, lines: Int
  ) throws -> FittedText {
    func set(_ text: Text) throws -> TextBlock? {
      let block = try layout(text, role: role, color: color, width: width)
      return block.size.width <= width + 0.5 && block.lineCount <= max(1, lines) ? block : nil
    }
    if let block = try set(text) { return FittedText(block: block, isShortened: false) }
    // The longest beginning that fits, by halving.
    var (low, high) = (1, text.count)
    var best: TextBlock?
    while low < high {
      let middle = (low + high) / 2
      if let block = try set(text.shortened(to: middle)) {
        best = block
        low = middle + 1
      } else {
        high = middle
      }
    }
    // A width for not even one letter still shows one.
    let block =
      try best ?? layout(text.shortened(to: 1), role: role, color: color, width: nil)
    return FittedText(block: block, isShortened: true)
  }
}

extension Text {
  /// The number of characters, a formula counting as one.
  var count: Int {
    runs.reduce(0) { sum, run in
      switch run.content {
      case .text(let string): sum + string.count
      case .formula: sum + 1
      }
    }
  }

  /// The text's beginning with an ellipsis.
  func shortened(to count: Int) -> Text {
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
      case .formula:
        text.runs.append(run)
        room -= 1
      }
    }
    while case .text(let string)? = text.runs.last?.content {
      // No space before the ellipsis.
      let kept = String(string.reversed().drop { $0.isWhitespace }.reversed())
      text.runs[text.runs.count - 1].content = .text(kept)
      if !kept.isEmpty || text.runs.count == 1 { break }
      text.runs.removeLast()
    }
    var dots = text.runs.last ?? TextRun(content: .text(""))
    dots.content = .text("…")
    text.runs.append(dots)
    return text
  }
}
