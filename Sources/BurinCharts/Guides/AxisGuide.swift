import BurinGeometry
import BurinScales
import BurinScene
import BurinText

/// An axis made ready: its ticks at their places with measured labels.
struct AxisGuide {
  struct Entry {
    var datum: Datum
    var position: Double
    var label: TextBlock?
  }

  var entries: [Entry] = []
  /// The number of values that have a place on the axis; where they are very many, some are no
  /// entries.
  private var total = 0
  var minor: [Double] = []
  var components: [AxisComponent] = []
  var isHorizontal: Bool
  var isBand: Bool
  var arrangement = TickLabelArrangement.level
  /// What the author should know of labels that are not shown in full.
  private(set) var notes: [String] = []

  /// The distance between two rows of labels, in points.
  private static let rowGap = 2.0
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

  /// The distance from the top of a row of labels to the baseline that they share.
  private var baseline: Double { entries.compactMap(\.label?.firstBaseline).max() ?? 0 }

  /// How far a label reaches to both sides of its tick on a horizontal axis.
  func halfWidth(of label: TextBlock) -> Double {
    (arrangement == .upright ? label.size.height : label.size.width) / 2
  }

  /// A label below a horizontal axis, its tick at x and the labels' top at y.
  func placed(_ label: TextBlock, index: Int, x: Double, top: Double) -> SceneItem {
    switch arrangement {
    case .level, .staggered:
      let isSecond = arrangement == .staggered && index % 2 == 1
      let row = isSecond ? labelSize.height / 2 + Self.rowGap / 2 : 0
      let y = top + row + baseline - label.firstBaseline
      return label.placed(at: Point(x - label.size.width / 2, y), role: .label)
    case .upright:
      // A quarter turn to the left; the end of the text is at the axis.
      let turn = AffineTransform(
        a: 0, b: -1, c: 1, d: 0, tx: x - label.opticalCenter, ty: top + label.size.width)
      return .group(Group(.label, transform: turn, items: label.items))
    }
  }

  /// Where the labels of a vertical axis lie in their column.
  var labelAlignment: HorizontalAlignment { components.label?.alignment ?? .trailing }

  /// How far the labels of a vertical axis reach beyond the ends of a range of points.
  func overhang(top: Double, bottom: Double) -> (top: Double, bottom: Double) {
    entries.reduce((0, 0)) { reach, entry in
      let half = (entry.label?.size.height ?? 0) / 2
      return (
        max(reach.0, top - entry.position + half), max(reach.1, entry.position + half - bottom)
      )
    }
  }

  /// How far the labels of a horizontal axis reach beyond the ends of a range of points.
  func sidewaysOverhang(low: Double, high: Double) -> (low: Double, high: Double) {
    entries.reduce((0, 0)) { reach, entry in
      let half = entry.label.map(halfWidth) ?? 0
      return (
        max(reach.0, low - entry.position + half), max(reach.1, entry.position + half - high)
      )
    }
  }

  /// The guide seen from another origin.
  func moved(by distance: Double) -> AxisGuide {
    var guide = self
    for index in entries.indices { guide.entries[index].position += distance }
    guide.minor = minor.map { $0 + distance }
    return guide
  }

