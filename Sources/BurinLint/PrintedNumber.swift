/// A number as a text prints it.
struct PrintedNumber: Hashable {
  /// The digits with a sign if there is one: `-0.571`; a minus sign is normalised to a hyphen.
  var digits: String
  /// The value.
  var value: Double
  /// The number of digits after the decimal point.
  var decimals: Int
  /// The unit after the number, normalised: `bits`, `nats`, `hartleys`, `%`; empty for others.
  var unit: String

  /// The number of significant digits: leading zeros don't count.
  var significantDigits: Int {
    digits.filter(\.isNumber).drop { $0 == "0" }.count
  }

  /// Returns the numbers of a text, in reading order.
  ///
  /// Digits that belong to a name, an exponent or a power, such as `x1`, `10^6` and `2e3`, are not
  /// numbers.
  static func all(in text: String) -> [PrintedNumber] {
    let characters = Array(text)
    var numbers: [PrintedNumber] = []
    var index = 0
    while index < characters.count {
      guard characters[index].isASCIIDigit else {
        index += 1
        continue
      }
      var end = index
      var decimals: Int?
      while end < characters.count {
        if characters[end].isASCIIDigit {
          if let count = decimals { decimals = count + 1 }
        } else if characters[end] == ".", decimals == nil, end + 1 < characters.count,
          characters[end + 1].isASCIIDigit
        {
          decimals = 0
        } else {
          break
        }
        end += 1
      }
      let before = index > 0 ? characters[index - 1] : " "
      let after = end < characters.count ? characters[end] : " "
      let isName = before.isASCIILetter || before == "^" || before == "_" || before == "."
      let isScientific = after == "e" || after == "×" || after == "^"
      if !isName, !isScientific {
        let isNegative =
          (before == "-" || before == "−")
          && !(index > 1 && (characters[index - 2].isASCIIDigit || characters[index - 2] == ")"))
        let digits = (isNegative ? "-" : "") + String(characters[index..<end])
        if let value = Double(digits) {
          numbers.append(
            PrintedNumber(
              digits: digits, value: value, decimals: decimals ?? 0,
              unit: unit(after: end, in: characters)))
        }
      }
      index = max(end, index + 1)
      if isScientific {
        // The exponent is part of the number that was skipped.
        while index < characters.count, !characters[index].isWhitespace { index += 1 }
      }
    }
    return numbers
  }

  private static let units: [(spelling: String, unit: String)] = [
    ("bits", "bits"), ("bit", "bits"), ("比特", "bits"), ("nats", "nats"), ("nat", "nats"),
    ("奈特", "nats"), ("hartleys", "hartleys"), ("hartley", "hartleys"), ("%", "%"), ("％", "%"),
  ]

  private static func unit(after index: Int, in characters: [Character]) -> String {
    var start = index
    while start < characters.count, characters[start].isWhitespace { start += 1 }
    for (spelling, unit) in units {
      let letters = Array(spelling)
      guard characters.count - start >= letters.count,
        Array(characters[start..<start + letters.count]) == letters
      else { continue }
      let next = start + letters.count
      if next < characters.count, characters[next].isASCIILetter { continue }
      return unit
    }
    return ""
  }

  /// Returns a value rounded to decimals, half away from zero, as plain digits.
  static func rounded(_ value: Double, _ decimals: Int) -> Double {
    var factor = 1.0
    for _ in 0..<decimals { factor *= 10 }
    return (value * factor).rounded() / factor
  }

  /// Returns whether a value, rounded to as many decimals, reads the same.
  func prints(_ value: Double) -> Bool {
    guard value.isFinite, abs(value) < 1e15 else { return false }
    // Rounding to nearest, either way on a tie that is not exact in binary.
    var unit = 0.5
    for _ in 0..<decimals { unit /= 10 }
    return abs(value - self.value) <= unit * (1 + 1e-9) + abs(value) * 1e-15
  }
}

extension Character {
  var isASCIIDigit: Bool { isASCII && isNumber }
  var isASCIILetter: Bool { isASCII && isLetter }
}
