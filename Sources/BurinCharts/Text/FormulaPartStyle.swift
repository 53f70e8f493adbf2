/// A style of a named part of a formula, separate from its source.
///
/// ```swift
/// Formula(#"\cssId{weight}{P(x)}\,\cssId{ratio}{\frac{P(x)}{Q(x)}}"#, size: 24)
///   .part("weight", .foreground(.good))
///   .part("ratio", .brace(.bottom, label: "how many times the guess"))
/// ```
public enum FormulaPartStyle: Hashable, Sendable {
  /// A side of a part.
  public enum Edge: Hashable, Sendable { case top, bottom }

  /// The colour of everything in the part without a colour of its own.
  case foreground(Color)
  /// A filled rectangle behind the part, some points larger than it.
  case background(Color, padding: Double = 2, cornerRadius: Double = 3)
  /// A frame around the part, some points away from it.
  case box(Color = .secondary, padding: Double = 3, cornerRadius: Double = 2)
  /// A line around every letter and rule of the part, drawn behind them.
  case outline(Color, width: Double = 1.5)
  /// A brace along the part, with a text beyond it.
  case brace(Edge, Color = .secondary, label: Text? = nil)
}

extension Formula {
  /// Adds a style to a part; a part may have several.
  ///
  /// Parts are named in the source by `\cssId{name}{…}`, MathJax's command, or KaTeX's `\htmlId`:
  /// both accept such sources, and the name changes no distance.
  public func part(_ name: String, _ style: FormulaPartStyle) -> Formula {
    var formula = self
    formula.partStyles.append(PartStyle(name: name, style: style))
    return formula
  }
}

/// The name of a part with a style.
struct PartStyle: Hashable, Sendable {
  var name: String
  var style: FormulaPartStyle
}
