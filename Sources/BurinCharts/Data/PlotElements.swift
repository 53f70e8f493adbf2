/// A field of each element of a collection.
struct ElementField<DataElement> {
  var channel: Channel
  var value: (DataElement) -> ChannelValue

  init<Value>(_ channel: Channel, _ value: PlottableProjection<DataElement, Value>) {
    self.channel = channel
    self.value = { value.value($0).channelValue }
  }
}

/// The marks of a plot, which are made when a chart reads them.
struct PlotElements<DataElement> {
  private let add: (inout ChartCollector, (DataElement, inout ChartCollector) -> Void) -> Void
  /// Adds all marks at once; returns whether it could.
  private var addColumns: (inout ChartCollector, [ElementField<DataElement>]) -> Bool = { _, _ in
    false
  }

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
    addColumns = { collector, fields in
      guard let first = data.first, let x = x.column(of: data), let y = y.column(of: data) else {
        return false
      }
      let columns = fields.map { field in
        FieldColumn(channel: field.channel, first: field.value(first)) { add in
          for element in data.dropFirst() { add(field.value(element)) }
        }
      }
      return collector.addColumns(mark(first), x: x, y: y, fields: columns)
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

  /// Adds the marks with fields, as columns where they can be, and one by one elsewhere.
  func collectColumns(into collector: inout ChartCollector, fields: [ElementField<DataElement>]) {
    if addColumns(&collector, fields) { return }
    add(&collector) { element, collector in
      for field in fields { collector.fields[field.channel] = field.value(element) }
    }
  }
}

/// A field of many marks.
struct FieldColumn {
  var channel: Channel
  /// The value of the first mark.
  var first: ChannelValue
  /// Reads the values of the others, in order.
  var others: ((ChannelValue) -> Void) -> Void
}
