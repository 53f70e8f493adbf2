extension Double {
  /// The number in error messages: at most ten decimals, a true minus sign, no needless ".0".
  var messageText: String {
    if isNaN { return "not a number" }
    if isInfinite { return self < 0 ? "−infinity" : "infinity" }
    let rounded = (self * 1e10).rounded() / 1e10
    // Rounding only tidies sums such as 1.1000000000000003; small numbers keep their digits.
    let shown = magnitude >= 1e-3 && magnitude < 1e5 ? rounded : self
    var text = shown.magnitude.description
    if text.hasSuffix(".0") { text.removeLast(2) }
    return shown < 0 ? "−" + text : text
  }
}
