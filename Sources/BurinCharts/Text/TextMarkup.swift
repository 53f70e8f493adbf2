/// A text as written in a literal, with formulas between dollar signs and bold words between double
/// asterisks.
///
/// Dollar signs follow pandoc's rule for `tex_math_dollars`: an opening one has no space after it,
/// a closing one has no space before it and no digit after it. Double asterisks follow CommonMark's
/// rule for strong emphasis: no space just inside them. The content of an interpolated value has no
/// influence, so that a text is read the same for all data: a value counts as a digit.
struct TextMarkup {
  /// A piece of a literal.
  enum Piece: Hashable {
    /// A character that the author wrote, which may be markup.
    case written(Character)
    /// A value, shown verbatim.
    case value(String)
    /// A piece of TeX.
    case tex(String)
    /// A text with its own styles.
    case text(Text)
  }

  var pieces: [Piece]

  init(_ string: String) { pieces = string.map(Piece.written) }

  init(pieces: [Piece]) { self.pieces = pieces }

  /// The spans of the text.
  var runs: [TextRun] { Self.runs(of: Self.paired(tokens())) }

  /// Returns the spans of a literal without values.
  static func runs(of string: String) -> [TextRun] {
    let hasMarkup = string.utf8.contains { byte in
      byte == UInt8(ascii: "$") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "\\")
    }
    return hasMarkup ? TextMarkup(string).runs : TextRun.runs(of: string, isBold: false)
  }

  // MARK: Reading

  private enum Token {
    case letters(String)
    case run(TextRun)
    case text(Text)
    /// Double asterisks, and the sides of bold words on which they can be.
    case asterisks(opens: Bool, closes: Bool)
    case boldStart, boldEnd
  }

  private func tokens() -> [Token] {
    var tokens: [Token] = []
    var letters = ""
    func flush() {
      if !letters.isEmpty { tokens.append(.letters(letters)) }
      letters = ""
    }
    var index = 0
    while index < pieces.count {
      let piece = pieces[index]
      index += 1
      switch piece {
      case .written("\\") where written(at: index) == "$" || written(at: index) == "*":
        letters.append(written(at: index) ?? "\\")
        index += 1
      case .written("$"):
        if let (source, end) = formula(from: index) {
          flush()
          if !source.isEmpty { tokens.append(.run(.formula(source))) }
          index = end
        } else {
          letters.append("$")
        }
      case .written("*") where written(at: index) == "*":
        flush()
        tokens.append(
          .asterisks(opens: !isSpace(at: index + 1), closes: !isSpace(at: index - 2)))
        index += 1
      case .written(let character): letters.append(character)
      case .value(let value): letters += value
      case .tex(let source):
        flush()
        if !source.isEmpty { tokens.append(.run(.formula(source))) }
      case .text(let text):
        flush()
        tokens.append(.text(text))
      }
    }
    flush()
    return tokens
  }

  private func written(at index: Int) -> Character? {
    guard pieces.indices.contains(index), case .written(let character) = pieces[index] else {
      return nil
    }
    return character
  }

  /// Returns whether a piece is a space that the author wrote, or lies beyond the ends.
  private func isSpace(at index: Int) -> Bool {
    guard pieces.indices.contains(index) else { return true }
    return written(at: index)?.isWhitespace ?? false
  }

  /// Reads a formula after its opening dollar sign.
  ///
  /// - Returns: its source, and the index after its closing sign; nil if there is none.
  private func formula(from start: Int) -> (source: String, end: Int)? {
    guard !isSpace(at: start), written(at: start) != "$" else { return nil }
    var source = FormulaSource()
    var index = start
    while index < pieces.count {
      let piece = pieces[index]
      index += 1
      switch piece {
      case .written("\\"):
        source.write("\\")
        if let escaped = written(at: index) {
          source.write(escaped)
          index += 1
        }
      case .written("$") where !source.isWithinText:
        guard !isSpace(at: index - 2), !countsAsDigit(at: index) else { return nil }
        return (source.finished, index)
      case .written("\n") where endsParagraph(at: index): return nil
      case .written(let character): source.write(character)
      case .value(let value): source.write(value: value)
      case .tex(let tex): source.write(tex: tex)
      case .text(let text): source.write(value: text.plain)
      }
    }
    return nil
  }

  private func countsAsDigit(at index: Int) -> Bool {
    guard index < pieces.count else { return false }
    return written(at: index).map { $0.isASCII && $0.isNumber } ?? true
  }

  /// Returns whether there are only spaces between an index and the next line's end.
  private func endsParagraph(at index: Int) -> Bool {
    for piece in pieces[index...] {
      guard case .written(let character) = piece, character.isWhitespace else { return false }
      if character.isNewline { return true }
    }
    return false
  }

  /// Pairs double asterisks, each closing one with the nearest open one; the others are characters.
  private static func paired(_ tokens: [Token]) -> [Token] {
    var tokens = tokens
    var open: [Int] = []
    for index in tokens.indices {
      guard case .asterisks(let opens, let closes) = tokens[index] else { continue }
      tokens[index] = .letters("**")
      if closes, let start = open.last, index > start + 1 {
        open.removeLast()
        tokens[start] = .boldStart
        tokens[index] = .boldEnd
      } else if opens {
        open.append(index)
      }
    }
    return tokens
  }

  // MARK: Making spans

  private static func runs(of tokens: [Token]) -> [TextRun] {
    var runs: [TextRun] = []
    var letters = ""
    var depth = 0
    func flush() {
      runs += TextRun.runs(of: letters, isBold: depth > 0)
      letters = ""
    }
    for token in tokens {
      switch token {
      case .letters(let string): letters += string
      case .run(let run):
        flush()
        runs.append(run)
      case .text(let text):
        flush()
        runs += depth > 0 ? text.bold().runs : text.runs
      case .boldStart:
        flush()
        depth += 1
      case .boldEnd:
        flush()
        depth -= 1
      case .asterisks: letters += "**"
      }
    }
    flush()
    return merged(runs)
  }

  /// Joins adjacent spans of the same style, which values that are texts often produce.
  private static func merged(_ runs: [TextRun]) -> [TextRun] {
    runs.reduce(into: []) { merged, run in
      guard let last = merged.last, case .text(let letters) = last.content,
        case .text(let more) = run.content, last.hasLook(of: run)
      else {
        merged.append(run)
        return
      }
      merged[merged.count - 1].content = .text(letters + more)
    }
  }
}
