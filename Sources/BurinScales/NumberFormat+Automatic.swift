#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension NumberFormat {
  /// Returns the format of an axis: the same form for all ticks, with the fewest sufficient
  /// decimals.
  ///
  /// ```swift
  /// NumberFormat.automatic(for: [0, 0.5, 1]).string(1)  // "1.0"
  /// ```
  /// Axes that reach a billion (10⁹) or stay below a ten-thousandth use powers of ten throughout,
  /// except for a plain zero. Ticks that 15 decimals can't distinguish have as many digits as each
  /// needs.
  public static func automatic(
    for ticks: [Double], grouping: Grouping = .none, minus: Minus = .sign
  ) -> NumberFormat {
    let values = ticks.filter(\.isFinite)
    let largest = values.map { abs($0) }.max() ?? 0
    guard largest > 0 else { return NumberFormat(.fixed(0), grouping: grouping, minus: minus) }
    let sorted = values.sorted()
    let gaps = zip(sorted.dropFirst(), sorted).map { $0 - $1 }.filter { $0 > 0 }
    let gap = min(gaps.min() ?? largest, .greatestFiniteMagnitude)
    if largest >= 1e9 || (largest < 1e-4 && largest > 0) {
      // The fewest digits in the factors that distinguish the largest ticks.
      let decimals = (0...15).first { decimals in
        values.allSatisfy { value in
          value == 0
            || abs(roundedSignificant(value, decimals + 1) - value) <= 1e-6 * gap
        }
      }
      return NumberFormat(
        decimals.map { .scientific($0) } ?? .shortest, grouping: grouping, minus: minus)
    }
    let decimals = (0...15).first { decimals in
      let power = decimal(1, decimals)
      return values.allSatisfy { abs(($0 * power).rounded() / power - $0) <= 1e-6 * gap }
    }
    return NumberFormat(decimals.map { .fixed($0) } ?? .shortest, grouping: grouping, minus: minus)
  }

  /// The maximum number of decimals that ``separating(_:)`` reaches.
  public static let mostDecimals = 15

  /// Returns the format with the fewest additional decimals that make neighbouring ticks differ.
  ///
  /// ```swift
  /// let ticks = [0.001, 0.002, 0.003]
  /// ticks.map(NumberFormat.percent().separating(ticks).string)  // ["0.1%", "0.2%", "0.3%"]
  /// ```
  ///
  /// A format without a number of decimals or digits is returned unchanged, and so is one for which
  /// 15 decimals are too few.
  public func separating(_ ticks: [Double]) -> NumberFormat {
    var values = ticks.filter(\.isFinite)
    values = values.indices.filter { $0 == 0 || values[$0] != values[$0 - 1] }.map { values[$0] }
    var format = self
    while true {
      let labels = values.map(format.string)
      if !zip(labels, labels.dropFirst()).contains(where: { $0 == $1 }) { return format }
      guard let finer = format.style.finer else { return self }
      format.style = finer
    }
  }
}

extension NumberFormat.Style {
  /// The style with one more decimal or digit; nil without such a number, or at its maximum.
  fileprivate var finer: Self? {
    func more(_ count: Int) -> Int? {
      count < NumberFormat.mostDecimals ? max(0, count) + 1 : nil
    }
    switch self {
    case .fixed(let count): return more(count).map { .fixed($0) }
    case .significant(let count): return more(count).map { .significant($0) }
    case .percent(let count): return more(count).map { .percent($0) }
    case .scientific(let count): return more(count).map { .scientific($0) }
    case .compact(let count): return more(count).map { .compact($0) }
    case .currency(let symbol, let count, let placement):
      return more(count).map { .currency(symbol, decimals: $0, placement) }
    case .power, .shortest: return nil
    }
  }
}

private func roundedSignificant(_ value: Double, _ digits: Int) -> Double {
  let exponent = Int(log10(abs(value)).rounded(.down)) - digits + 1
  // Dividing in two steps keeps the power finite for denormals.
  let scaled = value / pow(10, Double(exponent / 2)) / pow(10, Double(exponent - exponent / 2))
  return decimal(scaled.rounded(), exponent)
}
