/// Gathers the marks of a chart into layers while its content is read.
public struct ChartCollector {
  private var collected = ChartData()
  private var indices: [ObjectIdentifier: Int] = [:]
  private var categoryIndices = ByChannel<[String: Int]>()
  private var last: (layer: Int, row: Int)?
  private var places = SourceCounter()
  /// Marks that differ from the one before in their numbers alone, and are not in a layer yet.
  private var uniform: UniformRows?
  /// The style outside of all modifiers.
  private var outerStyle = NumberedStyle(style: SharedStyle(MarkStyle()), number: 0)
  /// How many styles were made.
  private var styleCount = 0
  /// The fields that modifiers around the content have set.
  var fields = ChannelFields()
  /// The modifiers around the content up to ``depth``, and beyond it those that were around the
  /// content before, as long as the styles that they gave can be used again.
  private var scopes: [ModifierScope] = []
  private var depth = 0
  /// The style of the last run of a layer, which most marks share.
  private var lastStyle: (layer: Int, style: SharedStyle)?

  /// A style and its number; comparing numbers needs no reference counting.
  private struct NumberedStyle {
    var style: SharedStyle
    var number: Int
  }

  /// A modifier around the content, the style that it gives, and which of its effects the marks
  /// under it have used so far.
  private struct ModifierScope {
    let modifiers: MarkModifiers
    /// The constant that gave the style from the one around it; nil where it has to be made anew.
    var constant: StyleChange?
    var style: NumberedStyle
    /// The fields around it; nil where it changed none.
    var fieldsAround: ChannelFields?
    var unused: MarkModifiers
    var marks: [String] = []

    /// Begins the scope again where it is what a modifier would make anew.
    ///
    /// Changes the scope in its place: a copy counts the references to all that it holds.
    mutating func begin(_ modifiers: MarkModifiers, _ change: StyleChange?) -> Bool {
      guard let constant, let change, modifiers == self.modifiers,
        StyleChange.areEqual(constant, change)
      else { return false }
      unused = modifiers
      if !marks.isEmpty { marks = [] }
      return true
    }

    mutating func use<M: Mark>(by mark: M.Type) {
      unused.subtract(M.modifiers)
      if !unused.isEmpty { add(M.markName) }
    }

    private mutating func add(_ mark: String) {
      if !marks.contains(mark) { marks.append(mark) }
    }
  }

  /// Makes a collector without marks.
  @usableFromInline
  init() {}

  /// The style that modifiers around the content have set.
  var style: MarkStyle {
    get { shared.style }
    set {
      styleCount += 1
      numbered = NumberedStyle(style: SharedStyle(newValue), number: styleCount)
    }
  }

  private var shared: SharedStyle { depth == 0 ? outerStyle.style : scopes[depth - 1].style.style }
  private var styleNumber: Int { depth == 0 ? outerStyle.number : scopes[depth - 1].style.number }

  private var numbered: NumberedStyle {
    get { depth == 0 ? outerStyle : scopes[depth - 1].style }
    set {
      // What modifiers gave was made from the style before.
      while scopes.count > depth { scopes.removeLast() }
      if depth == 0 {
        outerStyle = newValue
      } else {
        scopes[depth - 1].style = newValue
      }
    }
  }

  /// The marks that were added so far.
  var data: ChartData {
    mutating get {
      addUniformRows()
      return collected
    }
  }

  /// Adds a mark.
  public mutating func add<M: Mark>(_ mark: M) {
    let (channels, number) = (mark.channels, styleNumber)
    if fields.isEmpty, uniform?.add(mark, channels, number) ?? false {
      last?.row += 1
      use(by: M.self)
      return
    }
    addUniformRows()
    let id = ObjectIdentifier(M.self)
    let index: Int
    if let known = indices[id] {
      index = known
    } else {
      index = collected.layers.count
      indices[id] = index
      collected.layers.append(Layer(M.self))
    }
    let isRepeated = last?.layer == index
    let place = places.place(ofLayer: index, follows: isRepeated)
    let row = collected.layers[index].count
    var forms = ByPosition<Layer.Form>()
    for channel in [Channel.x, .y, .angle, .radius] {
      if let position = channels.position(channel) {
        forms[channel] = add(position, to: channel, layer: index, row: row, mark: M.markName)
      } else {
        // Other rows of the type may have one.
        if let name = channels.quantities[channel] {
          var positions = collected.layers[index].positions[channel] ?? .init()
          positions.add(label: name)
          collected.layers[index].positions[channel] = positions
        }
        collected.layers[index].positions[channel]?.fill(to: row + 1)
      }
    }
    for (channel, value) in fields.values where channel != .series || channels.series == nil {
      add(value, toField: channel, layer: index, row: row, mark: M.markName)
    }
    if let series = channels.series {
      add(series, toField: .series, layer: index, row: row, mark: M.markName)
    }
    collected.layers[index].fields.fill(to: row + 1)
    collected.layers[index].count = row + 1
    use(by: M.self)
    var runStyle = shared
    if let name = channels.name, shared.style.name == nil {
      var named = shared.style
      named.name = name
      runStyle = SharedStyle(named)
    }
    let isSameStyle = lastStyle.map { $0.layer == index && $0.style === runStyle } ?? false
    collected.layers[index].append(
      row: row, style: runStyle.style, isSameStyle: isSameStyle, parameters: mark.parameters,
      place: place, forms: forms)
    lastStyle = (index, runStyle)
    let annotations = mark.annotations
    if !annotations.isEmpty { collected.layers[index].annotations[row] = annotations }
    last = (index, row)
    if isRepeated, isSameStyle, fields.isEmpty {
      uniform = UniformRows(
        after: mark, channels, index: index, in: collected.layers[index], style: styleNumber)
    }
  }

