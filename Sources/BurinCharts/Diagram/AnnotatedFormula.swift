import BurinGeometry
import BurinMath
import BurinScene

/// A formula whose named parts are explained by notes above and below, joined by thin lines.
///
/// ```swift
/// AnnotatedFormula("\\cssId{entropy}{H(P)} = …", size: 30) {
///   FormulaNote("entropy", .top, color: .entropy) { Text("average surprise") }
/// }
/// ```
///
/// Notes of one side stand in a row in the order of their parts, so that lines never cross.
public struct AnnotatedFormula: PrimitiveContent {
  var tex: String
  var size: Double
  var notes: [FormulaNote]
  var noteWidth: Double
  var distance: Double

  /// Makes an explained formula.
  ///
  /// - Parameters:
  ///   - tex: the source; parts are named by `\cssId{name}{…}`.
  ///   - size: the em in points.
  ///   - noteWidth: the width at which notes break, in points.
  ///   - distance: the height of the lines between formula and notes, in points.
  ///   - notes: the notes.
  public init(
    _ tex: String, size: Double, noteWidth: Double = 170, distance: Double = 34,
    @FormulaNoteBuilder notes: () throws -> [FormulaNote]
  ) rethrows {
    self.tex = tex
    self.size = size
    self.noteWidth = noteWidth
    self.distance = distance
    self.notes = try notes()
  }

  /// Resolves formula and notes.
  public func block(in context: LayoutContext) throws -> any Block {
    try AnnotatedFormulaBlock(self, context)
  }
}

/// An explanation of a named part of a formula.
public struct FormulaNote: Sendable {
  /// Whether a note stands above or below the formula.
  public enum Side: Hashable, Sendable { case top, bottom }

  var part: String
  var side: Side
  var color: ThemeColor
  var content: [AnyContent]

  /// Makes a note.
  ///
  /// - Parameters:
  ///   - part: the name of the part.
  ///   - side: where the note stands.
  ///   - color: the colour of bracket and line.
  ///   - content: what the note says.
  public init(
    _ part: String, _ side: Side, color: ThemeColor = .axis,
    @FigureContentBuilder content: () throws -> [AnyContent]
  ) rethrows {
    self.part = part
    self.side = side
    self.color = color
    self.content = try content()
  }
}

/// Collects notes.
@resultBuilder
public enum FormulaNoteBuilder {
  /// One note.
  public static func buildExpression(_ note: FormulaNote) -> [FormulaNote] { [note] }
  /// Notes in any order.
  public static func buildBlock(_ parts: [FormulaNote]...) -> [FormulaNote] { parts.flatMap { $0 } }
  /// An `if` without `else`.
  public static func buildOptional(_ part: [FormulaNote]?) -> [FormulaNote] { part ?? [] }
  /// A loop.
  public static func buildArray(_ parts: [[FormulaNote]]) -> [FormulaNote] { parts.flatMap { $0 } }
}

struct AnnotatedFormulaBlock: Block {
  private struct Note {
    var block: any Block
    var size: Size
    var part: Rect
    var color: Color
    var side: FormulaNote.Side
    var name: String
  }

  private var formula: FormulaLayout
  private var notes: [Note] = []
  private var distance: Double

  private static let gap = 14.0
  private static let bracketGap = 5.0
  private static let bracketDepth = 4.0

  init(_ content: AnnotatedFormula, _ context: LayoutContext) throws {
    formula = try context.formula(
      content.tex, size: content.size, style: .display, color: try context.color(.primary))
    distance = content.distance
    for note in content.notes {
      guard let part = formula.parts[note.part] else {
        throw ChartError.unknownAnchor(note.part, known: formula.parts.keys.sorted())
      }
      let block = try VStack(spacing: 3) { note.content }.block(in: context)
      let size = try block.size(ProposedSize(width: content.noteWidth))
      notes.append(
        Note(
          block: block, size: size, part: part, color: try context.color(note.color),
          side: note.side, name: note.part))
    }
    notes.sort { ($0.part.midX, $0.name) < ($1.part.midX, $1.name) }
  }

