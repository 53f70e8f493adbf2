import BurinScales

extension Text {
  /// Creates a text from a number as its format writes it, powers of ten as a formula.
  init(_ label: TickLabel) {
    self =
      label.isFormula ? Text(tex: label.tex, plain: label.text) : Text(verbatim: label.text)
  }
}