  /// Chooses ticks and measures their labels.
  ///
  /// - Parameters:
  ///   - scale: the scale, its range in points.
  ///   - configuration: what the author asked for.
  ///   - isHorizontal: whether this is the axis of x.
  ///   - length: the length of the axis in points.
  ///   - isWhole: whether ticks must be whole numbers.
  ///   - depth: how far labels may reach away from the plot, in points.
  ///   - spacing: the least distance between neighbouring labels of a horizontal axis, in points.
  ///   - context: measures labels.
  init(
    scale: AxisScale, configuration: ChartConfiguration.Scale, isHorizontal: Bool, length: Double,
    isWhole: Bool = false, depth: Double = .infinity, spacing: Double = AxisGuide.labelSpacing,
    context: LayoutContext
  ) throws {
    self.isHorizontal = isHorizontal
    isBand = scale.isBand
    guard !configuration.hidden else { return }
    components =
      configuration.marks?.components
      ?? (isBand
        ? [.label(AxisValueLabel())]
        : isHorizontal
          ? [.tick(AxisTick()), .label(AxisValueLabel())]
          : [.grid(AxisGridLine()), .label(AxisValueLabel())])
    if configuration.labelsHidden {
      components.removeAll { if case .label = $0 { true } else { false } }
    }
    try ChartError.check(components.tick?.length, "the length of an AxisTick", from: -20_000)
    for dash in components.grid?.dash ?? [] {
      try ChartError.check(dash, "a dash of an AxisGridLine")
    }
    let (data, format, minor) = try Self.values(
      scale, configuration, isHorizontal: isHorizontal, length: length, isWhole: isWhole,
      label: components.label, context: context)
    self.minor = minor
    let label = components.label
    let lines = isHorizontal ? .center : labelAlignment.lines
    func set(_ text: Text, _ width: Double?) throws -> TextBlock {
      try context.layout(
        text.lines(lines),
        role: isBand ? .label : .tick, color: isBand ? .primary : .secondary, width: width)
    }
    var left: [Datum] = []
    for datum in data {
      guard let position = scale.tickPosition(datum) else {
        left.append(datum)
        continue
      }
      entries.append(Entry(datum: datum, position: position))
    }
    if let first = left.first {
      notes.append(
        "\(left.count) of \(data.count) values of the \(isHorizontal ? "x" : "y") axis lie outside of its domain and have no tick; the first is \(first.plain)"
      )
    }
    // Labels that are neighbours must not touch, in whatever order the author lists the values.
    if isHorizontal { entries.sort { $0.position < $1.position } }
    total = entries.count
    if Double(total) > max(length, 1) {
      // More than one a point: no two could be told apart, and setting each label takes long.
      let step = Int((Double(total) / max(length, 1)).rounded(.up))
      entries = Swift.stride(from: 0, to: total, by: step).map { entries[$0] }
    }
    let texts = entries.compactMap { Self.text($0.datum, format, label) }
    guard texts.count == entries.count, !texts.isEmpty else { return }
    let role: TextRole = isBand ? .label : .tick
    let color: Color = isBand ? .primary : .secondary
    func fit(_ text: Text, _ width: Double, _ lines: Int) throws -> FittedText {
      try context.fitted(
        text.lines(lines == 1 ? .leading : .center), role: role, color: color, width: width,
        lines: lines)
    }
    guard isHorizontal else {
      for (index, text) in texts.enumerated() { entries[index].label = try set(text, nil) }
      if let band = scale.band {
        try shorten(texts, to: depth, step: band.step) {
          try context.fitted($0.lines(lines), role: role, color: color, width: $1, lines: $2)
        }
      }
      thin()
      return
    }
    var room: Double?
    if let band = scale.band { room = band.step - spacing }
    let chosen = try TickLabelArrangement.choose(
      texts, at: entries.map(\.position), gap: spacing, room: room, set: set)
    if let chosen {
      arrangement = chosen.arrangement
      for (index, block) in chosen.labels.enumerated() { entries[index].label = block }
      if arrangement != .upright || labelSize.height <= depth { return }
    }
    // Too many or too long to be read in full: in a few short lines, else fewer of them.
    arrangement = .level
    if let room, room >= Self.leastRoom {
      let fitted = try texts.map { try fit($0, room, 3) }
      for (index, text) in fitted.enumerated() { entries[index].label = text.block }
      noteShortened(fitted.count(where: \.isShortened))
    } else {
      let widest = length / 4
      for (index, text) in texts.enumerated() {
        entries[index].label = try fit(text, widest, 1).block
      }
      thin()
    }
  }

  /// The part of a line's height that its letters take; the rest is the room between lines.
  private static let inkShare = 0.7
  /// The least distance between the letters of labels above each other, in points.
  private static let rowClearance = 3.0
  /// The least width in which a label is broken and shortened rather than left out, in points.
  private static let leastRoom = 34.0

  /// Breaks and shortens the labels of a vertical axis that reach too far.
  private mutating func shorten(
    _ texts: [Text], to depth: Double, step: Double,
    _ fit: (Text, Double, Int) throws -> FittedText
  ) throws {
    guard labelSize.width > depth else { return }
    let line = entries.compactMap(\.label?.size.height).min() ?? 0
    let lines = line > 0 ? min(3, max(1, Int(step / (line * 0.85)))) : 1
    var count = 0
    for (index, text) in texts.enumerated() {
      guard let label = entries[index].label, label.size.width > depth else { continue }
      let fitted = try fit(text, depth, lines)
      entries[index].label = fitted.block
      if fitted.isShortened { count += 1 }
    }
    noteShortened(count)
  }

  private mutating func noteShortened(_ count: Int) {
    guard count > 0 else { return }
    notes.append(
      "\(count) of \(entries.count) labels of the \(isHorizontal ? "x" : "y") axis are shortened; make the chart larger or the names shorter"
    )
  }

