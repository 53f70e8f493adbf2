import BurinGeometry
import BurinScene

extension MathLayout {
  /// Returns a character of the math font; large operators grow in display style.
  func symbol(_ atom: Atom, _ setting: Setting) throws(FormulaError) -> Box {
    guard case .symbol(let symbol) = atom.nucleus else { return Box() }
    guard let glyph = font.glyph(for: symbol.scalar) ?? symbol.fallback.flatMap(font.glyph) else {
      return try textSymbol(symbol, setting, at: atom.position)
    }
    let text = String(symbol.source)
    guard symbol.isLarge else { return character(glyph, text, setting) }
    // Rule 13, and “displayOperatorMinHeight”: the first variant that is high enough.
    let size = em(setting)
    var box = character(glyph, text, setting)
    if setting.isDisplay {
      box = stretch(
        glyph, .vertical, to: constants.displayOperatorMinHeight * size, text, setting,
        assembled: false)
    }
    // The advance of an operator includes its italic correction, unlike a letter's: a subscript
    // beside it moves back (as with LuaTeX's \mathnolimitsmode 0).
    box.width -= box.italic
    return centered(box, on: axis(setting))
  }

  /// Returns a relation with a stroke through its middle, if Unicode has no character for it.
  ///
  /// unicode-math: `\not` sets U+0338 over the relation.
  func negated(_ symbol: Symbol, _ atom: Atom, _ setting: Setting) throws(FormulaError) -> Box {
    let relation = try self.symbol(
      Atom(atom.atomClass, .symbol(symbol), at: atom.position), setting)
    return try struck(relation, setting, at: atom.position)
  }

  /// Returns a box with a stroke through its middle.
  func struck(_ relation: Box, _ setting: Setting, at position: Int) throws(FormulaError) -> Box {
    let stroke = sized(
      try glyph("\u{338}", at: position), "\u{338}", em(setting), setting.color)
    let ink = stroke.inkX ?? 0...0
    var box = relation
    box.glyph = nil
    box.elements = [.box(relation, .zero)]
    box.add(stroke, x: relation.width / 2 - (ink.lowerBound + ink.upperBound) / 2)
    return box
  }

  /// Returns a glyph in the form for its style.
  func character(_ glyph: UInt32, _ text: String, _ setting: Setting) -> Box {
    guard setting.isScript else { return sized(glyph, text, em(setting), setting.color) }
    let form = font.scriptForm(of: glyph, level: setting.style == .script ? 1 : 2)
    return sized(form, text, em(setting), setting.color)
  }

  /// Returns a glyph at a size.
  func sized(_ glyph: UInt32, _ text: String, _ size: Double, _ color: RGBColor) -> Box {
    let sized = SizedGlyph(id: glyph, size: size)
    let ink = font.ink(of: glyph)
    return Box(
      width: font.advance(of: glyph) * size, ascent: -(ink?.minY ?? 0) * size,
      descent: (ink?.maxY ?? 0) * size,
      elements: [.glyph(sized, at: .zero, text: text, color)],
      italic: font.italicCorrection(of: glyph) * size, glyph: sized,
      accentAttachment: font.accentAttachment(of: glyph) * size,
      inkX: ink.map { ($0.minX * size)...($0.maxX * size) })
  }

  /// Returns a box moved so that its middle lies on the axis.
  func centered(_ box: Box, on axis: Double) -> Box {
    let shift = (box.ascent - box.descent) / 2 - axis
    guard abs(shift) > 1e-9 else { return box }
    var result = box
    result.ascent -= shift
    result.descent += shift
    result.elements = [.box(box, Vector(0, shift))]
    return result
  }

  /// Returns a character that the math font lacks, from the text font.
  private func textSymbol(
    _ symbol: Symbol, _ setting: Setting, at position: Int
  ) throws(FormulaError) -> Box {
    // A letter in a design of the math font must not change silently to another design.
    let missing = FormulaError.missingGlyph(
      symbol.scalar, font: font.name, at: self.position(position))
    guard symbol.scalar == symbol.source else { throw missing }
    do throws(FormulaError) {
      return try text(
        Atom(
          .ord, .text([.text(String(symbol.source), TextAttributes(), at: position)]), at: position),
        setting)
    } catch {
      // The author wrote a symbol, not text: a character that the text fonts lack is missing from
      // the formula.
      if case .text = error { throw missing }
      throw error
    }
  }
}
