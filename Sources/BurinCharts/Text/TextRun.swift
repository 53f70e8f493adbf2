import BurinText

/// A span of a text: characters of one style, or a formula.
struct TextRun: Hashable, Sendable {
  /// The content of a span.
  enum Content: Hashable, Sendable {
    /// Characters, shown verbatim.
    case text(String)
    /// A formula's source in TeX syntax, with its substitute in plain text.
    case formula(String, plain: String)
    /// A value whose characters the rendering's region decides on, with the case of its letters.
    case value(FormattedValue, Text.Case?)
  }

  var content: Content
  /// Whether the span is bold regardless of its weight, as between double asterisks.
  var isBold = false
  /// The font; nil for that of the context.
  var font: Font?
  var weight: FontWeight?
  var color: Color?
  /// What was asked of the span without effect.
  var notes: TextNotes = []

  static func formula(_ source: String) -> TextRun {
    TextRun(content: .formula(source, plain: "$\(source)$"))
  }

  /// The characters without their styles.
  var plain: String {
    switch content {
    case .text(let string): string
    case .formula(_, let plain): plain
    case .value(let value, let letterCase):
      letterCase.applied(to: value.text(in: RenderingRegion()))
    }
  }

  /// Returns whether two spans have the same font, weight and colour.
  func hasLook(of other: TextRun) -> Bool {
    (isBold, font, weight) == (other.isBold, other.font, other.weight) && color == other.color
  }

  /// Returns the spans that show a string verbatim.
  ///
  /// Exponents and indices with characters that few text fonts have become formulas with their
  /// base, so that `10⁻⁷` and `CO₂` look the same in all fonts.
  static func runs(of string: String, isBold: Bool) -> [TextRun] {
    // Check scalars first: few texts have such signs, and iterating characters is slow.
    guard string.unicodeScalars.contains(where: ScriptSigns.mayBeScript),
      string.contains(where: ScriptSigns.isScript)
    else {
      return string.isEmpty ? [] : [TextRun(content: .text(string), isBold: isBold)]
    }
    var runs: [TextRun] = []
    var current = ""
    func flush() {
      if !current.isEmpty { runs.append(TextRun(content: .text(current), isBold: isBold)) }
      current = ""
    }
    var rest = Substring(string)
    while let character = rest.first {
      let signs = rest.prefix(while: ScriptSigns.isScript)
      guard let scripts = ScriptSigns.tex(signs) else {
        current += signs.isEmpty ? String(character) : String(signs)
        rest = rest.dropFirst(max(signs.count, 1))
        continue
      }
      let base = String(
        current.reversed().prefix { $0.isASCII && ($0.isNumber || $0.isLetter) }.reversed())
      current.removeLast(base.count)
      flush()
      runs.append(
        TextRun(
          content: .formula("\\text{\(base)}\(scripts)", plain: base + signs), isBold: isBold))
      rest = rest.dropFirst(signs.count)
    }
    flush()
    return runs
  }
}
