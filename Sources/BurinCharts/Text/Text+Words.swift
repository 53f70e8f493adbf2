extension Text {
  /// The parts that no line break divides: words and formulas, with the letters adjacent to them.
  ///
  /// Lines break anywhere between Chinese characters, which are left out.
  var words: [Text] {
    var words: [Text] = []
    var word: [TextRun] = []
    func flush() {
      if !word.isEmpty { words.append(Text(runs: word)) }
      word = []
    }
    for run in runs {
      guard case .text(let string) = run.content else {
        word.append(run)
        continue
      }
      var rest = Substring(string)
      while !rest.isEmpty {
        let letters = rest.prefix { !Self.breaks($0) }
        if !letters.isEmpty {
          var part = run
          part.content = .text(String(letters))
          word.append(part)
        }
        rest = rest.dropFirst(letters.count)
        guard !rest.isEmpty else { break }
        flush()
        rest = rest.drop(while: Self.breaks)
      }
    }
    flush()
    return words
  }

  private static func breaks(_ character: Character) -> Bool {
    character == " " || character.isNewline
      || character.unicodeScalars.contains { $0.value >= 0x2E80 }
  }
}
