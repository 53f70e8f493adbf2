/// All marks of one type in a chart: positions and fields as columns, constants in runs.
struct Layer: Sendable {
  /// How a position was given.
  enum Form: Hashable, Sendable {
    /// Not at all: the mark spans the plot, or has no such position.
    case none
    /// By one value.
    case value
    /// By one value that is a stretch, such as a bin or a month.
    case stretch
    /// By a start and an end.
    case ends
  }

  /// The starts and ends of one position channel; equal for single values.
  struct Positions: Sendable {
    var start = NumberColumn()
    var end = NumberColumn()
    var kind: ValueKind?
    /// The names of the quantity, in order of appearance.
    var labels: [String] = []
    /// The name of the ends, where it differs from that of the starts.
    var endLabel = ""
    /// The dates of rows that stand for a unit of the calendar; empty where there are none.
    var units: [CalendarValue?] = []

    /// Rows that follow each other, or rows chosen one by one.
    func selected(_ rows: [Int]) -> Positions {
      guard !start.isEmpty else { return self }
      var result = self
      result.start = NumberColumn(rows.map { start[$0] })
      result.end =
        end.isIdentical(to: start) ? result.start : NumberColumn(rows.map { end[$0] })
      if !units.isEmpty { result.units = rows.map { $0 < units.count ? units[$0] : nil } }
      return result
    }
  }

  /// The values of one field: NaN in rows without one, infinite in rows whose value is not finite.
  struct Field: Sendable {
    var values: [Double] = []
    var kind: ValueKind?
    var label = ""
    /// The dates of rows that stand for a unit of the calendar; empty where there are none.
    var units: [CalendarValue?] = []
  }

  /// Rows of equal constants that follow each other in the source.
  struct Run: Sendable {
    /// The rows.
    var rows: Range<Int>
    var style: MarkStyle
    var parameters: any Hashable & Sendable
    /// The place in the source.
    var place: SourcePlace
    var forms = ByPosition<Form>()

    /// Whether the marks have positions of their own, which functions have not.
    var hasPositions: Bool { Channel.positions.contains { form($0) != .none } }

    func form(_ channel: Channel) -> Form { forms[channel] ?? .none }
  }

  let mark: any Mark.Type
  var positions = ByPosition<Positions>()
  var fields = ByChannel<Field>()
  var runs: [Run] = []
  /// What is written at rows.
  var annotations: [Int: [Annotation]] = [:]
  /// Rows that keep a place though nothing stands there, which somebody else tells of.
  var emptyPlaces: Set<Int> = []
  var count = 0
  /// The number of each row among all marks of the type; empty where the rows are all of them.
  private var numbers: [Int] = []

  init(_ mark: any Mark.Type) { self.mark = mark }

  /// The value of a field in a row; NaN without one.
  func field(_ channel: Channel, _ row: Int) -> Double {
    fields[channel].map { $0.values[row] } ?? .nan
  }

  /// The number of a row among all marks of the type in the chart.
  func number(_ row: Int) -> Int { numbers.isEmpty ? row : numbers[row] }

  /// The layer in parts that a mark type's transforms take apart.
  func parts(_ context: TransformContext) -> [Layer] {
    guard runs.count > 1, let partition = mark.transforms.lazy.compactMap(\.partition).first else {
      return [self]
    }
    let parts = runs.map { partition($0, context) }
    let distinct = Set(parts).sorted()
    guard distinct.count > 1 else { return [self] }
    return distinct.map { part in
      var isIncluded = [Bool](repeating: false, count: count)
      for (run, number) in zip(runs, parts) where number == part {
        for row in run.rows { isIncluded[row] = true }
      }
      return filtered { isIncluded[$0] }
    }
  }

