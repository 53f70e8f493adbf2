import BurinFigures
import InformationTheory

// Shared by all figures: names, symbols and ways to print numbers. Colours: `Theme.tutorial`.

extension Language {
  /// Returns the text in this language: `say("晴", en: "sunny")`.
  func callAsFunction(_ chinese: String, en english: String) -> String {
    localized(chinese, ["en": english])
  }

  /// Returns the text in this language, for parameters that take a string as well.
  func text(_ chinese: Text, en english: Text) -> Text { self(chinese, en: english) }

  /// Returns the text in this language.
  func callAsFunction(_ chinese: Text, en english: Text) -> Text {
    localized(chinese, ["en": english])
  }
}

extension Fact {
  /// Creates a fact that is an amount of information.
  init(
    _ name: String, _ information: Information, in unit: InformationUnit = .bits, decimals: Int = 3
  ) {
    let value =
      switch unit {
      case .bits: information.bits
      case .nats: information.nats
      case .hartleys: information.hartleys
      }
    self.init(name, value, unit: unit.symbol, decimals: decimals)
  }
}

extension Fact {
  /// Creates a fact that is an amount of information, with more decimals where it would vanish
  /// otherwise.
  ///
  /// - Parameters:
  ///   - digits: the minimum number of digits of a small amount, up to the ninth decimal.
  ///   - decimals: the minimum number of decimals.
  init(
    _ name: String, _ information: Information, in unit: InformationUnit = .bits,
    showing digits: Int, decimals: Int
  ) {
    self.init(name, information, in: unit, decimals: decimals)
    guard value.isFinite, value != 0 else { return }
    let exponent = Int(InformationUnit.hartleys.logarithm(value.magnitude).rounded(.down))
    self.decimals = max(decimals, min(digits - 1 - exponent, 9))
  }
}

extension Statement {
  /// Creates a statement from its sentence in Chinese and in English.
  init(_ name: String, if condition: String, _ holds: Bool, _ chinese: Text, en english: Text) {
    self.init(name, if: condition, holds) { $0(chinese, en: english) }
  }
}

extension Facts {
  /// Returns the fact with a name that the figure publishes; NaN if it doesn't.
  func callAsFunction(_ name: String) -> Fact { first { $0.name == name } ?? Fact(name, .nan) }
}

extension Information {
  /// The amount, or nothing if it is smaller than what rounding leaves of nothing.
  var withoutDust: Information { bits.magnitude < 1e-12 ? Information(0, unit) : self }
}

extension Distribution {
  /// Returns the distribution in a parameter.
  ///
  /// - Throws: ``ParameterError`` that names the parameter.
  static func parameter(_ name: String, _ values: [Double]) throws -> Distribution {
    do {
      return try Distribution(values)
    } catch {
      throw ParameterError(name, "\(error)")
    }
  }

  /// Returns the distributions in two parameters, over the same outcomes.
  ///
  /// - Throws: ``ParameterError`` that names the parameter at fault.
  static func parameters(
    P: [Double], Q: [Double], outcomes: Words = Words()
  ) throws -> (P: Distribution, Q: Distribution) {
    try outcomes.check(count: P.count, parameter: "outcomes")
    guard P.count == Q.count else {
      throw ParameterError("Q", "has \(Q.count) values where P has \(P.count); give both as many")
    }
    return (try parameter("P", P), try parameter("Q", Q))
  }
}

extension Words {
  /// Whether the figure's own names are shown, which its sentences may count on.
  var areOwn: Bool { strings.isEmpty }

  /// The given names as sentences and labels take them.
  var names: [String] { strings.map(\.besideNumbers) }
}

extension String {
  /// The text with marks around it that keep numbers and signs beside it in their order, if it runs
  /// from right to left: `0.951 (…) − 0.221 (…)` would be read from its end otherwise.
  var besideNumbers: String {
    let runsLeft = unicodeScalars.contains {
      (0x0590...0x08FF).contains($0.value) || (0xFB1D...0xFDFF).contains($0.value)
        || (0xFE70...0xFEFF).contains($0.value) || (0x10800...0x10FFF).contains($0.value)
        || (0x1E800...0x1EFFF).contains($0.value)
    }
    return runsLeft ? "\u{200E}\(self)\u{200E}" : self
  }
}

/// The names of outcomes: given ones first, then numbered ones if a parameter has more.
enum Outcomes {
  /// Sunny, rainy, cloudy, as in the weather forecast of chapter 6.
  static func weather(_ count: Int, _ say: Language, _ words: Words = Words()) -> [String] {
    named(
      words.areOwn
        ? [say("晴", en: "sunny"), say("雨", en: "rainy"), say("阴", en: "cloudy")] : words.names,
      count, say)
  }

  /// Sunny, rainy, snowy, as in the desert and the mountains of chapter 4.
  static func climate(_ count: Int, _ say: Language, _ words: Words = Words()) -> [String] {
    let names =
      say == .zh
      ? ["晴", "雨", "雪", "雾", "风", "雹"] : ["sunny", "rainy", "snowy", "foggy", "windy", "hail"]
    return named(words.areOwn ? names : words.names, count, say)
  }

