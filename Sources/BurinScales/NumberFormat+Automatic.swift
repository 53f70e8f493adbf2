#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension NumberFormat {
  /// The format in which all ticks of an axis have the same, smallest sufficient number of decimals.
  ///
  /// ```swift
  /// NumberFormat.automatic(for: [0, 0.5, 1]).string(1)  // "1.0"
  /// ```
  ///
  /// Axes beyond a hundred million or with steps below a millionth are written with powers of ten.
  public static func automatic(
    for ticks: [Double], grouping: Grouping = .none, minus: Minus = .sign
  ) -> NumberFormat {
    let values = ticks.filter(\.isFinite)
    let largest = values.map { abs($0) }.max() ?? 0
    guard largest > 0 else { return NumberFormat(.fixed(0), grouping: grouping, minus: minus) }
    let sorted = values.sorted()
    let gaps = zip(sorted.dropFirst(), sorted).map { $0 - $1 }.filter { $0 > 0 }
    let gap = min(gaps.min() ?? largest, .greatestFiniteMagnitude)
    if largest >= 1e8 || (largest < 1e-4 && largest > 0) {
      // As many digits in the factors as tell the largest ticks apart.
      let decimals = (0...15).first { decimals in
        values.allSatisfy { value in
          value == 0
            || abs(roundedSignificant(value, decimals + 1) - value) <= 1e-6 * gap
        }
      }
      return NumberFormat(.scientific(decimals ?? 15), grouping: grouping, minus: minus)
    }
    let decimals = (0...15).first { decimals in
      let power = decimal(1, decimals)
      return values.allSatisfy { abs(($0 * power).rounded() / power - $0) <= 1e-6 * gap }
    }
    return NumberFormat(.fixed(decimals ?? 15), grouping: grouping, minus: minus)
  }
}

private func roundedSignificant(_ value: Double, _ digits: Int) -> Double {
  let exponent = Int(log10(abs(value)).rounded(.down)) - digits + 1
  // Dividing in two steps keeps the power finite for denormals.
  let scaled = value / pow(10, Double(exponent / 2)) / pow(10, Double(exponent - exponent / 2))
  return decimal(scaled.rounded(), exponent)
}
