/// A layer while it is transformed: its positions, and which rows belong together.
///
/// A mark type names its transforms, such as ``LayerTransform/orient`` and
/// ``LayerTransform/stack(_:)``; what they did is read from ``PlacedMark``.
public struct MarkTable: Sendable {
  let layer: Layer
  var x: Layer.Positions
  var y: Layer.Positions
  var angle: Layer.Positions
  var radius: Layer.Positions
  /// The axis along which the marks have a length; the other one places them.
  var lengthAxis = Channel.y
  /// Whether the marks have a length at all, from zero where they have no start.
  var hasLength = false
  /// The axes along which a mark takes a place as wide as a band.
  var placeAxes: Set<Channel> = []
  /// Whether a row is drawn.
  var isDefined: [Bool]
  /// Rows that are drawn as one mark; nil where each is a mark of its own.
  var groups: [Group]?
  /// The slot of each row among marks side by side; empty without any.
  var slots: [Int] = []
  var slotCount = 1
  /// Whether a row is the outer end of its stack; empty where nothing is stacked.
  var isOuterEnd: [Bool] = []
  /// Whether a row is the start of a stack around the middle; empty where there is none.
  var isOuterStart: [Bool] = []
  /// Where the stack ends that stands on a row; nothing else is said of rows that are outer ends.
  var stackEnds = NumberColumn()
  /// Series of a stack that have no value at some of its places: one of their rows, and how many
  /// places they miss within their own ends and beyond them.
  var unevenSeries: [(row: Int, within: Int, beyond: Int)] = []
  /// The number of places of a stack of series.
  var stackedPlaces = 0
  /// Whether all stacked marks are parts of their sum.
  var isNormalized = false
  /// Whether marks are stacked around the middle.
  var isCentered = false

  /// A place of a stack, as wide as its unit, with the lower and the upper edge of a series there.
  typealias StackedPart = (place: (start: Double, end: Double), low: Double, high: Double)

  /// Rows that are drawn as one mark, in the order in which they are joined.
  struct Group: Sendable {
    var rows: MarkRows
    var run: Int
    /// Positions that differ from the rows', such as those of a stack over the union of x.
    var stacked: [StackedPart]?
  }

  init(_ layer: Layer) {
    self.layer = layer
    func column(_ channel: Channel) -> Layer.Positions {
      var positions = layer.positions[channel] ?? .init()
      positions.fill(to: layer.count)
      return positions
    }
    (x, y) = (column(.x), column(.y))
    // Few marks have these; a column of nothing for the others would take as much as their numbers.
    angle = layer.positions.angle == nil ? .init() : column(.angle)
    radius = layer.positions.radius == nil ? .init() : column(.radius)
    isDefined = [Bool](repeating: true, count: layer.count)
  }

  /// The axis that places the marks.
  var placeAxis: Channel { lengthAxis == .y ? .x : .y }

  subscript(channel: Channel) -> Layer.Positions {
    get {
      switch channel {
      case .x: x
      case .y: y
      case .angle: angle
      default: radius
      }
    }
    set {
      switch channel {
      case .x: x = newValue
      case .y: y = newValue
      case .angle: angle = newValue
      default: radius = newValue
      }
    }
  }
}

/// What transforms of a layer know of the chart.
struct TransformContext: Sendable {
  /// The kinds of the axes' values over the whole chart.
  var kinds: [Channel: ValueKind]
  /// The keys of marks side by side over the whole chart, in order.
  var slots: [Double]
  /// Whether the colours' values tell series apart.
  var colorJoins: Bool

  func kind(_ channel: Channel) -> ValueKind? { kinds[channel] }
}

/// A step between collecting marks and training scales, a function from a layer to a layer.
public struct LayerTransform: Sendable {
  /// The step's name.
  public let name: String
  /// Returns the group of a run; runs of one group are transformed together.
  ///
  /// Nil transforms all runs together.
  let partition: (@Sendable (Layer.Run, TransformContext) -> Int)?
  let apply: @Sendable (inout MarkTable, TransformContext) throws(ChartError) -> Void

  init(
    _ name: String, partition: (@Sendable (Layer.Run, TransformContext) -> Int)? = nil,
    _ apply: @escaping @Sendable (inout MarkTable, TransformContext) throws(ChartError) -> Void
  ) {
    self.name = name
    self.partition = partition
    self.apply = apply
  }
}

/// A table that all of its marks refer to, so that none of them copies its columns' references.
final class SharedTable: Sendable {
  let table: MarkTable

  init(_ table: MarkTable) { self.table = table }
}

/// A mark of a type with its values, ready to be drawn.
public struct PlacedMark<M: Mark> {
  private let shared: SharedTable
  let run: Layer.Run
  /// The rows of the mark, in the order in which they are joined or drawn.
  public let rows: MarkRows
  let stacked: [MarkTable.StackedPart]?
  /// The constants beside the style.
  public let parameters: M.Parameters

  init(
    table: SharedTable, run: Layer.Run, rows: MarkRows,
    stacked: [MarkTable.StackedPart]?, parameters: M.Parameters
  ) {
    shared = table
    (self.run, self.rows, self.stacked, self.parameters) = (run, rows, stacked, parameters)
  }

  var table: MarkTable { shared.table }

  /// The first row.
  public var row: Int { rows.first ?? run.rows.lowerBound }
  /// The style.
  public var style: MarkStyle { run.style }

