/// The marks of a plot, which are made when a chart reads them.
struct PlotElements<DataElement> {
  private let add: (inout ChartCollector, (DataElement, inout ChartCollector) -> Void) -> Void
  /// Adds all marks at once; returns whether it could.
  private var addColumns: (inout ChartCollector) -> Bool = { _ in false }

  /// Keeps a collection with the mark of each element.
  init<Elements: Sequence, M: Mark>(_ data: Elements, mark: @escaping (DataElement) -> M)
  where Elements.Element == DataElement {
    add = { collector, change in
      for element in data {
        collector.add(mark(element)) { change(element, &$0) }
      }
    }
  }

  /// Keeps a collection with the mark of each element, whose places are properties.
  init<Elements: RandomAccessCollection, M: Mark, X: Plottable, Y: Plottable>(
    _ data: Elements, x: PlottableProjection<DataElement, X>,
    y: PlottableProjection<DataElement, Y>, mark: @escaping (DataElement) -> M
  ) where Elements.Element == DataElement {
    self.init(data, mark: mark)
    addColumns = { collector in
      guard let first = data.first, let x = x.column(of: data), let y = y.column(of: data) else {
        return false
      }
      return collector.addColumns(mark(first), x: x, y: y)
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

  /// Adds the marks as columns where they can be, and one by one elsewhere.
  func collectColumns(into collector: inout ChartCollector) {
    if !addColumns(&collector) { add(&collector) { _, _ in } }
  }
}
