/// A running sum that compensates the rounding error of every addition.
///
/// ```swift
/// var sum = NeumaierSum()
/// for term in [1, 1e100, 1, -1e100] { sum += term }
/// sum.value  // 2
/// ```
///
/// Source: A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen",
/// ZAMM 54 (1974). Departure: an infinite or NaN term yields the plain floating-point sum.
struct NeumaierSum {
  private var sum = 0.0
  private var compensation = 0.0

  static func += (total: inout NeumaierSum, term: Double) {
    let next = total.sum + term
    if next.isFinite {
      total.compensation +=
        total.sum.magnitude >= term.magnitude
        ? (total.sum - next) + term
        : (term - next) + total.sum
    }
    total.sum = next
  }

  /// The sum so far.
  var value: Double { sum.isFinite ? sum + compensation : sum }
}

extension Sequence<Double> {
  /// The sum with compensated rounding errors.
  var compensatedSum: Double {
    var sum = NeumaierSum()
    for term in self { sum += term }
    return sum.value
  }
}
