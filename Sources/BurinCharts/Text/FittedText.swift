import BurinGeometry

/// A text set within a width and a number of lines.
struct FittedText {
  var block: TextBlock
  /// Whether the text is shortened and ends in an ellipsis.
  var isShortened: Bool
}

extension LayoutContext {
  /// Returns a text set in a limited number of lines of a width; a text that is too long ends in an
  /// ellipsis.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - role: the role of spans without one.
  ///   - color: the colour of spans without one.
  ///   - width: the width of a line, in points.
  ///   - lines: the maximum number of lines.
  func fitted(
    _ text: Text, role: TextRole, color: Color = .primary, width: Double, lines: Int
  ) throws -> FittedText {
    let text = text.resolved(in: region)
    func set(_ text: Text) throws -> TextBlock? {
      let block = try layout(text, role: role, color: color, width: width)
      return block.size.width <= width + 0.5 && block.lineCount <= max(1, lines) ? block : nil
    }
    if let block = try set(text) { return FittedText(block: block, isShortened: false) }
    // Binary search for the longest prefix that fits.
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
    // Even a width too small for one letter shows one.
    let block =
      try best ?? layout(text.shortened(to: 1), role: role, color: color, width: nil)
    return FittedText(block: block, isShortened: true)
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

  /// Returns the text's prefix with an ellipsis.
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
    dots.content = .text("…")
    text.runs.append(dots)
    return text
  }
}
