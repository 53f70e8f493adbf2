import BurinScene
import BurinText

/// Sets math lists into boxes, by TeX's rules with the constants of the MATH table.
///
/// Comments cite the TeXbook's appendix G by rule number, and the MATH table of the OpenType
/// specification by the names of its constants. One file sets one kind of node.
struct MathLayout {
  let font: MathFont
  let fonts: FontLibrary
  let source: String
  /// The size of the em in display and text style, in points.
  let size: Double
  let textWeight: FontWeight

  var constants: MathConstants { font.constants }

  /// The size of the em in a style, in points (`scriptPercentScaleDown`).
  func em(_ setting: Setting) -> Double {
    switch setting.style {
    case .display, .text: size
    case .script: size * constants.scriptPercentScaleDown
    case .scriptScript: size * constants.scriptScriptPercentScaleDown
    }
  }

  /// The height of the axis in a style, in points.
  func axis(_ setting: Setting) -> Double { constants.axisHeight * em(setting) }

  /// A length in points.
  func points(_ length: Length, _ setting: Setting) -> Double {
    switch length.unit {
    case .em: length.value * em(setting)
    case .ex: length.value * em(setting) * font.xHeight
    case .mu: length.value * em(setting) / 18
    case .point: length.value
    }
  }

  /// The body of an atom, without its scripts.
  func nucleus(_ atom: Atom, _ setting: Setting) throws(FormulaError) -> Box {
    switch atom.nucleus {
    case .symbol(let symbol): try self.symbol(symbol, setting, at: atom.position)
    case .list(let nodes): try list(nodes, setting)
    case .text(let pieces): try text(pieces, setting, at: atom.position)
    case .wrapped(let wrapper, let inner): try wrapped(wrapper, inner, setting)
    case .fraction(let node): try fraction(node, setting, at: atom.position)
    case .radical(let radicand, let degree):
      try radical(radicand, degree: degree, setting, at: atom.position)
    case .fence(let node): try fence(node, setting)
    case .bigDelimiter(let scalar, let height):
      try bigDelimiter(scalar, height: height, setting, at: atom.position)
    case .accent(let node): try accent(node, setting, at: atom.position)
    case .bar(let base, let over): try bar(base, over: over, setting)
    case .stretched(let base, let scalar, let over):
      try stretched(base, scalar, over: over, setting, at: atom.position)
    case .stack(let base, let above, let below):
      try stack(base: base, above: above, below: below, setting)
    case .extensibleArrow(let scalar, let above, let below):
      try extensibleArrow(scalar, above: above, below: below, setting, at: atom.position)
    case .matrix(let node): try matrix(node, setting, at: atom.position)
    case .phantom(let nodes, let phantom): try self.phantom(nodes, phantom, setting)
    case .boxed(let nodes): try boxed(nodes, setting)
    case .background(let nodes, let color): try background(nodes, color, setting)
    case .cancel(let nodes, let cancel): try self.cancel(nodes, cancel, setting)
    case .rule(let width, let height, let raise):
      rule(width: width, height: height, raise: raise, setting)
    case .styled(let style, let inner):
      try nucleus(
        Atom(atom.atomClass, inner, at: atom.position),
        setting.with(style, cramped: setting.isCramped))
    }
  }

  /// An atom within a name or a colour; it keeps what scripts need to know of it.
  private func wrapped(
    _ wrapper: Wrapper, _ inner: Atom, _ setting: Setting
  ) throws(FormulaError) -> Box {
    switch wrapper {
    case .color(let color): return try nucleus(inner, setting.with(color))
    case .part(let name):
      let box = try nucleus(inner, setting)
      var named = box
      named.elements = [.part(name, box)]
      return named
    }
  }

  /// The glyph of a character that cannot be done without.
  func glyph(_ scalar: Unicode.Scalar, at position: Int) throws(FormulaError) -> UInt32 {
    guard let glyph = font.glyph(for: scalar) else {
      throw .missingGlyph(scalar, font: font.name, at: self.position(position))
    }
    return glyph
  }

  func position(_ index: Int) -> FormulaPosition { Lexer(source).position(index) }
}
