import BurinGeometry

/// Content whose marks have a changed style.
public struct StyledChartContent<Content: ChartContent>: PrimitiveChartContent {
  @usableFromInline let content: Content
  @usableFromInline let modifiers: MarkModifiers
  @usableFromInline let change: StyleChange

  @inlinable
  init(content: Content, modifiers: MarkModifiers, change: StyleChange) {
    self.content = content
    self.modifiers = modifiers
    self.change = change
  }

  init(
    content: Content, modifiers: MarkModifiers, change: @escaping (inout ChartCollector) -> Void
  ) { self.init(content: content, modifiers: modifiers, change: .other(change)) }

  /// Adds the marks with the changed style; a modifier nearer to a mark wins.
  @inlinable
  public func collect(into collector: inout ChartCollector) {
    collector.enter(modifiers, change)
    content.collect(into: &collector)
    collector.leave()
  }
}

/// Content at whose last mark something is written.
public struct AnnotatedChartContent<Content: ChartContent>: PrimitiveChartContent {
  let content: Content
  let change: (inout [Annotation]) -> Void

  /// Adds the marks, then what is written at the last one.
  public func collect(into collector: inout ChartCollector) {
    content.collect(into: &collector)
    collector.changeAnnotations(change)
  }
}

extension ChartContent {
  func styled(
    _ modifiers: MarkModifiers = [], _ change: @escaping (inout MarkStyle) -> Void
  ) -> StyledChartContent<Self> {
    StyledChartContent(content: self, modifiers: modifiers) { change(&$0.style) }
  }

  /// Sets constants of the style where all of them are in a range; where one is not, none is set and
  /// a diagnostic says so.
  func styled(
    _ modifiers: MarkModifiers, _ name: String, _ values: [Double], in range: ClosedRange<Double>,
    _ change: @escaping (inout MarkStyle) -> Void
  ) -> StyledChartContent<Self> {
    StyledChartContent(content: self, modifiers: modifiers) { collector in
      if let value = values.first(where: { !range.contains($0) }) {
        collector.note(.init(modifier: name, value: value, range: range))
      } else {
        change(&collector.style)
      }
    }
  }

  func field<Value: Plottable>(
    _ channel: Channel, _ modifiers: MarkModifiers, _ value: PlottableValue<Value>
  ) -> StyledChartContent<Self> {
    StyledChartContent(content: self, modifiers: modifiers) {
      $0.fields[channel] = value.channelValue
    }
  }

  /// Sets the colour, the gradient or another style.
  ///
  /// A gradient spans the bounding rectangle of a mark.
  @inlinable
  public func foregroundStyle<S: ShapeStyle>(_ style: S) -> StyledChartContent<Self> {
    StyledChartContent(content: self, modifiers: .color, change: .style(style.anyShapeStyle))
  }

  /// Sets the colour; nil leaves it as it is.
  public func foregroundColor(_ color: Color?) -> StyledChartContent<Self> {
    guard let color else { return styled { _ in } }
    return StyledChartContent(content: self, modifiers: .color, change: .color(color))
  }

  /// Chooses the colour by a value, on the chart's scale of colours.
  ///
  /// Categories get colours that keep apart and join lines and areas; numbers get a continuous
  /// scale with a colour bar.
  public func foregroundStyle<Value: Plottable>(
    by value: PlottableValue<Value>
  ) -> StyledChartContent<Self> { field(.color, .color, value) }

  /// Places marks of different keys side by side within their band.
  ///
  /// - Parameters:
  ///   - value: the key.
  ///   - axis: the axis along which the marks stand side by side, which must be the one that places
  ///     them; nil for this one.
  ///   - span: the thickness of all of them together.
  public func position<Value: Plottable>(
    by value: PlottableValue<Value>, axis: Axis? = nil, span: MarkDimension = .automatic
  ) -> StyledChartContent<Self> {
    let modifiers: MarkModifiers = span == .automatic ? .position : [.position, .span]
    return StyledChartContent(content: self, modifiers: modifiers) {
      $0.fields[.position] = value.channelValue
      if span != .automatic { $0.style.effects.span = span }
      if let axis { $0.style.effects.positionAxis = axis }
    }
  }

  /// Multiplies the opacity of the mark as a whole.
  @inlinable
  public func opacity(_ opacity: Double) -> StyledChartContent<Self> {
    StyledChartContent(content: self, modifiers: .opacity, change: .opacity(opacity))
  }

  /// Chooses the opacity by a value.
  public func opacity<Value: Plottable>(
    by value: PlottableValue<Value>
  ) -> StyledChartContent<Self> { field(.opacity, .opacity, value) }

