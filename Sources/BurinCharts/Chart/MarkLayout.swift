import BurinGeometry
import BurinInk
import BurinScales
import BurinScene

/// Draws the marks of a chart at their places, in the order of the source.
struct MarkLayout {
  let model: ChartModel
  var area: PlotArea
  private let tables: [SharedTable]
  /// Whether any mark has a label, so that all marks must be kept for what labels keep off.
  private let hasLabels: Bool
  /// The axes of categories.
  private let bandChannels: [Channel]
  /// What says in words what marks show; nil where nobody asks.
  private let reading: MarkReading?

  /// Runs of more rows than this are one scene item of columns, where the mark type can.
  ///
  /// Below, each mark is a node of its own, so that checks and differences can name it.
  static let columnLimit = 256

  /// How many marks lie outside of the domain that was given for an axis.
  struct Outside: Hashable {
    var mark: String
    var count: Int
    var total: Int
    var first: Int

    var message: String {
      count == 1
        ? "\(mark.withArticle) lies outside of the plot and is cut off: value \(first)"
        : "\(count) of \(total) \(mark)s lie outside of the plot and are cut off; the first is value \(first)"
    }
  }

  /// What was drawn.
  struct Drawn {
    var items: [SceneItem] = []
    var labelled: [AnnotationLayout.LabelledMark] = []
    var points: [Rect] = []
    var anchors: [Drawing.Anchor] = []
    var outside: [Outside] = []
    /// How many marks hardly differ from the background, by the name of their type.
    var faint: [String: Int] = [:]
    /// How many of such marks have a label, which explains them, likewise.
    var faintLabelled: [String: Int] = [:]
    /// Marks that hardly differ from the background, beside marks of other kinds that may explain
    /// them, by the name of their type.
    var pale: [String: PaleMarks] = [:]
    /// How many marks do not differ from the background at all.
    var unseen = 0
    /// How many marks are too thin to be seen, by the name of their type; single ones of value 0 are not.
    var thin: [String: Int] = [:]
    /// The rectangles that are painted over each other, in their order.
    var rectangles: [(rect: Rect, mark: String, isOpaque: Bool)] = []
    /// How many marks their offsets move out of the plot, likewise.
    var moved: [String: Int] = [:]
    /// What the author should know of how marks look.
    var notes: [String] = []
    /// How far curves reach beyond the plot between values that lie in it, in points.
    var overshoot = Insets.zero
  }

  /// One mark of a table: its run, its rows, and the label rows.
  private struct Unit {
    var table: Int
    var run: Int
    var rows: MarkRows
    var stacked: [MarkTable.StackedPart]?
    var place: SourcePlace
    /// The number of the first row among all marks of the type.
    var number: Int
    /// The order before that of the source.
    var zIndex = 0.0
  }

  init(model: ChartModel, area: PlotArea, reading: MarkReading? = nil) {
    self.model = model
    tables = model.tables.map(SharedTable.init)
    self.reading = reading
    self.area = area
    bandChannels = [Channel.x, .y].filter { area.scale($0).isBand }
    hasLabels = model.tables.contains { !$0.layer.annotations.isEmpty }
    self.area.polar = model.angle.angles.map { PolarCoordinates(in: area.data, angles: $0) }
  }

  private func units() -> [Unit] {
    var units: [Unit] = []
    for (number, table) in model.tables.enumerated() {
      if let groups = table.groups {
        for group in groups {
          units.append(
            Unit(
              table: number, run: group.run, rows: group.rows, stacked: group.stacked,
              place: table.layer.runs[group.run].place,
              number: group.rows.first.map(table.layer.number) ?? 0))
        }
      } else {
        for (index, run) in table.layer.runs.enumerated() {
          units.append(
            Unit(
              table: number, run: index, rows: MarkRows(run.rows), place: run.place,
              number: table.layer.number(run.rows.lowerBound)))
        }
      }
    }
    for index in units.indices {
      let style = model.tables[units[index].table].layer.runs[units[index].run].style
      if style.hasEffects { units[index].zIndex = style.effects.zIndex }
    }
    // Only loops that draw lines need the order of their bodies; what others draw lies in that of
    // their passes.
    let loops = Set(units.lazy.filter { model.tables[$0.table].groups != nil }.map(\.place.loop))
    func key(_ unit: Unit) -> (zIndex: Double, slot: Int, order: Int, number: Int) {
      let place = unit.place
      let slot = loops.contains(place.loop) ? place.slot : 0
      return (unit.zIndex, place.loop + slot, place.order, unit.number)
    }
    return units.sorted { key($0) < key($1) }.partitioned { unit in
      let table = model.tables[unit.table]
      return table.layer.mark.isBackdrop(table.layer.runs[unit.run].style)
    }
  }

