/// Formats numbers in their shortest form.
enum SVGNumber {
  /// Returns the number rounded to decimals, without trailing zeros: `-1.5`, `.25`, `0`.
  static func text(_ value: Double, decimals: Int) -> String {
    var power: Int64 = 1
    for _ in 0..<decimals { power *= 10 }
    let scaled = Int64((value * Double(power)).rounded())
    let magnitude = scaled.magnitude
    let (whole, fraction) = magnitude.quotientAndRemainder(dividingBy: UInt64(power))
    var text = scaled < 0 ? "-" : ""
    if fraction == 0 { return text + "\(whole)" }
    if whole > 0 { text += "\(whole)" }
    var digits = "\(fraction)"
    while digits.utf8.count < decimals { digits = "0" + digits }
    while digits.last == "0" { digits.removeLast() }
    return text + "." + digits
  }
}
