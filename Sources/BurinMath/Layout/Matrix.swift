import BurinGeometry
import BurinScene

extension MathLayout {
  /// The distances of a matrix's form, in points (LaTeX: array; amsmath; mathtools).
  private struct Measures {
    /// The minimum ascent and descent of a row: LaTeX's `\strut`, 0.7 and 0.3 of a line of 12 pt.
    var strut = (ascent: 0.84, descent: 0.36)
    /// The distance of baselines if rows leave enough space for it (`\baselineskip`).
    var baselineSkip = 0.0
    /// The space between rows that are too close for it (`\lineskip`).
    var lineSkip = 0.0
    /// The space below which rows count as too close (`\lineskiplimit`).
    var lineSkipLimit = 0.0
    var columnGap = 1.0
    /// The space between a pair of aligned columns and the next.
    var pairGap = 1.0
    /// The space before the first column and after the last.
    var margin = 0.0

    /// - Parameters:
    ///   - size: the em of the text size.
    ///   - script: the em of script style.
    init(_ form: MatrixNode.Form, constants: MathConstants, size: Double, script: Double) {
      switch form {
      case .array:
        // \arraycolsep, 5 pt, on both sides of every column
        margin = 0.5
      case .matrix: break
      case .cases:
        // \arraystretch 1.2, the columns \quad apart
        strut = (0.84 * 1.2, 0.36 * 1.2)
      case .openCases, .aligned, .gathered, .multline, .displayed:
        // \openup\jot, 3 pt, on lines of 12 pt that are at least 1 pt apart
        (baselineSkip, lineSkip, lineSkipLimit) = (1.5, 0.4, 0.3)
        if form != .openCases { columnGap = 0 }
      case .diagram:
        // amscd: rows an arrow apart
        strut = (0.84, 0.36)
        (columnGap, lineSkip) = (0.3, 0.3)
      case .small:
        // \baselineskip 6 \ex@, \lineskip 1.5 \ex@, with \, on both sides
        strut = (0, 0)
        (baselineSkip, lineSkip, lineSkipLimit) = (0.6, 0.15, 0.15)
        (columnGap, margin) = (5.0 / 18, 3.0 / 18)
      case .lines:
        // amsmath's subarray: the shifts and the gap of a stack in script style
        strut = (0, 0)
        let scale = script / size
        baselineSkip = (constants.stackTopShiftUp + constants.stackBottomShiftDown) * scale
        (lineSkip, lineSkipLimit) = (constants.stackGapMin * scale, constants.stackGapMin * scale)
        columnGap = 0
      }
      strut = (strut.ascent * size, strut.descent * size)
      baselineSkip *= size
      lineSkip *= size
      lineSkipLimit *= size
      columnGap *= size
      pairGap *= size
      margin *= size
    }

    /// Returns the distance of two baselines (TeXbook, page 78).
    func advance(_ descent: Double, _ ascent: Double) -> Double {
      let gap = baselineSkip - descent - ascent
      return descent + ascent + (gap < lineSkipLimit ? lineSkip : gap)
    }
  }

  /// Rows of cells: matrices, cases, alignments, arrays.
  func matrix(_ atom: Atom, _ setting: Setting) throws(FormulaError) -> Box {
    guard case .matrix(let node) = atom.nucleus else { return Box() }
    let cellSetting =
      node.form == .displayed ? setting : setting.with(node.style, cramped: false)
    var rows: [[Box]] = []
    for row in node.rows {
      var boxes: [Box] = []
      for cell in row { boxes.append(try list(cell, cellSetting)) }
      rows.append(boxes)
    }
    var separators: [Int: Box] = [:]
    for (column, separator) in node.separators {
      separators[column] = try list(separator.nodes, cellSetting)
    }
    var tags: [Int: Box] = [:]
    for (row, tag) in node.tags { tags[row] = try list(tag, setting.with(.text, cramped: false)) }
    return try matrix(node, rows, separators, tags, setting, at: atom.position)
  }

