public import BurinGeometry
import BurinScales

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The scales and the plot of a chart that is laid out.
///
/// ```swift
/// .chartOverlay { proxy in
///   GeometryReader { geometry in
///     if let anchor = proxy.plotFrame, let x = proxy.position(forX: "May") {
///       let plot = geometry[anchor]
///       Rectangle().fill(.red).frame(width: 1, height: plot.height)
///         .position(x: plot.minX + x, y: plot.midY)
///     }
///   }
/// }
/// ```
///
/// Positions are in points from the top left corner of the plot.
public struct ChartProxy: Sendable {
  /// The plot, in the figure's coordinates.
  private let plot: Rect
  /// The scales; nil for an axis without values.
  private let x, y: AxisScale?
  private let angles: ClosedRange<Double>?
  private let styles: StyleScales
  private let theme: Theme

  /// Creates the proxy of a chart.
  init(
    plot: Rect, x: AxisScale?, y: AxisScale?, angles: ClosedRange<Double>?, styles: StyleScales,
    theme: Theme
  ) {
    self.plot = plot
    self.x = x
    self.y = y
    self.angles = angles
    self.styles = styles
    self.theme = theme
  }

  /// The rectangle of the plot.
  public var plotFrame: Anchor<Rect>? { Anchor(value: plot) }
  /// The rectangle of the plot.
  public var plotAreaFrame: Anchor<Rect> { Anchor(value: plot) }
  /// The rectangle of the plot: a picture shows all of it.
  public var plotContainerFrame: Anchor<Rect>? { plotFrame }
  /// The size of the plot, in points.
  public var plotSize: Size { plot.size }
  /// The size of the plot, in points.
  public var plotAreaSize: Size { plot.size }
}

// MARK: - Positions of values

extension ChartProxy {
  /// Returns the horizontal position of a value, the middle of its band for a category.
  ///
  /// Nil for a value without a place, such as an unknown category; values beyond the axis lie
  /// beyond the plot.
  public func position(forX value: some Plottable) -> Double? {
    x?.position(of: value).map { $0 - plot.minX }
  }

  /// Returns the vertical position of a value, the middle of its band for a category.
  ///
  /// Nil for a value without a place, such as an unknown category; values beyond the axis lie
  /// beyond the plot.
  public func position(forY value: some Plottable) -> Double? {
    y?.position(of: value).map { $0 - plot.minY }
  }

  /// Returns the position of a pair of values; nil if one of them has no place.
  public func position<X: Plottable, Y: Plottable>(for values: (x: X, y: Y)) -> Point? {
    guard let x = position(forX: values.x), let y = position(forY: values.y) else { return nil }
    return Point(x, y)
  }

  /// Returns the left and the right end of a category's band; the position of a number or a time
  /// twice.
  public func positionRange(forX value: some Plottable) -> ClosedRange<Double>? {
    x?.positionRange(of: value).map { $0.lowerBound - plot.minX...$0.upperBound - plot.minX }
  }

  /// Returns the upper and the lower end of a category's band; the position of a number or a time
  /// twice.
  public func positionRange(forY value: some Plottable) -> ClosedRange<Double>? {
    y?.positionRange(of: value).map { $0.lowerBound - plot.minY...$0.upperBound - plot.minY }
  }

  /// Returns the cell of the bands of a pair of values; nil if one of them has no place.
  public func positionRange<X: Plottable, Y: Plottable>(for values: (x: X, y: Y)) -> Rect? {
    guard let x = positionRange(forX: values.x), let y = positionRange(forY: values.y) else {
      return nil
    }
    return Rect(minX: x.lowerBound, minY: y.lowerBound, maxX: x.upperBound, maxY: y.upperBound)
  }
}

// MARK: - Values at positions

extension ChartProxy {
  /// Returns the value at a horizontal position: the nearest of whole numbers, the category whose
  /// band is there.
  ///
  /// Nil if the axis has no values of the type.
  public func value<Value: Plottable>(atX position: Double, as type: Value.Type = Value.self)
    -> Value?
  { x?.value(at: position + plot.minX) }

  /// Returns the value at a vertical position: the nearest of whole numbers, the category whose
  /// band is there.
  ///
  /// Nil if the axis has no values of the type.
  public func value<Value: Plottable>(atY position: Double, as type: Value.Type = Value.self)
    -> Value?
  { y?.value(at: position + plot.minY) }

  /// Returns the pair of values at a position; nil if one of them has none.
  public func value<X: Plottable, Y: Plottable>(
    at position: Point, as type: (X, Y).Type = (X, Y).self
  ) -> (X, Y)? {
    guard let x = value(atX: position.x, as: X.self), let y = value(atY: position.y, as: Y.self)
    else { return nil }
    return (x, y)
  }

  /// Returns the ends of a horizontal axis of numbers or times, or its categories.
  public func xDomain<Value: Plottable>(dataType: Value.Type = Value.self) -> [Value] {
    x?.domain() ?? []
  }

  /// Returns the ends of a vertical axis of numbers or times, or its categories.
  public func yDomain<Value: Plottable>(dataType: Value.Type = Value.self) -> [Value] {
    y?.domain() ?? []
  }

  /// Returns the angle of a position around the plot's middle, clockwise from the top.
  public func angle(at position: Point) -> Angle {
    let way = position - Point(plot.width / 2, plot.height / 2)
    let radians = atan2(way.dx, -way.dy)
    return Angle(radians: radians < 0 ? radians + 2 * .pi : radians)
  }

