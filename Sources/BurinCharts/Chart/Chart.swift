public import BurinScales

/// Marks on a pair of axes.
///
/// ```swift
/// Chart {
///   for (weather, p) in zip(names, probabilities) {
///     BarMark(x: .value("weather", weather), y: .value("P", p))
///   }
/// }
/// .chartYScale(domain: 0...1)
/// .chartTitle("What the sky does")
/// ```
///
/// A chart takes the width it is offered, and the height that `frame(height:)` or the stack gives.
public struct Chart: PrimitiveContent {
  var content: Marks
  var configuration = ChartConfiguration()

  /// Makes a chart of marks.
  public init(@ChartContentBuilder content: () throws -> Marks) rethrows {
    self.content = try content()
  }

  /// Makes a chart of the marks of each element.
  public init<Data: Sequence>(
    _ data: Data, @ChartContentBuilder content: (Data.Element) throws -> Marks
  ) rethrows {
    self.content = Marks(try data.flatMap { try content($0).marks })
  }

  /// Resolves scales and guides.
  public func block(in context: LayoutContext) throws -> any Block {
    let facets = FacetBlock.keys(of: self)
    return facets.isEmpty
      ? try ChartBlock(self, context) : try FacetBlock(self, keys: facets, context)
  }

  private func changed(_ change: (inout ChartConfiguration) -> Void) -> Chart {
    var chart = self
    change(&chart.configuration)
    return chart
  }
}

/// What a chart is told beside its marks.
struct ChartConfiguration: Sendable {
  struct Scale: Sendable {
    var domain: ClosedRange<Double>?
    var categories: [String]?
    var type: ScaleType = .linear
    var nice = true
    var reversed = false
    var bandPadding = 0.28
    var hidden = false
    var labelsHidden = false
    var line = AxisLine.automatic
    var marks: AxisMarks?
    var title: Text?
    var secondary: SecondaryAxis?
  }

  var x = Scale()
  var y = Scale()
  var title: Text?
  var subtitle: Text?
  var tag: Text?
  var legend = ChartLegend.automatic
  var seriesColors: [(String, ThemeColor)] = []
  var aspect = 0.62
  var height: Double?
  var plotBackground: ThemeColor?
  var facets = FacetArrangement()
  var insets: [ChartInset] = []
}

extension ChartConfiguration {
  /// The title with the panel's tag before it.
  var taggedTitle: Text? {
    guard let tag else { return title }
    guard let title else { return tag }
    return tag.foregroundStyle(.secondary) + Text("  ") + title
  }
}

/// Whether a chart has a legend.
public enum ChartLegend: Hashable, Sendable {
  /// Where colours stand for series.
  case automatic
  /// Never.
  case hidden
}

extension Chart {
  /// Sets the numbers at the ends of the horizontal axis and how values spread between them.
  public func chartXScale(domain: ClosedRange<Double>, type: ScaleType = .linear) -> Chart {
    changed {
      $0.x.domain = domain
      $0.x.type = type
    }
  }

  /// Sets the numbers at the ends of the vertical axis and how values spread between them.
  public func chartYScale(domain: ClosedRange<Double>, type: ScaleType = .linear) -> Chart {
    changed {
      $0.y.domain = domain
      $0.y.type = type
    }
  }

  /// Sets how values spread over the horizontal axis.
  public func chartXScale(type: ScaleType) -> Chart { changed { $0.x.type = type } }

  /// Sets how values spread over the vertical axis.
  public func chartYScale(type: ScaleType) -> Chart { changed { $0.y.type = type } }

  /// Sets the categories of the horizontal axis and their order.
  public func chartXScale(domain: [String]) -> Chart { changed { $0.x.categories = domain } }

  /// Sets the categories of the vertical axis and their order, from top to bottom.
  public func chartYScale(domain: [String]) -> Chart { changed { $0.y.categories = domain } }

  /// Sets which part of a band is left empty, 0…1, for both axes.
  public func chartBandPadding(_ fraction: Double) -> Chart {
    changed {
      $0.x.bandPadding = fraction
      $0.y.bandPadding = fraction
    }
  }

  /// Lets numbers grow to the left.
  public func chartXReversed() -> Chart { changed { $0.x.reversed = true } }

  /// Lets numbers grow downwards.
  public func chartYReversed() -> Chart { changed { $0.y.reversed = true } }

  /// Says what the horizontal axis shows.
  public func chartXAxis(_ content: () -> AxisMarks) -> Chart {
    changed { $0.x.marks = content() }
  }

  /// Says what the vertical axis shows.
  public func chartYAxis(_ content: () -> AxisMarks) -> Chart {
    changed { $0.y.marks = content() }
  }

  /// Shows or hides the horizontal axis.
  public func chartXAxis(_ visibility: Visibility) -> Chart {
    changed { $0.x.hidden = visibility == .hidden }
  }

  /// Shows or hides the vertical axis.
  public func chartYAxis(_ visibility: Visibility) -> Chart {
    changed { $0.y.hidden = visibility == .hidden }
  }

  /// Says where the line of the horizontal axis lies.
  public func chartXAxisLine(_ line: AxisLine) -> Chart { changed { $0.x.line = line } }

  /// Says where the line of the vertical axis lies.
  public func chartYAxisLine(_ line: AxisLine) -> Chart { changed { $0.y.line = line } }

  /// Names the quantity of the horizontal axis.
  public func chartXAxisLabel(_ text: Text) -> Chart { changed { $0.x.title = text } }

  /// Names the quantity of the vertical axis; the name stands level above the axis.
  public func chartYAxisLabel(_ text: Text) -> Chart { changed { $0.y.title = text } }

  /// Sets the line above the chart.
  public func chartTitle(_ text: Text) -> Chart { changed { $0.title = text } }

  /// Marks the chart as a panel of a figure: `a`, `b`; it stands before the title.
  public func chartTag(_ text: Text) -> Chart { changed { $0.tag = text } }

  /// Sets the lines between the title and the chart.
  public func chartSubtitle(_ text: Text) -> Chart { changed { $0.subtitle = text } }

  /// Shows or hides the legend.
  public func chartLegend(_ legend: ChartLegend) -> Chart { changed { $0.legend = legend } }

  /// Gives series their colours; the order is the legend's.
  public func chartForegroundStyleScale(_ colors: KeyValuePairs<String, ThemeColor>) -> Chart {
    changed { $0.seriesColors = colors.map { ($0.key, $0.value) } }
  }

  /// Sets the height over the width where nothing else says how high the chart is.
  public func chartAspect(_ heightOverWidth: Double) -> Chart {
    changed { $0.aspect = heightOverWidth }
  }

  /// Paints the plot area.
  public func chartPlotBackground(_ color: ThemeColor) -> Chart {
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
public enum Visibility: Hashable, Sendable { case visible, hidden }
