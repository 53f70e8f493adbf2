import BurinGeometry
import BurinScales
import BurinScene

/// A chart ready to be measured and drawn.
struct ChartBlock: Block {
  let model: ChartModel
  private(set) var configuration: ChartConfiguration
  let context: LayoutContext
  let legend: LegendDescription
  /// Whether parts are left out because the chart is low.
  private(set) var isReduced = false
  /// What the author should know of parts that are left out.
  private var notes: [Diagnostic] = []

  init(_ chart: Chart, _ context: LayoutContext) throws {
    let data = chart.data.inUnits(of: context.region.calendar)
    let model = try ChartModel(data, chart.configuration, region: context.region)
    model.note(data, chart.configuration, in: context)
    self.init(
      model: model, configuration: chart.configuration.titled(by: model.labels, context),
      legend: LegendDescription(data, model.styles, context), context: context)
    try legend.note(
      context.theme, places: model.placeNames,
      isHidden: chart.configuration.legend.visibility == .hidden, in: context)
  }

  init(
    model: ChartModel, configuration: ChartConfiguration, legend: LegendDescription,
    context: LayoutContext
  ) {
    self.model = model
    self.configuration =
      model.angle.isAlone
      ? configuration.withoutAxes(context) : configuration
    self.legend = legend
    self.context = context
  }

  /// Changes the settings.
  mutating func change(_ body: (inout ChartConfiguration) -> Void) {
    var configuration = configuration
    body(&configuration)
    self.configuration = configuration
  }

  /// A side of a chart that may be too short for a part.
  enum ShortSide { case width, height }

  /// Leaves a part out that a chart's side has no room for.
  mutating func leaveOut(
    _ part: String, for side: ShortSide, of size: Size,
    _ body: (inout ChartConfiguration) -> Void
  ) {
    change(body)
    isReduced = true
    let length = NumberFormat.fixed(0).string(side == .width ? size.width : size.height)
    notes.append(
      Diagnostic(
        "\(part) is left out of the chart, which is only \(length) pt \(side == .width ? "wide" : "high")"
      ))
  }

  /// The least height of a plot without the parts that explain it, in points.
  private static let leastReducedHeight = 6.0
  /// The least width and height of a plot, in points.
  static let leastPlot = 20.0
  /// The least width and height of a plot with nothing beside it, as in a line of text.
  private static let leastBarePlot = 4.0

  /// The least size of the plot within what lies around it.
  private func leastPlot(within insets: Insets) -> Size {
    func least(_ beside: Double) -> Double {
      beside < Self.leastReducedHeight ? Self.leastBarePlot : Self.leastPlot
    }
    return Size(
      least(insets.horizontal),
      isReduced ? Self.leastReducedHeight : least(insets.vertical))
  }

  var summary: String { configuration.title.map { "the chart “\($0.brief)”" } ?? "a chart" }
  var horizontal: Flexibility { .flexible(1) }
  var vertical: Flexibility { .flexible(1) }

  func size(_ proposal: ProposedSize) throws -> Size {
    let width = proposal.width ?? 320
    if let height = proposal.height { return Size(width, height) }
    let header = try ChartHeader(self, width: width)
    if let height = try plotStyle()?.fixedSize().height {
      let guess = Size(width, header.height + height + 60)
      let insets = try ChartSolver(block: self, size: guess).insets
      return Size(width, insets.vertical + height)
    }
    return Size(width, header.height + width * configuration.aspect)
  }

  func plotInsets(in size: Size) throws -> Insets? {
    let block = try fitted(in: size)
    return try ChartSolver(block: block, size: size).insets
  }

  func firstBaseline(in size: Size) throws -> Double? {
    try ChartHeader(self, width: size.width).firstBaseline
  }

  func draw(in rect: Rect, plotInsets: Insets?) throws -> Drawing {
    let block = try fitted(in: rect.size)
    for note in block.notes { context.note(note) }
    return try block.drawFitted(in: rect, plotInsets: plotInsets)
  }

  private func drawFitted(in rect: Rect, plotInsets: Insets?) throws -> Drawing {
    let solver = try ChartSolver(block: self, size: rect.size, insets: plotInsets)
    var plot = rect.inset(by: solver.insets)
    let least = leastPlot(within: solver.insets)
    guard plot.width >= least.width, plot.height >= least.height else {
      // Told of the whole chart: what is left for the plot may be less than nothing.
      let isHeight = plot.width >= least.width
      throw ChartError.doesNotFit(
        what: "\(summary) with its titles, labels and legend",
        needs: (isHeight ? least.height : least.width)
          + (isHeight ? solver.insets.vertical : solver.insets.horizontal),
        available: isHeight ? rect.height : rect.width, isHeight: isHeight)
    }
    if model.angle.isAlone, !model.angle.hasNamesBeside {
      let side = min(plot.width, plot.height)
      plot = Rect(center: plot.center, size: Size(side, side))
    }
    let outer = plot
    if let style = try plotStyle() {
      plot = try style.place(in: outer)
      guard plot.width >= least.width, plot.height >= least.height else {
        throw ChartError.invalid(
          "chartPlotStyle leaves \(plot.width) × \(plot.height) pt for the plot; it needs \(least.width) × \(least.height) pt"
        )
      }
    }
    return try ChartDrawing(
      block: self, solver: solver, frame: rect, plot: plot, outerPlot: outer
    ).drawing()
  }

  /// What lies around the plot; nil where nothing does.
  private func plotStyle() throws -> ChartSlotStyle? {
    try configuration.plotStyle.map { try ChartSlotStyle($0, context) }
  }
}