  /// Draws all marks.
  func drawn() throws -> Drawn {
    var layout = self
    for shared in tables {
      try layout.area.add(obstacles(of: shared.table.layer.mark, shared))
    }
    var drawn = Drawn()
    var counts: [String: Int] = [:]
    var outside: [String: (count: Int, first: Int)] = [:]
    var stack = MarkLayerStack()
    for unit in layout.units() {
      let layer = model.tables[unit.table].layer
      let first = drawn.items.count
      try layout.draw(layer.mark, unit, into: &drawn, &counts, &outside)
      let style = layer.runs[unit.run].style
      if style.hasEffects, !style.effects.layers.isEmpty {
        stack.take(from: first, of: &drawn.items, style.effects.layers)
      }
    }
    if !stack.isEmpty { drawn.items = try stack.items(among: drawn.items, area) }
    drawn.notes = try visibilityNotes(drawn, counts)
    drawn.outside = outside.map { name, found in
      Outside(mark: name, count: found.count, total: counts[name] ?? 0, first: found.first)
    }.sorted { $0.mark < $1.mark }
    return drawn
  }

  private func placed<M: Mark>(
    _ type: M.Type, _ table: SharedTable, _ run: Layer.Run, _ rows: MarkRows,
    _ stacked: [MarkTable.StackedPart]? = nil
  ) throws -> PlacedMark<M> {
    guard let parameters = run.parameters as? M.Parameters else {
      throw ChartError.invalid("\(M.markName) has parameters of another type")
    }
    return PlacedMark(
      table: table, run: run, rows: rows, stacked: stacked, parameters: parameters)
  }

  private func obstacles<M: Mark>(of type: M.Type, _ shared: SharedTable) throws -> Obstacles {
    var all = Obstacles()
    let table = shared.table
    // Names keep off marks that can be told apart; a cloud of points leaves no room anyway.
    guard table.groups == nil, table.layer.count <= Self.columnLimit else { return all }
    for run in table.layer.runs {
      for row in run.rows where table.isDefined[row] {
        try area.context.step()
        let mark: PlacedMark<M> = try placed(type, shared, run, MarkRows(row..<row + 1))
        all.rects += M.obstacles(mark, in: area)
        all.lines += M.strikes(mark, in: area)
      }
    }
    return all
  }

  private func draw<M: Mark>(
    _ type: M.Type, _ unit: Unit, into drawn: inout Drawn, _ counts: inout [String: Int],
    _ outside: inout [String: (count: Int, first: Int)]
  ) throws {
    let shared = tables[unit.table]
    let table = shared.table
    let run = table.layer.runs[unit.run]
    let isAnnotated = !table.layer.annotations.isEmpty
    try area.context.step()
    if table.groups != nil {
      let mark: PlacedMark<M> = try placed(type, shared, run, unit.rows, unit.stacked)
      var annotations: [Annotation] = []
      var labels: [(row: Int, annotations: [Annotation])] = []
      for row in unit.rows where isAnnotated {
        guard let own = table.layer.annotations[row] else { continue }
        for annotation in own where annotation.isOfWholeLine {
          // A label of the whole line, given with each of its points, is the last one's.
          annotations.removeAll { $0.position == annotation.position }
          annotations.append(annotation)
        }
        let atPoint = own.filter { !$0.isOfWholeLine }
        if !atPoint.isEmpty { labels.append((row, atPoint)) }
      }
      try add(
        try M.draw(mark, in: area), of: mark, annotations, into: &drawn, &counts, &outside)
      for label in labels { addLabel(label.annotations, of: mark, label.row, into: &drawn, counts) }
      return
    }
    // Labelled rows are nodes of their own; what lies between them is drawn at once.
    let annotated = isAnnotated ? unit.rows.filter { table.layer.annotations[$0] != nil } : []
    let stretches =
      annotated.isEmpty || run.style.anchor != nil || unit.rows.count <= Self.columnLimit
      ? [unit.rows] : unit.rows.split(around: annotated)
    for rows in stretches {
      if rows.count > Self.columnLimit, run.style.anchor == nil, !run.style.needsSingleMarks,
        area.styles.paints.isEmpty || run.style.color != nil,
        try drawColumns(type, shared, run, rows, into: &drawn, &counts, &outside)
      {
        continue
      }
      for row in rows {
        try area.context.step()
        guard table.isDefined[row] else {
          counts[M.markName, default: 0] += 1
          continue
        }
        let mark: PlacedMark<M> = try placed(type, shared, run, MarkRows(row..<row + 1))
        try add(
          try M.draw(mark, in: area), of: mark, table.layer.annotations[row] ?? [], into: &drawn,
          &counts, &outside)
      }
    }
  }

