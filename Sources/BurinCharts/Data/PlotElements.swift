/// The marks of a plot, which are made when a chart reads them.
struct PlotElements<DataElement> {
  private let add: (inout ChartCollector, (DataElement, inout ChartCollector) -> Void) -> Void

  /// Keeps a collection with the mark of each element.
  init<Elements: Sequence, M: Mark>(_ data: Elements, mark: @escaping (DataElement) -> M)
  where Elements.Element == DataElement {
    add = { collector, change in
      for element in data {
        collector.add(mark(element)) { change(element, &$0) }
      }
    }
  }

  /// Keeps a single mark, such as a curve.
  init(_ mark: some Mark) where DataElement == Never {
    add = { collector, _ in collector.add(mark) }
  }

  /// Adds the marks, each after a change for its element.
  func collect(
    into collector: inout ChartCollector,
    changing change: (DataElement, inout ChartCollector) -> Void
  ) { add(&collector, change) }
}
