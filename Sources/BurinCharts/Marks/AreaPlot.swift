/// An area of the elements of a collection, or of a function.
///
/// ```swift
/// AreaPlot(x: "x", y: "density") { gaussian.density($0) }.opacity(0.25)
/// AreaPlot(sales, x: .value("Month", \.date), y: .value("€", \.amount))
/// ```
public struct AreaPlot<DataElement>: VectorizedChartContent, ColumnContent {
  private let elements: PlotElements<DataElement>

  /// Creates the area between a function and zero.
  ///
  /// - Parameters:
  ///   - x: the name of the argument.
  ///   - y: the name of the value.
  ///   - domain: where the area is drawn; nil for the whole axis.
  ///   - function: gives y for x.
  public init(
    x: String, y: String, domain: ClosedRange<Double>? = nil,
    function: @escaping @Sendable (Double) -> Double
  ) where DataElement == Never {
    let mark = FunctionArea(x: x, y: y, domain: domain, function: function)
    elements = PlotElements(mark)
  }

  /// Creates the area between two functions.
  ///
  /// ```swift
  /// AreaPlot(x: "x", yStart: "low", yEnd: "high") { x in (yStart: x - 1, yEnd: x + 1) }
  /// ```
  ///
  /// - Parameters:
  ///   - x: the name of the argument.
  ///   - yStart: the name of one edge.
  ///   - yEnd: the name of the other edge.
  ///   - domain: where the area is drawn; nil for the whole axis.
  ///   - function: gives both edges for x.
  public init(
    x: String, yStart: String, yEnd: String, domain: ClosedRange<Double>? = nil,
    function: @escaping @Sendable (Double) -> (yStart: Double, yEnd: Double)
  ) where DataElement == Never {
    let mark = BandMark(
      x: x, between: { function($0).yEnd }, and: { function($0).yStart }, domain: domain,
      isOpaque: true)
    elements = PlotElements(mark)
  }

  /// Creates the area between a function and zero, with names as texts.
  public init(
    x: Text, y: Text, domain: ClosedRange<Double>? = nil,
    function: @escaping @Sendable (Double) -> Double
  ) where DataElement == Never {
    self.init(x: x.plain, y: y.plain, domain: domain, function: function)
  }

  /// Creates the area between two functions, with names as texts.
  public init(
    x: Text, yStart: Text, yEnd: Text, domain: ClosedRange<Double>? = nil,
    function: @escaping @Sendable (Double) -> (yStart: Double, yEnd: Double)
  ) where DataElement == Never {
    self.init(
      x: x.plain, yStart: yStart.plain, yEnd: yEnd.plain, domain: domain, function: function)
  }

  /// Creates the area between the points of all elements and zero.
  public init<Elements: RandomAccessCollection, X: Plottable, Y: Plottable>(
    _ data: Elements,
    x: PlottableProjection<DataElement, X>,
    y: PlottableProjection<DataElement, Y>,
    stacking: MarkStackingMethod = .standard
  ) where Elements.Element == DataElement {
    elements = PlotElements(data, x: x, y: y) {
      AreaMark(x: x.value($0), y: y.value($0), stacking: stacking)
    }
  }

  /// Creates an area over zero of the elements of each series.
  public init<Elements: RandomAccessCollection, X: Plottable, Y: Plottable, S: Plottable>(
    _ data: Elements,
    x: PlottableProjection<DataElement, X>,
    y: PlottableProjection<DataElement, Y>,
    series: PlottableProjection<DataElement, S>,
    stacking: MarkStackingMethod = .standard
  ) where Elements.Element == DataElement {
    elements = PlotElements(data) {
      AreaMark(x: x.value($0), y: y.value($0), series: series.value($0), stacking: stacking)
    }
  }

  /// Creates the area between two lines of all elements.
  public init<Elements: RandomAccessCollection, X: Plottable, Y: Plottable>(
    _ data: Elements,
    x: PlottableProjection<DataElement, X>,
    yStart: PlottableProjection<DataElement, Y>,
    yEnd: PlottableProjection<DataElement, Y>
  ) where Elements.Element == DataElement {
    elements = PlotElements(data) {
      AreaMark(x: x.value($0), yStart: yStart.value($0), yEnd: yEnd.value($0))
    }
  }

  /// Creates the area between two lines of the elements of each series.
  public init<Elements: RandomAccessCollection, X: Plottable, Y: Plottable, S: Plottable>(
    _ data: Elements,
    x: PlottableProjection<DataElement, X>,
    yStart: PlottableProjection<DataElement, Y>,
    yEnd: PlottableProjection<DataElement, Y>,
    series: PlottableProjection<DataElement, S>
  ) where Elements.Element == DataElement {
    elements = PlotElements(data) {
      AreaMark(
        x: x.value($0), yStart: yStart.value($0), yEnd: yEnd.value($0), series: series.value($0))
    }
  }

  /// Creates the area between two lines of all elements that run upwards.
  public init<Elements: RandomAccessCollection, X: Plottable, Y: Plottable>(
    _ data: Elements,
    xStart: PlottableProjection<DataElement, X>,
    xEnd: PlottableProjection<DataElement, X>,
    y: PlottableProjection<DataElement, Y>
  ) where Elements.Element == DataElement {
    elements = PlotElements(data) {
      AreaMark(xStart: xStart.value($0), xEnd: xEnd.value($0), y: y.value($0))
    }
  }

  /// Creates the area between two lines that run upwards of the elements of each series.
  public init<Elements: RandomAccessCollection, X: Plottable, Y: Plottable, S: Plottable>(
    _ data: Elements,
    xStart: PlottableProjection<DataElement, X>,
    xEnd: PlottableProjection<DataElement, X>,
    y: PlottableProjection<DataElement, Y>,
    series: PlottableProjection<DataElement, S>
  ) where Elements.Element == DataElement {
    elements = PlotElements(data) {
      AreaMark(
        xStart: xStart.value($0), xEnd: xEnd.value($0), y: y.value($0), series: series.value($0))
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
