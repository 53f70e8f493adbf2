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
      case .openCases, .aligned, .gathered:
        // \openup\jot, 3 pt, on lines of 12 pt that are at least 1 pt apart
        (baselineSkip, lineSkip, lineSkipLimit) = (1.5, 0.4, 0.3)
        if form != .openCases { columnGap = 0 }
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
    let cellSetting = setting.with(node.style, cramped: false)
    var rows: [[Box]] = []
    for row in node.rows {
      var boxes: [Box] = []
      for cell in row { boxes.append(try list(cell, cellSetting)) }
      rows.append(boxes)
    }
    return try matrix(node, rows, setting, at: atom.position)
  }

  @inline(never)
  private func matrix(
    _ node: MatrixNode, _ rows: [[Box]], _ setting: Setting, at position: Int
  ) throws(FormulaError) -> Box {
    let measures = Measures(
      node.form, constants: constants, size: size, script: em(setting.with(.script, cramped: false))
    )
    let count = rows.map(\.count).max() ?? 0
    var widths = [Double](repeating: 0, count: count)
    for row in rows {
      for (column, box) in row.enumerated() { widths[column] = max(widths[column], box.width) }
    }
    var lefts: [Double] = []
    var x = measures.margin
    for column in widths.indices {
      if column > 0 { x += gap(before: column, node, measures) }
      lefts.append(x)
      x += widths[column]
    }
    var box = Box(width: count == 0 ? 0 : x + measures.margin)

    var y = 0.0
    var previousDescent: Double?
    for (index, row) in rows.enumerated() {
      let ascent = max(row.map(\.ascent).max() ?? 0, measures.strut.ascent)
      var descent = max(row.map(\.descent).max() ?? 0, measures.strut.descent)
      if node.horizontalRules.contains(index) { y += addRule(to: &box, at: y, setting) }
      let baseline = y + (previousDescent.map { measures.advance($0, ascent) - $0 } ?? ascent)
      for (column, cell) in row.enumerated() where !cell.elements.isEmpty {
        let room = widths[column] - cell.width
        let inset: Double =
          switch node.alignment(of: column) {
          case .left: 0
          case .center: room / 2
          case .right: room
          }
        box.elements.append(.box(cell, Vector(lefts[column] + inset, baseline)))
      }
      // LaTeX's array treats `\\[…]` as depth of the strut, amsmath as space between the rows.
      let extra = node.extraGaps[index].map { points($0, setting) } ?? 0
      let isArray = node.form == .array || node.form == .matrix || node.form == .cases
      if isArray, extra > 0 { descent = max(descent, measures.strut.descent + extra) }
      y = baseline + descent
      if !isArray || extra < 0 { y += extra }
      previousDescent = descent
    }
    if node.horizontalRules.contains(rows.count) { y += addRule(to: &box, at: y, setting) }
    // Vertical rules run from the first row to the last, between horizontal ones around them.
    let top = node.horizontalRules.contains(0) ? ruleThickness : 0
    let bottom = node.horizontalRules.contains(rows.count) ? y - ruleThickness : y
    for column in node.verticalRules.sorted() {
      let x =
        column == 0
        ? 0
        : column < lefts.count ? lefts[column] - measures.columnGap / 2 : box.width
      addVerticalRule(to: &box, at: x, from: top, to: bottom, setting)
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

  private func gap(before column: Int, _ node: MatrixNode, _ measures: Measures) -> Double {
    guard node.form == .aligned else { return measures.columnGap }
    // eqnarray's \arraycolsep lies on both sides of its middle column.
    if node.columns.count == 3 { return size }
    return column % 2 == 0 ? measures.pairGap : measures.columnGap
  }

  /// The thickness of an array's rules: LaTeX's `\arrayrulewidth`, 0.4 pt at 10 pt.
  private var ruleThickness: Double { 0.04 * size }

  /// Draws a rule as wide as the box and returns its thickness, which rows leave space for.
  private func addRule(to box: inout Box, at y: Double, _ setting: Setting) -> Double {
    let rule = Rect(x: 0, y: y, width: box.width, height: ruleThickness)
    box.elements.append(.path(PathItem(.rect(rule), fill: .color(setting.color))))
    return ruleThickness
  }

  /// Draws a rule over all rows, centred between the columns, without taking space.
  private func addVerticalRule(
    to box: inout Box, at x: Double, from top: Double, to bottom: Double, _ setting: Setting
  ) {
    let rule = Rect(
      x: x - ruleThickness / 2, y: top, width: ruleThickness, height: bottom - top)
    box.elements.append(.path(PathItem(.rect(rule), fill: .color(setting.color))))
  }
}

extension MatrixNode {
  /// Returns the alignment of a column; the last one repeats, in alignments the last two.
  fileprivate func alignment(of column: Int) -> Alignment {
    if column < columns.count { return columns[column] }
    if form == .aligned, columns.count == 2 { return columns[column % 2] }
    return columns.last ?? .center
  }
}
