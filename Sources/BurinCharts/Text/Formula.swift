import BurinGeometry
public import BurinMath
public import BurinScene

/// A formula on its own, in TeX syntax.
///
/// ```swift
/// Formula("\\bar{x} = \\frac{1}{n} \\sum_{i=1}^n x_i", size: 24)
/// ```
///
/// Parts named with `\cssId{name}{…}` become anchors `name`, and ``part(_:_:)`` sets their style.
public struct Formula: PrimitiveContent {
  var tex: String
  var size: Double
  var color: Color
  var style: MathStyle
  var partStyles: [PartStyle] = []

  /// Creates a formula.
  ///
  /// - Parameters:
  ///   - tex: the source, without dollar signs.
  ///   - size: the em in points.
  ///   - color: the colour of everything without a colour of its own.
  ///   - inline: whether large operators are set as within text.
  public init(
    _ tex: String, size: Double = 15, color: Color = .primary, inline: Bool = false
  ) {
    self.tex = tex
    self.size = size
    self.color = color
    style = inline ? .text : .display
  }

  /// Returns the formula laid out, with the boxes of its parts.
  public func layout(theme: Theme = .standard) throws -> FormulaLayout {
    try layout(in: LayoutContext(theme: theme))
  }

  /// Returns a picture of the formula alone, as large as its ink, with its words as alt text.
  ///
  /// ```swift
  /// let scene = try Formula(#"P(\text{晴})=0.6"#, size: 24).scene()
  /// try scene.encoded(as: .svg)
  /// ```
  ///
  /// - Parameters:
  ///   - padding: the space around the formula, in points.
  ///   - background: the colour behind the formula.
  ///   - theme: the theme, for fonts and colours.
  ///   - language: the language of the words, as a BCP 47 tag: Chinese for `zh`, else English.
  public func scene(
    padding: Double = 1, background: RGBColor = .clear, theme: Theme = .standard,
    language: String = "en"
  ) throws -> Scene {
    let formula = try styled(in: LayoutContext(theme: theme, language: language))
    guard let ink = formula.items.inkBounds else {
      throw ChartError.invalid("the formula “\(tex)” shows nothing")
    }
    let bounds = formula.bounds.union(ink).inset(by: -padding)
    return Scene(
      size: bounds.size, background: background, altText: formula.layout.spoken,
      language: language, fontFamilies: theme.families,
      items: formula.placed(at: Point(-bounds.minX, -bounds.minY)))
  }

  private func layout(in context: LayoutContext) throws -> FormulaLayout {
    try context.formula(tex, size: size, style: style, color: try context.color(color))
  }

  private func styled(in context: LayoutContext) throws -> StyledFormula {
    try StyledFormula(
      layout(in: context), color: context.color(color), styles: partStyles, context: context)
  }

  /// Resolves the formula.
  public func block(in context: LayoutContext) throws -> any Block {
    FormulaBlock(formula: try styled(in: context))
  }
}

struct FormulaBlock: Block {
  var formula: StyledFormula

  func size(_ proposal: ProposedSize) -> Size { formula.bounds.size }

  func firstBaseline(in size: Size) -> Double? { -formula.bounds.minY }

  func draw(in rect: Rect, plotInsets: Insets?) throws -> Drawing {
    if formula.bounds.width > rect.width + 0.5 {
      throw ChartError.doesNotFit(
        what: "formula “\(formula.layout.source)”", needs: formula.bounds.width,
        available: rect.width)
    }
    let origin = Point(rect.minX - formula.bounds.minX, rect.minY - formula.bounds.minY)
    let anchors = formula.layout.parts.sorted { $0.key < $1.key }.map {
      Drawing.Anchor($0.key, $0.value.offset(by: Vector(origin.x, origin.y)))
    }
    return Drawing(items: formula.placed(at: origin), anchors: anchors)
  }
}
