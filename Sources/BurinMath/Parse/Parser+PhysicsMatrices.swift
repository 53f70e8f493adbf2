extension Parser {
  /// Reads a matrix of physics: `\mqty(a & b \\ c & d)`, `\pmqty{…}`, `\smqty[…]`, `\mdet{…}`.
  mutating func matrixQuantity(
    _ primitive: Command.Primitive, _ position: Int
  ) throws(FormulaError) -> Node {
    let name = "\\" + primitive.rawValue
    let isSmall = primitive.rawValue.hasPrefix("s")
    let isStarred = star()
    let delimiters: (Unicode.Scalar, Unicode.Scalar)? =
      switch primitive {
      case .pmqty, .spmqty: ("(", ")")
      case .flattenedPmqty, .smallFlattenedPmqty: ("⟮", "⟯")
      case .bmqty, .sbmqty: ("[", "]")
      case .vmqty, .svmqty, .mdet, .smdet: ("|", "|")
      default: nil
      }
    var node = MatrixNode(
      form: isSmall ? .small : .matrix, rows: [], columns: [.center],
      style: isSmall ? .script : .text, left: delimiters?.0, right: delimiters?.1)
    let (token, opened) = try peek()
    let pairs: [Unicode.Scalar: Unicode.Scalar] = ["(": ")", "[": "]", "|": "|"]
    if token == .beginGroup {
      _ = try next()
      try readRows(into: &node, stops: [.cell, .endGroup])
      try expectEndGroup(opened: opened)
    } else if delimiters == nil, case .character(let left) = token, let right = pairs[left] {
      _ = try next()
      let text = try balancedText(left, right, name, position)
      (node.left, node.right) = isStarred && left == "(" ? ("⟮", "⟯") : (left, right)
      try readRows(of: text, into: &node, in: name, position)
    } else {
      let forms =
        delimiters == nil ? "\(name){…}, \(name)(…), \(name)[…] or \(name)|…|" : "\(name){…}"
      throw syntax("\(name) is missing its rows, as in \(forms)", position)
    }
    return .atom(Atom(node.isFenced ? .inner : .ord, .matrix(node), at: position))
  }

  /// Reads rows that were written between delimiters.
  private mutating func readRows(
    of text: String, into node: inout MatrixNode, in name: String, _ position: Int
  ) throws(FormulaError) {
    var inner = self
    inner.lexer = Lexer(text)
    do throws(FormulaError) {
      try inner.readRows(into: &node)
      guard try inner.next().token == .end else {
        throw syntax("\\end without \\begin", position)
      }
    } catch {
      throw syntax("in \(name): \(error.reason)", position)
    }
    (parts, notes, expansions) = (inner.parts, inner.notes, inner.expansions)
  }

  /// Writes the cells of `\imat{3}`, `\xmat*{a}{2}{3}`, `\zmat{2}{2}`, `\dmat{1,2,3}`, `\admat{1,2}` or
  /// `\pmat{x}` in place of the command.
  mutating func matrixCells(
    _ primitive: Command.Primitive, _ position: Int
  ) throws(FormulaError) {
    let name = "\\" + primitive.rawValue
    let isStarred = star()
    func number() throws(FormulaError) -> Int {
      let (text, place) = try rawArgument(of: name)
      guard let count = Int(text), (1...FormulaLimits.columns).contains(count) else {
        throw syntax(
          "\(name) needs a number of rows or columns, 1 to \(FormulaLimits.columns)", place)
      }
      return count
    }
    var rows: [[String]]
    switch primitive {
    case .imat:
      let count = try number()
      rows = (0..<count).map { row in (0..<count).map { $0 == row ? "1" : "0" } }
    case .xmat, .zmat:
      let entry = primitive == .zmat ? "0" : try rawArgument(of: name, nestable: true).text
      let (height, width) = (try number(), try number())
      rows = (1...height).map { row in
        (1...width).map { column in
          guard isStarred else { return entry }
          return "{\(entry)}_{\(height > 1 ? "\(row)" : "")\(width > 1 ? "\(column)" : "")}"
        }
      }
    case .pmat:
      let (text, place) = try rawArgument(of: name)
      let known: [String: [[String]]] = [
        "0": [["1", "0"], ["0", "1"]], "1": [["0", "1"], ["1", "0"]],
        "2": [["0", "-i"], ["i", "0"]], "3": [["1", "0"], ["0", "-1"]],
      ]
      let names = ["x": "1", "y": "2", "z": "3"]
      guard let matrix = known[names[text] ?? text] else {
        throw syntax("\(name) is one of 0, 1, 2, 3, x, y and z", place)
      }
      rows = matrix
    default:
      let fill = try rawOption()?.text ?? ""
      let blocks = Self.split(try rawArgument(of: name, nestable: true).text, at: ",").map {
        block in
        Self.split(block, at: "\\\\").map { Self.split($0, at: "&") }
      }
      rows = Self.diagonal(blocks, fill: fill, rises: primitive == .admat)
    }
    let text = rows.map { $0.joined(separator: " & ") }.joined(separator: " \\\\ ")
    expansions += 1
    guard rows.count * (rows.first?.count ?? 0) <= FormulaLimits.cells,
      expansions <= FormulaLimits.expansions,
      lexer.scalars.count + text.unicodeScalars.count <= FormulaLimits.sourceLength
    else {
      throw .limit(
        "\(name) makes more than \(FormulaLimits.cells) cells or \(FormulaLimits.sourceLength) characters",
        at: lexer.position(position))
    }
    lexer.insert(Array(text.unicodeScalars))
  }

  /// Returns the cells of blocks along a diagonal.
  private static func diagonal(
    _ blocks: [[[String]]], fill: String, rises: Bool
  ) -> [[String]] {
    let widths = blocks.map { $0.map(\.count).max() ?? 0 }
    let whole = min(widths.reduce(0, +), FormulaLimits.cells)
    var rows: [[String]] = []
    var before = 0
    for (block, width) in zip(blocks, widths) {
      let left = rises ? whole - before - width : before
      for row in block {
        let cells = row + Array(repeating: fill, count: width - row.count)
        rows.append(
          Array(repeating: fill, count: max(0, left)) + cells
            + Array(repeating: fill, count: max(0, whole - max(0, left) - width)))
        // More is refused.
        guard rows.count * whole <= FormulaLimits.cells * 2 else { return rows }
      }
      before += width
    }
    return rows
  }

  /// Splits a text at a mark outside of braces.
  private static func split(_ text: String, at mark: String) -> [String] {
    var parts = [""]
    var depth = 0
    var rest = Substring(text)
    while let character = rest.first {
      if depth == 0, rest.hasPrefix(mark) {
        parts.append("")
        rest = rest.dropFirst(mark.count)
        continue
      }
      if character == "\\" {
        parts[parts.count - 1] += rest.prefix(2)
        rest = rest.dropFirst(2)
        continue
      }
      if character == "{" { depth += 1 }
      if character == "}" { depth -= 1 }
      parts[parts.count - 1].append(character)
      rest = rest.dropFirst()
    }
    return parts.map(\.trimmed)
  }
}
