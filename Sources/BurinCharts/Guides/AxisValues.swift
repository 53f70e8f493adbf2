import BurinGeometry
import BurinScales

/// The values at which marks of an axis are made, and how they are written.
struct AxisValues {
  var data: [Datum]
  /// How values are written where a label does not say; nil for categories.
  var format: AxisLabelFormat?
  /// The positions of minor ticks, in points.
  var minor: [Double] = []

  /// Lists or chooses the values.
  ///
  /// - Parameters:
  ///   - marks: the marks.
  ///   - scale: the scale, its range in points.
  ///   - length: the length of the axis, in points.
  ///   - side: the side of the plot.
  ///   - domain: what the values of the axis are; nil for those of another unit.
  ///   - parts: returns the parts of a value, its place and the number of values.
  ///   - context: measures labels.
  init(
    _ marks: AxisMarks, _ scale: AxisScale, length: Double, side: AxisSide, domain: AxisDomain?,
    parts: (Datum, Int, Int) -> [AxisComponent], _ context: LayoutContext
  ) throws {
    // Without values nobody knows whether they are times.
    if domain?.isEmpty == true, marks.values.isOfCalendar {
      data = []
      return
    }
    if let data = try marks.values.data(
      within: scale.continuous?.domain, isTime: scale.continuous?.type.isTime ?? false,
      calendar: context.region.calendar)
    {
      self.data = data
      guard let continuous = scale.continuous else { return }
      let numbers = data.compactMap { if case .number(let n) = $0 { n } else { nil } }
      format = AxisLabelFormat(continuous, numbers, domain, context.region)
      return
    }
    guard let continuous = scale.continuous else {
      data = scale.band?.categories.map { .category($0) } ?? []
      return
    }
    let target =
      marks.values.desiredCount.map(Double.init)
      ?? AxisGuide.targetCount(length: length, isHorizontal: side.isHorizontal)
    var failure: (any Error)?
    // Marks that span days have no labels by the hour.
    let minimum = marks.values.minimumStride ?? domain?.units.length.map { $0 * 0.99 } ?? 0
    let isWhole = domain?.kind == .integer
    // An axis across zero says where it is.
    let crossesZero =
      continuous.type == .linear && continuous.domain.lowerBound < 0
      && continuous.domain.upperBound > 0
    var sizes = LabelSizes()
    func legibility(_ candidate: [Double]) -> Double {
      guard failure == nil else { return 1 }
      if crossesZero, !candidate.contains(0) { return -.infinity }
      if candidate.count > 1, abs(candidate[1] - candidate[0]) < minimum { return -.infinity }
      do {
        return try Self.legibility(
          candidate, continuous, isHorizontal: side.isHorizontal, domain: domain,
          parts: parts, &sizes, context)
      } catch {
        failure = error
        return 1
      }
    }
    func ticks(_ extent: TickSearch.Extent) -> Ticks {
      continuous.ticks(
        targetCount: target, extent: extent, integersOnly: isWhole, legibility: legibility)
    }
    // A domain that was extended to ticks has them at its ends, if there is room for one between.
    let exact = scale.endsAtTicks ? ticks(.exact) : Ticks(major: [])
    let isEnough = exact.major.count > 2 && exact.isLegible
    let ticks = isEnough ? exact : ticks(.within)
    if let failure { throw failure }
    // A domain of one month has Mondays, but its bar stands for the month.
    let starts = domain?.units.starts(in: continuous.domain, for: ticks.major)
    let major = starts ?? ticks.major
    data = major.map { .number($0) }
    var labelled: [Double] = []
    if continuous.type.isTime {
      for (index, value) in major.enumerated() {
        let isLabelled = parts(.number(value), index, major.count).contains {
          if case .label = $0.form { true } else { false }
        }
        if isLabelled { labelled.append(value) }
      }
    }
    format = AxisLabelFormat(
      continuous, major, domain, context.region, ticks.format, labelled: labelled)
    minor = starts == nil ? ticks.minor.map(continuous.position) : []
  }

