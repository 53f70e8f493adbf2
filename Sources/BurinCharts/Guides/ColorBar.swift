import BurinGeometry
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

/// A colour bar whose labels are measured.
struct ColorBarGuide {
  private let colors: ContinuousColors
  private let labels: [(value: Double, block: TextBlock)]
  /// The name of the quantity, read downwards beside the labels.
  private let title: TextBlock?

  private static let gap = 14.0
  private static let strip = 12.0
  private static let labelGap = 6.0

  /// Chooses labels that keep clear of each other along a height, in points.
  init(
    _ bar: ColorBar, _ title: ColorBarTitle?, height: Double, _ context: LayoutContext
  ) throws {
    let domain =
      bar.values.lowerBound < bar.values.upperBound
      ? bar.values : ScaleType.linear.domain(covering: [bar.values.lowerBound]) ?? 0...1
    try self.init(
      ContinuousColors(
        scale: SequentialScale(domain: domain),
        colors: [bar.low, bar.high], steps: bar.steps), title, height: height, context)
  }

  /// Chooses labels of a scale of colours.
  init(
    _ colors: ContinuousColors, _ title: ColorBarTitle?, height: Double, _ context: LayoutContext
  ) throws {
    let name = try title.map {
      try context.layout(
        $0.text, role: .tick, color: .secondary, width: $0.isAutomatic ? nil : max(40, height))
    }
    self.title = title?.isAutomatic == true && (name?.size.width ?? 0) > height ? nil : name
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
    let target = max(2, min(6, height / 46))
    var failure: (any Error)?
    let ticks = colors.scale.ticks(targetCount: target) { candidate in
      let format = NumberFormat.automatic(for: candidate)
      var heights: [Double] = []
      do {
        heights = try candidate.map { try block($0, candidate, format).size.height }
      } catch {
        failure = error
        return 1
      }
      let gaps = candidate.indices.dropFirst().map { index in
        let distance =
          (colors.fraction(candidate[index]) - colors.fraction(candidate[index - 1])) * height
        return distance - (heights[index] + heights[index - 1]) / 2
      }
      return gaps.allSatisfy { $0 >= 0 } ? 1 : -.infinity
    }
    if let failure { throw failure }
    // A bar too low for two labels keeps the larger one.
    let values = ticks.isLegible ? ticks.major : Array(ticks.major.suffix(1))
    labels = try values.map { ($0, try block($0, values, ticks.format)) }
  }

  /// The room at the right of the plot, in points.
  var width: Double {
    labelEnd + (title.map { ChartSolver.titleGap + $0.size.height } ?? 0)
  }

  /// How far the labels reach from the plot, in points.
  private var labelEnd: Double {
    Self.gap + Self.strip + Self.labelGap + (labels.map(\.block.size.width).max() ?? 0)
  }

  /// The strip with its labels, as high as the plot.
  func item(beside plot: Rect, at x: Double, _ context: LayoutContext) throws -> SceneItem {
    let rect = Rect(
      x: max(x, plot.maxX) + Self.gap, y: plot.minY, width: Self.strip, height: plot.height)
    let rows = min(max(2, colors.steps ?? 128), 512)
    let cells = try (0..<rows).map { row in
      try ContinuousColors.color(
        at: 1 - Double(row) / Double(rows - 1), of: colors.colors, steps: nil,
        theme: context.theme)
    }
    var items: [SceneItem] = [
      .image(ImageItem(rect: rect, columns: 1, rows: rows, cells: cells)),
      .stroke(.rect(rect), Stroke(try context.color(.axis), width: 0.8)),
    ]
    for (index, label) in labels.enumerated() {
      let fraction = colors.fraction(label.value)
      let y = rect.maxY - fraction * rect.height
      items.append(
        .group(
          SceneGroup(
            .tick, "\(index + 1)",
            items: [
              .stroke(
                .segment(Point(rect.maxX, y), Point(rect.maxX + 3, y)),
                Stroke(try context.color(.axis), width: 1)),
              label.block.placed(
                at: Point(rect.maxX + Self.labelGap, y - label.block.opticalCenter), role: .label),
            ])))
    }
    if let title {
      let left = rect.minX - Self.gap + labelEnd + ChartSolver.titleGap
      items.append(
        title.turned(at: Point(left, rect.midY - title.size.width / 2), readsDown: true))
    }
    return .group(SceneGroup(.legend, "color bar", items: items))
  }
}

extension ChartBlock {
  /// The colour bar of the scale of colours, or of the first field that asks for one, beside a plot
  /// of a height in points.
  func colorBar(height: Double) throws -> ColorBarGuide? {
    guard configuration.legend.visibility != .hidden else { return nil }
    if case .continuous(let colors) = model.styles.color {
      return try ColorBarGuide(
        colors, colorBarTitle(named: model.labels[.color] ?? []), height: height, context)
    }
    for table in model.tables {
      if let bar = bar(of: table.layer.mark, table.layer) {
        return try ColorBarGuide(bar, colorBarTitle(named: []), height: height, context)
      }
    }
    return nil
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
