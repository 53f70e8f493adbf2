/// Gathers the marks of a chart into layers while its content is read.
public struct ChartCollector {
  private(set) var data = ChartData()
  private var indices: [ObjectIdentifier: Int] = [:]
  private var categoryIndices: [Channel: [String: Int]] = [:]
  private var last: (layer: Int, row: Int)?
  private var order = 0
  /// The style that modifiers around the content have set.
  var style = MarkStyle()
  /// The fields that modifiers around the content have set.
  var fields: [Channel: ChannelValue] = [:]
  /// The modifiers around the content, and which of them its marks have used so far.
  private var scopes: [ModifierScope] = []

  private struct ModifierScope {
    var unused: MarkModifiers
    var marks: [String] = []

    mutating func use(_ modifiers: MarkModifiers, by mark: String) {
      unused.subtract(modifiers)
      if !unused.isEmpty, !marks.contains(mark) { marks.append(mark) }
    }
  }

  /// Adds a mark.
  public mutating func add<M: Mark>(_ mark: M) {
    let id = ObjectIdentifier(M.self)
    let index: Int
    if let known = indices[id] {
      index = known
    } else {
      index = data.layers.count
      indices[id] = index
      data.layers.append(Layer(M.self))
    }
    if last?.layer != index { order += 1 }
    let row = data.layers[index].count
    let channels = mark.channels
    var forms = ByPosition<Layer.Form>()
    for channel in [Channel.x, .y, .angle, .radius] {
      if let position = channels.positions[channel] {
        forms[channel] = add(position, to: channel, layer: index, row: row, mark: M.markName)
      } else {
        // Other rows of the type may have one.
        if let name = channels.quantities[channel] {
          var positions = data.layers[index].positions[channel] ?? .init()
          positions.add(label: name)
          data.layers[index].positions[channel] = positions
        }
        data.layers[index].positions[channel]?.fill(to: row + 1)
      }
    }
    for (channel, value) in fields where channel != .series || channels.series == nil {
      add(value, toField: channel, layer: index, row: row, mark: M.markName)
    }
    if let series = channels.series {
      add(series, toField: .series, layer: index, row: row, mark: M.markName)
    }
    if !data.layers[index].fields.isEmpty {
      for channel in Channel.fields { data.layers[index].fields[channel]?.fill(to: row + 1) }
    }
    data.layers[index].count = row + 1
    var style = style
    for index in scopes.indices { scopes[index].use(M.modifiers, by: M.markName) }
    if let name = channels.name { style.name = style.name ?? name }
    data.layers[index].append(
      row: row, style: style, parameters: mark.parameters, order: order, forms: forms)
    if !mark.annotations.isEmpty { data.layers[index].annotations[row] = mark.annotations }
    last = (index, row)
  }

  /// Adds a mark for each row of two columns.
  ///
  /// - Parameter first: the mark of the first row; the others differ in their places only.
  /// - Returns: whether the marks were added: where the chart has values of other kinds, or fields
  ///   beside the places, they are added one by one.
  mutating func addColumns<M: Mark>(_ first: M, x: PlottedColumn, y: PlottedColumn) -> Bool {
    guard fields.isEmpty, first.annotations.isEmpty, first.channels.series == nil,
      x.values.count == y.values.count, !x.values.isEmpty
    else { return false }
    let known = indices[ObjectIdentifier(M.self)]
    for (channel, column) in [(Channel.x, x), (.y, y)] {
      if let index = known {
        let layer = data.layers[index]
        guard layer.fields.isEmpty,
          layer.positions[channel]?.kind.map({ $0.union(column.kind) != nil }) ?? true
        else { return false }
      }
    }
    // The first row finds the layer, the run and what is noted; the others follow it.
    add(first)
    guard let (index, row) = last else { return true }
    for (channel, column) in [(Channel.x, x), (.y, y)] {
      var positions = data.layers[index].positions[channel] ?? .init()
      data.layers[index].positions[channel] = nil
      if row == 0 {
        // One array for both ends, and for the caller's too where it is one of numbers.
        (positions.start, positions.end) = (column.values, column.values)
      } else {
        positions.start += column.values.dropFirst()
        positions.end += column.values.dropFirst()
      }
      data.layers[index].positions[channel] = positions
    }
    for channel in [Channel.angle, .radius] {
      data.layers[index].positions[channel]?.fill(to: row + x.values.count)
    }
    data.layers[index].count = row + x.values.count
    data.layers[index].extendLastRun(to: row + x.values.count)
    last = (index, row + x.values.count - 1)
    return true
  }

  /// Adds content, its style and fields changed.
  mutating func collect(
    _ content: some ChartContent, modifiers: MarkModifiers,
    changed change: (inout ChartCollector) -> Void
  ) {
    collect(modifiers, changed: change) { content.collect(into: &$0) }
  }

  /// Adds a mark, the style and fields changed for it alone.
  mutating func add<M: Mark>(_ mark: M, changed change: (inout ChartCollector) -> Void) {
    let (style, fields) = (style, fields)
    change(&self)
    add(mark)
    (self.style, self.fields) = (style, fields)
  }

  /// Adds what a function adds, its style and fields changed.
  mutating func collect(
    _ modifiers: MarkModifiers, changed change: (inout ChartCollector) -> Void,
    content: (inout ChartCollector) -> Void
  ) {
    let (style, fields) = (style, fields)
    change(&self)
    if modifiers.isEmpty {
      content(&self)
    } else {
      scopes.append(ModifierScope(unused: modifiers))
      content(&self)
      if let scope = scopes.popLast(), !scope.unused.isEmpty, !scope.marks.isEmpty {
        let unused = ChartData.UnusedModifiers(
          modifiers: scope.unused.names, marks: scope.marks)
        if !data.unusedModifiers.contains(unused) { data.unusedModifiers.append(unused) }
      }
    }
    (self.style, self.fields) = (style, fields)
  }

