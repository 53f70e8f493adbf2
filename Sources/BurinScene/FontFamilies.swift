/// The font families a figure is set in; nothing else that is installed is ever used.
public struct FontFamilies: Hashable, Sendable {
  /// The families for text, in the order in which they are asked for a character.
  public var text: [String]
  /// The OpenType family with a MATH table, for formulas.
  public var math: String

  /// Makes a choice of families.
  public init(text: [String], math: String) {
    self.text = text
    self.math = math
  }

  /// Noto Sans CJK SC for Latin and Chinese text in one design, TeX Gyre Pagella Math for formulas.
  public static let standard = FontFamilies(
    text: ["Noto Sans CJK SC"], math: "TeX Gyre Pagella Math")
}
