/// A bar for each element of a collection, by key paths.
///
/// ```swift
/// BarPlot(sales, x: .value("Shop", \.shop), y: .value("€", \.amount))
/// ```
///
/// Distances are in points from the left and the top of the plot; nil for its edges.
public struct BarPlot<DataElement>: VectorizedChartContent {
  private let elements: PlotElements<DataElement>

  /// Creates a bar from zero for each element.
  public init<Elements: RandomAccessCollection, X: Plottable, Y: Plottable>(
    _ data: Elements,
    x: PlottableProjection<DataElement, X>,
    y: PlottableProjection<DataElement, Y>,
    width: MarkDimensions<DataElement> = .automatic,
    height: MarkDimensions<DataElement> = .automatic,
    stacking: MarkStackingMethod = .standard
  ) where Elements.Element == DataElement {
    elements = PlotElements(data) {
      BarMark(
        x: x.value($0), y: y.value($0), width: width.value($0), height: height.value($0),
        stacking: stacking)
    }
  }

  /// Creates a vertical bar between two values for each element.
  public init<Elements: RandomAccessCollection, X: Plottable, Y: Plottable>(
    _ data: Elements,
    x: PlottableProjection<DataElement, X>,
    yStart: PlottableProjection<DataElement, Y>,
    yEnd: PlottableProjection<DataElement, Y>,
    width: MarkDimensions<DataElement> = .automatic
  ) where Elements.Element == DataElement {
    elements = PlotElements(data) {
      BarMark(
        x: x.value($0), yStart: yStart.value($0), yEnd: yEnd.value($0), width: width.value($0))
    }
  }

  /// Creates a horizontal bar between two values for each element.
  public init<Elements: RandomAccessCollection, X: Plottable, Y: Plottable>(
    _ data: Elements,
    xStart: PlottableProjection<DataElement, X>,
    xEnd: PlottableProjection<DataElement, X>,
    y: PlottableProjection<DataElement, Y>,
    height: MarkDimensions<DataElement> = .automatic
  ) where Elements.Element == DataElement {
    elements = PlotElements(data) {
      BarMark(
        xStart: xStart.value($0), xEnd: xEnd.value($0), y: y.value($0), height: height.value($0))
    }
  }

  /// Creates a horizontal bar, as thick as the plot is high or between two distances, for each element.
  public init<Elements: RandomAccessCollection, X: Plottable>(
    _ data: Elements,
    x: PlottableProjection<DataElement, X>,
    yStart: Double? = nil,
    yEnd: Double? = nil,
    width: MarkDimensions<DataElement> = .automatic,
    height: MarkDimensions<DataElement> = .automatic,
    stacking: MarkStackingMethod = .standard
  ) where Elements.Element == DataElement {
    elements = PlotElements(data) {
      BarMark(
        x: x.value($0), yStart: yStart, yEnd: yEnd, width: width.value($0),
        height: height.value($0), stacking: stacking)
    }
  }

  /// Creates a horizontal bar between distances that are properties for each element.
  @_disfavoredOverload
  public init<Elements: RandomAccessCollection, X: Plottable, Points: BinaryFloatingPoint>(
    _ data: Elements,
    x: PlottableProjection<DataElement, X>,
    yStart: KeyPath<DataElement, Points>,
    yEnd: KeyPath<DataElement, Points>,
    width: MarkDimensions<DataElement> = .automatic,
    height: MarkDimensions<DataElement> = .automatic,
    stacking: MarkStackingMethod = .standard
  ) where Elements.Element == DataElement {
    elements = PlotElements(data) {
      BarMark(
        x: x.value($0), yStart: Double($0[keyPath: yStart]), yEnd: Double($0[keyPath: yEnd]),
        width: width.value($0), height: height.value($0), stacking: stacking)
    }
  }

