/// A bar for each element of a collection, by key paths.
///
/// ```swift
/// BarPlot(sales, x: .value("Shop", \.shop), y: .value("€", \.amount))
/// ```
public struct BarPlot<DataElement>: VectorizedChartContent {
  private let elements: PlotElements<DataElement>

  /// Creates a bar from zero for each element.
  public init<Elements: RandomAccessCollection, X: Plottable, Y: Plottable>(
    _ data: Elements,
    x: PlottableProjection<DataElement, X>,
    y: PlottableProjection<DataElement, Y>,
    width: MarkDimension = .automatic,
    height: MarkDimension = .automatic,
    stacking: MarkStackingMethod = .standard
  ) where Elements.Element == DataElement {
    elements = PlotElements(data) {
      BarMark(x: x.value($0), y: y.value($0), width: width, height: height, stacking: stacking)
    }
  }

  /// Creates a vertical bar between two values for each element.
  public init<Elements: RandomAccessCollection, X: Plottable, Y: Plottable>(
    _ data: Elements,
    x: PlottableProjection<DataElement, X>,
    yStart: PlottableProjection<DataElement, Y>,
    yEnd: PlottableProjection<DataElement, Y>,
    width: MarkDimension = .automatic
  ) where Elements.Element == DataElement {
    elements = PlotElements(data) {
      BarMark(x: x.value($0), yStart: yStart.value($0), yEnd: yEnd.value($0), width: width)
    }
  }

  /// Creates a horizontal bar between two values for each element.
  public init<Elements: RandomAccessCollection, X: Plottable, Y: Plottable>(
    _ data: Elements,
    xStart: PlottableProjection<DataElement, X>,
    xEnd: PlottableProjection<DataElement, X>,
    y: PlottableProjection<DataElement, Y>,
    height: MarkDimension = .automatic
  ) where Elements.Element == DataElement {
    elements = PlotElements(data) {
      BarMark(xStart: xStart.value($0), xEnd: xEnd.value($0), y: y.value($0), height: height)
    }
  }

  /// Adds the marks, each after a change for its element.
  public func collect(
    into collector: inout ChartCollector,
    changing change: (DataElement, inout ChartCollector) -> Void
  ) { elements.collect(into: &collector, changing: change) }
}
