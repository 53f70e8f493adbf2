import BurinScales
import BurinScene

/// Speaks of a chart as a whole: what it is, its axes, its extremes.
struct ChartReading: Sendable {
  private let model: ChartModel
  private let quantities: QuantityReading
  private let titles: [Channel: String]
  private let title: String

  private var words: ReadingWords { quantities.words }

  /// The most series and categories that are named one by one.
  private static let nameLimit = 12

  init(
    _ model: ChartModel, _ configuration: ChartConfiguration, language: String,
    region: RenderingRegion, theme: Theme = .standard
  ) {
    self.model = model
    titles = configuration.spokenTitles(language: language, theme: theme)
    title = configuration.title?.spoken(language: language, theme: theme) ?? ""
    quantities = QuantityReading(model, titles: titles, language: language, region: region)
  }

  init(_ block: ChartBlock) {
    self.init(
      block.model, block.configuration, language: block.context.language,
      region: block.context.region, theme: block.context.theme)
  }

  /// The chart's name: its title, or what it shows by what; nil where no quantity has a name.
  var name: String? {
    if !title.isEmpty { return title }
    guard let main = mainTable else { return nil }
    let (value, place) = valueAndPlace(main)
    let valueName = name(value, main.layer)
    var placeName = place.map { name($0, main.layer) } ?? ""
    if place == nil, let key = main.layer.fields[.color] { placeName = key.label }
    if valueName.isEmpty || placeName.isEmpty || valueName == placeName {
      let one = valueName.isEmpty ? placeName : valueName
      return one.isEmpty ? nil : one
    }
    return words.by(valueName, placeName)
  }

  /// What the chart shows, in a few sentences.
  var summary: String {
    guard let main = mainTable else { return words.paragraph([words.chart(of: [])]) }
    var sentences = [words.titled(words.chart(of: kinds), name ?? "")]
    let series = seriesNames(main.layer)
    var parts: [String] = []
    if main.groups == nil {
      parts.append(words.count(main.layer.count, main.layer.mark.markName))
    } else if series.count < 2 {
      parts.append(words.count(main.layer.count, "point"))
    }
    if series.count > 1 {
      let shown = series.prefix(Self.nameLimit)
      let rest = series.count - shown.count
      sentences.append(
        words.titled(
          main.layer.fields[.color]?.label ?? main.layer.fields[.series]?.label ?? "",
          words.list(shown + (rest > 0 ? [words.more(rest)] : []))))
    }
    parts += extremes(main).filter { !$0.isEmpty }
    if !parts.isEmpty { sentences.append(words.items(parts)) }
    return words.paragraph(sentences.filter { !$0.isEmpty })
  }

  /// Returns what an axis shows: its quantity and its extent.
  func axis(_ channel: Channel, _ scale: AxisScale) -> String {
    var parts = [titles[channel] ?? ""]
    if parts[0].isEmpty, let layer = mainTable?.layer { parts[0] = name(channel, layer) }
    let domain = channel == .x ? model.x : model.y
    if let continuous = scale.continuous {
      parts.append(quantities.range(continuous.domain, domain.kind ?? .number, channel))
      if continuous.type == .log { parts.append(words.logarithmic) }
    } else if let names = model.names[channel] {
      let shown = domain.categories.sorted().compactMap {
        names.indices.contains($0) ? names[$0] : nil
      }
      if shown.count <= Self.nameLimit {
        parts += shown
      } else if let first = shown.first, let last = shown.last {
        parts += [words.categories(shown.count), words.range(first, last)]
      }
    }
    return words.titled(
      words.axis(isHorizontal: channel == .x), words.list(parts.filter { !$0.isEmpty }))
  }

  /// The chart for programs.
  var descriptor: ChartDescriptor {
    ChartDescriptor(
      title: name ?? "", summary: summary,
      axes: [(Channel.x, model.x), (.y, model.y)].compactMap { channel, domain in
        guard let kind = domain.kind else { return nil }
        let names = model.names[channel] ?? []
        let title = mainTable.map { self.name(channel, $0.layer) } ?? titles[channel] ?? ""
        return ChartDescriptor.Axis(
          channel: channel.name, title: title,
          kind: kind == .category ? .category : kind == .time ? .time : .number,
          range: kind == .category
            ? [] : domain.numbers.map { [$0.lowerBound, $0.upperBound] } ?? [],
          categories: kind == .category
            ? domain.categories.sorted().filter(names.indices.contains).map { names[$0] } : [])
      },
      series: describedTables.map { table in
        ChartDescriptor.Series(
          mark: table.layer.mark.markName, isContinuous: table.groups != nil,
          table: quantities.table(of: table.layer))
      })
  }

  // MARK: Parts

