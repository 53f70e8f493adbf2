/// A straight line for each element of a collection, by key paths.
public struct RulePlot<DataElement>: VectorizedChartContent {
  private let elements: PlotElements<DataElement>

  /// Creates a vertical line over the whole plot for each element.
  public init<Elements: RandomAccessCollection, X: Plottable>(
    _ data: Elements,
    x: PlottableProjection<DataElement, X>
  ) where Elements.Element == DataElement {
    elements = PlotElements(data) { RuleMark(x: x.value($0)) }
  }

  /// Creates a horizontal line over the whole plot for each element.
  public init<Elements: RandomAccessCollection, Y: Plottable>(
    _ data: Elements,
    y: PlottableProjection<DataElement, Y>
  ) where Elements.Element == DataElement {
    elements = PlotElements(data) { RuleMark(y: y.value($0)) }
  }

  /// Creates a vertical line between two values for each element.
  public init<Elements: RandomAccessCollection, X: Plottable, Y: Plottable>(
    _ data: Elements,
    x: PlottableProjection<DataElement, X>,
    yStart: PlottableProjection<DataElement, Y>,
    yEnd: PlottableProjection<DataElement, Y>
  ) where Elements.Element == DataElement {
    elements = PlotElements(data) {
      RuleMark(x: x.value($0), yStart: yStart.value($0), yEnd: yEnd.value($0))
    }
  }

  /// Creates a horizontal line between two values for each element.
  public init<Elements: RandomAccessCollection, X: Plottable, Y: Plottable>(
    _ data: Elements,
    xStart: PlottableProjection<DataElement, X>,
    xEnd: PlottableProjection<DataElement, X>,
    y: PlottableProjection<DataElement, Y>
  ) where Elements.Element == DataElement {
    elements = PlotElements(data) {
      RuleMark(xStart: xStart.value($0), xEnd: xEnd.value($0), y: y.value($0))
    }
  }

  /// Adds the marks, each after a change for its element.
  public func collect(
    into collector: inout ChartCollector,
    changing change: (DataElement, inout ChartCollector) -> Void
  ) { elements.collect(into: &collector, changing: change) }
}
