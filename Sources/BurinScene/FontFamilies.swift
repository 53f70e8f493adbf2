/// The font families a figure is set in; nothing else that is installed is ever used.
public struct FontFamilies: Hashable, Sendable {
  /// The families for text, in the order in which they are asked for a word.
  ///
  /// All of them must be installed.
  public var text: [String]
  /// The OpenType family with a MATH table, for formulas.
  ///
  /// It sets no letter of running text, and a sign of it only where no family of text has the sign.
  public var math: String
  /// The families for what those of ``text`` lack, in the order in which they are asked.
  ///
  /// Families that are not installed are passed over. Where the list ends with the standard one's, the
  /// families of rarer scripts follow it (``rareFallbacks``).
  public var fallbacks: [String]

  /// Makes a choice of families.
  ///
  /// ```swift
  /// FontFamilies(
  ///   text: ["Liberation Sans"], math: "TeX Gyre Pagella Math",
  ///   fallbacks: ["Noto Sans CJK SC"] + FontFamilies.standard.fallbacks)
  /// ```
  public init(text: [String], math: String, fallbacks: [String] = []) {
    self.text = text
    self.math = math
    self.fallbacks = fallbacks
  }

  /// Noto Sans CJK SC for Latin and Chinese text in one design, TeX Gyre Pagella Math for formulas,
  /// and the Noto families for other letters, scripts, signs and emoji where they are installed.
  public static let standard = FontFamilies(
    text: ["Noto Sans CJK SC"], math: "TeX Gyre Pagella Math",
    fallbacks: [
      "Noto Sans", "Noto Sans Arabic", "Noto Sans Hebrew", "Noto Sans Devanagari",
      "Noto Sans Thai", "Noto Sans Bengali", "Noto Sans Gujarati", "Noto Sans Gurmukhi",
      "Noto Sans Kannada", "Noto Sans Malayalam", "Noto Sans Oriya", "Noto Sans Sinhala",
      "Noto Sans Tamil", "Noto Sans Telugu", "Noto Sans Khmer", "Noto Sans Lao",
      "Noto Sans Myanmar", "Noto Sans Armenian", "Noto Sans Georgian", "Noto Sans Ethiopic",
      "Noto Serif Tibetan", "Noto Sans Symbols", "Noto Sans Symbols2", "Noto Sans Math",
      "Noto Color Emoji",
    ])
}