  /// The start and end of a row in x; NaN without one.
  public var x: (start: Double, end: Double) { x(row) }
  /// The start and end of a row in y; NaN without one.
  public var y: (start: Double, end: Double) { y(row) }
  /// The start and end of a row's angle; NaN without one.
  public var angle: (start: Double, end: Double) { angle(row) }
  /// Returns the start and end of a row's angle; NaN without one.
  public func angle(_ row: Int) -> (start: Double, end: Double) {
    row < table.angle.start.count ? (table.angle.start[row], table.angle.end[row]) : (.nan, .nan)
  }

  /// The start and end of a row in x.
  public func x(_ row: Int) -> (start: Double, end: Double) {
    (table.x.start[row], table.x.end[row])
  }
  /// The start and end of a row in y.
  public func y(_ row: Int) -> (start: Double, end: Double) {
    (table.y.start[row], table.y.end[row])
  }

  /// The value of a field; NaN without one.
  public func field(_ channel: Channel) -> Double { table.layer.field(channel, row) }
  /// The value of a field in a row; NaN without one.
  public func field(_ channel: Channel, _ row: Int) -> Double { table.layer.field(channel, row) }

  /// Whether the mark has a position of a channel.
  public func has(_ channel: Channel) -> Bool { run.form(channel) != .none }
  /// Whether a position was given as a start and an end.
  public func hasEnds(_ channel: Channel) -> Bool { run.form(channel) == .ends }
  /// Whether a position was given as one value that is a stretch, such as a bin or a month.
  public func isStretch(_ channel: Channel) -> Bool { run.form(channel) == .stretch }
  /// The axis along which the mark has its length, as ``LayerTransform/orient`` found.
  public var lengthAxis: Channel { table.lengthAxis }
  /// The axis that places the mark.
  public var placeAxis: Channel { table.placeAxis }
  /// The start and end of a row along an axis; NaN without one.
  public func values(_ channel: Channel) -> (start: Double, end: Double) {
    let positions = table[channel]
    return row < positions.start.count
      ? (positions.start[row], positions.end[row]) : (.nan, .nan)
  }
  /// The slot among marks side by side, counted from 0, and how many there are; nil without any.
  public var slot: (index: Int, count: Int)? { slot(row) }

  func slot(_ row: Int) -> (index: Int, count: Int)? {
    guard !table.slots.isEmpty, table.slots[row] >= 0 else { return nil }
    return (table.slots[row], table.slotCount)
  }
  /// What is written at the mark.
  public var annotations: [Annotation] { table.layer.annotations[row] ?? [] }
  /// Whether the mark's length lies along x.
  public var isHorizontal: Bool { table.lengthAxis == .x }
  /// Whether the mark is the outer end of its stack.
  public var isOuterEnd: Bool { table.isOuterEnd.isEmpty || table.isOuterEnd[row] }
}

/// The rows of a mark: neighbours, or rows chosen one by one.
public struct MarkRows: RandomAccessCollection, Sendable {
  private enum Form: Sendable {
    case range(Range<Int>)
    case list([Int])
  }

  private var form: Form

  init(_ range: Range<Int>) { form = .range(range) }
  init(_ rows: [Int]) { form = .list(rows) }

  /// The first place.
  public var startIndex: Int { 0 }
  /// The number of rows.
  public var endIndex: Int {
    switch form {
    case .range(let range): range.count
    case .list(let rows): rows.count
    }
  }
  /// The row at a place.
  public subscript(position: Int) -> Int {
    switch form {
    case .range(let range): range.lowerBound + position
    case .list(let rows): rows[position]
    }
  }
}

extension MarkRows {
  /// The rows where they are neighbours.
  var range: Range<Int>? { if case .range(let range) = form { range } else { nil } }

  /// Adds rows; neighbours stay a range.
  mutating func append(_ rows: Range<Int>) {
    switch form {
    case .range(let range) where range.isEmpty: form = .range(rows)
    case .range(let range) where range.upperBound == rows.lowerBound:
      form = .range(range.lowerBound..<rows.upperBound)
    case .range(let range): form = .list(Array(range) + rows)
    case .list(var list):
      // Given back while it grows, so that it is not copied.
      form = .range(0..<0)
      list += rows
      form = .list(list)
    }
  }

  /// The values of the rows in a column.
  func values(of column: NumberColumn) -> [Double] {
    switch form {
    case .range(let range): column.values(in: range)
    case .list(let list): list.map { column[$0] }
    }
  }

  /// Rows of some of the places.
  func part(_ places: Range<Int>) -> MarkRows {
    switch form {
    case .range(let range):
      MarkRows(range.lowerBound + places.lowerBound..<range.lowerBound + places.upperBound)
    case .list(let list): MarkRows(Array(list[places]))
    }
  }

  /// The rows in parts that are placed at once.
  ///
  /// Their numbers fit into a processor's cache, and into memory that is used again for the next
  /// part: larger arrays come from the system and are given back to it each time.
  var chunks: some Sequence<MarkRows> {
    let size = 8_192
    return stride(from: 0, to: count, by: size).lazy.map { start in
      part(start..<Swift.min(start + size, count))
    }
  }

  /// Returns the rows in stretches: each of some rows alone, and those between them together.
  ///
  /// - Parameter single: rows of these, in their order.
  func split(around single: [Int]) -> [MarkRows] {
    var result: [MarkRows] = []
    var (between, index) = ([Int](), 0)
    for row in self {
      guard index < single.count, single[index] == row else {
        between.append(row)
        continue
      }
      if !between.isEmpty { result.append(MarkRows(between)) }
      result.append(MarkRows([row]))
      (between, index) = ([], index + 1)
    }
    if !between.isEmpty { result.append(MarkRows(between)) }
    return result
  }
}
