/// The exact decimal digits of a finite Double: digits · 10^(−scale).
///
/// Every Double has a finite decimal expansion, because 2^−n = 5^n · 10^−n. Rounding the expansion
/// is therefore exact, and independent of the C library and its locale.
struct DecimalExpansion {
  /// The digits, most significant first, without leading zeros; empty for zero.
  var digits: [UInt8]
  /// The number of digits after the decimal point; may exceed the number of digits.
  var scale: Int

  init(magnitudeOf value: Double) {
    digits = []
    scale = 0
    guard value != 0, value.isFinite else { return }
    var exponent = Int(value.exponentBitPattern == 0 ? 1 : value.exponentBitPattern) - 1075
    var significand =
      value.significandBitPattern | (value.exponentBitPattern == 0 ? 0 : 1 << 52)
    let zeros = significand.trailingZeroBitCount
    significand >>= UInt64(zeros)
    exponent += zeros
    var number = BigNatural(significand)
    for _ in 0..<(abs(exponent) / 12) { number.multiply(by: exponent < 0 ? 244_140_625 : 4096) }
    for _ in 0..<(abs(exponent) % 12) { number.multiply(by: exponent < 0 ? 5 : 2) }
    digits = number.decimalDigits
    scale = max(0, -exponent)
  }

  /// Creates the fewest digits that distinguish a number from its neighbours, without zeros behind.
  init(shortestOf value: Double) {
    digits = []
    scale = 0
    guard value != 0, value.isFinite else { return }
    // Swift's description is the shortest decimal that reads back as the same number.
    let parts = abs(value).description.utf8.split(separator: UInt8(ascii: "e"))
    var isFraction = false
    for byte in parts[0] {
      guard byte != UInt8(ascii: ".") else {
        isFraction = true
        continue
      }
      if isFraction { scale += 1 }
      if byte != UInt8(ascii: "0") || !digits.isEmpty { digits.append(byte - UInt8(ascii: "0")) }
    }
    if parts.count > 1, let exponent = Int(Substring(parts[1])) { scale -= exponent }
    dropTrailingZeros()
  }

  /// The decimal exponent of the first digit: value = d.ddd · 10^leadingExponent.
  var leadingExponent: Int { digits.count - 1 - scale }

  /// Rounds to a number of digits after the decimal point (before it, if negative), ties to even.
  mutating func round(toDecimals decimals: Int) {
    let dropped = scale - decimals
    guard dropped > 0 else {
      digits += Array(repeating: 0, count: digits.isEmpty ? 0 : -dropped)
      scale = decimals
      return
    }
    let kept = digits.count - dropped
    scale = decimals
    guard kept >= 0 else {
      digits = []
      return
    }
    let rest = digits[kept...]
    let first = rest.first ?? 0
    let isTie = first == 5 && rest.dropFirst().allSatisfy { $0 == 0 }
    let lastIsOdd = kept > 0 && digits[kept - 1] % 2 == 1
    digits.removeSubrange(kept...)
    guard first > 5 || (first == 5 && (!isTie || lastIsOdd)) else {
      if digits.allSatisfy({ $0 == 0 }) { digits = [] }
      return
    }
    var index = kept - 1
    while index >= 0, digits[index] == 9 {
      digits[index] = 0
      index -= 1
    }
    if index >= 0 { digits[index] += 1 } else { digits.insert(1, at: 0) }
  }

  /// Rounds to a number of significant digits, at least one, ties to even.
  mutating func round(toSignificant count: Int) {
    guard !digits.isEmpty else { return }
    round(toDecimals: max(1, count) - 1 - leadingExponent)
    // A carry (9.99 → 10.0) adds a digit.
    if digits.count > max(1, count) {
      digits.removeLast()
      scale -= 1
    }
  }

  /// Removes trailing zeros except a single digit; the value stays the same.
  mutating func dropTrailingZeros() {
    while digits.last == 0, digits.count > 1 {
      digits.removeLast()
      scale -= 1
    }
  }

  /// The digits before and after the decimal point; the former at least "0".
  var parts: (whole: String, fraction: String) {
    let text = digits.map { Character(UnicodeScalar(48 + $0)) }
    if scale <= 0 {
      let zeros = String(repeating: "0", count: text.isEmpty ? 0 : -scale)
      return (text.isEmpty ? "0" : String(text) + zeros, "")
    }
    if text.count > scale {
      return (String(text.dropLast(scale)), String(text.suffix(scale)))
    }
    return ("0", String(repeating: "0", count: scale - text.count) + String(text))
  }
}

/// A natural number of any size, in base 10⁹, least significant limb first.
private struct BigNatural {
  var limbs: [UInt64]

  init(_ value: UInt64) {
    limbs = [value % 1_000_000_000, value / 1_000_000_000]
  }

  mutating func multiply(by factor: UInt64) {
    var carry: UInt64 = 0
    for index in limbs.indices {
      let product = limbs[index] * factor + carry
      limbs[index] = product % 1_000_000_000
      carry = product / 1_000_000_000
    }
    if carry > 0 { limbs.append(carry) }
  }

  var decimalDigits: [UInt8] {
    var digits: [UInt8] = []
    for limb in limbs {
      var rest = limb
      for _ in 0..<9 {
        digits.append(UInt8(rest % 10))
        rest /= 10
      }
    }
    while digits.last == 0 { digits.removeLast() }
    return digits.reversed()
  }
}
