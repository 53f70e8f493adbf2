import BurinScales
import BurinScene

/// A chart's layers transformed, and its scales trained on them.
struct ChartModel: Sendable {
  var tables: [MarkTable]
  var x: AxisDomain
  var y: AxisDomain
  let angle: AngleDomain
  var styles: StyleScales
  /// Which of the bars start below zero and end above it.
  private(set) var crossing = Crossing.none
  /// The names of categories on each axis, by their index.
  let names: [Channel: [String]]
  /// The names of the quantities of the axes and of colour.
  let labels: [Channel: [String]]

  /// Transforms and trains.
  ///
  /// - Parameters:
  ///   - data: what is shown.
  ///   - configuration: the settings of the chart.
  ///   - styles: the scales of style of a whole of which the data are a part; nil to train them.
  ///   - region: the calendar of times and how they are written.
  init(
    _ data: ChartData, _ configuration: ChartConfiguration, styles: StyleScales? = nil,
    region: RenderingRegion
  ) throws {
    try Self.checkConflicts(data)
    for layer in data.layers {
      for run in layer.runs { try run.style.check(layer.mark.markName) }
      for annotation in layer.annotations.values.joined() { try annotation.check() }
    }
    for (channel, scale) in [(Channel.x, configuration.x), (.y, configuration.y)]
    where !scale.bandPadding.isFinite {
      throw ChartError.scale(
        axis: channel.name,
        reason: "chartBandPadding is \(scale.bandPadding); it must be a number from 0 to 0.95")
    }
    guard configuration.aspect.isFinite, configuration.aspect > 0 else {
      throw ChartError.invalid(
        "chartAspect is \(configuration.aspect); it must be a number above 0")
    }
    let kinds = Self.kinds(data, configuration)
    try Self.checkKinds(kinds, configuration)
    let trained = try styles ?? StyleScales(data, configuration, region)
    self.styles = trained
    names = data.categories
    labels = [.x: data.labels(.x), .y: data.labels(.y), .color: data.labels(.color)]
    let context = TransformContext(
      kinds: kinds, slots: trained.slots,
      colorJoins: trained.color.map { if case .keys = $0 { true } else { false } } ?? false)
    tables = try data.layers.flatMap { $0.parts(context) }.map { layer in
      var table = MarkTable(layer)
      for transform in layer.mark.transforms {
        try RenderLimits.check()
        try transform.apply(&table, context)
      }
      return table
    }
    if let type = configuration.angleType, type != .linear {
      throw ChartError.scale(axis: "angle", reason: "the scale of angles can only be linear")
    }
    angle = AngleDomain(tables, domain: configuration.angles)
    x = AxisDomain(
      .x, kind: kinds[.x], type: Self.type(kinds[.x], configuration.x, region.calendar))
    y = AxisDomain(
      .y, kind: kinds[.y], type: Self.type(kinds[.y], configuration.y, region.calendar))
    for table in tables {
      try RenderLimits.check()
      table.train(&x)
      table.train(&y)
    }
    x.spacePlaces()
    y.spacePlaces()
    crossing = Self.crossing(tables)
    if let stretch = configuration.x.domain ?? x.shown(configuration.x) {
      trainFunctions(over: stretch)
    }
  }

  /// Whether marks are stacked around the middle.
  var isCentered: Bool { tables.contains(where: \.isCentered) }

  /// Which of some bars reach across zero.
  enum Crossing: Sendable {
    case none, some
    /// All of them, and zero is their middle, as in a funnel.
    case around
  }

  /// Returns which of the bars reach across zero.
  private static func crossing(_ tables: [MarkTable]) -> Crossing {
    var (isAcross, isAround) = (false, true)
    for table in tables
    where table.hasLength && table.groups == nil && table.layer.mark.coverage != .nothing {
      let column = table[table.lengthAxis]
      for run in table.layer.runs {
        guard run.form(table.lengthAxis) == .ends else {
          isAround = isAround && run.rows.isEmpty
          continue
        }
        for row in run.rows where table.isDefined[row] {
          let (start, end) = (column.start[row], column.end[row])
          isAcross = isAcross || min(start, end) < 0 && max(start, end) > 0
          isAround = isAround && abs(start + end) <= 1e-9 * abs(end - start)
        }
      }
    }
    return isAcross ? (isAround ? .around : .some) : .none
  }

  /// The categories of each axis.
  var placeNames: [[String]] { [names[.x] ?? [], names[.y] ?? []] }

  private static func type(
    _ kind: ValueKind?, _ configuration: ChartConfiguration.Scale, _ calendar: LocalCalendar
  ) -> ScaleType {
    let kind = kind ?? configuration.domainKind
    if kind == .time, configuration.type == nil || configuration.type == .linear {
      return .date(calendar)
    }
    return configuration.type == .date ? .date(calendar) : configuration.type ?? .linear
  }

