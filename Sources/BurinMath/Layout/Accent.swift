import BurinGeometry
import BurinScene

extension MathLayout {
  /// A mark above or below a base (rule 12; accentBaseHeight, “MathTopAccentAttachment”).
  func accent(_ atom: Atom, _ setting: Setting) throws(FormulaError) -> Box {
    guard case .accent(let node) = atom.nucleus else { return Box() }
    let base = try accentBase(node.base, setting.cramped)
    return try accent(node, on: base, setting, at: atom.position)
  }

  @inline(never)
  private func accent(
    _ node: AccentNode, on base: Box, _ setting: Setting, at position: Int
  ) throws(FormulaError) -> Box {
    let glyph = try glyph(node.scalar, at: position)
    let size = em(setting)
    let text = String(node.scalar)
    let baseWidth = base.width + base.italic
    let mark =
      node.stretches
      ? widest(glyph, upTo: baseWidth, text, setting) : sized(glyph, text, size, setting.color)
    let axis = base.accentAttachment ?? baseWidth / 2
    let ink = mark.inkX ?? 0...max(0, mark.width)
    // Marks that grow beyond one glyph have no attachment of their own.
    let markAxis =
      mark.glyph == nil ? (ink.lowerBound + ink.upperBound) / 2 : mark.accentAttachment ?? 0
    let y: Double
    if node.under {
      y = base.descent + mark.ascent + constants.underbarVerticalGap * size
    } else {
      y = -(base.ascent - min(base.ascent, constants.accentBaseHeight * size))
    }
    var box = base
    box.elements = [.box(base, .zero), .box(mark, Vector(axis - markAxis, y))]
    box.ascent = max(base.ascent, mark.ascent - y)
    box.descent = max(base.descent, mark.descent + y)
    return box
  }

  /// The base of an accent: a single character keeps its italic correction and attachment.
  private func accentBase(_ nodes: [Node], _ setting: Setting) throws(FormulaError) -> Box {
    if nodes.count == 1 {
      switch nodes[0] {
      case .atom(let atom) where !atom.hasScripts && atom.atomClass != .op:
        return try nucleus(atom, setting)
      case .wrapped:
        let atom = Parser.atom(of: nodes[0])
        if !atom.hasScripts, atom.atomClass != .op { return try nucleus(atom, setting) }
      default: break
      }
    }
    return try list(nodes, setting)
  }

  /// The widest form of an accent that is no wider than its base; arrows are assembled.
  private func widest(
    _ glyph: UInt32, upTo width: Double, _ text: String, _ setting: Setting
  ) -> Box {
    let size = em(setting)
    let variants = font.variants(of: glyph, .horizontal)
    if !font.assembly(of: glyph, .horizontal).isEmpty {
      return stretch(glyph, .horizontal, to: width, text, setting)
    }
    let fitting = variants.last { $0.extent * size <= width }
    return sized(fitting?.glyph ?? glyph, text, size, setting.color)
  }

  /// A rule above or below a base (rules 9 and 10; overbar… and underbar… constants).
  func bar(_ nodes: [Node], over: Bool, _ setting: Setting) throws(FormulaError) -> Box {
    bar(try list(nodes, over ? setting.cramped : setting), over: over, setting)
  }

  @inline(never)
  private func bar(_ base: Box, over: Bool, _ setting: Setting) -> Box {
    let size = em(setting)
    var box = Box(width: base.width, ascent: base.ascent, descent: base.descent)
    box.elements = [.box(base, .zero)]
    let rule: Rect
    if over {
      let bottom = base.ascent + constants.overbarVerticalGap * size
      let top = bottom + constants.overbarRuleThickness * size
      rule = Rect(minX: 0, minY: -top, maxX: base.width, maxY: -bottom)
      box.ascent = top + constants.overbarExtraAscender * size
    } else {
      let top = base.descent + constants.underbarVerticalGap * size
      let bottom = top + constants.underbarRuleThickness * size
      rule = Rect(minX: 0, minY: top, maxX: base.width, maxY: bottom)
      box.descent = bottom + constants.underbarExtraDescender * size
    }
    box.elements.append(.path(.init(.rect(rule), fill: .color(setting.color))))
    return box
  }

  /// A base with a brace or its like above or below (“stretchStackGap…Min”).
  func stretched(_ atom: Atom, _ setting: Setting) throws(FormulaError) -> Box {
    guard case .stretched(let nodes, let scalar, let over) = atom.nucleus else { return Box() }
    let glyph = try glyph(scalar, at: atom.position)
    let base = try list(nodes, over ? setting.cramped : setting)
    return stretched(base, glyph, String(scalar), over: over, setting)
  }

  @inline(never)
  private func stretched(
    _ base: Box, _ glyph: UInt32, _ text: String, over: Bool, _ setting: Setting
  ) -> Box {
    let size = em(setting)
    let brace = stretch(glyph, .horizontal, to: base.width, text, setting)
    let ink = brace.inkX ?? 0...max(0, brace.width)
    let length = ink.upperBound - ink.lowerBound
    let width = max(base.width, length)
    var box = Box(width: width)
    box.add(base, x: (width - base.width) / 2)
    let x = (width - length) / 2 - ink.lowerBound
    let y =
      over
      ? -(base.ascent + constants.stretchStackGapBelowMin * size + brace.descent)
      : base.descent + constants.stretchStackGapAboveMin * size + brace.ascent
    box.add(brace, x: x, y: y)
    return box
  }

  /// An arrow as long as the text above and below it (amsmath, section 4.9).
  func extensibleArrow(_ atom: Atom, _ setting: Setting) throws(FormulaError) -> Box {
    guard case .extensibleArrow(let scalar, let above, let below) = atom.nucleus else {
      return Box()
    }
    let glyph = try glyph(scalar, at: atom.position)
    let upper = try list(above, setting.superscript)
    let lower = try below.mapBox { nodes throws(FormulaError) in
      try list(nodes, setting.subscript)
    }
    return extensibleArrow(glyph, String(scalar), upper, lower, setting)
  }

  @inline(never)
  private func extensibleArrow(
    _ glyph: UInt32, _ text: String, _ upper: Box, _ lower: Box?, _ setting: Setting
  ) -> Box {
    let size = em(setting)
    let padding = 0.8 * em(setting.superscript)
    let arrow = stretch(
      glyph, .horizontal, to: max(upper.width, lower?.width ?? 0) + padding, text, setting)
    let width = max(arrow.width, max(upper.width, lower?.width ?? 0) + padding)
    var box = Box(width: width)
    box.add(arrow, x: (width - arrow.width) / 2)
    // stretchStackGapAboveMin and stretchStackGapBelowMin.
    if !upper.elements.isEmpty {
      let shift = arrow.ascent + constants.stretchStackGapAboveMin * size + upper.descent
      box.add(upper, x: (width - upper.width) / 2, y: -shift)
    }
    if let lower {
      let shift = arrow.descent + constants.stretchStackGapBelowMin * size + lower.ascent
      box.add(lower, x: (width - lower.width) / 2, y: shift)
    }
    return box
  }
}
