import BurinGeometry
import BurinScales
import BurinText

/// Finds the room that guides need around a plot, from their measured labels.
struct ChartSolver {
  let block: ChartBlock
  let size: Size
  let header: ChartHeader
  let xTitle: TextBlock?
  /// The name of the second unit of x, above its labels.
  let secondaryXTitle: TextBlock?
  let insets: Insets
  /// The guides over the plot that the insets leave, seen from its top left corner; nil where the
  /// insets came from elsewhere.
  private(set) var guides: (x: AxisGuide, y: AxisGuide)?

  /// The distance between a plot's edge and the labels of its axis, in points.
  static let labelGap = 7.0
  /// The distance between tick labels and an axis' title, in points.
  static let titleGap = 6.0

  /// The distance between a plot with its labels and a legend, in points.
  static let legendGap = 12.0

  private var configuration: ChartConfiguration { block.configuration }

  init(block: ChartBlock, size: Size, insets: Insets? = nil) throws {
    self.block = block
    self.size = size
    header = try ChartHeader(
      block.configuration, block.legend, block.context, width: size.width, height: size.height)
    xTitle = try block.configuration.x.title.map {
      try block.context.layout($0, role: .tick, color: .secondary, width: size.width)
    }
    secondaryXTitle = try block.configuration.x.secondary?.title.map {
      try block.context.layout($0, role: .tick, color: .secondary, width: size.width)
    }
    if let insets {
      self.insets = insets
      return
    }
    block.context.work.solvedCharts += 1
    let guess = max(40, size.height - header.height - 40)
    var y = try Self.guide(block, in: size, isHorizontal: false, low: guess, high: 0)
    var leading = y.labelSize.width > 0 ? y.labelSize.width + Self.labelGap : 0
    let endLabels = try Self.endLabelWidth(block)
    let barWidth = try block.colorBar(height: guess)?.width ?? 0
    let side = try block.sideLegend(height: guess).map { $0.size.width + Self.legendGap } ?? 0
    let width = max(40, size.width - leading - endLabels - barWidth - side)
    // Stricter than where the labels are drawn, so that a plot a little narrower needs no more rows.
    let x = try Self.guide(
      block, in: size, isHorizontal: true, low: 0, high: width,
      spacing: AxisGuide.labelSpacing + 2)
    let reachOfX = x.sidewaysOverhang(low: 0, high: width)
    var bottom = 0.0
    if x.labelSize.height > 0 { bottom += Self.labelGap + x.labelSize.height }
    if let xTitle { bottom += Self.titleGap + xTitle.size.height }
    // The labels at the ends of y reach half their height out of the plot.
    let reach = y.overhang(top: 0, bottom: guess)
    var top = header.height(above: reach.top)
    var trailing = endLabels
    if let above = try Self.secondaryGuide(block, isHorizontal: true, low: 0, high: width) {
      top += above.labelSize.height + Self.labelGap
    }
    if let title = secondaryXTitle { top += title.size.height + Self.titleGap }
    if let beside = try Self.secondaryGuide(block, isHorizontal: false, low: guess, high: 0) {
      trailing = max(trailing, beside.labelSize.width + Self.labelGap)
    }
    bottom = max(bottom, reach.bottom)
    if let legend = try block.sideLegend(height: size.height) {
      trailing += legend.size.width + Self.legendGap
    }
    if let legend = try block.lowerLegend(in: size) {
      bottom += legend.size.height + Self.legendGap
    }
    // Where the plot is lower than was guessed, other labels of the bar may be wider.
    if let bar = try block.colorBar(height: size.height - top - bottom) {
      trailing += max(bar.width, barWidth)
    }
    // Where the plot is not as high as was guessed, other labels of y may be wider.
    let height = size.height - top - bottom
    guard height > 0 else {
      self.insets = Insets(
        top: top, leading: max(leading, reachOfX.low), bottom: bottom,
        trailing: max(trailing, reachOfX.high, 2))
      return
    }
    y = try Self.guide(block, in: size, isHorizontal: false, low: height, high: 0)
    if y.labelSize.width > 0 { leading = max(leading, y.labelSize.width + Self.labelGap) }
    leading = max(leading, reachOfX.low)
    trailing = max(trailing, reachOfX.high, 2)
    // What is drawn decides how far the outermost labels reach to the sides.
    var final = size.width - leading - trailing
    for _ in 0..<2 where final > 0 {
      let x = try Self.guide(block, in: size, isHorizontal: true, low: 0, high: final)
      guides = (x, y)
      let reach = x.sidewaysOverhang(low: 0, high: final)
      guard reach.low > leading + 0.5 || reach.high > trailing + 0.5 else { break }
      leading = max(leading, reach.low)
      trailing = max(trailing, reach.high)
      final = size.width - leading - trailing
      guides = nil
    }
    self.insets = Insets(top: top, leading: leading, bottom: bottom, trailing: trailing)
  }