  /// Returns the keys of the weather's facts, in English whatever the language.
  static func weatherKeys(_ count: Int) -> [String] {
    named(["sunny", "rainy", "cloudy"], count, .en).map { $0.filter { $0 != " " } }
  }

  /// Returns the first of several names that none of the outcomes has, for what stands beside them,
  /// such as their sum.
  static func name(_ names: String..., besides outcomes: [String]) -> String {
    names.first { !outcomes.contains($0) } ?? names.joined(separator: " ")
  }

  private static func named(_ names: [String], _ count: Int, _ say: Language) -> [String] {
    (0..<count).map {
      $0 < names.count ? names[$0] : say("结果 \($0 + 1)", en: "outcome \($0 + 1)")
    }
  }
}

/// Printing numbers as the figures do: a true minus sign, a fixed number of decimals.
extension Double {
  /// Returns the number rounded to decimals; as a power of ten if it would be printed as zero
  /// without being zero.
  func rounded(_ decimals: Int) -> String { Fact.number(self, decimals: decimals) }

  /// A quotient with three decimals at most, or with three digits if it is huge or tiny: `3`,
  /// `0.333`, `4.00×10³⁰`.
  ///
  /// One that is nearly whole has as many decimals as show that it isn't: `1.0000003`.
  var ratio: String {
    guard isPlainRatio else { return NumberFormat.scientific(2).string(self) }
    return trimmed(max(3, nearlyWholeDecimals ?? 3))
  }

  /// The same as a formula.
  var ratioTeX: String { isPlainRatio ? ratio : NumberFormat.scientific(2).label(self).tex }

  private var isPlainRatio: Bool { self == 0 || !isFinite || (0.0095..<1e5).contains(magnitude) }

  /// Returns the number with its sign, `+` included.
  func signed(_ decimals: Int) -> String {
    self > 0 ? "+" + rounded(decimals) : rounded(decimals)
  }

  /// The shortest text of the number: `0.6`, not `0.60`; four digits if it would be long: `0.1667`;
  /// more if it would be printed as a whole number that it isn't: `0.999999997`.
  var short: String { shortFormat.string(self) }

  /// The same as a formula: `5\times 10^{-7}`.
  var shortTeX: String { shortFormat.label(self).tex }

  private var shortFormat: NumberFormat {
    if NumberFormat.shortest.string(self).count <= 8 { return .shortest }
    return nearlyWholeDecimals.map(NumberFormat.fixed) ?? .significant(4)
  }

  /// The decimals that distinguish the number from the whole number next to it, if four digits don't
  /// and ten decimals do.
  private var nearlyWholeDecimals: Int? {
    let distance = (self - rounded()).magnitude
    guard magnitude > 0.5, distance > 0, distance < 0.0005 * magnitude else { return nil }
    // A power of ten itself, less what rounding leaves, needs no digit more.
    let decimals = Int((-InformationUnit.hartleys.logarithm(distance) - 1e-5).rounded(.up))
    return (1...10).contains(decimals) ? decimals : nil
  }

  /// Returns the shortest text of the number, with as many more digits as tell it from another that
  /// stands beside it.
  func short(besides other: Double) -> String { format(besides: other).string(self) }

  /// The same as a formula.
  func shortTeX(besides other: Double) -> String { format(besides: other).label(self).tex }

  private func format(besides other: Double) -> NumberFormat {
    // Zeros at the end distinguish nothing.
    func core(_ text: String) -> String {
      text.contains(".") ? String(text.reversed().drop { $0 == "0" }.reversed()) : text
    }
    guard self != other, core(short) == core(other.short), shortFormat != .shortest else {
      return shortFormat
    }
    return (5...12).lazy.map { NumberFormat.significant($0) }.first {
      core($0.string(self)) != core($0.string(other))
    } ?? shortFormat
  }

  /// Returns the number as a percentage.
  func percent(_ decimals: Int = 0) -> String { NumberFormat.percent(decimals).string(self) }

  /// The probability as a percentage with one decimal at most: `5%`, `12.5%`, `<0.1%`.
  var share: String {
    if self > 0, self < 0.0005 { return "<0.1%" }
    if self > 0.9995, self < 1 { return ">99.9%" }
    return (self * 100).trimmed(1) + "%"
  }

  /// Returns the number rounded to decimals, without zeros at its end.
  func trimmed(_ decimals: Int) -> String {
    let text = rounded(decimals)
    guard text.contains("."), !text.contains("×") else { return text }
    return String(text.reversed().drop { $0 == "0" }.drop { $0 == "." }.reversed())
  }
}

extension String {
  /// The width of the text in letters; a Chinese character counts as two.
  var columns: Int { unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) } }
}

extension ChartContent {
  /// Sets the diameter of points, in points.
  func symbolDiameter(_ diameter: Double) -> StyledChartContent<Self> {
    symbolSize(.pi * diameter * diameter / 4)
  }
}
