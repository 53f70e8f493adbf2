/// What becomes of a character that no font has.
public enum MissingCharacters: String, Hashable, Sendable, CaseIterable {
  /// An error names the character and the text.
  case error
  /// U+FFFD, the sign for an unknown character, is drawn in its place, and a diagnostic names it.
  ///
  /// The text of the picture, which can be searched and copied, keeps the character.
  case replaced
}
