#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Adjacent intervals of numbers, such as the bins of a histogram.
///
/// ```swift
/// let bins = BinEdges(data: [1.2, 3.4, 3.9, 7.7], desiredCount: 4)
/// bins.thresholds          // [0, 2, 4, 6, 8]
/// bins.index(for: 3.9)     // 1
/// bins[1]                  // 2..<4
/// bins.counts(of: [3.9])   // [0, 1, 0, 0]
/// ```
///
/// A bin contains its lower threshold; the last one also contains its upper threshold.
public struct BinEdges: RandomAccessCollection, Hashable, Sendable {
  /// The ends of the bins, ascending: one more than there are bins, or none.
  public let thresholds: [Double]

  /// The maximum number of bins by a rule.
  public static let limit = 1_000

  /// Creates bins between given thresholds.
  ///
  /// - Parameter thresholds: the ends of the bins; they are sorted, and those that are not finite
  ///   are ignored.
  public init(thresholds: some Sequence<Double>) {
    var ends: [Double] = []
    for end in thresholds.filter(\.isFinite).sorted() where end != ends.last { ends.append(end) }
    self.thresholds = ends.count > 1 ? ends : []
  }

  /// Creates bins of a size that cover a range, with thresholds at whole multiples of the size.
  ///
  /// There are no bins if the size is not above 0, or if there would be more than ``limit``.
  public init(size: Double, range: ClosedRange<Double>) {
    self.init(thresholds: Self.thresholds(size, over: range))
  }

  /// Creates about the preferred number of bins, with thresholds at multiples of 1, 2 or 5 times a
  /// power of ten.
  ///
  /// - Parameters:
  ///   - data: the numbers; those that are not finite are ignored.
  ///   - desiredCount: the preferred number of bins; nil for the result of ``count(for:)``.
  public init(data: some Sequence<Double>, desiredCount: Int? = nil) {
    let values = data.filter(\.isFinite).sorted()
    self.init(thresholds: Self.thresholds(of: values, count: desiredCount, areWhole: false))
  }

  /// Creates about the preferred number of bins of whole numbers, with whole thresholds.
  ///
  /// - Parameters:
  ///   - data: the numbers.
  ///   - desiredCount: the preferred number of bins; nil for the result of ``count(for:)``.
  public init(data: some Sequence<Int>, desiredCount: Int? = nil) {
    let values = data.map(Double.init).sorted()
    self.init(thresholds: Self.thresholds(of: values, count: desiredCount, areWhole: true))
  }

  private static func thresholds(_ size: Double, over range: ClosedRange<Double>) -> [Double] {
    let (low, high) = (range.lowerBound / size, range.upperBound / size)
    guard size > 0, size.isFinite, low.isFinite, high.isFinite, high - low < Double(limit) else {
      return []
    }
    // Rounding must not create an empty bin.
    let first = (low + abs(low) * 1e-12).rounded(.down)
    let last = Swift.max((high - abs(high) * 1e-12).rounded(.up), first + 1)
    do throws(ScaleError) {
      return try TickStride.values(by: size, from: first * size, through: last * size)
    } catch {
      // Multiples beyond every Double create no bins.
      return []
    }
  }

  private static func thresholds(
    of values: [Double], count: Int?, areWhole: Bool
  ) -> [Double] {
    guard let low = values.first, let high = values.last else { return [] }
    // A whole number fills the interval up to the next one.
    let top = areWhole ? high + 1 : high
    guard low < top else {
      // A single number has the whole numbers around it, or the nearest existing ones.
      let (below, above) = (low.rounded(.down), low.rounded(.down) + 1)
      return below < above ? [below, above] : [low.nextDown, low.nextUp]
    }
    let count = Double(Swift.min(Swift.max(1, count ?? Self.count(sorted: values)), limit / 4))
    // Divide before subtracting: the difference may exceed every Double.
    let size = niceSize(top / count - low / count)
    let ends = thresholds(areWhole ? Swift.max(1, size) : size, over: low...top)
    // If there are no round numbers around the data, as at the end of a Double's range, there is
    // one bin.
    guard let first = ends.first, let last = ends.last, first <= low, last >= high else {
      return [low, top]
    }
    return ends
  }

  /// Returns the number closest to a size, by ratio, that is 1, 2 or 5 times a power of ten.
  private static func niceSize(_ size: Double) -> Double {
    guard size > 0, size.isFinite else { return size }
    let exponent = log10(size).rounded(.down)
    let power = pow(10, exponent)
    guard power > 0 else { return size }
    let part = size / power
    // The limits are the geometric means of neighbours.
    let factor =
      part < 2.0.squareRoot()
      ? 1.0 : part < 10.0.squareRoot() ? 2 : part < 50.0.squareRoot() ? 5 : 10
    // Divide instead of multiplying by a negative power, which would not yield the nearest number.
    return exponent < 0 ? factor / pow(10, -exponent) : factor * power
  }

  /// Returns the number of bins that suits numbers.
  ///
  /// It is the larger of the numbers by Freedman and Diaconis (a bin is 2·IQR/∛n wide) and by
  /// Sturges (1 + log₂n, rounded up), as in NumPy's `auto`, but at most n and a tenth of
  /// ``limit``, so that a distant outlier doesn't create thousands.
  ///
  /// Sources: D. Freedman, P. Diaconis, "On the histogram as a density estimator: L₂ theory" (1981);
  /// H. A. Sturges, "The choice of a class interval" (1926).
  public static func count(for data: some Sequence<Double>) -> Int {
    count(sorted: data.filter(\.isFinite).sorted())
  }

  private static func count(sorted values: [Double]) -> Int {
    guard let low = values.first, let high = values.last, low < high else { return 1 }
    let n = Double(values.count)
    let sturges = (1 + log2(n)).rounded(.up)
    let quartiles = Quartiles(sorted: values)
    let size = 2 * (quartiles.upper / 2 - quartiles.lower / 2) / cbrt(n)
    let diaconis = size > 0 ? ((high / 4 - low / 4) / (size / 2)).rounded(.up) : 0
    return Int(Swift.min(Swift.max(sturges, diaconis), n, Double(limit / 10)))
  }
}

extension BinEdges {
  /// The first index.
  public var startIndex: Int { 0 }
  /// The number of bins.
  public var endIndex: Int { Swift.max(0, thresholds.count - 1) }
  /// The interval of a bin.
  public subscript(position: Int) -> Range<Double> {
    thresholds[position]..<thresholds[position + 1]
  }

  /// Returns the index of the bin of a number; nil outside all bins.
  public func index(for value: Double) -> Int? {
    guard let first = thresholds.first, let last = thresholds.last, value >= first, value <= last
    else { return nil }
    var (low, high) = (0, count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if thresholds[middle] <= value { low = middle } else { high = middle }
    }
    return low
  }

  /// Returns the number of numbers in each bin.
  public func counts(of data: some Sequence<Double>) -> [Int] {
    var counts = [Int](repeating: 0, count: count)
    for value in data { if let index = index(for: value) { counts[index] += 1 } }
    return counts
  }
}
