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
    let multline = Environment(form: .multline, columns: [.center], style: .display)
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
      "eqnarray", "eqnarray*", "flalign", "flalign*", "xalignat", "xalignat*", "xxalignat",
    ] {
      table[name] = aligned
    }
    table["darray"] = Environment(form: .array, columns: [.center], style: .display)
    for name in ["matrix", "pmatrix", "bmatrix", "Bmatrix", "vmatrix", "Vmatrix"] {
      table[name + "*"] = table[name]
    }
    for (name, left, right) in [
      ("smallmatrix", nil, nil), ("psmallmatrix", "(", ")"), ("bsmallmatrix", "[", "]"),
      ("Bsmallmatrix", "{", "}"), ("vsmallmatrix", "|", "|"), ("Vsmallmatrix", "‖", "‖"),
    ] as [(String, Unicode.Scalar?, Unicode.Scalar?)] {
      table[name] = matrix(left, right, .small)
      table[name + "*"] = table[name]
    }
    for name in ["cases", "dcases", "rcases", "drcases"] {
      table[name + "*"] = table[name]
      table[name + "*"]?.form = .openCases
    }
    for name in ["multline", "multline*", "multlined"] { table[name] = multline }
    for (name, alignment) in [("lgathered", .left), ("rgathered", .right)]
      as [(String, MatrixNode.Alignment)]
    {
      table[name] = Environment(form: .gathered, columns: [alignment], style: .display)
    }
    table["crampedsubarray"] = table["subarray"]
    table["CD"] = Environment(form: .diagram, columns: [.center], style: .display)
    for name in [
      "gathered", "gather", "gather*", "equation", "equation*",
      "displaymath", "math",
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
    case "array", "darray", "subarray", "crampedsubarray":
      _ = try rawOption()
      let (columns, place) = try rawArgument(of: "\\begin{\(name)}", nestable: true)
      try readColumns(columns, place, into: &node)
    case "alignat", "alignat*", "alignedat", "xalignat", "xalignat*", "xxalignat":
      _ = try rawOption()
      _ = try rawArgument(of: "\\begin{\(name)}")
      // amsmath: what lies between the pairs is the author's in alignat.
      if !name.hasPrefix("x") { node.pairGap = .em(0) }
    case "aligned", "gathered", "lgathered", "rgathered", "split", "multlined":
      _ = try rawOption()
      if name == "multlined" { _ = try rawOption() }
    case "CD":
      try readDiagram(into: &node)
      try closeEnvironment(name, start)
      return .atom(Atom(.ord, .matrix(node), at: start))
    case "cases*", "dcases*", "rcases*", "drcases*":
      // mathtools: the second column is text.
      node.inserted[1] = (Array("\\text{".unicodeScalars), ["}"])
    case let name where name.hasSuffix("matrix*"):
      // mathtools: the alignment of the columns
      if let (columns, place) = try rawOption() { try readColumns(columns, place, into: &node) }
    case "eqnarray", "eqnarray*":
      node.columns = [.right, .center, .left]
    default: break
    }
    if let stretch = arrayStretch { node.stretch = stretch }
    let isWhole = name.hasPrefix("equation") || name == "displaymath" || name == "math"
    let outer = tag
    // An equation's number is that of the formula.
    if !isWhole { tag = nil }
    try readRows(into: &node, keepsTag: isWhole)
    if !isWhole { tag = outer }
    try closeEnvironment(name, start)
    return .atom(Atom(node.isFenced ? .inner : .ord, .matrix(node), at: start))
  }

  /// The factor of the heights of rows, as a definition of `\arraystretch` says.
  private var arrayStretch: Double? {
    macros["arraystretch"].flatMap { macro in
      var text = String.UnicodeScalarView()
      text.append(contentsOf: macro.body)
      return Double(String(text).trimmed).flatMap { $0 > 0 && $0 <= 100 ? $0 : nil }
    }
  }

  private mutating func closeEnvironment(
    _ name: String, _ start: Int
  ) throws(FormulaError) {
    guard case .command("end") = try next().token else {
      throw syntax("\\begin{\(name)} without a matching \\end{\(name)}", start)
    }
    let (end, place) = try rawArgument(of: "\\end")
    guard end == name else {
      throw syntax("\\end{\(end)} where \\end{\(name)} is expected", place)
    }
  }

  /// Reads the braces of plain TeX's `\matrix{…\cr…}` and its like.
  mutating func plainMatrix(
    _ primitive: Command.Primitive, _ start: Int
  ) throws(FormulaError) -> Node {
    let name = primitive.rawValue
    let known: String =
      switch primitive {
      case .array, .matrix, .pmatrix, .cases: name
      case .displaylines: "gather"
      default: "align"
      }
    let shape = Self.environments[known]
    var node = MatrixNode(
      form: shape?.form ?? .matrix, rows: [], columns: shape?.columns ?? [.center],
      style: shape?.style ?? .text, left: shape?.left, right: shape?.right)
    let (token, position) = try peek()
    guard token == .beginGroup else {
      node.rows = [[try argument(of: "\\\(name)")]]
      return .atom(Atom(node.isFenced ? .inner : .ord, .matrix(node), at: start))
    }
    _ = try next()
    if primitive == .eqalignno || primitive == .leqalignno {
      node.columns = [.right, .left, .left]
      node.form = .array
    }
    try readRows(into: &node, stops: [.cell, .endGroup])
    try expectEndGroup(opened: position)
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
      case "|", ":":
        node.verticalRules[node.columns.count, default: []].append(character == ":")
      case _ where character.isWhitespace: break
      case "@", "!":
        guard let (inner, tail) = Self.braced(rest) else {
          throw syntax("\(character) is missing its {…}", position)
        }
        rest = tail
        let nodes = try separator(inner, position)
        // Two at one place stand side by side.
        let earlier = node.separators[node.columns.count]
        node.separators[node.columns.count] = MatrixNode.Separator(
          nodes: (earlier?.nodes ?? []) + nodes,
          keepsSpace: character == "!" && (earlier?.keepsSpace ?? true))
      case ">", "<":
        guard let (inner, tail) = Self.braced(rest) else {
          throw syntax("\(character) is missing its {…}", position)
        }
        rest = tail
        let scalars = Array(inner.unicodeScalars)
        if character == ">" {
          node.inserted[node.columns.count, default: ([], [])].before += scalars
        } else {
          guard !node.columns.isEmpty else { throw syntax("< must follow a column", position) }
          node.inserted[node.columns.count - 1, default: ([], [])].after += scalars
        }
      case "p", "m", "b", "w", "W":
        if character == "w" || character == "W" {
          guard let (alignment, tail) = Self.braced(rest) else {
            throw syntax("w is missing its {…}{…}", position)
          }
          rest = tail
          node.columns.append(alignment == "r" ? .right : alignment == "c" ? .center : .left)
        } else {
          node.columns.append(.left)
          // The cells are text.
          node.inserted[node.columns.count - 1, default: ([], [])].before += Array(
            "\\text{".unicodeScalars)
          node.inserted[node.columns.count - 1, default: ([], [])].after.insert("}", at: 0)
        }
        guard let (width, tail) = Self.braced(rest) else {
          throw syntax("\(character) is missing its width, as in \(character){3em}", position)
        }
        rest = tail
        node.widths[node.columns.count - 1] = try length(String(width).trimmed, position)
      case "*":
        // `*{3}{c}` is `ccc`.
        guard let (count, afterCount) = Self.bracedOrOne(rest),
          let (part, tail) = Self.bracedOrOne(afterCount),
          let times = Int(String(count).trimmed), (0...FormulaLimits.columns).contains(times)
        else { throw syntax("* is not followed by a number and columns, as in *{3}{c}", position) }
        guard part.count * times <= FormulaLimits.sourceLength else {
          throw .limit("more than \(FormulaLimits.columns) columns", at: lexer.position(position))
        }
        rest = Substring(String(repeating: String(part), count: times) + tail)
      default:
        throw syntax("“\(character)” is not a column; use l, c, r, p{…}, | and :", position)
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

  /// Returns the text of `{…}` at the start, with its braces balanced, and what follows it.
  private static func braced(_ text: Substring) -> (inner: Substring, rest: Substring)? {
    let text = text.drop { $0 == " " }
    guard text.first == "{" else { return nil }
    var depth = 0
    for index in text.indices {
      if text[index] == "{" { depth += 1 }
      if text[index] == "}" { depth -= 1 }
      if depth == 0 { return (text[..<index].dropFirst(), text[index...].dropFirst()) }
    }
    return nil
  }

  /// The same, or one character without braces.
  private static func bracedOrOne(_ text: Substring) -> (inner: Substring, rest: Substring)? {
    let text = text.drop { $0 == " " }
    if let braced = braced(text) { return braced }
    guard let first = text.first, first != "}" else { return nil }
    return (text.prefix(1), text.dropFirst())
  }

  /// Reads what stands between columns.
  private mutating func separator(
    _ text: Substring, _ position: Int
  ) throws(FormulaError) -> [Node] {
    try parsed(String(text), "between the columns", position)
  }

  /// Reads cells up to `\end` or a closing brace.
  mutating func readRows(
    into node: inout MatrixNode, stops: Stops = .cell, keepsTag: Bool = false
  ) throws(FormulaError) {
    var row: [[Node]] = []
    var cells = 0
    try readRules(into: &node)
    while true {
      var cell = try self.cell(&node, row: node.rows.count, column: row.count, stops)
      // amsmath puts an empty ord before every second column, so that a relation there keeps
      // its space on the left.
      if node.form == .aligned, row.count % 2 == 1, node.columns.count == 2 {
        cell.insert(.atom(Atom(.ord, .list([]), at: lexer.here)), at: 0)
      }
      row.append(cell)
      cells += 1
      if let span = node.spans[[node.rows.count, row.count - 1]] {
        row += Array(repeating: [], count: span.count - 1)
        cells += span.count - 1
      }
      guard cells <= FormulaLimits.cells, row.count <= FormulaLimits.columns else {
        throw .limit(
          "more than \(FormulaLimits.cells) cells or \(FormulaLimits.columns) columns",
          at: lexer.position(lexer.here))
      }
      let (token, _) = try peek()
      switch token {
      case .alignment:
        let (_, position) = try next()
        guard node.form != .multline, node.form != .lines else {
          throw syntax("& where lines have no columns; write \\& for the sign", position)
        }
      case .command("\\"), .command("cr"), .command("newline"):
        _ = try next()
        if lexer.index < lexer.scalars.count, lexer.scalars[lexer.index] == "*" { lexer.index += 1 }
        if lexer.index < lexer.scalars.count, lexer.scalars[lexer.index] == "[",
          let gap = try lineGap()
        {
          node.extraGaps[node.rows.count] = gap
        }
        if !keepsTag, let tag {
          node.tags[node.rows.count] = tag
          self.tag = nil
        }
        node.rows.append(row)
        row = []
        try readRules(into: &node)
      default:
        // A line break before the end doesn't start another row.
        if row.count > 1 || row.first?.isEmpty == false || node.rows.isEmpty {
          if !keepsTag, let tag { node.tags[node.rows.count] = tag }
          node.rows.append(row)
        }
        return
      }
    }
  }

  /// Reads a cell, with what its column inserts and with `\hfill` at its ends.
  private mutating func cell(
    _ node: inout MatrixNode, row: Int, column: Int, _ stops: Stops
  ) throws(FormulaError) -> [Node] {
    if case .command("multicolumn") = try peek().token {
      return try spanningCell(&node, row: row, column: column)
    }
    if let inserted = node.inserted[column], !inserted.before.isEmpty {
      // Text is read as it stands, so its end must be known: the column's end comes behind the cell.
      try insertAroundCell(inserted.before, inserted.after)
    }
    var cell: [Node] = []
    var (leads, trails) = (false, false)
    while true {
      cell += try list(stops)
      guard case .command(let name) = try peek().token, ["hfill", "hfil", "hss"].contains(name)
      else {
        break
      }
      _ = try next()
      if cell.isEmpty { leads = true } else { trails = true }
    }
    if let inserted = node.inserted[column], inserted.before.isEmpty, !inserted.after.isEmpty {
      lexer.insert(inserted.after)
      cell += try list(stops)
    }
    if let shove {
      node.cellAlignments[[row, column]] = shove
      self.shove = nil
    }
    if leads || trails {
      node.cellAlignments[[row, column]] = leads && trails ? .center : leads ? .right : .left
    }
    return cell
  }

  /// Puts texts around the characters of the cell at the current index.
  private mutating func insertAroundCell(
    _ before: [Unicode.Scalar], _ after: [Unicode.Scalar]
  ) throws(FormulaError) {
    lexer.skipBlanks()
    var index = lexer.index
    var (braces, environments) = (0, 0)
    let scalars = lexer.scalars
    loop: while index < scalars.count {
      switch scalars[index] {
      case "{": braces += 1
      case "}":
        if braces == 0 { break loop }
        braces -= 1
      case "&" where braces == 0 && environments == 0: break loop
      case "\\":
        let rest = String(String.UnicodeScalarView(scalars[index..<min(index + 7, scalars.count)]))
        if rest.hasPrefix("\\begin") { environments += 1 }
        if rest.hasPrefix("\\end") {
          if environments == 0 { break loop }
          environments -= 1
        }
        if braces == 0, environments == 0, rest.hasPrefix("\\\\") || rest.hasPrefix("\\cr") {
          break loop
        }
        index += 1
      default: break
      }
      index += 1
    }
    let cell = Array(scalars[lexer.index..<min(index, scalars.count)])
    guard scalars.count + before.count + after.count <= FormulaLimits.sourceLength else {
      throw .limit(
        "columns make the formula longer than \(FormulaLimits.sourceLength) characters",
        at: lexer.position(lexer.here))
    }
    // A column's text counts as an expansion, so that it is bounded like one.
    expansions += 1
    guard expansions <= FormulaLimits.expansions * 4 else {
      throw .limit("too many cells with inserted text", at: lexer.position(lexer.here))
    }
    let start = lexer.index
    lexer.index = min(index, scalars.count)
    lexer.replace(from: start, with: before.endedAsCommand + cell.trimmedAtEnd + after)
  }

  /// Reads `\multicolumn{2}{c|}{…}`.
  private mutating func spanningCell(
    _ node: inout MatrixNode, row: Int, column: Int
  ) throws(FormulaError) -> [Node] {
    let name = "\\multicolumn"
    let (_, position) = try next()
    guard node.form == .array || node.form == .matrix || node.form == .cases else {
      throw syntax("\(name) stands in the cells of an array or a matrix", position)
    }
    let (text, place) = try rawArgument(of: name)
    guard let count = Int(text), (1...FormulaLimits.columns).contains(count) else {
      throw syntax("\(name) needs a number of columns first, as in \(name){2}{c}{x}", place)
    }
    let (columns, start) = try rawArgument(of: name, nestable: true)
    var shape = MatrixNode(form: .array, rows: [], columns: [], style: node.style)
    try readColumns(columns, start, into: &shape)
    guard shape.columns.count == 1, shape.separators.isEmpty, shape.widths.isEmpty,
      shape.inserted.isEmpty
    else { throw syntax("the column of \(name) is one of l, c, r and rules, as in {|c|}", start) }
    node.spans[[row, column]] = MatrixNode.Span(
      count: count, alignment: shape.columns[0], left: shape.verticalRules[0] ?? [],
      right: shape.verticalRules[1] ?? [])
    let content = try argument(of: name)
    let (token, end) = try peek()
    switch token {
    case .alignment, .command("\\"), .command("cr"), .command("newline"), .command("end"),
      .endGroup:
      return content
    default: throw syntax("\(name){…}{…}{…} is a whole cell; & or \\\\ must follow it", end)
    }
  }

  private mutating func readRules(into node: inout MatrixNode) throws(FormulaError) {
    while case .command(let name) = try peek().token,
      name == "hline" || name == "hdashline" || name == "cline"
    {
      let (_, position) = try next()
      guard name == "cline" else {
        node.horizontalRules[node.rows.count, default: []].append(name == "hdashline")
        continue
      }
      let (text, _) = try rawArgument(of: "\\cline")
      let ends = text.split(separator: "-", omittingEmptySubsequences: false).map {
        Int(String($0).trimmed)
      }
      guard ends.count == 2, let first = ends[0], let last = ends[1], first >= 1, first <= last,
        last <= FormulaLimits.columns
      else {
        throw syntax("\\cline needs the first and the last column, as in \\cline{2-3}", position)
      }
      let rules = node.partialRules[node.rows.count] ?? []
      guard rules.count < FormulaLimits.columns else {
        throw .limit("too many rules between two rows", at: lexer.position(position))
      }
      node.partialRules[node.rows.count] = rules + [(first - 1)...(last - 1)]
    }
  }
}

extension MatrixNode {
  var isFenced: Bool { left != nil || right != nil }
}

extension [Unicode.Scalar] {
  /// The characters with a space behind a command of letters, which letters would continue.
  fileprivate var endedAsCommand: [Unicode.Scalar] {
    let letters = reversed().prefix { $0.isASCIILetter }.count
    guard letters > 0, letters < count, self[count - letters - 1] == "\\" else { return self }
    return self + [" "]
  }

  fileprivate var trimmedAtEnd: [Unicode.Scalar] {
    var text = self
    while text.last?.isBlankInFormulas == true { text.removeLast() }
    return text
  }
}
