import Burin
import InformationTheory

/// A number as the tutorial prints it: its decimals say how exact it wants to be.
///
/// ```swift
/// let number = PrintedNumber("0.64 bits")
/// number?.isRounding(of: 0.6449)  // true
/// number?.isRounding(of: 0.5412)  // false
/// ```
struct PrintedNumber: Hashable, Sendable {
  /// The number in front of the per cent sign or the unit.
  let value: Double
  /// Digits after the decimal point; nil for a fraction such as `1/6`, which is exact.
  let decimals: Int?
  /// Whether the number counts hundredths.
  let isPercentage: Bool
  /// The unit of information; nil where none is printed.
  let information: InformationUnit?

  /// Reads a number: `0.64 bits`, `-0.222`, `≈ 0`, `99.99%`, `1/6`.
  init?(_ text: String) {
    var rest = text[...]
    if rest.hasPrefix("≈") { rest = rest.dropFirst().drop { $0 == " " } }
    information = InformationUnit.allCases.first { rest.hasSuffix(" \($0.symbol)") }
    if let information { rest = rest.dropLast(information.symbol.count + 1) }
    isPercentage = rest.hasSuffix("%")
    if isPercentage { rest = rest.dropLast() }
    let parts = rest.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.allSatisfy(Self.isDecimal), let first = parts.first.flatMap({ Double($0) }) else {
      return nil
    }
    switch parts.count {
    case 1:
      value = first
      decimals = rest.firstIndex(of: ".").map { rest[$0...].count - 1 } ?? 0
    case 2:
      guard let divisor = Double(parts[1]), divisor != 0 else { return nil }
      value = first / divisor
      decimals = nil
    default: return nil
    }
  }

  private static func isDecimal(_ text: Substring) -> Bool {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text
    return digits.contains(where: \.isNumber)
      && digits.allSatisfy { ("0"..."9").contains($0) || $0 == "." }
  }

  /// The unit in words; empty for plain numbers.
  var unit: String { isPercentage ? "%" : information?.symbol ?? "" }

  /// A computed quantity in the unit of this number.
  func comparable(_ quantity: Quantity) -> Double {
    switch quantity {
    case .number(let number): isPercentage ? number * 100 : number
    case .information(let amount): information.map { amount.value(in: $0) } ?? amount.value
    }
  }

  /// Whether this number is a correct rounding of a computed one; of a tie both sides are.
  func isRounding(of computed: Double) -> Bool {
    guard computed.isFinite else { return false }
    let slack = 1e-12 * max(1, value.magnitude)
    guard let decimals else { return (computed - value).magnitude <= slack }
    // As a decimal, so that a tie is one.
    let half = Double("0.5e-\(decimals)") ?? 0
    return (computed - value).magnitude <= half + slack
  }

  /// A computed number with two decimals more than this one, and its unit.
  func text(of computed: Double) -> String {
    let digits = computed.trimmed((decimals ?? 2) + 2)
    return isPercentage || unit.isEmpty ? digits + unit : "\(digits) \(unit)"
  }
}

/// A computed number, with its unit where it is an amount of information.
enum Quantity: Sendable {
  case number(Double)
  case information(Information)
}
