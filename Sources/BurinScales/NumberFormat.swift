#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How numbers are written, the same on every machine and in every locale.
///
/// ```swift
/// NumberFormat.fixed(2).string(-1.005)       // "−1.00"  (the Double is −1.00499…)
/// NumberFormat.percent(1).string(0.256)      // "25.6%"
/// NumberFormat.scientific(1).string(1.5e-6)  // "1.5×10⁻⁶"
/// NumberFormat.compact().string(3_400_000)   // "3.4M"
/// NumberFormat.currency("$").string(-1200)   // "−$1,200.00"
/// ```
///
/// Rounding uses the exact binary value, with ties to the even digit (as in C's printf).
/// A result of zero never has a sign. NaN is "NaN", infinities are "∞" and "−∞".
public struct NumberFormat: Hashable, Sendable {
  /// The form of a number.
  public enum Style: Hashable, Sendable {
    /// A number of digits after the decimal point.
    case fixed(Int)
    /// A number of significant digits; outside 1e−6…1e15 as a power of ten.
    case significant(Int)
    /// The number times 100, with digits after the decimal point and a percent sign.
    case percent(Int)
    /// A factor at least 1 and below 10, with digits after its decimal point, times a power of ten.
    case scientific(Int)
    /// Whole powers of a base in exponent form (`10⁻⁶`), other numbers as in `shortest`.
    case power(base: Int)
    /// At most a number of significant digits, with k, M, B or T for thousands, millions, billions
    /// (10⁹) and trillions (10¹²): `1.2k`; from 1e18 and below 1e−6 as a power of ten.
    case compact(Int)
    /// An amount of money with digits after the decimal point.
    case currency(String, decimals: Int, CurrencyPlacement)
    /// The fewest digits that distinguish the number from its neighbours; outside 1e−6…1e15 as a
    /// power of ten.
    case shortest
  }

  /// The position of a currency symbol.
  public enum CurrencyPlacement: Hashable, Sendable {
    /// Before the number: `$5.00`.
    case before
    /// After the number and a thin space: `5.00 €`.
    case after
  }

  /// The separator between groups of three digits.
  public enum Grouping: Hashable, Sendable {
    /// Nothing.
    case none
    /// A thin space (U+2009), from five digits before the decimal point.
    case thinSpace
    /// A comma, from four digits before the decimal point.
    case comma
  }

  /// The sign of negative numbers.
  public enum Minus: Hashable, Sendable {
    /// U+2212, as wide as a plus sign.
    case sign
    /// The ASCII hyphen, for text that programs read.
    case hyphen
  }

  /// The form.
  public var style: Style
  /// The separator between groups of three digits.
  public var grouping: Grouping
  /// The sign of negative numbers.
  public var minus: Minus
  /// Whether positive numbers have a plus sign.
  public var showsPlus: Bool

  /// Creates a format.
  public init(
    _ style: Style, grouping: Grouping = .none, minus: Minus = .sign, showsPlus: Bool = false
  ) {
    self.style = style
    self.grouping = grouping
    self.minus = minus
    self.showsPlus = showsPlus
  }

  /// Returns a number of digits after the decimal point.
  public static func fixed(_ decimals: Int) -> NumberFormat { NumberFormat(.fixed(decimals)) }
  /// Returns a number of significant digits.
  public static func significant(_ digits: Int) -> NumberFormat {
    NumberFormat(.significant(digits))
  }
  /// Percent, with digits after the decimal point.
  public static func percent(_ decimals: Int = 0) -> NumberFormat {
    NumberFormat(.percent(decimals))
  }
  /// Returns a factor with digits after its decimal point, times a power of ten.
  public static func scientific(_ decimals: Int) -> NumberFormat {
    NumberFormat(.scientific(decimals))
  }
  /// The fewest digits that distinguish the number from its neighbours.
  public static let shortest = NumberFormat(.shortest)
  /// Returns a few significant digits with k, M, B or T: `1.2k`, `3.4M`.
  public static func compact(_ digits: Int = 3) -> NumberFormat { NumberFormat(.compact(digits)) }
  /// Returns an amount of money: `$1,200.00`, `1,200.00 €`.
  public static func currency(
    _ symbol: String, decimals: Int = 2, placement: CurrencyPlacement = .before
  ) -> NumberFormat {
    NumberFormat(.currency(symbol, decimals: decimals, placement), grouping: .comma)
  }

  /// Returns the format with a separator between groups of three digits.
  public func grouped(by grouping: Grouping = .comma) -> NumberFormat {
    var format = self
    format.grouping = grouping
    return format
  }

  /// Returns the format with a plus sign before positive numbers.
  public func withPlusSign() -> NumberFormat {
    var format = self
    format.showsPlus = true
    return format
  }

  /// Returns the number as plain text.
  public func string(_ value: Double) -> String { label(value).text }

