import BurinScales

/// The distribution of numbers, as bars over bins.
///
/// ```swift
/// Histogram(delays, x: "Delay, ms")                                  // bins by themselves
/// Histogram(delays, x: "Delay, ms", bins: .size(5), measure: .share)
/// Histogram(dice, y: "Eyes")                                         // horizontal bars
/// ```
///
/// Bins have thresholds at round numbers, and as many as suit the numbers; see
/// ``BinEdges/count(for:)``. Whole numbers have bins of whole numbers, and a bar of a single one
/// stands over it. Numbers that are not finite, or beyond given bins, are left out and counted in a
/// diagnostic.
public struct Histogram: ChartContent {
  /// How the numbers are binned.
  public enum Bins: Hashable, Sendable {
    /// As many bins as suit the numbers.
    case automatic
    /// About this many bins, with thresholds at round numbers.
    case count(Int)
    /// Bins of one size, at its whole multiples.
    case size(Double)
    /// Bins between given thresholds.
    case thresholds([Double])
  }

  /// What the length of a bar stands for.
  public enum Measure: Hashable, Sendable, CaseIterable {
    /// How many numbers the bin holds.
    case count
    /// Which part of all numbers it holds, 0…1.
    case share
    /// The part over the bin's size, so that the areas sum to 1.
    case density
  }

  private let values: [Double]
  private let areWhole: Bool
  private let label: String
  private let isVertical: Bool
  private let bins: BinEdges
  private let measure: Measure
  private let isCumulative: Bool

  private init(
    _ values: [Double], areWhole: Bool, _ label: String, isVertical: Bool, _ bins: Bins,
    _ measure: Measure, _ isCumulative: Bool
  ) {
    self.values = values
    self.areWhole = areWhole
    self.label = label
    self.isVertical = isVertical
    self.measure = measure
    self.isCumulative = isCumulative
    self.bins = Self.bins(values.filter(\.isFinite), areWhole, bins)
  }

  /// Makes a histogram with vertical bars.
  ///
  /// - Parameters:
  ///   - values: the numbers.
  ///   - x: the name of their quantity.
  ///   - bins: how they are binned.
  ///   - measure: what the length of a bar stands for.
  ///   - isCumulative: whether a bar holds the numbers of the bins before it too.
  @_disfavoredOverload
  public init(
    _ values: some Sequence<Double>, x: String, bins: Bins = .automatic,
    measure: Measure = .count, isCumulative: Bool = false
  ) {
    self.init(
      Array(values), areWhole: false, x, isVertical: true, bins, measure, isCumulative)
  }

  /// Makes a histogram with horizontal bars.
  @_disfavoredOverload
  public init(
    _ values: some Sequence<Double>, y: String, bins: Bins = .automatic,
    measure: Measure = .count, isCumulative: Bool = false
  ) {
    self.init(
      Array(values), areWhole: false, y, isVertical: false, bins, measure, isCumulative)
  }

  /// Makes a histogram of whole numbers with vertical bars.
  public init(
    _ values: some Sequence<Int>, x: String, bins: Bins = .automatic,
    measure: Measure = .count, isCumulative: Bool = false
  ) {
    self.init(
      values.map(Double.init), areWhole: true, x, isVertical: true, bins, measure, isCumulative)
  }

  /// Makes a histogram of whole numbers with horizontal bars.
  public init(
    _ values: some Sequence<Int>, y: String, bins: Bins = .automatic,
    measure: Measure = .count, isCumulative: Bool = false
  ) {
    self.init(
      values.map(Double.init), areWhole: true, y, isVertical: false, bins, measure, isCumulative)
  }

  private static func bins(_ values: [Double], _ areWhole: Bool, _ bins: Bins) -> BinEdges {
    func made(_ count: Int?) -> BinEdges {
      areWhole
        ? BinEdges(data: values.compactMap { Int(exactly: $0) }, desiredCount: count)
        : BinEdges(data: values, desiredCount: count)
    }
    switch bins {
    case .automatic: return made(nil)
    case .count(let count): return made(count)
    case .size(let size):
      guard let low = values.min(), let high = values.max() else {
        return BinEdges(thresholds: [])
      }
      // A whole number fills the stretch up to the next one.
      return BinEdges(size: size, range: low...(areWhole ? high + 1 : high))
    case .thresholds(let thresholds): return BinEdges(thresholds: thresholds)
    }
  }

  /// The lengths of the bars, in the order of the bins.
  private var lengths: [Double] {
    var counts = bins.counts(of: values).map(Double.init)
    let total = counts.reduce(0, +)
    if isCumulative {
      for index in counts.indices.dropFirst() { counts[index] += counts[index - 1] }
    }
    return zip(counts, bins).map { count, bin in
      switch measure {
      case .count: count
      case .share: count / total
      // A sum of densities is the part below the bin's end.
      case .density:
        isCumulative ? count / total : count / total / (bin.upperBound - bin.lowerBound)
      }
    }
  }

  private var measureName: String {
    switch measure {
    case .count: "Count"
    case .share: "Share"
    case .density: isCumulative ? "Share" : "Density"
    }
  }

  /// A bin as it is drawn: one whole number in the middle of its bar.
  private func stretch(_ bin: Range<Double>) -> PlottableValue<Double> {
    let shift = areWhole && bin.upperBound - bin.lowerBound == 1 ? 0.5 : 0
    return PlottableValue(
      ChannelValue(
        label: label, kind: areWhole ? .integer : .number, start: bin.lowerBound - shift,
        end: bin.upperBound - shift, category: "", isInterval: true))
  }

  private func length(_ value: Double) -> PlottableValue<Double> {
    PlottableValue(
      ChannelValue(
        label: measureName, kind: measure == .count ? .integer : .number, start: value, end: value,
        category: "", isInterval: false))
  }

  /// The bars.
  public var body: some ChartContent {
    for (bin, value) in zip(bins, lengths) {
      if isVertical {
        BarMark(x: stretch(bin), y: length(value))
      } else {
        BarMark(x: length(value), y: stretch(bin))
      }
    }
  }

  /// Adds the bars, and a note of the numbers that no bin holds.
  public func collect(into collector: inout ChartCollector) {
    let lost = values.indices.filter { bins.index(for: values[$0]) == nil }
    if let first = lost.first {
      collector.note(
        Diagnostic(
          lost.count == 1
            ? "a value of the histogram of \(label) lies in no bin and is left out: value \(first)"
            : "\(lost.count) of \(values.count) values of the histogram of \(label) lie in no bin and are left out; the first is value \(first)"
        ))
    }
    body.collect(into: &collector)
  }
}
