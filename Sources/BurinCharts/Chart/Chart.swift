import BurinScales
import BurinScene

/// Marks on a pair of axes.
///
/// ```swift
/// Chart {
///   for (city, rain) in zip(cities, rains) {
///     BarMark(x: .value("City", city), y: .value("Rain", rain))
///   }
/// }
/// .chartYScale(domain: 0...1)
/// .chartTitle("What the sky does")
/// ```
///
/// A chart takes the width it is offered, and the height that `frame(height:)` or the stack gives.
public struct Chart: PrimitiveContent {
  /// A chart with changed settings is a chart.
  public typealias Configured = Chart

  var data: ChartData
  /// The settings of the chart's own modifiers.
  private(set) var configuration = ChartConfiguration()
  /// The modifiers, to be repeated on the settings of the content around the chart.
  private var changes: [ChartChange] = []

  /// Makes a chart of marks; the content is read at once.
  @inlinable
  public init(@ChartContentBuilder content: () throws -> some ChartContent) rethrows {
    var collector = ChartCollector()
    try content().collect(into: &collector)
    self.init(&collector)
  }

  @usableFromInline
  init(_ collector: inout ChartCollector) { data = collector.data }

  /// Makes a chart of the marks of each element.
  @inlinable
  public init<Data: Sequence>(
    _ data: Data, @ChartContentBuilder content: (Data.Element) throws -> some ChartContent
  ) rethrows {
    var collector = ChartCollector()
    try collector.addLoop(over: data, content)
    self.init(&collector)
  }

  /// Creates a chart of the marks of each element; elements are identified by their position.
  @inlinable
  public init<Data: Sequence, ID: Hashable>(
    _ data: Data, id: KeyPath<Data.Element, ID>,
    @ChartContentBuilder content: (Data.Element) throws -> some ChartContent
  ) rethrows { try self.init(data, content: content) }

  /// Resolves scales and guides.
  public func block(in context: LayoutContext) throws -> any Block {
    try context.watch.count(rows: data.layers.reduce(0) { $0 + $1.count })
    let chart = inheriting(context.environment.chartChanges).styled(by: context.environment)
    try ChartError.check(
      chart.configuration.legend.spacing, "the spacing of the legend", from: -20_000)
    let name = context.addChart(titled: chart.configuration.title?.brief)
    return try context.within(name) {
      NamedChartBlock(
        block: data.fields(.facet).isEmpty
          ? try ChartBlock(chart, context) : try FacetBlock(chart, context),
        name: name, context: context)
    }
  }

  /// Returns the chart with a change of its settings.
  public func configured(_ change: ChartChange) -> Chart {
    var chart = self
    chart.changes.append(change)
    change.apply(&chart.configuration)
    return chart
  }

  /// Returns the chart with each of its layers changed.
  func changedLayers(_ change: (ChartLayer) -> ChartLayer) -> Chart {
    var chart = self
    chart.configuration.layers = configuration.layers.map(change)
    return chart
  }

  /// Returns the chart with the settings of the content around it where it has none of its own.
  private func inheriting(_ outer: [ChartChange]) -> Chart {
    guard !outer.isEmpty else { return self }
    var chart = self
    chart.configuration = ChartConfiguration()
    for change in outer + changes { change.apply(&chart.configuration) }
    return chart
  }
}

/// A change of the settings of charts, which a modifier makes.
public struct ChartChange: Sendable {
  let apply: @Sendable (inout ChartConfiguration) -> Void
}

extension FigureContent {
  func changed(_ change: @escaping @Sendable (inout ChartConfiguration) -> Void) -> Configured {
    configured(ChartChange(apply: change))
  }
}