  /// The run of a row.
  func run(of row: Int) -> Run? {
    var (low, high) = (0, runs.count)
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].rows.upperBound <= row { low = middle + 1 } else { high = middle }
    }
    return low < runs.count ? runs[low] : nil
  }

  /// The layer with the rows of which a condition is true.
  func filtered(_ isIncluded: (Int) -> Bool) -> Layer {
    selecting((0..<count).filter(isIncluded))
  }

  /// The layer with some of its rows, in ascending order.
  func selecting(_ kept: [Int]) -> Layer {
    guard kept.count < count else { return self }
    var result = self
    result.runs = []
    var run = 0
    for (new, old) in kept.enumerated() {
      var isNew = result.runs.isEmpty
      while runs[run].rows.upperBound <= old {
        run += 1
        isNew = true
      }
      if isNew {
        result.runs.append(runs[run])
        result.runs[result.runs.count - 1].rows = new..<new + 1
      } else {
        let last = result.runs.count - 1
        result.runs[last].rows = result.runs[last].rows.lowerBound..<new + 1
      }
    }
    result.positions = positions.mapValues { $0.selected(kept) }
    result.fields = fields.mapValues { field in
      var field = field
      field.values = kept.map { field.values[$0] }
      if !field.units.isEmpty {
        field.units = kept.map { $0 < field.units.count ? field.units[$0] : nil }
      }
      return field
    }
    result.annotations = [:]
    if !annotations.isEmpty {
      for (new, old) in kept.enumerated() { result.annotations[new] = annotations[old] }
    }
    if !emptyPlaces.isEmpty {
      result.emptyPlaces = Set(kept.indices.filter { emptyPlaces.contains(kept[$0]) })
    }
    result.numbers = kept.map(number)
    result.count = kept.count
    return result
  }

  /// The rows of each value of a field, and those without one.
  func rows(by channel: Channel) -> (of: [Double: [Int]], others: [Int]) {
    guard let values = fields[channel]?.values else { return ([:], Array(0..<count)) }
    var result: (of: [Double: [Int]], others: [Int]) = ([:], [])
    for (row, value) in values.enumerated() {
      if value.isNaN {
        result.others.append(row)
      } else {
        result.of[value, default: []].append(row)
      }
    }
    return result
  }
}

/// What a chart shows, collected from its content: layers of columns, and the names of categories.
struct ChartData: Sendable {
  var layers: [Layer] = []
  /// The categories of each channel, in order of appearance.
  var categories: [Channel: [String]] = [:]
  /// Values of two kinds that one scale cannot hold.
  var conflicts: [KindConflict] = []
  /// Modifiers that no mark under them uses, and these marks.
  var unusedModifiers: [UnusedModifiers] = []
  /// What content noticed while it was collected.
  var notes: [Diagnostic] = []

  /// Constants of modifiers that cannot be drawn.
  var unusedConstants: [UnusedConstant] = []

  /// A constant that is outside of what its modifier takes.
  struct UnusedConstant: Equatable, Sendable {
    var modifier: String
    var value: Double
    var range: ClosedRange<Double>

    // NaN equals itself here, so that it is noted once.
    static func == (a: UnusedConstant, b: UnusedConstant) -> Bool {
      a.modifier == b.modifier && (a.value == b.value || a.value.isNaN && b.value.isNaN)
    }

    var message: String {
      "\(modifier) of \(value) has no effect; it must be \(range.lowerBound) to \(range.upperBound)"
    }
  }

  /// Modifiers that none of some marks uses.
  struct UnusedModifiers: Hashable, Sendable {
    var modifiers: [String]
    var marks: [String]
  }

  /// A channel that has values of two kinds.
  struct KindConflict: Hashable, Sendable {
    var channel: Channel
    var mark: String
    var kinds: [ValueKind]
  }

  /// The kind of a channel's values over all layers; nil without values.
  func kind(_ channel: Channel) -> ValueKind? {
    var result: ValueKind?
    for layer in layers {
      guard let kind = layer.positions[channel]?.kind ?? layer.fields[channel]?.kind else {
        continue
      }
      result = result.map { $0.union(kind) ?? $0 } ?? kind
    }
    return result
  }

  /// The finite values of a field over all layers.
  func fields(_ channel: Channel) -> [Double] {
    layers.flatMap { $0.fields[channel]?.values.filter(\.isFinite) ?? [] }
  }

  /// The names of a channel's quantity, in order of appearance.
  func labels(_ channel: Channel) -> [String] {
    guard channel == .x || channel == .y else { return Self.labels(channel, of: layers) }
    // Rules and bands across the plot have values of one axis: what they are called is no quantity,
    // unless nothing else names it.
    let other = channel == .x ? Channel.y : .x
    let full = layers.filter { layer in
      layer.positions[other] != nil
        && layer.runs.contains { $0.form(channel) != .none && $0.form(other) != .none }
    }
    // Names of two ends, such as those of a band beside a line, name no quantity either.
    let whole = full.filter { $0.positions[channel]?.endLabel.isEmpty ?? true }
    return [whole, full].lazy.map { Self.labels(channel, of: $0) }.first { !$0.isEmpty }
      ?? Self.labels(channel, of: layers)
  }

  private static func labels(_ channel: Channel, of layers: [Layer]) -> [String] {
    var labels: [String] = []
    for layer in layers {
      for label in layer.positions[channel]?.labels
        ?? (layer.fields[channel].map { [$0.label] } ?? [])
      where !label.isEmpty && !labels.contains(label) { labels.append(label) }
    }
    return labels
  }
}