  var horizontal: Flexibility { .flexible(1) }

  private func height(_ side: FormulaNote.Side) -> Double {
    let heights = notes.filter { $0.side == side }.map(\.size.height)
    return heights.max().map { $0 + distance } ?? 0
  }

  func size(_ proposal: ProposedSize) throws -> Size {
    let rows = [FormulaNote.Side.top, .bottom].map { side in
      let row = notes.filter { $0.side == side }
      return row.map(\.size.width).reduce(0, +) + Self.gap * Double(max(0, row.count - 1))
    }
    let needed = max(formula.width, rows.max() ?? 0)
    if let width = proposal.width, needed > width + 0.5 {
      throw ChartError.doesNotFit(what: "an annotated formula", needs: needed, available: width)
    }
    return Size(
      proposal.width ?? needed,
      height(.top) + formula.ascent + formula.descent + height(.bottom))
  }

  func draw(in rect: Rect, plotInsets: Insets?) throws -> Drawing {
    let origin = Point(
      rect.midX - formula.width / 2, rect.minY + height(.top) + formula.ascent)
    let offset = Vector(origin.x, origin.y)
    var drawing = Drawing(items: [formula.placed(at: origin)])
    drawing.anchors = formula.parts.sorted { $0.key < $1.key }.map {
      .init($0.key, $0.value.offset(by: offset))
    }
    for side in [FormulaNote.Side.top, .bottom] {
      let row = notes.filter { $0.side == side }
      let starts = LabelPlacer.spread(
        row.map { ($0.part.midX + origin.x - $0.size.width / 2, $0.size.width) }, gap: Self.gap,
        within: rect.minX...max(rect.maxX, rect.minX + 1))
      let brackets = self.brackets(row, side: side, offset: offset)
      for (index, note) in row.enumerated() {
        // Notes above stand on a common bottom line, notes below hang from a common top line.
        let y =
          side == .top
          ? rect.minY + height(.top) - distance - note.size.height
          : rect.maxY - height(.bottom) + distance
        let box = Rect(origin: Point(starts[index], y), size: note.size)
        drawing.append(try note.block.draw(in: box, plotInsets: nil))
        drawing.items.append(
          leader(note, bracket: brackets[index], part: note.part.offset(by: offset), to: box))
      }
    }
    return drawing
  }

  /// The heights of the brackets: wider parts outside of narrower ones that they cover.
  private func brackets(_ row: [Note], side: FormulaNote.Side, offset: Vector) -> [Double] {
    var heights = [Double](repeating: 0, count: row.count)
    var done: [Int] = []
    for index in row.indices.sorted(by: { row[$0].part.width < row[$1].part.width }) {
      let part = row[index].part
      var y = side == .top ? part.minY - Self.bracketGap : part.maxY + Self.bracketGap
      for other in done where row[other].part.minX < part.maxX && part.minX < row[other].part.maxX {
        let beyond = heights[other] - offset.dy
        y = side == .top ? min(y, beyond - 7) : max(y, beyond + 7)
      }
      heights[index] = y + offset.dy
      done.append(index)
    }
    return heights
  }

  private func leader(_ note: Note, bracket y: Double, part: Rect, to box: Rect) -> SceneItem {
    let up = note.side == .top ? -1.0 : 1.0
    var path = Path()
    path.move(to: Point(part.minX, y))
    path.line(to: Point(part.minX, y + up * Self.bracketDepth))
    path.line(to: Point(part.maxX, y + up * Self.bracketDepth))
    path.line(to: Point(part.maxX, y))
    let start = Point(part.midX, y + up * Self.bracketDepth)
    let end = Point(
      min(max(part.midX, box.minX + 10), box.maxX - 10),
      note.side == .top ? box.maxY + 4 : box.minY - 4)
    path.move(to: start)
    let middle = (start.y + end.y) / 2
    path.cubic(Point(start.x, middle), Point(end.x, middle), to: end)
    return .group(
      Group(
        .connector, note.name,
        items: [.stroke(path, Stroke(note.color, width: 1.4, cap: .round, join: .round))]))
  }
}
