extension Parser {
  /// Reads commands of the packages physics and braket whose arguments are optional.
  mutating func physics(
    _ primitive: Command.Primitive, _ position: Int
  ) throws(FormulaError) -> Node {
    let name = "\\" + primitive.rawValue
    switch primitive {
    case .qty, .quantity: return try quantity(position)
    case .pqty: return try fenced("(", ")", name, position)
    case .bqty: return try fenced("[", "]", name, position)
    case .bracesBqty: return try fenced("{", "}", name, position)
    case .vqty: return try fenced("|", "|", name, position)
    case .eval: return try fenced(nil, "|", name, position)
    case .dd, .differential: return try differential(name, position)
    case .barredBraket: return try barredBraket(position)
    case .pdv, .partialderivative: return try derivative("∂", name, position)
    case .fdv, .functionalderivative: return try derivative("δ", name, position)
    default: return try derivative("d", name, position)
    }
  }

  private static func fence(
    _ left: Unicode.Scalar?, _ right: Unicode.Scalar?, _ content: [Node], _ position: Int
  ) -> Node {
    let node = FenceNode(
      delimiters: [
        Delimiter(scalar: left, position: position), Delimiter(scalar: right, position: position),
      ], segments: [content])
    return .atom(Atom(.inner, .fence(node), at: position))
  }

  private mutating func fenced(
    _ left: Unicode.Scalar?, _ right: Unicode.Scalar?, _ name: String, _ position: Int
  ) throws(FormulaError) -> Node {
    Self.fence(left, right, try argument(of: name), position)
  }

  /// `\qty(…)`, `\qty[…]`, `\qty{…}`, `\qty|…|`: delimiters that grow with their content.
  private mutating func quantity(_ position: Int) throws(FormulaError) -> Node {
    switch try peek().token {
    case .beginGroup: return try fenced("{", "}", "\\qty", position)
    case .command(let name):
      guard case .bigDelimiter(_, let height) = CommandTable.commands[name] else { break }
      _ = try next()
      return try quantity(position, height: height)
    case .character(let left):
      let pairs: [Unicode.Scalar: Unicode.Scalar] = ["(": ")", "[": "]", "|": "|"]
      guard let right = pairs[left] else { break }
      _ = try next()
      let text = try balancedText(left, right, "\\qty", position)
      return Self.fence(left, right, try parsed(text, "in \\qty", position), position)
    default: break
    }
    throw syntax(
      "\\qty needs a delimiter, as in \\qty(x), \\qty[x], \\qty{x} or \\qty|x|", position)
  }

  /// `\qty\big(…)`: delimiters of a height.
  private mutating func quantity(_ position: Int, height: Double) throws(FormulaError) -> Node {
    let pairs: [Unicode.Scalar: Unicode.Scalar] = ["(": ")", "[": "]", "|": "|"]
    let (left, right): (Unicode.Scalar, Unicode.Scalar)
    let content: [Node]
    switch try peek().token {
    case .beginGroup:
      (left, right) = ("{", "}")
      content = try argument(of: "\\qty")
    case .character(let sign):
      guard let partner = pairs[sign] else { fallthrough }
      _ = try next()
      (left, right) = (sign, partner)
      content = try parsed(
        try balancedText(left, right, "\\qty", position), "in \\qty", position)
    default:
      throw syntax("\\qty needs a delimiter behind the size, as in \\qty\\big(x)", position)
    }
    func delimiter(_ sign: Unicode.Scalar, _ atomClass: AtomClass) -> Node {
      .atom(Atom(atomClass, .bigDelimiter(sign, height: height), at: position))
    }
    return .sequence([delimiter(left, .open)] + content + [delimiter(right, .close)])
  }

