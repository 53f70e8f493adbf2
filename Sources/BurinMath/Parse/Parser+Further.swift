import BurinScene

extension Parser {
  /// Reads a command of plain TeX, mathtools or another package with a syntax of its own.
  mutating func furtherPrimitive(
    _ primitive: Command.Primitive, _ position: Int
  ) throws(FormulaError) -> Node? {
    switch primitive {
    case .array, .matrix, .pmatrix, .cases, .eqalign, .eqalignno, .leqalignno, .displaylines:
      return try plainMatrix(primitive, position)
    case .sideset: return try sideset(position)
    case .shoveleft, .shoveright:
      shove = primitive == .shoveleft ? .left : .right
      return nil
    case .adjustlimits:
      notes.append("\\adjustlimits has no effect: limits keep their own distances")
      return nil
    case .ruleBox:
      var lengths: [Length] = []
      for _ in 0..<3 {
        let (text, place) = try rawArgument(of: "\\Rule")
        lengths.append(try length(text, place))
      }
      var drop = lengths[2]
      drop.value = -drop.value
      let height =
        lengths[1].unit == lengths[2].unit
        ? Length(value: lengths[1].value + lengths[2].value, unit: lengths[1].unit) : lengths[1]
      return .atom(Atom(.ord, .rule(lengths[0], height, drop), at: position))
    case .qty, .quantity, .pqty, .bqty, .bracesBqty, .vqty, .eval, .dd, .differential, .dv,
      .derivative,
      .pdv, .partialderivative, .fdv, .functionalderivative, .barredBraket:
      return try physics(primitive, position)
    case .mqty, .pmqty, .flattenedPmqty, .bmqty, .vmqty, .smqty, .spmqty, .smallFlattenedPmqty,
      .sbmqty, .svmqty, .mdet, .smdet:
      return try matrixQuantity(primitive, position)
    case .imat, .xmat, .zmat, .pmat, .dmat, .admat:
      try matrixCells(primitive, position)
      return nil
    case .raise, .lower, .moveleft, .moveright: return try moved(primitive, position)
    case .vcenter: return .atom(Atom(.ord, .centered(try argument(of: "\\vcenter")), at: position))
    case .cancelto:
      let value = try argument(of: "\\cancelto")
      let struck = try argument(of: "\\cancelto")
      return .atom(Atom(.ord, .cancelTo(struck, value: value), at: position))
    case .sout, .angl, .phase:
      let content = try argument(of: "\\" + primitive.rawValue)
      let enclosure: Enclosure =
        primitive == .sout ? .strikeOut : primitive == .angl ? .angle : .phase
      return .atom(Atom(.ord, .enclosed(content, enclosure), at: position))
    case .verb: return try verbatim(position)
    case .char: return try characterCode(position)
    case .textcircled: return try circled(position)
    case .textsuperscript, .textsubscript:
      let text = Node.atom(Atom(.ord, .text(try text(of: "\\" + primitive.rawValue)), at: position))
      var atom = Atom(.ord, .list([]), at: position)
      if primitive == .textsuperscript {
        atom.superscript = [text]
      } else {
        atom.subscript = [text]
      }
      return .atom(atom)
    case .href:
      _ = try rawArgument(of: "\\href", nestable: true)
      notes.append("\\href shows its text alone: a picture has no links")
      return .atom(Atom(.ord, .list(try argument(of: "\\href")), at: position))
    case .url:
      let (address, place) = try rawArgument(of: "\\url", nestable: true)
      let pieces = pieces(of: address, TextAttributes(alphabet: .monospace), at: place)
      return .atom(Atom(.ord, .text(pieces), at: position))
    case .textscript: return try textScript(position)
    case .llap, .rlap, .clap: return try textLap(primitive, position)
    case .mathllap, .mathrlap, .mathclap, .smashoperator, .cramped:
      return try lap(primitive, position)
    case .burinpaired: return try paired(position)
    case .skew:
      // The skew of an accent, which the font's tables give.
      _ = try argument(of: "\\skew")
      return try element()
    case .bgroup:
      let nodes = try list(.endGroup)
      guard try closesGroup() else { throw syntax("\\bgroup without \\egroup", position) }
      return .atom(Atom(.ord, .list(nodes), at: position))
    case .definecolor:
      throw syntax("\\definecolor is not for formulas; name colours in the theme", position)
    case .hline, .cline, .hdashline, .multicolumn:
      throw syntax(
        "\\\(primitive.rawValue) stands between the rows of an array or a matrix", position)
    case .buildrel:
      let above = try list(.over)
      guard case .command("over") = try next().token else {
        throw syntax("\\buildrel is missing its \\over", position)
      }
      let base = try argument(of: "\\buildrel")
      return .atom(Atom(.rel, .stack(base: base, above: above, below: nil), at: position))
    case .ce: return try chemistry(position)
    case .splitfrac, .splitdfrac: return try splitFraction(primitive, position)
    case .aboxed:
      // The box begins before the column and ends behind it; here it is around both.
      let text = try rawArgument(of: "\\Aboxed", nestable: true)
      throw syntax(
        "\\Aboxed{\(text.text)} is not supported; write \\boxed around a whole formula", position)
    default: throw syntax("\\\(primitive.rawValue) is not allowed here", position)
    }
  }

