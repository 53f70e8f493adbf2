import BurinScales

/// The scales of the channels of style, trained on all panels of a chart.
struct StyleScales: Sendable {
  var color: ColorScale?
  /// The styles of colours' values that are more than a colour, by the bits of the value.
  var paints: [UInt64: AnyShapeStyle] = [:]
  var symbols: KeyedValues<BasicChartSymbolShape>?
  var dashes: KeyedValues<StrokeStyle>?
  var sizes: SizeScale?
  var opacity: ContinuousScale?
  /// The keys of marks side by side, in order.
  var slots: [Double] = []

  /// The most whole numbers or times that are keys of a legend rather than a stretch of colours.
  static let keyLimit = 10
  /// The areas of the smallest and the largest symbol, in square points.
  private static let areas = 12.0...220.0

  init(
    _ data: ChartData, _ configuration: ChartConfiguration, _ region: RenderingRegion
  ) throws {
    func values(_ channel: Channel) -> [Double] {
      data.layers.flatMap { $0.fields[channel]?.values ?? [] }
    }
    func keys(_ channel: Channel, domain: [KeyScale.Key] = []) -> KeyScale? {
      guard let kind = data.kind(channel) else { return nil }
      return KeyScale(
        values(channel), kind: kind, categories: data.categories[channel] ?? [], domain: domain,
        region: region)
    }
    symbols = keys(.symbol, domain: configuration.symbols.domain).map {
      KeyedValues($0, configuration.symbols, automatic: BasicChartSymbolShape.ordered)
    }
    dashes = keys(.dash, domain: configuration.dashes.domain).map {
      KeyedValues($0, configuration.dashes) {
        StrokeStyle(lineWidth: 2.2, dash: DashPatterns.pattern($0))
      }
    }
    slots = keys(.position)?.keys.map(\.value) ?? []
    sizes = try Self.sizes(
      values(.size), data.kind(.size), keys(.size, domain: configuration.sizes.keys.domain),
      configuration.sizes)
    opacity = try Self.range(values(.opacity), data.kind(.opacity), (0.25, 1))
    color = try Self.color(
      values(.color), data.kind(.color), data.categories[.color] ?? [], configuration.colors,
      region)
    if case .keys(let scale, _) = color {
      let given = KeyedValues<AnyShapeStyle?>(
        scale, configuration.colors.styles.optional, automatic: { _ in nil })
      for (index, key) in scale.keys.enumerated() {
        if let style = given[index], !style.isPlain { paints[key.value.bitPattern] = style }
      }
    }
  }

  private static func sizes(
    _ values: [Double], _ kind: ValueKind?, _ scale: KeyScale?, _ configuration: SizeConfiguration
  ) throws -> SizeScale? {
    for area in configuration.keys.keys.compactMap(\.value) + configuration.keys.range
    where !MarkStyle.areas.contains(area) {
      throw ChartError.scale(
        axis: "size", reason: "an area is \(area); it must be a number from 0 to 100,000,000")
    }
    if let scale, !configuration.keys.isEmpty {
      let count = Double(max(scale.keys.count - 1, 1))
      let range = configuration.range ?? areas
      return .keys(
        KeyedValues(scale, configuration.keys) {
          range.lowerBound + (range.upperBound - range.lowerBound) * Double($0) / count
        })
    }
    let areas = configuration.range ?? areas
    if kind == .category || configuration.type == .category, let scale {
      // Categories by their order, each with its entry in the legend.
      let count = Double(max(scale.keys.count - 1, 1))
      return .keys(
        KeyedValues(scale, KeyedStyle()) {
          areas.lowerBound + (areas.upperBound - areas.lowerBound) * Double($0) / count
        })
    }
    return try range(
      values, kind, (areas.lowerBound, areas.upperBound), domain: configuration.domain,
      type: configuration.type ?? .linear
    ).map { .continuous($0) }
  }

  /// A scale of numbers or of the order of categories over a range.
  private static func range(
    _ values: [Double], _ kind: ValueKind?, _ range: (Double, Double),
    domain given: ClosedRange<Double>? = nil, type: ScaleType = .linear
  ) throws -> ContinuousScale? {
    guard kind != nil, let low = values.lazy.filter(\.isFinite).min(),
      let high = values.lazy.filter(\.isFinite).max()
    else { return nil }
    let domain = given ?? (low < high ? low...high : type.domain(covering: [low]) ?? 0...1)
    do throws(ScaleError) {
      return try ContinuousScale(type, domain: domain, range: range, clamp: true)
    } catch {
      throw ChartError.scale(axis: "size", reason: error.description)
    }
  }

