import BurinGeometry
import BurinScene

/// A chart's panels, one a facet, under the common title, legend and names of the axes.
struct FacetBlock: Block {
  private let panels: GridBlock
  private let configuration: ChartConfiguration
  private let legend: LegendDescription
  private let context: LayoutContext

  init(_ chart: Chart, _ context: LayoutContext) throws {
    self.context = context
    let whole = try ChartModel(chart.data, chart.configuration)
    whole.note(chart.data, in: context)
    let configuration = chart.configuration.titled(by: whole.labels, context)
    let legend = LegendDescription(chart.data, whole.styles, context.theme)
    let values = chart.data.fields(.facet)
    let keys = KeyScale(
      values, kind: chart.data.kind(.facet) ?? .category,
      categories: chart.data.categories[.facet] ?? [], domain: []
    ).keys
    let sharing = configuration.facets.sharing
    if let columns = configuration.facets.columns, columns < 1 {
      throw ChartError.invalid("a chart has \(columns) columns of panels; it needs at least 1")
    }
    let columns = min(configuration.facets.columns ?? Self.columns(for: keys.count), keys.count)

    var models = try keys.map { key in
      var panel = chart.data
      panel.layers = panel.layers.map { layer in
        guard let facets = layer.fields[.facet]?.values else { return layer }
        return layer.filtered { facets[$0].isNaN || facets[$0] == key.value }
      }
      // One colour means one series in all panels.
      return try ChartModel(panel, chart.configuration, styles: whole.styles)
    }
    if sharing.isXShared {
      let shared = Self.union(models.map(\.x))
      for index in models.indices { models[index].x = shared ?? models[index].x }
    }
    if sharing.isYShared {
      let shared = Self.union(models.map(\.y))
      for index in models.indices { models[index].y = shared ?? models[index].y }
    }
    let blocks = zip(keys, models).enumerated().map { index, panel -> any Block in
      var own = configuration
      own.title = Text(panel.0.name)
      own.subtitle = nil
      own.legend.visibility = .hidden
      own.tag = nil
      own.x.title = nil
      own.y.title = nil
      // Shared axes are labelled at the outer panels only.
      if sharing.isXShared, index < keys.count - columns { own.x.labelsHidden = true }
      if sharing.isYShared, index % columns != 0 { own.y.labelsHidden = true }
      return ChartBlock(
        model: panel.1, configuration: own, legend: legend, context: context)
    }
    panels = GridBlock(
      rows: stride(from: 0, to: blocks.count, by: columns).map {
        Array(blocks[$0..<min($0 + columns, blocks.count)])
      }, columns: columns, spacing: Size(18, 16), hasEqualPlots: true)
    self.configuration = configuration
    self.legend = legend
  }

  /// What all panels show on an axis.
  private static func union(_ axes: [AxisDomain]) -> AxisDomain? {
    guard var result = axes.first else { return nil }
    for axis in axes.dropFirst() { result.merge(axis) }
    result.spacePlaces()
    return result
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
    try ChartHeader(configuration, legend, context, width: width)
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
    var items = try header.items(at: rect.origin)
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
