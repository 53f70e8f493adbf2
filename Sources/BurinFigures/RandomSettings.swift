/// Draws values for a figure's parameters within their declared limits, to see how it takes them.
///
/// ```swift
/// var draws = RandomSettings(seed: 7)
/// for _ in 0..<100 {
///   let settings = draws.settings(for: entry.parameters)
///   #expect(try entry.render(settings, language: .en).lint() == [], "\(settings)")
/// }
/// ```
///
/// Half of the draws are ordinary; the others go to the ends: limits themselves, distributions with
/// zeros, certain outcomes, probabilities of a billionth. A figure may refuse values that make no
/// sense together, by a ``ParameterError``. A seed gives the same draws on every machine.
public struct RandomSettings: Sendable {
  private var random: SplitMix

  /// Creates the draws of a seed.
  public init(seed: UInt64) { random = SplitMix(state: seed) }

  /// Returns values for all parameters; those of one count get as many values.
  public mutating func settings(
    for parameters: [ParameterDescription]
  ) -> [FigureEntry.Setting] {
    var counts: [ClosedRange<Int>: Int] = [:]
    for parameter in parameters {
      guard let range = parameter.count, counts[range] == nil else { continue }
      let usual = parameter.defaults.count
      counts[range] = random.unit() < 0.4 && range.contains(usual) ? usual : random.whole(range)
    }
    return parameters.map { parameter in
      let numbers: [Double]
      if let range = parameter.count, let count = counts[range] {
        numbers =
          isDistribution(parameter)
          ? distribution(count) : (0..<count).map { number(for: parameter, at: $0) }
      } else {
        numbers = [number(for: parameter, at: 0)]
      }
      return FigureEntry.Setting(
        name: parameter.name,
        value: numbers.map { text($0, of: parameter) }.joined(separator: ","))
    }
  }

  private func isDistribution(_ parameter: ParameterDescription) -> Bool {
    parameter.defaults.count > 1 && abs(parameter.defaults.reduce(0, +) - 1) < 1e-9
  }

  /// Whole numbers stay whole.
  private func text(_ number: Double, of parameter: ParameterDescription) -> String {
    let isWhole = parameter.count == nil && !parameter.defaultText.contains { ".e/,".contains($0) }
    return isWhole ? "\(Int(number.rounded()))" : number.parameterText
  }

  private mutating func number(for parameter: ParameterDescription, at index: Int) -> Double {
    let defaults = parameter.defaults
    let usual = defaults.isEmpty ? 1 : defaults[index % defaults.count]
    let kind = random.unit()
    if kind < 0.35 { return rounded(clamped(usual * (0.7 + 0.6 * random.unit()), parameter)) }
    guard let range = parameter.range else {
      // From a hundredth to a hundred times.
      let factor = power(10, random.unit() * 4 - 2)
      return rounded(clamped(max(abs(usual), 0.1) * factor, parameter))
    }
    let (low, high) = (range.lowerBound, range.upperBound)
    if kind < 0.45 { return low }
    if kind < 0.55 { return high }
    if low > 0, high / low > 100, kind < 0.8 {
      return rounded(clamped(low * power(high / low, random.unit()), parameter))
    }
    return rounded(clamped(low + (high - low) * random.unit(), parameter))
  }

  private func clamped(_ value: Double, _ parameter: ParameterDescription) -> Double {
    guard let range = parameter.range else {
      return parameter.isPositive ? max(value, 1e-9) : value
    }
    return min(max(value, range.lowerBound), range.upperBound)
  }

  /// Three significant digits, as an author would type them.
  private func rounded(_ value: Double) -> Double {
    guard value != 0 else { return 0 }
    var scale = 1.0
    while abs(value) * scale >= 1000 { scale /= 10 }
    while abs(value) * scale < 100 { scale *= 10 }
    return (value * scale).rounded() / scale
  }

  /// A power by repeated square roots and products, the same on every machine.
  private func power(_ base: Double, _ exponent: Double) -> Double {
    if exponent < 0 { return 1 / power(base, -exponent) }
    var result = 1.0
    for _ in 0..<Int(exponent) { result *= base }
    var (rest, root) = (exponent - exponent.rounded(.down), base)
    for _ in 0..<40 {
      root = root.squareRoot()
      rest *= 2
      if rest >= 1 {
        result *= root
        rest -= 1
      }
    }
    return result
  }

  private mutating func distribution(_ count: Int) -> [Double] {
    let kind = random.unit()
    if kind < 0.06 { return certain(count, rest: 0) }
    if kind < 0.12 { return certain(count, rest: 1e-9) }
    if kind < 0.18 { return (0..<count).map { _ in 1 / Double(count) } }
    // Thousandths, cut at random places; a narrow range of cuts makes unequal parts.
    var parts = [Int](repeating: 0, count: count)
    var left = 1000
    for index in 0..<(count - 1) {
      let share = kind < 0.5 ? random.unit() : 2 * random.unit() / Double(count - index)
      parts[index] = min(left, Int(Double(left) * min(share, 1)))
      if kind > 0.9, random.unit() < 0.4 { parts[index] = 0 }
      left -= parts[index]
    }
    parts[count - 1] = left
    for index in parts.indices.dropLast() {
      parts.swapAt(index, random.whole(index...(count - 1)))
    }
    return parts.map { Double($0) / 1000 }
  }

  private mutating func certain(_ count: Int, rest: Double) -> [Double] {
    var values = [Double](repeating: rest, count: count)
    values[random.whole(0...(count - 1))] = 1 - rest * Double(count - 1)
    return values
  }
}

/// A stream of numbers.
///
/// Source: G. Steele, D. Lea, C. Flood, "Fast Splittable Pseudorandom Number Generators" (2014).
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number in 0..<1 with 53 random bits.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A whole number in a range.
  mutating func whole(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }
}