  /// Draws rows as one item of columns.
  ///
  /// - Returns: whether the mark type can.
  private func drawColumns<M: Mark>(
    _ type: M.Type, _ shared: SharedTable, _ run: Layer.Run, _ all: MarkRows,
    into drawn: inout Drawn, _ counts: inout [String: Int],
    _ outside: inout [String: (count: Int, first: Int)]
  ) throws -> Bool {
    let isDefined = shared.table.isDefined
    let isWhole = all.allSatisfy { isDefined[$0] }
    let rows = isWhole ? all : MarkRows(all.filter { isDefined[$0] })
    let mark: PlacedMark<M> = try placed(type, shared, run, rows)
    guard let drawing = try M.drawColumns(mark, in: area) else { return false }
    try addColumns(
      drawing, of: mark, count: all.count, firstRow: all.first ?? 0, into: &drawn, &counts,
      &outside)
    return true
  }

  /// Adds a mark's items, cut at the plot, and its labels.
  private func add<M: Mark>(
    _ drawing: MarkDrawing, of mark: PlacedMark<M>, _ annotations: [Annotation],
    into drawn: inout Drawn, _ counts: inout [String: Int],
    _ outside: inout [String: (count: Int, first: Int)]
  ) throws {
    let number = counts[M.markName, default: 0]
    counts[M.markName] = number + 1
    // Put together without interpolation, which takes three times as long.
    let name = mark.style.name ?? M.markName + " " + String(number + 1)
    let place = drawing.place ?? drawing.anchor
    let isWithin = place.map { area.rect.contains($0, tolerance: 0.5) } ?? true
    let isSeen = place.map { area.rect.inset(by: -0.5).intersects($0) } ?? true
    // A bar at its place within the plot may be thicker than all the room beside it.
    let margin = area.context.theme.margin
    let reachesOut =
      M.showsLength && drawing.anchor.map { !area.rect.contains($0, tolerance: margin) } ?? false
    let isMissing = drawing.items.isEmpty && !hasValues(mark)
    if isMissing {
      area.context.note(
        Diagnostic(
          "\(M.markName.withArticle) is left out: its values are not finite: value \(number)"))
    } else if !isWithin && (M.edge != .clipped || !isSeen) || lacksPlace(mark, drawing)
      || reachesOut
    {
      let found = outside[M.markName] ?? (0, number)
      outside[M.markName] = (found.count + 1, found.first)
    }
    guard isSeen, isWithin || M.edge != .whole else { return }
    var drawing = drawing
    try paint(&drawing, mark)
    let isCut = !isWithin || reachesOut
    let movesEnds = mark.style.hasEffects && mark.style.effects.ends != nil && isWithin
    let clip: Rect? =
      switch M.edge {
      case .clipped where movesEnds: nil
      case .clipped: area.rect.inset(by: -(mark.style.lineWidth ?? 2.2) / 2)
      case .cut where isCut:
        M.modifiers.contains(.lineWidth)
          ? area.rect.inset(by: -(mark.style.lineWidth ?? 1.4) / 2) : area.rect
      case .cut, .whole: nil
      }
    if let bounds = curveBounds(drawing, mark) {
      drawn.overshoot = drawn.overshoot.union(
        Insets(
          top: area.rect.minY - bounds.minY, leading: area.rect.minX - bounds.minX,
          bottom: bounds.maxY - area.rect.maxY, trailing: bounds.maxX - area.rect.maxX))
    }
    if isCut, M.edge == .cut { drawing.anchor = drawing.anchor?.intersection(area.rect) }
    if !isWithin, M.showsLength, let clip {
      // The checks of the scene tell of a length that is cut.
      drawing.items = [.group(.length(clip: .rect(clip), items: drawing.items))]
    }
    let effects = mark.style.hasEffects ? mark.style.effects : nil
    if let shape = effects?.clipShape, let box = drawing.box {
      drawing.items = [
        .group(SceneGroup(.mark, clip: shape.path(in: box), items: drawing.items))
      ]
    }
    if let offset = effects?.offset, offset != .zero { drawing.move(by: offset) }
    if let ends = effects?.ends { drawing.moveEnds(by: ends, of: mark, in: area) }
    if leavesPlot(drawing, mark) { drawn.moved[M.markName, default: 0] += 1 }
    let first = drawn.items.count
    if !drawing.overlay.isEmpty {
      // One group's opacity, so that symbols and line do not add up where they overlap.
      let line = SceneItem.group(
        SceneGroup(.mark, clip: clip.map(Path.rect), items: drawing.items))
      let opacity = area.opacity(mark)
      drawn.items.append(
        .group(
          SceneGroup(
            .mark, name, opacity: max(0, opacity), dataLabel: reading?.label(of: mark, in: area),
            items: [line] + drawing.overlay)))
    } else if !drawing.items.isEmpty {
      // A text that is the mark speaks for itself.
      let label = drawing.items.hasText ? nil : reading?.label(of: mark, in: area)
      drawn.items.append(
        .group(
          SceneGroup(
            .mark, name, clip: clip.map(Path.rect), dataLabel: label, items: drawing.items)))
    }
    try finish(&drawn.items, from: first, mark)
    try judge(drawing, of: mark, number, annotations, into: &drawn, counts)
    // What has no finite value is reported as such.
    let isUndefined =
      mark.run.hasPositions
      && !mark.rows.contains { row in
        [Channel.x, .y].filter { mark.has($0) }.allSatisfy { channel in
          let values = mark.table[channel]
          return values.start[row].isFinite && values.end[row].isFinite
        }
      }
    let isBlank =
      drawing.items.isEmpty && drawing.overlay.isEmpty && annotations.isEmpty && !isMissing
      && !isUndefined
    if isBlank || drawing.isThin(in: area.rect), !isZero(mark) {
      drawn.thin[M.markName, default: 0] += 1
    }
    addRectangle(drawing, mark, to: &drawn)
    if M.isPoint { drawn.points += drawing.solids }
    if hasLabels {
      drawn.labelled.append(
        AnnotationLayout.LabelledMark(
          name: name, anchorName: mark.style.anchor, drawing: drawing, annotations: annotations,
          color: try labelColor(mark), clip: clip, isPoint: M.isPoint))
    }
    if let anchor = mark.style.anchor, let rect = drawing.anchor {
      drawn.anchors.append(.init(anchor, rect))
    }
  }