  /// Sets the width of lines and their dashes, in points.
  ///
  /// Lengths are 0…10,000; others have no effect, and a diagnostic says so.
  @inlinable
  public func lineStyle(width: Double? = nil, dash: [Double]? = nil) -> StyledChartContent<Self> {
    if dash == nil, let width {
      return StyledChartContent(content: self, modifiers: .lineWidth, change: .lineWidth(width))
    }
    return dashed(width, dash)
  }

  @usableFromInline
  func dashed(_ width: Double?, _ dash: [Double]?) -> StyledChartContent<Self> {
    var modifiers: MarkModifiers = []
    if width != nil { modifiers.insert(.lineWidth) }
    if dash != nil { modifiers.insert(.dash) }
    let lengths = (width.map { [$0] } ?? []) + (dash ?? [])
    return styled(modifiers, "lineStyle", lengths, in: MarkStyle.lengths) {
      $0.lineWidth = width ?? $0.lineWidth
      $0.dash = dash ?? $0.dash
    }
  }

  /// Chooses the dashes of lines by a value.
  public func lineStyle<Value: Plottable>(
    by value: PlottableValue<Value>
  ) -> StyledChartContent<Self> { field(.dash, .dash, value) }

  /// Sets the form of points, on lines too.
  public func symbol<S: ChartSymbolShape>(_ symbol: S) -> StyledChartContent<Self> {
    let symbol = symbol.basic
    return StyledChartContent(content: self, modifiers: .symbol) { collector in
      collector.style.symbol = symbol
      if symbol.dropsDashes {
        collector.note(Diagnostic("the dashes of a symbol's border have no effect"))
      }
    }
  }

  /// Sets content that stands for the symbol of points, on lines too, in its own size.
  ///
  /// ```swift
  /// PointMark(…).symbol { Text("!").bold() }
  /// ```
  public func symbol(
    @FigureContentBuilder symbol: () -> [AnyContent]
  ) -> StyledChartContent<Self> {
    let content = MarkContent(symbol())
    return styled(.symbol) { $0.effects.symbolContent = content }
  }

  /// Chooses the form of points by a value.
  public func symbol<Value: Plottable>(
    by value: PlottableValue<Value>
  ) -> StyledChartContent<Self> { field(.symbol, .symbol, value) }

  /// Sets the area of points, in square points, at most 100,000,000.
  @inlinable
  public func symbolSize(_ area: Double) -> StyledChartContent<Self> {
    StyledChartContent(content: self, modifiers: .symbolSize, change: .symbolSize(area))
  }

  /// Sets the width and the height of points, in points.
  public func symbolSize(width: Double, height: Double) -> StyledChartContent<Self> {
    styled(.symbolSize, "symbolSize", [width, height], in: MarkStyle.lengths) {
      $0.symbolSize = .pi / 4 * width * height
      $0.effects.symbolBox = width == height ? nil : Size(width, height)
    }
  }

  /// Chooses the area of points by a value.
  public func symbolSize<Value: Plottable>(
    by value: PlottableValue<Value>
  ) -> StyledChartContent<Self> { field(.size, .symbolSize, value) }

  /// Sets the radius of corners, in points; both styles are drawn as arcs.
  public func cornerRadius(
    _ radius: Double, style: RoundedCornerStyle = .continuous
  ) -> StyledChartContent<Self> {
    styled(.cornerRadius, "cornerRadius", [radius], in: MarkStyle.lengths) {
      $0.cornerRadius = radius
    }
  }

  /// Sets how lines and the edges of areas run between their points.
  public func interpolationMethod(_ method: InterpolationMethod) -> StyledChartContent<Self> {
    styled(.interpolation) { $0.interpolation = method }
  }

  /// Places the marks in the panel of a key; marks without one stand in every panel.
  ///
  /// ```swift
  /// Chart {
  ///   for m in measurements {
  ///     LineMark(x: .value("month", m.month), y: .value("°C", m.celsius))
  ///       .facet(by: .value("city", m.city))
  ///   }
  /// }
  /// .chartFacets(columns: 3)
  /// ```
  public func facet<Value: Plottable>(
    by value: PlottableValue<Value>
  ) -> StyledChartContent<Self> { field(.facet, [], value) }

  /// Names the marks for connectors.
  public func anchor(_ name: String) -> StyledChartContent<Self> { styled { $0.anchor = name } }

  /// Names the marks in the scene's text form, in lint findings and in differences.
  public func named(_ name: String) -> StyledChartContent<Self> { styled { $0.name = name } }
}
