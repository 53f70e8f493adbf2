/// A discrete probability distribution: the probabilities of all outcomes, in order.
///
/// ```swift
/// let weather = try Distribution([0.6, 0.3, 0.1])
/// weather.entropy()  // 1.295461844238322 bits
/// ```
///
/// Every value of this type is valid: probabilities from 0 to 1 that sum to 1 within
/// ``sumTolerance``. They are stored as given, not rescaled.
public struct Distribution: Hashable, Sendable {
  /// The maximum deviation of the sum of the probabilities from 1.
  public static let sumTolerance = 1e-9

  /// The probabilities of the outcomes.
  public let probabilities: [Double]

  /// Creates a distribution with the given probabilities.
  ///
  /// - Throws: ``DistributionError`` if there are none, one is outside 0…1 or not a number, or they
  ///   do not sum to 1.
  public init(_ probabilities: [Double]) throws(DistributionError) {
    if probabilities.isEmpty { throw .empty }
    for (index, value) in probabilities.enumerated() where !(value >= 0 && value <= 1) {
      // A single 1.0000000000000002 is rounding, not a mistake.
      if value > 1 && value <= 1 + Self.sumTolerance { continue }
      throw .invalidProbability(position: index + 1, value: value)
    }
    let sum = probabilities.compensatedSum
    if (sum - 1).magnitude > Self.sumTolerance { throw .wrongSum(sum) }
    self.init(unchecked: probabilities)
  }

  /// Creates the distribution of the relative frequencies of counted outcomes.
  ///
  /// ```swift
  /// try Distribution(counts: [3, 1]).probabilities  // [0.75, 0.25]
  /// ```
  ///
  /// - Throws: ``DistributionError`` if there are no counts, one is negative, infinite or not a
  ///   number, or all are 0.
  public init(counts: [Double]) throws(DistributionError) {
    if counts.isEmpty { throw .empty }
    for (index, value) in counts.enumerated() where !(value >= 0 && value.isFinite) {
      throw .invalidCount(position: index + 1, value: value)
    }
    let largest = counts.max() ?? 0
    if largest == 0 { throw .noCounts }
    let total = counts.compensatedSum
    if total.isFinite && total.isNormal {
      self.init(unchecked: counts.map { $0 / total })
    } else {
      // The sum overflows, or is so small that it has lost digits.
      let scaled = counts.map { $0 / largest }
      let scaledTotal = scaled.compensatedSum
      self.init(unchecked: scaled.map { $0 / scaledTotal })
    }
  }

  /// Creates a distribution from numbers known to be valid; a negative zero becomes zero.
  init(unchecked probabilities: [Double]) {
    self.probabilities = probabilities.map { $0 == 0 ? 0 : $0 }
  }

  /// The number of outcomes.
  public var count: Int { probabilities.count }

  /// The probability of the outcome at an index from 0; 0 for an index out of range.
  public subscript(outcome: Int) -> Double {
    probabilities.indices.contains(outcome) ? probabilities[outcome] : 0
  }
}

extension Distribution {
  /// Returns the distribution of equally likely outcomes.
  ///
  /// - Throws: ``DistributionError/empty`` for fewer than one outcome.
  public static func uniform(_ count: Int) throws(DistributionError) -> Distribution {
    if count < 1 { throw .empty }
    return Distribution(unchecked: Array(repeating: 1 / Double(count), count: count))
  }

  /// Returns the distribution of a coin: `[p, 1 − p]`.
  ///
  /// - Throws: ``DistributionError`` if `p` is not from 0 to 1.
  public static func bernoulli(_ p: Double) throws(DistributionError) -> Distribution {
    guard p >= 0 && p <= 1 else { throw .invalidProbability(position: 1, value: p) }
    return Distribution(unchecked: [p, 1 - p])
  }
}

extension Distribution {
  /// Returns the distribution of the sum of two independent integer variables.
  ///
  /// ```swift
  /// let die = try Distribution.uniform(6)
  /// die.convolved(with: die)[5]  // 6/36: a seven, the sixth of the sums 2…12
  /// ```
  ///
  /// If the variables start at *a* and *b*, the sum starts at *a* + *b*.
  public func convolved(with other: Distribution) -> Distribution {
    var sums = Array(repeating: NeumaierSum(), count: count + other.count - 1)
    for (i, p) in probabilities.enumerated() {
      for (j, q) in other.probabilities.enumerated() { sums[i + j] += p * q }
    }
    return Distribution(unchecked: sums.map(\.value))
  }

  /// Returns the mean of a value that depends on the outcome, Σ P(x) v(x).
  ///
  /// ```swift
  /// try Distribution([0.5, 0.5]).mean(of: [0, 10])  // 5
  /// ```
  ///
  /// Impossible outcomes don't count, whatever their value.
  /// - Throws: ``DistributionError/wrongValueCount(kind:values:outcomes:)``.
  public func mean(of values: [Double]) throws(DistributionError) -> Double {
    guard values.count == count else {
      throw .wrongValueCount(kind: "values", values: values.count, outcomes: count)
    }
    var sum = NeumaierSum()
    for (p, value) in zip(probabilities, values) where p > 0 { sum += p * value }
    return sum.value
  }
}

extension Distribution: CustomStringConvertible {
  /// The probabilities in brackets.
  public var description: String { probabilities.description }
}
