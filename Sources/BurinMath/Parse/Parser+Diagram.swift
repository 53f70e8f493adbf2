extension Parser {
  /// Reads the rows of amscd's diagrams: `A @>a>b> B \\\\ @VcVdV @AAA \\\\ C @= D`.
  mutating func readDiagram(into node: inout MatrixNode) throws(FormulaError) {
    var cells = 0
    while true {
      var row: [[Node]] = []
      /// Whether the row holds arrows between two rows of expressions.
      var isVertical = false
      row.append(try list([.cell, .at]))
      while case .character("@") = try peek().token {
        let position = try next().position
        let (arrow, vertical) = try diagramArrow(position)
        cells += 2
        guard cells <= FormulaLimits.cells, row.count + 2 <= FormulaLimits.columns else {
          throw .limit(
            "more than \(FormulaLimits.cells) cells or \(FormulaLimits.columns) columns",
            at: lexer.position(lexer.here))
        }
        if row.count == 1, row[0].isEmpty, vertical != false { isVertical = true }
        if isVertical {
          // The arrows stand in the columns of the expressions.
          if cells == 2 || row.count > 1 || !(row.last?.isEmpty ?? true) { row.append([]) }
          if row.count == 1 { row[0] = arrow } else { row.append(arrow) }
          _ = try list([.cell, .at])
        } else {
          row.append(arrow)
          row.append(try list([.cell, .at]))
        }
      }
      if isVertical, row.first?.isEmpty == true, row.count > 2 { row.removeFirst(2) }
      if row.count > 1 || row.first?.isEmpty == false { node.rows.append(row) }
      switch try peek().token {
      case .command("\\"), .command("cr"): _ = try next()
      default: return
      }
    }
  }

  /// Reads an arrow behind its `@`; whether it is vertical is nil for an empty one.
  private mutating func diagramArrow(
    _ position: Int
  ) throws(FormulaError) -> (nodes: [Node], isVertical: Bool?) {
    guard lexer.index < lexer.scalars.count else { throw syntax("@ without an arrow", position) }
    lexer.skipBlanks()
    guard lexer.index < lexer.scalars.count else { throw syntax("@ without an arrow", position) }
    let kind = lexer.scalars[lexer.index]
    lexer.index += 1
    switch kind {
    case ".": return ([], nil)
    case "=":
      let line = Nucleus.extensibleArrow("=", above: Self.arrowRoom, below: nil)
      return ([.atom(Atom(.ord, line, at: position))], false)
    case "|": return ([.atom(Atom(.ord, .bigDelimiter("‖", height: 1.8), at: position))], true)
    case ">", "<", ")", "(":
      let (above, below) = (try label(to: kind, position), try label(to: kind, position))
      let arrow = Nucleus.extensibleArrow(
        kind == ">" || kind == ")" ? "→" : "←", above: Self.arrowRoom + above + Self.arrowRoom,
        below: below.isEmpty ? nil : below)
      return ([.atom(Atom(.ord, arrow, at: position))], false)
    case "V", "A":
      let (left, right) = (try label(to: kind, position), try label(to: kind, position))
      func side(_ nodes: [Node], _ shift: Double) -> Node {
        .atom(
          Atom(
            .ord,
            .phantom(
              [.atom(Atom(.ord, .list([.style(.script)] + nodes), at: position))],
              Phantom(width: false, ascent: false, descent: false, visible: true, shift: shift)),
            at: position))
      }
      let arrow = Node.atom(
        Atom(.ord, .bigDelimiter(kind == "V" ? "↓" : "↑", height: 1.8), at: position))
      return ([side(left, -1), arrow, side(right, 0)], true)
    default:
      throw syntax("@\(kind) is no arrow; write @>>>, @<<<, @VVV, @AAA, @=, @| or @.", position)
    }
  }

  private static let arrowRoom: [Node] = [.space(.em(0.7))]

  /// Reads a label up to the sign of its arrow.
  private mutating func label(
    to mark: Unicode.Scalar, _ position: Int
  ) throws(FormulaError) -> [Node] {
    var text: [Unicode.Scalar] = []
    var depth = 0
    while lexer.index < lexer.scalars.count {
      let scalar = lexer.scalars[lexer.index]
      lexer.index += 1
      if scalar == mark, depth == 0 {
        guard !text.isEmpty else { return [] }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: text)
        return try parsed(String(view), "in a label of a diagram", position)
      }
      if scalar == "{" { depth += 1 }
      if scalar == "}" { depth -= 1 }
      text.append(scalar)
    }
    throw syntax("an arrow is missing its \(mark)", position)
  }

  /// Reads a text by itself, with the macros and limits of the formula.
  mutating func parsed(
    _ text: String, _ place: String, _ position: Int
  ) throws(FormulaError) -> [Node] {
    var inner = self
    inner.lexer = Lexer(text)
    do throws(FormulaError) {
      let nodes = try inner.list([])
      (parts, notes, expansions) = (inner.parts, inner.notes, inner.expansions)
      return nodes
    } catch {
      throw syntax("\(place): \(error.reason)", position)
    }
  }
}
