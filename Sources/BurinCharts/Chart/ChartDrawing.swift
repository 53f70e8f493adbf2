import BurinGeometry
import BurinInk
import BurinScales
import BurinScene

/// Draws a chart into its frame: guides, marks, annotations.
struct ChartDrawing {
  var block: ChartBlock
  var solver: ChartSolver
  var frame: Rect
  var plot: Rect
  /// The plot with what lies around it.
  var outerPlot: Rect

  private let reading: ChartReading
  private let marks: MarkReading
  /// The height that the plot gave to more rows of labels below it, in points.
  private var deepened = 0.0
  /// How often the plot was narrowed for labels of axes.
  private var narrowings = 0

  init(block: ChartBlock, solver: ChartSolver, frame: Rect, plot: Rect, outerPlot: Rect) {
    self.block = block
    self.solver = solver
    self.frame = frame
    self.plot = plot
    self.outerPlot = outerPlot
    reading = ChartReading(block)
    marks = MarkReading(
      block.model,
      titles: block.configuration.spokenTitles(
        language: block.context.language, theme: block.context.theme), block.context)
  }

  private var context: LayoutContext { block.context }
  private var configuration: ChartConfiguration { block.configuration }

  /// The room that a row of labels takes above a low plot, in points.
  private static let lowRoom = 30.0
  /// The least height of marks below a row of labels, in points.
  private static let leastMarks = 6.0

  func drawing() throws -> Drawing {
    // Annotations beside marks at the edge need room within the plot: draw, look, draw again.
    // Marks within the plot give way by a part of the room only, so that it takes a few rounds.
    let limit = 0.45
    /// The most room above or below the marks: low plots give most of their height to labels.
    func height(_ wanted: Double, other: Double) -> Double {
      let low = other < 0.5 ? min(Self.lowRoom, plot.height - Self.leastMarks) : 0
      return min(wanted, max(plot.height * limit, low))
    }
    let isShown = !configuration.x.hidden
    let lines = (
      top: isShown && configuration.x.marks(on: .top) != nil,
      bottom: isShown && configuration.x.marks(on: .bottom) != nil
    )
    var room = Insets.zero
    var content = try contents(room: room)
    var known: [AxisGuide]?
    for _ in 0..<4 {
      if !content.points.isEmpty { known = try allGuides(room) }
      let needed = content.annotations.overflow(beyond: plot, frame: frame, lines: lines)
        .union(pointsOnLabels(content, known ?? [])).union(overshoot(content))
      if max(needed.top, needed.leading, needed.bottom, needed.trailing) < 0.5 { break }
      room = Insets(
        top: height(room.top + needed.top, other: room.bottom + needed.bottom),
        leading: min(room.leading + needed.leading, plot.width * limit),
        bottom: height(room.bottom + needed.bottom, other: room.top + needed.top),
        trailing: min(room.trailing + needed.trailing, plot.width * limit))
      content = try contents(room: room)
      known = nil
    }
    let axisGuides = try known ?? allGuides(room)
    // Where annotations take room at the sides, or plots in line with others are narrower, the labels
    // of x lie closer, and may need more rows than have their place below the plot.
    if room.leading > 0 || room.trailing > 0 || solver.guides == nil {
      let deeper = try depth(axisGuides) - solver.insets.bottom - deepened
      if deeper > 0.5, plot.height - deeper > Self.lowRoom {
        return try inset(by: Insets(bottom: deeper)).drawing()
      }
    }
    // Other ticks may have wider labels.
    if room != .zero || solver.guides == nil, narrowings < 2 {
      let beyond = sidewaysOverflow(axisGuides)
      if max(beyond.leading, beyond.trailing) > 1,
        plot.width - beyond.leading - beyond.trailing > ChartBlock.leastPlot
      {
        return try inset(by: beyond).drawing()
      }
    }
    for outside in content.outside { context.note(Diagnostic(outside.message)) }
    for note in content.notes { context.note(Diagnostic(note)) }
    let proxy = proxy(content)
    var items: [SceneItem] = []
    for layer in configuration.layers where layer.isBehind {
      items += try layer.items(proxy, in: frame, context)
    }
    items += try solver.header.items(
      at: frame.origin, lead: leadingKeys(), spare: spareTop(axisGuides))
    if let background = configuration.plotBackground {
      items.append(
        .group(
          SceneGroup(
            .decoration, "plot background",
            items: [.fill(.roundedRect(plot, radius: 4), try context.color(background))])))
    }
    let guides = try guides(content, axisGuides)
    let marks = SceneItem.group(SceneGroup(.plot, items: content.marks))
    if let style = configuration.plotStyle {
      let part = try ChartSlotStyle(style, items: guides.below + [marks], context)
      items += try part.drawing(in: outerPlot).items
    } else {
      items += guides.below
      items.append(marks)
    }
    items += guides.above
    items += try SecondaryGuides(block: block, solver: solver, plot: plot, room: room).items()
    let keys = try keys()
    noteCovering(keys, items)
    items += keys
    var anchors = content.anchors
    for inset in configuration.insets {
      let drawing = try inset.drawing(in: plot, context)
      items += drawing.items
      anchors += drawing.anchors
    }
    let annotations = try content.annotations.place(
      guides: guides.below + guides.above + keys)
    try requireCanvas(annotations)
    items += annotations
    for layer in configuration.layers where !layer.isBehind {
      items += try layer.items(proxy, in: frame, context)
    }
    let title = configuration.title?.plain ?? ""
    let hasMarks = block.model.tables.contains { !$0.layer.runs.isEmpty }
    if hasMarks, !content.marks.hasInk, !annotations.hasInk {
      let name = title.isEmpty ? "a chart" : "the chart “\(title)”"
      context.note(
        Diagnostic(
          "\(name) shows no mark: all are transparent or lie outside of its axes"))
    }
    let summary = reading.summary
    context.note(SpokenChart(reading, summary: summary))
    return Drawing(
      items: [.group(SceneGroup(.chart, title, dataLabel: summary, items: items))],
      anchors: anchors)
  }