  /// Puts the marks that are not in a layer yet into theirs.
  private mutating func addUniformRows() {
    guard let rows = uniform else { return }
    uniform = nil
    guard rows.count > 0 else { return }
    let (index, count) = (rows.layer, collected.layers[rows.layer].count + rows.count)
    collected.layers[index].positions.x?.append(rows.xs, known: rows.known)
    collected.layers[index].positions.y?.append(rows.ys, known: rows.known)
    collected.layers[index].positions.angle?.fill(to: count)
    collected.layers[index].positions.radius?.fill(to: count)
    collected.layers[index].fields.fill(to: count)
    collected.layers[index].count = count
    collected.layers[index].extendLastRun(to: count)
  }

  /// Adds the content of each element of a sequence, as a loop of the source.
  @inlinable
  mutating func addLoop<Elements: Sequence>(
    over elements: Elements, _ content: (Elements.Element) throws -> some ChartContent
  ) rethrows {
    beginLoop()
    for element in elements {
      beginPass()
      try content(element).collect(into: &self)
    }
    endLoop()
  }

  @usableFromInline
  mutating func beginLoop() { places.beginLoop() }

  @usableFromInline
  mutating func beginPass() { places.beginPass() }

  @usableFromInline
  mutating func endLoop() { places.endLoop() }

  /// Adds a part that a condition may leave out.
  mutating func addPart(_ content: (some ChartContent)?) {
    guard let content else { return places.skip() }
    places.separate()
    content.collect(into: &self)
    places.separate()
  }

  private mutating func use<M: Mark>(by mark: M.Type) {
    for index in 0..<depth { scopes[index].use(by: mark) }
  }

  /// Adds a mark for each row of two columns.
  ///
  /// - Parameter first: the mark of the first row; the others differ in their places only.
  /// - Returns: whether the marks were added: where the chart has values of other kinds, or fields
  ///   beside the places, they are added one by one.
  mutating func addColumns<M: Mark>(
    _ first: M, x: PlottedColumn, y: PlottedColumn, fields columns: [FieldColumn]
  ) -> Bool {
    addUniformRows()
    guard fields.isEmpty, Set(columns.map(\.channel)).count == columns.count,
      first.annotations.isEmpty, first.channels.series == nil,
      x.values.count == y.values.count, !x.values.isEmpty
    else { return false }
    let known = indices[ObjectIdentifier(M.self)]
    for (channel, column) in [(Channel.x, x), (.y, y)] {
      if let index = known {
        let layer = collected.layers[index]
        guard layer.fields.isEmpty,
          layer.positions[channel]?.kind.map({ $0.union(column.kind) != nil }) ?? true
        else { return false }
      }
    }
    // The first row finds the layer, the run and what is noted; the others follow it.
    for column in columns { fields[column.channel] = column.first }
    add(first)
    fields = ChannelFields()
    uniform = nil
    guard let (index, row) = last else { return true }
    for (channel, column) in [(Channel.x, x), (.y, y)] {
      var positions = collected.layers[index].positions[channel] ?? .init()
      collected.layers[index].positions[channel] = nil
      if row == 0 {
        // One column for both ends, which may be the caller's own numbers.
        var values = column.values
        values.findExtent()
        (positions.start, positions.end) = (values, values)
      } else {
        positions.start.append(contentsOf: column.values.dropFirst())
        positions.end.append(contentsOf: column.values.dropFirst())
      }
      collected.layers[index].positions[channel] = positions
    }
    for channel in [Channel.angle, .radius] {
      collected.layers[index].positions[channel]?.fill(to: row + x.values.count)
    }
    for column in columns {
      var field = collected.layers[index].fields.take(column.channel) ?? .init()
      field.values.reserveCapacity(row + x.values.count)
      var next = row + 1
      var known: (category: String, number: Double)?
      column.others { value in
        // Equal categories often follow each other.
        if value.kind == .category, let known, known.category == value.category,
          field.kind == .category
        {
          field.values.append(known.number)
        } else {
          add(value, to: &field, column.channel, row: next, mark: M.markName)
          known =
            value.kind == .category && field.kind == .category
            ? field.values.last.map { (value.category, $0) } : nil
        }
        next += 1
      }
      collected.layers[index].fields[column.channel] = field
    }
    collected.layers[index].count = row + x.values.count
    collected.layers[index].extendLastRun(to: row + x.values.count)
    last = (index, row + x.values.count - 1)
    return true
  }