  /// Notes something the author should know, such as values that content has left out.
  public mutating func note(_ diagnostic: Diagnostic) { data.notes.append(diagnostic) }

  /// Keeps that a constant has no effect.
  mutating func note(_ constant: ChartData.UnusedConstant) {
    if !data.unusedConstants.contains(constant) { data.unusedConstants.append(constant) }
  }

  /// Changes what is written at the mark that was added last.
  mutating func changeAnnotations(_ change: (inout [Annotation]) -> Void) {
    guard let last else { return }
    change(&data.layers[last.layer].annotations[last.row, default: []])
  }

  /// The index of a category of a channel.
  private mutating func index(of category: String, in channel: Channel) -> Int {
    if let known = categoryIndices[channel]?[category] { return known }
    let index = data.categories[channel, default: []].count
    data.categories[channel, default: []].append(category)
    categoryIndices[channel, default: [:]][category] = index
    return index
  }

  /// Whether a value of a kind may join the others of a channel; notes where it may not.
  private mutating func join(
    _ kind: ValueKind, _ known: inout ValueKind?, channel: Channel, mark: String
  ) -> Bool {
    guard let before = known else {
      known = kind
      return true
    }
    if let union = before.union(kind) {
      known = union
      return true
    }
    note(.init(channel: channel, mark: mark, kinds: [before, kind]))
    return false
  }

  private mutating func note(_ conflict: ChartData.KindConflict) {
    if !data.conflicts.contains(where: { $0.channel == conflict.channel }) {
      data.conflicts.append(conflict)
    }
  }

  private mutating func add(
    _ position: MarkChannels.Position, to channel: Channel, layer: Int, row: Int, mark: String
  ) -> Layer.Form {
    // Taken out while it is changed, so that its columns are not copied.
    var positions = data.layers[layer].positions[channel] ?? .init()
    data.layers[layer].positions[channel] = nil
    positions.fill(to: row)
    let value = position.start
    positions.add(label: value.label)
    var (start, end) = (value.start, value.end)
    var fits = join(value.kind, &positions.kind, channel: channel, mark: mark)
    if value.kind == .category {
      start = Double(index(of: value.category, in: channel))
      end = start
    }
    var form = value.isInterval ? Layer.Form.stretch : .value
    if let other = position.end {
      form = .ends
      positions.endLabel = other.label == value.label ? "" : other.label
      positions.add(label: other.label)
      fits = join(other.kind, &positions.kind, channel: channel, mark: mark) && fits
      end =
        other.kind == .category ? Double(index(of: other.category, in: channel)) : other.end
    }
    if let unit = value.unit, fits {
      positions.units += Array(repeating: nil, count: row - positions.units.count) + [unit]
    }
    positions.start.append(fits ? start : .nan)
    positions.end.append(fits ? end : .nan)
    data.layers[layer].positions[channel] = positions
    return form
  }

  private mutating func add(
    _ value: ChannelValue, toField channel: Channel, layer: Int, row: Int, mark: String
  ) {
    var field = data.layers[layer].fields.removeValue(forKey: channel) ?? .init()
    field.fill(to: row)
    if field.label.isEmpty { field.label = value.label }
    let fits = join(value.kind, &field.kind, channel: channel, mark: mark)
    let number =
      value.kind == .category
      ? Double(index(of: value.category, in: channel)) : (value.start + value.end) / 2
    if let unit = value.unit, fits {
      field.units += Array(repeating: nil, count: row - field.units.count) + [unit]
    }
    // NaN stands for rows without the field.
    field.values.append(!fits ? .nan : number.isFinite ? number : .infinity)
    data.layers[layer].fields[channel] = field
  }
}

extension Layer.Positions {
  /// Adds a name of the quantity, once.
  mutating func add(label: String) {
    if labels.last != label, !labels.contains(label) { labels.append(label) }
  }

  /// Fills rows that have no such position.
  mutating func fill(to count: Int) {
    while start.count < count {
      start.append(.nan)
      end.append(.nan)
    }
  }
}

extension Layer.Field {
  /// Fills rows that have no such field.
  mutating func fill(to count: Int) {
    while values.count < count { values.append(.nan) }
  }
}

extension Layer {
  /// Adds rows that are as the last one.
  fileprivate mutating func extendLastRun(to end: Int) {
    guard let last = runs.indices.last else { return }
    runs[last].rows = runs[last].rows.lowerBound..<end
  }

  /// Adds a row to the last run, or begins a new one where a constant differs.
  fileprivate mutating func append<Parameters: Hashable & Sendable>(
    row: Int, style: MarkStyle, parameters: Parameters, order: Int,
    forms: ByPosition<Form>
  ) {
    let last = runs.count - 1
    if last >= 0, runs[last].order == order, runs[last].forms == forms,
      runs[last].style == style,
      // What has no size has no differences.
      MemoryLayout<Parameters>.size == 0 || (runs[last].parameters as? Parameters) == parameters
    {
      runs[last].rows = runs[last].rows.lowerBound..<row + 1
    } else {
      runs.append(
        Run(
          rows: row..<row + 1, style: style, parameters: parameters, order: order, forms: forms))
    }
  }
}