  @inline(never)
  private func matrix(
    _ node: MatrixNode, _ rows: [[Box]], _ separators: [Int: Box], _ tags: [Int: Box],
    _ setting: Setting, at position: Int
  ) throws(FormulaError) -> Box {
    var measures = Measures(
      node.form, constants: constants, size: size, script: em(setting.with(.script, cramped: false))
    )
    measures.strut.ascent *= node.stretch
    measures.strut.descent *= node.stretch
    // Columns that are declared exist, rules and separators too, without a cell in them.
    var count = rows.map(\.count).max() ?? 0
    if node.form == .array, !rows.isEmpty, !separators.isEmpty || !node.widths.isEmpty {
      count = max(count, node.columns.count)
    }
    var widths = [Double](repeating: 0, count: count)
    for (column, width) in node.widths where column < count {
      widths[column] = points(width, setting)
    }
    for (index, row) in rows.enumerated() {
      for (column, box) in row.enumerated() where node.spans[[index, column]]?.count ?? 1 == 1 {
        widths[column] = max(widths[column], box.width)
      }
    }
    widen(&widths, for: node, rows, separators, measures)
    if node.form == .multline, rows.count > 1, let widest = widths.first {
      // The first line begins before all others, and the last ends behind them.
      widths[0] = widest + 2 * size
    }
    var lefts: [Double] = []
    var separatorPlaces: [(column: Int, x: Double, box: Box)] = []
    // Where the space before each column begins, and before the end.
    var borders: [(start: Double, end: Double)] = []
    var x = 0.0
    for column in 0...count {
      let isEdge = column == 0 || column == count
      let gap = count == 0 ? 0 : isEdge ? measures.margin : self.gap(before: column, node, measures)
      let start = x
      if let separator = separators[column] {
        // `@{…}` takes the place of the space, half of which belongs to each column.
        let kept = node.separators[column]?.keepsSpace == true ? gap : 0
        x += column == 0 ? 0 : column == count ? kept : kept / 2
        separatorPlaces.append((column, x, separator))
        x += separator.width
        x += column == 0 ? kept : column == count ? 0 : kept / 2
      } else {
        x += gap
      }
      // Rules beside one another are two points apart.
      let doubled = (node.verticalRules[column]?.count ?? 0) - 1
      if doubled > 0 { x += Double(doubled) * 0.2 * size }
      borders.append((start, x))
      if column < count {
        lefts.append(x)
        x += widths[column]
      }
    }
    var box = Box(width: x)

    var baselines: [Double] = []
    var y = 0.0
    var previousDescent: Double?
    // Where each row begins, and where the last one ends.
    var edges: [Double] = []
    for (index, row) in rows.enumerated() {
      let ascent = max(row.map(\.ascent).max() ?? 0, measures.strut.ascent)
      var descent = max(row.map(\.descent).max() ?? 0, measures.strut.descent)
      edges.append(y)
      y += addRules(node.horizontalRules[index] ?? [], to: &box, at: y, setting)
      addPartialRules(node.partialRules[index] ?? [], to: &box, at: y, borders, setting)
      let baseline = y + (previousDescent.map { measures.advance($0, ascent) - $0 } ?? ascent)
      for (column, cell) in row.enumerated() where !cell.elements.isEmpty {
        let span = node.spans[[index, column]]
        let last = min(column + (span?.count ?? 1), widths.count) - 1
        let room = lefts[last] + widths[last] - lefts[column] - cell.width
        let inset: Double =
          switch span?.alignment ?? node.alignment(ofRow: index, of: rows.count, column: column) {
          case .left: 0
          case .center: room / 2
          case .right: room
          }
        box.elements.append(.box(cell, Vector(lefts[column] + inset, baseline)))
      }
      for (column, place, separator) in separatorPlaces
      where !separator.elements.isEmpty && !node.isSpanned(row: index, border: column) {
        box.elements.append(.box(separator, Vector(place, baseline)))
      }
      baselines.append(baseline)
      // LaTeX's array treats `\\[…]` as depth of the strut, amsmath as space between the rows.
      let extra = node.extraGaps[index].map { points($0, setting) } ?? 0
      let isArray = node.form == .array || node.form == .matrix || node.form == .cases
      if isArray, extra > 0 { descent = max(descent, measures.strut.descent + extra) }
      y = baseline + descent
      if !isArray || extra < 0 { y += extra }
      previousDescent = descent
    }
    edges.append(y)
    y += addRules(node.horizontalRules[rows.count] ?? [], to: &box, at: y, setting)
    addPartialRules(node.partialRules[rows.count] ?? [], to: &box, at: y, borders, setting)
    // Vertical rules run from the first row to the last, between horizontal ones around them.
    let top = node.horizontalRules[0] == nil ? 0 : ruleThickness
    let bottom = node.horizontalRules[rows.count] == nil ? y : y - ruleThickness
    for (column, rules) in node.verticalRules.sorted(by: { $0.key < $1.key }) {
      let middle = Self.middle(of: column, borders)
      let spread = Double(rules.count - 1) * 0.2 * size
      // At the edges, the outermost rule lies on the edge.
      let first = column == 0 ? 0 : column >= count ? box.width - spread : middle - spread / 2
      for (index, isDashed) in rules.enumerated() {
        for part in node.rows(crossing: column) {
          addVerticalRule(
            to: &box, at: first + Double(index) * 0.2 * size,
            from: part.lowerBound == 0 ? top : edges[part.lowerBound],
            to: part.upperBound == rows.count ? bottom : edges[part.upperBound],
            isDashed: isDashed, setting)
        }
      }
    }
    for (place, span) in node.spans.sorted(by: { ($0.key[0], $0.key[1]) < ($1.key[0], $1.key[1]) })
    {
      for (column, rules) in [(place[1], span.left), (place[1] + span.count, span.right)] {
        let spread = Double(max(0, rules.count - 1)) * 0.2 * size
        let middle = Self.middle(of: column, borders)
        let first = column == 0 ? 0 : column >= count ? box.width - spread : middle - spread / 2
        for (index, isDashed) in rules.enumerated() {
          addVerticalRule(
            to: &box, at: first + Double(index) * 0.2 * size,
            from: place[0] == 0 ? top : edges[place[0]],
            to: place[0] + 1 == rows.count ? bottom : edges[place[0] + 1], isDashed: isDashed,
            setting)
        }
      }
    }
    if !tags.isEmpty {
      let room = tags.values.map(\.width).max() ?? 0
      let start = box.width + 2 * size
      for (row, tag) in tags.sorted(by: { $0.key < $1.key }) where row < baselines.count {
        box.elements.append(.box(tag, Vector(start + room - tag.width, baselines[row])))
      }
      box.width = start + room
    }
    box.descent = y
    // \vcenter: the middle lies on the axis.
    let centered = self.centered(box, on: axis(setting))
    guard node.isFenced else { return centered }
    return try fenced(
      [centered],
      [
        Delimiter(scalar: node.left, position: position),
        Delimiter(scalar: node.right, position: position),
      ], height: fenceHeight(centered, setting), setting)
  }

