import BurinGeometry
import BurinInk
import BurinScales
import BurinScene
import BurinText

/// The marks on one side of an axis made ready: values at their places with measured labels.
struct AxisGuide {
  /// A value with its parts.
  struct Entry {
    var datum: Datum
    var position: Double
    /// The middle of the unit of the calendar that begins at the value, where marks have units.
    var unitMiddle: Double?
    /// The middle between the value and the next one.
    var nextMiddle: Double?
    var grid: (line: AxisGridLine, style: AxisComponentStyle)?
    var tick: (tick: AxisTick, style: AxisComponentStyle)?
    var source: (content: AxisLabelContent, label: AxisValueLabel, style: AxisComponentStyle)?
    var label: TextBlock?

    /// The place of the label: centred where asked for, and under marks of whole units.
    var labelPosition: Double {
      switch source?.label.isCentered {
      case true?: nextMiddle ?? position
      case false?: position
      case nil: unitMiddle ?? position
      }
    }

    /// Whether the tick is as long as the label, which then stands beside it.
    var isBesideTick: Bool {
      guard let tick, source?.label.anchor == nil, abs(labelPosition - tickPosition) < 0.5 else {
        return false
      }
      switch tick.tick.length.form {
      case .points: return false
      case .label, .longestLabel: return true
      }
    }

    /// The part of a label's width that lies before its place.
    var share: Double { source?.label.anchor?.x ?? (isBesideTick ? 0 : 0.5) }
    /// How far a label moves away from its tick to the right, in points.
    var shift: Double { (source?.style.offset.x ?? 0) + (isBesideTick ? 4 : 0) }

    /// The place of the grid line.
    var gridPosition: Double { grid?.line.isCentered == true ? nextMiddle ?? position : position }
    /// The place of the tick.
    var tickPosition: Double { tick?.tick.isCentered == true ? nextMiddle ?? position : position }
  }

  var entries: [Entry] = []
  /// The number of values that are no entries, where they are more than one a point.
  private(set) var skipped = 0
  var minor: [Double] = []
  let isHorizontal: Bool
  var isBand: Bool
  let side: AxisSide
  /// Whether labels lie inside the plot.
  var isInset = false
  /// Whether grid lines run on beside the labels.
  var isExtended = false
  /// Whether the labels at the ends of the axis stay within the plot.
  var isAligned = false
  /// Where the axis begins and ends, while labels are chosen that stay within it.
  private var ends: ClosedRange<Double>?
  var arrangement = TickLabelArrangement.level
  /// What the author should know of labels that are not shown in full.
  var notes: [String] = []

  /// The distance between two rows of labels, in points.
  private static let rowGap = 3.0
  /// The least distance between neighbouring labels, in points.
  static let labelSpacing = 5.0

  /// The room that all labels take: the widest across, all rows along.
  var labelSize: Size {
    let sharesBaseline = isHorizontal && arrangement != .upright
    let largest = entries.compactMap(\.label).reduce(Size.zero) { size, label in
      let drop = sharesBaseline ? baseline - label.firstBaseline : 0
      return Size(max(size.width, label.size.width), max(size.height, label.size.height + drop))
    }
    switch arrangement {
    case .level: return largest
    case .staggered: return Size(largest.width, 2 * largest.height + Self.rowGap)
    case .upright: return Size(largest.height, largest.width)
    }
  }

  /// How far the labels reach away from the plot, in points; 0 without labels outside of it.
  var reach: Double {
    let size = labelSize
    let extent = isHorizontal ? size.height : size.width
    return isInset || extent == 0 ? 0 : extent + labelGap
  }

  /// The distance between the plot and the labels, in points.
  var labelGap: Double {
    let spacings = entries.compactMap(\.source).compactMap {
      isHorizontal ? $0.label.spacing.vertical : $0.label.spacing.horizontal
    }
    if let spacing = spacings.max() { return spacing }
    // A tick that nearly touches a number beside it reads as a minus sign.
    let ticks = entries.compactMap(\.tick).map { tick -> Double in
      if case .points(let length) = tick.tick.length.form { length } else { 0 }
    }
    guard !isHorizontal, let longest = ticks.max(), longest > 0 else { return ChartSolver.labelGap }
    return max(ChartSolver.labelGap, longest + Self.tickClearance)
  }

