public import BurinScene
import BurinText

/// A position in a formula's source.
public struct FormulaPosition: Hashable, Sendable {
  /// The offset from the start of the source, in UTF-8 bytes.
  public var utf8Offset: Int
  /// The line, counted from 1.
  public var line: Int
  /// The column in characters, counted from 1.
  public var column: Int
  /// The text of that line.
  public var lineText: String

  /// Creates a position.
  public init(utf8Offset: Int, line: Int, column: Int, lineText: String) {
    self.utf8Offset = utf8Offset
    self.line = line
    self.column = column
    self.lineText = lineText
  }

  /// The line with a caret below the position, for a terminal.
  ///
  /// ```
  /// \fracc{1}{2}
  /// ^
  /// ```
  public var caret: String {
    // East Asian characters take two columns of a terminal.
    // A window of 80 columns, so that a long source does not fill the terminal.
    let characters = Array(lineText)
    let place = min(max(0, column - 1), characters.count)
    let start = characters.count <= 80 ? 0 : max(0, min(place - 40, characters.count - 78))
    let end = characters.count <= 80 ? characters.count : min(characters.count, start + 78)
    let lead = start > 0 ? "…" : ""
    func shown(_ part: ArraySlice<Character>) -> String {
      String(part.map { $0.visible })
    }
    let before = lead + shown(characters[start..<place])
    let columns = before.unicodeScalars.reduce(0) { $0 + $1.columns }
    return lead + shown(characters[start..<end]) + (end < characters.count ? "…" : "") + "\n"
      + String(repeating: " ", count: columns) + "^"
  }
}

/// The errors of setting a formula.
public enum FormulaError: Error, Hashable, Sendable {
  /// A command that is not known, with a known one of similar spelling.
  case unknownCommand(String, suggestion: String?, at: FormulaPosition)
  /// An environment that is not known, with a known one of similar spelling.
  case unknownEnvironment(String, suggestion: String?, at: FormulaPosition)
  /// A colour that is neither a named one, nor standard, nor `#rrggbb`.
  case unknownColor(String, suggestion: String?, at: FormulaPosition)
  /// The source is not a well-formed formula; the text describes what is wrong and what to do.
  case syntax(String, at: FormulaPosition)
  /// A part's name is used twice.
  case duplicatePart(String, at: FormulaPosition)
  /// The math font lacks a character.
  case missingGlyph(Unicode.Scalar, font: String, at: FormulaPosition)
  /// Text inside the formula cannot be set.
  case text(String, at: FormulaPosition)
  /// One of ``FormulaLimits`` is exceeded.
  case limit(String, at: FormulaPosition)
  /// The font size is not a positive number of points within the limit.
  case invalidSize(Double)
  /// The math font cannot be used.
  case font(String)
  /// The rendering was stopped.
  case stopped(LimitError)

  /// The position in the source, if the error has one.
  public var position: FormulaPosition? {
    switch self {
    case .unknownCommand(_, _, let at), .unknownEnvironment(_, _, let at),
      .unknownColor(_, _, let at), .syntax(_, let at), .duplicatePart(_, let at),
      .missingGlyph(_, _, let at), .text(_, let at), .limit(_, let at):
      at
    case .invalidSize, .font, .stopped: nil
    }
  }
}

extension FormulaError: CustomStringConvertible {
  /// One line that describes what is wrong, where, and what to do.
  public var description: String {
    let message = reason
    guard let position else { return message }
    let line = position.line > 1 ? "line \(position.line), " : ""
    return "formula, \(line)column \(position.column): \(message) in “\(position.excerpt)”"
  }

  /// What is wrong, without the place.
  var reason: String {
    func suggest(_ name: String?) -> String { name.map { "; did you mean \($0)?" } ?? "" }
    return switch self {
    case .unknownCommand(let name, let suggestion, _):
      "unknown command \(name)" + suggest(suggestion)
    case .unknownEnvironment(let name, let suggestion, _):
      "unknown environment \(name)" + suggest(suggestion)
    case .unknownColor(let name, let suggestion, _):
      "unknown colour \(name)" + (suggestion.map { "; did you mean \($0)?" } ?? "; use #rrggbb")
    case .syntax(let message, _), .text(let message, _), .limit(let message, _): message
    case .duplicatePart(let name, _):
      "part “\(name)” is defined twice; use a different name for each part"
    case .missingGlyph(let scalar, let font, _):
      "no font has “\(scalar)” (\(scalar.codePoint)): neither \(font) nor the families of text; install Noto Sans Math (Debian package fonts-noto-core), or choose STIX Two Math for formulas"
    case .invalidSize(let size):
      "formula size \(size) is not a positive number of points up to \(FormulaLimits.fontSize)"
    case .font(let message): message
    case .stopped(let error): "\(error)"
    }
  }
}

extension FormulaPosition {
  /// The text around the position, short enough for one line.
  var excerpt: String {
    let start = max(0, column - 20)
    let tail = lineText.dropFirst(start)
    return (start > 0 ? "…" : "") + String(tail.prefix(50).map { $0.visible })
      + (tail.count > 50 ? "…" : "")
  }
}

extension Character {
  /// The character, or a visible sign in place of one that would move a terminal's cursor or change
  /// its colours.
  fileprivate var visible: Character {
    guard let first = unicodeScalars.first else { return self }
    if first.value < 0x20, let picture = Unicode.Scalar(0x2400 + first.value) {
      return Character(picture)
    }
    switch first.properties.generalCategory {
    case .control,
      .format where unicodeScalars.count == 1, .lineSeparator, .paragraphSeparator:
      return "␦"
    default: return self
    }
  }
}

extension Unicode.Scalar {
  /// The columns of a terminal that the character takes.
  fileprivate var columns: Int {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: 0
    default: isWide ? 2 : 1
    }
  }

  /// Whether the character belongs to East Asian text, which formulas set in the text font.
  var isWide: Bool {
    switch value {
    case 0x1100...0x115F,  // Hangul Jamo
      0x2E80...0x303E,  // radicals, CJK punctuation
      0x3041...0x33FF,  // kana, Bopomofo, compatibility
      0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,  // ideographs
      0xA000...0xA4CF, 0xAC00...0xD7A3,  // Yi, Hangul
      0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,  // compatibility and full-width forms
      0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
