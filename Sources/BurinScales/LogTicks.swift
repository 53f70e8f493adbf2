#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The placing of ticks on logarithmic axes.
///
/// ```swift
/// LogTicks(base: 10, targetCount: 6).ticks(0.5, 200).major  // [1, 10, 100]
/// ```
///
/// Majors are powers of the base, every n-th where there are many, n being a round number. Minors are the multiples
/// 2…base−1 of the powers (for whole bases up to 10), or the powers left out. A domain with fewer
/// than two powers of ten gets 1, 2 and 5 times the powers, and one within less than a factor of
/// about three gets the ticks of a linear axis.
public struct LogTicks: Hashable, Sendable {
  /// The base whose powers are labelled.
  public var base: Double
  /// The largest number of majors.
  public var targetCount: Double

  /// Makes a placing.
  public init(base: Double = 10, targetCount: Double = 6) {
    self.base = base
    self.targetCount = targetCount
  }

  /// The ticks within a positive domain, its ends in either order; none for any other domain.
  ///
  /// A candidate is thinned further while the closure rejects it with −∞.
  public func ticks(
    _ start: Double, _ end: Double, legibility: (_ candidate: [Double]) -> Double = { _ in 1 }
  ) -> Ticks {
    let (low, high) = (min(start, end), max(start, end))
    guard low > 0, high.isFinite, base > 1, base.isFinite else { return Ticks(major: []) }
    guard let exponents = exponents(low, high), exponents.count > 1 else {
      return narrow(low, high, legibility)
    }
    let target = targetCount.isFinite ? Int(min(max(targetCount, 2), 1000)) : 6
    var stride = Self.round((exponents.count + target - 1) / target)
    var major = powers(exponents, every: stride)
    var isLegible = legibility(major) > -.infinity
    while !isLegible, major.count > 2 {
      stride = Self.round(stride + 1)
      major = powers(exponents, every: stride)
      isLegible = legibility(major) > -.infinity
    }
    return Ticks(
      major: major, minor: minors(low, high, exponents, stride),
      format: base == base.rounded() && base < 1e9
        ? NumberFormat(.power(base: Int(base))) : .automatic(for: major),
      isLegible: isLegible)
  }

  /// The next larger number of 1, 2, 3 or 5 times a power of ten.
  private static func round(_ stride: Int) -> Int {
    var unit = 1
    while unit * 10 < stride { unit *= 10 }
    return [1, 2, 3, 5, 10].map { $0 * unit }.first { $0 >= stride } ?? stride
  }

  /// The powers of the base within the domain, as a range of exponents.
  private func exponents(_ low: Double, _ high: Double) -> ClosedRange<Int>? {
    let (first, last) = (log(low) / log(base), log(high) / log(base))
    guard abs(first) < 1e9, abs(last) < 1e9 else { return nil }
    var (a, b) = (Int((first - 1e-9).rounded(.up)), Int((last + 1e-9).rounded(.down)))
    // The logarithm is rounded; the powers themselves decide.
    if a <= b, power(a) < low * (1 - 1e-12) { a += 1 }
    if a <= b, power(b) > high * (1 + 1e-12) { b -= 1 }
    return a <= b ? a...b : nil
  }

  private func power(_ exponent: Int) -> Double {
    base == 10 ? decimal(1, exponent) : pow(base, Double(exponent))
  }

  /// Every n-th power, counted from exponent zero so that 1 is kept where it can be.
  private func powers(_ exponents: ClosedRange<Int>, every stride: Int) -> [Double] {
    let remainder = exponents.lowerBound % stride
    let first = exponents.lowerBound + (remainder > 0 ? stride - remainder : -remainder)
    let chosen = Swift.stride(from: first, through: exponents.upperBound, by: stride)
    return chosen.map(power)
  }

  private func minors(
    _ low: Double, _ high: Double, _ exponents: ClosedRange<Int>, _ stride: Int
  ) -> [Double] {
    guard exponents.count <= 200 else { return [] }
    if stride > 1 {
      let shown = Set(powers(exponents, every: stride))
      return exponents.map(power).filter { !shown.contains($0) }
    }
    guard base == base.rounded(), base <= 10 else { return [] }
    var minor: [Double] = []
    for exponent in exponents.lowerBound - 1...exponents.upperBound {
      for factor in 2..<max(2, Int(base)) {
        let value =
          base == 10 ? decimal(Double(factor), exponent) : Double(factor) * power(exponent)
        if value >= low, value <= high { minor.append(value) }
      }
    }
    return minor
  }

  /// The ticks of a domain that holds fewer than two powers of the base.
  private func narrow(
    _ low: Double, _ high: Double, _ legibility: ([Double]) -> Double
  ) -> Ticks {
    if base == 10 {
      let first = Int(log10(low).rounded(.down))
      var major: [Double] = []
      for exponent in first...first + 2 {
        for factor in [1.0, 2, 5] {
          let value = decimal(factor, exponent)
          if value >= low, value <= high { major.append(value) }
        }
      }
      if major.count > 2, legibility(major) > -.infinity {
        let minor = (first...first + 2).flatMap { exponent in
          (1...9).map { decimal(Double($0), exponent) }
        }.filter { $0 >= low && $0 <= high && !major.contains($0) }
        return Ticks(major: major, minor: minor)
      }
    }
    return TickSearch(targetCount: targetCount, extent: .within)
      .ticks(low, high, legibility: legibility)
  }
}