/// The settings of a chart beside its marks.
struct ChartConfiguration: Sendable {
  struct Scale: Sendable {
    var domain: ClosedRange<Double>?
    /// What the ends of the domain are; nil without a domain.
    var domainKind: ValueKind?
    /// Whether the author's domain has an end that is no number.
    var hasUnusableDomain = false
    var categories: [String]?
    /// Nil for the type that the values ask for.
    var type: ScaleType?
    /// Whether an automatic domain shows zero; nil for what the marks ask for.
    var includesZero: Bool?
    /// Whether an automatic or listed domain runs backwards.
    var isDomainReversed = false
    /// Whether the axis is reversed beside its domain.
    var isReversed = false
    /// Whether values run backwards.
    var reversed: Bool { isDomainReversed != isReversed }
    /// The part of the plot that the scale spans.
    var range = PlotDimensionScaleRange.plotDimension
    /// Changes the categories or the ends of numbers of an automatic domain.
    var modifyCategories: (@Sendable ([String]) -> [String])?
    var modifyNumbers: (@Sendable (ClosedRange<Double>) -> ClosedRange<Double>)?
    var bandPadding = 0.28
    var hidden = false
    /// The sides whose labels another panel shows.
    var sidesWithoutLabels: Set<AxisSide> = []
    var line = AxisLine.automatic
    /// The marks of the axis; nil for those that suit it.
    var marks: [AxisMarks]?
    var title: AxisTitle?
    /// Whether the axis may take its title from the name of its quantity.
    var titleVisibility = Visibility.automatic
    var secondary: SecondaryAxis?
    /// What lies around the axis.
    var style: [AnyContent]?
  }

  var x = Scale()
  var y = Scale()
  /// The values at the start and the end of a full turn; nil to find them.
  var angles: ClosedRange<Double>?
  /// The type of the scale of angles, which can only be linear; nil without one.
  var angleType: ScaleType?
  var title: Text?
  var subtitle: Text?
  var tag: Text?
  /// The most lines of the title; nil for as many as it takes.
  var titleLines: Int?
  var legend = LegendConfiguration()
  var colors = ColorConfiguration()
  var symbols = KeyedStyle<BasicChartSymbolShape>()
  var dashes = KeyedStyle<StrokeStyle>()
  var sizes = SizeConfiguration()
  var aspect = 0.62
  var height: Double?
  var plotBackground: Color?
  /// What lies around the plot.
  var plotStyle: [AnyContent]?
  var facets = FacetArrangement()
  var insets: [ChartInset] = []
  /// The views over the plot and behind its marks.
  var layers: [ChartLayer] = []
}

extension ChartConfiguration {
  /// The title with the panel's tag before it.
  var taggedTitle: Text? {
    guard let tag else { return title }
    guard let title else { return tag }
    return tag.foregroundStyle(.secondary) + Text("  ") + title
  }
}

extension FigureContent {
  /// Sets which part of a band is left empty, 0…0.95, for both axes.
  public func chartBandPadding(_ fraction: Double) -> Configured {
    changed {
      $0.x.bandPadding = fraction
      $0.y.bandPadding = fraction
    }
  }

  /// Reverses the horizontal axis: numbers grow to the left, categories run from the right.
  public func chartXReversed() -> Configured { changed { $0.x.isReversed = true } }

  /// Reverses the vertical axis: numbers grow downwards, categories run upwards.
  public func chartYReversed() -> Configured { changed { $0.y.isReversed = true } }

  /// Sets the marks of the horizontal axis.
  ///
  /// ```swift
  /// .chartXAxis {
  ///   AxisMarks(values: .stride(by: .month)) { AxisGridLine() }
  ///   AxisMarks(position: .top, values: .stride(by: .year)) { AxisValueLabel(format: .year) }
  /// }
  /// ```
  public func chartXAxis(@AxisContentBuilder content: () -> [AxisMarks]) -> Configured {
    let marks = content()
    return changed { $0.x.marks = marks }
  }

  /// Sets the marks of the vertical axis.
  public func chartYAxis(@AxisContentBuilder content: () -> [AxisMarks]) -> Configured {
    let marks = content()
    return changed { $0.y.marks = marks }
  }

