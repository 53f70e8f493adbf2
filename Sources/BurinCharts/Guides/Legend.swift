import BurinGeometry
import BurinScene

/// Swatches with the names of keys, in rows or a column, a group for each quantity.
struct Legend {
  private struct Placed {
    var block: TextBlock
    /// Nil for the name of a quantity.
    var entry: LegendDescription.Entry?
    var origin: Point
    var section: Int
  }

  private var placed: [Placed] = []
  /// What the author shows in place of entries.
  private var content: TextBlock?
  private var title: TextBlock?
  private(set) var size = Size.zero
  /// Whether all names run from right to left: the rows do then, too.
  private(set) var isRightToLeft = false
  /// How much of the free width lies before the legend above or below a plot, 0…1.
  var share: Double { alignment?.horizontal.share ?? (isRightToLeft ? 1 : 0) }
  private let alignment: Alignment?
  /// What the author should know of keys that are not shown in full.
  private(set) var notes: [String] = []
  private let context: LayoutContext
  /// The width of the swatches of each section.
  private let swatchWidths: [Double]

  private static let swatch = 11.0
  private static let gap = 6.0
  private static let spacing = 16.0
  private static let rowSpacing = 5.0
  /// The width of names in a legend that would be too high otherwise, in points.
  private static let shortName = 110.0

  /// Places the entries.
  ///
  /// Names that are too long break; where the legend would be too high, they end in an ellipsis, and
  /// what still has no room is counted in a last entry.
  ///
  /// - Parameters:
  ///   - legend: the entries.
  ///   - configuration: the title and the number of columns.
  ///   - width: the room across, in points.
  ///   - height: the room downwards, in points.
  init(
    _ legend: LegendDescription, _ configuration: LegendConfiguration, _ context: LayoutContext,
    width: Double, height: Double
  ) throws {
    self.context = context
    alignment = configuration.alignment
    if let content = configuration.content {
      swatchWidths = []
      let block = try AxisLabelContent(content)?.block(
        role: .label, color: .primary, width: width, context)
      self.content = block
      size = block?.size ?? .zero
      return
    }
    swatchWidths = legend.sections.map { $0.entries.map(Self.width).max() ?? Self.swatch }
    let swatchWidth = swatchWidths.max() ?? Self.swatch
    if let text = configuration.title {
      title = try context.layout(text, role: .tick, color: .secondary, width: width)
    }
    let room = max(20, width - swatchWidth - Self.gap)
    func fit(_ width: Double, lines: Int) throws -> [[FittedText]] {
      try legend.sections.map { section in
        try .distinct(section.entries.map(\.name)) { index, tail in
          try context.fitted(
            Text(section.entries[index].name), role: .label, color: .primary, width: width,
            lines: lines, tail: tail)
        }
      }
    }
    var names = try fit(room, lines: 2)
    isRightToLeft = names.joined().allSatisfy(\.block.isRightToLeft)
    try place(legend, names, configuration, width: width)
    guard size.height > height else {
      noteShortened(names)
      return
    }
    names = try fit(min(room, Self.shortName), lines: 1)
    try place(legend, names, configuration, width: width)
    noteShortened(names)
    // As many rows as there is room for, the last entry of which counts the rest.
    var shown = legend.count
    while size.height > height, shown > 1 {
      shown -= max(1, shown / 12)
      try place(
        legend, names, configuration, width: width, shown: shown, hidden: legend.count - shown)
    }
    if shown < legend.count {
      notes.append(
        "the legend shows \(shown) of \(legend.count) keys; there is no room for more")
    }
  }

  private mutating func noteShortened(_ names: [[FittedText]]) {
    let all = Array(names.joined())
    if let note = all.note("names in the legend", of: all.count) { notes.append(note) }
  }

