extension Parser {
  /// The shape of an environment.
  private struct Environment {
    var form: MatrixNode.Form
    var columns: [MatrixNode.Alignment]
    var style: MathStyle
    var left: Unicode.Scalar?
    var right: Unicode.Scalar?
  }

  private static let environments: [String: Environment] = {
    func matrix(
      _ left: Unicode.Scalar?, _ right: Unicode.Scalar?, _ form: MatrixNode.Form = .matrix
    ) -> Environment {
      Environment(
        form: form, columns: [.center], style: form == .small ? .script : .text, left: left,
        right: right)
    }
    let aligned = Environment(form: .aligned, columns: [.right, .left], style: .display)
    let gathered = Environment(form: .gathered, columns: [.center], style: .display)
    func cases(_ style: MathStyle, left: Unicode.Scalar?, right: Unicode.Scalar?) -> Environment {
      // mathtools spaces the rows of its own environments like those of alignments.
      Environment(
        form: style == .text && left != nil ? .cases : .openCases, columns: [.left], style: style,
        left: left, right: right)
    }
    var table: [String: Environment] = [
      "matrix": matrix(nil, nil), "pmatrix": matrix("(", ")"), "bmatrix": matrix("[", "]"),
      "Bmatrix": matrix("{", "}"), "vmatrix": matrix("|", "|"), "Vmatrix": matrix("‖", "‖"),
      "smallmatrix": matrix(nil, nil, .small), "psmallmatrix": matrix("(", ")", .small),
      "bsmallmatrix": matrix("[", "]", .small), "array": matrix(nil, nil, .array),
      "cases": cases(.text, left: "{", right: nil),
      "dcases": cases(.display, left: "{", right: nil),
      "rcases": cases(.text, left: nil, right: "}"),
      "drcases": cases(.display, left: nil, right: "}"),
      "subarray": Environment(form: .lines, columns: [.center], style: .script),
    ]
    for name in [
      "aligned", "align", "align*", "alignat", "alignat*", "alignedat", "split",
      "eqnarray", "eqnarray*", "flalign", "flalign*",
    ] {
      table[name] = aligned
    }
    table["darray"] = Environment(form: .array, columns: [.center], style: .display)
    for name in ["matrix", "pmatrix", "bmatrix", "Bmatrix", "vmatrix", "Vmatrix"] {
      table[name + "*"] = table[name]
    }
    for name in [
      "multline", "multline*", "gathered", "gather", "gather*", "equation", "equation*",
      "displaymath",
    ] {
      table[name] = gathered
    }
    return table
  }()

  /// Reads an environment whose `\begin` has been read.
  mutating func environment(_ start: Int) throws(FormulaError) -> Node {
    let (name, position) = try rawArgument(of: "\\begin")
    guard let environment = Self.environments[name] else {
      throw .unknownEnvironment(
        name,
        suggestion: Suggestion.nearest(to: name, among: Self.environments.keys.sorted()),
        at: lexer.position(position))
    }
    var node = MatrixNode(
      form: environment.form, rows: [], columns: environment.columns, style: environment.style,
      left: environment.left, right: environment.right)
    switch name {
    case "array", "darray", "subarray":
      _ = try rawOption()
      let (columns, place) = try rawArgument(of: "\\begin{\(name)}", nestable: true)
      try readColumns(columns, place, into: &node)
    case "alignat", "alignat*", "alignedat":
      _ = try rawOption()
      _ = try rawArgument(of: "\\begin{\(name)}")
    case "aligned", "gathered", "split":
      _ = try rawOption()
    case let name where name.hasSuffix("matrix*"):
      // mathtools: the alignment of the columns
      if let (columns, place) = try rawOption() { try readColumns(columns, place, into: &node) }
    case "eqnarray", "eqnarray*":
      node.columns = [.right, .center, .left]
    default: break
    }
    try readRows(into: &node)
    guard case .command("end") = try next().token else {
      throw syntax("\\begin{\(name)} without a matching \\end{\(name)}", start)
    }
    let (end, place) = try rawArgument(of: "\\end")
    guard end == name else {
      throw syntax("\\end{\(end)} where \\end{\(name)} is expected", place)
    }
    return .atom(Atom(node.isFenced ? .inner : .ord, .matrix(node), at: start))
  }