  /// The marks that show data: those that only explain count where there are no others.
  private var dataTables: [MarkTable] {
    let tables = model.tables.filter { $0.layer.count > 0 }
    let data = tables.filter { !Self.explaining.contains($0.layer.mark.markName) }
    return data.isEmpty ? tables : data
  }

  /// The tables of marks that are listed: what only points at data lies where there is room, which
  /// is no datum.
  private var describedTables: [MarkTable] {
    let tables = model.tables.filter { $0.layer.runs.contains(where: \.hasPositions) }
    let isPointing = model.tables.allSatisfy { Self.pointing.contains($0.layer.mark.markName) }
    if isPointing { return tables }
    // Contours are of a function: their row is the field that they are drawn in.
    let other = Self.pointing.union(["contour"])
    return tables.filter { !other.contains($0.layer.mark.markName) }
  }

  /// The names of marks that point at data or name it.
  private static let pointing: Set = ["text", "label", "arrow", "brace", "callout", "chord"]
  /// The names of marks that explain data rather than show it.
  static let explaining = pointing.union(["rule"])

  /// The marks with the most rows, the first ones of several.
  private var mainTable: MarkTable? {
    dataTables.reduce(nil) { best, table in
      best.map { $0.layer.count >= table.layer.count ? $0 : table } ?? table
    }
  }

  private var kinds: [String] {
    var kinds: [String] = []
    for table in dataTables where !kinds.contains(table.layer.mark.markName) {
      kinds.append(table.layer.mark.markName)
    }
    return kinds
  }

  private func name(_ channel: Channel, _ layer: Layer) -> String {
    let own = quantities.name(channel, in: layer)
    return own.isEmpty ? titles[channel] ?? "" : own
  }

  /// The channel of the value that marks show, and that of its place.
  private func valueAndPlace(_ table: MarkTable) -> (value: Channel, place: Channel?) {
    let given = Channel.positions.filter { channel in
      table.layer.runs.contains { $0.form(channel) != .none }
    }
    // A function has names, and values wherever one asks.
    if given.isEmpty, table.layer.positions[.y] != nil { return (.y, .x) }
    if given.contains(.angle) { return (.angle, given.contains(.radius) ? .radius : nil) }
    guard given.count > 1 else { return (given.first ?? .y, nil) }
    let isHorizontal =
      table.hasLength
      ? table.lengthAxis == .x
      : !(table.y.kind?.isNumeric ?? false) && table.x.kind?.isNumeric == true
    return isHorizontal ? (.x, .y) : (.y, .x)
  }

  private func seriesNames(_ layer: Layer) -> [String] {
    guard
      let channel = [Channel.color, .series, .symbol].first(where: { layer.fields[$0] != nil }),
      layer.fields[channel]?.kind == .category
    else { return [] }
    return model.names[channel] ?? []
  }

  /// Returns the rows of the largest and the smallest value, and the ends of a single line.
  private func extremes(_ table: MarkTable) -> [String] {
    let layer = table.layer
    let (value, place) = valueAndPlace(table)
    let isCloud =
      layer.mark.isPoint && place.flatMap { layer.positions[$0]?.kind }?.isNumeric == true
    guard let column = layer.positions[value], column.kind?.isNumeric == true, layer.count > 1,
      layer.count <= QuantityReading.rowLimit, !isCloud
    else {
      return layer.runs.first.map { quantities.extents(of: 0..<layer.count, run: $0, in: layer) }
        ?? []
    }
    var (least, most): (Int?, Int?)
    func size(_ row: Int) -> Double { max(column.start[row], column.end[row]) }
    for row in 0..<layer.count where table.isDefined[row] && size(row).isFinite {
      if least.map({ size(row) < size($0) }) ?? true { least = row }
      if most.map({ size(row) > size($0) }) ?? true { most = row }
    }
    guard let least, let most, size(least) < size(most) else { return [] }
    func spoken(_ row: Int) -> String {
      layer.run(of: row).map { words.list(quantities.row(row, of: $0, in: layer)) } ?? ""
    }
    var parts: [String] = []
    if let groups = table.groups, groups.count == 1, let rows = groups.first?.rows,
      let first = rows.first, let last = rows.last
    {
      parts += [words.first(spoken(first)), words.last(spoken(last))]
    }
    return parts + [words.largest(spoken(most)), words.smallest(spoken(least))]
  }
}

extension AxisLabelContent {
  /// The words of a text; nil for views.
  fileprivate func spoken(language: String, theme: Theme) -> String? {
    if case .text(let text) = self { text.spoken(language: language, theme: theme) } else { nil }
  }
}

extension ChartConfiguration {
  /// Returns the titles of the axes in words.
  func spokenTitles(language: String, theme: Theme) -> [Channel: String] {
    var titles: [Channel: String] = [:]
    titles[.x] = x.title?.content.spoken(language: language, theme: theme)
    titles[.y] = y.title?.content.spoken(language: language, theme: theme)
    return titles
  }
}