  /// The least distance between a tick and a label beside it, in points.
  private static let tickClearance = 6.0

  /// The distance from the top of a row of labels to the baseline that they share.
  private var baseline: Double { entries.compactMap { $0.label?.firstBaseline }.max() ?? 0 }

  /// How far a label reaches to both sides of its place on a horizontal axis.
  private func width(of label: TextBlock) -> Double {
    arrangement == .upright ? label.size.height : label.size.width
  }

  /// How far an entry's label reaches to the left and to the right of its place.
  private func reach(of entry: Entry) -> (low: Double, high: Double) {
    guard let label = entry.label else { return (0, 0) }
    let width = width(of: label)
    return (width * entry.share - entry.shift, width * (1 - entry.share) + entry.shift)
  }

  /// Where a label lies that reaches by some points to both sides of its place: within the ends of
  /// an aligned axis.
  func shown(_ position: Double, _ reach: (low: Double, high: Double)) -> Double {
    guard let ends else { return position }
    return Self.within(ends.lowerBound, ends.upperBound, position, reach)
  }

  /// Where a label lies that stays between two ends; one that is too long begins at the first.
  private static func within(
    _ low: Double, _ high: Double, _ position: Double, _ reach: (low: Double, high: Double)
  ) -> Double {
    min(max(position, low + reach.low), max(high - reach.high, low + reach.low))
  }

  /// Returns the label of an entry at its place beside the plot.
  func placed(_ label: TextBlock, index: Int, beside plot: Rect) -> SceneItem {
    let entry = entries[index]
    let offset = entry.source?.style.offset ?? (x: 0.0, y: 0.0)
    let edge = side.edge(of: plot)
    // Labels inside the plot lie on the other side of its edge.
    let isBeyond = (side.outwards > 0) != isInset
    if isHorizontal {
      let top = isBeyond ? edge + labelGap : edge - labelGap - labelSize.height
      var x = entry.labelPosition
      if isAligned {
        x = Self.within(plot.minX, plot.maxX, x, reach(of: entry))
      }
      return placed(
        label, index: index, share: entry.share, x: x + entry.shift, top: top + offset.y)
    }
    let y = entry.labelPosition + offset.y
    let isOneLine = label.lastBaseline == label.firstBaseline
    var middle = isOneLine ? label.opticalCenter : label.size.height / 2
    if let anchor = entry.source?.label.anchor { middle = label.size.height * anchor.y }
    var top = y - middle
    if isAligned {
      top = min(max(top, plot.minY), max(plot.maxY - label.size.height, plot.minY))
    }
    if standsOnLine(entry) {
      // Above the line, which would strike it through, or below it at the top of the plot.
      top = y - label.size.height - Self.lineGap
      if isInset, top < plot.minY { top = y + Self.lineGap }
    }
    let free = labelSize.width - label.size.width
    let shift =
      switch labelAlignment {
      case .leading: free
      case .center: free / 2
      case .trailing: 0.0
      }
    let left =
      isBeyond
      ? edge + labelGap + free - shift : edge - labelGap - label.size.width - shift
    return label.placed(at: Point(left + offset.x, top), role: .label)
  }

  /// The distance between a label and a line on which it stands, in points.
  private static let lineGap = 1.0

  /// Whether the label of a vertical axis stands on its grid line or on its tick.
  private func standsOnLine(_ entry: Entry) -> Bool {
    guard !isHorizontal, !isBand, entry.source?.label.anchor == nil else { return false }
    let isOnGrid = isInset && entry.grid != nil && entry.labelPosition == entry.gridPosition
    return isOnGrid || entry.isBesideTick
  }