  /// Reads the characters up to the partner of an opening sign that has been read.
  mutating func balancedText(
    _ left: Unicode.Scalar, _ right: Unicode.Scalar, _ name: String, _ position: Int
  ) throws(FormulaError) -> String {
    var (signs, braces) = (0, 0)
    var text = String.UnicodeScalarView()
    while lexer.index < lexer.scalars.count {
      let scalar = lexer.scalars[lexer.index]
      lexer.index += 1
      if scalar == right, signs == 0, braces == 0 { return String(text) }
      if scalar == left { signs += 1 } else if scalar == right { signs -= 1 }
      if scalar == "{" { braces += 1 }
      if scalar == "}" { braces -= 1 }
      text.append(scalar)
    }
    throw syntax("\(name) is missing its \(right)", position)
  }

  /// An upright d, or the sign of another derivative.
  private static func sign(_ scalar: Unicode.Scalar, _ power: [Node]?, _ position: Int) -> Node {
    let drawn = scalar == "d" ? scalar : Alphabet.standard.map(scalar)
    var atom = Atom(
      .ord, .symbol(Symbol(scalar: drawn, source: scalar, fallback: scalar)), at: position)
    atom.superscript = power
    return .atom(atom)
  }

  /// `\dd`, `\dd{x}`, `\dd[3]{x}`, `\dd(x)`.
  private mutating func differential(
    _ name: String, _ position: Int
  ) throws(FormulaError) -> Node {
    let power = try optionalArgument()
    let sign = Self.sign("d", power, position)
    switch try peek().token {
    case .beginGroup: return .sequence([.space(.mu(3)), sign] + (try argument(of: name)))
    case .character("("):
      _ = try next()
      let text = try balancedText("(", ")", name, position)
      return .sequence([
        .space(.mu(3)), sign,
        Self.fence("(", ")", try parsed(text, "in \(name)", position), position),
      ])
    default: return sign
    }
  }

  /// `\dv{x}`, `\dv{f}{x}`, `\dv[n]{f}{x}`, `\pdv{f}{x}{y}`, and their stars in one line.
  private mutating func derivative(
    _ scalar: Unicode.Scalar, _ name: String, _ position: Int
  ) throws(FormulaError) -> Node {
    let isFlat = star()
    let power = try optionalArgument()
    var arguments = [try argument(of: name)]
    let most = scalar == "∂" ? 3 : 2
    while arguments.count < most, try peek().token == .beginGroup {
      arguments.append(try argument(of: name))
    }
    func symbol(_ scalar: Unicode.Scalar) -> [Node] {
      [.atom(Atom(.ord, .symbol(Symbol(scalar: scalar, source: scalar)), at: position))]
    }
    let order = power ?? (arguments.count == 3 ? symbol("2") : nil)
    let above = [Self.sign(scalar, order, position)] + (arguments.count > 1 ? arguments[0] : [])
    var below: [Node] = []
    for variable in arguments.count > 1 ? Array(arguments[1...]) : arguments {
      var base = Atom(.ord, .list(variable), at: position)
      if arguments.count < 3, let power { base.superscript = power }
      below += [Self.sign(scalar, nil, position), .atom(base)]
    }
    if isFlat { return .sequence(above + symbol("/") + below) }
    return .atom(
      Atom(.ord, .fraction(FractionNode(numerator: above, denominator: below)), at: position))
  }

  /// `\Braket{ϕ|A|ψ}`: bars as high as the brackets.
  private mutating func barredBraket(_ position: Int) throws(FormulaError) -> Node {
    let (text, place) = try rawArgument(of: "\\Braket", nestable: true)
    var node = FenceNode(delimiters: [Delimiter(scalar: "⟨", position: position)], segments: [])
    var (depth, part) = (0, "")
    var isEscaped = false
    for character in text + "|" {
      if character == "|", depth == 0, !isEscaped {
        node.segments.append(try parsed(part, "in \\Braket", place))
        node.delimiters.append(Delimiter(scalar: "|", position: position))
        part = ""
        continue
      }
      isEscaped = character == "\\"
      if character == "{" { depth += 1 }
      if character == "}" { depth -= 1 }
      part.append(character)
    }
    node.delimiters[node.delimiters.count - 1].scalar = "⟩"
    return .atom(Atom(.inner, .fence(node), at: position))
  }
}
