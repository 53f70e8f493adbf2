import BurinFigures
import InformationTheory

// Printing probabilities.

extension Double {
  /// The probability as a percentage with as many digits as it needs: `99.99%`, `14.3%`, `0.0001%`.
  ///
  /// Three digits are significant, counted from the nearer end: 0 or 100. Below a hundred-millionth
  /// it is written as a power of ten.
  var chance: String {
    if self > 0, self < 1e-8 {
      let power = NumberFormat(.power(base: 10)).string(self)
      return power.hasPrefix("10") ? power : NumberFormat.scientific(1).string(self)
    }
    let percent = self * 100
    let rest = min(percent, 100 - percent)
    guard rest > 0 else { return percent.trimmed(0) + "%" }
    let exponent = Int(InformationUnit.hartleys.logarithm(rest).rounded(.down))
    return percent.trimmed(max(0, 2 - exponent)) + "%"
  }

  /// The probability as a percentage, after the fraction that it rounds: `1/7 ≈ 14.3%`, `50%`.
  var fractionAndChance: String {
    let isRounded = (self * 1000 - (self * 1000).rounded()).magnitude > 1e-9
    return unitFraction.map { isRounded ? "\($0) ≈ \(chance)" : chance } ?? chance
  }

  /// The number as a fraction with numerator 1, such as `1/7`; nil if it isn't one, or is beyond
  /// 1/64.
  var unitFraction: String? {
    guard self > 0 else { return nil }
    let denominator = (1 / self).rounded()
    guard (2...64).contains(denominator), abs(self * denominator - 1) < 1e-12 else { return nil }
    return "1/\(Int(denominator))"
  }
}
