import BurinMath

extension Text {
  /// Returns the text as it is read aloud: its characters, and its formulas in words.
  ///
  /// - Parameters:
  ///   - language: the language of the words, as a BCP 47 tag.
  ///   - theme: the theme, for the colours and macros that formulas name.
  func spoken(language: String, theme: Theme) -> String {
    runs.map { run in
      // Characters such as `₂` became formulas; they are heard as they were written.
      guard case .formula(let tex, let plain) = run.content, plain == "$\(tex)$" else {
        return run.plain
      }
      let speech = FormulaSpeech(language: language)
      // What cannot be set is an error where it is drawn.
      let words = try? speech.words(tex, colors: theme.colors.byName, macros: theme.macros)
      return words ?? plain
    }.joined()
  }
}
