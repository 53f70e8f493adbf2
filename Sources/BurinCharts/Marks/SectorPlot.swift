/// A sector for each element of a collection, by key paths.
public struct SectorPlot<DataElement>: VectorizedChartContent {
  private let elements: (inout ChartCollector, (DataElement, inout ChartCollector) -> Void) -> Void

  private init<Elements: Sequence>(_ data: Elements, mark: @escaping (DataElement) -> SectorMark)
  where Elements.Element == DataElement {
    elements = { collector, change in
      for element in data {
        collector.add(mark(element)) { change(element, &$0) }
      }
    }
  }

  /// Creates a sector for each element.
  public init<Elements: RandomAccessCollection, Angle: Plottable>(
    _ data: Elements,
    angle: PlottableProjection<DataElement, Angle>,
    innerRadius: MarkDimension = .automatic,
    outerRadius: MarkDimension = .automatic,
    angularInset: Double? = nil
  ) where Elements.Element == DataElement {
    self.init(data) {
      SectorMark(
        angle: angle.value($0), innerRadius: innerRadius, outerRadius: outerRadius,
        angularInset: angularInset)
    }
  }

  /// Adds the marks, each after a change for its element.
  public func collect(
    into collector: inout ChartCollector,
    changing change: (DataElement, inout ChartCollector) -> Void
  ) { elements(&collector, change) }
}
