public import BurinScales

/// The settings of the scale of the areas of symbols.
struct SizeConfiguration: Sendable {
  var keys = KeyedStyle<Double>()
  /// The areas of the least and the largest number, in square points.
  var range: ClosedRange<Double>?
  var domain: ClosedRange<Double>?
  var type: ScaleType?
}

extension FigureContent {
  /// Sets the symbols of keys, in the order of the legend.
  ///
  /// ```swift
  /// chart.chartSymbolScale(["Oak": .circle, "Pine": .triangle])
  /// ```
  public func chartSymbolScale<Key: Plottable, S: ChartSymbolShape>(
    _ mapping: KeyValuePairs<Key, S>
  ) -> Configured {
    let keys = mapping.map { (key: $0.key.scaleKey, value: Optional($0.value.basic)) }
    return changed { $0.symbols.keys = keys }
  }

  /// Sets the keys' order and the symbols that they take by turns.
  public func chartSymbolScale<Key: Plottable, S: ChartSymbolShape>(
    domain: [Key], range: [S]
  ) -> Configured {
    let keys = domain.map { (key: $0.scaleKey, value: BasicChartSymbolShape?.none) }
    let range = range.map(\.basic)
    return changed { ($0.symbols.keys, $0.symbols.range) = (keys, range) }
  }

  /// Sets the keys' order.
  public func chartSymbolScale<Key: Plottable>(domain: [Key]) -> Configured {
    let keys = domain.map { (key: $0.scaleKey, value: BasicChartSymbolShape?.none) }
    return changed { $0.symbols.keys = keys }
  }

  /// Sets the symbols that keys take by turns.
  public func chartSymbolScale<S: ChartSymbolShape>(range: [S]) -> Configured {
    let range = range.map(\.basic)
    return changed { $0.symbols.range = range }
  }

  /// Sets the symbol of each key that the data have.
  public func chartSymbolScale<Key: Plottable & SendableMetatype, S: ChartSymbolShape>(
    mapping: @escaping @Sendable (Key) -> S
  ) -> Configured {
    changed { $0.symbols.mapping = { Key(scaleKey: $0).map { mapping($0).basic } } }
  }

  /// Sets the keys' order and the symbol of each.
  public func chartSymbolScale<Key: Plottable, S: ChartSymbolShape>(
    domain: [Key], mapping: (Key) -> S
  ) -> Configured {
    let keys = domain.map { (key: $0.scaleKey, value: Optional(mapping($0).basic)) }
    return changed { $0.symbols.keys = keys }
  }

  /// Sets the lines of keys, in the order of the legend.
  public func chartLineStyleScale<Key: Plottable>(
    _ mapping: KeyValuePairs<Key, StrokeStyle>
  ) -> Configured {
    let keys = mapping.map { (key: $0.key.scaleKey, value: Optional($0.value)) }
    return changed { $0.dashes.keys = keys }
  }

  /// Sets the keys' order and the lines that they take by turns.
  public func chartLineStyleScale<Key: Plottable>(
    domain: [Key], range: [StrokeStyle]
  ) -> Configured {
    let keys = domain.map { (key: $0.scaleKey, value: StrokeStyle?.none) }
    return changed { ($0.dashes.keys, $0.dashes.range) = (keys, range) }
  }

  /// Sets the keys' order.
  public func chartLineStyleScale<Key: Plottable>(domain: [Key]) -> Configured {
    let keys = domain.map { (key: $0.scaleKey, value: StrokeStyle?.none) }
    return changed { $0.dashes.keys = keys }
  }

  /// Sets the lines that keys take by turns.
  public func chartLineStyleScale(range: [StrokeStyle]) -> Configured {
    changed { $0.dashes.range = range }
  }

  /// Sets the line of each key that the data have.
  public func chartLineStyleScale<Key: Plottable & SendableMetatype>(
    mapping: @escaping @Sendable (Key) -> StrokeStyle
  ) -> Configured {
    changed { $0.dashes.mapping = { Key(scaleKey: $0).map(mapping) } }
  }

  /// Sets the keys' order and the line of each.
  public func chartLineStyleScale<Key: Plottable>(
    domain: [Key], mapping: (Key) -> StrokeStyle
  ) -> Configured {
    let keys = domain.map { (key: $0.scaleKey, value: Optional(mapping($0))) }
    return changed { $0.dashes.keys = keys }
  }

  /// Sets the areas of the symbols of keys, in square points, in the order of the legend.
  public func chartSymbolSizeScale<Key: Plottable>(
    _ mapping: KeyValuePairs<Key, Double>
  ) -> Configured {
    let keys = mapping.map { (key: $0.key.scaleKey, value: Optional($0.value)) }
    return changed { $0.sizes.keys.keys = keys }
  }

  /// Sets the keys' order and the areas that they take by turns, in square points.
  public func chartSymbolSizeScale<Key: Plottable>(
    domain: [Key], range: [Double]
  ) -> Configured {
    let keys = domain.map { (key: $0.scaleKey, value: Double?.none) }
    return changed { ($0.sizes.keys.keys, $0.sizes.keys.range) = (keys, range) }
  }

  /// Sets the numbers of the smallest and the largest symbol, and their areas in square points.
  public func chartSymbolSizeScale<Bound: Plottable & Comparable>(
    domain: ClosedRange<Bound>, range: ClosedRange<Double>? = nil, type: ScaleType? = nil
  ) -> Configured {
    let bounds = domain.domainSpecification
    return changed {
      $0.sizes.domain = bounds.numbers
      $0.sizes.range = range ?? $0.sizes.range
      $0.sizes.type = type ?? $0.sizes.type
    }
  }

  /// Sets the areas of the smallest and the largest symbol, in square points.
  public func chartSymbolSizeScale(
    range: ClosedRange<Double>, type: ScaleType? = nil
  ) -> Configured {
    changed {
      $0.sizes.range = range
      $0.sizes.type = type ?? $0.sizes.type
    }
  }

  /// Sets the area of the symbol of each key that the data have, in square points.
  public func chartSymbolSizeScale<Key: Plottable & SendableMetatype>(
    mapping: @escaping @Sendable (Key) -> Double
  ) -> Configured {
    changed { $0.sizes.keys.mapping = { Key(scaleKey: $0).map(mapping) } }
  }

  /// Sets the keys' order and the area of each one's symbol, in square points.
  public func chartSymbolSizeScale<Key: Plottable>(
    domain: [Key], mapping: (Key) -> Double
  ) -> Configured {
    let keys = domain.map { (key: $0.scaleKey, value: Optional(mapping($0))) }
    return changed { $0.sizes.keys.keys = keys }
  }

  /// Sets the keys' order.
  public func chartSymbolSizeScale<Key: Plottable>(domain: [Key]) -> Configured {
    let keys = domain.map { (key: $0.scaleKey, value: Double?.none) }
    return changed { $0.sizes.keys.keys = keys }
  }

  /// Sets how numbers spread over the areas of symbols.
  public func chartSymbolSizeScale(type: ScaleType) -> Configured {
    changed { $0.sizes.type = type }
  }
}
