/// How marks at one place stand on each other, in Swift Charts' words.
public enum MarkStackingMethod: Hashable, Sendable, CaseIterable {
  /// On top of each other from zero, positive and negative ones apart.
  case standard
  /// As parts of the sum, from 0 to 1.
  case normalized
  /// On top of each other, half of the sum below zero.
  case center
  /// Each from zero.
  case unstacked
}

extension LayerTransform {
  /// Stacks marks of one place on top of each other, from their lengths.
  ///
  /// A place is a value of the other axis together with the slot among marks side by side; values
  /// that differ by rounding alone are one place.
  public static func stack(
    _ method: @escaping @Sendable (any Hashable & Sendable) -> MarkStackingMethod
  ) -> LayerTransform {
    LayerTransform("stack") { (table, _) throws(ChartError) in
      table.stackRows(method)
    }
  }

  /// Stacks areas of several series on top of each other, over the union of their places.
  ///
  /// A series is interpolated within its own ends and 0 outside of them.
  public static func stackAreas(
    _ method: @escaping @Sendable (any Hashable & Sendable) -> MarkStackingMethod
  ) -> LayerTransform {
    LayerTransform("stack areas") { (table, _) throws(ChartError) in
      table.stackGroups(method)
    }
  }
}

/// Numbers places so that values that differ by rounding alone have one number.
struct PlaceNumbers {
  /// The values, each once, ascending.
  private let sorted: [Double]
  private let numbers: [Int]
  let count: Int

  /// The least relative difference of two places; rounding makes smaller ones.
  static let tolerance = 1e-9

  init(_ values: some Sequence<Double>) {
    var (sorted, numbers) = ([Double](), [Int]())
    for value in values.filter(\.isFinite).sorted() {
      guard let last = sorted.last else {
        (sorted, numbers) = ([value], [0])
        continue
      }
      if value == last { continue }
      let isEqual = abs(value - last) <= Self.tolerance * max(abs(value), abs(last))
      sorted.append(value)
      numbers.append((numbers.last ?? 0) + (isEqual ? 0 : 1))
    }
    (self.sorted, self.numbers) = (sorted, numbers)
    count = (numbers.last ?? -1) + 1
  }

  /// The number of a value's place; nil for a value that is not among them.
  func number(_ value: Double) -> Int? {
    var place = 0
    return number(value, from: &place)
  }

  /// The number of a value's place, looked for first where the last one was found.
  func number(_ value: Double, from place: inout Int) -> Int? {
    for next in place..<min(place + 2, sorted.count) where sorted[next] == value {
      place = next
      return numbers[next]
    }
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < value { low = middle + 1 } else { high = middle }
    }
    guard low < sorted.count, sorted[low] == value else { return nil }
    place = low
    return numbers[low]
  }

  /// One value of each place, ascending.
  var representatives: [Double] {
    var result: [Double] = []
    for (index, value) in sorted.enumerated() where numbers[index] == result.count {
      result.append(value)
    }
    return result
  }
}

/// Sums of what stands at places, rising and falling parts apart.
private struct StackSums: Hashable {
  var up = 0.0
  var down = 0.0

  /// The start and end of the next part.
  mutating func add(_ value: Double) -> (start: Double, end: Double) {
    if value >= 0 {
      defer { up += value }
      return (up, up + value)
    }
    defer { down += value }
    return (down, down + value)
  }

  /// A start or an end as a method moves it, given the sums of the whole stack.
  static func placed(_ value: Double, _ method: MarkStackingMethod, _ whole: StackSums) -> Double {
    switch method {
    case .standard, .unstacked: return value
    case .normalized:
      let sum = whole.up - whole.down
      return sum > 0 ? value / sum : 0
    case .center: return value - (whole.up + whole.down) / 2
    }
  }
}

extension MarkTable {
  fileprivate mutating func stackRows(
    _ method: (any Hashable & Sendable) -> MarkStackingMethod
  ) {
    struct Place: Hashable {
      var number: Int
      var slot: Int
    }
    var length = self[lengthAxis]
    let places = self[placeAxis]
    let numbers = PlaceNumbers(places.start)
    func place(_ row: Int) -> Place {
      Place(
        number: numbers.number(places.start[row]) ?? -1, slot: slots.isEmpty ? 0 : slots[row])
    }
    var sums: [Place: StackSums] = [:]
    var outer: [Place: (up: Int?, down: Int?)] = [:]
    isOuterEnd = [Bool](repeating: true, count: layer.count)
    for run in layer.runs where run.form(lengthAxis) == .value {
      let isStacked = method(run.parameters) != .unstacked
      for row in run.rows where isDefined[row] {
        let value = length.end[row]
        guard isStacked else {
          length.start[row] = 0
          continue
        }
        let place = place(row)
        let part = sums[place, default: StackSums()].add(value)
        (length.start[row], length.end[row]) = part
        // A part of no length has no end to round.
        if value > 0 {
          if let before = outer[place]?.up { isOuterEnd[before] = false }
          outer[place, default: (nil, nil)].up = row
        } else if value < 0 {
          if let before = outer[place]?.down { isOuterEnd[before] = false }
          outer[place, default: (nil, nil)].down = row
        }
      }
    }
    stackEnds = length.end
    isNormalized = layer.runs.allSatisfy {
      $0.form(lengthAxis) == .value && method($0.parameters) == .normalized
    }
    for run in layer.runs where run.form(lengthAxis) == .value {
      let method = method(run.parameters)
      let moves = method == .normalized || method == .center
      if method == .center {
        isCentered = true
        if isOuterStart.isEmpty {
          isOuterStart = [Bool](repeating: false, count: layer.count)
        }
        for row in run.rows { isOuterStart[row] = length.start[row] == 0 }
      }
      // Parts of a whole are no whole numbers, whatever they were counted from.
      if method == .normalized { length.kind = .number }
      for row in run.rows where isDefined[row] && (moves || !isOuterEnd[row]) {
        guard let whole = sums[place(row)] else { continue }
        let stackEnd = length.end[row] > length.start[row] ? whole.up : whole.down
        stackEnds[row] = StackSums.placed(stackEnd, method, whole)
        length.start[row] = StackSums.placed(length.start[row], method, whole)
        length.end[row] = StackSums.placed(length.end[row], method, whole)
      }
    }
    self[lengthAxis] = length
  }

