import BurinScene
import BurinText

/// Sets math lists into boxes, by TeX's rules with the constants of the MATH table.
///
/// Comments cite the TeXbook's appendix G by rule number, and the MATH table of the OpenType
/// specification by the names of its constants. Each file sets one type of node.
struct MathLayout {
  let font: MathFont
  let fonts: FontLibrary
  /// The memo of texts; nil to shape each text again.
  let paragraphs: ParagraphMemo?
  let source: String
  /// The size of the em in display and text style, in points.
  var size: Double
  /// The size of the formula, before commands such as `\large`, in points.
  let baseSize: Double
  let textWeight: FontWeight
  /// The size of `\text{…}` relative to the formula's em.
  let textScale: Double

  var constants: MathConstants { font.constants }

  /// Returns the size of the em in a style, in points (`scriptPercentScaleDown`).
  func em(_ setting: Setting) -> Double {
    switch setting.style {
    case .display, .text: size
    case .script: size * constants.scriptPercentScaleDown
    case .scriptScript: size * constants.scriptScriptPercentScaleDown
    }
  }

  /// Returns the height of the axis in a style, in points.
  func axis(_ setting: Setting) -> Double { constants.axisHeight * em(setting) }

  /// Returns a length in points.
  func points(_ length: Length, _ setting: Setting) -> Double {
    switch length.unit {
    case .em: length.value * size
    case .ex: length.value * size * fonts.textFace.xHeight
    case .mu: length.value * em(setting) / 18
    case .nonscriptMu: setting.isScript ? 0 : length.value * em(setting) / 18
    case .displayMu: setting.isDisplay ? length.value * em(setting) / 18 : 0
    case .textSpace: length.value * size * textScale * textSpace
    case .point: length.value
    }
  }

  /// The advance of the text font's space, in ems; a third if the font has none, as in Computer
  /// Modern.
  private var textSpace: Double {
    fonts.textFace.glyph(for: " ").map(fonts.textFace.advance) ?? 1.0 / 3
  }

  /// Returns the body of an atom, without its scripts.
  ///
  /// The recursion passes through here, so each type moves its content out in a stack frame of its
  /// own.
  func nucleus(_ atom: Atom, _ setting: Setting) throws(FormulaError) -> Box {
    switch atom.nucleus {
    case .symbol: try symbol(atom, setting)
    case .negated(let symbol): try negated(symbol, atom, setting)
    case .struck(let nodes): try struck(try list(nodes, setting), setting, at: atom.position)
    case .list(let nodes): try list(nodes, setting)
    case .text: try text(atom, setting)
    case .wrapped: try wrapped(atom, setting)
    case .fraction: try fraction(atom, setting)
    case .radical: try radical(atom, setting)
    case .fence: try fence(atom, setting)
    case .bigDelimiter: try bigDelimiter(atom, setting)
    case .accent: try accent(atom, setting)
    case .bar(let base, let over): try bar(base, over: over, setting)
    case .stack: try stack(atom, setting)
    case .extensibleArrow: try extensibleArrow(atom, setting)
    case .matrix: try matrix(atom, setting)
    case .phantom(let nodes, let phantom): try self.phantom(nodes, phantom, setting)
    case .boxed(let nodes): try boxed(nodes, setting)
    case .background(let nodes, let color): try background(nodes, color, setting)
    case .cancel(let nodes, let cancel): try self.cancel(nodes, cancel, setting)
    case .raised(let nodes, let by): try raised(nodes, by, setting)
    case .rule(let width, let height, let raise):
      rule(width: width, height: height, raise: raise, setting)
    case .centered(let nodes): centered(try list(nodes, setting), on: axis(setting))
    case .corners: try corners(atom, setting)
    case .framed(let nodes, let frame): try framed(nodes, frame, setting)
    case .cancelTo(let nodes, let value): try cancelTo(nodes, value, setting)
    case .enclosed(let nodes, let enclosure): try enclosed(nodes, enclosure, setting)
    case .styled: try styled(atom, setting)
    }
  }

  private func styled(_ atom: Atom, _ setting: Setting) throws(FormulaError) -> Box {
    guard case .styled(let style, let inner) = atom.nucleus else { return Box() }
    return try nucleus(
      Atom(atom.atomClass, inner, at: atom.position),
      setting.with(style, cramped: setting.isCramped))
  }

  /// Lays out an atom within a name or a colour; the box keeps what scripts need to know of it.
  private func wrapped(_ atom: Atom, _ setting: Setting) throws(FormulaError) -> Box {
    guard case .wrapped(let wrapper, let inner) = atom.nucleus else { return Box() }
    switch wrapper {
    case .color(let color): return try nucleus(inner, setting.with(color))
    case .part(let name):
      let box = try nucleus(inner, setting)
      var named = box
      named.elements = [.part(name, box)]
      return named
    }
  }

  /// Counts an atom against the limits of the rendering.
  func countAtom() throws(FormulaError) {
    guard let paragraphs else { return }
    do throws(LimitError) {
      try paragraphs.watch.countAtom()
    } catch {
      throw .stopped(error)
    }
  }

  /// Returns the glyph of a required character.
  func glyph(_ scalar: Unicode.Scalar, at position: Int) throws(FormulaError) -> UInt32 {
    guard let glyph = font.glyph(for: scalar) else {
      throw .missingGlyph(scalar, font: font.name, at: self.position(position))
    }
    return glyph
  }

  func position(_ index: Int) -> FormulaPosition { Lexer(source).position(index) }
}
