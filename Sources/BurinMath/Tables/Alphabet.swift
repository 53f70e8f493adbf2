/// A design of letters, selected by `\mathbf` and similar commands.
enum Alphabet: Sendable, Hashable {
  /// Italic Latin and small Greek, upright capital Greek and digits, as TeX sets variables.
  case standard
  case upright, italic, bold, boldItalic, script, boldScript, fraktur, boldFraktur
  /// The standard design in bold: italic Latin and small Greek, upright capital Greek and
  /// digits.
  case boldStandard
  case doubleStruck, sansSerif, sansSerifBold, sansSerifItalic, monospace

  /// Returns the character that shows a letter or digit in this design, by Unicode's mathematical
  /// alphanumeric symbols (U+1D400…); other characters are returned unchanged.
  func map(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if let exception = exception(scalar) { return exception }
    switch scalar {
    case "A"..."Z": return shift(scalar, from: "A", to: latinCapitals)
    case "a"..."z": return shift(scalar, from: "a", to: latinCapitals.map { $0 + 26 })
    case "0"..."9": return shift(scalar, from: "0", to: digits)
    case "Α"..."Ω":
      return shift(scalar, from: "Α", to: uprightCapitals.greekCapitals)
    case "α"..."ω": return shift(scalar, from: "α", to: greekCapitals.map { $0 + 26 })
    default: break
    }
    // After the small letters each Greek block has ∂ ϵ ϑ ϰ ϕ ϱ ϖ, and ∇ after the capitals.
    if scalar == "∇" {
      return offset(uprightCapitals.greekCapitals.map { $0 + 25 }, 0) ?? scalar
    }
    let symbols: [Unicode.Scalar] = ["∂", "ϵ", "ϑ", "ϰ", "ϕ", "ϱ", "ϖ"]
    if let index = symbols.firstIndex(of: scalar) {
      return offset(greekCapitals.map { $0 + 51 }, UInt32(index)) ?? scalar
    }
    return scalar
  }

  /// The design of capital Greek letters, which are upright as variables in TeX.
  private var uprightCapitals: Alphabet {
    switch self {
    case .standard: .upright
    case .boldStandard: .bold
    default: self
    }
  }

  private func shift(
    _ scalar: Unicode.Scalar, from first: Unicode.Scalar, to start: UInt32?
  ) -> Unicode.Scalar {
    offset(start, scalar.value - first.value) ?? scalar
  }

  private func offset(_ start: UInt32?, _ distance: UInt32) -> Unicode.Scalar? {
    start.flatMap { Unicode.Scalar($0 + distance) }
  }

  private var latinCapitals: UInt32? {
    switch self {
    case .upright: nil
    case .standard, .italic: 0x1D434
    case .bold: 0x1D400
    case .boldItalic, .boldStandard: 0x1D468
    case .script: 0x1D49C
    case .boldScript: 0x1D4D0
    case .fraktur: 0x1D504
    case .boldFraktur: 0x1D56C
    case .doubleStruck: 0x1D538
    case .sansSerif: 0x1D5A0
    case .sansSerifBold: 0x1D5D4
    case .sansSerifItalic: 0x1D608
    case .monospace: 0x1D670
    }
  }

  private var greekCapitals: UInt32? {
    switch self {
    case .standard, .italic, .script, .sansSerifItalic: 0x1D6E2
    case .bold, .boldFraktur: 0x1D6A8
    case .boldItalic, .boldStandard, .boldScript: 0x1D71C
    case .sansSerifBold: 0x1D756
    case .upright, .fraktur, .doubleStruck, .sansSerif, .monospace: nil
    }
  }

  private var digits: UInt32? {
    switch self {
    case .bold, .boldItalic, .boldStandard, .boldScript, .boldFraktur: 0x1D7CE
    case .doubleStruck: 0x1D7D8
    case .sansSerif, .sansSerifItalic: 0x1D7E2
    case .sansSerifBold: 0x1D7EC
    case .monospace: 0x1D7F6
    case .standard, .upright, .italic, .script, .fraktur: nil
    }
  }

  /// Returns the letters that precede the mathematical blocks in Unicode and leave holes there.
  private func exception(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch (self, scalar) {
    case (.standard, "h"), (.italic, "h"): "ℎ"
    case (.script, "B"): "ℬ"
    case (.script, "E"): "ℰ"
    case (.script, "F"): "ℱ"
    case (.script, "H"): "ℋ"
    case (.script, "I"): "ℐ"
    case (.script, "L"): "ℒ"
    case (.script, "M"): "ℳ"
    case (.script, "R"): "ℛ"
    case (.script, "e"): "ℯ"
    case (.script, "g"): "ℊ"
    case (.script, "o"): "ℴ"
    case (.fraktur, "C"): "ℭ"
    case (.fraktur, "H"): "ℌ"
    case (.fraktur, "I"): "ℑ"
    case (.fraktur, "R"): "ℜ"
    case (.fraktur, "Z"): "ℨ"
    case (.doubleStruck, "C"): "ℂ"
    case (.doubleStruck, "H"): "ℍ"
    case (.doubleStruck, "N"): "ℕ"
    case (.doubleStruck, "P"): "ℙ"
    case (.doubleStruck, "Q"): "ℚ"
    case (.doubleStruck, "R"): "ℝ"
    case (.doubleStruck, "Z"): "ℤ"
    default: nil
    }
  }

  /// This design in bold, for `\boldsymbol`.
  var emboldened: Alphabet {
    switch self {
    case .standard, .boldStandard: .boldStandard
    case .italic, .boldItalic: .boldItalic
    case .upright, .bold, .monospace, .doubleStruck: .bold
    case .script, .boldScript: .boldScript
    case .fraktur, .boldFraktur: .boldFraktur
    case .sansSerif, .sansSerifBold, .sansSerifItalic: .sansSerifBold
    }
  }
}
