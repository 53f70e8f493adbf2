/// A line through the elements of a collection, or the curve of a function.
///
/// ```swift
/// LinePlot(x: "x", y: "ln x") { log($0) }
/// LinePlot(months, x: .value("Month", \.date), y: .value("°C", \.celsius))
///   .foregroundStyle(by: .value("City", \.city))
/// ```
public struct LinePlot<DataElement>: VectorizedChartContent, ColumnContent {
  private let elements: PlotElements<DataElement>

  init(elements: PlotElements<DataElement>) { self.elements = elements }

  /// Creates the curve of a function.
  ///
  /// - Parameters:
  ///   - x: the name of the argument.
  ///   - y: the name of the value.
  ///   - domain: where the function is drawn; nil for the whole axis.
  ///   - function: gives y for x; NaN or an infinity where it has no value.
  public init(
    x: String, y: String, domain: ClosedRange<Double>? = nil,
    function: @escaping @Sendable (Double) -> Double
  ) where DataElement == Never {
    let mark = FunctionLine(x: x, y: y, domain: domain, function: function)
    elements = PlotElements(mark)
  }

  /// Creates the curve of a point that moves with a parameter.
  ///
  /// ```swift
  /// LinePlot(x: "x", y: "y", t: "t", domain: 0...6.3) { t in (x: cos(t), y: sin(t)) }
  /// ```
  ///
  /// - Parameters:
  ///   - x: the name of the horizontal quantity.
  ///   - y: the name of the vertical quantity.
  ///   - t: the name of the parameter.
  ///   - domain: the parameters at the ends.
  ///   - function: gives the point of a parameter; NaN or an infinity where there is none.
  public init(
    x: String, y: String, t: String, domain: ClosedRange<Double>,
    function: @escaping @Sendable (Double) -> (x: Double, y: Double)
  ) where DataElement == Never {
    let mark = ParametricLine(x: x, y: y, domain: domain, function: function)
    elements = PlotElements(mark)
  }

  /// Creates the curve of a function, with names as texts.
  public init(
    x: Text, y: Text, domain: ClosedRange<Double>? = nil,
    function: @escaping @Sendable (Double) -> Double
  ) where DataElement == Never {
    self.init(x: x.plain, y: y.plain, domain: domain, function: function)
  }

  /// Creates the curve of a point that moves with a parameter, with names as texts.
  public init(
    x: Text, y: Text, t: Text, domain: ClosedRange<Double>,
    function: @escaping @Sendable (Double) -> (x: Double, y: Double)
  ) where DataElement == Never {
    self.init(x: x.plain, y: y.plain, t: t.plain, domain: domain, function: function)
  }

  /// Creates the line through the points of all elements.
  public init<Elements: RandomAccessCollection, X: Plottable, Y: Plottable>(
    _ data: Elements,
    x: PlottableProjection<DataElement, X>,
    y: PlottableProjection<DataElement, Y>
  ) where Elements.Element == DataElement {
    elements = PlotElements(data, x: x, y: y) { LineMark(x: x.value($0), y: y.value($0)) }
  }

  /// Creates a line through the points of the elements of each series.
  public init<Elements: RandomAccessCollection, X: Plottable, Y: Plottable, S: Plottable>(
    _ data: Elements,
    x: PlottableProjection<DataElement, X>,
    y: PlottableProjection<DataElement, Y>,
    series: PlottableProjection<DataElement, S>
  ) where Elements.Element == DataElement {
    elements = PlotElements(data) {
      LineMark(x: x.value($0), y: y.value($0), series: series.value($0))
    }
  }

  /// Adds the marks, each after a change for its element.
  public func collect(
    into collector: inout ChartCollector,
    changing change: (DataElement, inout ChartCollector) -> Void
  ) { elements.collect(into: &collector, changing: change) }

  func collectColumns(into collector: inout ChartCollector, fields: [ElementField<DataElement>]) {
    elements.collectColumns(into: &collector, fields: fields)
  }
}
