public import BurinScene

/// Formulas as presentation MathML, for browsers and screen readers.
///
/// ```swift
/// try FormulaMathML().markup(#"\frac{1}{2}"#)
/// // <math xmlns="http://www.w3.org/1998/Math/MathML"><mfrac><mn>1</mn><mn>2</mn></mfrac></math>
/// ```
///
/// The elements and attributes are those of MathML Core, with `intent` and `arg` of MathML 4 where
/// the notation has one meaning, such as a binomial coefficient. What Core cannot draw, lines through
/// and boxes around an expression, stays an `mrow` whose intent says it.
public struct FormulaMathML: Hashable, Sendable {
  /// Whether the formula stands on its own, with limits above and below its operators.
  public var isBlock: Bool
  /// Whether the formula has its colours; without them, names of colours are never an error.
  ///
  /// The source of a formula in a scene has colours of its theme, which the scene doesn't know.
  public var includesColors: Bool

  /// Creates the form of a formula within a line, or on its own.
  public init(isBlock: Bool = false, includesColors: Bool = true) {
    self.isBlock = isBlock
    self.includesColors = includesColors
  }

  /// Returns a formula as one `math` element.
  ///
  /// - Parameters:
  ///   - tex: the formula, without dollars.
  ///   - colors: names for `\textcolor{name}{…}` besides LaTeX's and `#rrggbb`.
  ///   - macros: the macros that the formula may use.
  public func markup(
    _ tex: String, colors: [String: RGBColor] = [:], macros: FormulaMacros = .none
  ) throws(FormulaError) -> String {
    let parsed = try Parser.parse(
      tex, colors: colors, macros: macros.table, ignoresUnknownColors: !includesColors)
    let writer = MathMLWriter(isDisplay: isBlock, includesColors: includesColors)
    var attributes = [("xmlns", "http://www.w3.org/1998/Math/MathML")]
    if isBlock { attributes.append(("display", "block")) }
    return MathElement("math", attributes, writer.elements(parsed.nodes)).markup
  }
}