  /// How far the labels below the plot reach down, with what stands below them, in points.
  private func depth(_ guides: [AxisGuide]) throws -> Double {
    let labels = guides.filter { $0.side == .bottom }.map(\.reach).max() ?? 0
    return labels + (solver.xTitleRoom(.bottom) ?? 0) + (try block.lowerKeys(in: frame.size).height)
  }

  /// The height from which room between a title and its axis is seen, in points.
  private static let seenSpare = 8.0

  /// What plots in line with others have above them and do not need, in points.
  private func spareTop(_ guides: [AxisGuide]) throws -> Double {
    guard solver.guides == nil else { return 0 }
    let vertical = AxisGuides(guides.filter { !$0.isHorizontal })
    let needed = try solver.top(
      overhang: vertical.overhang(top: plot.minY, bottom: plot.maxY).top,
      labelsOfX: guides.filter { $0.side == .top }.map(\.reach).max() ?? 0, width: plot.width)
    let spare = outerPlot.minY - frame.minY - needed
    return spare > Self.seenSpare ? spare : 0
  }

  /// How far labels of axes reach out of the chart at its sides, in points.
  private func sidewaysOverflow(_ guides: [AxisGuide]) -> Insets {
    var beyond = Insets.zero
    for guide in guides {
      for (index, entry) in guide.entries.enumerated() {
        guard let label = entry.label,
          let ink = guide.placed(label, index: index, beside: plot).inkBounds
        else { continue }
        beyond.leading = max(beyond.leading, frame.minX - ink.minX)
        beyond.trailing = max(beyond.trailing, ink.maxX - frame.maxX)
      }
    }
    return beyond
  }