  /// Returns the value at an angle of a chart of sectors; nil for other charts.
  public func value<Value: Plottable>(atAngle angle: Angle, as type: Value.Type = Value.self)
    -> Value?
  {
    guard let angles else { return nil }
    let turns = angle.radians / (2 * .pi)
    // A full turn is the end of the last sector.
    let part = (0...1).contains(turns) ? turns : turns - turns.rounded(.down)
    return Value.nearest(angles.lowerBound * (1 - part) + angles.upperBound * part)
  }
}

// MARK: - Styles of values

extension ChartProxy {
  /// Returns the style of a value by which marks are painted; nil without one.
  public func foregroundStyle(for value: some Plottable) -> AnyShapeStyle? {
    switch styles.color {
    case .keys(let scale, let colors):
      return scale.index(of: value).map { index in
        styles.paints[scale.keys[index].value.bitPattern]
          ?? AnyShapeStyle(ColorScale.color(index, colors))
      }
    case .continuous(let scale):
      let color = try? scale.color(value.primitivePlottable.plottedNumber, theme: theme)
      return color.map { AnyShapeStyle(Color($0)) }
    case nil: return nil
    }
  }

  /// Returns the symbol of a value by which points differ; nil without one.
  public func symbol(for value: some Plottable) -> BasicChartSymbolShape? {
    styles.symbols?.value(of: value)
  }

  /// Returns the area of the symbol of a value by which points differ, in square points; nil without
  /// one.
  public func symbolSize(for value: some Plottable) -> Double? { styles.sizes?.value(of: value) }

  /// Returns the line of a value by which lines differ; nil without one.
  public func lineStyle(for value: some Plottable) -> StrokeStyle? {
    styles.dashes?.value(of: value)
  }

  /// Returns the values by which marks are painted, in the order of the legend, or the ends of a
  /// scale of colours; none without such a scale.
  public func foregroundStyleDomain<Value: Plottable>(
    dataType: Value.Type = Value.self
  ) -> [Value] {
    switch styles.color {
    case .keys(let scale, _): scale.domain()
    case .continuous(let colors):
      [colors.scale.domain.lowerBound, colors.scale.domain.upperBound].compactMap(Value.nearest)
    case nil: []
    }
  }

  /// Returns the values by which the symbols of points differ, in the order of the legend.
  public func symbolDomain<Value: Plottable>(dataType: Value.Type = Value.self) -> [Value] {
    styles.symbols?.scale.domain() ?? []
  }

  /// Returns the values by which the areas of symbols differ, in the order of the legend, or the ends
  /// of their scale.
  public func symbolSizeDomain<Value: Plottable>(dataType: Value.Type = Value.self) -> [Value] {
    switch styles.sizes {
    case .keys(let keys): keys.scale.domain()
    case .continuous(let scale):
      [scale.domain.lowerBound, scale.domain.upperBound].compactMap(Value.nearest)
    case nil: []
    }
  }

  /// Returns the values by which lines differ, in the order of the legend.
  public func lineStyleDomain<Value: Plottable>(dataType: Value.Type = Value.self) -> [Value] {
    styles.dashes?.scale.domain() ?? []
  }
}

// MARK: - Interaction

extension ChartProxy {
  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func selectXValue(at position: Double) {}
  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func selectYValue(at position: Double) {}
  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func selectXRange(from start: Double, to end: Double) {}
  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func selectYRange(from start: Double, to end: Double) {}
  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func selectAngleValue(at angle: Angle) {}
}

// MARK: - Scales and plottable values

extension AxisScale {
  /// Returns the position of a value, in points.
  fileprivate func position<Value: Plottable>(of value: Value) -> Double? {
    let primitive = value.primitivePlottable
    switch (form, Value.PrimitivePlottable.valueKind) {
    case (.band(let scale, _), .category): return scale.center(of: primitive.plottedCategory)
    case (.band, _), (.continuous, .category): return nil
    case (.continuous, _): return position(primitive.plottedNumber)
    }
  }

  /// Returns the ends of a value's band, in points.
  fileprivate func positionRange<Value: Plottable>(of value: Value) -> ClosedRange<Double>? {
    if let band, Value.PrimitivePlottable.valueKind == .category {
      return band.band(of: value.primitivePlottable.plottedCategory)
    }
    return position(of: value).map { $0...$0 }
  }

  /// Returns the value at a position in points.
  fileprivate func value<Value: Plottable>(at position: Double) -> Value? {
    switch form {
    case .band(let scale, _): scale.category(at: position).flatMap(Value.category)
    case .continuous(let scale): Value.nearest(scale.value(at: position))
    }
  }

  /// Returns the ends of the axis, or its categories.
  fileprivate func domain<Value: Plottable>() -> [Value] {
    switch form {
    case .band(let scale, _): scale.categories.compactMap(Value.category)
    case .continuous(let scale):
      [scale.domain.lowerBound, scale.domain.upperBound].compactMap(Value.nearest)
    }
  }
}

extension KeyScale {
  /// Returns the values of the keys that have some of the type.
  fileprivate func domain<Value: Plottable>() -> [Value] { keys.compactMap { Value(scaleKey: $0) } }
}

extension Plottable {
  /// Returns the value of a category; nil where it has none.
  fileprivate static func category(_ name: String) -> Self? {
    PrimitivePlottable.valueKind == .category
      ? Self(plottedNumber: .nan, plottedCategory: name) : nil
  }

  /// Returns the value of a number, which whole numbers are nearest to; nil where it has none.
  fileprivate static func nearest(_ number: Double) -> Self? {
    let kind = PrimitivePlottable.valueKind
    guard number.isFinite, kind != .category else { return nil }
    return Self(
      plottedNumber: kind == .integer ? number.rounded() : number, plottedCategory: "")
  }
}
