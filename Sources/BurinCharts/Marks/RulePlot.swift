/// A straight line for each element of a collection, by key paths.
///
/// ```swift
/// RulePlot(tasks, xStart: .value("Begin", \.begin), xEnd: .value("End", \.end),
///          y: .value("Task", \.name))
/// ```
///
/// Distances are in points from the left and the top of the plot; nil for its edges.
public struct RulePlot<DataElement>: VectorizedChartContent {
  private let elements: PlotElements<DataElement>

  /// Creates a vertical line over the whole plot or between two distances for each element.
  public init<Elements: RandomAccessCollection, X: Plottable>(
    _ data: Elements,
    x: PlottableProjection<DataElement, X>,
    yStart: Double? = nil,
    yEnd: Double? = nil
  ) where Elements.Element == DataElement {
    elements = PlotElements(data) {
      RuleMark(x: x.value($0), yStart: yStart, yEnd: yEnd)
    }
  }

  /// Creates a vertical line between distances that are properties for each element.
  @_disfavoredOverload
  public init<Elements: RandomAccessCollection, X: Plottable, Points: BinaryFloatingPoint>(
    _ data: Elements,
    x: PlottableProjection<DataElement, X>,
    yStart: KeyPath<DataElement, Points>,
    yEnd: KeyPath<DataElement, Points>
  ) where Elements.Element == DataElement {
    elements = PlotElements(data) {
      RuleMark(
        x: x.value($0), yStart: Double($0[keyPath: yStart]), yEnd: Double($0[keyPath: yEnd]))
    }
  }

  /// Creates a horizontal line over the whole plot or between two distances for each element.
  public init<Elements: RandomAccessCollection, Y: Plottable>(
    _ data: Elements,
    xStart: Double? = nil,
    xEnd: Double? = nil,
    y: PlottableProjection<DataElement, Y>
  ) where Elements.Element == DataElement {
    elements = PlotElements(data) {
      RuleMark(xStart: xStart, xEnd: xEnd, y: y.value($0))
    }
  }

  /// Creates a horizontal line between distances that are properties for each element.
  @_disfavoredOverload
  public init<Elements: RandomAccessCollection, Points: BinaryFloatingPoint, Y: Plottable>(
    _ data: Elements,
    xStart: KeyPath<DataElement, Points>,
    xEnd: KeyPath<DataElement, Points>,
    y: PlottableProjection<DataElement, Y>
  ) where Elements.Element == DataElement {
    elements = PlotElements(data) {
      RuleMark(
        xStart: Double($0[keyPath: xStart]), xEnd: Double($0[keyPath: xEnd]), y: y.value($0))
    }
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

  /// Creates a vertical line between two values at a distance, nil for the middle, for each element.
  public init<Elements: RandomAccessCollection, Y: Plottable>(
    _ data: Elements,
    x: Double?,
    yStart: PlottableProjection<DataElement, Y>,
    yEnd: PlottableProjection<DataElement, Y>
  ) where Elements.Element == DataElement {
    elements = PlotElements(data) {
      RuleMark(x: x, yStart: yStart.value($0), yEnd: yEnd.value($0))
    }
  }

  /// Creates a vertical line between two values at a distance that is a property, for each element.
  @_disfavoredOverload
  public init<Elements: RandomAccessCollection, Points: BinaryFloatingPoint, Y: Plottable>(
    _ data: Elements,
    x: KeyPath<DataElement, Points>,
    yStart: PlottableProjection<DataElement, Y>,
    yEnd: PlottableProjection<DataElement, Y>
  ) where Elements.Element == DataElement {
    elements = PlotElements(data) {
      RuleMark(
        x: Double($0[keyPath: x]), yStart: yStart.value($0), yEnd: yEnd.value($0))
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

  /// Creates a horizontal line between two values at a distance, nil for the middle, for each element.
  public init<Elements: RandomAccessCollection, X: Plottable>(
    _ data: Elements,
    xStart: PlottableProjection<DataElement, X>,
    xEnd: PlottableProjection<DataElement, X>,
    y: Double?
  ) where Elements.Element == DataElement {
    elements = PlotElements(data) {
      RuleMark(xStart: xStart.value($0), xEnd: xEnd.value($0), y: y)
    }
  }

  /// Creates a horizontal line between two values at a distance that is a property, for each element.
  @_disfavoredOverload
  public init<Elements: RandomAccessCollection, X: Plottable, Points: BinaryFloatingPoint>(
    _ data: Elements,
    xStart: PlottableProjection<DataElement, X>,
    xEnd: PlottableProjection<DataElement, X>,
    y: KeyPath<DataElement, Points>
  ) where Elements.Element == DataElement {
    elements = PlotElements(data) {
      RuleMark(
        xStart: xStart.value($0), xEnd: xEnd.value($0), y: Double($0[keyPath: y]))
    }
  }

  /// Adds the marks, each after a change for its element.
  public func collect(
    into collector: inout ChartCollector,
    changing change: (DataElement, inout ChartCollector) -> Void
  ) { elements.collect(into: &collector, changing: change) }
}
