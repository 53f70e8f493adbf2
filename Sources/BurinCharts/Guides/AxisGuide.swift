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

  /// The largest label.
  var labelSize: Size {
    entries.compactMap(\.label?.size).reduce(.zero) {
      Size(max($0.width, $1.width), max($0.height, $1.height))
    }
  }

  /// Chooses ticks and measures their labels.
  ///
  /// - Parameters:
  ///   - scale: the scale, its range in points.
  ///   - configuration: what the author asked for.
  ///   - isHorizontal: whether this is the axis of x.
  ///   - length: the length of the axis in points.
  ///   - context: measures labels.
  init(
    scale: AxisScale, configuration: ChartConfiguration.Scale, isHorizontal: Bool, length: Double,
    context: LayoutContext
  ) throws {
    self.isHorizontal = isHorizontal
    if case .band = scale { isBand = true } else { isBand = false }
    guard !configuration.hidden else { return }
    components =
      configuration.marks?.components
      ?? (isBand
        ? [.label(AxisValueLabel())]
        : isHorizontal
          ? [.tick(AxisTick()), .label(AxisValueLabel())]
          : [.grid(AxisGridLine()), .label(AxisValueLabel())])
    let (data, format, minor) = try Self.values(
      scale, configuration, isHorizontal: isHorizontal, length: length, label: components.label,
      context: context)
    self.minor = minor
    let room: Double? =
      switch scale {
      case .band(let band): isHorizontal ? max(20, band.step - 6) : nil
      case .continuous: nil
      }
    for datum in data {
      guard let position = scale.position(datum), position.isFinite else { continue }
      let label = try Self.text(datum, format, components.label).map {
        try context.layout(
          isHorizontal ? $0.multilineTextAlignment(.center) : $0.multilineTextAlignment(.trailing),
          role: isBand ? .label : .tick, color: isBand ? .primary : .secondary, width: room)
      }
      entries.append(Entry(datum: datum, position: position, label: label))
    }
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

  private static func text(
    _ datum: Datum, _ format: NumberFormat?, _ label: AxisValueLabel?
  ) -> Text? {
    guard let label else { return nil }
    if let content = label.content { return content(datum) }
    switch datum {
    case .category(let name): return Text(name)
    case .number(let number):
      let written = (label.format ?? format ?? .shortest).label(number)
      return Text(written.isFormula ? "$\(written.tex)$" : written.text)
    }
  }

  private static func values(
    _ scale: AxisScale, _ configuration: ChartConfiguration.Scale, isHorizontal: Bool,
    length: Double, label: AxisValueLabel?, context: LayoutContext
  ) throws -> ([Datum], NumberFormat?, [Double]) {
    if case .at(let data) = configuration.marks?.values ?? .automatic() {
      let numbers = data.compactMap { if case .number(let n) = $0 { n } else { nil } }
      return (data, .automatic(for: numbers), [])
    }
    switch scale {
    case .band(let band):
      return (band.categories.map { .category($0) }, nil, [])
    case .continuous(let continuous):
      let target = targetCount(configuration, length: length, isHorizontal: isHorizontal)
      let ticks = continuous.ticks(targetCount: target) { candidate in
        guard let label else { return 1 }
        return
          (try? legibility(
            candidate, continuous, label, isHorizontal: isHorizontal, context)) ?? -.infinity
      }
      return (ticks.major.map { .number($0) }, ticks.format, ticks.minor.map(continuous.position))
    }
  }

  /// Labels that touch are not legible; closer than an em and a half is worse than farther apart.
  private static func legibility(
    _ candidate: [Double], _ scale: ContinuousScale, _ label: AxisValueLabel, isHorizontal: Bool,
    _ context: LayoutContext
  ) throws -> Double {
    let format = NumberFormat.automatic(for: candidate)
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
