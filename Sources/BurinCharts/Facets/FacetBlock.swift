import BurinGeometry
import BurinScene

/// A chart's panels, one a facet, under the common title, legend and names of the axes.
struct FacetBlock: Block {
  private var panels: GridBlock
  private var whole: ChartModel
  private var configuration: ChartConfiguration
  private var context: LayoutContext

  /// The keys of the facets, in order of appearance.
  static func keys(of chart: Chart) -> [String] {
    var keys: [String] = []
    for mark in chart.content.marks {
      if let key = mark.options.facet?.key, !keys.contains(key) { keys.append(key) }
    }
    return keys
  }

  init(_ chart: Chart, keys: [String], _ context: LayoutContext) throws {
    self.context = context
    let configuration = chart.configuration
    var chart = chart
    // Panels share the values of fields that stand in all of them.
    chart.content = Marks(chart.content.marks.map { $0.prepared() })
    let whole = try ChartModel(chart)
    whole.noteOmissions(in: context)
    let sharing = configuration.facets.sharing
    let columns = configuration.facets.columns ?? Self.columns(for: keys.count)

    var models = try keys.map { key -> ChartModel in
      var panel = chart
      panel.content = Marks(
        chart.content.marks.filter { $0.options.facet == nil || $0.options.facet?.key == key })
      var model = try ChartModel(panel)
      // One colour means one series in all panels.
      model.seriesColors = whole.seriesColors
      model.legend = []
      model.positionKeys = whole.positionKeys
      return model
    }
    for index in models.indices {
      if sharing.isXShared { models[index].domains.x = try union(models.map(\.domains.x)) }
      if sharing.isYShared { models[index].domains.y = try union(models.map(\.domains.y)) }
    }
    let blocks = zip(keys, models).enumerated().map { index, panel -> any Block in
      var own = configuration
      own.title = Text(panel.0)
      own.subtitle = nil
      own.legend = .hidden
      own.tag = nil
      own.x.title = nil
      own.y.title = nil
      // Shared axes are labelled at the outer panels only.
      if sharing.isXShared, index + columns < keys.count { own.x.labelsHidden = true }
      if sharing.isYShared, index % columns != 0 { own.y.labelsHidden = true }
      return ChartBlock(model: panel.1, configuration: own, context: context)
    }
    panels = GridBlock(
      rows: stride(from: 0, to: blocks.count, by: columns).map {
        Array(blocks[$0..<min($0 + columns, blocks.count)])
      }, columns: columns, spacing: Size(18, 16), hasEqualPlots: true)
    self.configuration = configuration
    self.whole = whole
  }

  private static func columns(for count: Int) -> Int {
    min(count, max(1, Int(Double(count).squareRoot().rounded(.up))))
  }

  var summary: String {
    configuration.title.map { "the chart “\($0.plain)”" } ?? "a chart of \(panels.count) panels"
  }
  var horizontal: Flexibility { .flexible(1) }
  var vertical: Flexibility { .flexible(1) }

  private func header(_ width: Double) throws -> ChartHeader {
    try ChartHeader(configuration, whole, context, width: width)
  }

  private func xTitle(_ width: Double) throws -> TextBlock? {
    try configuration.x.title.map {
      try context.layout($0, role: .tick, color: .secondary, width: width)
    }
  }

  func size(_ proposal: ProposedSize) throws -> Size {
    let width = proposal.width ?? 480
    if let height = proposal.height { return Size(width, height) }
    let title = try xTitle(width).map { $0.size.height + ChartSolver.titleGap } ?? 0
    let own = try panels.size(ProposedSize(width: width)).height
    return Size(width, try header(width).height + own + title)
  }

  func firstBaseline(in size: Size) throws -> Double? { try header(size.width).firstBaseline }

  func draw(in rect: Rect, plotInsets: Insets?) throws -> Drawing {
    let header = try header(rect.width)
    let title = try xTitle(rect.width)
    let below = title.map { $0.size.height + ChartSolver.titleGap } ?? 0
    let room = Rect(
      x: rect.minX, y: rect.minY + header.height, width: rect.width,
      height: max(0, rect.height - header.height - below))
    let drawing = try panels.draw(in: room, plotInsets: nil)
    var items = header.items(at: rect.origin)
    items += drawing.items
    if let title {
      items.append(
        .group(
          Group(
            .axis, "x title",
            items: [
              title.placed(
                at: Point(rect.midX - title.size.width / 2, rect.maxY - title.size.height))
            ])))
    }
    return Drawing(items: items, anchors: drawing.anchors)
  }
}

/// What all panels show on an axis.
private func union(_ axes: [DomainCollector.Axis]) throws -> DomainCollector.Axis {
  guard var result = axes.first else { return DomainCollector.Axis(name: "x") }
  for axis in axes.dropFirst() { try result.merge(axis) }
  return result
}
