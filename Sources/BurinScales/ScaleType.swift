/// How a continuous scale bends values before it spreads them over its range.
public enum ScaleType: Hashable, Sendable {
  /// Equal differences take equal lengths.
  case linear
  /// Equal ratios take equal lengths; the domain must be positive. The base only places the ticks.
  case logarithmic(base: Double)
  /// Lengths grow with the square root of the value; negative values mirror positive ones.
  case sqrt
  /// Linear within about ±constant, logarithmic beyond: sign(v)·ln(1 + |v|/constant).
  ///
  /// Source: J. Webber, "A bi-symmetric log transformation for wide-range data" (2013).
  case symlog(constant: Double = 1)

  /// Linear in seconds since the start of 1970 (UTC), with ticks at round calendar times.
  case time

  /// A logarithmic scale with ticks at powers of ten, in Swift Charts' spelling.
  public static let log = ScaleType.logarithmic(base: 10)
  /// A logarithmic scale with ticks at powers of a base.
  public static func log(base: Double = 10) -> ScaleType { .logarithmic(base: base) }
  /// The same as `sqrt`, in Swift Charts' spelling.
  public static let squareRoot = ScaleType.sqrt
  /// A symlog scale with constant 1, in Swift Charts' spelling.
  public static let symmetricLog = ScaleType.symlog(constant: 1)
}

extension ScaleType {
  /// The smallest domain that holds all finite values that this type of scale can show.
  ///
  /// ```swift
  /// ScaleType.log().domain(covering: [0, 0.1, 100])  // 0.1...100
  /// ScaleType.linear.domain(covering: [5])           // 4.5...5.5
  /// ```
  ///
  /// A single value is widened by a tenth to both sides (by half a decade on logarithmic scales,
  /// by half around zero, by half a day on scales of time). Nil where no value can be shown.
  public func domain(covering values: some Sequence<Double>) -> ClosedRange<Double>? {
    var low = Double.infinity
    var high = -Double.infinity
    for value in values where value.isFinite {
      if case .logarithmic = self, value <= 0 { continue }
      low = min(low, value)
      high = max(high, value)
    }
    guard low <= high else { return nil }
    guard low == high else { return low...high }
    if case .logarithmic = self {
      let factor = 3.162_277_660_168_379_5
      let (a, b) = (max(low / factor, .leastNonzeroMagnitude), min(high * factor, maximum))
      return a < b ? a...b : nil
    }
    if case .time = self { return (low - 43_200)...(low + 43_200) }
    let margin = low == 0 ? 0.5 : max(abs(low) * 0.1, .leastNonzeroMagnitude)
    return max(low - margin, -maximum)...min(high + margin, maximum)
  }

  private var maximum: Double { .greatestFiniteMagnitude }
}
