import BurinGeometry
public import BurinScene

extension Diagnostic {
  /// What a scene has no way to draw.
  static func noBlur(_ what: String) -> Diagnostic {
    Diagnostic("\(what) has no effect: scenes have no blur")
  }
}

extension ChartContent {
  private func effect(_ change: @escaping (inout MarkEffects) -> Void) -> StyledChartContent<Self> {
    styled { change(&$0.effects) }
  }

  /// Makes gradients span the plot area in place of each mark.
  public func alignsMarkStylesWithPlotArea(_ aligns: Bool = true) -> StyledChartContent<Self> {
    effect { $0.alignsWithPlot = aligns }
  }

  /// Cuts each mark at an outline over its bounding rectangle.
  ///
  /// ```swift
  /// BarMark(…).clipShape(Capsule())
  /// ```
  public func clipShape<S: Shape>(
    _ shape: S, style: FillStyle = FillStyle()
  ) -> StyledChartContent<Self> {
    let shape = AnyShape(shape)
    return StyledChartContent(content: self, modifiers: []) { collector in
      if style.isEOFilled {
        collector.note(Diagnostic("clipShape's even-odd fill has no effect; outlines wind"))
      }
      collector.style.effects.clipShape = shape
    }
  }

  /// Shows the marks only within the marks of a mask.
  ///
  /// The mask's marks have places on the chart's scales, but no part in their domains.
  public func mask<Content: ChartContent>(
    @ChartContentBuilder content: () -> Content
  ) -> StyledChartContent<Self> {
    var collector = ChartCollector()
    content().collect(into: &collector)
    let mask = MarkMask(collector.data)
    return effect { $0.masks.append(mask) }
  }

  /// Moves the marks, in points: to the right and downwards.
  public func offset(x: Double = 0, y: Double = 0) -> StyledChartContent<Self> {
    styled([], "offset", [x, y], in: -10_000...10_000) {
      $0.effects.offset = $0.effects.offset + Vector(x, y)
    }
  }

  /// Sets the order of drawing: marks of a larger number lie over those of a smaller one.
  ///
  /// Marks without a number have 0; equal ones are drawn in the order of the source.
  public func zIndex(_ value: Double) -> StyledChartContent<Self> {
    let numbers = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
    return styled([], "zIndex", [value], in: numbers) { $0.effects.zIndex = value }
  }

  /// Adds a shadow, which scenes do not have: a diagnostic tells of it.
  public func shadow(
    color: Color = Color.black.opacity(0.33), radius: Double, x: Double = 0, y: Double = 0
  ) -> StyledChartContent<Self> {
    StyledChartContent(content: self, modifiers: []) { $0.note(Diagnostic.noBlur("shadow")) }
  }

  /// Blurs the marks, which scenes cannot: a diagnostic tells of it.
  public func blur(radius: Double) -> StyledChartContent<Self> {
    StyledChartContent(content: self, modifiers: []) { $0.note(Diagnostic.noBlur("blur")) }
  }

  /// Mixes the colours of each mark with those behind it: of other marks, the grid and the page.
  ///
  /// ```swift
  /// PointMark(…).foregroundStyle(by: .value("Kind", kind)).blendMode(.multiply)
  /// ```
  ///
  /// Within ``compositingLayer()`` the marks mix with those of the layer only. Many points, bars or
  /// sectors with a mode are items of their own, so that they mix with each other.
  public func blendMode(_ mode: BlendMode) -> StyledChartContent<Self> {
    effect { $0.blend = mode == .normal ? nil : mode }
  }

  /// Paints the marks on a layer of their own, which is then laid over what is behind them.
  ///
  /// Marks with a ``blendMode(_:)`` mix with other marks of the layer only.
  public func compositingLayer() -> StyledChartContent<Self> {
    let layer = MarkLayer(nil)
    return effect { $0.layers.append(layer) }
  }

  /// Paints the marks on a layer of their own, which is changed as a view of the plot's size.
  ///
  /// ```swift
  /// ForEach(rows) { AreaMark(x: .value("Day", $0.day), y: .value("Sales", $0.sales)) }
  ///   .compositingLayer { $0.opacity(0.5).blendMode(.multiply) }
  /// ```
  ///
  /// - Parameter style: changes the view that draws the marks.
  public func compositingLayer<Layer: FigureContent>(
    style: (AnyContent) -> Layer
  ) -> StyledChartContent<Self> {
    let layer = MarkLayer([AnyContent(style(AnyContent(MarkLayerContent())))])
    return effect { $0.layers.append(layer) }
  }

  /// Describes the marks to readers who don't see them.
  public func accessibilityLabel(_ label: String) -> StyledChartContent<Self> {
    accessibilityLabel(Text(verbatim: label))
  }

  /// Describes the marks to readers who don't see them, who hear formulas in words.
  public func accessibilityLabel(_ label: Text) -> StyledChartContent<Self> {
    effect { $0.accessibility = ($0.accessibility ?? .init()).with { $0.label = label } }
  }

  /// Describes the marks' value to readers who don't see them.
  public func accessibilityValue(_ value: String) -> StyledChartContent<Self> {
    accessibilityValue(Text(verbatim: value))
  }

  /// Describes the marks' value to readers who don't see them, who hear formulas in words.
  public func accessibilityValue(_ value: Text) -> StyledChartContent<Self> {
    effect { $0.accessibility = ($0.accessibility ?? .init()).with { $0.value = value } }
  }

  /// Hides the marks from those who do not see them.
  public func accessibilityHidden(_ hidden: Bool) -> StyledChartContent<Self> {
    effect { $0.accessibility = ($0.accessibility ?? .init()).with { $0.isHidden = hidden } }
  }

  /// Names the marks in the scene, for checks.
  public func accessibilityIdentifier(_ identifier: String) -> StyledChartContent<Self> {
    named(identifier)
  }
}

/// A chart with three axes, which a figure on paper does not have.
@available(
  *, unavailable,
  message: "charts have two axes; show the third quantity by colour, or by size, or as a heat map"
)
public struct Chart3D: PrimitiveContent {
  /// Creates nothing.
  public init(@ChartContentBuilder content: () -> some ChartContent) {}
  /// Creates nothing.
  public init<Data: Sequence>(
    _ data: Data, @ChartContentBuilder content: (Data.Element) -> some ChartContent
  ) {}
  /// Resolves to nothing.
  public func block(in context: LayoutContext) throws -> any Block { EmptyBlock() }
}

/// A surface over two axes, which a figure on paper does not have.
@available(
  *, unavailable, message: "charts have two axes; show the surface by HeatmapMark or ContourMark"
)
public struct SurfacePlot: PrimitiveChartContent {
  /// Creates nothing.
  public init(x: String, y: String, z: String, function: (Double, Double) -> Double) {}
  /// Adds nothing.
  public func collect(into collector: inout ChartCollector) {}
}

extension MarkAccessibility {
  fileprivate func with(_ change: (inout MarkAccessibility) -> Void) -> MarkAccessibility {
    var result = self
    change(&result)
    return result
  }
}
