import BurinGeometry
import BurinMath
import BurinScene

struct AnnotatedFormulaBlock: Block {
  private struct Note {
    var block: MeasuredBlock
    var size: Size
    var firstBaseline: Double
    var part: Rect
    var color: RGBColor
    var side: FormulaNote.Side
    var name: String
  }

  private var formula: FormulaLayout
  private var rows: [FormulaNote.Side: [Note]] = [:]
  private var column: [Note] = []
  private var distance: Double
  private var corner: MeasuredBlock?

  private static let gap = 14.0
  private static let columnGap = 38.0
  private static let bracketGap = 5.0
  private static let bracketDepth = 4.5
  /// The distance of nested brackets.
  private static let bracketStep = 9.0
  /// The radius of the bends of lines.
  private static let bend = 4.0
  private static let cap = 0.36
  /// The minimum distance of a line's end from a note's sides, so that most lines are
  /// vertical.
  private static let inset = 4.0

  init(_ content: AnnotatedFormula, _ context: LayoutContext) throws {
    formula = try context.formula(
      content.tex, size: content.size, style: .display, color: try context.color(.primary))
    distance = content.distance
    if !content.corner.isEmpty {
      corner = try VStack { content.corner }.measured(in: context)
    }
    var notes: [Note] = []
    for note in content.notes {
      guard let part = formula.parts[note.part] else {
        throw ChartError.unknownAnchor(note.part, known: formula.parts.keys.sorted())
      }
      let block = try VStack(spacing: 3) { note.content }.measured(in: context)
      let size = try block.size(ProposedSize(width: content.noteWidth))
      notes.append(
        Note(
          block: block, size: size, firstBaseline: try block.firstBaseline(in: size) ?? size.height,
          part: part, color: try context.color(note.color), side: note.side, name: note.part))
    }
    for side in [FormulaNote.Side.top, .bottom] {
      rows[side] = notes.filter { $0.side == side }.sorted {
        ($0.part.midX, $0.name) < ($1.part.midX, $1.name)
      }
    }
    // Beside the formula: horizontal lines by height, then brackets from the narrowest outwards.
    column =
      notes.filter { $0.side == .trailing }.sorted {
        ($0.part.midY, $0.name) < ($1.part.midY, $1.name)
      }
      + notes.filter { $0.side == .under }.sorted {
        ($0.part.width, $0.name) < ($1.part.width, $1.name)
      }
  }

  var horizontal: Flexibility { .flexible(1) }

  private func row(_ side: FormulaNote.Side) -> [Note] { rows[side] ?? [] }

  /// Returns the height of a row whose notes share their first baseline.
  private func noteHeight(_ row: [Note]) -> Double {
    let descent = row.map { $0.size.height - $0.firstBaseline }.max() ?? 0
    return ascent(of: row) + descent
  }

  private func ascent(of row: [Note]) -> Double { row.map(\.firstBaseline).max() ?? 0 }

  private func height(_ side: FormulaNote.Side) -> Double {
    row(side).isEmpty ? 0 : noteHeight(row(side)) + distance
  }

  private var columnWidth: Double {
    column.map(\.size.width).max().map { $0 + Self.columnGap } ?? 0
  }

  /// The column's notes below the formula, whose brackets nest.
  private var under: [Note] { column.filter { $0.side == .under } }

  /// The tops of the column's notes, relative to the formula's baseline.
  private var columnTops: [Double] {
    let brackets = self.brackets(under, side: .under, offset: .zero)
    // The first note is below all brackets, so that lines run down to it and not up.
    let lowest = brackets.max().map { $0 + Self.bracketDepth + 12 } ?? 0
    var tops: [Double] = []
    var next = -Double.infinity
    for note in column {
      let level = note.side == .trailing ? note.part.midY : lowest
      let top = max(level - lineCenter(of: note), next)
      tops.append(top)
      next = top + note.size.height + 12
    }
    return tops
  }

  /// Returns where a line meets a note: the middle of the capitals of its first line.
  private func lineCenter(of note: Note) -> Double { note.firstBaseline - 13 * Self.cap }

