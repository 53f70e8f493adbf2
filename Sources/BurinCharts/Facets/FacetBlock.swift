import BurinGeometry
import BurinScene

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A chart's panels, one a facet, under the common title, legend and names of the axes.
struct FacetBlock: Block {
  private let panels: [Panel]
  private let legend: LegendDescription
  /// All panels as one chart, which has the title, the legend and the colour bar.
  private let whole: ChartBlock

  /// The name of a facet, and what is shown of it.
  private struct Panel {
    var name: String
    var model: ChartModel
  }

  private var configuration: ChartConfiguration { whole.configuration }
  private var context: LayoutContext { whole.context }

  init(_ chart: Chart, _ context: LayoutContext) throws {
    let data = chart.data.inUnits(of: context.region.calendar)
    let whole = try ChartModel(data, chart.configuration, region: context.region)
    whole.note(data, chart.configuration, in: context)
    let configuration = chart.configuration.titled(by: whole.labels, context)
    let legend = LegendDescription(data, whole.styles, context)
    try legend.note(
      context.theme, places: whole.placeNames,
      isHidden: chart.configuration.legend.visibility == .hidden, in: context)
    let values = data.fields(.facet)
    let keys = KeyScale(
      values, kind: data.kind(.facet) ?? .category,
      categories: data.categories[.facet] ?? [], domain: [], region: context.region
    ).keys
    guard keys.count <= Self.limit else {
      throw ChartError.tooManyPanels(keys.count, limit: Self.limit)
    }
    let sharing = configuration.facets.sharing
    if let columns = configuration.facets.columns, columns < 1 {
      throw ChartError.invalid("a chart has \(columns) columns of panels; it needs at least 1")
    }
    let rows = data.layers.map { $0.rows(by: .facet) }
    var models = try keys.map { key in
      var panel = data
      panel.layers = zip(panel.layers, rows).map { layer, rows in
        let own = rows.of[key.value] ?? []
        // Marks without a facet stand in every panel, in the order of the source.
        return layer.selecting(rows.others.isEmpty ? own : (own + rows.others).sorted())
      }
      // One colour means one series in all panels.
      return try ChartModel(
        panel, chart.configuration, styles: whole.styles, region: context.region)
    }
    let uneven = models.indices.first { !models[$0].stackNotes.isEmpty }
    if let uneven, let note = models[uneven].stackNotes.first {
      context.note(Diagnostic("panel “\(keys[uneven].name)”: \(note)"))
    }
    if sharing.isXShared {
      let shared = Self.union(models.map(\.x))
      for index in models.indices { models[index].x = shared ?? models[index].x }
    }
    if sharing.isYShared {
      let shared = Self.union(models.map(\.y))
      for index in models.indices { models[index].y = shared ?? models[index].y }
    }
    panels = zip(keys, models).map { Panel(name: $0.name, model: $1) }
    self.legend = legend
    self.whole = ChartBlock(
      model: whole, configuration: configuration, legend: legend, context: context)
  }

  /// Returns the panels in rows of a length.
  private func grid(columns: Int) -> GridBlock {
    let sharing = configuration.facets.sharing
    let blocks = panels.enumerated().map { index, panel -> any Block in
      var own = configuration
      own.title = Text(panel.name)
      // A name that is too long leaves room for the plot.
      own.titleLines = 2
      own.subtitle = nil
      own.legend.visibility = .hidden
      own.tag = nil
      own.x.title = nil
      own.y.title = nil
      // Shared axes are labelled at the outer panels only.
      if sharing.isXShared {
        if index < panels.count - columns { own.x.sidesWithoutLabels.insert(.bottom) }
        if index >= columns { own.x.sidesWithoutLabels.insert(.top) }
      }
      if sharing.isYShared {
        let isLast = index % columns == columns - 1 || index == panels.count - 1
        if index % columns != 0 { own.y.sidesWithoutLabels.insert(.leading) }
        if !isLast { own.y.sidesWithoutLabels.insert(.trailing) }
      }
      return ChartBlock(model: panel.model, configuration: own, legend: legend, context: context)
    }
    return GridBlock(
      rows: stride(from: 0, to: blocks.count, by: columns).map {
        Array(blocks[$0..<min($0 + columns, blocks.count)])
      }, columns: columns, spacing: Self.spacing, hasEqualPlots: true, watch: context.watch)
  }

  private static let spacing = Size(18, 16)
  /// What titles and labels of a panel take beside its plot, about.
  private static let panelMargin = Size(24, 36)

  /// Returns how many panels stand in a row: as many as the author says, or as many as give
  /// plots near the usual shape with few empty places.
  ///
  /// - Parameter room: the room of all panels; nil where the width decides on the height.
  private func columns(in room: Size?) -> Int {
    let count = panels.count
    if let given = configuration.facets.columns { return max(1, min(given, count)) }
    let square = max(1, Int(Double(count).squareRoot().rounded(.up)))
    guard let room, count > 1 else { return min(count, square) }
    func fault(_ columns: Int) -> Double {
      let rows = (count + columns - 1) / columns
      func share(_ whole: Double, _ parts: Int, _ gap: Double, _ around: Double) -> Double {
        (whole - gap * Double(parts - 1)) / Double(parts) - around
      }
      let width = share(room.width, columns, Self.spacing.width, Self.panelMargin.width)
      let height = share(room.height, rows, Self.spacing.height, Self.panelMargin.height)
      guard width > 0, height > 0 else { return .infinity }
      let empty = Double(rows * columns - count) / Double(rows * columns)
      return abs(log(height / width / configuration.aspect)) + empty
    }
    let best = (1...count).min { fault($0) < fault($1) } ?? square
    // Where nothing fits, the usual number says what is missing.
    return fault(best).isFinite ? best : min(count, square)
  }