  /// Returns the drawing with a smaller plot.
  private func inset(by insets: Insets) -> ChartDrawing {
    var drawing = ChartDrawing(
      block: block, solver: solver, frame: frame, plot: plot.inset(by: insets),
      outerPlot: outerPlot.inset(by: insets))
    drawing.deepened = deepened + insets.bottom
    drawing.narrowings = narrowings + (insets.horizontal > 0 ? 1 : 0)
    return drawing
  }

  /// The width of the keys at the left of the plot, in points.
  private func leadingKeys() throws -> Double {
    guard configuration.legend.place == .leading else { return 0 }
    let legend = legendRoom(try block.sideLegend(height: plot.height)).leading
    let bar = block.colorBarSide == .leading ? try block.colorBar(height: plot.height) : nil
    return legend + (bar?.width ?? 0)
  }

  /// The room of a legend beside the plot, in points.
  private func legendRoom(_ legend: Legend?) -> Insets {
    let width = legend.map { $0.size.width + configuration.legend.gap } ?? 0
    return configuration.legend.place == .leading
      ? Insets(leading: width) : Insets(trailing: width)
  }

  /// Returns the legends and the colour bar beside, below and in the plot.
  private func keys() throws -> [SceneItem] {
    var items: [SceneItem] = []
    let side = try block.sideLegend(height: plot.height)
    if let legend = side {
      let x =
        configuration.legend.place == .leading ? frame.minX : frame.maxX - legend.size.width
      let free = plot.height - legend.size.height
      let share = configuration.legend.alignment?.vertical.share ?? 0
      items += try legend.items(at: Point(x, plot.minY + max(0, free) * share))
    }
    items += try block.lowerKeys(in: frame.size).items(in: frame, configuration.legend, context)
    if let inner = try block.innerLegend(in: plot) {
      // Keys over marks are read on the page.
      let ground = Path.roundedRect(inner.rect.inset(by: -4), radius: 4)
      let color = try context.color(configuration.plotBackground ?? .canvas)
      items.append(
        .group(
          SceneGroup(.decoration, "legend ground", items: [.fill(ground, color.opacity(0.85))])))
      items += try inner.legend.items(at: inner.rect.origin)
    }
    if let bar = try block.colorBar(height: plot.height) {
      let room = frame.inset(by: legendRoom(side))
      items.append(try bar.item(beside: plot, in: room, at: block.colorBarSide, context))
    }
    return items
  }

  /// Notes a legend that a negative distance lays over the chart.
  private func noteCovering(_ keys: [SceneItem], _ others: [SceneItem]) {
    guard configuration.legend.place != .overlay, let spacing = configuration.legend.spacing,
      spacing < 0, let legend = keys.inkBounds
    else { return }
    var isCovering = false
    others.visitInk { ink in
      if !ink.isIn(.grid), ink.shown?.intersects(legend) == true { isCovering = true }
    }
    guard isCovering else { return }
    context.note(
      Diagnostic("the legend lies over the chart, because its spacing is negative"))
  }

  /// Makes sure that no label ends beyond the canvas, where nobody could read it.
  ///
  /// - Throws: ``ChartError/doesNotFit(what:needs:available:isHeight:)``.
  private func requireCanvas(_ annotations: [SceneItem]) throws {
    let canvas = frame.inset(by: -context.theme.margin)
    let texts = annotations.filter { item in
      if case .group(let group) = item { group.role == .annotation } else { false }
    }
    let cut = texts.compactMap(\.inkBounds).filter { !canvas.contains($0, tolerance: 0.5) }
    guard !cut.isEmpty, let whole = Rect.union(of: cut)?.union(frame) else { return }
    let isHeight = whole.height - frame.height >= whole.width - frame.width
    throw ChartError.doesNotFit(
      what: "\(block.summary) with its \(texts.count) labels",
      needs: isHeight ? whole.height : whole.width,
      available: isHeight ? frame.height : frame.width, isHeight: isHeight)
  }