  /// Keeps every n-th label so that no two touch.
  private mutating func thin() {
    // Stricter than the least distance, so that a plot a little narrower shows the same.
    let gap = isHorizontal ? Self.labelSpacing + 2 : Self.rowClearance
    let extents = entries.map { entry in
      isHorizontal
        ? entry.label?.size.width ?? 0 : (entry.label?.size.height ?? 0) * Self.inkShare
    }
    func isClear(_ step: Int) -> Bool {
      Swift.stride(from: step, to: entries.count, by: step).allSatisfy { index in
        abs(entries[index].position - entries[index - step].position)
          >= (extents[index] + extents[index - step]) / 2 + gap
      }
    }
    guard entries.count > 1, !isClear(1) || entries.count < total else { return }
    // Doubling first, so that 100,000 labels take few rounds.
    var step = 1
    while step < entries.count, !isClear(step) { step *= 2 }
    step = (step / 2 + 1...step).first(where: isClear) ?? step
    let shown = (entries.count + step - 1) / step
    notes.append(
      "\(shown) of \(total) labels of the \(isHorizontal ? "x" : "y") axis are shown; there is no room for more"
    )
    for index in entries.indices where index % step != 0 { entries[index].label = nil }
  }

  /// The number of ticks to aim at for a length.
  static func targetCount(
    _ configuration: ChartConfiguration.Scale, length: Double, isHorizontal: Bool
  ) -> Double {
    if case .automatic(let count?) = configuration.marks?.values ?? .automatic() {
      return Double(count)
    }
    return max(2, length / (isHorizontal ? 84 : 46))
  }

  /// How the values of an axis are written where the author does not say.
  private enum Format {
    case number(NumberFormat)
    case time(TimeFormat)

    /// The format that tells some values of a scale apart, as the label asks where it does.
    init(_ scale: ContinuousScale, _ values: [Double], _ label: AxisValueLabel?) {
      if let times = label?.timeFormat {
        self = .time(times)
      } else if let numbers = label?.format {
        self = .number(numbers.separating(values))
      } else if scale.type.isTime {
        self = .time(.automatic(for: values))
      } else {
        self = .number(.automatic(for: values, grouping: .thinSpace))
      }
    }
  }

  private static func text(_ datum: Datum, _ format: Format?, _ label: AxisValueLabel?) -> Text? {
    guard let label else { return nil }
    if let content = label.content { return content(datum) }
    switch datum {
    case .category(let name): return Text(name)
    case .number(let number):
      switch format {
      case .time(let times): return Text(times.text(number))
      case .number(let numbers): return Text(numbers.label(number))
      case nil: return Text((label.format ?? .shortest).label(number))
      }
    }
  }

  private static func values(
    _ scale: AxisScale, _ configuration: ChartConfiguration.Scale, isHorizontal: Bool,
    length: Double, isWhole: Bool, label: AxisValueLabel?, context: LayoutContext
  ) throws -> ([Datum], Format?, [Double]) {
    let values = configuration.marks?.values ?? .automatic()
    if let data = try values.data(
      within: scale.continuous?.domain, isTime: scale.continuous?.type.isTime ?? false)
    {
      guard let continuous = scale.continuous else { return (data, nil, []) }
      let numbers = data.compactMap { if case .number(let n) = $0 { n } else { nil } }
      return (data, Format(continuous, numbers, label), [])
    }
    switch scale.form {
    case .band(let band, _):
      return (band.categories.map { .category($0) }, nil, [])
    case .continuous(let continuous):
      let target = targetCount(configuration, length: length, isHorizontal: isHorizontal)
      var failure: (any Error)?
      let ticks = continuous.ticks(targetCount: target, integersOnly: isWhole) { candidate in
        guard let label, failure == nil else { return 1 }
        do {
          return try legibility(
            candidate, continuous, label, isHorizontal: isHorizontal, context)
        } catch {
          failure = error
          return 1
        }
      }
      if let failure { throw failure }
      var numbers = ticks.format
      numbers.grouping = .thinSpace
      let hasOwn = continuous.type.isTime || label?.format != nil || label?.timeFormat != nil
      let format = hasOwn ? Format(continuous, ticks.major, label) : .number(numbers)
      return (ticks.major.map { .number($0) }, format, ticks.minor.map(continuous.position))
    }
  }

  /// Labels that touch are not legible; closer than an em and a half is worse than farther apart.
  private static func legibility(
    _ candidate: [Double], _ scale: ContinuousScale, _ label: AxisValueLabel, isHorizontal: Bool,
    _ context: LayoutContext
  ) throws -> Double {
    let format = Format(scale, candidate, label)
    var previous: (position: Double, extent: Double)?
    var worst = 1.0
    for value in candidate {
      guard let text = text(.number(value), format, label) else { return 1 }
      let size = try context.layout(text, role: .tick, color: .secondary).size
      let extent = isHorizontal ? size.width : size.height
      let position = scale.position(value)
      if let previous {
        let gap = abs(position - previous.position) - (extent + previous.extent) / 2
        if gap < 4 { return -.infinity }
        worst = min(worst, gap < 12 ? 0 : 1)
      }
      previous = (position, extent)
    }
    return worst
  }
}

extension HorizontalAlignment {
  /// The same place for the lines of a text.
  var lines: Paragraph.Alignment {
    switch self {
    case .leading: .leading
    case .center: .center
    case .trailing: .trailing
    }
  }
}
