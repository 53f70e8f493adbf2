public import BurinGeometry

/// A property of the elements of a collection to plot, with the name of its quantity.
///
/// ```swift
/// PointPlot(cities, x: .value("Area", \.area), y: .value("People", \.people))
/// ```
public struct PlottableProjection<DataElement, Value: Plottable> {
  package let value: (DataElement) -> PlottableValue<Value>
  /// The property, where it is a place and no stretch.
  let keyPath: KeyPath<DataElement, Value>?
  /// The name of its quantity.
  let label: String?

  package init(_ value: @escaping (DataElement) -> PlottableValue<Value>) {
    self.value = value
    (keyPath, label) = (nil, nil)
  }

  /// Returns the property of a key path, or the stretch of one that is a range, with the name of its
  /// quantity.
  public static func value<Name: QuantityName, Property: PlottableProperty>(
    _ label: Name, _ keyPath: KeyPath<DataElement, Property>
  ) -> PlottableProjection where Property.PlottedValue == Value {
    let label = label.quantityName
    return PlottableProjection(
      value: { $0[keyPath: keyPath].plotted(label) },
      keyPath: keyPath as? KeyPath<DataElement, Value>, label: label)
  }

  private init(
    value: @escaping (DataElement) -> PlottableValue<Value>, keyPath: KeyPath<DataElement, Value>?,
    label: String
  ) {
    self.value = value
    (self.keyPath, self.label) = (keyPath, keyPath == nil ? nil : label)
  }
}

// The requirements beside the first are all met by what meets that one. A key path meets none of
// them, so that the compiler never takes it for a constant, not even one with a fault in it.
extension PlottableProjection
where Value: PlottableConstant & Comparable & Codable & CustomStringConvertible {
  /// Returns one value for all elements with the name of its quantity.
  @_disfavoredOverload
  public static func value<Name: QuantityName>(
    _ label: Name, _ value: Value
  ) -> PlottableProjection {
    let value = PlottableValue<Value>.value(label.quantityName, value)
    return PlottableProjection { _ in value }
  }
}

/// What a key path of a plot by key paths leads to: a plottable value, or a range of values.
///
/// One function takes all of them, so that the compiler has one meaning to check where a name is
/// wrong.
public protocol PlottableProperty {
  /// The type of the value, or of the ends of the range.
  associatedtype PlottedValue: Plottable
  /// Returns the value with the name of its quantity.
  func plotted(_ label: String) -> PlottableValue<PlottedValue>
}

extension Plottable {
  /// Returns the value with the name of its quantity.
  public func plotted(_ label: String) -> PlottableValue<Self> { .value(label, self) }
}

extension Range: PlottableProperty where Bound: Plottable {
  /// Returns the stretch between the ends with the name of its quantity.
  public func plotted(_ label: String) -> PlottableValue<Bound> { .value(label, self) }
}

/// What can be one value for all elements of a plot by key paths: numbers, strings and dates.
///
/// Constants are of these types only, to which no key path converts: a function for constants of every
/// type would make plots slow to compile.
public protocol PlottableConstant: Plottable {}

extension Double: PlottableConstant {}
extension Int: PlottableConstant {}
extension String: PlottableConstant {}

extension PlottableProjection where Value: Comparable {
  /// Returns the stretch between two properties with the name of its quantity.
  public static func value<Name: QuantityName>(
    _ label: Name, _ lower: KeyPath<DataElement, Value>, _ upper: KeyPath<DataElement, Value>
  ) -> PlottableProjection {
    let label = label.quantityName
    return PlottableProjection { .stretch(label, $0[keyPath: lower], $0[keyPath: upper]) }
  }
}

/// Content of a mark for each element of a collection.
///
/// Its modifiers take key paths to properties of the elements as well as constants.
public protocol VectorizedChartContent<DataElement>: PrimitiveChartContent {
  /// An element of the collection.
  associatedtype DataElement
  /// Adds the marks, each after a change for its element.
  func collect(
    into collector: inout ChartCollector,
    changing change: (DataElement, inout ChartCollector) -> Void)
}

extension VectorizedChartContent {
  /// Adds the marks.
  public func collect(into collector: inout ChartCollector) {
    if let columns = self as? any ColumnContent {
      columns.collectColumns(into: &collector)
    } else {
      collect(into: &collector) { _, _ in }
    }
  }
}