  /// The extent of formula and notes below the formula's baseline.
  private var notesBelow: Double { max(formula.descent + height(.bottom), columnBottom) }

  private var columnBottom: Double {
    zip(columnTops, column).map { $0 + $1.size.height }.max() ?? 0
  }

  /// Returns the left edge of the formula within a width.
  private func left(in width: Double) -> Double { (width - formula.width - columnWidth) / 2 }

  /// Returns the corner's rectangle within a width, relative to the left end of the baseline.
  private func cornerRect(in width: Double) throws -> Rect? {
    guard let corner else { return nil }
    let right = left(in: width) + formula.width - Self.gap
    let size = try corner.size(ProposedSize(width: right))
    let nested = brackets(under, side: .under, offset: .zero).max().map { $0 + Self.bracketDepth }
    let notes = max(formula.descent + height(.bottom), nested ?? 0)
    let top = max(notes + Self.gap, columnBottom - size.height)
    return Rect(x: 0, y: top, width: right, height: size.height)
  }

  private var above: Double {
    max(formula.ascent + height(.top), -(columnTops.first ?? 0))
  }

  func size(_ proposal: ProposedSize) throws -> Size {
    let widths = [FormulaNote.Side.top, .bottom].map { side in
      row(side).map(\.size.width).reduce(0, +) + Self.gap * Double(max(0, row(side).count - 1))
    }
    let needed = max(formula.width + columnWidth, widths.max() ?? 0)
    if let width = proposal.width, needed > width + 0.5 {
      throw ChartError.doesNotFit(what: "an annotated formula", needs: needed, available: width)
    }
    let width = proposal.width ?? needed
    let corner = try cornerRect(in: width)?.maxY ?? 0
    return Size(width, above + max(notesBelow, corner))
  }

  /// Returns the baseline of the formula, whatever is above it.
  func firstBaseline(in size: Size) -> Double? { above }

  func draw(in rect: Rect, plotInsets: Insets?) throws -> Drawing {
    let origin = Point(rect.minX + left(in: rect.width), rect.minY + above)
    let offset = Vector(origin.x, origin.y)
    var drawing = Drawing(items: [formula.placed(at: origin)])
    drawing.anchors = formula.parts.sorted { $0.key < $1.key }.map {
      .init($0.key, $0.value.offset(by: offset))
    }
    for side in [FormulaNote.Side.top, .bottom] {
      drawing.append(try drawRow(side, in: rect, origin: origin))
    }
    drawing.append(try drawColumn(origin: origin))
    if let corner, let place = try cornerRect(in: rect.width) {
      drawing.append(
        try corner.draw(in: place.offset(by: Vector(rect.minX, origin.y)), plotInsets: nil))
    }
    return drawing
  }

  private func drawRow(
    _ side: FormulaNote.Side, in rect: Rect, origin: Point
  ) throws -> Drawing {
    var drawing = Drawing()
    let row = self.row(side)
    let offset = Vector(origin.x, origin.y)
    // Notes below avoid a column beside the formula.
    let outermost = column.filter { $0.side == .under }.map { origin.x + $0.part.minX - Self.gap }
    let right = (side == .bottom ? outermost.min() : nil) ?? rect.maxX
    let starts = Intervals.spread(
      row.map { ($0.part.midX + origin.x - $0.size.width / 2, $0.size.width) }, gap: Self.gap,
      within: rect.minX...max(right, rect.minX + 1))
    let brackets = self.brackets(row, side: side, offset: offset)
    for (index, note) in row.enumerated() {
      // First lines share one baseline.
      let top =
        side == .top
        ? origin.y - formula.ascent - distance - noteHeight(row)
        : origin.y + formula.descent + distance
      let y = top + ascent(of: row) - note.firstBaseline
      let box = Rect(origin: Point(starts[index], y), size: note.size)
      drawing.append(try note.block.draw(in: box, plotInsets: nil))
      drawing.items.append(
        leader(note, bracket: brackets[index], part: note.part.offset(by: offset), to: box))
    }
    return drawing
  }

