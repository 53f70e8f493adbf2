import BurinGeometry
import BurinScene

extension MathLayout {
  /// Returns a root (rule 11), with its degree as the MATH table's radical constants place it.
  func radical(_ atom: Atom, _ setting: Setting) throws(FormulaError) -> Box {
    guard case .radical(let nodes, let degree) = atom.nucleus else { return Box() }
    let radicand = try list(nodes, setting.cramped)
    let index = try degree.mapBox { nodes throws(FormulaError) in
      try list(nodes, setting.with(.scriptScript, cramped: true))
    }
    return try radical(radicand, index, setting, at: atom.position)
  }

  @inline(never)
  private func radical(
    _ radicand: Box, _ index: Box?, _ setting: Setting, at position: Int
  ) throws(FormulaError) -> Box {
    let size = em(setting)
    let glyph = try glyph("√", at: position)
    let thickness = constants.radicalRuleThickness * size
    var gap =
      (setting.isDisplay
        ? constants.radicalDisplayStyleVerticalGap : constants.radicalVerticalGap) * size
    let needed = radicand.height + gap + thickness
    let sign = stretch(glyph, .vertical, to: needed, "√", setting)
    // A sign that is larger than needed adds half of the excess to the gap.
    let excess = sign.height - needed
    if excess > 0 { gap += excess / 2 }
    let top = radicand.ascent + gap + thickness

    var box = Box(width: 0, ascent: top + constants.radicalExtraAscender * size, descent: 0)
    var x = 0.0
    let signShift = sign.ascent - top
    if let index {
      // radicalKernBeforeDegree, radicalKernAfterDegree, radicalDegreeBottomRaisePercent.
      let before = constants.radicalKernBeforeDegree * size
      let after = max(
        constants.radicalKernAfterDegree * size, -(before + index.width))
      let bottom = sign.descent + signShift
      let raise = constants.radicalDegreeBottomRaisePercent * sign.height - bottom
      let y = -(raise + index.descent)
      box.elements.append(.box(index, Vector(before, y)))
      box.ascent = max(box.ascent, index.ascent - y)
      x = before + index.width + after
    }
    box.elements.append(.box(sign, Vector(x, signShift)))
    box.descent = max(radicand.descent, sign.descent + signShift)
    x += sign.width
    let rule = Rect(minX: x, minY: -top, maxX: x + radicand.width, maxY: -top + thickness)
    box.elements.append(.path(PathItem(.rect(rule), fill: .color(setting.color))))
    box.elements.append(.box(radicand, Vector(x, 0)))
    box.width = x + radicand.width
    return box
  }
}
