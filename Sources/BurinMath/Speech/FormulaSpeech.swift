public import BurinScene

/// What formulas sound like when they are read aloud, in English or Chinese.
///
/// ```swift
/// try FormulaSpeech().words(#"D_{KL}(P\|Q) \geq 0"#)
/// // "KL divergence of P from Q is greater than or equal to 0"
/// ```
///
/// A formula of more than 4,000 letters and signs is called a long formula.
///
/// Commands that only set the layout, such as colours, sizes and phantoms, are not spoken. Chinese is
/// for languages that begin with `zh`; all others are spoken to in English.
public struct FormulaSpeech: Hashable, Sendable {
  /// The language, as a BCP 47 tag.
  public var language: String

  /// Creates the speech of a language.
  public init(language: String = "en") { self.language = language }

  /// Returns a formula in words.
  ///
  /// - Parameters:
  ///   - tex: the formula, without dollars.
  ///   - colors: names for `\textcolor{name}{…}` besides LaTeX's and `#rrggbb`.
  ///   - macros: the macros that the formula may use.
  public func words(
    _ tex: String, colors: [String: RGBColor] = [:], macros: FormulaMacros = .none
  ) throws(FormulaError) -> String {
    words(of: try Parser.parse(tex, colors: colors, macros: macros.table).nodes)
  }

  /// Returns a math list in words.
  func words(of nodes: [Node]) -> String {
    let reader = SpeechReader(words: SpeechWords(language: language))
    var text = reader.spoken(nodes)
    if reader.gaveUp { return reader.words.longFormula }
    while let last = text.last, ",，".contains(last) { text.removeLast() }
    return text
  }
}