  private mutating func place(
    _ legend: LegendDescription, _ names: [[FittedText]], _ configuration: LegendConfiguration,
    width: Double, shown: Int = .max, hidden: Int = 0
  ) throws {
    placed = []
    size = title?.size ?? .zero
    var y = title.map { $0.size.height + 3 } ?? 0
    var row: [(block: TextBlock, entry: LegendDescription.Entry?, x: Double, section: Int)] = []
    var x = 0.0
    func endRow() {
      // The names of a row stand on one baseline, however high their formulas and symbols are.
      let baseline = row.map { Self.reach($0.block, $0.entry).up }.max() ?? 0
      for item in row {
        placed.append(
          Placed(
            block: item.block, entry: item.entry,
            origin: Point(item.x, y + baseline - item.block.firstBaseline),
            section: item.section))
      }
      let descent = row.map { Self.reach($0.block, $0.entry).down }.max() ?? 0
      size = Size(max(size.width, x - Self.spacing), y + baseline + descent)
      (row, x, y) = ([], 0, size.height + Self.rowSpacing)
    }
    let column =
      (names.joined().map(\.block.size.width).max() ?? 0) + (swatchWidths.max() ?? 0) + Self.gap
    var left = shown
    for (number, section) in legend.sections.enumerated() where left > 0 {
      if configuration.columns != nil, !row.isEmpty { endRow() }
      let heading = try section.title.map {
        try context.layout(Text($0), role: .label, color: .secondary, width: width)
      }
      // Keys of one quantity stay together where a row has room for them.
      let entries = names[number].map { swatchWidths[number] + Self.gap + $0.block.size.width }
      let together =
        (heading.map { $0.size.width + Self.spacing * 0.6 } ?? 0) + entries.reduce(0, +)
        + Self.spacing * Double(max(0, entries.count - 1))
      if !row.isEmpty, x + together > width, together <= width { endRow() }
      if let block = heading {
        if x > 0, x + block.size.width > width { endRow() }
        row.append((block, nil, x, number))
        x += block.size.width + Self.spacing * 0.6
        if configuration.columns != nil { endRow() }
      }
      for (text, entry) in zip(names[number], section.entries) where left > 0 {
        left -= 1
        let own = swatchWidths[number] + Self.gap + text.block.size.width
        let isFull = configuration.columns.map { row.count >= max(1, $0) } ?? false
        if x > 0, isFull || x + own > width { endRow() }
        row.append((text.block, entry, x, number))
        x += (configuration.columns == nil ? own : column) + Self.spacing
      }
      x += Self.spacing * 0.5
    }
    if hidden > 0 {
      let block = try context.layout(Text("+ \(hidden)"), role: .label, color: .secondary)
      if x > 0, configuration.columns != nil || x + block.size.width > width { endRow() }
      row.append((block, nil, x, legend.sections.count - 1))
      x += block.size.width + Self.spacing
    }
    if !row.isEmpty { endRow() }
  }

  /// How far a name with its swatch reaches above and below its baseline, in points.
  private static func reach(
    _ block: TextBlock, _ entry: LegendDescription.Entry?
  ) -> (up: Double, down: Double) {
    let radius = entry?.swatch == .point ? (entry?.diameter ?? 0) / 2 : 0
    let middle = block.firstBaseline - block.opticalCenter
    return (
      max(block.firstBaseline, middle + radius),
      max(block.size.height - block.firstBaseline, radius - middle)
    )
  }

  private static func width(_ entry: LegendDescription.Entry) -> Double {
    switch entry.swatch {
    case .square: swatch
    case .line: 20
    case .point: max(swatch, entry.diameter ?? 0)
    }
  }

  /// Returns the legend, its top left corner at a point.
  func items(at point: Point) throws -> [SceneItem] {
    for note in notes { context.note(Diagnostic(note)) }
    if let content { return [.group(SceneGroup(.legend, items: [content.placed(at: point)]))] }
    let offset = Vector(point.x, point.y)
    var groups: [Int: [SceneItem]] = [:]
    if let title {
      let lead = isRightToLeft ? size.width - title.size.width : 0
      groups[0] = [title.placed(at: Point(point.x + lead, point.y), role: .label)]
    }
    for item in placed {
      let swatchWidth = swatchWidths[item.section]
      let width =
        item.block.size.width + (item.entry == nil ? 0 : swatchWidth + Self.gap)
      let x = isRightToLeft ? size.width - item.origin.x - width : item.origin.x
      let origin = Point(x, item.origin.y) + offset
      guard let entry = item.entry else {
        groups[item.section, default: []].append(item.block.placed(at: origin, role: .label))
        continue
      }
      let middle = origin.y + item.block.opticalCenter
      // The swatch stands where the name begins.
      let isBackward = item.block.isRightToLeft
      let swatch = try swatch(
        entry,
        in: Rect(
          x: origin.x + (isBackward ? width - swatchWidth : 0), y: middle - Self.swatch / 2,
          width: swatchWidth, height: Self.swatch))
      let start = isBackward ? 0 : swatchWidth + Self.gap
      groups[item.section, default: []] +=
        swatch + [item.block.placed(at: Point(origin.x + start, origin.y), role: .label)]
    }
    return groups.keys.sorted().map { .group(SceneGroup(.legend, items: groups[$0] ?? [])) }
  }

