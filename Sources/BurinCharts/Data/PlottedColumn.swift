/// A property of all elements of a collection as numbers, with the name of its quantity.
struct PlottedColumn {
  var label: String
  var kind: ValueKind
  var values: NumberColumn
}

extension PlottableProjection {
  /// The property of all elements; nil for categories, stretches and units of the calendar, which
  /// are read one by one.
  func column<Elements: RandomAccessCollection>(of data: Elements) -> PlottedColumn?
  where Elements.Element == DataElement {
    let kind = Value.PrimitivePlottable.valueKind
    guard let keyPath, let label, kind != .category else { return nil }
    return PlottedColumn(label: label, kind: kind, values: Self.values(data, keyPath))
  }

  private static func values<Elements: RandomAccessCollection>(
    _ data: Elements, _ keyPath: KeyPath<DataElement, Value>
  ) -> NumberColumn where Elements.Element == DataElement {
    // Numbers as they are: the array itself.
    if let numbers = data as? [Double], keyPath == \DataElement.self {
      return NumberColumn(numbers)
    }
    // What is stored lies at the same place of all elements.
    guard let offset = MemoryLayout<DataElement>.offset(of: keyPath) else {
      return NumberColumn(data.map { $0[keyPath: keyPath].primitivePlottable.plottedNumber })
    }
    if Value.self == Double.self, let elements = data as? [DataElement],
      let lent = LentNumbers(elements, offset: offset)
    {
      return NumberColumn(lent)
    }
    func read<Stored>(_ number: (Stored) -> Double) -> [Double] {
      data.withContiguousStorageIfAvailable { elements in
        let bytes = UnsafeRawBufferPointer(elements)
        let stride = MemoryLayout<DataElement>.stride
        return [Double](unsafeUninitializedCapacity: elements.count) { buffer, count in
          for index in 0..<elements.count {
            buffer[index] = number(
              bytes.load(fromByteOffset: index * stride + offset, as: Stored.self))
          }
          count = elements.count
        }
      } ?? data.map { $0[keyPath: keyPath].primitivePlottable.plottedNumber }
    }
    switch Value.self {
    case is Double.Type: return NumberColumn(read { (number: Double) in number })
    case is Float.Type: return NumberColumn(read { (number: Float) in Double(number) })
    case is Int.Type: return NumberColumn(read { (number: Int) in Double(number) })
    case is Int32.Type: return NumberColumn(read { (number: Int32) in Double(number) })
    default:
      return NumberColumn(read { (value: Value) in value.primitivePlottable.plottedNumber })
    }
  }
}

/// A plot whose marks are added as columns where no modifier asks for a property of each element.
protocol ColumnContent<DataElement>: VectorizedChartContent {
  /// Adds the marks.
  ///
  /// - Parameters:
  ///   - collector: what the marks are added to.
  ///   - fields: fields of each element; what is later wins.
  func collectColumns(into collector: inout ChartCollector, fields: [ElementField<DataElement>])
}

extension ColumnContent {
  /// Adds the marks without more fields.
  func collectColumns(into collector: inout ChartCollector) {
    collectColumns(into: &collector, fields: [])
  }
}

extension StyledChartContent: ColumnContent where Content: ColumnContent {
  func collectColumns(into collector: inout ChartCollector, fields: [ElementField<DataElement>]) {
    collector.enter(modifiers, change)
    content.collectColumns(into: &collector, fields: fields)
    collector.leave()
  }
}

extension StyledPlot: ColumnContent where Content: ColumnContent {
  func collectColumns(into collector: inout ChartCollector, fields: [ElementField<DataElement>]) {
    collector.enter(modifiers)
    if let field {
      content.collectColumns(into: &collector, fields: fields + [field])
    } else {
      content.collect(into: &collector) { element, collector in
        for field in fields { collector.fields[field.channel] = field.value(element) }
        change(element, &collector)
      }
    }
    collector.leave()
  }
}
