/// A token of TeX's math syntax.
enum Token: Hashable, Sendable {
  /// `\name`, without the backslash; for one other character, that character.
  case command(String)
  /// Any other character.
  case character(Unicode.Scalar)
  case beginGroup, endGroup, superscript, subscripted, alignment, dollar
  case end
}

/// Splits a source into tokens lazily (TeXbook, chapter 8), skipping spaces and comments.
///
/// Macros replace characters by others, so an index into the characters is not a position in the
/// source: `index` counts the former, positions the latter.
struct Lexer {
  private(set) var scalars: [Unicode.Scalar]
  /// The index of the next character to read.
  var index = 0
  private let source: [Unicode.Scalar]
  /// Whether `%` begins a comment: only a source of several lines has something behind a comment.
  let hasComments: Bool
  /// The position in the source of every character; nil while the characters are those of
  /// the source.
  private var origins: [Int]?

  init(_ source: String) {
    scalars = Array(source.unicodeScalars)
    self.source = scalars
    hasComments = scalars.contains("\n")
  }

  /// Returns the token at the current index with its position, and advances past it.
  mutating func next() -> (token: Token, position: Int) {
    skipBlanks()
    let start = here
    guard index < scalars.count else { return (.end, start) }
    let scalar = scalars[index]
    index += 1
    switch scalar {
    case "{": return (.beginGroup, start)
    case "}": return (.endGroup, start)
    case "^": return (.superscript, start)
    case "_": return (.subscripted, start)
    case "&": return (.alignment, start)
    case "$": return (.dollar, start)
    case "~": return (.command(" "), start)
    case "\\": return (.command(name()), start)
    default: return (.character(scalar), start)
    }
  }

  /// Returns the next token without advancing.
  func peek() -> (token: Token, position: Int) {
    var copy = self
    return copy.next()
  }

  /// Skips white space and `%` comments.
  mutating func skipBlanks() {
    while index < scalars.count {
      if scalars[index] == "%", hasComments {
        while index < scalars.count, scalars[index] != "\n" { index += 1 }
      } else if scalars[index].isBlankInFormulas {
        index += 1
      } else {
        return
      }
    }
  }

  /// Reads the name after a backslash: letters, or one other character.
  mutating func name() -> String {
    if index < scalars.count, scalars[index] == Self.builtInMark { index += 1 }
    let start = index
    while index < scalars.count, scalars[index].isASCIILetter { index += 1 }
    guard index == start, index < scalars.count else {
      let letters = scalars[start..<index]
      // Names are read for each command: scalar by scalar it took a tenth of the time.
      return String(unsafeUninitializedCapacity: letters.count) { bytes in
        for (place, letter) in letters.enumerated() { bytes[place] = UInt8(letter.value) }
        return letters.count
      }
    }
    let scalar = scalars[index]
    index += 1
    return String(Character(scalar.properties.isWhitespace ? " " : scalar))
  }

  // MARK: Macros

  /// Stands behind the backslash of a command that is meant as it is built in, whatever macro has its
  /// name now: no Unicode character, so that no source has it.
  static let builtInMark: Unicode.Scalar = "\u{10FFFF}"

  /// Whether the next token is a command that may be a macro.
  var isBeforeMacro: Bool {
    guard index < scalars.count, scalars[index] == "\\" else { return false }
    return index + 1 >= scalars.count || scalars[index + 1] != Self.builtInMark
  }

  /// Replaces the characters from an index up to the current one, which moves back to that index.
  mutating func replace(from start: Int, with text: [Unicode.Scalar]) {
    var origins = self.origins ?? Array(scalars.indices)
    let place = start < origins.count ? origins[start] : source.count
    origins.replaceSubrange(start..<index, with: repeatElement(place, count: text.count))
    scalars.replaceSubrange(start..<index, with: text)
    self.origins = origins
    index = start
  }

  /// Inserts characters at the current index.
  mutating func insert(_ text: [Unicode.Scalar]) { replace(from: index, with: text) }

  // MARK: Positions

  /// The position of the next character.
  var here: Int {
    guard let origins else { return min(index, source.count) }
    return index < origins.count ? origins[index] : source.count
  }

  /// Returns a position as line and column, for messages.
  func position(_ position: Int) -> FormulaPosition {
    let index = min(max(0, position), source.count)
    var (line, lineStart, offset) = (1, 0, 0)
    for place in 0..<index {
      offset += UTF8.width(source[place])
      if source[place] == "\n" {
        line += 1
        lineStart = place + 1
      }
    }
    var text = String.UnicodeScalarView()
    for scalar in source[lineStart...] {
      if scalar == "\n" { break }
      text.append(scalar)
    }
    var before = String.UnicodeScalarView()
    before.append(contentsOf: source[lineStart..<index])
    return FormulaPosition(
      utf8Offset: offset, line: line, column: String(before).count + 1, lineText: String(text))
  }
}

extension Unicode.Scalar {
  /// Whether it is skipped between tokens: white space, and what only chooses the form of a character.
  var isBlankInFormulas: Bool {
    if isASCII { return self == " " || (self >= "\t" && self <= "\r") }
    return properties.isWhitespace || (0xFE00...0xFE0F).contains(value)
      || [0x200B, 0x200D, 0x2060, 0xFEFF].contains(value)
  }

  var isASCIILetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
  var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
