/// A number as it is written on an axis.
public struct TickLabel: Hashable, Sendable {
  /// As plain text, exponents as superscript digits: `10⁻⁶`.
  public var text: String
  /// As a formula in TeX syntax: `10^{-6}`.
  public var tex: String

  /// Makes a label.
  public init(text: String, tex: String) {
    self.text = text
    self.tex = tex
  }

  /// Whether the label needs a formula to look right, as powers do.
  public var isFormula: Bool { tex.contains("^") }
}
