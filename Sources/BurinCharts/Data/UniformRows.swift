/// Marks of one type and one style that have a number in x, a number in y and nothing else, one
/// after the other: all that differs is the numbers, so that all that is kept is the numbers.
struct UniformRows {
  /// The constants of the marks beside their style.
  private final class Constants<Parameters: Hashable & Sendable>: Sendable {
    let parameters: Parameters
    init(_ parameters: Parameters) { self.parameters = parameters }
  }

  /// The layer of the marks.
  let layer: Int
  private let mark: ObjectIdentifier
  /// The number of the marks' style.
  private let style: Int
  private let constants: AnyObject
  private let x: ChannelValue
  private let y: ChannelValue
  /// The numbers of all rows, and of those that were in the layer before where they are counted in
  /// ``known``.
  private(set) var xs: [Double]
  private(set) var ys: [Double]
  /// How many of the numbers were in the layer before.
  let known: Int

  /// The number of rows that are not in the layer yet.
  var count: Int { xs.count - known }

  /// Begins after the mark that was added last.
  ///
  /// - Parameters:
  ///   - mark: the mark, which is in the layer.
  ///   - index: the layer's place in the chart.
  ///   - layer: the layer.
  ///   - style: the number of the mark's style.
  /// - Returns: nil for a mark that has more than two numbers.
  init?<M: Mark>(
    after mark: M, _ channels: MarkChannels, index: Int, in layer: Layer, style: Int
  ) {
    guard channels.isPlain, let x = channels.x?.start, let y = channels.y?.start,
      channels.x?.singleNumber != nil, channels.y?.singleNumber != nil,
      let columnX = layer.positions.x, let columnY = layer.positions.y,
      columnX.kind?.union(x.kind) != nil, columnY.kind?.union(y.kind) != nil
    else { return nil }
    (self.x, self.y) = (x, y)
    self.layer = index
    self.mark = ObjectIdentifier(M.self)
    self.style = style
    constants = Constants(mark.parameters)
    // At the beginning of a layer its numbers go on here, and one column is both start and end.
    let isBeginning =
      layer.count <= Self.beginning && columnX.start.elementsEqual(columnX.end)
      && columnY.start.elementsEqual(columnY.end)
    (xs, ys) = isBeginning ? (columnX.start.array, columnY.start.array) : ([], [])
    known = xs.count
  }

  private static let beginning = 8

  /// Adds a mark.
  ///
  /// - Returns: whether it was added: not where it differs in more than its numbers.
  mutating func add<M: Mark>(_ mark: M, _ channels: MarkChannels, _ style: Int) -> Bool {
    guard style == self.style, ObjectIdentifier(M.self) == self.mark, channels.isPlain,
      let newX = channels.x, let newY = channels.y,
      let numberX = newX.singleNumber, let numberY = newY.singleNumber,
      newX.start.kind == x.kind, newY.start.kind == y.kind, newX.start.label == x.label,
      newY.start.label == y.label,
      MemoryLayout<M.Parameters>.size == 0 || hasConstants(of: mark), mark.annotations.isEmpty
    else { return false }
    xs.append(numberX)
    ys.append(numberY)
    return true
  }

  /// The mark must be of the type that the rows began with.
  private func hasConstants<M: Mark>(of mark: M) -> Bool {
    // A checked cast for each of a million marks would take as long as all the rest of it.
    unsafeDowncast(constants, to: Constants<M.Parameters>.self).parameters == mark.parameters
  }
}

extension Layer.Positions {
  /// Adds the numbers of rows, each start and end at once.
  ///
  /// - Parameter known: how many of the numbers are those of all rows so far.
  mutating func append(_ numbers: [Double], known: Int) {
    if known > 0 {
      var column = NumberColumn(numbers)
      column.findExtent()
      (start, end) = (column, column)
    } else {
      start.append(contentsOf: numbers)
      end.append(contentsOf: numbers)
    }
  }
}
