/// A number of decimal digits, exactly as printed: 0.571 is 571 thousandths.
struct DecimalNumber: Hashable, Sendable {
  /// All digits as a whole number, with the sign.
  private(set) var digits: Int128
  /// The number of digits after the decimal point.
  private(set) var decimals: Int

  /// Creates a number from whole digits and their decimals, without zeros at the end.
  init(digits: Int128, decimals: Int) {
    (self.digits, self.decimals) = (digits, decimals)
    if digits == 0 { self.decimals = 0 }
    while self.decimals > 0, self.digits % 10 == 0 {
      self.digits /= 10
      self.decimals -= 1
    }
  }

  /// Reads a printed number: `−0.221`, `+0.5`, `40%`, `4.3×10⁻⁶`; `nil` for any other text.
  init?(_ text: String) {
    var rest = Substring(text.replacing("\u{2009}", with: ""))
    var (decimals, isNegative) = (0, false)
    if let sign = rest.first, "+-\u{2212}".contains(sign) {
      isNegative = sign != "+"
      rest.removeFirst()
    }
    if rest.hasSuffix("%") {
      rest.removeLast()
      decimals = 2
    }
    if let times = rest.firstIndex(of: "×") {
      let power = rest[rest.index(after: times)...]
      guard power.hasPrefix("10"), let exponent = Self.exponent(power.dropFirst(2)) else {
        return nil
      }
      decimals -= exponent
      rest = rest[..<times]
    }
    var digits: Int128 = 0
    var (hasPoint, count) = (false, 0)
    for character in rest {
      if character == ".", !hasPoint {
        hasPoint = true
        continue
      }
      guard character.isASCII, let digit = character.wholeNumberValue, count < 25 else {
        return nil
      }
      digits = digits * 10 + Int128(digit)
      count += 1
      if hasPoint { decimals += 1 }
    }
    guard count > 0, (-12...40).contains(decimals) else { return nil }
    while decimals < 0 {
      digits *= 10
      decimals += 1
    }
    self.init(digits: isNegative ? -digits : digits, decimals: decimals)
  }

  private static func exponent(_ text: Substring) -> Int? {
    let raised: [Character: Character] = [
      "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8",
      "⁹": "9", "⁻": "-",
    ]
    let plain = text.compactMap { raised[$0] }
    return plain.count == text.count ? Int(String(plain)) : nil
  }

  /// Whether the number is 0.
  var isZero: Bool { digits == 0 }

  /// Returns the exact sum; `nil` if it has too many digits.
  static func sum(_ numbers: [DecimalNumber]) -> DecimalNumber? {
    let decimals = numbers.map(\.decimals).max() ?? 0
    var total: Int128 = 0
    for number in numbers {
      var digits = number.digits
      for _ in number.decimals..<max(decimals, number.decimals) {
        let (product, overflows) = digits.multipliedReportingOverflow(by: 10)
        if overflows { return nil }
        digits = product
      }
      let (sum, overflows) = total.addingReportingOverflow(digits)
      if overflows { return nil }
      total = sum
    }
    return DecimalNumber(digits: total, decimals: decimals)
  }

  /// Returns the exact product; `nil` if it has too many digits.
  static func product(_ numbers: [DecimalNumber]) -> DecimalNumber? {
    var (digits, decimals): (Int128, Int) = (1, 0)
    for number in numbers {
      let (product, overflows) = digits.multipliedReportingOverflow(by: number.digits)
      if overflows { return nil }
      (digits, decimals) = (product, decimals + number.decimals)
    }
    return DecimalNumber(digits: digits, decimals: decimals)
  }

  /// Returns a whole base raised to a whole number; `nil` for other exponents, and for results with
  /// too many digits.
  static func power(of base: Int, _ exponent: DecimalNumber) -> DecimalNumber? {
    guard exponent.decimals == 0, (-30...100).contains(exponent.digits) else { return nil }
    let count = Int(exponent.digits.magnitude)
    let factor = DecimalNumber(digits: Int128(base), decimals: 0)
    guard let power = product(Array(repeating: factor, count: count)) else { return nil }
    if exponent.digits >= 0 { return power }
    // A negative power of 2 has as many decimals as the power is large.
    guard base == 2, count <= 30 else { return nil }
    return product(
      Array(repeating: DecimalNumber(digits: 5, decimals: 1), count: count))
  }
}
