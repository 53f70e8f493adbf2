#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The placement of ticks on logarithmic axes.
///
/// ```swift
/// LogTicks(base: 10, targetCount: 6).ticks(0.5, 200).major  // [1, 10, 100]
/// ```
///
/// Majors are powers of the base, every n-th if there are many, where n is a round number. Minors
/// are the multiples 2…base−1 of the powers (for whole bases up to 10), or the powers left out. A
/// domain with fewer than two powers of ten has majors at 1, 2 and 5 times the powers, and one
/// within less than a factor of about three has the ticks of a linear axis.
public struct LogTicks: Hashable, Sendable {
  /// The base whose powers are labelled.
  public var base: Double
  /// The largest number of majors.
  public var targetCount: Double
  /// The largest number of majors where they are powers; nil for ``targetCount``.
  var mostPowers: Double?
  /// Whether all ticks must be whole numbers.
  public var integersOnly: Bool

  /// Creates a placement.
  public init(base: Double = 10, targetCount: Double = 6, integersOnly: Bool = false) {
    self.base = base
    self.targetCount = targetCount
    self.integersOnly = integersOnly
  }

  /// Returns the ticks within a positive domain, its ends in either order; none for any other
  /// domain.
  ///
  /// A candidate is thinned further while the closure rejects it by returning −∞.
  public func ticks(
    _ start: Double, _ end: Double, legibility: (_ candidate: [Double]) -> Double = { _ in 1 }
  ) -> Ticks {
    let (low, high) = (min(start, end), max(start, end))
    guard low > 0, high.isFinite, base > 1, base.isFinite else { return Ticks(major: []) }
    if integersOnly { return wholeTicks(low, high, legibility) }
    guard let exponents = exponents(low, high), exponents.count > 1 else {
      return narrow(low, high, legibility)
    }
    let most = mostPowers ?? targetCount
    let target = most.isFinite ? Int(min(max(most, 2), 1000).rounded(.up)) : 6
    var stride = Self.round((exponents.count + target - 1) / target)
    var major = powers(exponents, every: stride)
    var isLegible = legibility(major) > -.infinity
    while !isLegible, major.count > 2 {
      stride = Self.round(stride + 1)
      major = powers(exponents, every: stride)
      isLegible = legibility(major) > -.infinity
    }
    return Ticks(
      major: major, minor: minors(low, high, exponents, stride), format: format(for: major),
      isLegible: isLegible)
  }

  /// Returns the format of ticks: plain numbers from a thousandth to below a hundred thousand,
  /// powers of a whole base beyond, where nobody counts the zeros.
  func format(for major: [Double]) -> NumberFormat {
    if major.allSatisfy({ $0 >= 1e-3 && $0 < 1e5 }), base == base.rounded() { return .shortest }
    guard base == base.rounded(), base < 1e9, major.allSatisfy(isPower) else {
      return .automatic(for: major)
    }
    return NumberFormat(.power(base: Int(base)))
  }

  private func isPower(_ value: Double) -> Bool {
    let exponent = (log(value) / log(base)).rounded()
    return abs(exponent) < 1e9 && abs(power(Int(exponent)) / value - 1) < 1e-12
  }

  /// Returns the ticks of a domain limited to its whole numbers, without ticks that are not whole.
  private func wholeTicks(
    _ low: Double, _ high: Double, _ legibility: ([Double]) -> Double
  ) -> Ticks {
    let (first, last) = (max(1, low.rounded(.up)), high.rounded(.down))
    let search = TickSearch(targetCount: targetCount, extent: .within, integersOnly: true)
    // Less than a decade of whole numbers uses the ticks of a linear axis.
    guard first < last, last / first >= 10 else {
      return search.ticks(low, high, legibility: legibility)
    }
    var placing = self
    placing.integersOnly = false
    func isWhole(_ value: Double) -> Bool { value == value.rounded() }
    var ticks = placing.ticks(first, last) { legibility($0.filter(isWhole)) }
    ticks.major.removeAll { !isWhole($0) }
    ticks.minor.removeAll { !isWhole($0) }
    return ticks.major.count > 1 ? ticks : search.ticks(low, high, legibility: legibility)
  }

  /// Returns the next larger number of 1, 2, 3 or 5 times a power of ten.
  private static func round(_ stride: Int) -> Int {
    var unit = 1
    while unit * 10 < stride { unit *= 10 }
    return [1, 2, 3, 5, 10].map { $0 * unit }.first { $0 >= stride } ?? stride
  }