  private static func kinds(
    _ data: ChartData, _ configuration: ChartConfiguration
  ) -> [Channel: ValueKind] {
    var kinds: [Channel: ValueKind] = [:]
    for channel in Channel.positions { kinds[channel] = data.kind(channel) }
    if configuration.x.categories != nil { kinds[.x] = kinds[.x] ?? .category }
    if configuration.y.categories != nil { kinds[.y] = kinds[.y] ?? .category }
    return kinds
  }

  /// - Throws: ``ChartError/mixedAxis(axis:mark:kinds:)`` for a channel with values of two kinds.
  private static func checkConflicts(_ data: ChartData) throws {
    // In the order of channels, so that the same chart gives the same error.
    if let conflict = data.conflicts.min(by: { $0.channel.rawValue < $1.channel.rawValue }) {
      throw ChartError.mixedAxis(
        axis: conflict.channel.name, mark: conflict.mark,
        kinds: conflict.kinds.map(\.plural).joined(separator: " and "))
    }
    for channel in Channel.positions {
      var known: ValueKind?
      for layer in data.layers {
        guard let kind = layer.positions[channel]?.kind else { continue }
        guard let before = known else {
          known = kind
          continue
        }
        guard let union = before.union(kind) else {
          throw ChartError.mixedAxis(
            axis: channel.name, mark: layer.mark.markName,
            kinds: "\(before.plural) and \(kind.plural)")
        }
        known = union
      }
    }
  }

  /// - Throws: ``ChartError/scale(axis:reason:)`` where a setting of an axis does not suit its values.
  private static func checkKinds(
    _ kinds: [Channel: ValueKind], _ configuration: ChartConfiguration
  ) throws {
    for (channel, scale) in [(Channel.x, configuration.x), (.y, configuration.y)] {
      if scale.domainKind == .category {
        throw ChartError.scale(
          axis: channel.name,
          reason: "a range of categories has no order; list the categories of the domain")
      }
      guard let kind = kinds[channel] else { continue }
      if scale.domainKind == .time, kind.isNumeric {
        throw ChartError.scale(
          axis: channel.name, reason: "the domain is a range of times, but the values are numbers")
      }
      if kind == .category {
        if scale.domain != nil {
          throw ChartError.scale(
            axis: channel.name,
            reason:
              "the domain is a range of numbers, but the values are categories; list the categories"
          )
        }
        if let type = scale.type, type != .linear, type != .category {
          throw ChartError.scale(
            axis: channel.name,
            reason: "a type of scale is for numbers, but the values are categories")
        }
      } else if scale.type == .category {
        throw ChartError.scale(
          axis: channel.name,
          reason:
            "type: .category is for categories, but the values are \(kind.plural); give them as strings"
        )
      } else if scale.categories != nil {
        throw ChartError.scale(
          axis: channel.name,
          reason: "the domain lists categories, but the values are \(kind.plural)")
      }
    }
  }

  /// The number of places at which functions are sampled to find the domain of y.
  private static let samples = 128

  private mutating func trainFunctions(over stretch: ClosedRange<Double>) {
    for table in tables { train(table.layer.mark, table, over: stretch) }
  }

  private mutating func train<M: Mark>(
    _ type: M.Type, _ table: MarkTable, over stretch: ClosedRange<Double>
  ) {
    for run in table.layer.runs {
      guard let parameters = run.parameters as? M.Parameters else { continue }
      let range = M.functionDomain(parameters) ?? stretch
      let span = range.upperBound - range.lowerBound
      // A stretch that no scale can hold is an error where the axis is made.
      let scale =
        x.type == .linear
        ? nil : try? ContinuousScale(x.type, domain: range, range: (0, Double(Self.samples)))
      let places = (0...Self.samples).map { step in
        scale?.value(at: Double(step)) ?? range.lowerBound + span * Double(step)
          / Double(Self.samples)
      }
      for (index, value) in M.functionValues(parameters, over: places).enumerated() {
        y.add(value, mark: M.markName, index: index)
      }
    }
  }

  private static func quoted(_ names: [String]) -> String {
    names.prefix(3).map { "“\($0)”" }.joined(separator: ", ")
      + (names.count > 3 ? " and \(names.count - 3) more" : "")
  }

  /// Returns a note of names that are listed and in no data, where others are in the data alone.
  private static func spellingNote(
    _ list: String, listed: [String], _ data: [String]
  ) -> Diagnostic? {
    guard !listed.isEmpty else { return nil }
    let (known, given) = (Set(data), Set(listed))
    let (strange, missing) = (
      listed.filter { !known.contains($0) }, data.filter { !given.contains($0) }
    )
    guard !strange.isEmpty, !missing.isEmpty else { return nil }
    func be(_ names: [String]) -> String { names.count == 1 ? "is" : "are" }
    return Diagnostic(
      "\(quoted(strange)) of \(list) \(be(strange)) in no data, and \(quoted(missing)) of the data \(be(missing)) not listed; names are compared letter by letter"
    )
  }