/// The title, the lines below it and the legend of a chart.
struct ChartHeader {
  var title: TextBlock?
  var subtitle: TextBlock?
  var legend: Legend?
  /// The colour bar above the plot.
  var bar: ColorBarGuide?
  /// The title of y above its axis.
  var yTitle: TextBlock?
  /// How much of the free width lies before the title of y, 0…1.
  private let yTitleShare: Double
  /// The name of the second unit of y, above the axis at the right.
  var secondaryTitle: TextBlock?
  /// How much of the free width lies before the legend, 0…1.
  private let legendShare: Double
  /// How much of the free width lies before the colour bar, 0…1.
  private let barShare: Double
  /// The distance below the legend, in points.
  private let legendGap: Double
  private let context: LayoutContext
  let width: Double

  init(_ block: ChartBlock, width: Double, height: Double? = nil) throws {
    let (configuration, legend, context) = (block.configuration, block.legend, block.context)
    self.context = context
    bar = try block.colorBar(at: .top, width: width)
    title = try configuration.taggedTitle.map {
      guard let lines = configuration.titleLines else {
        return try context.layout($0, role: .headline, color: .primary, width: width)
      }
      let fitted = try context.fitted($0, role: .headline, width: width, lines: lines)
      if fitted.isShortened {
        context.note(
          Diagnostic(
            "the title “\($0.brief)” is shortened; make the chart larger or the name shorter"))
      }
      return fitted.block
    }
    subtitle = try configuration.subtitle.map {
      try context.layout($0, role: .label, color: .secondary, width: width)
    }
    if configuration.legend.place == .top, configuration.legend.isShown(for: legend) {
      self.legend = try Legend(
        legend, configuration.legend, context, width: width,
        height: Self.legendHeight(width, height))
    }
    let title = configuration.y.title
    yTitle =
      title?.side == nil || title?.side == .top ? try title?.block(context, width: width) : nil
    yTitleShare =
      title?.alignment ?? (configuration.y.usualSide(isHorizontal: false) == .trailing ? 1 : 0)
    secondaryTitle = try configuration.y.secondary?.title.map {
      try context.layout($0, role: .tick, color: .secondary, width: width)
    }
    legendShare = self.legend?.share ?? 0
    barShare = configuration.legend.alignment?.horizontal.share ?? 0
    legendGap = configuration.legend.spacing ?? 10
    self.width = width
  }

  /// The most height that a legend above or below a plot takes, in points.
  ///
  /// - Parameter height: the height of the chart; nil where the width decides on it.
  static func legendHeight(_ width: Double, _ height: Double?) -> Double {
    max(40, min(width * 0.26, (height ?? .infinity) * 0.3))
  }

  private static let gap = 5.0
  /// The least distance between the last row and a label of y below it.
  private static let clearance = 5.0

  var firstBaseline: Double? { title?.firstBaseline ?? subtitle?.firstBaseline }

  /// The parts from top to bottom with the distance below each.
  private var rows: [(height: Double, gap: Double)] {
    var rows: [(Double, Double)] = []
    if let title { rows.append((title.size.height, Self.gap)) }
    if let subtitle { rows.append((subtitle.size.height, Self.gap)) }
    if let legend { rows.append((legend.size.height, Self.gap)) }
    if let bar { rows.append((bar.size.height, Self.gap)) }
    if !rows.isEmpty { rows[rows.count - 1].1 = legend == nil && bar == nil ? 10 : legendGap }
    if let height = axisTitleHeight { rows.append((height, 7)) }
    return rows
  }

  private var axisTitleHeight: Double? {
    [yTitle, secondaryTitle].compactMap { $0?.size.height }.max()
  }

  var height: Double { rows.map { $0.height + $0.gap }.reduce(0, +) }

  /// The height above a plot whose labels reach out of it at its top.
  ///
  /// - Parameter reach: how far the topmost label of y reaches, in points.
  func height(above reach: Double) -> Double {
    guard let gap = rows.last?.gap else { return reach }
    return height - gap + max(gap, reach + Self.clearance)
  }

  /// Returns the parts; titles of y stay above their axes where there is more room than they need.
  ///
  /// - Parameters:
  ///   - origin: the top left corner.
  ///   - lead: the width of what stands at the left of the axis of y, over which its title does not
  ///     stand, in points.
  ///   - spare: the height between the header and the plot that neither needs, in points.
  func items(at origin: Point, lead: Double = 0, spare: Double = 0) throws -> [SceneItem] {
    var items: [SceneItem] = []
    var y = origin.y
    func place(_ block: TextBlock) -> Point {
      Point(origin.x + (width - block.size.width) * block.share(), y)
    }
    if let title {
      items.append(title.placed(at: place(title), role: .title, name: "chart"))
      y += title.size.height + Self.gap
    }
    if let subtitle {
      items.append(subtitle.placed(at: place(subtitle), role: .caption))
      y += subtitle.size.height + Self.gap
    }
    if let legend {
      items += try legend.items(
        at: Point(origin.x + (width - legend.size.width) * legendShare, y))
      y += legend.size.height + Self.gap
    }
    if let bar {
      items.append(
        try bar.item(at: Point(origin.x + (width - bar.size.width) * barShare, y), context))
    }
    for (block, name, x) in [
      (
        yTitle, "y title",
        origin.x + lead + (width - lead - (yTitle?.size.width ?? 0)) * yTitleShare
      ),
      (
        secondaryTitle, "y second title",
        origin.x + width - (secondaryTitle?.size.width ?? 0)
      ),
    ] {
      guard let block else { continue }
      let place = Point(x, origin.y + height + spare - block.size.height - 7)
      items.append(.group(SceneGroup(.axis, name, items: [block.placed(at: place)])))
    }
    return items
  }
}
