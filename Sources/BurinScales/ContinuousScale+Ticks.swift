#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension ContinuousScale {
  /// The best ticks of the domain, placed as the scale's type asks.
  ///
  /// ```swift
  /// let y = try ContinuousScale(.log(), domain: 0.01...100, range: (300, 0))
  /// y.ticks(targetCount: 5).major  // [0.01, 0.1, 1, 10, 100]
  /// ```
  ///
  /// - Parameters:
  ///   - targetCount: the number of majors to aim at.
  ///   - extent: where the outermost ticks may lie; only linear scales go beyond the domain.
  ///   - legibility: how well a candidate's labels can be read, 1…−∞, as for `TickSearch`.
  public func ticks(
    targetCount: Double = 5, extent: TickSearch.Extent = .within,
    legibility: (_ candidate: [Double]) -> Double = { _ in 1 }
  ) -> Ticks {
    let (low, high) = (domain.lowerBound, domain.upperBound)
    switch type {
    case .linear:
      return TickSearch(targetCount: targetCount, extent: extent)
        .ticks(low, high, legibility: legibility)
    case .sqrt:
      return inside(low, high, targetCount, legibility)
    case .logarithmic(let base):
      return LogTicks(base: base, targetCount: targetCount)
        .ticks(low, high, legibility: legibility)
    case .time:
      return TimeTicks(targetCount: targetCount).legible(low, high, legibility)
    case .symlog(let constant):
      return symlogTicks(low, high, constant, targetCount, legibility)
    }
  }

  /// The scale with its domain extended to the nearest ticks; the range stays.
  ///
  /// ```swift
  /// let x = try ContinuousScale(.linear, domain: 0.13...9.6, range: (0, 400))
  /// x.niced().domain  // 0.0...10.0
  /// ```
  ///
  /// Logarithmic domains are extended to powers of the base. A domain that cannot be extended
  /// within the finite numbers stays, and so does one of times, which have a first and a last.
  public func niced(targetCount: Double = 5) -> ContinuousScale {
    let (low, high) = (domain.lowerBound, domain.upperBound)
    let nice: (Double, Double)
    switch type {
    case .time:
      return self
    case .logarithmic(let base):
      let (first, last) = (log(low) / log(base), log(high) / log(base))
      func power(_ exponent: Double) -> Double {
        base == 10 ? decimal(1, Int(exponent)) : pow(base, exponent)
      }
      nice = (
        min(low, power((first + 1e-9).rounded(.down))),
        max(high, power((last - 1e-9).rounded(.up)))
      )
    case .linear, .sqrt, .symlog:
      let ticks = TickSearch(targetCount: targetCount, extent: .loose).ticks(low, high)
      nice = (min(low, ticks.major.first ?? low), max(high, ticks.major.last ?? high))
    }
    let ordered = domainStart < domainEnd ? nice : (nice.1, nice.0)
    // Nice ends may lie beyond the numbers that a scale takes; the domain as it is does not.
    return
      (try? ContinuousScale(type, domain: ordered, range: (rangeStart, rangeEnd), clamp: clamp))
      ?? self
  }

  /// Zero, and powers of ten from the linear part outwards on both sides.
  private func symlogTicks(
    _ low: Double, _ high: Double, _ constant: Double, _ targetCount: Double,
    _ legibility: ([Double]) -> Double
  ) -> Ticks {
    // Within the linear part, or without a whole decade beyond it, the axis is nearly linear.
    let reach = max(abs(low), abs(high))
    guard reach / constant > 20 else { return inside(low, high, targetCount, legibility) }
    let first = Int((log10(constant) - 1e-9).rounded(.up))
    let sides = (low < 0 ? 1.0 : 0) + (high > 0 ? 1.0 : 0)
    let each = max(1, ((targetCount.isFinite ? targetCount : 5) - 1) / max(sides, 1))
    let last = Int((log10(reach) + 1e-9).rounded(.down))
    let count = max(1, last - first + 1)
    var stride = max(1, Int((Double(count) / each).rounded(.up)))
    func candidate() -> [Double] {
      // Counted down from the outermost power, which tells most about the extent.
      let powers = Swift.stride(from: last, through: min(first, last), by: -stride)
        .map { decimal(1, $0) }
      return (powers.map { -$0 } + [0] + powers.reversed()).filter { $0 >= low && $0 <= high }
    }
    var major = candidate()
    var isLegible = legibility(major) > -.infinity
    while !isLegible, stride < count {
      stride += 1
      major = candidate()
      isLegible = legibility(major) > -.infinity
    }
    guard major.count > 1 else { return inside(low, high, targetCount, legibility) }
    return Ticks(major: major, isLegible: isLegible)
  }

  /// A linear axis's ticks, strictly inside: near zero these scales magnify what the search rounds.
  private func inside(
    _ low: Double, _ high: Double, _ targetCount: Double, _ legibility: ([Double]) -> Double
  ) -> Ticks {
    var ticks = TickSearch(targetCount: targetCount, extent: .within)
      .ticks(low, high, legibility: legibility)
    ticks.major.removeAll { $0 < low || $0 > high }
    return ticks
  }
}