  /// What views over the chart may know of it.
  private func proxy(_ content: Contents) -> ChartProxy {
    let model = block.model
    return ChartProxy(
      plot: plot, x: model.x.isEmpty ? nil : content.xScale,
      y: model.y.isEmpty ? nil : content.yScale, angles: model.angle.angles, styles: model.styles,
      theme: context.theme)
  }

  /// Marks at their places for one choice of room within the plot.
  private struct Contents {
    var room: Insets
    var xScale: AxisScale
    var yScale: AxisScale
    var marks: [SceneItem]
    var points: [Rect]
    var annotations: AnnotationLayout
    var anchors: [Drawing.Anchor]
    var outside: [MarkLayout.Outside]
    var overshoot: Insets
    var notes: [String]
    /// The middle of what x spans, without the room that annotations take beside it.
    var midX: Double
  }

  /// How far curves reach beyond axes whose ends the author left open.
  private func overshoot(_ content: Contents) -> Insets {
    var reach = content.overshoot
    if configuration.x.domain != nil { (reach.leading, reach.trailing) = (0, 0) }
    if configuration.y.domain != nil { (reach.top, reach.bottom) = (0, 0) }
    return reach
  }

  /// How far points at the plot's edges must come in so as not to lie on the labels of an axis.
  private func pointsOnLabels(_ content: Contents, _ guides: [AxisGuide]) -> Insets {
    var room = Insets.zero
    guard !content.points.isEmpty else { return room }
    for guide in guides where !guide.isInset {
      for (index, entry) in guide.entries.enumerated() {
        guard let label = entry.label,
          let ink = guide.placed(label, index: index, beside: plot).inkBounds
        else { continue }
        // What comes too near moves well off.
        let box = ink.inset(by: -4.5)
        for point in content.points where point.intersects(ink.inset(by: -2)) {
          switch guide.side {
          case .bottom: room.bottom = max(room.bottom, point.maxY - box.minY)
          case .top: room.top = max(room.top, box.maxY - point.minY)
          case .leading: room.leading = max(room.leading, box.maxX - point.minX)
          case .trailing: room.trailing = max(room.trailing, point.maxX - box.minX)
          }
        }
      }
    }
    return room
  }

  /// The guides of both axes over what is left of the plot, those of y first.
  private func allGuides(_ room: Insets) throws -> [AxisGuide] {
    let own = solver.guides ?? []
    func moved(_ isHorizontal: Bool, by distance: Double) -> [AxisGuide] {
      own.filter { $0.isHorizontal == isHorizontal }.map { $0.moved(by: distance) }
    }
    let y =
      room.top == 0 && room.bottom == 0 && solver.guides != nil
      ? moved(false, by: plot.minY)
      : try ChartSolver.guides(
        block, in: frame.size, isHorizontal: false, low: plot.maxY - room.bottom,
        high: plot.minY + room.top, length: plot.height
      ).guides
    let x =
      room.leading == 0 && room.trailing == 0 && solver.guides != nil
      ? moved(true, by: plot.minX)
      : try ChartSolver.guides(
        block, in: frame.size, isHorizontal: true, low: plot.minX + room.leading,
        high: plot.maxX - room.trailing, length: plot.width, depthOfX: solver.depthOfX
      ).guides
    return y + x
  }

