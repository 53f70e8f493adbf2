/// A property of all elements of a collection as numbers, with the name of its quantity.
struct PlottedColumn {
  var label: String
  var kind: ValueKind
  var values: [Double]
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
  ) -> [Double] where Elements.Element == DataElement {
    // Numbers as they are: the array itself.
    if let numbers = data as? [Double], keyPath == \DataElement.self { return numbers }
    // A stored number lies at the same place of all elements.
    if Value.self == Double.self, let offset = MemoryLayout<DataElement>.offset(of: keyPath),
      let read = data.withContiguousStorageIfAvailable({ elements in
        let bytes = UnsafeRawBufferPointer(elements)
        let stride = MemoryLayout<DataElement>.stride
        return [Double](unsafeUninitializedCapacity: elements.count) { buffer, count in
          for index in 0..<elements.count {
            buffer[index] = bytes.load(fromByteOffset: index * stride + offset, as: Double.self)
          }
          count = elements.count
        }
      })
    {
      return read
    }
    return data.map { $0[keyPath: keyPath].primitivePlottable.plottedNumber }
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