  /// The bounds of a curve that may reach beyond its values, without the width of its line.
  private func curveBounds<M: Mark>(_ drawing: MarkDrawing, _ mark: PlacedMark<M>) -> Rect? {
    guard M.edge == .clipped, M.modifiers.contains(.interpolation),
      mark.style.interpolation?.overshoots == true
    else { return nil }
    let paths = drawing.items.compactMap { item in
      if case .path(let path) = item { path.path.bounds } else { Rect?.none }
    }
    return Rect.union(of: paths)
  }

  /// Whether a mark has a value that is a number or a category.
  private func hasValues<M: Mark>(_ mark: PlacedMark<M>) -> Bool {
    // Rows that are not finite are reported together.
    guard !mark.run.hasPositions, let x = area.x.continuous else { return true }
    let range = M.functionDomain(mark.parameters) ?? x.domain
    let span = range.upperBound - range.lowerBound
    let places = (0...100).map { range.lowerBound + span * Double($0) / 100 }
    let values = M.functionValues(mark.parameters, over: places)
    return values.isEmpty || values.contains(where: \.isFinite)
  }

  /// Whether a value of a mark has no place on its axis, such as a category that is not listed, or
  /// a function has none within the plot.
  private func lacksPlace<M: Mark>(_ mark: PlacedMark<M>, _ drawing: MarkDrawing) -> Bool {
    if !mark.run.hasPositions { return drawing.items.isEmpty }
    for channel in bandChannels where mark.has(channel) {
      let values = mark.table[channel]
      for row in mark.rows {
        for value in [values.start[row], values.end[row]]
        where value.isFinite && area.scale(channel).position(value) == nil { return true }
      }
    }
    return false
  }