  private func contents(room: Insets) throws -> Contents {
    let (left, right) = (plot.minX + room.leading, plot.maxX - room.trailing)
    let (top, bottom) = (plot.minY + room.top, plot.maxY - room.bottom)
    let xScale = try ChartSolver.scale(
      block, isHorizontal: true, low: left, high: right, length: plot.width)
    let yScale = try ChartSolver.scale(
      block, isHorizontal: false, low: bottom, high: top, length: plot.height)
    // Marks that are longer than a domain that the author gave end where it does.
    let x = block.model.x.exceeds(configuration.x.domain)
    let y = block.model.y.exceeds(configuration.y.domain)
    let shown = Rect(
      minX: x ? left : plot.minX, minY: y ? top : plot.minY, maxX: x ? right : plot.maxX,
      maxY: y ? bottom : plot.maxY)
    let area = PlotArea(
      rect: shown, data: Rect(Point(left, top), Point(right, bottom)), x: xScale, y: yScale,
      context: context, styles: block.model.styles)
    let drawn = try MarkLayout(model: block.model, area: area, reading: marks).drawn()
    var annotations = AnnotationLayout(context: context, plot: plot, frame: frame)
    for inset in configuration.insets { annotations.keepOff(inset.rect(in: plot)) }
    if let inner = try block.innerLegend(in: plot) { annotations.keepOff(inner.rect) }
    for mark in drawn.labelled { try annotations.add(mark) }
    return Contents(
      room: room, xScale: xScale, yScale: yScale, marks: drawn.items,
      points: drawn.points, annotations: annotations, anchors: drawn.anchors,
      outside: drawn.outside, overshoot: drawn.overshoot, notes: drawn.notes,
      midX: (left + right) / 2)
  }

  private func guides(
    _ content: Contents, _ guides: [AxisGuide]
  ) throws -> (below: [SceneItem], above: [SceneItem]) {
    for note in guides.flatMap(\.notes) { context.note(Diagnostic(note)) }
    let drawing = AxisDrawing(plot: plot, context: context)
    var grid: [SceneItem] = []
    // Ticks lie below the marks, so that they do not cut into a point on the axis.
    var ticks: [SceneItem] = []
    var axes: [SceneItem] = []
    var lines: [SceneItem] = []
    let standsOnAxis = standsOnAxis
    let axisColor = try context.color(.axis)
    var spoken: Set<Channel> = []
    for guide in guides {
      let name = guide.side.axisName
      grid += try drawing.grid(of: guide)
      let strokes = try drawing.ticks(of: guide)
      if !strokes.isEmpty {
        ticks.append(.group(SceneGroup(.axis, "\(name) ticks", items: strokes)))
      }
      var labels = drawing.labels(of: guide)
      // Over the ends of bars, but not through a point on the axis.
      if let line = try line(of: guide, content, axisColor) {
        if standsOnAxis { labels.append(line) } else { lines.append(line) }
      }
      let channel = guide.isHorizontal ? Channel.x : .y
      // The same axis on the other side has nothing to add.
      let label =
        !labels.isEmpty && spoken.insert(channel).inserted
        ? reading.axis(channel, channel == .x ? content.xScale : content.yScale) : nil
      let axis = SceneItem.group(SceneGroup(.axis, name, dataLabel: label, items: labels))
      axes += try styled(axis, of: guide)
    }
    axes += titles(guides, content)
    return ((grid.isEmpty ? [] : [.group(SceneGroup(.grid, items: grid))]) + ticks + lines, axes)
  }

  /// An axis with what lies around it.
  private func styled(_ axis: SceneItem, of guide: AxisGuide) throws -> [SceneItem] {
    let own = guide.isHorizontal ? configuration.x.style : configuration.y.style
    guard let own else { return [axis] }
    let reach = max(guide.reach, 1)
    let rect =
      switch guide.side {
      case .bottom: Rect(x: plot.minX, y: plot.maxY, width: plot.width, height: reach)
      case .top: Rect(x: plot.minX, y: plot.minY - reach, width: plot.width, height: reach)
      case .leading: Rect(x: plot.minX - reach, y: plot.minY, width: reach, height: plot.height)
      case .trailing: Rect(x: plot.maxX, y: plot.minY, width: reach, height: plot.height)
      }
    let style = try ChartSlotStyle(own, items: [axis], context)
    let size = try style.fixedSize()
    if size.width != nil || size.height != nil {
      context.note(
        Diagnostic(
          "chart\(guide.isHorizontal ? "X" : "Y")AxisStyle: a frame has no effect on an axis, whose size is that of its labels"
        ))
      return [axis]
    }
    return try style.drawing(in: rect).items
  }

