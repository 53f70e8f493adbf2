import BurinScene

/// What readers copy of an exponent: the raised signs of Unicode where there are such, else TeX's `^`.
///
/// Without it, a ten with the exponent nine would be copied as 109.
extension Box {
  /// The box with the texts of an exponent.
  var copiedAsExponent: Box {
    let whole = characters
    // Primes say by themselves what they are.
    let exponent = whole.drop { ScriptSigns.primes.contains($0) }
    guard let first = exponent.indices.first, let last = exponent.indices.last else { return self }
    var texts = whole.map { String($0) }
    if let signs = ScriptSigns.raised(exponent) {
      texts.replaceSubrange(first...last, with: signs)
    } else if first == last {
      texts[first] = "^" + texts[first]
    } else {
      texts[first] = "^{" + texts[first]
      texts[last] += "}"
    }
    return retexted(texts)
  }

  /// The characters that the box stands for, in reading order.
  private var characters: [Character] {
    elements.flatMap { element -> [Character] in
      switch element {
      case .box(let box, _), .part(_, let box): box.characters
      case .glyph(_, _, let text, _), .pieces(_, let text, _): Array(text)
      case .run(let run): Array(run.text)
      case .path: []
      }
    }
  }

  /// The box with other texts, one for each character of its own.
  private func retexted(_ texts: [String]) -> Box {
    var rest = texts[...]
    return retexted(&rest)
  }

  private func retexted(_ texts: inout ArraySlice<String>) -> Box {
    func next(_ text: String) -> String {
      let new = texts.prefix(text.count).joined()
      texts = texts.dropFirst(text.count)
      return new
    }
    var box = self
    box.elements = []
    for element in elements {
      let new: Element =
        switch element {
        case .box(let inner, let offset): .box(inner.retexted(&texts), offset)
        case .part(let name, let inner): .part(name, inner.retexted(&texts))
        case .glyph(let glyph, let position, let text, let color):
          .glyph(glyph, at: position, text: next(text), color)
        case .pieces(let pieces, let text, let color):
          .pieces(pieces, text: next(text), color)
        case .run(let run): .run(run.retexted(next))
        case .path: element
        }
      box.elements.append(new)
    }
    return box
  }
}

extension GlyphRun {
  /// The run with other characters; its clusters begin where they began.
  fileprivate func retexted(_ next: (String) -> String) -> GlyphRun {
    var run = self
    run.text = ""
    // The place in the new text of each character of the old one.
    var places: [Int: Int] = [:]
    var offset = 0
    for character in text {
      places[offset] = run.text.utf8.count
      run.text += next(String(character))
      offset += character.utf8.count
    }
    for index in run.glyphs.indices {
      let cluster = run.glyphs[index].cluster
      // A cluster may begin within a character, at a mark.
      let start = places.keys.filter { $0 <= cluster }.max() ?? 0
      run.glyphs[index].cluster = places[start] ?? 0
    }
    return run
  }
}

/// Signs that Unicode has in raised forms.
enum ScriptSigns {
  static let primes = Set("′″‴⁗‵")

  /// Returns the raised forms; nil where one is missing.
  static func raised(_ text: ArraySlice<Character>) -> [String]? {
    var result: [String] = []
    for character in text {
      guard let form = raisedForms[character] else { return nil }
      result.append(form)
    }
    return result
  }

  private static let raisedForms: [Character: String] = Dictionary(
    zip(
      "0123456789+−-=()ni⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ",
      "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ".map { String($0) }),
    uniquingKeysWith: { first, _ in first })
}