  /// What the author should know of series that lack values of their stack.
  var stackNotes: [String] { tables.compactMap { $0.unevenNote(names[.color] ?? []) } }

  /// Notes values without a place, modifiers without a use, and values pressed together.
  func note(_ data: ChartData, _ configuration: ChartConfiguration, in context: LayoutContext) {
    for note in [x.squeezeNote(configuration.x), y.squeezeNote(configuration.y)] {
      if let note { context.note(note) }
    }
    for note in data.notes { context.note(note) }
    // Each panel has stacks of its own.
    if data.fields(.facet).isEmpty {
      for note in stackNotes { context.note(Diagnostic(note)) }
    }
    for layer in data.layers {
      guard let (count, first) = layer.undefined else { continue }
      let name = layer.mark.markName
      context.note(
        Diagnostic(
          count == 1
            ? "\(name.withArticle) has a value that is not finite and is left out: value \(first)"
            : "\(count) of \(layer.count) \(name) values are not finite and are left out; the first is value \(first)"
        ))
    }
    for unused in data.unusedModifiers {
      context.note(
        Diagnostic(
          "\(unused.modifiers.joined(separator: ", ")) has no effect on \(unused.marks.joined(separator: ", "))"
        ))
    }
    let round = data.layers.filter { $0.positions[.angle] != nil && $0.count > 0 }
    let others = data.layers.filter {
      ($0.positions[.x] != nil || $0.positions[.y] != nil) && $0.count > 0
    }
    if let sector = round.first?.mark.markName, let other = others.first?.mark.markName {
      context.note(
        Diagnostic(
          "\(sector)s have no place on the axes of \(other)s, and lie over or under them; give each a chart of its own"
        ))
    }
    for unused in data.unusedConstants { context.note(Diagnostic(unused.message)) }
    let lists: [(name: String, channel: Channel, listed: [String])] = [
      ("the colours", .color, configuration.colors.styles.domain.map(\.name)),
      ("the symbols", .symbol, configuration.symbols.domain.map(\.name)),
      ("the dashes", .dash, configuration.dashes.domain.map(\.name)),
      ("the sizes", .size, configuration.sizes.keys.domain.map(\.name)),
      ("the domain of x", .x, configuration.x.categories ?? []),
      ("the domain of y", .y, configuration.y.categories ?? []),
    ]
    for list in lists where data.kind(list.channel) == .category {
      let names = data.categories[list.channel] ?? []
      if let note = Self.spellingNote(list.name, listed: list.listed, names) {
        context.note(note)
      } else if list.channel != .x, list.channel != .y, !list.listed.isEmpty {
        let listed = Set(list.listed)
        let missing = names.filter { !listed.contains($0) }
        guard !missing.isEmpty else { continue }
        context.note(
          Diagnostic(
            "\(Self.quoted(missing)) of the data \(missing.count == 1 ? "is" : "are") not listed in \(list.name), and \(missing.count == 1 ? "has" : "have") the looks that the theme gives; list \(missing.count == 1 ? "it" : "them") as well"
          ))
      }
    }
    if data.layers.allSatisfy({ $0.count == 0 }) {
      context.note(Diagnostic("the chart has no marks"))
    }
  }
}

extension Layer {
  /// How many rows have a position or a field that is not finite, and the first of them.
  var undefined: (count: Int, first: Int)? {
    var (count, first) = (0, -1)
    let fields = Array(self.fields.values)
    for run in runs {
      let channels = Channel.positions.filter { run.form($0) != .none }
      if run.rows.count > 1_000, fields.isEmpty,
        channels.allSatisfy({ channel in
          guard let column = positions[channel] else { return true }
          return column.start.finiteRange(run.rows) != nil
            && (run.form(channel) == .value || column.end.finiteRange(run.rows) != nil)
        })
      {
        continue
      }
      for row in run.rows {
        let isFinite = channels.allSatisfy {
          (positions[$0]?.start[row].isFinite ?? true)
            && (positions[$0]?.end[row].isFinite ?? true)
        }
        if isFinite, !fields.contains(where: { $0.values[row].isInfinite }) { continue }
        if emptyPlaces.contains(row) { continue }
        if first < 0 { first = row }
        count += 1
      }
    }
    return count > 0 ? (count, first) : nil
  }
}

