/// A number or time as written on an axis.
public struct TickLabel: Hashable, Sendable {
  /// The plain text, with exponents as superscript digits: `10⁻⁶`.
  public var text: String
  /// The formula in TeX syntax: `10^{-6}`.
  public var tex: String
  /// Whether the label belongs to an axis of formulas, such as powers and the zero among them.
  public var isFormula: Bool

  /// Creates a label.
  ///
  /// - Parameters:
  ///   - text: the plain text.
  ///   - tex: the formula.
  ///   - isFormula: whether the formula is needed; nil to use it if it has an exponent.
  public init(text: String, tex: String, isFormula: Bool? = nil) {
    self.text = text
    self.tex = tex
    self.isFormula = isFormula ?? tex.contains("^")
  }

  /// Creates a label of plain text without a formula, as for times.
  public init(_ text: String) {
    self.init(text: text, tex: "\\text{" + TickLabel.escaped(text) + "}", isFormula: false)
  }

  /// Returns a text with its special characters escaped for TeX.
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