  /// The part of a chart's height that labels of x may take, and of its width that labels of y may.
  private static let depth = (x: 0.6, y: 0.42)

  /// The guide of an axis over a range of points.
  ///
  /// - Parameter size: the size of the chart, on which it depends how far labels may reach.
  static func guide(
    _ block: ChartBlock, in size: Size, isHorizontal: Bool, low: Double, high: Double,
    length: Double? = nil, spacing: Double = AxisGuide.labelSpacing
  ) throws -> AxisGuide {
    let configuration = isHorizontal ? block.configuration.x : block.configuration.y
    let length = length ?? abs(high - low)
    let scale = try scale(block, isHorizontal: isHorizontal, low: low, high: high, length: length)
    return try AxisGuide(
      scale: scale, configuration: configuration, isHorizontal: isHorizontal, length: length,
      isWhole: (isHorizontal ? block.model.x : block.model.y).kind == .integer,
      depth: isHorizontal ? size.height * depth.x : size.width * depth.y, spacing: spacing,
      context: block.context)
  }

  /// The guide of an axis' second unit, or nil where it has none.
  static func secondaryGuide(
    _ block: ChartBlock, isHorizontal: Bool, low: Double, high: Double, length: Double? = nil
  ) throws -> AxisGuide? {
    let configuration = isHorizontal ? block.configuration.x : block.configuration.y
    guard let secondary = configuration.secondary else { return nil }
    let length = length ?? abs(high - low)
    let primary = try scale(block, isHorizontal: isHorizontal, low: low, high: high, length: length)
    var own = ChartConfiguration.Scale()
    own.marks =
      secondary.marks
      ?? AxisMarks {
        AxisTick(); AxisValueLabel()
      }
    return try AxisGuide(
      scale: AxisScale(
        form: .continuous(try secondary.scale(beside: primary, axis: isHorizontal ? "x" : "y"))),
      configuration: own, isHorizontal: isHorizontal, length: length, context: block.context)
  }

  /// The scale of an axis over a range of points; categories of y run downwards.
  static func scale(
    _ block: ChartBlock, isHorizontal: Bool, low: Double, high: Double, length: Double
  ) throws -> AxisScale {
    let configuration = isHorizontal ? block.configuration.x : block.configuration.y
    let domain = isHorizontal ? block.model.x : block.model.y
    let target = AxisGuide.targetCount(configuration, length: length, isHorizontal: isHorizontal)
    let runsDown = domain.isBand(configuration) && !isHorizontal
    return try domain.scale(
      configuration, from: runsDown ? high : low, to: runsDown ? low : high, targetCount: target,
      names: block.model.names[domain.channel] ?? [])
  }

  /// The room for labels at the right ends of lines.
  private static func endLabelWidth(_ block: ChartBlock) throws -> Double {
    var widest = 0.0
    for table in block.model.tables {
      for row in table.layer.annotations.keys.sorted() {
        for annotation in table.layer.annotations[row] ?? []
        where annotation.position == .lineEnd {
          let text =
            try annotation.view.map {
              try block.context.block(of: $0, color: nil, target: .zero)
            } ?? block.context.layout(annotation.text, role: .label)
          widest = max(widest, text.size.width + annotation.spacing)
        }
      }
    }
    return widest
  }
}
