/// Superscript and subscript digits and signs as Unicode characters: `⁻⁷`, `₂`.
enum ScriptSigns {
  /// Returns whether a character is a superscript or subscript digit or sign.
  static func isScript(_ character: Character) -> Bool {
    raised[character] != nil || lowered[character] != nil
  }

  /// Returns whether a scalar can begin such a character: one of Latin-1's three, or of their block.
  static func mayBeScript(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xB2, 0xB3, 0xB9, 0x2070...0x209F: true
    default: false
    }
  }

  /// Returns script characters as scripts of a formula: `^{\textscript{⁻⁷}}`.
  ///
  /// - Parameters:
  ///   - signs: superscript and subscript characters.
  ///   - isText: whether the scripts are set in the text font.
  /// - Returns: nil for characters that every text font has, which are ¹, ² and ³, and for an empty
  ///   sequence.
  static func tex(_ signs: some StringProtocol, isText: Bool = true) -> String? {
    guard signs.contains(where: { isScript($0) && !"¹²³".contains($0) }) else { return nil }
    func script(_ sign: String, _ level: [Character: Character]) -> String {
      let written = signs.filter { level[$0] != nil }
      guard !written.isEmpty else { return "" }
      // What is drawn stands for what was written, so that it can be copied.
      if isText { return "\(sign){\\textscript{\(String(written))}}" }
      return "\(sign){\(String(written.compactMap { level[$0] }))}"
    }
    return script("_", lowered) + script("^", raised)
  }

  /// Returns whether a character is a superscript digit or sign.
  static func isRaised(_ character: Character) -> Bool { raised[character] != nil }

  private static let raised: [Character: Character] = [
    "⁻": "\u{2212}", "⁺": "+", "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6",
    "⁷": "7", "⁸": "8", "⁹": "9",
  ]

  private static let lowered: [Character: Character] = [
    "₋": "\u{2212}", "₊": "+", "₀": "0", "₁": "1", "₂": "2", "₃": "3", "₄": "4", "₅": "5", "₆": "6",
    "₇": "7", "₈": "8", "₉": "9",
  ]
}