  /// Returns a label of a horizontal axis, its place at x and the labels' top at y.
  private func placed(
    _ label: TextBlock, index: Int, share: Double, x: Double, top: Double
  ) -> SceneItem {
    switch arrangement {
    case .level, .staggered:
      let isSecond = arrangement == .staggered && index % 2 == 1
      let row = isSecond ? labelSize.height / 2 + Self.rowGap / 2 : 0
      var y = top + row + baseline - label.firstBaseline
      if arrangement == .level, let alignment = entries[index].source?.label.alignment.vertical {
        y = top + alignment.share * (labelSize.height - label.size.height)
      }
      return label.placed(
        at: Point(x - label.size.width * share, y), role: .label)
    case .upright:
      let turnsDown = entries[index].source?.label.orientation == .verticalReversed
      // A quarter turn to the left, or to the right; the end of the text is at the axis.
      let share =
        entries[index].source?.label.alignment.vertical?.share ?? (side == .top ? 1 : 0)
      let start = top + share * (labelSize.height - label.size.width)
      let turn =
        turnsDown
        ? AffineTransform(
          a: 0, b: 1, c: -1, d: 0, tx: x + label.opticalCenter, ty: start)
        : AffineTransform(
          a: 0, b: -1, c: 1, d: 0, tx: x - label.opticalCenter, ty: start + label.size.width)
      return .group(SceneGroup(.label, transform: turn, items: label.items))
    }
  }

  /// Where the labels of a vertical axis lie in their column: beside the plot, at its edge or as
  /// they are aligned.
  var labelAlignment: HorizontalAlignment {
    let standard: HorizontalAlignment = (side == .leading) == isInset ? .leading : .trailing
    return entries.lazy.compactMap(\.source).first?.label.alignment.horizontal ?? standard
  }

  /// Whether values have ticks.
  var hasTicks: Bool { entries.contains { $0.tick != nil } }

  /// How far the labels of a vertical axis reach beyond the ends of a range of points.
  func overhang(top: Double, bottom: Double) -> (top: Double, bottom: Double) {
    guard !isAligned, !isInset else { return (0, 0) }
    return entries.reduce((0, 0)) { reach, entry in
      guard let label = entry.label else { return reach }
      if standsOnLine(entry) {
        return (max(reach.0, top - entry.labelPosition + label.size.height), reach.1)
      }
      let half = label.size.height / 2
      return (
        max(reach.0, top - entry.labelPosition + half),
        max(reach.1, entry.labelPosition + half - bottom)
      )
    }
  }

  /// How far the labels of a horizontal axis reach beyond the ends of a range of points.
  func sidewaysOverhang(low: Double, high: Double) -> (low: Double, high: Double) {
    guard !isAligned else { return (0, 0) }
    return entries.reduce((0, 0)) { reach, entry in
      if entry.label == nil { return reach }
      let own = self.reach(of: entry)
      return (
        max(reach.0, low - entry.labelPosition + own.low),
        max(reach.1, entry.labelPosition + own.high - high)
      )
    }
  }

  /// The guide seen from another origin.
  func moved(by distance: Double) -> AxisGuide {
    var guide = self
    for index in entries.indices {
      guide.entries[index].position += distance
      guide.entries[index].unitMiddle = entries[index].unitMiddle.map { $0 + distance }
      guide.entries[index].nextMiddle = entries[index].nextMiddle.map { $0 + distance }
    }
    guide.minor = minor.map { $0 + distance }
    return guide
  }

