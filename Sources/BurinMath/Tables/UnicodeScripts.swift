/// Superscripts and subscripts that are characters of Unicode, such as `⁻¹` and `ₙ`.
enum UnicodeScripts {
  /// Whether a character is one.
  static func isScript(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xB2, 0xB3, 0xB9, 0x2070...0x209C, 0x1D2C...0x1D6A, 0x02B0...0x02E3, 0x2C7C, 0x1D9C,
      0x1DBB:
      raised[scalar] != nil || lowered[scalar] != nil
    default: false
    }
  }

  /// The characters by their superscripts.
  static let raised = pairs(
    """
    ⁰0¹1²2³3⁴4⁵5⁶6⁷7⁸8⁹9⁺+⁻−⁼=⁽(⁾)ⁿnⁱi\
    ᵃaᵇbᶜcᵈdᵉeᶠfᵍgʰhʲjᵏkˡlᵐmᵒoᵖpʳrˢsᵗtᵘuᵛvʷwˣxʸyᶻz\
    ᴬAᴮBᴰDᴱEᴳGᴴHᴵIᴶJᴷKᴸLᴹMᴺNᴼOᴾPᴿRᵀTᵁUᵂWᵝβᵞγᵟδᵠφᵡχ
    """)

  /// The characters by their subscripts.
  static let lowered = pairs(
    "₀0₁1₂2₃3₄4₅5₆6₇7₈8₉9₊+₋−₌=₍(₎)ₐaₑeₕhᵢiⱼjₖkₗlₘmₙnₒoₚpᵣrₛsₜtᵤuᵥvₓxᵦβᵧγᵨρᵩφᵪχ")

  private static func pairs(_ text: String) -> [Unicode.Scalar: Unicode.Scalar] {
    var result: [Unicode.Scalar: Unicode.Scalar] = [:]
    let scalars = Array(text.unicodeScalars)
    for index in stride(from: 0, to: scalars.count - 1, by: 2) {
      result[scalars[index]] = scalars[index + 1]
    }
    return result
  }
}

extension Unicode.Scalar {
  /// The sign of ASCII whose full-width form it is; nil for other characters.
  var narrowForm: Unicode.Scalar? {
    guard (0xFF01...0xFF5E).contains(value) else { return nil }
    return Unicode.Scalar(value - 0xFEE0)
  }
}