extension MarkTable {
  /// Returns what the author should know of series without a value at places of their stack; nil
  /// where there are none.
  ///
  /// - Parameter keys: the categories of colour.
  fileprivate func unevenNote(_ keys: [String]) -> String? {
    guard let first = unevenSeries.first else { return nil }
    let key = layer.field(.color, first.row)
    let name =
      layer.fields[.color]?.kind == .category && key >= 0 && key < Double(keys.count)
      ? "“\(keys[Int(key)])”" : "a series"
    let others = unevenSeries.count - 1
    let more = others > 0 ? " (and \(others) more)" : ""
    let how = [
      first.within > 0 ? "between its own values it is interpolated" : nil,
      first.beyond > 0 ? "beyond its own values it counts as 0" : nil,
    ].compactMap { $0 }.joined(separator: ", ")
    return
      "\(name)\(more) has no value at \(first.within + first.beyond) of \(stackedPlaces) places of the stack; \(how): give it a value at each place"
  }

  /// Adds the values of the layer to an axis.
  func train(_ domain: inout AxisDomain) {
    train(layer.mark, &domain)
  }

  /// Adds the least and greatest of many values, which say all where every one of them is finite
  /// and has a place on the scale; returns whether they do.
  private func trainAtOnce(
    _ run: Layer.Run, _ positions: Layer.Positions, _ other: Layer.Positions?,
    _ domain: inout AxisDomain
  ) -> Bool {
    guard run.rows.count > 1_000, run.form(domain.channel) == .value,
      !placeAxes.contains(domain.channel), !(hasLength && lengthAxis == domain.channel),
      let range = positions.start.finiteRange(run.rows), domain.type.canShow(range.lowerBound),
      domain.type.canShow(range.upperBound),
      other == nil || other?.start.finiteRange(run.rows) != nil
    else { return false }
    for value in [range.lowerBound, range.upperBound] {
      domain.add(value, mark: layer.mark.markName, index: layer.number(run.rows.lowerBound))
    }
    return true
  }

  private func train<M: Mark>(_ type: M.Type, _ domain: inout AxisDomain) {
    let channel = domain.channel
    let positions = self[channel]
    let isLength = hasLength && lengthAxis == channel
    if isLength, layer.count > 0 { domain.addLengths(areParts: isNormalized) }
    // A stack over the union of places has other ends than its rows.
    var isStacked: [Bool] = []
    if isLength, let groups, groups.contains(where: { $0.stacked != nil }) {
      isStacked = [Bool](repeating: false, count: layer.count)
      for group in groups where group.stacked != nil {
        for row in group.rows { isStacked[row] = true }
      }
    }
    for run in layer.runs {
      let form = run.form(channel)
      if let parameters = run.parameters as? M.Parameters {
        if channel == .y, M.showsZero(parameters) { domain.includesZero = true }
        if channel == .x, let range = M.functionDomain(parameters) {
          let number = layer.number(run.rows.lowerBound)
          domain.add(range.lowerBound, mark: M.markName, index: number)
          domain.add(range.upperBound, mark: M.markName, index: number)
        }
      }
      guard form != .none else { continue }
      if positions.kind == .category {
        for row in run.rows {
          for value in [positions.start[row], positions.end[row]] where !value.isNaN {
            domain.categories.insert(Int(value))
          }
        }
        continue
      }
      if isLength, positions.kind == .number, domain.kind == .integer { domain.kind = .number }
      if M.includesZero, positions.kind?.isNumeric == true { domain.showsZero = true }
      let standsOnZero = isLength && form == .value
      if standsOnZero { domain.includesZero = true }
      let other = self[channel == .x ? .y : .x]
      let hasOther = run.form(channel == .x ? .y : .x) != .none
      if isStacked.isEmpty,
        trainAtOnce(run, positions, hasOther ? other : nil, &domain)
      {
        continue
      }
      for row in run.rows {
        // What has no place does not stretch the axes.
        if !isStacked.isEmpty, isStacked[row] { continue }
        guard isDefined[row], positions.start[row].isFinite, positions.end[row].isFinite,
          !hasOther || (!other.start[row].isNaN && !other.end[row].isNaN)
        else { continue }
        if !standsOnZero || positions.start[row] != 0 {
          domain.add(positions.start[row], mark: M.markName, index: layer.number(row))
        }
        if positions.end[row] != positions.start[row] || standsOnZero {
          domain.add(positions.end[row], mark: M.markName, index: layer.number(row))
        }
      }
      if form == .stretch, positions.kind == .time {
        for row in run.rows where isDefined[row] {
          domain.addUnit(
            positions.start[row], positions.end[row],
            row < positions.units.count ? positions.units[row]?.unit : nil)
        }
      }
      if placeAxes.contains(channel), form == .value {
        domain.addPlaces(run.rows.lazy.filter { isDefined[$0] }.map { positions.start[$0] })
      }
    }
    if isLength, let groups {
      for group in groups {
        for (index, part) in (group.stacked ?? []).enumerated() {
          if part.low != 0 { domain.add(part.low, mark: M.markName, index: index) }
          domain.add(part.high, mark: M.markName, index: index)
        }
      }
    }
  }
}