  /// Chooses values and measures their labels.
  ///
  /// - Parameters:
  ///   - scale: the scale, its range in points.
  ///   - configuration: the settings of the axis.
  ///   - marks: the marks on this side of the axis.
  ///   - side: the side of the plot.
  ///   - length: the length of the axis in points.
  ///   - domain: what the values of the axis are; nil for those of another unit.
  ///   - depth: how far labels may reach away from the plot, in points.
  ///   - spacing: the least distance between neighbouring labels of a horizontal axis, in points.
  ///   - context: measures labels.
  init(
    scale: AxisScale, configuration: ChartConfiguration.Scale, marks: [AxisMarks],
    side: AxisSide, length: Double, domain: AxisDomain? = nil, depth: Double = .infinity,
    spacing: Double = AxisGuide.labelSpacing, context: LayoutContext
  ) throws {
    self.side = side
    isHorizontal = side.isHorizontal
    isBand = scale.isBand
    guard !configuration.hidden else { return }
    for marks in marks {
      try add(
        marks, scale, length: length, domain: domain,
        areLabelsHidden: configuration.sidesWithoutLabels.contains(side), context)
    }
    // Labels that are neighbours must not touch, in whatever order the author lists the values.
    if isHorizontal { entries.sort { $0.labelPosition < $1.labelPosition } }
    if isAligned {
      let range = scale.range
      ends = min(range.start, range.end)...max(range.start, range.end)
    }
    try setLabels(scale, length: length, depth: depth, spacing: spacing, context)
  }

  /// The parts that suit the axis, with a label.
  private func standardParts(
    _ stroke: StrokeStyle?, _ label: AxisValueLabel
  ) -> [AxisComponent] {
    let grid = AxisGridLine(stroke: stroke).components
    let tick = AxisTick(stroke: stroke).components
    // A stroke of the author's is meant for grid lines.
    let lines = stroke != nil ? grid + tick : isBand ? [] : isHorizontal ? tick : grid
    return lines + label.components
  }

  /// Returns minor ticks, none where they would lie so close that they are one grey band.
  private static func apart(_ minor: [Double], _ major: [Double]) -> [Double] {
    let all = (minor + major).sorted()
    return zip(all, all.dropFirst()).allSatisfy { $1 - $0 >= InkLimits.tickStep || $1 == $0 }
      ? minor : []
  }

  /// Adds the values of marks with their parts.
  private mutating func add(
    _ marks: AxisMarks, _ scale: AxisScale, length: Double, domain: AxisDomain?,
    areLabelsHidden: Bool, _ context: LayoutContext
  ) throws {
    func parts(_ datum: Datum, _ index: Int, _ count: Int) -> [AxisComponent] {
      let value = AxisValue(datum, index: index, count: count)
      let parts = marks.parts(value, standard: standardParts)
      guard areLabelsHidden else { return parts }
      return parts.filter { if case .label = $0.form { false } else { true } }
    }
    let found = try AxisValues(
      marks, scale, length: length, side: side, domain: domain, parts: parts, context)
    switch marks.preset {
    case .automatic: break
    case .aligned: isAligned = true
    case .extended: isExtended = true
    case .inset: isInset = true
    }
    var left: [Datum] = []
    // Of more than one a point no two could be told apart, and setting each label takes long.
    let step = max(1, Int((Double(found.data.count) / max(length, 1)).rounded(.up)))
    for index in stride(from: 0, to: found.data.count, by: step) {
      let datum = found.data[index]
      guard let position = scale.tickPosition(datum) else {
        left.append(datum)
        continue
      }
      var entry = Entry(datum: datum, position: position)
      entry.nextMiddle = nextMiddle(index, found.data, scale)
      var isBeyond = false
      if case .number(let start) = datum, let end = domain?.units.end(of: start) {
        entry.unitMiddle = scale.position(end).map { (position + $0) / 2 }
        // The unit that begins where the axis ends has no place on it.
        isBeyond =
          scale.continuous.map { $0.domain.upperBound - start < (end - start) / 4 } ?? false
      }
      for part in parts(datum, index, found.data.count) {
        try add(part, to: &entry, found.format, context.region)
      }
      if entry.source?.label.isCentered ?? isBeyond,
        isBeyond || entry.nextMiddle == position
      {
        entry.source = nil
      }
      // Ticks that nobody asked for stand with the labels.
      if marks.content == nil, entry.tick != nil, let middle = entry.unitMiddle {
        if isBeyond { continue }
        entry.position = middle
      }
      entries.append(entry)
    }
    if step > 1 { skipped += found.data.count - (found.data.count + step - 1) / step }
    if hasTicks { minor += Self.apart(found.minor, entries.map(\.position)) }
    if let first = left.first {
      notes.append(
        "\(left.count) of \(found.data.count) values of the \(isHorizontal ? "x" : "y") axis lie outside of its domain and have no tick; the first is \(first.plain)"
      )
    }
  }

