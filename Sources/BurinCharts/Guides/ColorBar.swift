import BurinGeometry
import BurinInk
import BurinScales
import BurinScene

/// What the colours of a field mean: a strip of them beside a scale.
public struct ColorBar: Hashable, Sendable {
  /// The values at the strip's ends.
  public var values: ClosedRange<Double>
  /// The colour of the smallest value.
  public var low: Color
  /// The colour of the largest value.
  public var high: Color
  /// How many steps of colour there are; nil for a smooth strip.
  public var steps: Int?

  /// Makes a colour bar.
  public init(
    values: ClosedRange<Double>, low: Color, high: Color, steps: Int? = nil
  ) {
    self.values = values
    self.low = low
    self.high = high
    self.steps = steps
  }
}

/// The name of a colour bar's quantity.
struct ColorBarTitle {
  var text: Text
  /// Whether the name is the data's, not one that the author gave the legend; it is left out where
  /// the bar is too low for it.
  var isAutomatic = false
}

/// A colour bar whose labels are measured: vertical beside a plot, or horizontal above or below it.
struct ColorBarGuide {
  private let colors: ContinuousColors
  private let labels: [(value: Double, block: TextBlock)]
  /// The name of the quantity: read downwards beside the labels of a vertical bar, before a
  /// horizontal one.
  private let title: TextBlock?
  private let isHorizontal: Bool
  /// The length of the strip, in points.
  private let length: Double

  private static let gap = 14.0
  private static let strip = 12.0
  private static let labelGap = 6.0
  /// The most length of a horizontal strip, in points.
  private static let longest = 260.0

  /// Chooses labels that keep clear of each other along a length, in points.
  init(
    _ bar: ColorBar, _ title: ColorBarTitle?, isHorizontal: Bool, length: Double,
    _ context: LayoutContext
  ) throws {
    let domain =
      bar.values.lowerBound < bar.values.upperBound
      ? bar.values : ScaleType.linear.domain(covering: [bar.values.lowerBound]) ?? 0...1
    try self.init(
      ContinuousColors(
        scale: SequentialScale(domain: domain),
        colors: [bar.low, bar.high], steps: bar.steps), title, isHorizontal: isHorizontal,
      length: length, context)
  }

  /// Chooses labels of a scale of colours.
  init(
    _ colors: ContinuousColors, _ title: ColorBarTitle?, isHorizontal: Bool, length: Double,
    _ context: LayoutContext
  ) throws {
    let name = try title.map {
      try context.layout(
        $0.text, role: .tick, color: .secondary,
        width: $0.isAutomatic && !isHorizontal ? nil : max(40, isHorizontal ? length / 2 : length))
    }
    self.title =
      title?.isAutomatic == true && !isHorizontal && (name?.size.width ?? 0) > length ? nil : name
    self.isHorizontal = isHorizontal
    let beside = isHorizontal ? self.title.map { $0.size.width + Self.gap } ?? 0 : 0
    let strip = isHorizontal ? max(40, min(length - beside, Self.longest)) : length
    self.length = strip
    let isTime = colors.scale.type.isTime
    func text(_ value: Double, _ values: [Double], _ format: NumberFormat) -> Text {
      isTime
        ? Text(context.region.format(of: values).text(value))
        : context.region.localized(Text(verbatim: format.string(value)))
    }
    func block(_ value: Double, _ values: [Double], _ format: NumberFormat) throws -> TextBlock {
      try context.layout(text(value, values, format), role: .tick, color: .secondary)
    }
    self.colors = colors
    let target = max(2, min(6, strip / 46))
    var failure: (any Error)?
    let ticks = colors.scale.ticks(targetCount: target) { candidate in
      let format = colors.scale.format(for: candidate).grouped(by: .thinSpace)
      var extents: [Double] = []
      do {
        extents = try candidate.map {
          let size = try block($0, candidate, format).size
          return isHorizontal ? size.width + AxisGuide.labelSpacing : size.height
        }
      } catch {
        failure = error
        return 1
      }
      let gaps = candidate.indices.dropFirst().map { index in
        let distance =
          (colors.fraction(candidate[index]) - colors.fraction(candidate[index - 1])) * strip
        return distance - (extents[index] + extents[index - 1]) / 2
      }
      return gaps.allSatisfy { $0 >= 0 } ? 1 : -.infinity
    }
    if let failure { throw failure }
    // A bar too short for two labels keeps the larger one.
    let shown = ticks.isLegible ? ticks.major : Array(ticks.major.suffix(1))
    let values = colors.single.map { [$0] } ?? shown
    let format = colors.scale.format(for: values).grouped(by: .thinSpace)
    labels = try values.map { ($0, try block($0, values, format)) }
  }