  /// Returns how well labels can be read: labels that touch cannot, and closer than an em and a half
  /// is worse than farther apart.
  private static func legibility(
    _ candidate: [Double], _ scale: ContinuousScale, isHorizontal: Bool,
    domain: AxisDomain?, parts: (Datum, Int, Int) -> [AxisComponent], _ sizes: inout LabelSizes,
    _ context: LayoutContext
  ) throws -> Double {
    let labels = candidate.enumerated().compactMap { index, value in
      parts(.number(value), index, candidate.count).lazy.compactMap { part in
        if case .label(let label) = part.form {
          (value: value, position: scale.position(value), label: label, style: part.style)
        } else {
          nil
        }
      }.first
    }
    lazy var format = AxisLabelFormat(
      scale, candidate, domain, context.region,
      labelled: scale.type.isTime ? labels.map(\.value) : [])
    // Closer side by side, they would be set in two rows.
    let least = isHorizontal ? AxisGuide.labelSpacing + 2 : 4
    var previous: (position: Double, extent: Double)?
    var worst = 1.0
    for (index, (value, position, label, style)) in labels.enumerated() {
      if case .view(let parts) = label.content, parts.isEmpty { return 1 }
      // No label fits between positions closer than that, so none has to be measured.
      if index == 0,
        zip(labels, labels.dropFirst()).contains(where: { abs($1.position - $0.position) < least })
      {
        return -.infinity
      }
      guard let size = try sizes.size(of: label, style, value, format, context) else { return 1 }
      let extent = isHorizontal ? size.width : size.height
      if let previous {
        let gap = abs(position - previous.position) - (extent + previous.extent) / 2
        if gap < least { return -.infinity }
        worst = min(worst, gap < 12 ? 0 : 1)
      }
      previous = (position, extent)
    }
    return worst
  }
}

/// The sizes of labels in a search for ticks, whose candidates share most of their labels.
private struct LabelSizes {
  /// Those of numbers in the axis's own format, by what is written.
  private var numbers: [String: Size] = [:]

  /// Returns the size of a value's label; nil where it shows nothing.
  mutating func size(
    of label: AxisValueLabel, _ style: AxisComponentStyle, _ value: Double,
    _ format: AxisLabelFormat, _ context: LayoutContext
  ) throws -> Size? {
    var number: String?
    if case .number(nil) = label.content, case .number(let numbers, _) = format, style.font == nil {
      number = numbers.string(value)
    }
    if let number, let known = numbers[number] { return known }
    guard let content = AxisLabelContent(label, style, .number(value), format, context.region)
    else { return nil }
    let size = try content.block(role: .tick, color: .secondary, context).size
    if let number { numbers[number] = size }
    return size
  }
}

/// How the values of an axis are written where no label says it.
enum AxisLabelFormat {
  case number(NumberFormat, values: [Double])
  case time(LocalTimeFormat)

  /// Creates the format that tells some values of a scale apart.
  ///
  /// - Parameters:
  ///   - scale: the scale.
  ///   - values: the values.
  ///   - domain: what the values of the axis are; nil for those of another unit.
  ///   - region: how times are written.
  ///   - numbers: the format of numbers; nil for the scale's.
  ///   - labelled: the values that are surely written, whose years need be written once only.
  init(
    _ scale: ContinuousScale, _ values: [Double], _ domain: AxisDomain?,
    _ region: RenderingRegion, _ numbers: NumberFormat? = nil, labelled: [Double] = []
  ) {
    if scale.type.isTime {
      self = .time(
        region.axisFormat(of: values, labelled: labelled, unit: domain?.units.unit))
      return
    }
    let format =
      domain?.showsParts == true
      ? Self.percent(values) : numbers ?? scale.format(for: values)
    self = .number(format.grouped(by: .thinSpace), values: values)
  }

  /// Returns percentages with the decimals that the values have.
  private static func percent(_ values: [Double]) -> NumberFormat {
    guard case .fixed(let decimals) = NumberFormat.automatic(for: values.map { $0 * 100 }).style
    else { return NumberFormat.percent().separating(values) }
    return .percent(decimals)
  }
}

