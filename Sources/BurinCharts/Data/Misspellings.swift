public import BurinScales

// What is easily written in place of a value with its name. Each is declared so that the compiler says
// what to write, and not that no overload fits.

extension PlottableValue {
  /// Isn't available: a value has the name of its quantity.
  @available(
    *, unavailable, message: "a value needs the name of its quantity: .value(\"Month\", month)"
  )
  @_disfavoredOverload
  public static func value(_ value: Value) -> PlottableValue { .value("", value) }
}

extension PlottableProjection {
  /// Isn't available: a value has the name of its quantity.
  @available(
    *, unavailable, message: "a value needs the name of its quantity: .value(\"Month\", \\.month)"
  )
  @_disfavoredOverload
  public static func value(_ keyPath: KeyPath<DataElement, Value>) -> PlottableProjection {
    .value("", keyPath)
  }
}

extension MarkDimension {
  /// Isn't available: a thickness is not a value of the data.
  @available(
    *, unavailable,
    message:
      "width and height are thicknesses on the page, such as 12, .fixed(12) or .ratio(0.5); values of the data are x, y, xStart, xEnd, yStart and yEnd"
  )
  public static func value<Value>(_ label: String, _ value: Value) -> MarkDimension { .automatic }
}

extension ScaleType {
  /// Isn't available: the scale is called `.log`.
  @available(*, unavailable, renamed: "log", message: "a logarithmic scale is .log")
  public static var logarithmic: ScaleType { .log }
}

extension ChartContent {
  /// Isn't available: a key has the name of its quantity.
  @available(
    *, unavailable,
    message: "a key needs the name of its quantity: foregroundStyle(by: .value(\"Region\", region))"
  )
  @_disfavoredOverload
  public func foregroundStyle(by value: String) -> StyledChartContent<Self> {
    foregroundStyle(by: .value("", value))
  }

  /// Isn't available: a key has the name of its quantity.
  @available(
    *, unavailable,
    message: "a key needs the name of its quantity: symbol(by: .value(\"Region\", region))"
  )
  @_disfavoredOverload
  public func symbol(by value: String) -> StyledChartContent<Self> {
    symbol(by: .value("", value))
  }

  /// Isn't available: a value has the name of its quantity.
  @available(
    *, unavailable,
    message: "a value needs the name of its quantity: symbolSize(by: .value(\"People\", people))"
  )
  @_disfavoredOverload
  public func symbolSize(by value: String) -> StyledChartContent<Self> {
    symbolSize(by: .value("", value))
  }

  /// Isn't available: a key has the name of its quantity.
  @available(
    *, unavailable,
    message: "a key needs the name of its quantity: lineStyle(by: .value(\"Region\", region))"
  )
  @_disfavoredOverload
  public func lineStyle(by value: String) -> StyledChartContent<Self> {
    lineStyle(by: .value("", value))
  }

  /// Isn't available: a key has the name of its quantity.
  @available(
    *, unavailable,
    message: "a key needs the name of its quantity: position(by: .value(\"Region\", region))"
  )
  @_disfavoredOverload
  public func position(by value: String) -> StyledChartContent<Self> {
    position(by: .value("", value))
  }
}

extension PointMark {
  /// Isn't available: charts have two axes.
  @available(
    *, unavailable,
    message: "charts have two axes; show the third quantity by colour, or by size, or as a heat map"
  )
  public init<X: Plottable, Y: Plottable, Z: Plottable>(
    x: PlottableValue<X>, y: PlottableValue<Y>, z: PlottableValue<Z>
  ) { self.init(x: x, y: y) }
}

extension RuleMark {
  /// Isn't available: charts have two axes.
  @available(
    *, unavailable,
    message: "charts have two axes; show the third quantity by colour, or by size, or as a heat map"
  )
  public init<X: Plottable, Y: Plottable, Z: Plottable>(
    x: PlottableValue<X>, y: PlottableValue<Y>, z: PlottableValue<Z>
  ) { self.init(x: x) }
}

extension AxisMarkValues {
  /// Isn't available: the number of values is a preference.
  @available(
    *, unavailable, message: "the number of values is a preference: .automatic(desiredCount: 5)"
  )
  public static func automatic(count: Int) -> AxisMarkValues { .automatic(desiredCount: count) }
}

extension PositionScaleRange where Self == PlotDimensionScaleRange {
  /// Isn't available: the room at the ends is called padding.
  @available(
    *, unavailable, message: "the room at the ends is called padding: .plotDimension(padding: 8)"
  )
  public static func plotDimension(inset: Double) -> PlotDimensionScaleRange {
    .plotDimension(padding: inset)
  }
}
