import BurinScales

/// The scales of the channels of style, trained on all panels of a chart.
struct StyleScales: Sendable {
  var color: ColorScale?
  var symbol: KeyScale?
  var dash: KeyScale?
  var size: ContinuousScale?
  var opacity: ContinuousScale?
  /// The keys of marks side by side, in order.
  var slots: [Double] = []

  /// The most whole numbers or times that are keys of a legend rather than a stretch of colours.
  static let keyLimit = 10

  init(_ data: ChartData, _ configuration: ChartConfiguration) throws {
    func values(_ channel: Channel) -> [Double] {
      data.layers.flatMap { $0.fields[channel]?.values ?? [] }
    }
    func keys(_ channel: Channel, domain: [KeyScale.Key] = []) -> KeyScale? {
      guard let kind = data.kind(channel) else { return nil }
      return KeyScale(
        values(channel), kind: kind, categories: data.categories[channel] ?? [], domain: domain)
    }
    symbol = keys(.symbol)
    dash = keys(.dash)
    slots = keys(.position)?.keys.map(\.value) ?? []
    size = try Self.range(values(.size), data.kind(.size), (12, 220))
    opacity = try Self.range(values(.opacity), data.kind(.opacity), (0.25, 1))
    color = try Self.color(
      values(.color), data.kind(.color), data.categories[.color] ?? [], configuration.colors)
  }

  /// A scale of numbers or of the order of categories over a range.
  private static func range(
    _ values: [Double], _ kind: ValueKind?, _ range: (Double, Double)
  ) throws -> ContinuousScale? {
    guard kind != nil, let low = values.lazy.filter(\.isFinite).min(),
      let high = values.lazy.filter(\.isFinite).max()
    else { return nil }
    let domain = low < high ? low...high : ScaleType.linear.domain(covering: [low]) ?? 0...1
    return try ContinuousScale(.linear, domain: domain, range: range, clamp: true)
  }

  private static func color(
    _ values: [Double], _ kind: ValueKind?, _ categories: [String],
    _ configuration: ColorConfiguration
  ) throws -> ColorScale? {
    guard let kind else { return nil }
    let isContinuous: Bool =
      switch kind {
      case .category: false
      case .number: true
      case .integer, .time:
        configuration.keys.isEmpty
          && (configuration.type != nil
            || Set(values.lazy.filter(\.isFinite).map(\.bitPattern)).count > keyLimit)
      }
    guard isContinuous, configuration.keys.isEmpty else {
      let domain = configuration.keys.map(\.key)
      let scale = KeyScale(values, kind: kind, categories: categories, domain: domain)
      let colors: [Color?] = scale.keys.enumerated().map { index, key in
        configuration.keys.first {
          $0.key.name == key.name || kind != .category && $0.key.value == key.value
        }?.color
          ?? (configuration.range.isEmpty
            ? nil : configuration.range[index % configuration.range.count])
      }
      return .keys(scale, colors)
    }
    let type = configuration.type ?? (kind == .time ? .time : .linear)
    let shown = values.filter { $0.isFinite && type.canShow($0) }
    guard let low = shown.min(), let high = shown.max() else { return nil }
    let domain =
      configuration.domain ?? (low < high ? low...high : type.domain(covering: [low]) ?? 0...1)
    do throws(ScaleError) {
      return .continuous(
        ContinuousColors(
          scale: try SequentialScale(type, domain: domain),
          colors: configuration.range.isEmpty
            ? Color.sequence : configuration.range,
          steps: configuration.steps))
    } catch {
      throw ChartError.scale(axis: "color", reason: error.description)
    }
  }
}
