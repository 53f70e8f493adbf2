import BurinGeometry
import BurinScales
import BurinText

/// Finds the room that guides need around a plot, from their measured labels.
struct ChartSolver {
  let block: ChartBlock
  let size: Size
  let header: ChartHeader
  /// The title of x, unless it is hidden.
  let xTitle: TextBlock?
  /// The title of y where it stands beside its labels, turned.
  let yTitle: TextBlock?
  /// The name of the second unit of x, above its labels.
  let secondaryXTitle: TextBlock?
  private(set) var insets = Insets.zero
  /// The guides over the plot that the insets leave, seen from its top left corner; nil where the
  /// insets came from elsewhere.
  private(set) var guides: [AxisGuide]?

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
    header = try ChartHeader(block, width: size.width, height: size.height)
    xTitle = try block.configuration.x.title?.block(
      block.context, width: size.width, isCentered: true)
    let y = block.configuration.y.title
    yTitle =
      y?.side?.isHorizontal == false
      ? try y?.block(block.context, width: size.height, isCentered: true) : nil
    secondaryXTitle = try block.configuration.x.secondary?.title.map {
      try block.context.layout($0, role: .tick, color: .secondary, width: size.width)
    }
    if let insets {
      self.insets = insets
      return
    }
    block.context.work.solvedCharts += 1
    let guess = max(40, size.height - header.height - 40)
    var vertical = try Self.guides(block, in: size, isHorizontal: false, low: guess, high: 0)
    let endLabels = try Self.endLabelWidth(block)
    let barWidth = try block.colorBar(height: guess)?.width ?? 0
    let side = try block.sideLegend(height: guess)
    let beside = side.map { $0.size.width + block.configuration.legend.gap } ?? 0
    let isAtLeft = block.configuration.legend.place == .leading
    var (left, right) = (yTitleRoom(.leading), yTitleRoom(.trailing))
    if isAtLeft { left += beside } else { right += beside }
    /// The room of the labels of y, with what stands outside of them.
    func sides() -> (leading: Double, trailing: Double) {
      (
        vertical.reach(.leading) + left, max(vertical.reach(.trailing), endLabels) + right
      )
    }
    let width = max(40, size.width - sides().leading - sides().trailing - barWidth)
    // Stricter than where the labels are drawn, so that a plot a little narrower needs no more rows.
    let horizontal = try Self.guides(
      block, in: size, isHorizontal: true, low: 0, high: width,
      spacing: AxisGuide.labelSpacing + 2, depthOfX: depthOfX)
    let reachOfX = horizontal.sidewaysOverhang(low: 0, high: width)
    var bottom = horizontal.reach(.bottom)
    if let room = xTitleRoom(.bottom) { bottom += room }
    // The labels at the ends of y reach half their height out of the plot.
    let reach = vertical.overhang(top: 0, bottom: guess)
    var top = try top(overhang: reach.top, labelsOfX: horizontal.reach(.top), width: width)
    var outside = 0.0
    if let beside = try Self.secondaryGuide(block, isHorizontal: false, low: guess, high: 0) {
      outside = beside.reach
    }
    bottom = max(bottom, reach.bottom)
    bottom += try block.lowerKeys(in: size).height
    // Where the plot is lower than was guessed, other labels of the bar may be wider.
    if let bar = try block.colorBar(height: size.height - top - bottom) {
      let width = max(bar.width, barWidth)
      if block.colorBarSide == .leading { left += width } else { right += width }
    }
    func insetsOfAll() -> Insets {
      Insets(
        top: top, leading: max(sides().leading, reachOfX.low), bottom: bottom,
        trailing: max(
          max(max(vertical.reach(.trailing), endLabels), outside) + right, reachOfX.high, 2))
    }
    // Where the plot is not as high as was guessed, other labels of y may be wider.
    let height = size.height - top - bottom
    guard height > 0 else {
      self.insets = insetsOfAll()
      return
    }
    let guessed = vertical
    vertical = try Self.guides(block, in: size, isHorizontal: false, low: height, high: 0)
    vertical.keepRoom(of: guessed)
    var result = insetsOfAll()
    // What is drawn decides how far the labels of x reach: a plot narrower than was guessed may set
    // them in more rows.
    var final = size.width - result.leading - result.trailing
    var deepest = (top: horizontal.reach(.top), bottom: horizontal.reach(.bottom))
    var drawn: AxisGuides?
    for _ in 0..<3 where final > 0 {
      let x = try Self.guides(
        block, in: size, isHorizontal: true, low: 0, high: final, depthOfX: depthOfX)
      guides = x.guides + vertical.guides
      drawn = x
      let reach = x.sidewaysOverhang(low: 0, high: final)
      let deeper = (
        top: max(0, x.reach(.top) - deepest.top), bottom: max(0, x.reach(.bottom) - deepest.bottom)
      )
      let isDeeper = deeper.top > 0.5 || deeper.bottom > 0.5
      guard
        isDeeper || reach.low > result.leading + 0.5 || reach.high > result.trailing + 0.5
      else { break }
      guides = nil
      if isDeeper {
        deepest = (deepest.top + deeper.top, deepest.bottom + deeper.bottom)
        top += deeper.top
        bottom += deeper.bottom
        let guessed = vertical
        vertical = try Self.guides(
          block, in: size, isHorizontal: false, low: size.height - top - bottom, high: 0)
        vertical.keepRoom(of: guessed)
        let sides = result
        result = insetsOfAll()
        (result.leading, result.trailing) = (
          max(result.leading, sides.leading), max(result.trailing, sides.trailing)
        )
      }
      result.leading = max(result.leading, reach.low)
      result.trailing = max(result.trailing, reach.high)
      final = size.width - result.leading - result.trailing
    }
    // Labels that need less room than was guessed leave it to the plot.
    if guides != nil, let drawn {
      let spare = deepest.bottom - drawn.reach(.bottom)
      let low = size.height - result.top - result.bottom + spare
      if spare > 0.5 {
        var taller = try Self.guides(block, in: size, isHorizontal: false, low: low, high: 0)
        let isAsWide = [AxisSide.leading, .trailing].allSatisfy {
          taller.reach($0) <= vertical.reach($0) + 0.5
        }
        if isAsWide, taller.overhang(top: 0, bottom: low).bottom <= result.bottom - spare {
          taller.keepRoom(of: vertical)
          result.bottom -= spare
          guides = drawn.guides + taller.guides
        }
      }
    }
    self.insets = result
  }

  /// The room above a plot, with the header.
  ///
  /// - Parameters:
  ///   - overhang: how far the topmost label of y reaches out of the plot, in points.
  ///   - labelsOfX: how far the labels of x above the plot reach, in points.
  ///   - width: the width of the plot, in points.
  func top(overhang: Double, labelsOfX: Double, width: Double) throws -> Double {
    let second = try Self.secondaryGuide(block, isHorizontal: true, low: 0, high: width)
    let secondTitle = secondaryXTitle.map { $0.size.height + Self.titleGap }
    return header.height(above: overhang) + labelsOfX + (xTitleRoom(.top) ?? 0)
      + (second?.reach ?? 0) + (secondTitle ?? 0)
  }

  /// The room that the title of x takes on a side; nil where it is not there.
  func xTitleRoom(_ side: AxisSide) -> Double? {
    guard let xTitle,
      (configuration.x.title?.side ?? configuration.x.usualSide(isHorizontal: true)) == side
    else { return nil }
    return (configuration.x.title?.spacing ?? Self.titleGap) + xTitle.size.height
  }

  /// The room that the title of y takes beside its labels, turned.
  private func yTitleRoom(_ side: AxisSide) -> Double {
    guard let yTitle, configuration.y.title?.side == side else { return 0 }
    return (configuration.y.title?.spacing ?? Self.titleGap) + yTitle.size.height
  }

  /// The part of a chart's height that labels of x may take, and of its width that labels of y may.
  private static let depth = (x: 0.6, y: 0.42)

  /// How far labels of x may reach: titles take their room first, and the plot keeps some.
  var depthOfX: Double {
    let title = xTitle.map { $0.size.height + Self.titleGap } ?? 0
    let free = size.height - header.height - title - Self.leastPlotOverLabels
    return min(size.height * Self.depth.x, max(Self.leastDepth, free))
  }

  /// The height that long labels of x leave the plot, and the least that they themselves have, in
  /// points.
  private static let (leastPlotOverLabels, leastDepth) = (60.0, 40.0)

  /// The guides of an axis over a range of points, one for each side that has marks.
  ///
  /// - Parameters:
  ///   - size: the size of the chart, on which it depends how far labels may reach.
  ///   - depthOfX: how far labels of x may reach, where it is known what else takes room.
  static func guides(
    _ block: ChartBlock, in size: Size, isHorizontal: Bool, low: Double, high: Double,
    length: Double? = nil, spacing: Double = AxisGuide.labelSpacing, depthOfX: Double? = nil
  ) throws -> AxisGuides {
    let configuration = isHorizontal ? block.configuration.x : block.configuration.y
    for marks in configuration.marks ?? []
    where AxisSide(marks.position, isHorizontal: isHorizontal) == nil {
      throw ChartError.invalid(
        "the \(isHorizontal ? "x" : "y") axis has marks at position .\(marks.position), a side of the other axis"
      )
    }
    // Marks of one dimension leave nothing to say on the other axis.
    let (own, other) =
      isHorizontal ? (block.model.x, block.model.y) : (block.model.y, block.model.x)
    if own.isEmpty, !other.isEmpty, configuration.isAutomatic { return AxisGuides([]) }
    let length = length ?? abs(high - low)
    let scale = try scale(block, isHorizontal: isHorizontal, low: low, high: high, length: length)
    return AxisGuides(
      try AxisSide.sides(isHorizontal: isHorizontal).compactMap { side in
        try configuration.marks(on: side).map { marks in
          try AxisGuide(
            scale: scale, configuration: configuration, marks: marks, side: side, length: length,
            domain: isHorizontal ? block.model.x : block.model.y,
            depth: isHorizontal ? depthOfX ?? size.height * depth.x : size.width * depth.y,
            spacing: spacing,
            context: block.context)
        }
      })
  }

  /// The guide of an axis' second unit, or nil where it has none.
  static func secondaryGuide(
    _ block: ChartBlock, isHorizontal: Bool, low: Double, high: Double, length: Double? = nil
  ) throws -> AxisGuide? {
    let configuration = isHorizontal ? block.configuration.x : block.configuration.y
    guard let secondary = configuration.secondary else { return nil }
    let length = length ?? abs(high - low)
    let primary = try scale(block, isHorizontal: isHorizontal, low: low, high: high, length: length)
    let marks =
      secondary.marks
      ?? AxisMarks {
        AxisTick()
        AxisValueLabel()
      }
    return try AxisGuide(
      scale: AxisScale(
        form: .continuous(try secondary.scale(beside: primary, axis: isHorizontal ? "x" : "y"))),
      configuration: ChartConfiguration.Scale(), marks: [marks],
      side: isHorizontal ? .top : .trailing, length: length, context: block.context)
  }

  /// The scale of an axis over a range of points; categories of y run downwards.
  static func scale(
    _ block: ChartBlock, isHorizontal: Bool, low: Double, high: Double, length: Double
  ) throws -> AxisScale {
    let configuration = isHorizontal ? block.configuration.x : block.configuration.y
    let domain = isHorizontal ? block.model.x : block.model.y
    let target = AxisGuide.targetCount(configuration, length: length, isHorizontal: isHorizontal)
    let runsDown = domain.isBand(configuration) && !isHorizontal
    let (low, high) = try configuration.range.ends(low: low, high: high, axis: domain.name)
    return try domain.scale(
      configuration, from: runsDown ? high : low, to: runsDown ? low : high, targetCount: target,
      names: block.model.names[domain.channel] ?? [], memo: &block.context.bandScales)
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
