import BurinScales

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Speaks of the values of a layer's channels: numbers briefly, times to the precision that the
/// column needs.
struct QuantityReading: Sendable {
  let words: ReadingWords
  private let region: RenderingRegion
  private let names: [Channel: [String]]
  private let titles: [Channel: String]
  /// How precisely the times of a channel are spoken of.
  private var timeFormats: [TimeColumn: TimeFormat] = [:]

  private struct TimeColumn: Hashable {
    var mark: ObjectIdentifier
    var channel: Channel
  }

  /// The most rows of a layer that are spoken of one by one.
  static let rowLimit = 100_000

  init(
    _ model: ChartModel, titles: [Channel: String], language: String, region: RenderingRegion
  ) {
    words = ReadingWords(language: language)
    self.region = region
    names = model.names
    self.titles = titles
    for layer in model.tables.map(\.layer) {
      for channel in Channel.positions + Channel.fields {
        let key = TimeColumn(mark: ObjectIdentifier(layer.mark), channel: channel)
        let other = timeFormats[key] ?? .wholeDays
        if let format = timeFormat(channel, of: layer, rows: Self.rowLimit, from: other) {
          timeFormats[key] = format
        }
      }
    }
  }

  /// How the values of a channel are spoken of; as days where they are no times.
  func timeFormat(_ channel: Channel, of layer: Layer) -> TimeFormat {
    timeFormats[TimeColumn(mark: ObjectIdentifier(layer.mark), channel: channel)] ?? .wholeDays
  }

  /// The name of a channel's quantity; empty without one.
  func name(_ channel: Channel, in layer: Layer) -> String {
    if let field = layer.fields[channel] { return field.label }
    let column = layer.positions[channel]
    if let end = column?.endLabel, !end.isEmpty, let start = column?.labels.first, !start.isEmpty {
      return titles[channel] ?? "\(start)–\(end)"
    }
    let labels = (column?.labels ?? []).filter { !$0.isEmpty }
    // Several names in one column cannot be told apart by row: the title of the axis is for all.
    return labels.count > 1
      ? titles[channel] ?? labels.joined(separator: " / ") : labels.first ?? titles[channel] ?? ""
  }

  /// Returns what a row is in all of its channels, each value once: places by categories and times
  /// before numbers, styles behind.
  func row(_ row: Int, of run: Layer.Run, in layer: Layer, fields: Bool = true) -> [String] {
    var (places, numbers, others) = ([String](), [String](), [String]())
    for channel in Channel.positions {
      let form = run.form(channel)
      guard form != .none, let column = layer.positions[channel], row < column.start.count else {
        continue
      }
      guard let value = position(row, column, form, channel, in: layer) else { continue }
      if column.kind?.isNumeric ?? true {
        if form == .ends, !column.endLabel.isEmpty, let start = column.labels.first {
          numbers.append(words.quantity(start, number(column.start[row])))
          numbers.append(words.quantity(column.endLabel, number(column.end[row])))
        } else {
          numbers.append(words.quantity(name(channel, in: layer), value))
        }
      } else if !value.isEmpty {
        // A category without a name makes a place, and says nothing.
        places.append(value)
      }
    }
    if fields {
      for channel in Channel.fields where channel != .facet {
        guard let value = field(row, channel, in: layer) else { continue }
        let isKnown =
          places.contains(value) || others.contains { $0 == value || $0.hasSuffix(" " + value) }
        if isKnown || numbers.contains(words.quantity(name(channel, in: layer), value)) { continue }
        others.append(words.quantity(name(channel, in: layer), value))
      }
    }
    return places + numbers + others
  }

  /// Returns what tells one series from others.
  func series(_ row: Int, in layer: Layer) -> String {
    var values: [String] = []
    for channel in [Channel.color, .series, .symbol, .dash, .lineWidth, .opacity] {
      guard let value = field(row, channel, in: layer), !values.contains(value) else { continue }
      values.append(value)
    }
    return words.list(values)
  }

  /// Returns the extent of rows in each position.
  func extents(of rows: some Collection<Int>, run: Layer.Run, in layer: Layer) -> [String] {
    Channel.positions.compactMap { channel in
      guard run.form(channel) != .none, let column = layer.positions[channel] else { return nil }
      var (low, high) = (Double.infinity, -Double.infinity)
      let neighbours = (rows as? Range<Int>) ?? (rows as? MarkRows)?.range
      let all = neighbours.flatMap { column.start.finiteRange($0) }
      if let all, column.end.isIdentical(to: column.start) {
        (low, high) = (all.lowerBound, all.upperBound)
      } else {
        for row in rows {
          let (start, end) = (column.start[row], column.end[row])
          if start.isFinite { (low, high) = (min(low, start), max(high, start)) }
          if end.isFinite { (low, high) = (min(low, end), max(high, end)) }
        }
      }
      guard low <= high else { return nil }
      return words.quantity(
        name(channel, in: layer), range(low...high, column.kind ?? .number, channel))
    }
  }

  /// Returns the ends of a stretch of values.
  func range(_ range: ClosedRange<Double>, _ kind: ValueKind, _ channel: Channel) -> String {
    let format =
      kind == .time ? timeFormat(of: [range.lowerBound, range.upperBound]) : .wholeDays
    return words.range(
      text(range.lowerBound, kind, channel, format),
      text(range.upperBound, kind, channel, format))
  }