  private func drawColumn(origin: Point) throws -> Drawing {
    var drawing = Drawing()
    let x = origin.x + formula.width + Self.columnGap
    let offset = Vector(origin.x, origin.y)
    let brackets = self.brackets(under, side: .under, offset: offset)
    var nested = 0
    for (note, top) in zip(column, columnTops) {
      let box = Rect(origin: Point(x, origin.y + top), size: note.size)
      drawing.append(try note.block.draw(in: box, plotInsets: nil))
      let part = note.part.offset(by: offset)
      let y = box.minY + lineCenter(of: note)
      let end = Point(x - 7, y)
      if note.side == .trailing {
        drawing.items.append(connector(line(from: Point(part.maxX + 5, part.midY), to: end), note))
      } else {
        // Lines leave their brackets to the right and turn down in sequence, the outermost
        // bracket's first, so that none crosses another.
        let right = under.map(\.part.maxX).max().map { $0 + origin.x } ?? part.maxX
        let room = (end.x - right) / Double(under.count + 1)
        let turn = end.x - room * Double(nested + 1)
        drawing.items.append(
          connector(
            bracket(under: part, at: brackets[nested], turningAt: turn, to: end), note))
        nested += 1
      }
    }
    return drawing
  }

  /// Returns a line to a point at the right, bent if the point is higher or lower.
  private func line(from start: Point, to end: Point) -> Path {
    var path = Path()
    path.move(to: start)
    if abs(end.y - start.y) > 0.5 {
      let middle = (start.x + end.x) / 2
      path.cubic(Point(middle, start.y), Point(middle, end.y), to: end)
    } else {
      path.line(to: end)
    }
    return path
  }

  /// Returns a bracket below a part, whose line continues to the right and down to its note.
  private func bracket(
    under part: Rect, at y: Double, turningAt turn: Double, to end: Point
  ) -> Path {
    let bottom = y + Self.bracketDepth
    let bend = min(Self.bend, max(0, (end.y - bottom) / 2))
    var path = Path()
    path.move(to: Point(part.minX, y))
    path.line(to: Point(part.minX, bottom))
    path.line(to: Point(turn - bend, bottom))
    path.quadratic(
      from: Point(turn - bend, bottom), Point(turn, bottom), to: Point(turn, bottom + bend))
    path.line(to: Point(turn, end.y - bend))
    path.quadratic(
      from: Point(turn, end.y - bend), Point(turn, end.y), to: Point(turn + bend, end.y))
    path.line(to: end)
    path.move(to: Point(part.maxX, y))
    path.line(to: Point(part.maxX, bottom))
    return path
  }

  private func connector(_ path: Path, _ note: Note) -> SceneItem {
    .group(
      SceneGroup(
        .connector, note.name,
        items: [.stroke(path, Stroke(note.color, width: 1.4, cap: .round, join: .round))]))
  }

  /// Returns the heights of the brackets: wider parts outside the narrower ones that they cover.
  private func brackets(_ row: [Note], side: FormulaNote.Side, offset: Vector) -> [Double] {
    var heights = [Double](repeating: 0, count: row.count)
    var done: [Int] = []
    for index in row.indices.sorted(by: { row[$0].part.width < row[$1].part.width }) {
      let part = row[index].part
      var y = side == .top ? part.minY - Self.bracketGap : part.maxY + Self.bracketGap
      for other in done where row[other].part.minX < part.maxX && part.minX < row[other].part.maxX {
        let beyond = heights[other] - offset.dy
        y = side == .top ? min(y, beyond - Self.bracketStep) : max(y, beyond + Self.bracketStep)
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
      min(max(part.midX, box.minX + Self.inset), box.maxX - Self.inset),
      note.side == .top ? box.maxY + 4 : box.minY - 4)
    path.move(to: start)
    let middle = (start.y + end.y) / 2
    path.cubic(Point(start.x, middle), Point(end.x, middle), to: end)
    return connector(path, note)
  }
}