extension StyledChartContent: VectorizedChartContent where Content: VectorizedChartContent {
  /// An element of the collection.
  public typealias DataElement = Content.DataElement

  /// Adds the marks with the changed style, each after a change for its element.
  public func collect(
    into collector: inout ChartCollector,
    changing change: (DataElement, inout ChartCollector) -> Void
  ) {
    collector.enter(modifiers, self.change)
    content.collect(into: &collector, changing: change)
    collector.leave()
  }

  /// Adds the marks with the changed style.
  public func collect(into collector: inout ChartCollector) {
    if let columns = self as? any ColumnContent {
      columns.collectColumns(into: &collector)
    } else {
      collect(into: &collector) { _, _ in }
    }
  }
}

/// A plot of a collection with properties of its elements as style.
public struct StyledPlot<Content: VectorizedChartContent>: VectorizedChartContent {
  /// An element of the collection.
  public typealias DataElement = Content.DataElement
  let content: Content
  let modifiers: MarkModifiers
  let change: (DataElement, inout ChartCollector) -> Void
  /// The field that the change sets, where it sets one and nothing else.
  var field: ElementField<DataElement>?

  /// Adds the marks, each with the style of its element; what is nearer to the plot wins.
  public func collect(
    into collector: inout ChartCollector,
    changing outer: (DataElement, inout ChartCollector) -> Void
  ) {
    collector.enter(modifiers)
    content.collect(into: &collector) { element, collector in
      outer(element, &collector)
      change(element, &collector)
    }
    collector.leave()
  }
}

extension VectorizedChartContent {
  private func field<Value: Plottable>(
    _ channel: Channel, _ modifiers: MarkModifiers, _ value: PlottableProjection<DataElement, Value>
  ) -> StyledPlot<Self> {
    let field = ElementField(channel, value)
    return StyledPlot(
      content: self, modifiers: modifiers,
      change: { $1.fields[channel] = field.value($0) }, field: field)
  }

  /// Chooses the colour by a property.
  public func foregroundStyle<Value: Plottable>(
    by value: PlottableProjection<DataElement, Value>
  ) -> StyledPlot<Self> { field(.color, .color, value) }

  /// Sets the style of each mark from a property.
  public func foregroundStyle<S: ShapeStyle>(
    _ keyPath: KeyPath<DataElement, S>
  ) -> StyledPlot<Self> {
    StyledPlot(content: self, modifiers: .color) {
      let style = $0[keyPath: keyPath].anyShapeStyle
      $1.style.color = style.color
      $1.style.paint = style.isPlain ? nil : style
    }
  }

  /// Chooses the form of points by a property.
  public func symbol<Value: Plottable>(
    by value: PlottableProjection<DataElement, Value>
  ) -> StyledPlot<Self> { field(.symbol, .symbol, value) }

  /// Sets the form of each point from a property.
  public func symbol<S: ChartSymbolShape>(
    _ keyPath: KeyPath<DataElement, S>
  ) -> StyledPlot<Self> {
    StyledPlot(content: self, modifiers: .symbol) { $1.style.symbol = $0[keyPath: keyPath].basic }
  }

  /// Chooses the area of points by a property.
  public func symbolSize<Value: Plottable>(
    by value: PlottableProjection<DataElement, Value>
  ) -> StyledPlot<Self> { field(.size, .symbolSize, value) }

  /// Sets the area of each point from a property, in square points.
  public func symbolSize(_ keyPath: KeyPath<DataElement, Double>) -> StyledPlot<Self> {
    StyledPlot(content: self, modifiers: .symbolSize) {
      $1.style.symbolSize = $0[keyPath: keyPath].clamped(to: MarkStyle.areas)
    }
  }

  /// Sets the width and the height of each point from a property, in points.
  public func symbolSize(_ keyPath: KeyPath<DataElement, Size>) -> StyledPlot<Self> {
    symbolSize { $0[keyPath: keyPath] }
  }

