/// Ticks at multiples of a step.
public enum TickStride {
  /// The maximum number of ticks of a stride.
  public static let limit = 10_000

  /// Returns the multiples of a step from a start to an end.
  ///
  /// ```swift
  /// try TickStride.values(by: 0.1, from: 0, through: 0.3)  // [0.0, 0.1, 0.2, 0.3]
  /// ```
  ///
  /// Each number is computed from its own multiple and is the nearest to its decimals, so that
  /// errors don't add up. The end is included if it is a multiple apart from rounding.
  ///
  /// - Parameters:
  ///   - step: the distance, finite and above 0.
  ///   - start: the first possible number.
  ///   - end: the last possible number; the result is empty if it lies below the start.
  /// - Throws: `ScaleError` if the step isn't a finite number above 0, an end isn't finite, or
  ///   there are more than ``limit`` numbers.
  public static func values(
    by step: Double, from start: Double, through end: Double
  ) throws(ScaleError) -> [Double] {
    guard step.isFinite, step > 0 else {
      throw .parameter("tick step", step, needs: "a finite number above 0")
    }
    guard start.isFinite, end.isFinite else { throw .domainNotFinite(start, end) }
    guard start <= end else { return [] }
    // Divide before subtracting: the difference may exceed every Double.
    let difference = end - start
    let count = difference.isFinite ? difference / step : end / step - start / step
    let last = (count * (1 + 1e-12) + 1e-9).rounded(.down)
    guard last < Double(limit) else { throw .tooManyTicks(last + 1, limit: limit) }
    let multiple = multiples(of: step, from: start)
    return (0...Int(last)).map { multiple(Double($0)) }
  }

  /// Returns the i-th number, in whole multiples of a power of ten if step and start have few
  /// digits.
  private static func multiples(
    of step: Double, from start: Double
  ) -> @Sendable (Double) -> Double {
    if let a = ShortDecimal(step), let b = ShortDecimal(start) {
      let exponent = b.integer == 0 ? a.exponent : min(a.exponent, b.exponent)
      if let step = a.integer(at: exponent), let start = b.integer(at: exponent),
        abs(step) * Double(limit) + abs(start) < 9e15
      {
        return { decimal(start + $0 * step, exponent) }
      }
    }
    return { index in
      let distance = index * step
      if distance.isFinite { return start + distance }
      // The distance may exceed every Double even if the number itself does not.
      let half = start / 2 + index * (step / 2)
      return min(half, .greatestFiniteMagnitude / 2) * 2
    }
  }
}

/// A Double's shortest decimal form: an integer times a power of ten.
private struct ShortDecimal {
  var integer: Double
  var exponent: Int

  /// Creates the form; nil for a number that isn't finite.
  init?(_ value: Double) {
    guard value.isFinite else { return nil }
    let parts = abs(value).description.split(separator: "e")
    let digits = (parts.first ?? "0").split(separator: ".", omittingEmptySubsequences: false)
    let whole = digits.first.map(String.init) ?? "0"
    var decimals = digits.dropFirst().first.map(String.init) ?? ""
    while decimals.last == "0" { decimals.removeLast() }
    guard let magnitude = Double(whole + decimals) else { return nil }
    integer = value < 0 ? -magnitude : magnitude
    exponent = (parts.dropFirst().first.flatMap { Int($0) } ?? 0) - decimals.count
  }

  /// Returns the number as a multiple of a smaller power of ten; nil if a Double can't represent
  /// it.
  func integer(at other: Int) -> Double? {
    if integer == 0 { return 0 }
    guard exponent - other <= 15 else { return nil }
    let result = integer * decimal(1, exponent - other)
    return abs(result) < 9e15 ? result : nil
  }
}