  fileprivate mutating func stackGroups(
    _ method: (any Hashable & Sendable) -> MarkStackingMethod
  ) {
    guard var groups else { return }
    let (places, lengths) = (self[placeAxis], self[lengthAxis])
    let hasKeys = layer.fields[.color] != nil || layer.fields[.series] != nil
    let stacked = groups.indices.filter { index in
      let run = layer.runs[groups[index].run]
      return run.form(lengthAxis) == .value && method(run.parameters) != .unstacked
    }
    guard let first = stacked.first else { return }
    let method = method(layer.runs[groups[first].run].parameters)
    guard (hasKeys && stacked.count > 1) || method == .normalized || method == .center else {
      return
    }
    isCentered = method == .center
    isNormalized = method == .normalized && stacked.count == groups.count
    if method == .normalized { self[lengthAxis].kind = .number }
    let own = stacked.map { groups[$0].rows.values(of: places.start) }
    // Series at the same places, as most are, need not be sorted each.
    let distinct = own.indices.filter { $0 == 0 || own[$0] != own[0] }
    let union = PlaceNumbers(distinct.lazy.flatMap { own[$0] })
    let xs = union.representatives
    var ends = xs
    if !places.end.isIdentical(to: places.start) {
      for (starts, index) in zip(own, stacked) {
        for (start, row) in zip(starts, groups[index].rows) {
          if let number = union.number(start) { ends[number] = places.end[row] }
        }
      }
    }
    let heights = zip(own, stacked).map { places, index in
      var place = 0
      return SeriesHeights(
        zip(places, groups[index].rows).map { x, row in
          (union.number(x, from: &place), lengths.end[row])
        }, over: xs)
    }
    stackedPlaces = xs.count
    for (series, index) in zip(heights, stacked) {
      guard let row = groups[index].rows.first, series.missing != (0, 0) else { continue }
      unevenSeries.append((row, series.missing.within, series.missing.beyond))
    }
    var wholes = [StackSums](repeating: StackSums(), count: xs.count)
    for series in heights {
      for (number, height) in series.all where height.isFinite {
        _ = wholes[number].add(height)
      }
    }
    var sums = [StackSums](repeating: StackSums(), count: xs.count)
    for (series, index) in zip(heights, stacked) {
      groups[index].stacked = series.all.map { number, height in
        let place = (start: xs[number], end: ends[number])
        guard height.isFinite else { return (place, .nan, .nan) }
        let part = sums[number].add(height)
        return (
          place, StackSums.placed(part.start, method, wholes[number]),
          StackSums.placed(part.end, method, wholes[number])
        )
      }
    }
    self.groups = groups
  }
}

/// The heights of one series over the places of all series, from one place before its first to one
/// after its last: beyond them the series is 0 and nothing of it is seen.
private struct SeriesHeights {
  /// The number of the first place.
  private let first: Int
  /// NaN where the series itself has a gap.
  private let heights: [Double]
  /// How many places the series has no value at, within its own ends and beyond them.
  let missing: (within: Int, beyond: Int)

  /// The numbers of places with the heights there.
  var all: [(Int, Double)] { heights.enumerated().map { (first + $0, $1) } }

  /// Interpolates the series within its own ends.
  ///
  /// - Parameters:
  ///   - rows: the numbers of the places of the series, and its values; values of one place add up.
  ///   - xs: the places of all series.
  init(_ rows: [(number: Int?, value: Double)], over xs: [Double]) {
    var known: [(number: Int, value: Double)] = []
    known.reserveCapacity(rows.count)
    for row in rows {
      if let number = row.number { known.append((number, row.value)) }
    }
    if zip(known, known.dropFirst()).contains(where: { $0.number > $1.number }) {
      // In the source's order at one place, where values add up.
      let order = known.indices.sorted { (known[$0].number, $0) < (known[$1].number, $1) }
      known = order.map { known[$0] }
    }
    if zip(known, known.dropFirst()).contains(where: { $0.number == $1.number }) {
      var sums: [(number: Int, value: Double)] = []
      for row in known {
        if let last = sums.last, last.number == row.number {
          sums[sums.count - 1].value += row.value
        } else {
          sums.append(row)
        }
      }
      known = sums
    }
    guard let low = known.first?.number, let high = known.last?.number else {
      (first, heights, missing) = (0, [], (0, 0))
      return
    }
    missing = (high - low + 1 - known.count, xs.count - (high - low + 1))
    first = max(0, low - 1)
    var next = 0
    heights = (first...min(xs.count - 1, high + 1)).map { number in
      guard number >= low, number <= high else { return 0 }
      while next + 1 < known.count, known[next + 1].number <= number { next += 1 }
      let a = known[next]
      if a.number == number { return a.value.isFinite ? a.value : .nan }
      let b = known[next + 1]
      return a.value + (b.value - a.value)
        * ((xs[number] - xs[a.number]) / (xs[b.number] - xs[a.number]))
    }
  }
}