  /// The titles of the axes beside their labels.
  private func titles(_ guides: [AxisGuide], _ content: Contents) -> [SceneItem] {
    func reach(_ side: AxisSide) -> Double { guides.first { $0.side == side }?.reach ?? 0 }
    var items: [SceneItem] = []
    if let title = solver.xTitle {
      let own = configuration.x.title
      let gap = own?.spacing ?? ChartSolver.titleGap
      let top =
        (own?.side ?? configuration.x.usualSide(isHorizontal: true)) == .top
        ? plot.minY - reach(.top) - gap - title.size.height : plot.maxY + reach(.bottom) + gap
      // Centred below what x spans, without the room that annotations take beside it.
      let x =
        own?.alignment.map { plot.minX + (plot.width - title.size.width) * $0 }
        ?? content.midX - title.size.width / 2
      // A title wider than the plot stays within the chart.
      let place = Point(max(frame.minX, min(x, frame.maxX - title.size.width)), top)
      items.append(.group(SceneGroup(.axis, "x title", items: [title.placed(at: place)])))
    }
    if let title = solver.yTitle, let side = configuration.y.title?.side {
      let gap = configuration.y.title?.spacing ?? ChartSolver.titleGap
      let middle =
        plot.minY + (plot.height - title.size.width) * (configuration.y.title?.alignment ?? 0.5)
      let y = max(frame.minY, min(middle, frame.maxY - title.size.width))
      let x =
        side == .trailing
        ? plot.maxX + reach(side) + gap : plot.minX - reach(side) - gap - title.size.height
      items.append(
        .group(
          SceneGroup(
            .axis, "y title",
            items: [title.turned(at: Point(x, y), readsDown: side == .trailing)])))
    }
    return items
  }

  /// Whether there are marks that may stand on an axis.
  ///
  /// Bars across zero, such as those of a funnel, stand on nothing, and lie over the line.
  private var standsOnAxis: Bool {
    block.model.tables.contains { $0.layer.mark.coverage != .nothing }
      && block.model.crossing == .none
  }

  /// The line of an axis: at zero where the other axis shows it, else at the plot's edge.
  private func line(
    of guide: AxisGuide, _ content: Contents, _ color: RGBColor
  ) throws -> SceneItem? {
    guard guide.isHorizontal ? !configuration.x.hidden : guide.isBand else { return nil }
    // One line is enough where both sides have marks.
    if guide.side == .top, configuration.x.marks(on: .bottom) != nil { return nil }
    if guide.side == .trailing, configuration.y.marks(on: .leading) != nil { return nil }
    let place = guide.isHorizontal ? configuration.x.line : configuration.y.line
    if place == .hidden { return nil }
    let other = guide.isHorizontal ? content.yScale : content.xScale
    var edge = guide.side.edge(of: plot)
    let isCovered = block.model.tables.contains { $0.layer.mark.coverage == .plot }
    // Marks that take places along the other axis stand at its edge, not on its zero.
    // A stack around its middle has nothing to do with zero, and no time is zero.
    if place == .automatic, !isCovered, !block.model.isCentered,
      block.model.crossing != .around, other.placeStep == nil,
      let scale = other.continuous, !scale.type.isTime,
      scale.domain.contains(0)
    {
      let zero = scale.position(0)
      // Away from the labels it is a base line, which only what stands on it needs.
      let isFar = abs(zero - guide.side.opposite.edge(of: plot)) < 0.5
      if !isFar || standsOnAxis { edge = zero }
    }
    let path =
      guide.isHorizontal
      ? Path.segment(Point(plot.minX, edge), Point(plot.maxX, edge))
      : Path.segment(Point(edge, plot.minY), Point(edge, plot.maxY))
    return .group(
      SceneGroup(.decoration, "axis line", items: [.stroke(path, Stroke(color, width: 1.1))]))
  }
}