  /// Returns a number in few digits.
  func number(_ value: Double) -> String {
    region.localized(Text(verbatim: Self.brief(value))).plain
  }

  /// Returns a number to about a thousandth of an axis's extent, as one reads it off.
  func rounded(_ value: Double, within domain: ClosedRange<Double>) -> String {
    let span = domain.upperBound - domain.lowerBound
    guard value.isNormal, span.isNormal else { return number(value) }
    func power(_ number: Double) -> Int { Int(log10(abs(number)).rounded(.down)) }
    let digits = power(value) - power(span) + 3
    // Small numbers of logarithmic axes have digits too.
    guard digits > 0 || domain.lowerBound > 0 else { return number(0) }
    let text = NumberFormat.shortest.string(
      value, significant: domain.lowerBound > 0 ? max(3, digits) : digits)
    return region.localized(Text(verbatim: text)).plain
  }

  // MARK: Values

  private func position(
    _ row: Int, _ column: Layer.Positions, _ form: Layer.Form, _ channel: Channel, in layer: Layer
  ) -> String? {
    let (start, end) = (column.start[row], column.end[row])
    guard !start.isNaN, !end.isNaN, let kind = column.kind else { return nil }
    if kind == .time, form == .stretch, let unit = unit(from: start, to: end) {
      return text(of: unit)
    }
    let format = timeFormat(channel, of: layer)
    return words.range(text(start, kind, channel, format), text(end, kind, channel, format))
  }

  private func field(_ row: Int, _ channel: Channel, in layer: Layer) -> String? {
    guard let column = layer.fields[channel], row < column.values.count else { return nil }
    let value = column.values[row]
    guard value.isFinite, let kind = column.kind else { return nil }
    if row < column.units.count, let unit = column.units[row] {
      return text(of: unit)
    }
    return text(value, kind, channel, timeFormat(channel, of: layer))
  }

  /// Returns the unit of the rendering's calendar that begins and ends at two times; nil for others.
  func unit(from start: Double, to end: Double) -> CalendarValue? {
    let unit = CalendarUnit.allCases.last { unit in
      let interval = region.calendar.interval(of: unit, containing: start)
      return interval.lowerBound == start && interval.upperBound == end
    }
    return unit.map { CalendarValue(time: start, unit: $0) }
  }

  /// Returns a unit of the calendar in words.
  func text(of unit: CalendarValue) -> String {
    region.text(unit.time, to: TimeFormat.Precision(unit.unit))
  }

  func text(
    _ value: Double, _ kind: ValueKind, _ channel: Channel, _ format: TimeFormat
  ) -> String {
    switch kind {
    case .category:
      let all = names[channel] ?? []
      let index = Int(value)
      return all.indices.contains(index) ? all[index] : ""
    case .time:
      guard format.precision > .day else { return region.text(value, to: format.precision) }
      return region.text(value, format)
    default: return number(value)
    }
  }

  /// Returns the shortest format, no shorter than another, that tells a channel's times in the first
  /// rows apart from others; nil for a channel without times.
  func timeFormat(
    _ channel: Channel, of layer: Layer, rows: Int, from shortest: TimeFormat = .wholeDays
  ) -> TimeFormat? {
    if let column = layer.positions[channel], column.kind == .time {
      let format = timeFormat(of: column.start.prefix(rows), from: shortest)
      return column.end.isIdentical(to: column.start)
        ? format : timeFormat(of: column.end.prefix(rows), from: format)
    }
    guard let field = layer.fields[channel], field.kind == .time else { return nil }
    return timeFormat(of: field.values.prefix(rows), from: shortest)
  }

  /// Returns the shortest format, no shorter than another, that tells all times apart from others,
  /// with as many decimals of the seconds as they have, up to nine.
  func timeFormat(
    of times: some Sequence<Double>, from shortest: TimeFormat = .wholeDays
  ) -> TimeFormat {
    var result = shortest
    for time in times where time.isFinite {
      // There is no finer format.
      if result.decimals == 9 { break }
      let local = region.calendar.local(time)
      if local.truncatingRemainder(dividingBy: 86_400) == 0 { continue }
      if local.truncatingRemainder(dividingBy: 60) == 0 {
        result.precision = max(result.precision, .minute)
        continue
      }
      result.precision = .second
      var power = pow(10, Double(result.decimals))
      while result.decimals < 9, (time * power).rounded() / power != time {
        result.decimals += 1
        power *= 10
      }
    }
    return result
  }

  /// Returns a number as one says it: whole ones and those of up to six significant digits in full,
  /// longer ones, which are computed rather than given, in four digits, or six where they are large.
  private static func brief(_ value: Double) -> String {
    let isWhole = value == value.rounded() && abs(value) < 1e15
    let places = abs(value) < 1 || !value.isFinite ? 0 : Int(log10(abs(value))) + 1
    return NumberFormat.shortest.string(
      value, significant: isWhole ? nil : min(max(4, places), 6), beyond: 6)
  }
}

extension TimeFormat {
  /// Days, and finer times after their dates.
  static let wholeDays: TimeFormat = {
    var format = TimeFormat.day
    format.dates = .before
    return format
  }()
}