  private static func color(
    _ values: [Double], _ kind: ValueKind?, _ categories: [String],
    _ configuration: ColorConfiguration, _ region: RenderingRegion
  ) throws -> ColorScale? {
    guard let kind else { return nil }
    let isContinuous: Bool =
      switch kind {
      case _ where configuration.type == .category: false
      case .category: false
      case .number: true
      case .integer, .time:
        configuration.styles.keys.isEmpty && configuration.styles.mapping == nil
          && (configuration.type != nil || configuration.gradient != nil
            || Set(values.lazy.filter(\.isFinite).map(\.bitPattern)).count > keyLimit)
      }
    guard isContinuous, configuration.styles.keys.isEmpty else {
      var scale = KeyScale(
        values, kind: kind, categories: categories, domain: configuration.styles.domain,
        region: region)
      if let automatic = configuration.automatic, kind == .category {
        var names = scale.keys.map(\.name)
        names = automatic.modifyCategories?(names) ?? names
        if automatic.isReversed == true { names.reverse() }
        scale = KeyScale(
          values, kind: kind, categories: categories,
          domain: names.map { KeyScale.Key(value: .nan, name: $0) }, region: region)
      }
      let given = KeyedValues<AnyShapeStyle?>(
        scale, configuration.styles.optional, automatic: { _ in nil })
      let last = Double(max(scale.keys.count - 1, 1))
      return .keys(
        scale,
        scale.keys.indices.map { index in
          // Keys stand at equal distances along a gradient.
          given[index]?.color ?? configuration.gradient?.color(at: Double(index) / last)
        })
    }
    let type = configuration.type ?? (kind == .time ? .time : .linear)
    let shown = values.filter { $0.isFinite && type.canShow($0) }
    guard let low = shown.min(), let high = shown.max() else { return nil }
    var domain =
      configuration.domain ?? (low < high ? low...high : type.domain(covering: [low]) ?? 0...1)
    var colors = try colors(configuration)
    if let automatic = configuration.automatic {
      if automatic.includesZero == true {
        domain = min(domain.lowerBound, 0)...max(domain.upperBound, 0)
      }
      domain = automatic.modifyNumbers?(domain) ?? domain
      if automatic.isReversed == true { colors.reverse() }
    }
    do throws(ScaleError) {
      return .continuous(
        ContinuousColors(
          scale: try SequentialScale(type, domain: domain), colors: colors,
          steps: configuration.steps,
          single: low == high && domain == type.domain(covering: [low]) ? low : nil))
    } catch {
      throw ChartError.scale(axis: "color", reason: error.description)
    }
  }

  /// The colours that numbers are spread over.
  ///
  /// - Throws: ``ChartError/scale(axis:reason:)`` for a gradient of unequal distances.
  private static func colors(_ configuration: ColorConfiguration) throws(ChartError) -> [Color] {
    let range = configuration.styles.range
    var gradient = configuration.gradient
    if gradient == nil, range.count == 1 { gradient = range[0].gradient }
    guard let gradient else { return range.isEmpty ? Color.sequence : range.map(\.color) }
    let stops = gradient.sortedStops
    let last = Double(max(stops.count - 1, 1))
    for (index, stop) in stops.enumerated()
    where abs(stop.location - Double(index) / last) > 1e-6 {
      throw .scale(
        axis: "color",
        reason: "the stops of a scale's gradient must have equal distances, from 0 to 1")
    }
    return stops.map(\.color)
  }
}

extension KeyedStyle {
  /// The same settings of values that may be missing.
  fileprivate var optional: KeyedStyle<Value?> {
    var result = KeyedStyle<Value?>()
    result.keys = keys.map { (key: $0.key, value: $0.value.map { Optional($0) }) }
    result.range = range.map { Optional($0) }
    if let mapping {
      result.mapping = { (key: KeyScale.Key) -> Value?? in mapping(key).map { Optional($0) } }
    }
    return result
  }
}