  /// Creates a vertical bar, as thick as the plot is wide or between two distances, for each element.
  public init<Elements: RandomAccessCollection, Y: Plottable>(
    _ data: Elements,
    xStart: Double? = nil,
    xEnd: Double? = nil,
    y: PlottableProjection<DataElement, Y>,
    width: MarkDimensions<DataElement> = .automatic,
    height: MarkDimensions<DataElement> = .automatic,
    stacking: MarkStackingMethod = .standard
  ) where Elements.Element == DataElement {
    elements = PlotElements(data) {
      BarMark(
        xStart: xStart, xEnd: xEnd, y: y.value($0), width: width.value($0),
        height: height.value($0), stacking: stacking)
    }
  }

  /// Creates a vertical bar between distances that are properties for each element.
  @_disfavoredOverload
  public init<Elements: RandomAccessCollection, Points: BinaryFloatingPoint, Y: Plottable>(
    _ data: Elements,
    xStart: KeyPath<DataElement, Points>,
    xEnd: KeyPath<DataElement, Points>,
    y: PlottableProjection<DataElement, Y>,
    width: MarkDimensions<DataElement> = .automatic,
    height: MarkDimensions<DataElement> = .automatic,
    stacking: MarkStackingMethod = .standard
  ) where Elements.Element == DataElement {
    elements = PlotElements(data) {
      BarMark(
        xStart: Double($0[keyPath: xStart]), xEnd: Double($0[keyPath: xEnd]), y: y.value($0),
        width: width.value($0), height: height.value($0), stacking: stacking)
    }
  }

  /// Creates a horizontal bar between two values, as thick as the plot is high or between two
  /// distances, for each element.
  public init<Elements: RandomAccessCollection, X: Plottable>(
    _ data: Elements,
    xStart: PlottableProjection<DataElement, X>,
    xEnd: PlottableProjection<DataElement, X>,
    yStart: Double? = nil,
    yEnd: Double? = nil
  ) where Elements.Element == DataElement {
    elements = PlotElements(data) {
      BarMark(xStart: xStart.value($0), xEnd: xEnd.value($0), yStart: yStart, yEnd: yEnd)
    }
  }

  /// Creates a horizontal bar between two values and distances that are properties, for each element.
  @_disfavoredOverload
  public init<Elements: RandomAccessCollection, X: Plottable, Points: BinaryFloatingPoint>(
    _ data: Elements,
    xStart: PlottableProjection<DataElement, X>,
    xEnd: PlottableProjection<DataElement, X>,
    yStart: KeyPath<DataElement, Points>,
    yEnd: KeyPath<DataElement, Points>
  ) where Elements.Element == DataElement {
    elements = PlotElements(data) {
      BarMark(
        xStart: xStart.value($0), xEnd: xEnd.value($0), yStart: Double($0[keyPath: yStart]),
        yEnd: Double($0[keyPath: yEnd]))
    }
  }

  /// Creates a vertical bar between two values, as thick as the plot is wide or between two
  /// distances, for each element.
  public init<Elements: RandomAccessCollection, Y: Plottable>(
    _ data: Elements,
    xStart: Double? = nil,
    xEnd: Double? = nil,
    yStart: PlottableProjection<DataElement, Y>,
    yEnd: PlottableProjection<DataElement, Y>
  ) where Elements.Element == DataElement {
    elements = PlotElements(data) {
      BarMark(xStart: xStart, xEnd: xEnd, yStart: yStart.value($0), yEnd: yEnd.value($0))
    }
  }

  /// Creates a vertical bar between two values and distances that are properties, for each element.
  @_disfavoredOverload
  public init<Elements: RandomAccessCollection, Points: BinaryFloatingPoint, Y: Plottable>(
    _ data: Elements,
    xStart: KeyPath<DataElement, Points>,
    xEnd: KeyPath<DataElement, Points>,
    yStart: PlottableProjection<DataElement, Y>,
    yEnd: PlottableProjection<DataElement, Y>
  ) where Elements.Element == DataElement {
    elements = PlotElements(data) {
      BarMark(
        xStart: Double($0[keyPath: xStart]), xEnd: Double($0[keyPath: xEnd]),
        yStart: yStart.value($0),
        yEnd: yEnd.value($0))
    }
  }

  /// Adds the marks, each after a change for its element.
  public func collect(
    into collector: inout ChartCollector,
    changing change: (DataElement, inout ChartCollector) -> Void
  ) { elements.collect(into: &collector, changing: change) }
}
