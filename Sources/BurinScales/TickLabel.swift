/// A number or time as it is written on an axis.
public struct TickLabel: Hashable, Sendable {
  /// As plain text, exponents as superscript digits: `10⁻⁶`.
  public var text: String
  /// As a formula in TeX syntax: `10^{-6}`.
  public var tex: String
  /// Whether the label belongs to an axis of formulas, as powers do and the zero beside them.
  public var isFormula: Bool

  /// Makes a label.
  ///
  /// - Parameters:
  ///   - text: the plain text.
  ///   - tex: the formula.
  ///   - isFormula: whether the formula is needed; nil where it has an exponent.
  public init(text: String, tex: String, isFormula: Bool? = nil) {
    self.text = text
    self.tex = tex
    self.isFormula = isFormula ?? tex.contains("^")
  }

  /// Makes a label of plain text that is no formula, as times are.
  public init(_ text: String) {
    self.init(text: text, tex: "\\text{" + TickLabel.escaped(text) + "}", isFormula: false)
  }

  /// A text whose special characters are escaped for TeX.
  static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "\\": result += "\\backslash "
      case "$", "%", "#", "&", "_", "{", "}": result += "\\" + String(character)
      default: result.append(character)
      }
    }
  }
}