  /// What all panels show on an axis.
  private static func union(_ axes: [AxisDomain]) -> AxisDomain? {
    guard var result = axes.first else { return nil }
    for axis in axes.dropFirst() { result.merge(axis) }
    result.spacePlaces()
    return result
  }

  /// The most panels of a chart.
  private static let limit = 1000

  var summary: String {
    configuration.title.map { "the chart “\($0.brief)”" } ?? "a chart of \(panels.count) panels"
  }
  var horizontal: Flexibility { .flexible(1) }
  var vertical: Flexibility { .flexible(1) }

  /// What stands around the panels of a chart.
  private struct Surroundings {
    var header: ChartHeader
    var xTitle: TextBlock?
    var side: Legend?
    var lower: LowerKeys
    var bar: ColorBarGuide?

    var leading: Double { (isSideAtLeft ? sideWidth : 0) + (isBarAtLeft ? barWidth : 0) }
    var trailing: Double { (isSideAtLeft ? 0 : sideWidth) + (isBarAtLeft ? 0 : barWidth) }
    var isSideAtLeft = false
    var isBarAtLeft = false
    private var barWidth: Double { bar?.width ?? 0 }
    /// The room of the legend beside the panels, in points.
    var sideRoom: Insets {
      isSideAtLeft ? Insets(leading: sideWidth) : Insets(trailing: sideWidth)
    }
    private var sideWidth: Double { side.map { $0.size.width + ChartSolver.legendGap } ?? 0 }
    var bottom: Double {
      (xTitle.map { $0.size.height + ChartSolver.titleGap } ?? 0)
        + lower.height
    }
  }

  /// Measures what stands around the panels.
  ///
  /// - Parameter height: the height of the chart; nil where the width decides on it.
  private func surroundings(_ width: Double, _ height: Double?) throws -> Surroundings {
    let known = height ?? width * configuration.aspect
    let header = try ChartHeader(whole, width: width, height: height)
    let room = max(40, known - header.height)
    var result = Surroundings(
      header: header,
      xTitle: try configuration.x.title?.block(context, width: width, isCentered: true),
      side: try whole.sideLegend(height: room),
      lower: try whole.lowerKeys(in: Size(width, known)),
      bar: try whole.colorBar(height: room))
    result.isSideAtLeft = configuration.legend.place == .leading
    result.isBarAtLeft = whole.colorBarSide == .leading
    return result
  }

  func size(_ proposal: ProposedSize) throws -> Size {
    let width = proposal.width ?? 480
    if let height = proposal.height { return Size(width, height) }
    let around = try surroundings(width, nil)
    let own = try grid(columns: columns(in: nil))
      .size(ProposedSize(width: max(0, width - around.leading - around.trailing))).height
    return Size(width, around.header.height + own + around.bottom)
  }

  func firstBaseline(in size: Size) throws -> Double? {
    try surroundings(size.width, size.height).header.firstBaseline
  }

  func draw(in rect: Rect, plotInsets: Insets?) throws -> Drawing {
    let around = try surroundings(rect.width, rect.height)
    let header = around.header
    let room = Rect(
      x: rect.minX + around.leading, y: rect.minY + header.height,
      width: rect.width - around.leading - around.trailing,
      height: rect.height - header.height - around.bottom)
    let panels = grid(columns: columns(in: room.size))
    try requireRoom(room, in: rect, for: panels)
    let known = context.charts.count
    let drawing = try panels.draw(in: room, plotInsets: nil)
    // The panels are one chart.
    context.charts.removeSubrange(known...)
    let reading = ChartReading(whole)
    context.note(SpokenChart(reading, summary: reading.summary))
    var items = try header.items(at: rect.origin, lead: around.leading)
    items += drawing.items
    if let title = around.xTitle {
      let top = room.maxY + ChartSolver.titleGap
      items.append(
        .group(
          SceneGroup(
            .axis, "x title",
            items: [title.placed(at: Point(room.midX - title.size.width / 2, top))])))
    }
    if let legend = around.side {
      let isAtLeft = configuration.legend.place == .leading
      items += try legend.items(
        at: Point(isAtLeft ? rect.minX : rect.maxX - legend.size.width, room.minY))
    }
    items += try around.lower.items(in: rect, configuration.legend, context)
    if let bar = around.bar {
      let rect = rect.inset(by: around.sideRoom)
      items.append(try bar.item(beside: room, in: rect, at: whole.colorBarSide, context))
    }
    return Drawing(items: items, anchors: drawing.anchors)
  }

  /// Makes sure that there is room for panels at all.
  ///
  /// - Throws: ``ChartError/doesNotFit(what:needs:available:isHeight:)``.
  private func requireRoom(_ room: Rect, in rect: Rect, for panels: GridBlock) throws {
    let rows = panels.rows.count
    let columns = panels.rows.map(\.count).max() ?? 1
    for (isHeight, has, count, around) in [
      (true, rect.height, rows, rect.height - room.height),
      (false, rect.width, columns, rect.width - room.width),
    ] where has - around < 40 * Double(count) {
      throw ChartError.doesNotFit(
        what: "\(summary) in \(count) \(isHeight ? "rows" : "columns")",
        needs: around + 40 * Double(count), available: has, isHeight: isHeight)
    }
  }
}
