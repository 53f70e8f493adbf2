import BurinGeometry
import BurinScene

extension MathLayout {
  /// Returns a fraction with a rule (rules 15, 15b, 15d) or a stack without one (rule 15c).
  func fraction(_ atom: Atom, _ setting: Setting) throws(FormulaError) -> Box {
    guard case .fraction(let node) = atom.nucleus else { return Box() }
    let numerator = try list(node.numerator, setting.numerator)
    let denominator = try list(node.denominator, setting.denominator)
    return try fraction(node, numerator, denominator, setting, at: atom.position)
  }

  @inline(never)
  private func fraction(
    _ node: FractionNode, _ numerator: Box, _ denominator: Box, _ setting: Setting,
    at position: Int
  ) throws(FormulaError) -> Box {
    let body =
      node.hasRule
      ? ruled(
        aligned(numerator, over: denominator, node.numeratorAlignment), denominator,
        thickness: node.thickness, setting)
      : stacked(numerator, denominator, setting)
    guard node.left != nil || node.right != nil else { return padded(body, setting) }
    return try enclosed(body, node.left, node.right, setting, at: position)
  }

  /// Returns a numerator as wide as its denominator, with its content aligned within it.
  private func aligned(
    _ numerator: Box, over denominator: Box, _ alignment: MatrixNode.Alignment
  ) -> Box {
    let room = denominator.width - numerator.width
    guard room > 0, alignment != .center else { return numerator }
    var box = numerator
    box.width = denominator.width
    box.elements = [.box(numerator, Vector(alignment == .right ? room : 0, 0))]
    return box
  }

  private func ruled(
    _ numerator: Box, _ denominator: Box, thickness given: Length?, _ setting: Setting
  ) -> Box {
    let (size, c, display) = (em(setting), constants, setting.isDisplay)
    let axis = axis(setting)
    let thickness = given.map { points($0, setting) } ?? c.fractionRuleThickness * size
    // The gaps are those of the font's rule, and grow with a thicker one (rule 15d).
    let growth = c.fractionRuleThickness > 0 ? thickness / (c.fractionRuleThickness * size) : 1
    let gapAbove =
      (display ? c.fractionNumDisplayStyleGapMin : c.fractionNumeratorGapMin) * size * growth
    let gapBelow =
      (display ? c.fractionDenomDisplayStyleGapMin : c.fractionDenominatorGapMin) * size * growth
    // Rule 15d: the shifts grow until both gaps to the rule, which lies on the axis, are kept.
    let up = max(
      (display ? c.fractionNumeratorDisplayStyleShiftUp : c.fractionNumeratorShiftUp) * size,
      axis + thickness / 2 + gapAbove + numerator.descent)
    let down = max(
      (display ? c.fractionDenominatorDisplayStyleShiftDown : c.fractionDenominatorShiftDown)
        * size,
      thickness / 2 + gapBelow + denominator.ascent - axis)
    var box = columns(numerator, denominator, up: up, down: down)
    let rule = Rect(
      minX: 0, minY: -axis - thickness / 2, maxX: box.width, maxY: -axis + thickness / 2)
    box.elements.append(.path(PathItem(.rect(rule), fill: .color(setting.color))))
    return box
  }

  private func stacked(_ top: Box, _ bottom: Box, _ setting: Setting) -> Box {
    let (size, c, display) = (em(setting), constants, setting.isDisplay)
    var up = (display ? c.stackTopDisplayStyleShiftUp : c.stackTopShiftUp) * size
    var down = (display ? c.stackBottomDisplayStyleShiftDown : c.stackBottomShiftDown) * size
    let gap = (display ? c.stackDisplayStyleGapMin : c.stackGapMin) * size
    // Rule 15c: both shifts grow equally until the gap is kept.
    let missing = gap - ((up - top.descent) - (bottom.ascent - down))
    if missing > 0 {
      up += missing / 2
      down += missing / 2
    }
    return columns(top, bottom, up: up, down: down)
  }

  private func columns(_ top: Box, _ bottom: Box, up: Double, down: Double) -> Box {
    let width = max(top.width, bottom.width)
    var box = Box(width: width)
    box.ascent = max(top.ascent + up, bottom.ascent - down)
    box.descent = max(top.descent - up, bottom.descent + down)
    box.elements = [
      .box(top, Vector((width - top.width) / 2, -up)),
      .box(bottom, Vector((width - bottom.width) / 2, down)),
    ]
    return box
  }

  /// Rule 15e: fractions without delimiters have plain TeX's `\nulldelimiterspace`, 0.12 em, on
  /// both sides.
  private func padded(_ box: Box, _ setting: Setting) -> Box {
    let space = MathLayout.nullDelimiterSpace * size
    var result = box
    result.width += 2 * space
    result.elements = [.box(box, Vector(space, 0))]
    return result
  }

  /// The width of an absent delimiter (TeXbook, page 150), in ems of the text size.
  static let nullDelimiterSpace = 0.12

  /// Rule 15e: the delimiters of a stack have a height of their own, TeX's σ20 and σ21.
  ///
  /// The MATH table has no constants for them; amsmath's `\genfrac` uses 2.39, 1, 1.45 and 1.35 ems
  /// of the style. Around a much taller stack they have the height that `\left` would use.
  private func enclosed(
    _ body: Box, _ left: Unicode.Scalar?, _ right: Unicode.Scalar?, _ setting: Setting,
    at position: Int
  ) throws(FormulaError) -> Box {
    let least =
      switch setting.style {
      case .display: 2.39
      case .text: 1.0
      case .script: 1.45
      case .scriptScript: 1.35
      }
    let (fixed, grown) = (least * em(setting), fenceHeight(body, setting))
    let height = grown > 1.5 * fixed ? grown : fixed
    return try fenced(
      [body],
      [
        Delimiter(scalar: left, position: position),
        Delimiter(scalar: right, position: position),
      ], height: height, setting)
  }
}
