/// A sector for each element of a collection, by key paths.
public struct SectorPlot<DataElement>: VectorizedChartContent {
  private let elements: PlotElements<DataElement>

  /// Creates a sector for each element.
  public init<Elements: RandomAccessCollection, Angle: Plottable>(
    _ data: Elements,
    angle: PlottableProjection<DataElement, Angle>,
    innerRadius: MarkDimensions<DataElement> = .automatic,
    outerRadius: MarkDimensions<DataElement> = .automatic,
    angularInset: Double? = nil
  ) where Elements.Element == DataElement {
    elements = PlotElements(data) {
      SectorMark(
        angle: angle.value($0), innerRadius: innerRadius.value($0),
        outerRadius: outerRadius.value($0), angularInset: angularInset)
    }
  }

  /// Creates a sector for each element, whose distance from its neighbours is a property, in points.
  @_disfavoredOverload
  public init<
    Elements: RandomAccessCollection, Angle: Plottable, Points: BinaryFloatingPoint
  >(
    _ data: Elements,
    angle: PlottableProjection<DataElement, Angle>,
    innerRadius: MarkDimensions<DataElement> = .automatic,
    outerRadius: MarkDimensions<DataElement> = .automatic,
    angularInset: KeyPath<DataElement, Points>
  ) where Elements.Element == DataElement {
    elements = PlotElements(data) {
      SectorMark(
        angle: angle.value($0), innerRadius: innerRadius.value($0),
        outerRadius: outerRadius.value($0), angularInset: Double($0[keyPath: angularInset]))
    }
  }

  /// Adds the marks, each after a change for its element.
  public func collect(
    into collector: inout ChartCollector,
    changing change: (DataElement, inout ChartCollector) -> Void
  ) { elements.collect(into: &collector, changing: change) }
}