  private mutating func closesGroup() throws(FormulaError) -> Bool {
    switch try peek().token {
    case .endGroup, .command("egroup"):
      _ = try next()
      return true
    default: return false
    }
  }

  /// `\root n \of x`.
  mutating func plainRoot(_ position: Int) throws(FormulaError) -> Node {
    let degree = try list(.of)
    guard case .command("of") = try next().token else {
      throw syntax("\\root is missing its \\of, as in \\root 3 \\of x", position)
    }
    let radicand = try argument(of: "\\root")
    return .atom(Atom(.ord, .radical(radicand, degree: degree), at: position))
  }

  /// Begins a fraction with `\over`, `\above` or another command between numerator and denominator;
  /// nil for other commands.
  mutating func infixFraction(
    _ name: String, _ position: Int
  ) throws(FormulaError) -> FractionNode? {
    guard case .infix(let hasRule, let left, let right)? = CommandTable.commands[name] else {
      return nil
    }
    _ = try next()
    var node = FractionNode(
      numerator: [], denominator: [], hasRule: hasRule, left: left, right: right)
    if name.hasSuffix("withdelims") {
      node.left = try delimiter(of: "\\" + name).scalar
      node.right = try delimiter(of: "\\" + name).scalar
    }
    if name.hasPrefix("above") {
      let thickness = try bareLength(of: "\\" + name)
      node.thickness = thickness
      node.hasRule = thickness.value > 0
    }
    return node
  }

  /// `\sideset{_a^b}{_c^d}\prod` (amsmath, section 7.4).
  private mutating func sideset(_ position: Int) throws(FormulaError) -> Node {
    func corner(_ nodes: [Node]) throws(FormulaError) -> Atom {
      guard let first = nodes.first else { return Atom(.ord, .list([]), at: position) }
      guard nodes.count == 1, case .atom(let atom) = first else {
        throw syntax("\\sideset needs scripts alone, as in {_a^b}", position)
      }
      return atom
    }
    let left = try corner(try argument(of: "\\sideset"))
    let right = try corner(try argument(of: "\\sideset"))
    let nodes = try argument(of: "\\sideset")
    guard nodes.count < 2 else { throw syntax("\\sideset must precede an operator", position) }
    let base = nodes.first.map(Self.atom) ?? Atom(.op, .list([]), at: position)
    var atom = Atom(.op, .corners(base, left: left, right: right), at: position)
    atom.limits = .display
    return .atom(atom)
  }

  /// `\raise 1ex\hbox{…}` and its like.
  private mutating func moved(
    _ primitive: Command.Primitive, _ position: Int
  ) throws(FormulaError) -> Node {
    let name = "\\" + primitive.rawValue
    var by = try bareLength(of: name)
    let content = try argument(of: name)
    switch primitive {
    case .raise: break
    case .lower: by.value = -by.value
    default:
      if primitive == .moveleft { by.value = -by.value }
      var back = by
      back.value = -by.value
      return .sequence([.space(by), .atom(Atom(.ord, .list(content), at: position)), .space(back)])
    }
    return .atom(Atom(.ord, .raised(content, by), at: position))
  }