  /// Adds a mark without finite values for its place alone.
  mutating func addPlace<M: Mark>(_ mark: M) {
    add(mark)
    if let last { collected.layers[last.layer].emptyPlaces.insert(last.row) }
  }

  /// Adds a mark, the style and fields changed for it alone.
  mutating func add<M: Mark>(_ mark: M, changed change: (inout ChartCollector) -> Void) {
    let (style, fields) = (numbered, fields)
    change(&self)
    add(mark)
    if styleNumber != style.number { numbered = style }
    self.fields = fields
  }

  /// Begins the content of a modifier, which changes style and fields until ``leave()``.
  @usableFromInline
  mutating func enter(_ modifiers: MarkModifiers, _ change: StyleChange? = nil) {
    if depth < scopes.count, scopes[depth].begin(modifiers, change) {
      depth += 1
    } else {
      enterAnew(modifiers, change)
    }
  }

  private mutating func enterAnew(_ modifiers: MarkModifiers, _ change: StyleChange?) {
    if scopes.count > depth { scopes.removeSubrange(depth...) }
    scopes.append(ModifierScope(modifiers: modifiers, style: numbered, unused: modifiers))
    depth += 1
    guard let change else { return }
    let fieldsAround = fields
    if change.apply(to: &self) {
      scopes[depth - 1].constant = change
    } else {
      scopes[depth - 1].fieldsAround = fieldsAround
    }
  }

  /// Ends the content of a modifier.
  @usableFromInline
  mutating func leave() {
    guard depth > 0 else { return }
    depth -= 1
    if let around = scopes[depth].fieldsAround { fields = around }
    if !scopes[depth].unused.isEmpty, !scopes[depth].marks.isEmpty { noteUnused(scopes[depth]) }
  }

  private mutating func noteUnused(_ scope: ModifierScope) {
    let unused = ChartData.UnusedModifiers(modifiers: scope.unused.names, marks: scope.marks)
    if !collected.unusedModifiers.contains(unused) { collected.unusedModifiers.append(unused) }
  }

  /// Notes something the author should know, such as values that content has left out.
  public mutating func note(_ diagnostic: Diagnostic) { collected.notes.append(diagnostic) }

  /// Keeps that a constant has no effect.
  mutating func note(_ constant: ChartData.UnusedConstant) {
    if !collected.unusedConstants.contains(constant) { collected.unusedConstants.append(constant) }
  }

  /// Changes what is written at the mark that was added last.
  mutating func changeAnnotations(_ change: (inout [Annotation]) -> Void) {
    guard let last else { return }
    change(&collected.layers[last.layer].annotations[last.row, default: []])
  }

  /// The index of a category of a channel.
  private mutating func index(of category: String, in channel: Channel) -> Int {
    if let known = categoryIndices[channel]?[category] { return known }
    let index = collected.categories[channel, default: []].count
    collected.categories[channel, default: []].append(category)
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
    if !collected.conflicts.contains(where: { $0.channel == conflict.channel }) {
      collected.conflicts.append(conflict)
    }
  }

  private mutating func add(
    _ position: MarkChannels.Position, to channel: Channel, layer: Int, row: Int, mark: String
  ) -> Layer.Form {
    // Taken out while it is changed, so that its columns are not copied.
    var positions = collected.layers[layer].positions[channel] ?? .init()
    collected.layers[layer].positions[channel] = nil
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
    collected.layers[layer].positions[channel] = positions
    return form
  }

  private mutating func add(
    _ value: ChannelValue, toField channel: Channel, layer: Int, row: Int, mark: String
  ) {
    var field = collected.layers[layer].fields.take(channel) ?? .init()
    add(value, to: &field, channel, row: row, mark: mark)
    collected.layers[layer].fields[channel] = field
  }

  private mutating func add(
    _ value: ChannelValue, to field: inout Layer.Field, _ channel: Channel, row: Int, mark: String
  ) {
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
    row: Int, style: MarkStyle, isSameStyle: Bool, parameters: Parameters, place: SourcePlace,
    forms: ByPosition<Form>
  ) {
    let last = runs.count - 1
    if last >= 0, runs[last].place.order == place.order, runs[last].forms == forms,
      isSameStyle || runs[last].style == style,
      // What has no size has no differences.
      MemoryLayout<Parameters>.size == 0 || (runs[last].parameters as? Parameters) == parameters
    {
      runs[last].rows = runs[last].rows.lowerBound..<row + 1
    } else {
      runs.append(
        Run(
          rows: row..<row + 1, style: style, parameters: parameters, place: place, forms: forms))
    }
  }
}
