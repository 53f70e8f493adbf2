/// A rectangle for each element of a collection, by key paths.
public struct RectanglePlot<DataElement>: VectorizedChartContent {
  private let elements: PlotElements<DataElement>

  /// Creates a cell at a place of both axes for each element.
  public init<Elements: RandomAccessCollection, X: Plottable, Y: Plottable>(
    _ data: Elements,
    x: PlottableProjection<DataElement, X>,
    y: PlottableProjection<DataElement, Y>,
    width: MarkDimension = .automatic,
    height: MarkDimension = .automatic
  ) where Elements.Element == DataElement {
    elements = PlotElements(data) {
      RectangleMark(x: x.value($0), y: y.value($0), width: width, height: height)
    }
  }

  /// Creates a rectangle between two values of both axes for each element.
  public init<Elements: RandomAccessCollection, X: Plottable, Y: Plottable>(
    _ data: Elements,
    xStart: PlottableProjection<DataElement, X>,
    xEnd: PlottableProjection<DataElement, X>,
    yStart: PlottableProjection<DataElement, Y>,
    yEnd: PlottableProjection<DataElement, Y>
  ) where Elements.Element == DataElement {
    elements = PlotElements(data) {
      RectangleMark(
        xStart: xStart.value($0), xEnd: xEnd.value($0), yStart: yStart.value($0),
        yEnd: yEnd.value($0))
    }
  }

  /// Creates a rectangle at a place of x, between two values of y, for each element.
  public init<Elements: RandomAccessCollection, X: Plottable, Y: Plottable>(
    _ data: Elements,
    x: PlottableProjection<DataElement, X>,
    yStart: PlottableProjection<DataElement, Y>,
    yEnd: PlottableProjection<DataElement, Y>,
    width: MarkDimension = .automatic
  ) where Elements.Element == DataElement {
    elements = PlotElements(data) {
      RectangleMark(x: x.value($0), yStart: yStart.value($0), yEnd: yEnd.value($0), width: width)
    }
  }

  /// Creates a rectangle at a place of y, between two values of x, for each element.
  public init<Elements: RandomAccessCollection, X: Plottable, Y: Plottable>(
    _ data: Elements,
    xStart: PlottableProjection<DataElement, X>,
    xEnd: PlottableProjection<DataElement, X>,
    y: PlottableProjection<DataElement, Y>,
    height: MarkDimension = .automatic
  ) where Elements.Element == DataElement {
    elements = PlotElements(data) {
      RectangleMark(xStart: xStart.value($0), xEnd: xEnd.value($0), y: y.value($0), height: height)
    }
  }

  /// Creates a rectangle between two values of x, as high as the plot, for each element.
  public init<Elements: RandomAccessCollection, X: Plottable>(
    _ data: Elements,
    xStart: PlottableProjection<DataElement, X>,
    xEnd: PlottableProjection<DataElement, X>
  ) where Elements.Element == DataElement {
    elements = PlotElements(data) { RectangleMark(xStart: xStart.value($0), xEnd: xEnd.value($0)) }
  }

  /// Creates a rectangle between two values of y, as wide as the plot, for each element.
  public init<Elements: RandomAccessCollection, Y: Plottable>(
    _ data: Elements,
    yStart: PlottableProjection<DataElement, Y>,
    yEnd: PlottableProjection<DataElement, Y>
  ) where Elements.Element == DataElement {
    elements = PlotElements(data) { RectangleMark(yStart: yStart.value($0), yEnd: yEnd.value($0)) }
  }

  /// Adds the marks, each after a change for its element.
  public func collect(
    into collector: inout ChartCollector,
    changing change: (DataElement, inout ChartCollector) -> Void
  ) { elements.collect(into: &collector, changing: change) }
}