  /// The place of a rule between columns.
  private static func middle(of column: Int, _ borders: [(start: Double, end: Double)]) -> Double {
    if column == 0 { return 0 }
    guard column < borders.count - 1 else { return borders.last?.end ?? 0 }
    return (borders[column].start + borders[column].end) / 2
  }

  /// Widens the last columns of cells that span some, where they are wider than what they span.
  private func widen(
    _ widths: inout [Double], for node: MatrixNode, _ rows: [[Box]], _ separators: [Int: Box],
    _ measures: Measures
  ) {
    for (place, span) in node.spans.sorted(by: { ($0.key[1], $0.key[0]) < ($1.key[1], $1.key[0]) })
    where span.count > 1 {
      let (row, first) = (place[0], place[1])
      let last = min(first + span.count, widths.count) - 1
      guard row < rows.count, first < rows[row].count, first <= last else { continue }
      var width = widths[first]
      for column in first..<last {
        let gap = self.gap(before: column + 1, node, measures)
        let separator = separators[column + 1]
        let keepsSpace = separator == nil || node.separators[column + 1]?.keepsSpace == true
        width += (keepsSpace ? gap : 0) + (separator?.width ?? 0) + widths[column + 1]
      }
      widths[last] += max(0, rows[row][first].width - width)
    }
  }