  /// Shows or hides the horizontal axis.
  public func chartXAxis(_ visibility: Visibility) -> Configured {
    changed { $0.x.hidden = visibility == .hidden }
  }

  /// Shows or hides the vertical axis.
  public func chartYAxis(_ visibility: Visibility) -> Configured {
    changed { $0.y.hidden = visibility == .hidden }
  }

  /// Sets where the line of the horizontal axis lies.
  public func chartXAxisLine(_ line: AxisLine) -> Configured { changed { $0.x.line = line } }

  /// Sets where the line of the vertical axis lies.
  public func chartYAxisLine(_ line: AxisLine) -> Configured { changed { $0.y.line = line } }

  /// Sets the line above the chart.
  public func chartTitle(_ text: Text) -> Configured { changed { $0.title = text } }

  /// Sets the line above the chart to a string, which is shown verbatim.
  @_disfavoredOverload
  public func chartTitle(_ string: some StringProtocol) -> Configured {
    chartTitle(Text(verbatim: String(string)))
  }

  /// Marks the chart as a panel of a figure: `a`, `b`; it stands before the title.
  public func chartTag(_ text: Text) -> Configured { changed { $0.tag = text } }

  /// Marks the chart as a panel of a figure by a string, which is shown verbatim.
  @_disfavoredOverload
  public func chartTag(_ string: some StringProtocol) -> Configured {
    chartTag(Text(verbatim: String(string)))
  }

  /// Sets the lines between the title and the chart.
  public func chartSubtitle(_ text: Text) -> Configured { changed { $0.subtitle = text } }

  /// Sets the lines between the title and the chart to a string, which is shown verbatim.
  @_disfavoredOverload
  public func chartSubtitle(_ string: some StringProtocol) -> Configured {
    chartSubtitle(Text(verbatim: String(string)))
  }

  /// Sets the height over the width where nothing else says how high the chart is.
  public func chartAspect(_ heightOverWidth: Double) -> Configured {
    changed { $0.aspect = heightOverWidth }
  }

  /// Paints the plot area.
  public func chartPlotBackground(_ color: Color) -> Configured {
    changed { $0.plotBackground = color }
  }
}

/// Where the line of an axis lies.
public enum AxisLine: Hashable, Sendable {
  /// At the other axis's zero where it is shown and no field covers it, else at the edge.
  case automatic
  /// At the edge of the plot, with the labels.
  case edge
  /// Nowhere; ticks and labels stay.
  case hidden
}

/// Whether something is shown.
public enum Visibility: Hashable, Sendable {
  /// Where it helps.
  case automatic
  /// Always.
  case visible
  /// Never.
  case hidden
}

extension ChartConfiguration {
  /// The settings with titles of the axes from the names of their quantities, where nothing else
  /// names them.
  func titled(by labels: [Channel: [String]], _ context: LayoutContext) -> ChartConfiguration {
    func title(_ scale: Scale, _ labels: [String]) -> AxisTitle? {
      if let title = scale.title { return title }
      // Several names of one axis name none of them.
      let isNamed =
        scale.titleVisibility == .visible
        || scale.titleVisibility == .automatic && context.theme.namesQuantities && !scale.hidden
      guard isNamed, labels.count == 1 else { return nil }
      // An axis without marks shows nothing that a name would explain.
      if scale.titleVisibility == .automatic, scale.marks?.isEmpty == true { return nil }
      // Nor does one whose chart is called the same.
      if scale.titleVisibility == .automatic, labels.first == self.title?.plain { return nil }
      return labels.first.map {
        var title = AxisTitle(Text($0))
        title.isAutomatic = scale.titleVisibility == .automatic
        return title
      }
    }
    var result = self
    result.x.title = title(x, labels[.x] ?? [])
    result.y.title = title(y, labels[.y] ?? [])
    return result
  }
}
