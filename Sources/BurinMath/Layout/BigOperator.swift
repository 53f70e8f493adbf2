import BurinGeometry

extension MathLayout {
  /// Returns an operator with its limits above and below, or its scripts beside it (rules 13 and
  /// 13a).
  func largeOperator(_ atom: Atom, _ setting: Setting) throws(FormulaError) -> Box {
    let above =
      switch atom.limits {
      case .always: true
      case .never: false
      case .display: setting.isDisplay
      }
    let base = try nucleus(atom, setting)
    guard above, atom.hasScripts else {
      var base = base
      // Rule 13: scripts beside an operator attach to its box, not at a character's standard
      // height.
      if !atom.isLetter {
        base.glyph = nil
        // Without scripts, its width includes its italic correction.
        if !atom.hasScripts { base = base.withItalicWidth }
      }
      return try scripts(atom, on: base, setting)
    }
    let upper = try superscript(of: atom, setting)
    let lower = try `subscript`(of: atom, setting)
    return limits(base, upper: upper, lower: lower, setting)
  }

  /// Returns a base with boxes centred above and below (rule 13a).
  ///
  /// upperLimitGapMin, upperLimitBaselineRiseMin, lowerLimitGapMin, lowerLimitBaselineDropMin; the
  /// limits are moved by half of the italic correction, to the right above, to the left below.
  @inline(never)
  func limits(_ base: Box, upper: Box?, lower: Box?, _ setting: Setting) -> Box {
    let size = em(setting)
    let lean = base.italic / 2
    let body = base.withItalicWidth
    let width = max(body.width, upper?.width ?? 0, lower?.width ?? 0)
    var box = Box(width: width)
    box.add(body, x: (width - body.width) / 2)
    if let upper {
      let rise = max(
        constants.upperLimitBaselineRiseMin * size,
        constants.upperLimitGapMin * size + upper.descent)
      box.add(upper, x: (width - upper.width) / 2 + lean, y: -(body.ascent + rise))
    }
    if let lower {
      let drop = max(
        constants.lowerLimitBaselineDropMin * size,
        constants.lowerLimitGapMin * size + lower.ascent)
      box.add(lower, x: (width - lower.width) / 2 - lean, y: body.descent + drop)
    }
    return box
  }

  /// `\overset`, `\underset` and `\stackrel`: smaller things above and below a base.
  func stack(_ atom: Atom, _ setting: Setting) throws(FormulaError) -> Box {
    guard case .stack(let base, let above, let below) = atom.nucleus else { return Box() }
    let upper = try above.mapBox { nodes throws(FormulaError) in
      try list(nodes, setting.superscript)
    }
    let lower = try below.mapBox { nodes throws(FormulaError) in
      try list(nodes, setting.subscript)
    }
    return limits(try list(base, setting), upper: upper, lower: lower, setting)
  }
}

extension Atom {
  /// Whether it is a plain character, such as the Q of `\mathop{Q}`.
  fileprivate var isLetter: Bool {
    switch nucleus {
    case .symbol(let symbol): !symbol.isLarge
    case .wrapped(_, let inner): inner.isLetter
    default: false
    }
  }
}
