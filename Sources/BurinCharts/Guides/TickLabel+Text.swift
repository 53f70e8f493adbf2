import BurinScales

extension Text {
  /// A number as its format writes it, powers of ten as a formula.
  init(_ label: TickLabel) { self.init(label.isFormula ? "$\(label.tex)$" : label.text) }
}