  private func swatch(_ entry: LegendDescription.Entry, in rect: Rect) throws -> [SceneItem] {
    let base = try context.color(entry.color ?? .secondary)
    let color = base.mixed(with: try context.color(.canvas), at: entry.tint)
    let symbol = entry.symbol ?? .circle
    let center =
      entry.swatch == .line
      ? rect.center : Point(rect.minX + max(rect.width, Self.width(entry)) / 2, rect.midY)
    switch entry.swatch {
    case .square:
      let square = Rect(center: center, size: Size(Self.swatch, Self.swatch))
      return [.fill(.roundedRect(square, radius: 2.5), color)]
    case .line:
      let line = Path.segment(Point(rect.minX, center.y), Point(rect.maxX, center.y))
      let stroke = SceneItem.stroke(
        line,
        Stroke(color, width: 2.2, cap: entry.dash.isEmpty ? .round : .butt, dash: entry.dash))
      guard entry.showsSymbol else { return [stroke] }
      let box = Rect(center: center, size: Size(7, 7))
      return [stroke, .path(symbol.item(in: box, color: color, ground: nil))]
    case .point:
      let diameter = entry.diameter ?? 8
      let box = Rect(center: center, size: Size(diameter, diameter))
      return [.path(symbol.item(in: box, color: color, ground: nil))]
    }
  }
}

/// What stands below a plot and its axis.
struct LowerKeys {
  var legend: Legend?
  var bar: ColorBarGuide?
  /// The distance above each, in points.
  var gap: Double

  /// The room of both, in points.
  var height: Double {
    [legend?.size.height, bar?.size.height].compactMap { $0 }.reduce(0) { $0 + $1 + gap }
  }

  /// Returns both, the bar at the lower edge of a frame.
  func items(
    in frame: Rect, _ configuration: LegendConfiguration, _ context: LayoutContext
  ) throws -> [SceneItem] {
    var items: [SceneItem] = []
    var bottom = frame.maxY
    if let bar {
      let share = configuration.alignment?.horizontal.share ?? 0
      bottom -= bar.size.height
      items.append(
        try bar.item(
          at: Point(frame.minX + (frame.width - bar.size.width) * share, bottom), context))
      bottom -= gap
    }
    if let legend {
      items += try legend.items(
        at: Point(
          frame.minX + (frame.width - legend.size.width) * legend.share,
          bottom - legend.size.height))
    }
    return items
  }
}

extension ChartBlock {
  private func isLegend(at places: LegendConfiguration.Place...) -> Bool {
    places.contains(configuration.legend.place) && configuration.legend.isShown(for: legend)
  }

  /// The legend beside the plot; nil where there is none.
  func sideLegend(height: Double) throws -> Legend? {
    guard isLegend(at: .leading, .trailing) else { return nil }
    return try column(height: height)
  }

  /// The legend and the colour bar below the plot of a chart of a size.
  func lowerKeys(in size: Size) throws -> LowerKeys {
    let legend =
      isLegend(at: .bottom)
      ? try Legend(
        legend, configuration.legend, context, width: size.width,
        height: ChartHeader.legendHeight(size.width, size.height)) : nil
    return LowerKeys(
      legend: legend, bar: try colorBar(at: .bottom, width: size.width),
      gap: configuration.legend.gap)
  }

  /// The legend inside the plot and its place; nil where there is none.
  func innerLegend(in plot: Rect) throws -> (legend: Legend, rect: Rect)? {
    guard isLegend(at: .overlay) else { return nil }
    let legend = try column(height: plot.height)
    let gap = configuration.legend.spacing ?? 6
    let room = plot.inset(by: gap)
    let alignment = configuration.legend.alignment ?? .topTrailing
    let origin = Point(
      room.minX + (room.width - legend.size.width) * alignment.horizontal.share,
      room.minY + (room.height - legend.size.height) * alignment.vertical.share)
    return (legend, Rect(origin: origin, size: legend.size))
  }

  /// The legend with one entry in a row, unless columns are set.
  private func column(height: Double) throws -> Legend {
    var own = configuration.legend
    own.columns = own.columns ?? 1
    return try Legend(legend, own, context, width: 180, height: max(60, height))
  }
}
