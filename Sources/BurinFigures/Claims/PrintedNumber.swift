import BurinScales

/// A number as a text prints it, with the precision of its decimals.
///
/// ```swift
/// let number = PrintedNumber("0.64 m", units: ["m", "km"])
/// number?.isRounding(of: 0.6449)  // true
/// number?.isRounding(of: 0.5412)  // false
/// ```
public struct PrintedNumber: Hashable, Sendable {
  /// The number in front of the per cent sign or the unit.
  public let value: Double
  /// Digits after the decimal point; nil for a fraction such as `1/6`, which is exact.
  public let decimals: Int?
  /// Whether the number is a percentage.
  public let isPercentage: Bool
  /// The unit, including `%`; empty for plain numbers.
  public let unit: String

  /// Parses a number: `0.64 m`, `-0.222`, `≈ 0`, `99.99%`, `1/6`.
  ///
  /// - Parameters:
  ///   - text: the printed text.
  ///   - units: the units that may follow the number, after a space.
  public init?(_ text: String, units: [String] = []) {
    var rest = text[...]
    if rest.hasPrefix("≈") { rest = rest.dropFirst().drop { $0 == " " } }
    let printedUnit = units.first { rest.hasSuffix(" \($0)") }
    if let printedUnit { rest = rest.dropLast(printedUnit.count + 1) }
    isPercentage = rest.hasSuffix("%")
    if isPercentage { rest = rest.dropLast() }
    unit = isPercentage ? "%" : printedUnit ?? ""
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

  /// Returns a computed quantity in the unit of this number, or `nil` if it has no value there.
  public func comparable(_ quantity: Quantity) -> Double? {
    if unit.isEmpty { return quantity.value }
    if isPercentage { return quantity.hasUnit ? nil : quantity.value * 100 }
    return quantity.value(in: unit)
  }

  /// Returns whether this number is a correct rounding of a computed one; for a tie both roundings
  /// are.
  public func isRounding(of computed: Double) -> Bool {
    guard computed.isFinite else { return false }
    let slack = 1e-12 * max(1, value.magnitude)
    guard let decimals else { return (computed - value).magnitude <= slack }
    // As a decimal, so that a tie is exact.
    let half = Double("0.5e-\(decimals)") ?? 0
    return (computed - value).magnitude <= half + slack
  }

  /// Returns a computed number with two more decimals than this one, and its unit.
  public func text(of computed: Double) -> String {
    let digits = NumberFormat.fixed((decimals ?? 2) + 2).string(computed).withoutTrailingZeros
    return isPercentage || unit.isEmpty ? digits + unit : "\(digits) \(unit)"
  }
}

extension String {
  /// A decimal number without trailing zeros.
  fileprivate var withoutTrailingZeros: String {
    guard contains(".") else { return self }
    return String(reversed().drop { $0 == "0" }.drop { $0 == "." }.reversed())
  }
}