  /// Reads `\substack`'s lines.
  mutating func substack(_ start: Int) throws(FormulaError) -> Node {
    let (token, position) = try next()
    guard token == .beginGroup else { throw syntax("\\substack is missing its {…}", position) }
    var node = MatrixNode(form: .lines, rows: [], columns: [.center], style: .script)
    try readRows(into: &node, stops: [.cell, .endGroup])
    try expectEndGroup(opened: position)
    return .atom(Atom(.ord, .matrix(node), at: start))
  }

  private mutating func readColumns(
    _ text: String, _ position: Int, into node: inout MatrixNode
  ) throws(FormulaError) {
    node.columns = []
    var rest = Substring(text)
    while let character = rest.popFirst() {
      switch character {
      case "l": node.columns.append(.left)
      case "c": node.columns.append(.center)
      case "r": node.columns.append(.right)
      case "|": node.verticalRules.insert(node.columns.count)
      case " ": break
      case "@", "!":
        // Only the space between columns may be given this way, and it is ignored.
        guard rest.popFirst() == "{", let end = rest.firstIndex(of: "}") else {
          throw syntax("\(character) is missing its {…}", position)
        }
        rest = rest[end...].dropFirst()
      case "*":
        // `*{3}{c}` is `ccc`.
        guard let (count, afterCount) = Self.braced(rest),
          let (part, tail) = Self.braced(afterCount),
          let times = Int(count), (0...FormulaLimits.columns).contains(times)
        else { throw syntax("* is not followed by a number and columns, as in *{3}{c}", position) }
        guard part.count * times <= FormulaLimits.sourceLength else {
          throw .limit("more than \(FormulaLimits.columns) columns", at: lexer.position(position))
        }
        rest = Substring(String(repeating: String(part), count: times) + tail)
      default:
        throw syntax("“\(character)” is not a column; use l, c, r and |", position)
      }
      guard node.columns.count <= FormulaLimits.columns else { break }
    }
    guard !node.columns.isEmpty else {
      throw syntax("no columns; declare them, as in {cc}", position)
    }
    guard node.columns.count <= FormulaLimits.columns else {
      throw .limit("more than \(FormulaLimits.columns) columns", at: lexer.position(position))
    }
  }

  /// Returns the text of `{…}` at the start, without braces inside, and what follows it.
  private static func braced(_ text: Substring) -> (inner: Substring, rest: Substring)? {
    guard text.first == "{", let end = text.firstIndex(of: "}") else { return nil }
    return (text[..<end].dropFirst(), text[end...].dropFirst())
  }

  /// Reads cells up to `\end` or a closing brace.
  private mutating func readRows(
    into node: inout MatrixNode, stops: Stops = .cell
  ) throws(FormulaError) {
    var row: [[Node]] = []
    var cells = 0
    try readRules(into: &node)
    while true {
      var cell = try list(stops)
      // amsmath puts an empty ord before every second column, so that a relation there keeps
      // its space on the left.
      if node.form == .aligned, row.count % 2 == 1, node.columns.count == 2 {
        cell.insert(.atom(Atom(.ord, .list([]), at: lexer.here)), at: 0)
      }
      row.append(cell)
      cells += 1
      guard cells <= FormulaLimits.cells, row.count <= FormulaLimits.columns else {
        throw .limit(
          "more than \(FormulaLimits.cells) cells or \(FormulaLimits.columns) columns",
          at: lexer.position(lexer.here))
      }
      let (token, _) = try peek()
      switch token {
      case .alignment:
        _ = try next()
      case .command("\\"), .command("cr"):
        _ = try next()
        if lexer.index < lexer.scalars.count, lexer.scalars[lexer.index] == "*" { lexer.index += 1 }
        if lexer.index < lexer.scalars.count, lexer.scalars[lexer.index] == "[",
          let (text, place) = try rawOption()
        {
          node.extraGaps[node.rows.count] = try length(text, place)
        }
        node.rows.append(row)
        row = []
        try readRules(into: &node)
      default:
        // A line break before the end doesn't start another row.
        if row.count > 1 || row.first?.isEmpty == false || node.rows.isEmpty {
          node.rows.append(row)
        }
        return
      }
    }
  }

  private mutating func readRules(into node: inout MatrixNode) throws(FormulaError) {
    while case .command("hline") = try peek().token {
      _ = try next()
      node.horizontalRules.insert(node.rows.count)
    }
  }
}

extension MatrixNode {
  var isFenced: Bool { left != nil || right != nil }
}
