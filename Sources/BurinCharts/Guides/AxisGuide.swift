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
  var minor: [Double] = []
  var components: [AxisComponent] = []
  var isHorizontal: Bool
  var isBand: Bool
  var arrangement = TickLabelArrangement.level

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

  /// Chooses ticks and measures their labels.
  ///
  /// - Parameters:
  ///   - scale: the scale, its range in points.
  ///   - configuration: what the author asked for.
  ///   - isHorizontal: whether this is the axis of x.
  ///   - length: the length of the axis in points.
  ///   - spacing: the least distance between neighbouring labels of a horizontal axis, in points.
  ///   - context: measures labels.
  init(
    scale: AxisScale, configuration: ChartConfiguration.Scale, isHorizontal: Bool, length: Double,
    isWhole: Bool = false, spacing: Double = AxisGuide.labelSpacing, context: LayoutContext
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
    for datum in data {
      guard let position = scale.tickPosition(datum) else { continue }
      entries.append(Entry(datum: datum, position: position))
    }
    // Labels that are neighbours must not touch, in whatever order the author lists the values.
    if isHorizontal { entries.sort { $0.position < $1.position } }
    let texts = entries.compactMap { Self.text($0.datum, format, label) }
    guard texts.count == entries.count, !texts.isEmpty else { return }
    guard isHorizontal else {
      for (index, text) in texts.enumerated() { entries[index].label = try set(text, nil) }
      return
    }
    var room: Double?
    if let band = scale.band { room = band.step - spacing }
    let chosen = try TickLabelArrangement.choose(
      texts, at: entries.map(\.position), gap: spacing, room: room, set: set)
    guard let chosen else {
      let line = try set(texts[0], nil).size.height
      throw ChartError.doesNotFit(
        what: "the x axis with its \(texts.count) labels", needs: Double(texts.count) * line,
        available: length)
    }
    arrangement = chosen.arrangement
    for (index, block) in chosen.labels.enumerated() { entries[index].label = block }
  }

  /// Makes sure that the categories of a vertical axis do not overlap.
  ///
  /// - Throws: ``ChartError/doesNotFit(what:needs:available:isHeight:)``.
  func requireClearCategories(in length: Double) throws {
    guard isBand, !isHorizontal else { return }
    let labels = entries.compactMap { entry in entry.label.map { (entry.position, $0.size.height) }
    }
    let isClear = zip(labels, labels.dropFirst()).allSatisfy { a, b in
      // A line's height holds the room between lines; the letters take two thirds of it.
      abs(a.0 - b.0) >= (a.1 + b.1) / 2 * 0.66 + 1
    }
    guard !isClear else { return }
    throw ChartError.doesNotFit(
      what: "the y axis with its \(labels.count) labels",
      needs: labels.reduce(0) { $0 + $1.1 }, available: length, isHeight: true)
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

    /// The format that tells some values of a scale apart.
    init(_ scale: ContinuousScale, _ values: [Double]) {
      self =
        scale.type == .time
        ? .time(.automatic(for: values))
        : .number(.automatic(for: values, grouping: .thinSpace))
    }
  }

  private static func text(_ datum: Datum, _ format: Format?, _ label: AxisValueLabel?) -> Text? {
    guard let label else { return nil }
    if let content = label.content { return content(datum) }
    switch datum {
    case .category(let name): return Text(name)
    case .number(let number):
      var numbers = NumberFormat.shortest
      switch format {
      case .time(let times) where label.format == nil: return Text(times.text(number))
      case .number(let automatic): numbers = automatic
      default: break
      }
      return Text((label.format ?? numbers).label(number))
    }
  }

  private static func values(
    _ scale: AxisScale, _ configuration: ChartConfiguration.Scale, isHorizontal: Bool,
    length: Double, isWhole: Bool, label: AxisValueLabel?, context: LayoutContext
  ) throws -> ([Datum], Format?, [Double]) {
    let values = configuration.marks?.values ?? .automatic()
    if let data = try values.data(within: scale.continuous?.domain) {
      guard let continuous = scale.continuous else { return (data, nil, []) }
      let numbers = data.compactMap { if case .number(let n) = $0 { n } else { nil } }
      return (data, Format(continuous, numbers), [])
    }
    switch scale.form {
    case .band(let band, _):
      return (band.categories.map { .category($0) }, nil, [])
    case .continuous(let continuous):
      let target = targetCount(configuration, length: length, isHorizontal: isHorizontal)
      let ticks = continuous.ticks(targetCount: target) { candidate in
        guard let label else { return 1 }
        return
          (try? legibility(
            candidate, continuous, label, isHorizontal: isHorizontal, context)) ?? -.infinity
      }
      var numbers = ticks.format
      numbers.grouping = .thinSpace
      let format =
        continuous.type == .time ? Format(continuous, ticks.major) : .number(numbers)
      return (ticks.major.map { .number($0) }, format, ticks.minor.map(continuous.position))
    }
  }

  /// Labels that touch are not legible; closer than an em and a half is worse than farther apart.
  private static func legibility(
    _ candidate: [Double], _ scale: ContinuousScale, _ label: AxisValueLabel, isHorizontal: Bool,
    _ context: LayoutContext
  ) throws -> Double {
    let format = Format(scale, candidate)
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
