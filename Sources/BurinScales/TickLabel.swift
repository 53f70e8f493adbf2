/// A number or time as written on an axis.
public struct TickLabel: Hashable, Sendable {
  /// The plain text, with exponents as superscript digits: `10⁻⁶`.
  public var text: String
  /// The formula in TeX syntax: `10^{-6}`.
  public var tex: String

  /// Creates a label.
  ///
  /// - Parameters:
  ///   - text: the plain text.
  ///   - tex: the formula.
  public init(text: String, tex: String) {
    self.text = text
    self.tex = tex
  }

  /// Creates a label of plain text without a formula, as for times.
  public init(_ text: String) {
    self.init(text: text, tex: "\\text{" + TickLabel.escaped(text) + "}")
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