  /// `\verb|…|`: characters as they stand, monospaced.
  private mutating func verbatim(_ position: Int) throws(FormulaError) -> Node {
    guard lexer.index < lexer.scalars.count else {
      throw syntax("\\verb is missing its text, as in \\verb|x|", position)
    }
    let mark = lexer.scalars[lexer.index]
    lexer.index += 1
    var text = String.UnicodeScalarView()
    while lexer.index < lexer.scalars.count {
      let scalar = lexer.scalars[lexer.index]
      lexer.index += 1
      if scalar == mark {
        return .atom(
          Atom(
            .ord,
            .text(pieces(of: String(text), TextAttributes(alphabet: .monospace), at: position)),
            at: position))
      }
      text.append(scalar)
    }
    throw syntax("\\verb\(mark) is missing a second \(mark)", position)
  }

  /// `\char"41`, `\char65`, `\char`A`: a character by its code.
  private mutating func characterCode(_ position: Int) throws(FormulaError) -> Node {
    lexer.skipBlanks()
    var radix = 10
    var digits = ""
    if lexer.index < lexer.scalars.count {
      let first = lexer.scalars[lexer.index]
      if first == "`", lexer.index + 1 < lexer.scalars.count {
        lexer.index += lexer.scalars[lexer.index + 1] == "\\" ? 3 : 2
        let scalar = lexer.scalars[min(lexer.index, lexer.scalars.count) - 1]
        return .atom(Atom(.ord, .symbol(Symbol(scalar: scalar, source: scalar)), at: position))
      }
      if first == "\"" || first == "'" {
        radix = first == "'" ? 8 : 16
        lexer.index += 1
      }
    }
    while lexer.index < lexer.scalars.count, digits.count < 6,
      Character(lexer.scalars[lexer.index]).isHexDigit,
      Int(String(lexer.scalars[lexer.index]), radix: radix) != nil
    {
      digits.unicodeScalars.append(lexer.scalars[lexer.index])
      lexer.index += 1
    }
    guard let code = UInt32(digits, radix: radix), let scalar = Unicode.Scalar(code),
      scalar.properties.generalCategory != .control
    else { throw syntax("\\char needs a character's code, such as \"41", position) }
    return .atom(Atom(.ord, .symbol(Symbol(scalar: scalar, source: scalar)), at: position))
  }

  /// `\textcircled{1}`: a number or a letter in a circle, which are characters of Unicode.
  private mutating func circled(_ position: Int) throws(FormulaError) -> Node {
    let pieces = try text(of: "\\textcircled")
    var written = ""
    for case .text(let text, _, _) in pieces { written += text }
    let scalars = Array(written.unicodeScalars)
    var circled: Unicode.Scalar?
    if let number = Int(written), (0...20).contains(number) {
      circled = Unicode.Scalar(number == 0 ? 0x24EA : 0x245F + UInt32(number))
    } else if scalars.count == 1, let letter = scalars.first, letter.isASCIILetter {
      circled = Unicode.Scalar(
        letter.value < 0x61 ? letter.value - 0x41 + 0x24B6 : letter.value - 0x61 + 0x24D0)
    } else if let sign = ["+": "⊕", "-": "⊖", "*": "⊛", ".": "⊙", "=": "⊜", "/": "⊘"][written] {
      circled = sign.unicodeScalars.first
    }
    guard let circled else {
      throw syntax(
        "\\textcircled has a number from 0 to 20, a letter of ASCII or one of + - * . = /", position
      )
    }
    return .atom(
      Atom(.ord, .text([.text(String(circled), TextAttributes(), at: position)]), at: position))
  }

  /// `\textscript{₂}`: raised or lowered signs of Unicode, drawn as plain ones of the text font, for a
  /// script that they stand in.
  private mutating func textScript(_ position: Int) throws(FormulaError) -> Node {
    let (written, place) = try rawArgument(of: "\\textscript")
    var drawn = String.UnicodeScalarView()
    for scalar in written.unicodeScalars {
      drawn.append(UnicodeScripts.raised[scalar] ?? UnicodeScripts.lowered[scalar] ?? scalar)
    }
    return .atom(
      Atom(.ord, .text([.script(String(drawn), written: written, at: place)]), at: position))
  }

