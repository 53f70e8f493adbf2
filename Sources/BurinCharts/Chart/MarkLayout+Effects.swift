import BurinGeometry
import BurinScene

// What holds for marks of all types after they were drawn.

extension MarkLayout {
  /// Paints a mark in its gradient where it has one: what has the mark's own colour gets the
  /// gradient over the mark's rectangle, or over the plot.
  func paint<M: Mark>(_ drawing: inout MarkDrawing, _ mark: PlacedMark<M>) throws {
    let byValue = mark.style.color == nil && !area.styles.paints.isEmpty
    guard
      let style = mark.style.paint
        ?? (byValue ? area.styles.paints[mark.field(.color).bitPattern] : nil)
    else { return }
    let alignsWithPlot = mark.style.hasEffects && mark.style.effects.alignsWithPlot
    guard let own = drawing.box else { return }
    var box = alignsWithPlot ? area.rect : own
    // A level line has no height of its own, a gradient along it none either.
    if min(box.width, box.height) < 1 { box = box.inset(by: -0.5) }
    let base = try area.baseColor(mark)
    let theme = area.context.theme
    func paint(_ paint: Paint) throws -> Paint {
      guard case .color(let color) = paint, color.red == base.red, color.green == base.green,
        color.blue == base.blue
      else { return paint }
      let opacity = base.alpha == 0 ? 1 : Double(color.alpha) / Double(base.alpha)
      return try style.paint(in: box, opacity: opacity, theme: theme)
    }
    func painted(_ item: SceneItem) throws -> SceneItem {
      switch item {
      case .group(var group):
        group.items = try group.items.map(painted)
        return .group(group)
      case .path(var path):
        path.fill = try path.fill.map(paint)
        if var stroke = path.stroke {
          stroke.paint = try paint(stroke.paint)
          path.stroke = stroke
        }
        return .path(path)
      default: return item
      }
    }
    drawing.items = try drawing.items.map(painted)
    drawing.overlay = try drawing.overlay.map(painted)
  }

  /// Cuts the items of a mark at its masks, and says what a reader hears.
  func finish<M: Mark>(
    _ items: inout [SceneItem], from first: Int, _ mark: PlacedMark<M>
  ) throws {
    guard first < items.count else { return }
    for mask in mark.style.hasEffects ? mark.style.effects.masks : [] {
      let outline = try outline(of: mask)
      items[first...] = [.group(SceneGroup(.mark, clip: outline, items: Array(items[first...])))]
    }
    if let label = label(of: mark) {
      items[first...] = [.group(SceneGroup(.mark, label: label, items: Array(items[first...])))]
    }
    // Outermost, for a clip around the mark would bound what it mixes with.
    guard mark.style.hasEffects, let blend = mark.style.effects.blend else { return }
    if items[first...].count == 1, case .group(var group) = items[first] {
      group.blend = blend
      items[first] = .group(group)
    } else {
      items[first...] = [.group(SceneGroup(.mark, blend: blend, items: Array(items[first...])))]
    }
  }

  /// What a reader of a mark hears: of a line or an area, what its places say in turn.
  private func label<M: Mark>(of mark: PlacedMark<M>) -> String? {
    let runs = mark.table.layer.runs
    guard mark.table.groups != nil, runs.count > 1 else {
      return mark.style.hasEffects
        ? mark.style.effects.accessibility?.groupLabel(in: area.context) : nil
    }
    guard runs.contains(where: { $0.style.hasEffects }) else { return nil }
    var labels: [String] = []
    var last: Range<Int>?
    for row in mark.rows where last?.contains(row) != true {
      guard let run = mark.table.layer.run(of: row) else { continue }
      last = run.rows
      guard run.style.hasEffects,
        let label = run.style.effects.accessibility?.groupLabel(in: area.context)
      else { continue }
      labels.append(label)
    }
    return labels.isEmpty ? nil : labels.filter { !$0.isEmpty }.joined(separator: "; ")
  }

  /// The outlines of a mask's marks at their places on the chart's scales.
  private func outline(of mask: MarkMask) throws -> Path {
    let data = mask.data.inUnits(of: area.context.region.calendar).reindexed(model.names)
    let other = try ChartModel(
      data, ChartConfiguration(), styles: model.styles, region: area.context.region)
    var path = Path()
    for item in try MarkLayout(model: other, area: area).drawn().items {
      for leaf in item.filledPaths { path.append(leaf) }
    }
    return path
  }
}

extension MarkStyle {
  /// Whether marks of the style cannot be drawn as one item of columns.
  var needsSingleMarks: Bool {
    if paint != nil { return true }
    guard hasEffects else { return false }
    return effects.clipShape != nil || effects.symbolBox != nil || effects.symbolContent != nil
      || effects.ends != nil || effects.blend != nil
  }
}

extension MarkDrawing {
  /// The rectangle of the mark, to which gradients and clips refer.
  ///
  /// A sector's anchor is where its label stands, which is a part of it only.
  var box: Rect? { Rect.union(of: [anchor, place].compactMap(\.self)) }

  /// Moves what is drawn; the place of the values stays, by which it is judged.
  mutating func move(by offset: Vector) {
    place = place ?? anchor
    items = items.map { $0.offset(by: offset) }
    overlay = overlay.map { $0.offset(by: offset) }
    anchor = anchor?.offset(by: offset)
    lines = lines.map { $0.map { $0 + offset } }
    solids = solids.map { $0.offset(by: offset) }
  }
}

extension SceneItem {
  /// The outlines of what is filled.
  fileprivate var filledPaths: [Path] {
    switch self {
    case .group(let group): group.items.flatMap(\.filledPaths)
    case .path(let item): item.fill == nil ? [] : [item.path]
    case .points(let points):
      (0..<points.count).map { points.item($0).path }
    case .rects(let rects): (0..<rects.count).map { .rect(rects.rect($0)) }
    case .sectors(let sectors): (0..<sectors.count).map { sectors.path($0) }
    case .glyphs, .image: []
    }
  }
}

extension ChartData {
  /// The data with their categories of positions numbered as a chart's are; those that it has not
  /// follow.
  fileprivate func reindexed(_ names: [Channel: [String]]) -> ChartData {
    var result = self
    for channel in Channel.positions {
      guard let own = categories[channel], let known = names[channel] else { continue }
      var all = known
      let numbers = own.map { name in
        if let index = known.firstIndex(of: name) { return Double(index) }
        all.append(name)
        return Double(all.count - 1)
      }
      result.categories[channel] = all
      for index in result.layers.indices
      where result.layers[index].positions[channel]?.kind == .category {
        func renumbered(_ values: NumberColumn) -> NumberColumn {
          NumberColumn(values.map { $0.isFinite ? numbers[Int($0)] : $0 })
        }
        guard var positions = result.layers[index].positions[channel] else { continue }
        positions.start = renumbered(positions.start)
        positions.end = renumbered(positions.end)
        result.layers[index].positions[channel] = positions
      }
    }
    return result
  }
}