  /// Draws rules across some columns, for which rows leave no space.
  private func addPartialRules(
    _ rules: [ClosedRange<Int>], to box: inout Box, at y: Double,
    _ borders: [(start: Double, end: Double)], _ setting: Setting
  ) {
    for rule in rules {
      let start = Self.middle(of: min(rule.lowerBound, borders.count - 1), borders)
      let end = Self.middle(of: min(rule.upperBound + 1, borders.count - 1), borders)
      guard end > start else { continue }
      let rect = Rect(x: start, y: y, width: end - start, height: ruleThickness)
      box.elements.append(.path(PathItem(.rect(rect), fill: .color(setting.color))))
    }
  }

  private func gap(before column: Int, _ node: MatrixNode, _ measures: Measures) -> Double {
    guard node.form == .aligned else { return measures.columnGap }
    // eqnarray's \arraycolsep lies on both sides of its middle column.
    if node.columns.count == 3 { return size }
    let pairGap = node.pairGap.map { points($0, Setting(style: .text, color: .black)) }
    return column % 2 == 0 ? pairGap ?? measures.pairGap : measures.columnGap
  }

  /// The thickness of an array's rules: LaTeX's `\arrayrulewidth`, 0.4 pt at 10 pt.
  private var ruleThickness: Double { 0.04 * size }

  /// Draws rules as wide as the box and returns their extent, which rows leave space for.
  private func addRules(
    _ rules: [Bool], to box: inout Box, at y: Double, _ setting: Setting
  ) -> Double {
    var height = 0.0
    for (index, isDashed) in rules.enumerated() {
      // Two rules are two points apart.
      if index > 0 { height += 0.2 * size }
      let top = y + height
      if isDashed {
        let middle = top + ruleThickness / 2
        addDashes(.segment(Point(0, middle), Point(box.width, middle)), to: &box, setting)
      } else {
        let rule = Rect(x: 0, y: top, width: box.width, height: ruleThickness)
        box.elements.append(.path(PathItem(.rect(rule), fill: .color(setting.color))))
      }
      height += ruleThickness
    }
    return height
  }

  /// arydshln: dashes and gaps of 4 pt at 10 pt.
  private func addDashes(_ line: Path, to box: inout Box, _ setting: Setting) {
    box.elements.append(
      .path(
        PathItem(
          line,
          stroke: Stroke(setting.color, width: ruleThickness, dash: [0.4 * size, 0.4 * size]))))
  }

  /// Draws a rule over all rows, centred between the columns, without taking space.
  private func addVerticalRule(
    to box: inout Box, at x: Double, from top: Double, to bottom: Double, isDashed: Bool,
    _ setting: Setting
  ) {
    guard !isDashed else {
      return addDashes(.segment(Point(x, top), Point(x, bottom)), to: &box, setting)
    }
    let rule = Rect(
      x: x - ruleThickness / 2, y: top, width: ruleThickness, height: bottom - top)
    box.elements.append(.path(PathItem(.rect(rule), fill: .color(setting.color))))
  }
}

extension MatrixNode {
  /// Whether a cell of a row reaches across a border between columns, or ends at it with rules of its
  /// own.
  fileprivate func isSpanned(row: Int, border: Int) -> Bool {
    if border == 0 { return spans[[row, 0]] != nil }
    return span(row: row, column: border - 1) != nil
  }

  /// Returns the stretches of rows in which a rule between columns stands.
  fileprivate func rows(crossing border: Int) -> [Range<Int>] {
    guard !spans.isEmpty else { return [0..<rows.count] }
    var parts: [Range<Int>] = []
    for row in rows.indices where !isSpanned(row: row, border: border) {
      if let last = parts.last, last.upperBound == row {
        parts[parts.count - 1] = last.lowerBound..<row + 1
      } else {
        parts.append(row..<row + 1)
      }
    }
    return parts
  }

  /// Returns the alignment of a cell.
  fileprivate func alignment(ofRow row: Int, of rows: Int, column: Int) -> Alignment {
    if form == .multline, cellAlignments[[row, column]] == nil {
      return row == 0 ? .left : row == rows - 1 ? .right : .center
    }
    return cellAlignments[[row, column]] ?? alignment(of: column)
  }

  /// Returns the alignment of a column; the last one repeats, in alignments the last two.
  fileprivate func alignment(of column: Int) -> Alignment {
    if column < columns.count { return columns[column] }
    if form == .aligned, columns.count == 2 { return columns[column % 2] }
    return columns.last ?? .center
  }
}