  /// `\llap`, `\rlap` and `\clap`: text without a width.
  private mutating func textLap(
    _ primitive: Command.Primitive, _ position: Int
  ) throws(FormulaError) -> Node {
    let text = Atom(.ord, .text(try text(of: "\\" + primitive.rawValue)), at: position)
    return .atom(Atom(.ord, .phantom([.atom(text)], Self.lap(primitive)), at: position))
  }

  private static func lap(_ primitive: Command.Primitive) -> Phantom {
    switch primitive {
    case .llap, .mathllap: Phantom(width: false, visible: true, shift: -1)
    case .rlap, .mathrlap: Phantom(width: false, visible: true)
    default: Phantom(width: false, visible: true, shift: -0.5)
    }
  }

  /// `\mathllap[style]{…}` and its like, `\smashoperator[l|r|lr]{…}` and `\cramped[style]{…}`
  /// (mathtools).
  private mutating func lap(
    _ primitive: Command.Primitive, _ position: Int
  ) throws(FormulaError) -> Node {
    let name = "\\" + primitive.rawValue
    if primitive == .smashoperator {
      _ = try rawOption()
      let content = try argument(of: name)
      throw content.isEmpty
        ? syntax("\\smashoperator needs an operator with limits", position)
        : syntax("\\smashoperator is not supported; write \\mathclap around the limits", position)
    }
    let style = try optionalArgument() ?? []
    let content = style + (try argument(of: name))
    if primitive == .cramped { return .atom(Atom(.ord, .list(content), at: position)) }
    return .atom(Atom(.ord, .phantom(content, Self.lap(primitive)), at: position))
  }

  /// What `\DeclarePairedDelimiter` defines: `\name{x}`, `\name*{x}`, `\name[\big]{x}`.
  private mutating func paired(_ position: Int) throws(FormulaError) -> Node {
    var grows = star()
    let left = try delimiterArgument(of: "a paired delimiter")
    let right = try delimiterArgument(of: "a paired delimiter")
    func sign(_ scalar: Unicode.Scalar?, _ atomClass: AtomClass) -> [Node] {
      guard let scalar else { return [] }
      return [.atom(Atom(atomClass, .symbol(Symbol(scalar: scalar, source: scalar)), at: position))]
    }
    if star() { grows = true }
    if grows, try peek().token != .character("[") {
      let content = try argument(of: "a paired delimiter")
      let fence = FenceNode(
        delimiters: [
          Delimiter(scalar: left, position: position), Delimiter(scalar: right, position: position),
        ], segments: [content])
      return .atom(Atom(.inner, .fence(fence), at: position))
    }
    var height: Double?
    if let (text, place) = try rawOption() {
      guard case .bigDelimiter(_, let known)? = CommandTable.commands[String(text.dropFirst())]
      else {
        throw syntax("“\(text)” is not a size of delimiters, such as \\big", place)
      }
      height = known
    }
    let content = try argument(of: "a paired delimiter")
    guard let height else { return .sequence(sign(left, .open) + content + sign(right, .close)) }
    return .sequence(
      [.atom(Atom(.open, .bigDelimiter(left, height: height), at: position))] + content
        + [.atom(Atom(.close, .bigDelimiter(right, height: height), at: position))])
  }

  /// `\splitfrac{a}{b}` (mathtools): a numerator of two lines, the first at the left, the second at the
  /// right.
  private mutating func splitFraction(
    _ primitive: Command.Primitive, _ position: Int
  ) throws(FormulaError) -> Node {
    let name = "\\" + primitive.rawValue
    var node = MatrixNode(
      form: .multline, rows: [], columns: [.center],
      style: primitive == .splitfrac ? .text : .display)
    for _ in 0..<2 { node.rows.append([try argument(of: name)]) }
    return .atom(Atom(.ord, .matrix(node), at: position))
  }
}
