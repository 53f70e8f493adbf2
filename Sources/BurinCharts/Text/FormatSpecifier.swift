import BurinScales

/// A format of C's printf with one number: text, `%`, flags, width, precision, conversion, text.
///
/// ```swift
/// FormatSpecifier("%.1f %%").string(3.25)  // "3.2 %"
/// FormatSpecifier("%03d").string(7)        // "007"
/// ```
struct FormatSpecifier {
  private var prefix = ""
  private var suffix = ""
  private var flags = ""
  private var width = 0
  private var precision: Int?
  private var conversion: Character?

  init(_ source: String) {
    var rest = Substring(source)
    func literal() -> String {
      var text = ""
      while let character = rest.first {
        if character == "%" {
          guard rest.dropFirst().first == "%" else { break }
          rest = rest.dropFirst()
        }
        text.append(character)
        rest = rest.dropFirst()
      }
      return text
    }
    func number() -> Int? {
      let digits = rest.prefix(while: \.isASCIIDigit)
      rest = rest.dropFirst(digits.count)
      return Int(digits)
    }
    prefix = literal()
    guard rest.first == "%" else { return }
    rest = rest.dropFirst()
    let signs = rest.prefix { "+-0 ,'".contains($0) }
    flags = String(signs)
    rest = rest.dropFirst(signs.count)
    width = min(number() ?? 0, 100)
    if rest.first == "." {
      rest = rest.dropFirst()
      precision = min(number() ?? 0, 100)
    }
    rest = rest.drop { "lhqzjtL".contains($0) }
    let letter = rest.first
    rest = rest.dropFirst()
    suffix = literal()
    // More than one number isn't a format of one.
    conversion = rest.isEmpty ? letter : nil
  }

  /// Returns a floating-point number in the format, or nil if the format isn't one for it.
  func string(_ value: Double) -> String? {
    switch conversion {
    case "f", "F":
      return padded(NumberFormat(.fixed(precision ?? 6), minus: .hyphen).string(value), of: value)
    case "g", "G":
      return padded(
        NumberFormat(.significant(max(1, precision ?? 6)), minus: .hyphen).string(value), of: value)
    case "@": return prefix + "\(value)" + suffix
    default: return nil
    }
  }

  /// Returns a whole number in the format, or nil if the format isn't one for it.
  func string(_ value: some BinaryInteger) -> String? {
    switch conversion {
    case "d", "i", "u", "D":
      let digits = "\(value.magnitude)"
      let zeros = String(repeating: "0", count: max(0, (precision ?? 1) - digits.count))
      return padded((value < 0 ? "-" : "") + zeros + digits, of: value < 0 ? -1 : 1)
    case "@": return prefix + "\(value)" + suffix
    default: return string(Double(value))
    }
  }

  private func padded(_ number: String, of value: Double) -> String {
    let isNegative = number.hasPrefix("-")
    let sign =
      isNegative ? "-" : flags.contains("+") ? "+" : flags.contains(" ") ? " " : ""
    let digits = isNegative ? String(number.dropFirst()) : number
    let room = max(0, width - sign.count - digits.count)
    if flags.contains("-") {
      return prefix + sign + digits + String(repeating: " ", count: room) + suffix
    }
    if flags.contains("0"), value.isFinite {
      return prefix + sign + String(repeating: "0", count: room) + digits + suffix
    }
    return prefix + String(repeating: " ", count: room) + sign + digits + suffix
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