  /// Returns the powers of the base within the domain, as a range of exponents.
  private func exponents(_ low: Double, _ high: Double) -> ClosedRange<Int>? {
    let (first, last) = (log(low) / log(base), log(high) / log(base))
    guard abs(first) < 1e9, abs(last) < 1e9 else { return nil }
    var (a, b) = (Int((first - 1e-9).rounded(.up)), Int((last + 1e-9).rounded(.down)))
    // The logarithm is rounded, so the powers themselves decide.
    if a <= b, power(a) < low * (1 - 1e-12) { a += 1 }
    if a <= b, power(b) > high * (1 + 1e-12) || !power(b).isFinite { b -= 1 }
    return a <= b ? a...b : nil
  }

  /// The limit for products beyond the finite numbers; not a round value.
  private var largest: Double { .greatestFiniteMagnitude }

  private func power(_ exponent: Int) -> Double {
    base == 10 ? decimal(1, exponent) : pow(base, Double(exponent))
  }

  /// Returns the powers of the base next below and above a positive domain, or its own ends.
  func powers(enclosing domain: ClosedRange<Double>) -> ClosedRange<Double>? {
    let (low, high) = (domain.lowerBound, domain.upperBound)
    let (first, last) = (log(low) / log(base), log(high) / log(base))
    guard abs(first) < 1e9, abs(last) < 1e9 else { return nil }
    let a = min(low, power(Int((first + 1e-9).rounded(.down))))
    let b = max(high, power(Int((last - 1e-9).rounded(.up))))
    return a > 0 && b.isFinite ? a...b : nil
  }

  /// Returns the nearest 1, 2 or 5 times a power of ten below and above a positive domain, or the
  /// mirror image for a negative one; nil for a domain with a zero.
  func steps(enclosing domain: ClosedRange<Double>) -> ClosedRange<Double>? {
    func candidates(near value: Double) -> [Double] {
      let exponent = Int(log10(value).rounded(.down))
      return (exponent - 1...exponent + 1).flatMap { exponent in
        [1.0, 2, 5].map { decimal($0, exponent) }
      }
    }
    let (low, high) = (domain.lowerBound, domain.upperBound)
    if high < 0 {
      return steps(enclosing: -high ... -low).map { -$0.upperBound ... -$0.lowerBound }
    }
    guard low > 0 else { return nil }
    let below = candidates(near: low).last { $0 <= low * (1 + 1e-9) }
    let above = candidates(near: high).first { $0 >= high * (1 - 1e-9) }
    guard let below, let above, below > 0 else { return nil }
    return min(low, below)...max(high, above)
  }

  /// Returns every n-th power, counted from exponent zero so that 1 is kept if possible; the
  /// outermost two if fewer would remain.
  private func powers(_ exponents: ClosedRange<Int>, every stride: Int) -> [Double] {
    let remainder = exponents.lowerBound % stride
    let first = exponents.lowerBound + (remainder > 0 ? stride - remainder : -remainder)
    let chosen = Array(Swift.stride(from: first, through: exponents.upperBound, by: stride))
    let ends = [exponents.lowerBound, exponents.upperBound]
    return (chosen.count < 2 && exponents.count > 1 ? ends : chosen).map(power)
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

  /// Returns the ticks of a domain that contains fewer than two powers of the base.
  private func narrow(
    _ low: Double, _ high: Double, _ legibility: ([Double]) -> Double
  ) -> Ticks {
    if base == 10 {
      let first = Int(log10(low).rounded(.down))
      var major: [Double] = []
      for exponent in first...first + 2 {
        for factor in [1.0, 2, 5] {
          let value = decimal(factor, exponent)
          if value >= low, value <= high, value < largest { major.append(value) }
        }
      }
      if major.count > 2, legibility(major) > -.infinity {
        let minor = (first...first + 2).flatMap { exponent in
          (1...9).map { decimal(Double($0), exponent) }
        }.filter { $0 >= low && $0 <= high && $0 < largest && !major.contains($0) }
        return Ticks(major: major, minor: minor)
      }
    }
    return TickSearch(targetCount: targetCount, extent: .within)
      .ticks(low, high, legibility: legibility)
  }
}
