import BurinScales
import BurinScene

extension QuantityReading {
  /// A column of a table while it is made.
  private struct Column {
    var name: String
    var value: (Int) -> DataTable.Value
  }

  /// Returns the values of a layer, a row for each datum, as they were given.
  func table(of layer: Layer) -> DataTable {
    var columns: [Column] = []
    func add(_ name: String, _ value: @escaping (Int) -> DataTable.Value) {
      // A category that decides on place and colour is one quantity.
      let isKnown = columns.contains { column in
        column.name == name && (0..<layer.count).allSatisfy { column.value($0) == value($0) }
      }
      if isKnown { return }
      var (free, number) = (name, 2)
      while columns.contains(where: { $0.name == free }) {
        free = "\(name) \(number)"
        number += 1
      }
      columns.append(Column(name: free, value: value))
    }
    for channel in Channel.positions {
      let forms = Set(layer.runs.map { $0.form(channel) })
      guard forms != [.none], let column = layer.positions[channel], let kind = column.kind else {
        continue
      }
      let own = name(channel, in: layer)
      let name = own.isEmpty ? channel.name : own
      let format = timeFormat(channel, of: layer, rows: layer.count) ?? .wholeDays
      func value(_ values: NumberColumn, _ row: Int) -> DataTable.Value {
        guard row < values.count else { return .missing }
        if kind == .time, forms == [.stretch],
          let unit = unit(from: column.start[row], to: column.end[row])
        {
          return .text(text(of: unit))
        }
        return datum(values[row], kind, channel, format)
      }
      let hasEnds = forms.contains(.ends) || forms.contains(.stretch) && kind.isNumeric
      guard hasEnds else {
        add(name) { value(column.start, $0) }
        continue
      }
      let isNamed = !column.endLabel.isEmpty && !(column.labels.first ?? "").isEmpty
      add(isNamed ? column.labels[0] : name + " " + words.start) { value(column.start, $0) }
      add(isNamed ? column.endLabel : name + " " + words.end) { value(column.end, $0) }
    }
    for channel in Channel.fields {
      guard let column = layer.fields[channel], let kind = column.kind else { continue }
      let format = timeFormat(channel, of: layer, rows: layer.count) ?? .wholeDays
      add(column.label.isEmpty ? channel.name : column.label) { row in
        guard row < column.values.count else { return .missing }
        if row < column.units.count, let unit = column.units[row] {
          return .text(text(of: unit))
        }
        return datum(column.values[row], kind, channel, format)
      }
    }
    return DataTable(
      columns: columns.map(\.name),
      rows: (0..<layer.count).map { row in columns.map { $0.value(row) } })
  }

  private func datum(
    _ value: Double, _ kind: ValueKind, _ channel: Channel, _ format: TimeFormat
  ) -> DataTable.Value {
    guard value.isFinite else { return .missing }
    return kind.isNumeric ? .number(value) : .text(text(value, kind, channel, format))
  }
}