  /// Returns the number as plain text and as a formula.
  public func label(_ value: Double) -> TickLabel {
    if value.isNaN { return TickLabel(text: "NaN", tex: "\\text{NaN}") }
    if value.isInfinite { return signed(value < 0, TickLabel(text: "∞", tex: "\\infty")) }
    if style == .shortest { return shortest(value) }
    var number = DecimalExpansion(magnitudeOf: value)
    switch style {
    case .fixed(let decimals):
      number.round(toDecimals: allowed(decimals))
      return plain(number, value)
    case .percent(let decimals):
      number.scale -= 2
      number.round(toDecimals: allowed(decimals))
      return plain(number, value, suffix: ("%", "\\%"))
    case .significant(let count):
      number.round(toSignificant: allowed(count))
      if isPlain(number) {
        // Zero has no significant digit; it has as many decimals as 1 would.
        if number.digits.isEmpty { number.scale = max(0, allowed(count) - 1) }
        return plain(number, value)
      }
      return scientific(number, value)
    case .scientific(let decimals):
      number.round(toSignificant: allowed(decimals) + 1)
      if number.digits.isEmpty { return zero }
      return scientific(number, value)
    case .power(let base):
      if let exponent = exactExponent(abs(value), base) {
        return signed(value < 0, power("\(base)", exponent))
      }
      return value == 0 ? zero : shortest(value)
    case .compact(let digits):
      return compact(value, max(1, allowed(digits)))
    case .currency(let symbol, let decimals, let placement):
      number.round(toDecimals: allowed(decimals))
      let tex = TickLabel.escaped(symbol)
      let face = tex.contains { $0.isLetter || !$0.isASCII } ? "\\text{\(tex)}" : tex
      return placement == .before
        ? plain(number, value, prefix: (symbol, face))
        : plain(number, value, suffix: ("\u{2009}" + symbol, "\\," + face))
    case .shortest:
      return shortest(value)
    }
  }

  private func allowed(_ digits: Int) -> Int { min(max(digits, 0), 400) }

  private func isPlain(_ number: DecimalExpansion) -> Bool {
    number.digits.isEmpty || (-6..<15).contains(number.leadingExponent)
  }

  private var zero: TickLabel { TickLabel(text: "0", tex: "0") }

  private static let units: [(exponent: Int, letter: String)] = [
    (0, ""), (3, "k"), (6, "M"), (9, "B"), (12, "T"),
  ]

  private func compact(_ value: Double, _ digits: Int) -> TickLabel {
    var number = DecimalExpansion(magnitudeOf: value)
    number.round(toSignificant: digits)
    number.dropTrailingZeros()
    if number.digits.isEmpty { return plain(number, value) }
    let exponent = number.leadingExponent
    guard exponent >= -6, exponent < 18 else { return scientific(number, value) }
    let unit = Self.units.last { $0.exponent <= max(0, exponent) } ?? (0, "")
    number.scale += unit.exponent
    let letter = unit.letter
    return plain(
      number, value, suffix: (letter, letter.isEmpty ? "" : "\\text{\(letter)}"))
  }

  /// Returns the fewest digits that distinguish a number, rounded to at most so many significant
  /// ones where a count is given.
  ///
  /// - Parameter limit: the number of digits up to which a number stays as it is.
  package func string(_ value: Double, significant count: Int?, beyond limit: Int = 0) -> String {
    guard value.isFinite, let count else { return string(value) }
    return shortest(value, atMost: count, beyond: limit).text
  }

  private func shortest(_ value: Double, atMost count: Int = 17, beyond limit: Int = 0) -> TickLabel
  {
    var number = DecimalExpansion(shortestOf: value)
    if number.digits.count > max(count, limit) {
      number.round(toSignificant: count)
      number.dropTrailingZeros()
    }
    return isPlain(number) ? plain(number, value) : scientific(number, value)
  }

  private func plain(
    _ number: DecimalExpansion, _ value: Double, prefix: (text: String, tex: String) = ("", ""),
    suffix: (text: String, tex: String) = ("", "")
  ) -> TickLabel {
    let (whole, fraction) = number.parts
    let tail = fraction.isEmpty ? "" : "." + fraction
    let isZero = number.digits.allSatisfy { $0 == 0 }
    let label = TickLabel(
      text: prefix.text + grouped(whole, tex: false) + tail + suffix.text,
      tex: prefix.tex + grouped(whole, tex: true) + tail + suffix.tex)
    return isZero ? label : signed(value < 0, label)
  }

  private func scientific(_ number: DecimalExpansion, _ value: Double) -> TickLabel {
    let exponent = number.leadingExponent
    var factor = number
    factor.scale = factor.digits.count - 1
    let (whole, fraction) = factor.parts
    let mantissa = fraction.isEmpty ? whole : whole + "." + fraction
    let power = power("10", exponent)
    return signed(
      value < 0,
      TickLabel(text: mantissa + "×" + power.text, tex: mantissa + "\\times " + power.tex))
  }

  private func power(_ base: String, _ exponent: Int) -> TickLabel {
    let digits: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    let raised = String(
      exponent.magnitude.description.compactMap { $0.wholeNumberValue.map { digits[$0] } })
    return TickLabel(
      text: base + (exponent < 0 ? "⁻" : "") + raised, tex: "\(base)^{\(exponent)}")
  }

  private func signed(_ isNegative: Bool, _ label: TickLabel) -> TickLabel {
    guard isNegative else {
      guard showsPlus else { return label }
      return TickLabel(text: "+" + label.text, tex: "+" + label.tex)
    }
    return TickLabel(
      text: (minus == .sign ? "\u{2212}" : "-") + label.text, tex: "-" + label.tex)
  }

  private func grouped(_ whole: String, tex: Bool) -> String {
    let separator: String
    switch grouping {
    case .none: return whole
    case .thinSpace:
      guard whole.count >= 5 else { return whole }
      separator = tex ? "\\," : "\u{2009}"
    case .comma: separator = tex ? "{,}" : ","
    }
    var result = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { result += separator }
      result.append(digit)
    }
    return result
  }
}

/// Returns the exponent for which a whole base yields a number, to a few units in the last place.
private func exactExponent(_ value: Double, _ base: Int) -> Int? {
  guard base > 1, value > 0, value.isFinite else { return nil }
  let exponent = (log(value) / log(Double(base))).rounded()
  return abs(pow(Double(base), exponent) - value) <= 1e-9 * value ? Int(exponent) : nil
}