  /// The room of a vertical bar beside the plot, in points.
  var width: Double {
    labelEnd + (title.map { ChartSolver.titleGap + $0.size.height } ?? 0)
  }

  /// The size of a horizontal bar with its labels, which reach out at its ends, and its title.
  var size: Size {
    Size(
      lead + length + (labels.last?.block.size.width ?? 0) / 2,
      max(title?.size.height ?? 0, Self.strip + Self.labelGap + labelHeight))
  }

  /// Where the strip of a horizontal bar begins, in points.
  private var lead: Double {
    max(title.map { $0.size.width + Self.gap } ?? 0, (labels.first?.block.size.width ?? 0) / 2)
  }

  private var labelHeight: Double { labels.map(\.block.size.height).max() ?? 0 }

  /// How far the labels reach from the plot, in points.
  private var labelEnd: Double {
    Self.gap + Self.strip + Self.labelGap + (labels.map(\.block.size.width).max() ?? 0)
  }

  /// The strip with its labels, as high as the plot.
  ///
  /// - Parameters:
  ///   - plot: the plot.
  ///   - frame: the chart, at whose edge the bar's room lies.
  ///   - side: `.leading` or `.trailing`.
  func item(
    beside plot: Rect, in frame: Rect, at side: AxisSide, _ context: LayoutContext
  ) throws -> SceneItem {
    let x =
      side == .leading ? frame.minX : max(frame.maxX - width, plot.maxX) + Self.gap
    let rect = Rect(x: x, y: plot.minY, width: Self.strip, height: plot.height)
    var items = try strip(rect, context)
    var below = Double.infinity
    for (index, label) in labels.enumerated() {
      let y = rect.maxY - colors.fraction(label.value) * rect.height
      // Without a header, the chart ends where the strip does; a label gives way as far as it can.
      let free = below - label.block.size.height - InkLimits.tickLabelGap
      let wanted = y - label.block.opticalCenter
      let top = max(wanted, min(frame.minY, free))
      below = top
      items.append(
        try tick(
          index, label.block, from: Point(rect.maxX, y), to: Point(rect.maxX + 3, y),
          at: Point(rect.maxX + Self.labelGap, top), context))
    }
    if let title {
      let left = rect.minX - Self.gap + labelEnd + ChartSolver.titleGap
      items.append(
        title.turned(at: Point(left, rect.midY - title.size.width / 2), readsDown: true))
    }
    return .group(SceneGroup(.legend, "color bar", items: items))
  }

  /// The horizontal strip with its labels below it, its room's top left corner at a point.
  func item(at origin: Point, _ context: LayoutContext) throws -> SceneItem {
    let rect = Rect(x: origin.x + lead, y: origin.y, width: length, height: Self.strip)
    var items = try strip(rect, context)
    for (index, label) in labels.enumerated() {
      let x = rect.minX + colors.fraction(label.value) * rect.width
      items.append(
        try tick(
          index, label.block, from: Point(x, rect.maxY), to: Point(x, rect.maxY + 3),
          at: Point(x - label.block.size.width / 2, rect.maxY + Self.labelGap), context))
    }
    if let title {
      items.append(
        title.placed(at: Point(origin.x, rect.midY - title.opticalCenter), role: .label))
    }
    return .group(SceneGroup(.legend, "color bar", items: items))
  }