  /// Adds the items of many marks at once, cut at the plot.
  private func addColumns<M: Mark>(
    _ drawing: MarkDrawing, of mark: PlacedMark<M>, count: Int, firstRow: Int,
    into drawn: inout Drawn,
    _ counts: inout [String: Int], _ outside: inout [String: (count: Int, first: Int)]
  ) throws {
    let number = counts[M.markName, default: 0]
    counts[M.markName] = number + count
    let places = drawing.places ?? ColumnPlaces()
    var drawing = drawing
    if let first = places.firstOutside {
      let found = outside[M.markName] ?? (0, number + first - firstRow)
      outside[M.markName] = (found.count + places.outside, found.first)
    }
    guard !drawing.items.isEmpty else { return }
    let name = mark.style.name ?? "\(M.markName)s \(number + 1)–\(number + count)"
    let effects = mark.style.hasEffects ? mark.style.effects : nil
    if let offset = effects?.offset, offset != .zero { drawing.move(by: offset) }
    if leavesPlot(drawing, mark) { drawn.moved[M.markName, default: 0] += count }
    let firstItem = drawn.items.count
    var items = drawing.items
    let clip = places.isCut ? area.rect.inset(by: -places.clipReach) : nil
    if let clip, M.showsLength { items = [.group(.length(clip: .rect(clip), items: items))] }
    drawn.items.append(
      .group(
        SceneGroup(
          .mark, name, clip: clip.map(Path.rect), dataLabel: reading?.label(of: mark, in: area),
          items: items)))
    try finish(&drawn.items, from: firstItem, mark)
    drawn.thin[M.markName, default: 0] += drawing.thinCount(in: area.rect)
    if M.isPoint { drawn.points += drawing.solids }
    if hasLabels {
      drawn.labelled.append(
        AnnotationLayout.LabelledMark(
          name: name, drawing: drawing, annotations: [], clip: clip, isPoint: M.isPoint))
    }
  }

  /// Adds the labels of one row of a joined mark.
  private func addLabel<M: Mark>(
    _ annotations: [Annotation], of mark: PlacedMark<M>, _ row: Int, into drawn: inout Drawn,
    _ counts: [String: Int]
  ) {
    guard let point = area.point(of: mark, row), area.rect.inset(by: -0.5).contains(point) else {
      return
    }
    let diameter = area.symbolDiameter(mark)
    drawn.labelled.append(
      AnnotationLayout.LabelledMark(
        name: mark.style.name ?? "\(M.markName) \(counts[M.markName] ?? 1)",
        drawing: MarkDrawing(anchor: Rect(center: point, size: Size(diameter, diameter))),
        annotations: annotations, isPoint: true))
  }

  /// The colour in which a mark is named: its own, or its value's.
  private func labelColor<M: Mark>(_ mark: PlacedMark<M>) throws -> Color? {
    if let own = mark.style.color { return own }
    guard case .keys(let scale, let colors) = area.styles.color,
      let index = scale.index(mark.field(.color))
    else { return nil }
    return ColorScale.color(index, colors)
  }
}

extension Array {
  /// The elements of which a condition is true, then the others, each in their order.
  fileprivate func partitioned(_ isFirst: (Element) -> Bool) -> [Element] {
    filter(isFirst) + filter { !isFirst($0) }
  }
}

/// What names of other marks keep off.
private struct Obstacles {
  var rects: [Rect] = []
  var lines: [[Point]] = []
}

extension PlotArea {
  fileprivate mutating func add(_ more: Obstacles) {
    obstacles += more.rects
    strikes += more.lines
  }
}
