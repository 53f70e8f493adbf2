import BurinGeometry
import BurinScene

extension MathLayout {
  /// The distances of a matrix's form, in ems of the text size (LaTeX: array; amsmath).
  private struct Measures {
    /// The least ascent and descent of a row.
    var strut: (Double, Double) = (0.84, 0.36)
    /// The space between rows beyond their struts.
    var rowGap = 0.0
    /// The least distance between the ink of neighbouring rows.
    var lineSkip = 0.0
    var columnGap = 1.0
    /// The space between a pair of aligned columns and the next.
    var pairGap = 1.0

    init(_ form: MatrixNode.Form) {
      switch form {
      case .array: break
      case .cases:
        // \arraystretch 1.2
        strut = (0.84 * 1.2, 0.36 * 1.2)
      case .aligned, .gathered:
        // \openup\jot, 3 pt at 10 pt, and \lineskip
        (rowGap, lineSkip, columnGap) = (0.3, 0.4, 0)
      case .small:
        (strut, rowGap, lineSkip, columnGap) = ((0.42, 0.18), 0.05, 0.15, 5.0 / 18)
      case .lines:
        (strut, lineSkip, columnGap) = ((0.5, 0.2), 0.1, 0)
      }
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
    let measures = Measures(node.form)
    let count = rows.map(\.count).max() ?? 0
    var widths = [Double](repeating: 0, count: count)
    for row in rows {
      for (column, box) in row.enumerated() { widths[column] = max(widths[column], box.width) }
    }
    var lefts: [Double] = []
    var x = 0.0
    for column in widths.indices {
      if column > 0 { x += gap(before: column, node, measures) * size }
      lefts.append(x)
      x += widths[column]
    }
    let width = x

    var box = Box(width: width)
    var y = 0.0
    var boundaries: [Double] = []
    var previousDescent = 0.0
    for (index, row) in rows.enumerated() {
      let ink = (row.map(\.ascent).max() ?? 0, row.map(\.descent).max() ?? 0)
      let ascent = max(ink.0, measures.strut.0 * size)
      let descent = max(ink.1, measures.strut.1 * size)
      if index > 0 {
        // Beyond their struts rows keep \lineskip between what they show.
        let tight = previousDescent > measures.strut.1 * size || ink.0 > measures.strut.0 * size
        let extra = node.extraGaps[index - 1].map { points($0, setting) } ?? 0
        y += (tight ? max(measures.rowGap, measures.lineSkip) : measures.rowGap) * size
        boundaries.append(y)
        y += extra
      } else {
        boundaries.append(y)
      }
      let baseline = y + ascent
      for (column, cell) in row.enumerated() {
        let room = widths[column] - cell.width
        let inset: Double =
          switch node.alignment(of: column) {
          case .left: 0
          case .center: room / 2
          case .right: room
          }
        if !cell.elements.isEmpty {
          box.elements.append(.box(cell, Vector(lefts[column] + inset, baseline)))
        }
      }
      y = baseline + descent
      previousDescent = ink.1
    }
    boundaries.append(y)
    addRules(to: &box, node, measures, lefts: lefts, boundaries: boundaries, setting)
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
    if node.columns.count == 3 { return 1.0 }
    return column % 2 == 0 ? measures.pairGap : measures.columnGap
  }

  private func addRules(
    to box: inout Box, _ node: MatrixNode, _ measures: Measures, lefts: [Double],
    boundaries: [Double], _ setting: Setting
  ) {
    let thickness = constants.fractionRuleThickness * size
    let margin = measures.columnGap * size / 2
    let outer = node.verticalRules.isEmpty && node.horizontalRules.isEmpty ? 0 : margin
    guard outer > 0, let height = boundaries.last else { return }
    func add(_ rect: Rect) {
      box.elements.append(.path(PathItem(.rect(rect), fill: .color(setting.color))))
    }
    let inner = box.width
    // Rules stand half a column gap away from the cells, at the edges too.
    box.elements = box.elements.map { element in
      if case .box(let cell, let offset) = element {
        return .box(cell, offset + Vector(outer, 0))
      }
      return element
    }
    box.width = inner + 2 * outer
    for column in node.verticalRules.sorted() {
      let x = column < lefts.count ? lefts[column] : inner + margin * 2
      add(
        Rect(
          minX: x - thickness / 2, minY: 0, maxX: x + thickness / 2, maxY: height))
    }
    for row in node.horizontalRules.sorted() where row < boundaries.count {
      let y = boundaries[row]
      add(Rect(minX: 0, minY: y - thickness / 2, maxX: box.width, maxY: y + thickness / 2))
    }
  }
}

extension MatrixNode {
  /// The alignment of a column; the last repeats, in alignments the last two.
  fileprivate func alignment(of column: Int) -> Alignment {
    if column < columns.count { return columns[column] }
    if form == .aligned, columns.count == 2 { return columns[column % 2] }
    return columns.last ?? .center
  }
}
