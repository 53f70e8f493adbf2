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

  private var context: LayoutContext { block.context }
  private var configuration: ChartConfiguration { block.configuration }

  func drawing() throws -> Drawing {
    // Annotations beside marks at the edge need room within the plot: draw, look, draw again.
    // Marks within the plot give way by a part of the room only, so that it takes a few rounds.
    let limit = 0.45
    var room = Insets.zero
    var content = try contents(room: room)
    for _ in 0..<4 {
      let needed = content.annotations.overflow(beyond: plot, frame: frame)
        .union(try pointsOnLabels(content))
      if max(needed.top, needed.leading, needed.bottom, needed.trailing) < 0.5 { break }
      room = Insets(
        top: min(room.top + needed.top, plot.height * limit),
        leading: min(room.leading + needed.leading, plot.width * limit),
        bottom: min(room.bottom + needed.bottom, plot.height * limit),
        trailing: min(room.trailing + needed.trailing, plot.width * limit))
      content = try contents(room: room)
    }
    for outside in content.outside { context.note(Diagnostic(outside.message)) }
    for note in content.notes { context.note(Diagnostic(note)) }
    var items = try solver.header.items(at: frame.origin)
    if let background = configuration.plotBackground {
      items.append(
        .group(
          Group(
            .decoration, "plot background",
            items: [.fill(.roundedRect(plot, radius: 4), try context.color(background))])))
    }
    let guides = try guides(content)
    items += guides.below
    items.append(.group(Group(.plot, items: content.marks)))
    items += guides.above
    items += try SecondaryGuides(block: block, solver: solver, plot: plot, room: room).items()
    if let legend = try block.sideLegend(height: plot.height) {
      items += try legend.items(at: Point(frame.maxX - legend.size.width, plot.minY))
    }
    if let legend = try block.lowerLegend(in: frame.size) {
      items += try legend.items(at: Point(frame.minX, frame.maxY - legend.size.height))
    }
    if let bar = try block.colorBar(height: plot.height) {
      items.append(try bar.item(beside: plot, at: frame.maxX - bar.width, context))
    }
    var anchors = content.anchors
    for inset in configuration.insets {
      let drawing = try inset.drawing(in: plot, context)
      items += drawing.items
      anchors += drawing.anchors
    }
    let annotations = try content.annotations.place(guides: guides.below + guides.above)
    try requireCanvas(annotations)
    items += annotations
    let title = configuration.title?.plain ?? ""
    let hasMarks = block.model.tables.contains { !$0.layer.runs.isEmpty }
    if hasMarks, !content.marks.hasInk, !annotations.hasInk {
      let name = title.isEmpty ? "a chart" : "the chart “\(title)”"
      context.note(
        Diagnostic(
          "\(name) shows no mark: all are transparent or lie outside of its axes"))
    }
    return Drawing(items: [.group(Group(.chart, title, items: items))], anchors: anchors)
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
    var notes: [String]
    /// The middle of what x spans, without the room that annotations take beside it.
    var midX: Double
  }

  /// How far points at the plot's edges must come in so as not to lie on the labels of an axis.
  private func pointsOnLabels(_ content: Contents) throws -> Insets {
    var room = Insets.zero
    guard !content.points.isEmpty else { return room }
    for guide in [try xGuide(content.room), try yGuide(content.room)] {
      for (index, entry) in guide.entries.enumerated() {
        guard let label = entry.label,
          let ink = placed(label, at: entry.position, index: index, of: guide).inkBounds
        else { continue }
        let box = ink.inset(by: -2)
        for point in content.points where point.intersects(box) {
          if guide.isHorizontal {
            room.bottom = max(room.bottom, point.maxY - box.minY)
          } else {
            room.leading = max(room.leading, box.maxX - point.minX)
          }
        }
      }
    }
    return room
  }

  /// The guide of x over what is left of the plot's width.
  private func xGuide(_ room: Insets) throws -> AxisGuide {
    if room.leading == 0, room.trailing == 0, let own = solver.guides {
      return own.x.moved(by: plot.minX)
    }
    return try ChartSolver.guide(
      block, in: frame.size, isHorizontal: true, low: plot.minX + room.leading,
      high: plot.maxX - room.trailing, length: plot.width)
  }

  /// The guide of y over what is left of the plot's height.
  private func yGuide(_ room: Insets) throws -> AxisGuide {
    if room.top == 0, room.bottom == 0, let own = solver.guides {
      return own.y.moved(by: plot.minY)
    }
    return try ChartSolver.guide(
      block, in: frame.size, isHorizontal: false, low: plot.maxY - room.bottom,
      high: plot.minY + room.top, length: plot.height)
  }

  private func contents(room: Insets) throws -> Contents {
    let (left, right) = (plot.minX + room.leading, plot.maxX - room.trailing)
    let (top, bottom) = (plot.minY + room.top, plot.maxY - room.bottom)
    let xScale = try ChartSolver.scale(
      block, isHorizontal: true, low: left, high: right, length: plot.width)
    let yScale = try ChartSolver.scale(
      block, isHorizontal: false, low: bottom, high: top, length: plot.height)
    let area = PlotArea(
      rect: plot, data: Rect(Point(left, top), Point(right, bottom)), x: xScale, y: yScale,
      context: context, styles: block.model.styles)
    let drawn = try MarkLayout(model: block.model, area: area).drawn()
    var annotations = AnnotationLayout(context: context, plot: plot, frame: frame)
    for inset in configuration.insets { annotations.keepOff(inset.rect(in: plot)) }
    for mark in drawn.labelled { try annotations.add(mark) }
    return Contents(
      room: room, xScale: xScale, yScale: yScale, marks: drawn.items,
      points: drawn.points, annotations: annotations, anchors: drawn.anchors,
      outside: drawn.outside, notes: drawn.notes, midX: (left + right) / 2)
  }

  /// The label of a tick at its place beside the plot.
  private func placed(
    _ label: TextBlock, at position: Double, index: Int, of guide: AxisGuide
  ) -> SceneItem {
    guard !guide.isHorizontal else {
      return guide.placed(label, index: index, x: position, top: plot.maxY + ChartSolver.labelGap)
    }
    let free = guide.labelSize.width - label.size.width
    let shift =
      switch guide.labelAlignment {
      case .leading: free
      case .center: free / 2
      case .trailing: 0.0
      }
    let isOneLine = label.lastBaseline == label.firstBaseline
    let middle = isOneLine ? label.opticalCenter : label.size.height / 2
    return label.placed(
      at: Point(plot.minX - ChartSolver.labelGap - label.size.width - shift, position - middle),
      role: .label)
  }

  private func guides(_ content: Contents) throws -> (below: [SceneItem], above: [SceneItem]) {
    let gridColor = try context.color(.grid)
    let axisColor = try context.color(.axis)
    let (x, y) = (try xGuide(content.room), try yGuide(content.room))
    for note in x.notes + y.notes { context.note(Diagnostic(note)) }
    var grid: [SceneItem] = []
    // Ticks lie below the marks, so that they do not cut into a point on the axis.
    var ticks: [SceneItem] = []
    var axes: [SceneItem] = []
    var lines: [SceneItem] = []
    let standsOnAxis = block.model.tables.contains { $0.layer.mark.coverage != .nothing }
    for guide in [y, x] {
      let isX = guide.isHorizontal
      var strokes: [SceneItem] = []
      var labels: [SceneItem] = []
      for (index, entry) in guide.entries.enumerated() {
        let p = entry.position
        if let line = guide.components.grid {
          let path =
            isX
            ? Path.segment(Point(p, plot.minY), Point(p, plot.maxY))
            : Path.segment(Point(plot.minX, p), Point(plot.maxX, p))
          grid.append(.stroke(path, Stroke(gridColor, width: 1, dash: line.dash)))
        }
        var parts: [SceneItem] = []
        if let tick = guide.components.tick {
          let path =
            isX
            ? Path.segment(Point(p, plot.maxY), Point(p, plot.maxY + tick.length))
            : Path.segment(Point(plot.minX - tick.length, p), Point(plot.minX, p))
          strokes.append(.stroke(path, Stroke(axisColor, width: 1)))
        }
        if let label = entry.label {
          parts.append(placed(label, at: p, index: index, of: guide))
        }
        labels.append(.group(Group(.tick, "\(index + 1)", items: parts)))
      }
      for p in guide.minor where guide.components.tick != nil {
        let path =
          isX
          ? Path.segment(Point(p, plot.maxY), Point(p, plot.maxY + 2.5))
          : Path.segment(Point(plot.minX - 2.5, p), Point(plot.minX, p))
        strokes.append(.stroke(path, Stroke(axisColor, width: 0.8)))
      }
      if !strokes.isEmpty {
        ticks.append(.group(Group(.axis, isX ? "x ticks" : "y ticks", items: strokes)))
      }
      // Over the ends of bars, but not through a point on the axis.
      if let line = try line(of: guide, content, axisColor) {
        if standsOnAxis { labels.append(line) } else { lines.append(line) }
      }
      axes.append(.group(Group(.axis, isX ? "x" : "y", items: labels)))
    }
    if let title = solver.xTitle {
      let top =
        plot.maxY
        + (x.labelSize.height > 0
          ? ChartSolver.labelGap + x.labelSize.height : 0) + ChartSolver.titleGap
      axes.append(
        .group(
          Group(
            .axis, "x title",
            items: [title.placed(at: Point(content.midX - title.size.width / 2, top))])))
    }
    return ((grid.isEmpty ? [] : [.group(Group(.grid, items: grid))]) + ticks + lines, axes)
  }

  /// The line of an axis: at zero where the other axis shows it, else at the plot's edge.
  private func line(
    of guide: AxisGuide, _ content: Contents, _ color: RGBColor
  ) throws -> SceneItem? {
    guard guide.isHorizontal ? !configuration.x.hidden : guide.isBand else { return nil }
    let place = guide.isHorizontal ? configuration.x.line : configuration.y.line
    if place == .hidden { return nil }
    let other = guide.isHorizontal ? content.yScale : content.xScale
    var edge = guide.isHorizontal ? plot.maxY : plot.minX
    let isCovered = block.model.tables.contains { $0.layer.mark.coverage == .plot }
    // Marks that take places along the other axis stand at its edge, not on its zero.
    if place == .automatic, !isCovered, other.placeStep == nil, let scale = other.continuous,
      scale.domain.contains(0)
    {
      edge = scale.position(0)
    }
    let path =
      guide.isHorizontal
      ? Path.segment(Point(plot.minX, edge), Point(plot.maxX, edge))
      : Path.segment(Point(edge, plot.minY), Point(edge, plot.maxY))
    return .group(
      Group(.decoration, "axis line", items: [.stroke(path, Stroke(color, width: 1.1))]))
  }
}
