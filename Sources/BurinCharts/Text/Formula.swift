import BurinGeometry
import BurinMath
import BurinScene

/// A formula by itself, in TeX syntax.
///
/// ```swift
/// Formula("D_{KL}(P\\|Q) = \\sum_x P(x) \\log_2 \\frac{P(x)}{Q(x)}", size: 24)
/// ```
///
/// Parts named with `\cssId{name}{…}` become anchors `name`.
public struct Formula: PrimitiveContent {
  var tex: String
  var size: Double
  var color: ThemeColor
  var style: MathStyle

  /// Makes a formula.
  ///
  /// - Parameters:
  ///   - tex: the source, without dollar signs.
  ///   - size: the em in points.
  ///   - color: the colour of everything that has none of its own.
  ///   - inline: whether big operators are set as within text.
  public init(
    _ tex: String, size: Double = 15, color: ThemeColor = .primary, inline: Bool = false
  ) {
    self.tex = tex
    self.size = size
    self.color = color
    style = inline ? .text : .display
  }

  /// Resolves the formula.
  public func block(in context: LayoutContext) throws -> any Block {
    FormulaBlock(
      layout: try context.formula(tex, size: size, style: style, color: try context.color(color)))
  }
}

struct FormulaBlock: Block {
  var layout: FormulaLayout

  func size(_ proposal: ProposedSize) -> Size {
    Size(layout.width, layout.ascent + layout.descent)
  }

  func firstBaseline(in size: Size) -> Double? { layout.ascent }

  func draw(in rect: Rect, plotInsets: Insets?) throws -> Drawing {
    if layout.width > rect.width + 0.5 {
      throw ChartError.doesNotFit(
        what: "formula “\(layout.source)”", needs: layout.width, available: rect.width)
    }
    let origin = Point(rect.minX, rect.minY + layout.ascent)
    let anchors = layout.parts.sorted { $0.key < $1.key }.map {
      Drawing.Anchor($0.key, $0.value.offset(by: Vector(origin.x, origin.y)))
    }
    return Drawing(items: [layout.placed(at: origin)], anchors: anchors)
  }
}
