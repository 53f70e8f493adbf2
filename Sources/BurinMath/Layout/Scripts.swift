import BurinGeometry
import CHarfBuzz

extension MathLayout {
  /// Returns an atom with its superscript and subscript to the right (rule 18).
  func scripts(_ atom: Atom, _ setting: Setting) throws(FormulaError) -> Box {
    try scripts(atom, on: try nucleus(atom, setting), setting)
  }

  /// Scripts to the right of a box that has been set.
  func scripts(_ atom: Atom, on base: Box, _ setting: Setting) throws(FormulaError) -> Box {
    guard atom.hasScripts else { return base }
    let upper = try superscript(of: atom, setting)?.copiedAsExponent
    let lower = try `subscript`(of: atom, setting)
    guard atom.alignsScriptsRight, let upper, let lower else {
      return attach(upper, lower, to: base, setting)
    }
    let width = max(upper.width, lower.width)
    return attach(upper.flushedRight(in: width), lower.flushedRight(in: width), to: base, setting)
  }

  func superscript(of atom: Atom, _ setting: Setting) throws(FormulaError) -> Box? {
    guard let nodes = atom.superscript else { return nil }
    return try list(nodes, setting.superscript)
  }

  func `subscript`(of atom: Atom, _ setting: Setting) throws(FormulaError) -> Box? {
    guard let nodes = atom.subscript else { return nil }
    return try list(nodes, setting.subscript)
  }

  /// An operator with scripts at all four corners, to which limits may be added.
  func corners(_ atom: Atom, _ setting: Setting) throws(FormulaError) -> Box {
    guard case .corners(let operand, let left, let right) = atom.nucleus else { return Box() }
    var plain = operand
    (plain.superscript, plain.subscript) = (nil, nil)
    var base = try nucleus(plain, setting)
    base.glyph = nil
    let strut = Box(ascent: base.ascent, descent: base.descent)
    var before = left
    before.alignsScriptsRight = true
    let leading = try scripts(before, on: strut, setting)
    let whole = try scripts(right, on: base, setting)
    var box = Box(width: leading.width + whole.width)
    box.add(leading, x: 0)
    box.add(whole, x: leading.width)
    return box
  }

  @inline(never)
  private func attach(
    _ superscript: Box?, _ `subscript`: Box?, to base: Box, _ setting: Setting
  ) -> Box {
    let size = em(setting)
    // Rule 18a. A character's scripts have their standard shifts; others attach to the corners of
    // the box (superscriptBaselineDropMax, subscriptBaselineDropMin).
    var up = 0.0
    var down = 0.0
    if !base.isCharacter {
      up = base.ascent - constants.superscriptBaselineDropMax * size
      down = base.descent + constants.subscriptBaselineDropMin * size
    }
    if let superscript {
      // Rule 18c.
      let standard =
        setting.isCramped
        ? constants.superscriptShiftUpCramped : constants.superscriptShiftUp
      up = max(
        up, standard * size, superscript.descent + constants.superscriptBottomMin * size)
    }
    if let `subscript` {
      down = max(down, constants.subscriptShiftDown * size)
      if let superscript {
        // Rule 18e: the gap is widened by lowering the subscript, then both are raised until the
        // superscript's bottom is at superscriptBottomMaxWithSubscript.
        let missing =
          constants.subSuperscriptGapMin * size
          - ((up - superscript.descent) - (`subscript`.ascent - down))
        if missing > 0 {
          down += missing
          let raise = max(
            0, constants.superscriptBottomMaxWithSubscript * size - (up - superscript.descent))
          up += raise
          down -= raise
        }
      } else {
        // Rule 18b.
        down = max(down, `subscript`.ascent - constants.subscriptTopMax * size)
      }
    }

    var box = base
    box.glyph = nil
    box.accentAttachment = nil
    box.italic = 0
    var width = base.width
    if let superscript {
      let x = base.width + base.italic + kern(base, superscript, shift: up, isSuperscript: true)
      box.add(superscript, x: x, y: -up)
      width = max(width, x + superscript.width)
    }
    if let `subscript` {
      let x = base.width + kern(base, `subscript`, shift: down, isSuperscript: false)
      box.add(`subscript`, x: x, y: down)
      width = max(width, x + `subscript`.width)
    }
    box.width = width + constants.spaceAfterScript * size
    return box
  }

  /// Returns the horizontal kern of a script by the shapes of two glyphs, in points.
  ///
  /// OpenType MATH, “MathKernInfo”: the kerns of both glyphs are added at two heights, that of the
  /// script's near edge and that of the base's; the larger sum (the smaller cut) counts.
  private func kern(_ base: Box, _ script: Box, shift: Double, isSuperscript: Bool) -> Double {
    guard let left = base.glyph else { return 0 }
    let right = script.leadingGlyph
    let (leftCorner, rightCorner) =
      isSuperscript
      ? (HB_OT_MATH_KERN_TOP_RIGHT, HB_OT_MATH_KERN_BOTTOM_LEFT)
      : (HB_OT_MATH_KERN_BOTTOM_RIGHT, HB_OT_MATH_KERN_TOP_LEFT)
    /// Returns the sum at a height above the base's baseline, in points.
    func sum(at height: Double) -> Double {
      var total = font.kern(of: left.id, leftCorner, height: height / left.size) * left.size
      if let right {
        let own = isSuperscript ? height - shift : height + shift
        total += font.kern(of: right.id, rightCorner, height: own / right.size) * right.size
      }
      return total
    }
    return isSuperscript
      ? max(sum(at: shift - script.descent), sum(at: base.ascent))
      : max(sum(at: script.ascent - shift), sum(at: -base.descent))
  }
}

extension Box {
  /// Returns the box at the right end of a wider one.
  fileprivate func flushedRight(in width: Double) -> Box {
    var box = Box(width: width)
    box.add(self, x: width - self.width)
    return box
  }

  /// The first glyph on the baseline, whose left corners are kerned with scripts.
  var leadingGlyph: SizedGlyph? {
    if let glyph { return glyph }
    switch elements.first {
    case .box(let box, let offset) where offset == .zero: return box.leadingGlyph
    case .part(_, let box): return box.leadingGlyph
    case .glyph(let glyph, _, _, _): return glyph
    default: return nil
    }
  }
}

extension Optional where Wrapped == [Node] {
  /// Returns the box of the nodes, if there are any; `map` does not rethrow typed errors.
  func mapBox(
    _ body: ([Node]) throws(FormulaError) -> Box
  ) throws(FormulaError) -> Box? {
    guard let self else { return nil }
    return try body(self)
  }
}