  /// The colours with their frame, from below or from the left.
  private func strip(_ rect: Rect, _ context: LayoutContext) throws -> [SceneItem] {
    let count = min(max(2, colors.steps ?? 128), 512)
    let cells = try (0..<count).map { index in
      let fraction = Double(index) / Double(count - 1)
      return try ContinuousColors.color(
        at: isHorizontal ? fraction : 1 - fraction, of: colors.colors, steps: nil,
        theme: context.theme)
    }
    return [
      .image(
        ImageItem(
          rect: rect, columns: isHorizontal ? count : 1, rows: isHorizontal ? 1 : count,
          cells: cells)),
      .stroke(.rect(rect), Stroke(try context.color(.axis), width: 0.8)),
    ]
  }

  private func tick(
    _ index: Int, _ block: TextBlock, from start: Point, to end: Point, at origin: Point,
    _ context: LayoutContext
  ) throws -> SceneItem {
    .group(
      SceneGroup(
        .tick, "\(index + 1)",
        items: [
          .stroke(.segment(start, end), Stroke(try context.color(.axis), width: 1)),
          block.placed(at: origin, role: .label),
        ]))
  }
}

extension ChartBlock {
  /// The side of the plot at which a colour bar stands.
  var colorBarSide: AxisSide {
    guard configuration.legend.isPlaced else { return .trailing }
    return switch configuration.legend.place {
    case .top: .top
    case .bottom: .bottom
    case .leading: .leading
    case .trailing, .overlay: .trailing
    }
  }

  /// The colour bar beside a plot of a height in points; nil where there is none.
  func colorBar(height: Double) throws -> ColorBarGuide? {
    try colorBarSide.isHorizontal ? nil : colorBar(isHorizontal: false, length: height)
  }

  /// The colour bar above or below a plot, in a width in points; nil where there is none.
  func colorBar(at side: AxisSide, width: Double) throws -> ColorBarGuide? {
    try colorBarSide == side ? colorBar(isHorizontal: true, length: width) : nil
  }

  /// The colour bar of the scale of colours, or of the first field that asks for one.
  private func colorBar(isHorizontal: Bool, length: Double) throws -> ColorBarGuide? {
    // Content of one's own stands for whatever the colours mean.
    guard configuration.legend.visibility != .hidden, configuration.legend.content == nil else {
      return nil
    }
    if case .continuous(let colors) = model.styles.color {
      noteOverlay()
      return try ColorBarGuide(
        colors, colorBarTitle(named: model.labels[.color] ?? []), isHorizontal: isHorizontal,
        length: length, context)
    }
    for table in model.tables {
      if let bar = bar(of: table.layer.mark, table.layer) {
        noteOverlay()
        return try ColorBarGuide(
          bar, colorBarTitle(named: []), isHorizontal: isHorizontal, length: length, context)
      }
    }
    return nil
  }

  private func noteOverlay() {
    guard configuration.legend.isPlaced, configuration.legend.place == .overlay else { return }
    context.note(
      Diagnostic(
        "chartLegend(position: .overlay) has no effect on a colour bar, which stands beside the plot"
      ))
  }

  /// The title of the legend where no keys have it, or the name of the quantity where nothing else in
  /// the chart says it.
  private func colorBarTitle(named labels: [String]) -> ColorBarTitle? {
    if let title = configuration.legend.title, !configuration.legend.isShown(for: legend) {
      return ColorBarTitle(text: title)
    }
    // As with axes, several names name none.
    guard context.theme.namesQuantities, labels.count == 1, let name = labels.first else {
      return nil
    }
    let said = [
      configuration.title?.plain, configuration.subtitle?.plain, configuration.x.title?.plain,
      configuration.y.title?.plain,
    ]
    let isSaid = said.contains { $0?.lowercased() == name.lowercased() }
    return isSaid ? nil : ColorBarTitle(text: Text(name), isAutomatic: true)
  }

  private func bar<M: Mark>(of type: M.Type, _ layer: Layer) -> ColorBar? {
    layer.runs.lazy.compactMap { run in
      (run.parameters as? M.Parameters).flatMap { M.colorBar($0) }
    }.first
  }
}
