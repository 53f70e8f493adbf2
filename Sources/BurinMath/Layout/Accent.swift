import BurinGeometry
import BurinScene

extension MathLayout {
  /// Returns a mark above or below a base (rule 12; accentBaseHeight, “MathTopAccentAttachment”).
  ///
  /// Braces and brackets are such marks too, as in unicode-math: fonts have glyphs for this
  /// purpose.
  func accent(_ atom: Atom, _ setting: Setting) throws(FormulaError) -> Box {
    guard case .accent(let node) = atom.nucleus else { return Box() }
    let base = try accentBase(node.base, node.under ? setting : setting.cramped)
    return try accent(node, on: base, setting, at: atom.position)
  }

  @inline(never)
  private func accent(
    _ node: AccentNode, on base: Box, _ setting: Setting, at position: Int
  ) throws(FormulaError) -> Box {
    let glyph = try glyph(node.scalar, at: position)
    let size = em(setting)
    let text = String(node.scalar)
    let mark =
      node.stretches
      ? widest(glyph, upTo: base.width, text, setting) : sized(glyph, text, size, setting.color)
    let axis = base.accentAttachment ?? base.width / 2
    let ink = mark.inkX ?? 0...max(0, mark.width)
    // Marks that grow beyond one glyph have no attachment of their own.
    let markAxis =
      mark.glyph == nil ? (ink.lowerBound + ink.upperBound) / 2 : mark.accentAttachment ?? 0
    // A mark below is drawn to hang under a baseline, so its baseline is the base's lower edge.
    let y =
      node.under
      ? base.descent + max(0, mark.ascent)
      : -(base.ascent - min(base.ascent, constants.accentBaseHeight * size))
    var box = base
    box.elements = [.box(base, .zero), .box(mark, Vector(axis - markAxis, y))]
    box.ascent = max(base.ascent, mark.ascent - y)
    box.descent = max(base.descent, mark.descent + y)
    return box
  }

  /// Returns the base of an accent: a single character keeps its italic correction and attachment.
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

  /// Returns the widest form of a mark that is no wider than its base, or an assembly beyond the
  /// widest form.
  private func widest(
    _ glyph: UInt32, upTo width: Double, _ text: String, _ setting: Setting
  ) -> Box {
    let size = em(setting)
    let variants = font.variants(of: glyph, .horizontal)
    if let last = variants.last, last.extent * size < width {
      return stretch(glyph, .horizontal, to: width, text, setting)
    }
    let fitting = variants.last { $0.extent * size <= width }
    return sized(fitting?.glyph ?? glyph, text, size, setting.color)
  }

  /// Returns a rule above or below a base (rules 9 and 10; overbar… and underbar… constants).
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

  /// Lays out an arrow as long as the text above and below it (amsmath, section 4.9).
  func extensibleArrow(_ atom: Atom, _ setting: Setting) throws(FormulaError) -> Box {
    guard case .extensibleArrow(let scalar, let above, let below) = atom.nucleus else {
      return Box()
    }
    let glyph = try glyph(scalar, at: atom.position)
    let upper = try list(above, setting.superscript)
    let lower = try below.mapBox { nodes throws(FormulaError) in
      try list(nodes, setting.subscript)
    }
    return extensibleArrow(glyph, scalar, upper, lower, setting)
  }

  /// The space that amsmath leaves beside the text, at the arrow's tail and at its head, in
  /// mu.
  private static let arrowRoom = (tail: 5.0, head: 9.0)

  @inline(never)
  private func extensibleArrow(
    _ glyph: UInt32, _ scalar: Unicode.Scalar, _ upper: Box, _ lower: Box?, _ setting: Setting
  ) -> Box {
    let size = em(setting)
    let mu = em(setting.superscript) / 18
    let room = (Self.arrowRoom.tail + Self.arrowRoom.head) * mu
    // The shortest arrow of amsmath is a minus sign and the arrow, 14 mu over each other.
    let shaft = font.glyph(for: "−").map(font.advance) ?? 0
    let width = max(
      (font.advance(of: glyph) + shaft - 14.0 / 18) * size,
      max(upper.width, lower?.width ?? 0) + room)
    let arrow = exactly(glyph, width, String(scalar), setting)
    var box = Box(width: width)
    box.add(arrow, x: (width - arrow.width) / 2)
    // The text is centred on the shaft, as in amsmath: 3 mu away from the head.
    let heads = Self.heads(of: scalar)
    let shift = heads.left == heads.right ? 0 : (heads.right ? -1.5 : 1.5) * mu
    // stretchStackGapAboveMin and stretchStackGapBelowMin.
    if !upper.elements.isEmpty {
      let rise = arrow.ascent + constants.stretchStackGapAboveMin * size + upper.descent
      box.add(upper, x: (width - upper.width) / 2 + shift, y: -rise)
    }
    if let lower {
      // As in TeX the arrow's box reaches down to the baseline at least.
      let drop = box.descent + constants.stretchStackGapBelowMin * size + lower.ascent
      box.add(lower, x: (width - lower.width) / 2 + shift, y: drop)
    }
    return box
  }

  /// Which ends of an arrow have a head.
  private static func heads(of arrow: Unicode.Scalar) -> (left: Bool, right: Bool) {
    switch arrow {
    case "→", "⇒", "↦", "↪": (false, true)
    case "←", "⇐", "↩": (true, false)
    default: (true, true)
    }
  }

  /// Returns a glyph of a given length: an assembly if the font has one, so that it is neither
  /// shorter nor longer.
  private func exactly(
    _ glyph: UInt32, _ width: Double, _ text: String, _ setting: Setting
  ) -> Box {
    let own = sized(glyph, text, em(setting), setting.color)
    // A glyph that is hardly longer looks better than a joint.
    if own.width >= width, own.width - width < 0.05 * size { return own }
    let pieces = font.assembly(of: glyph, .horizontal)
    guard !pieces.isEmpty else { return stretch(glyph, .horizontal, to: width, text, setting) }
    // Glyphs have side bearings, which the assembled arrow keeps.
    let ink = own.inkX ?? 0...own.width
    let margins = max(0, ink.lowerBound) + max(0, own.width - ink.upperBound)
    var arrow = assemble(
      pieces, .horizontal, to: (width - margins) / em(setting), text, em(setting), setting.color)
    arrow.elements = [.box(arrow, Vector(max(0, ink.lowerBound), 0))]
    arrow.width += margins
    return arrow
  }
}
