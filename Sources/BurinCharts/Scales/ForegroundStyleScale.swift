public import BurinScales

/// The settings of the scale of colours.
struct ColorConfiguration: Sendable {
  /// The styles of keys, and those that values are spread over or that keys take by turns.
  var styles = KeyedStyle<AnyShapeStyle>()
  /// The gradient that numbers are spread over.
  var gradient: Gradient?
  var domain: ClosedRange<Double>?
  /// How the domain that was found is changed.
  var automatic: AutomaticScaleDomain?
  var type: ScaleType?
  var steps: Int?
}

extension FigureContent {
  /// Sets the styles of keys, in the order of the legend.
  ///
  /// ```swift
  /// chart.chartForegroundStyleScale(["Oak": .brown, "Pine": .green])
  /// ```
  ///
  /// - Parameter mapping: a style for each key; keys of the data that are not named follow.
  public func chartForegroundStyleScale<Key: Plottable, S: ShapeStyle>(
    _ mapping: KeyValuePairs<Key, S>
  ) -> Configured {
    let keys = mapping.map { (key: $0.key.scaleKey, value: Optional($0.value.anyShapeStyle)) }
    return changed { $0.colors.styles.keys = keys }
  }

  /// Sets the keys' order and the styles that they take by turns.
  public func chartForegroundStyleScale<Key: Plottable, S: ShapeStyle>(
    domain: [Key], range: [S], type: ScaleType? = nil
  ) -> Configured {
    let keys = domain.map { (key: $0.scaleKey, value: AnyShapeStyle?.none) }
    let range = range.map(\.anyShapeStyle)
    return changed {
      $0.colors.styles.keys = keys
      $0.colors.styles.range = range
      $0.colors.type = type ?? $0.colors.type
    }
  }

  /// Sets the keys' order.
  public func chartForegroundStyleScale<Key: Plottable>(
    domain: [Key], type: ScaleType? = nil
  ) -> Configured {
    let keys = domain.map { (key: $0.scaleKey, value: AnyShapeStyle?.none) }
    return changed {
      $0.colors.styles.keys = keys
      $0.colors.type = type ?? $0.colors.type
    }
  }

  /// Sets the keys' order and the style of each.
  public func chartForegroundStyleScale<Key: Plottable, S: ShapeStyle>(
    domain: [Key], mapping: (Key) -> S
  ) -> Configured {
    let keys = domain.map {
      (key: $0.scaleKey, value: Optional(mapping($0).anyShapeStyle))
    }
    return changed { $0.colors.styles.keys = keys }
  }

  /// Sets the style of each key that the data have.
  public func chartForegroundStyleScale<Key: Plottable & SendableMetatype, S: ShapeStyle>(
    mapping: @escaping @Sendable (Key) -> S
  ) -> Configured {
    changed {
      $0.colors.styles.mapping = { Key(scaleKey: $0).map { mapping($0).anyShapeStyle } }
    }
  }

  /// Sets the numbers or times at the ends of a continuous scale, and its colours.
  public func chartForegroundStyleScale<Bound: Plottable & Comparable, S: ShapeStyle>(
    domain: ClosedRange<Bound>, range: [S], type: ScaleType? = nil
  ) -> Configured {
    let (bounds, range) = (domain.domainSpecification, range.map(\.anyShapeStyle))
    return changed {
      $0.colors.domain = bounds.numbers
      $0.colors.styles.range = range
      $0.colors.type = type ?? $0.colors.type
    }
  }

  /// Sets the numbers or times at the ends of a continuous scale, and its colours.
  public func chartForegroundStyleScale<Bound: Plottable & Comparable>(
    domain: ClosedRange<Bound>, range: Gradient, type: ScaleType? = nil
  ) -> Configured {
    let bounds = domain.domainSpecification
    return changed {
      $0.colors.domain = bounds.numbers
      $0.colors.gradient = range
      $0.colors.type = type ?? $0.colors.type
    }
  }

  /// Sets the numbers or times at the ends of a continuous scale.
  public func chartForegroundStyleScale<Bound: Plottable & Comparable>(
    domain: ClosedRange<Bound>, type: ScaleType? = nil
  ) -> Configured {
    let bounds = domain.domainSpecification
    return changed {
      $0.colors.domain = bounds.numbers
      $0.colors.type = type ?? $0.colors.type
    }
  }

  /// Sets how the keys or numbers that were found are changed, and their styles.
  ///
  /// ```swift
  /// .chartForegroundStyleScale(
  ///   domain: .automatic(dataType: String.self) { $0.sort() }, range: [Color.blue, .green])
  /// ```
  public func chartForegroundStyleScale<S: ShapeStyle>(
    domain: AutomaticScaleDomain, range: [S], type: ScaleType? = nil
  ) -> Configured {
    let range = range.map(\.anyShapeStyle)
    return changed {
      $0.colors.automatic = domain
      $0.colors.styles.range = range
      $0.colors.type = type ?? $0.colors.type
    }
  }

  /// Sets how the keys or numbers that were found are changed.
  public func chartForegroundStyleScale(
    domain: AutomaticScaleDomain, type: ScaleType? = nil
  ) -> Configured {
    changed {
      $0.colors.automatic = domain
      $0.colors.type = type ?? $0.colors.type
    }
  }

  /// Sets the colours that numbers are spread over.
  public func chartForegroundStyleScale(
    range: Gradient, type: ScaleType? = nil
  ) -> Configured {
    changed {
      $0.colors.gradient = range
      $0.colors.type = type ?? $0.colors.type
    }
  }

  /// Sets how numbers spread over the colours.
  public func chartForegroundStyleScale(type: ScaleType) -> Configured {
    changed { $0.colors.type = type }
  }

  /// Sets the styles that keys take by turns, or the colours that numbers are spread over.
  ///
  /// - Parameters:
  ///   - range: two colours or more, those of the least and the largest number at the ends; three
  ///     make a diverging scale.
  ///   - domain: the numbers at the ends; nil for the least and the largest there are.
  ///   - type: how numbers are spread; nil for linear.
  ///   - steps: the number of steps of colour; nil for a smooth scale.
  public func chartForegroundStyleScale<S: ShapeStyle>(
    range: [S], domain: ClosedRange<Double>? = nil, type: ScaleType? = nil, steps: Int? = nil
  ) -> Configured {
    let range = range.map(\.anyShapeStyle)
    return changed {
      $0.colors.styles.range = range
      $0.colors.domain = domain
      $0.colors.type = type
      $0.colors.steps = steps
    }
  }
}

extension Plottable {
  /// The value as a key of a scale; a category has no number.
  var scaleKey: KeyScale.Key {
    let primitive = primitivePlottable
    let number = primitive.plottedNumber
    let name = KeyScale.names(
      [number.isNaN ? 0 : number], kind: PrimitivePlottable.valueKind,
      categories: [primitive.plottedCategory])
    return KeyScale.Key(value: number, name: name.first ?? "")
  }
}

extension Plottable {
  /// Creates the value of a scale's key; nil where nothing is of its name or number.
  init?(scaleKey: KeyScale.Key) {
    guard
      let primitive = PrimitivePlottable(
        plottedNumber: scaleKey.value, plottedCategory: scaleKey.name)
    else { return nil }
    self.init(primitivePlottable: primitive)
  }
}