/// What stands beside an axis at a value.
enum AxisLabelContent: Sendable {
  case text(Text)
  case view([AnyContent])

  /// Creates what a label shows of a value; nil where it shows nothing.
  init?(
    _ label: AxisValueLabel, _ style: AxisComponentStyle, _ datum: Datum,
    _ format: AxisLabelFormat?, _ region: RenderingRegion
  ) {
    func styled(_ text: Text) -> AxisLabelContent {
      var text = text.resolved(in: region)
      if let font = style.font { text = text.font(font) }
      if let color = style.color { text = text.foregroundStyle(color) }
      return .text(text)
    }
    switch (label.content, datum) {
    case (.view(let parts), _):
      guard let content = AxisLabelContent(parts) else { return nil }
      switch content {
      case .text(let text): self = styled(text)
      case .view(let views):
        self = .view(views.map { AnyContent($0.styled(font: style.font, color: style.color)) })
      }
    case (.function(let function), _):
      guard let text = function(datum) else {
        self = styled(Self.standard(datum, format, region))
        return
      }
      self = styled(text)
    case (.formatted(let function, _), _):
      self = styled(function(datum, region) ?? Self.standard(datum, format, region))
    case (.time(let times), .number(let number)):
      self = styled(Text(region.text(number, times)))
    case (.number(let own?), .number(let number)):
      let values = if case .number(_, let values) = format { values } else { [number] }
      self = styled(Text(verbatim: own.separating(values).string(number)))
    default: self = styled(Self.standard(datum, format, region))
    }
  }

  /// Creates a label of content; nil where there is none.
  init?(_ parts: [AnyContent]) {
    guard let first = parts.first else { return nil }
    if parts.count == 1, let text = first.content as? Text {
      self = .text(text)
    } else {
      self = .view(parts)
    }
  }

  private static func standard(
    _ datum: Datum, _ format: AxisLabelFormat?, _ region: RenderingRegion
  ) -> Text {
    switch (datum, format) {
    case (.category(let name), _): Text(name)
    case (.number(let number), .time(let times)): Text(times.text(number))
    case (.number(let number), .number(let numbers, _)):
      region.localized(Text(verbatim: numbers.string(number)))
    case (.number(let number), nil):
      region.localized(Text(verbatim: NumberFormat.shortest.string(number)))
    }
  }

  /// The text; nil for other content.
  var text: Text? { if case .text(let text) = self { text } else { nil } }

  /// The words at which the content can be broken into lines.
  var words: [Text] { text?.words ?? [] }

  /// Returns the content set in a width; other content than text has its own.
  func block(
    role: TextRole, color: Color, width: Double? = nil, lines: HorizontalAlignment? = nil,
    _ context: LayoutContext
  ) throws -> TextBlock {
    switch self {
    case .text(let text):
      return try context.layout(
        lines.map { text.lines($0.lines) } ?? text, role: role, color: color, width: width)
    case .view(let contents):
      return try context.labelBlock(contents, role: role, color: color, width: width)
    }
  }

  /// Returns the content shortened to a width and a number of lines; other content than text stays
  /// as it is.
  func fitted(
    role: TextRole, color: Color, width: Double, lines: Int, alignment: HorizontalAlignment,
    tail: Int = 0, _ context: LayoutContext
  ) throws -> FittedText {
    switch self {
    case .text(let text):
      return try context.fitted(
        text.lines(alignment.lines), role: role, color: color, width: width, lines: lines,
        tail: tail)
    case .view(let contents):
      return FittedText(block: try context.labelBlock(contents, role: role, color: color))
    }
  }

  /// The text without its styles; empty for other content.
  var plain: String { if case .text(let text) = self { text.plain } else { "" } }
}

extension AnyContent {
  /// Returns the content with a font and a colour for texts without one.
  fileprivate func styled(font: Font?, color: Color?) -> ModifiedContent {
    inEnvironment {
      $0.text.font = font ?? $0.text.font
      $0.text.color = color ?? $0.text.color
    }
  }
}