  /// Sets the width and the height of each point by a function, in points.
  package func symbolSize(_ size: @escaping (DataElement) -> Size) -> StyledPlot<Self> {
    StyledPlot(content: self, modifiers: .symbolSize) {
      let size = size($0)
      let (width, height) = (
        size.width.clamped(to: MarkStyle.lengths), size.height.clamped(to: MarkStyle.lengths)
      )
      $1.style.symbolSize = .pi / 4 * width * height
      $1.style.effects.symbolBox = width == height ? nil : Size(width, height)
    }
  }

  /// Sets the stroke of each line from a property.
  public func lineStyle(_ keyPath: KeyPath<DataElement, StrokeStyle>) -> StyledPlot<Self> {
    StyledPlot(content: self, modifiers: .lineWidth) { $1.setLineStyle($0[keyPath: keyPath]) }
  }

  /// Chooses the dashes of lines by a property.
  public func lineStyle<Value: Plottable>(
    by value: PlottableProjection<DataElement, Value>
  ) -> StyledPlot<Self> { field(.dash, .dash, value) }

  /// Chooses the opacity by a property.
  public func opacity<Value: Plottable>(
    by value: PlottableProjection<DataElement, Value>
  ) -> StyledPlot<Self> { field(.opacity, .opacity, value) }

  /// Sets the opacity of each mark from a property.
  public func opacity(_ keyPath: KeyPath<DataElement, Double>) -> StyledPlot<Self> {
    StyledPlot(content: self, modifiers: .opacity) {
      let opacity = $0[keyPath: keyPath]
      $1.style.opacity *= opacity.isNaN ? 1 : opacity.clamped(to: 0...1)
    }
  }

  /// Places marks of different keys side by side within their band.
  ///
  /// - Parameters:
  ///   - value: the key.
  ///   - axis: the axis along which the marks stand side by side, which must be the one that places
  ///     them; nil for this one.
  ///   - span: the thickness of all of them together.
  public func position<Value: Plottable>(
    by value: PlottableProjection<DataElement, Value>, axis: Axis? = nil,
    span: MarkDimension = .automatic
  ) -> StyledPlot<Self> {
    if axis == nil, span == .automatic { return field(.position, .position, value) }
    let field = ElementField(.position, value)
    let modifiers: MarkModifiers = span == .automatic ? .position : [.position, .span]
    return StyledPlot(content: self, modifiers: modifiers) {
      $1.fields[.position] = field.value($0)
      if span != .automatic { $1.style.effects.span = span }
      if let axis { $1.style.effects.positionAxis = axis }
    }
  }

  private func described(
    _ change: @escaping (DataElement, inout MarkAccessibility) -> Void
  ) -> StyledPlot<Self> {
    StyledPlot(content: self, modifiers: []) {
      var words = $1.style.effects.accessibility ?? MarkAccessibility()
      change($0, &words)
      $1.style.effects.accessibility = words
    }
  }

  /// Describes each mark to readers who don't see it.
  public func accessibilityLabel(_ keyPath: KeyPath<DataElement, String>) -> StyledPlot<Self> {
    described { $1.label = Text(verbatim: $0[keyPath: keyPath]) }
  }

  /// Describes each mark to readers who don't see it, who hear formulas in words.
  public func accessibilityLabel(_ keyPath: KeyPath<DataElement, Text>) -> StyledPlot<Self> {
    described { $1.label = $0[keyPath: keyPath] }
  }

  /// Describes the value of each mark to readers who don't see it.
  public func accessibilityValue(_ keyPath: KeyPath<DataElement, String>) -> StyledPlot<Self> {
    described { $1.value = Text(verbatim: $0[keyPath: keyPath]) }
  }

  /// Describes the value of each mark to readers who don't see it, who hear formulas in words.
  public func accessibilityValue(_ keyPath: KeyPath<DataElement, Text>) -> StyledPlot<Self> {
    described { $1.value = $0[keyPath: keyPath] }
  }

  /// Hides marks from those who don't see them, by a property.
  public func accessibilityHidden(_ keyPath: KeyPath<DataElement, Bool>) -> StyledPlot<Self> {
    described { $1.isHidden = $0[keyPath: keyPath] }
  }

  /// Names each mark in the scene by a property, for checks.
  public func accessibilityIdentifier(
    _ keyPath: KeyPath<DataElement, String>
  ) -> StyledPlot<Self> {
    StyledPlot(content: self, modifiers: []) { $1.style.name = $0[keyPath: keyPath] }
  }
}
