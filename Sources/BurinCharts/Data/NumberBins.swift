import BurinScales

/// A stretch from a bound up to another.
///
/// ```swift
/// BarMark(x: .value("ms", bins[0]), y: .value("requests", 12))
/// ```
public struct ChartBinRange<Bound: Comparable>: RangeExpression {
  /// Where the stretch begins.
  public let lowerBound: Bound
  /// Where the stretch ends.
  public let upperBound: Bound

  /// Creates a stretch; the bounds may come in either order.
  package init(_ a: Bound, _ b: Bound) { (lowerBound, upperBound) = a <= b ? (a, b) : (b, a) }

  /// The stretch as a range.
  public var range: Range<Bound> { lowerBound..<upperBound }

  /// Returns whether a value lies in the stretch.
  public func contains(_ value: Bound) -> Bool { range.contains(value) }
  /// Returns the stretch within a collection.
  public func relative<C: Collection>(to collection: C) -> Range<Bound> where C.Index == Bound {
    range.relative(to: collection)
  }
}

extension ChartBinRange: Equatable {}
extension ChartBinRange: Hashable where Bound: Hashable {}
extension ChartBinRange: Sendable where Bound: Sendable {}

/// Adjacent intervals of numbers, such as the bins of a histogram.
///
/// ```swift
/// let bins = NumberBins(data: [1.2, 3.4, 3.9, 7.7], desiredCount: 4)
/// bins.thresholds          // [0, 2, 4, 6, 8]
/// bins.index(for: 3.9)     // 1
/// bins[1]                  // from 2 to 4
/// ```
///
/// A bin contains its lower threshold; the last one also contains its upper threshold.
public struct NumberBins<Value: Comparable & Numeric>: RandomAccessCollection {
  /// The ends of the bins, ascending: one more than there are bins, or none.
  public let thresholds: [Value]

  /// Creates bins between given thresholds, which are sorted.
  public init(thresholds: [Value]) {
    var ends: [Value] = []
    // What is not equal to itself is no number.
    for end in thresholds.filter({ $0 == $0 }).sorted() where end != ends.last { ends.append(end) }
    self.thresholds = ends.count > 1 ? ends : []
  }

  /// The first index.
  public var startIndex: Int { 0 }
  /// The number of bins.
  public var endIndex: Int { Swift.max(0, thresholds.count - 1) }
  /// The interval of a bin.
  public subscript(position: Int) -> ChartBinRange<Value> {
    ChartBinRange(thresholds[position], thresholds[position + 1])
  }

  /// Returns the index of the bin of a number; of the nearest bin for one outside all of them, and 0
  /// without bins.
  public func index(for value: Value) -> Int {
    var (low, high) = (0, Swift.max(count, 1))
    while high - low > 1 {
      let middle = (low + high) / 2
      if thresholds[middle] <= value { low = middle } else { high = middle }
    }
    return low
  }
}

extension NumberBins: Equatable {}
extension NumberBins: Sendable where Value: Sendable {}

extension NumberBins where Value: BinaryFloatingPoint {
  /// Creates about a number of bins with round thresholds that cover numbers.
  ///
  /// - Parameters:
  ///   - data: the numbers.
  ///   - desiredCount: the preferred number of bins; nil for what suits the numbers.
  ///   - minimumStride: the least size of a bin.
  public init(data: [Value], desiredCount: Int? = nil, minimumStride: Value = 0) {
    let numbers = data.map { Double($0) }
    let bins = BinEdges(data: numbers, desiredCount: desiredCount)
    self.init(bins, minimum: Double(minimumStride), over: numbers.filter(\.isFinite))
  }

  /// Creates about a number of bins with round thresholds that cover a range.
  public init(range: ClosedRange<Value>, desiredCount: Int = 10, minimumStride: Value = 0) {
    self.init(
      data: [range.lowerBound, range.upperBound], desiredCount: desiredCount,
      minimumStride: minimumStride)
  }

  /// Creates a number of bins of one size from one end of a range to the other.
  public init(range: ClosedRange<Value>, count: Int) {
    let count = Swift.min(Swift.max(count, 1), BinEdges.limit)
    let (low, high) = (range.lowerBound, range.upperBound)
    self.init(
      thresholds: (0...count).map { step in
        let part = Value(step) / Value(count)
        return low * (1 - part) + high * part
      })
  }

  /// Creates bins of a size that cover a range, with thresholds at multiples of the size.
  public init(size: Value, range: ClosedRange<Value>) {
    let bins = BinEdges(
      size: Double(size), range: Double(range.lowerBound)...Double(range.upperBound))
    self.init(thresholds: bins.thresholds.map { Value($0) })
  }

  private init(_ bins: BinEdges, minimum: Double, over numbers: [Double]) {
    var bins = bins
    if minimum > 0, minimum.isFinite, let first = bins.first,
      first.upperBound - first.lowerBound < minimum, let low = numbers.min(),
      let high = numbers.max()
    {
      bins = BinEdges(size: minimum, range: low...high)
    }
    self.init(thresholds: bins.thresholds.map { Value($0) })
  }
}

extension NumberBins where Value: BinaryInteger {
  /// Creates about a number of bins with round thresholds that cover whole numbers.
  ///
  /// - Parameters:
  ///   - data: the numbers.
  ///   - desiredCount: the preferred number of bins; nil for what suits the numbers.
  ///   - minimumStride: the least size of a bin.
  public init(data: [Value], desiredCount: Int? = nil, minimumStride: Value = 1) {
    let numbers = data.compactMap { Int(exactly: $0) }
    var bins = BinEdges(data: numbers, desiredCount: desiredCount)
    let least = Double(minimumStride)
    if let first = bins.first, first.upperBound - first.lowerBound < least,
      let low = numbers.min(), let high = numbers.max()
    {
      bins = BinEdges(size: least, range: Double(low)...(Double(high) + 1))
    }
    self.init(thresholds: bins.thresholds.compactMap { Value(exactly: $0) })
  }

  /// Creates about a number of bins with round thresholds that cover a range.
  public init(range: ClosedRange<Value>, desiredCount: Int = 10, minimumStride: Value = 1) {
    self.init(
      data: [range.lowerBound, range.upperBound], desiredCount: desiredCount,
      minimumStride: minimumStride)
  }

  /// Creates bins of a size that cover a range, with thresholds at multiples of the size.
  public init(size: Value, range: ClosedRange<Value>) {
    let bins = BinEdges(
      size: Double(size), range: Double(range.lowerBound)...Double(range.upperBound))
    self.init(thresholds: bins.thresholds.compactMap { Value(exactly: $0) })
  }

  /// Creates a number of bins from one end of a range to the other, whose sizes differ by 1 at most.
  public init(range: ClosedRange<Value>, count: Int) {
    let count = Swift.min(Swift.max(count, 1), BinEdges.limit)
    let (low, high) = (Double(range.lowerBound), Double(range.upperBound))
    self.init(
      thresholds: (0...count).compactMap { step in
        let part = Double(step) / Double(count)
        return Value(exactly: (low * (1 - part) + high * part).rounded())
      })
  }
}

extension PlottableValue where Value: Comparable {
  /// Makes a stretch such as a bin, with the name of its quantity.
  public static func value<Name: QuantityName>(
    _ label: Name, _ range: ChartBinRange<Value>
  ) -> PlottableValue {
    .stretch(label.quantityName, range.lowerBound, range.upperBound)
  }
}
