/// What was asked of a text and has no effect in a picture, for a diagnostic.
struct TextNotes: OptionSet, Hashable, Sendable {
  var rawValue: Int

  static let italic = TextNotes(rawValue: 1)
  static let design = TextNotes(rawValue: 2)
  static let custom = TextNotes(rawValue: 4)
  static let lightWeight = TextNotes(rawValue: 8)
  static let mediumWeight = TextNotes(rawValue: 16)
  static let heavyWeight = TextNotes(rawValue: 32)
  static let tracking = TextNotes(rawValue: 64)
  static let underline = TextNotes(rawValue: 128)
  static let strikethrough = TextNotes(rawValue: 256)
  /// Digits of one width: a diagnostic only where the font's digits differ.
  static let monospacedDigits = TextNotes(rawValue: 512)
  static let specifier = TextNotes(rawValue: 1024)
  static let plainStyle = TextNotes(rawValue: 2048)

  private static let messages: [(TextNotes, String)] = [
    (.italic, "italic() has no effect: the theme's families have no italic face"),
    (.design, "a font design has no effect: texts are set in the theme's families"),
    (.custom, "a custom family has no effect: texts are set in the theme's families"),
    (.lightWeight, "a light weight is drawn regular: the theme's families are regular and bold"),
    (
      .mediumWeight, "the weight medium is drawn regular: the theme's families are regular and bold"
    ),
    (.heavyWeight, "a heavy weight is drawn bold: the theme's families are regular and bold"),
    (.tracking, "tracking and kerning have no effect"),
    (.underline, "underline() has no effect: lines under texts aren't drawn"),
    (.strikethrough, "strikethrough() has no effect: lines through texts aren't drawn"),
    (
      .monospacedDigits,
      "monospacedDigit() has no effect: the digits of the theme's family have several widths"
    ),
    (.plainStyle, "texts have one colour: that in the middle of a gradient, without shadows"),
    (.specifier, "a format specifier isn't known, so that the value is written in full"),
  ]

  /// The messages of the notes, about a text.
  func diagnostics(of text: Text) -> [Diagnostic] {
    Self.messages.filter { contains($0.0) }.map { Diagnostic("\($0.1), in “\(text.brief)”") }
  }
}
