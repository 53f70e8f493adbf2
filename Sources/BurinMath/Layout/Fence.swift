import BurinGeometry

extension MathLayout {
  /// `\left … \middle … \right` (rule 19).
  func fence(_ atom: Atom, _ setting: Setting) throws(FormulaError) -> Box {
    guard case .fence(let node) = atom.nucleus else { return Box() }
    var segments: [Box] = []
    for nodes in node.segments {
      segments.append(try list(nodes, setting, before: .open, after: .close))
    }
    var all = Box()
    for segment in segments {
      all.ascent = max(all.ascent, segment.ascent)
      all.descent = max(all.descent, segment.descent)
    }
    return try fenced(segments, node.delimiters, height: fenceHeight(all, setting), setting)
  }

  /// Returns the minimum height of delimiters around a box.
  ///
  /// Rule 19: they cover 901 thousandths of twice the larger distance from the axis, and leave at
  /// most 0.5 em of it uncovered (plain TeX's `\delimiterfactor` and `\delimitershortfall`).
  func fenceHeight(_ box: Box, _ setting: Setting) -> Double {
    let axis = axis(setting)
    let full = 2 * max(box.ascent - axis, box.descent + axis)
    return max(full * 0.901, full - 0.5 * size)
  }

  /// Lays out boxes with delimiters of one height before, between and after them.
  @inline(never)
  func fenced(
    _ segments: [Box], _ delimiters: [Delimiter], height: Double, _ setting: Setting
  ) throws(FormulaError) -> Box {
    var box = Box()
    var pen = 0.0
    for (index, delimiter) in delimiters.enumerated() {
      let sign = try self.delimiter(
        delimiter.scalar, height: height, setting, at: delimiter.position)
      box.ascent = max(box.ascent, sign.ascent)
      box.descent = max(box.descent, sign.descent)
      if !sign.elements.isEmpty { box.elements.append(.box(sign, Vector(pen, 0))) }
      pen += sign.width
      guard index < segments.count else { continue }
      let segment = segments[index]
      box.ascent = max(box.ascent, segment.ascent)
      box.descent = max(box.descent, segment.descent)
      box.elements.append(.box(segment, Vector(pen, 0)))
      pen += segment.width
    }
    box.width = pen
    return box
  }

  /// Lays out one delimiter, centred on the axis; an absent one is a small space.
  func delimiter(
    _ scalar: Unicode.Scalar?, height: Double, _ setting: Setting, at position: Int
  ) throws(FormulaError) -> Box {
    guard let scalar else { return Box(width: MathLayout.nullDelimiterSpace * size) }
    let glyph = try glyph(scalar, at: position)
    let box = stretch(glyph, .vertical, to: height, String(scalar), setting)
    var placed = centered(box, on: axis(setting)).withItalicWidth
    // A box, to whose corners scripts attach.
    placed.glyph = nil
    return placed
  }

  /// `\big(` and similar commands: a delimiter of a height given in heights of a parenthesis.
  ///
  /// amsmath puts `\left` before a box of that height centred on the axis, so the same 901
  /// thousandths are enough, or all but half an em.
  func bigDelimiter(_ atom: Atom, _ setting: Setting) throws(FormulaError) -> Box {
    guard case .bigDelimiter(let scalar, let height) = atom.nucleus else { return Box() }
    let parenthesis = font.glyph(for: "(").flatMap(font.ink)?.height ?? 1
    let full = height * parenthesis * size
    var box = try delimiter(
      scalar, height: max(full * 0.901, full - 0.5 * size), setting, at: atom.position)
    // That box counts too, for what stands around it and for scripts.
    box.ascent = max(box.ascent, full / 2 + axis(setting))
    box.descent = max(box.descent, full / 2 - axis(setting))
    return box
  }
}