  private mutating func add(
    _ part: AxisComponent, to entry: inout Entry, _ format: AxisLabelFormat?,
    _ region: RenderingRegion
  ) throws {
    for (offset, name) in [(part.style.offset.x, "x"), (part.style.offset.y, "y")] {
      try ChartError.check(offset, "the \(name) offset of a part of an axis", from: -20_000)
    }
    switch part.form {
    case .grid(let line):
      try line.stroke?.check("an AxisGridLine")
      entry.grid = (line, part.style)
    case .tick(let tick):
      switch tick.length.form {
      case .points(let length), .label(let length), .longestLabel(let length):
        try ChartError.check(length, "the length of an AxisTick", from: -20_000)
      }
      try tick.stroke?.check("an AxisTick")
      entry.tick = (tick, part.style)
    case .label(let label):
      for spacing in [label.spacing.horizontal, label.spacing.vertical] {
        try ChartError.check(spacing, "the spacing of an AxisValueLabel", from: -20_000)
      }
      guard let content = AxisLabelContent(label, part.style, entry.datum, format, region)
      else { return }
      if case .number(nil) = label.content, case .time? = format, let note = region.timeNote,
        !notes.contains(note)
      {
        notes.append(note)
      }
      if let kind = label.formattedKind {
        let shown: ValueKind =
          switch format {
          case .number: .number
          case .time: .time
          case nil: .category
          }
        let note =
          "a format of \(kind.plural) labels the \(isHorizontal ? "x" : "y") axis, which shows \(shown.plural)"
        if kind != shown, !notes.contains(note) { notes.append(note) }
      }
      if let offsetsMarks = label.offsetsMarks, offsetsMarks == isInset {
        let note =
          isInset
          ? "offsetsMarks: true has no effect on labels inside the plot; AxisMarks without the preset .inset gives them room beside it"
          : "offsetsMarks: false has no effect on labels beside the plot; AxisMarks(preset: .inset) lays them over it"
        if !notes.contains(note) { notes.append(note) }
      }
      if entry.source != nil {
        let note = "an AxisMarks has several labels for one value; the last one is shown"
        if !notes.contains(note) { notes.append(note) }
      }
      entry.source = (content, label, part.style)
    }
  }

  /// Returns the middle between a value and the next one; after the last value, between it and the
  /// end of the domain.
  private func nextMiddle(_ index: Int, _ data: [Datum], _ scale: AxisScale) -> Double? {
    guard case .number(let start) = data[index], let continuous = scale.continuous else {
      return nil
    }
    var end = max(start, continuous.domain.upperBound)
    if index + 1 < data.count, case .number(let next) = data[index + 1] { end = next }
    return (continuous.position(start) + continuous.position(end)) / 2
  }

  /// The number of values to aim at for a length.
  static func targetCount(length: Double, isHorizontal: Bool) -> Double {
    // A narrow or low plot has room for four short labels; longer ones are thinned by their
    // legibility.
    max(
      2,
      isHorizontal
        ? max(min(length / 40, 4), length / 84) : max(min(length / 24 + 1, 4), length / 46))
  }

  /// The number of values to aim at, as the marks ask for where they do.
  static func targetCount(
    _ configuration: ChartConfiguration.Scale, length: Double, isHorizontal: Bool
  ) -> Double {
    configuration.desiredCount.map(Double.init)
      ?? targetCount(length: length, isHorizontal: isHorizontal)
  }
}

extension StrokeStyle {
  /// Makes sure that a stroke can be drawn.
  ///
  /// - Throws: ``ChartError/invalid(_:)`` for a width or a dash that is no length.
  func check(_ owner: String) throws(ChartError) {
    try ChartError.check(lineWidth, "the width of \(owner)")
    for length in dash { try ChartError.check(length, "a dash of \(owner)") }
  }
}
