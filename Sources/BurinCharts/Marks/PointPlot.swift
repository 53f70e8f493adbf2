/// A point for each element of a collection, by key paths.
///
/// ```swift
/// PointPlot(cities, x: .value("Area", \.area), y: .value("People", \.people))
///   .foregroundStyle(by: .value("Country", \.country))
/// ```
public struct PointPlot<DataElement>: VectorizedChartContent, ColumnContent {
  private let elements: PlotElements<DataElement>

  /// Creates a point for each element.
  public init<Elements: RandomAccessCollection, X: Plottable, Y: Plottable>(
    _ data: Elements,
    x: PlottableProjection<DataElement, X>,
    y: PlottableProjection<DataElement, Y>
  ) where Elements.Element == DataElement {
    elements = PlotElements(data, x: x, y: y) { PointMark(x: x.value($0), y: y.value($0)) }
  }

  /// Creates a point of the horizontal axis for each element.
  public init<Elements: RandomAccessCollection, X: Plottable>(
    _ data: Elements,
    x: PlottableProjection<DataElement, X>
  ) where Elements.Element == DataElement {
    elements = PlotElements(data) { PointMark(x: x.value($0)) }
  }

  /// Creates a point of the vertical axis for each element.
  public init<Elements: RandomAccessCollection, Y: Plottable>(
    _ data: Elements,
    y: PlottableProjection<DataElement, Y>
  ) where Elements.Element == DataElement {
    elements = PlotElements(data) { PointMark(y: y.value($0)) }
  }

  /// Creates a point at a distance from the top of the plot, nil for the middle, for each element.
  public init<Elements: RandomAccessCollection, X: Plottable>(
    _ data: Elements,
    x: PlottableProjection<DataElement, X>,
    y: Double?
  ) where Elements.Element == DataElement {
    elements = PlotElements(data) {
      PointMark(x: x.value($0), y: y)
    }
  }

  /// Creates a point at a distance from the top of the plot that is a property, for each element.
  @_disfavoredOverload
  public init<Elements: RandomAccessCollection, X: Plottable, Points: BinaryFloatingPoint>(
    _ data: Elements,
    x: PlottableProjection<DataElement, X>,
    y: KeyPath<DataElement, Points>
  ) where Elements.Element == DataElement {
    elements = PlotElements(data) {
      PointMark(x: x.value($0), y: Double($0[keyPath: y]))
    }
  }

  /// Creates a point at a distance from the left of the plot, nil for the middle, for each element.
  public init<Elements: RandomAccessCollection, Y: Plottable>(
    _ data: Elements,
    x: Double?,
    y: PlottableProjection<DataElement, Y>
  ) where Elements.Element == DataElement {
    elements = PlotElements(data) {
      PointMark(x: x, y: y.value($0))
    }
  }

  /// Creates a point at a distance from the left of the plot that is a property, for each element.
  @_disfavoredOverload
  public init<Elements: RandomAccessCollection, Points: BinaryFloatingPoint, Y: Plottable>(
    _ data: Elements,
    x: KeyPath<DataElement, Points>,
    y: PlottableProjection<DataElement, Y>
  ) where Elements.Element == DataElement {
    elements = PlotElements(data) {
      PointMark(x: Double($0[keyPath: x]), y: y.value($0))
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
