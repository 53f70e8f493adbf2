import BurinScene
import CPango

extension FontFamilies {
  /// The families that must be installed, in the order in which they are searched for a character,
  /// the math family last.
  var required: [String] { text.contains(math) ? text : text + [math] }

  /// Returns the package that contains a family, if it is known.
  static func package(of family: String) -> String? {
    switch family {
    case "Noto Color Emoji": "fonts-noto-color-emoji"
    case "Latin Modern Math", "Latin Modern Roman", "Latin Modern Sans": "fonts-lmodern"
    case "STIX Math": "fonts-stix"
    case "TeX Gyre Termes Math", "TeX Gyre Pagella Math", "TeX Gyre Bonum Math",
      "TeX Gyre Schola Math", "TeX Gyre DejaVu Math":
      "fonts-texgyre-math"
    default:
      if family.hasPrefix("Noto S") {
        family.contains(" CJK ") ? "fonts-noto-cjk" : "fonts-noto-core"
      } else {
        nil
      }
    }
  }

  /// Returns the standard family that has a script's letters, or emoji; nil for other characters.
  static func family(for scalar: Unicode.Scalar) -> String? {
    if scalar.properties.isEmojiPresentation { return "Noto Color Emoji" }
    return switch g_unichar_get_script(scalar.value) {
    case G_UNICODE_SCRIPT_LATIN, G_UNICODE_SCRIPT_GREEK, G_UNICODE_SCRIPT_CYRILLIC: "Noto Sans"
    case G_UNICODE_SCRIPT_HAN, G_UNICODE_SCRIPT_HIRAGANA, G_UNICODE_SCRIPT_KATAKANA,
      G_UNICODE_SCRIPT_HANGUL, G_UNICODE_SCRIPT_BOPOMOFO:
      "Noto Sans CJK SC"
    case G_UNICODE_SCRIPT_ARABIC: "Noto Sans Arabic"
    case G_UNICODE_SCRIPT_HEBREW: "Noto Sans Hebrew"
    case G_UNICODE_SCRIPT_DEVANAGARI: "Noto Sans Devanagari"
    case G_UNICODE_SCRIPT_THAI: "Noto Sans Thai"
    case G_UNICODE_SCRIPT_BENGALI: "Noto Sans Bengali"
    case G_UNICODE_SCRIPT_GUJARATI: "Noto Sans Gujarati"
    case G_UNICODE_SCRIPT_GURMUKHI: "Noto Sans Gurmukhi"
    case G_UNICODE_SCRIPT_KANNADA: "Noto Sans Kannada"
    case G_UNICODE_SCRIPT_MALAYALAM: "Noto Sans Malayalam"
    case G_UNICODE_SCRIPT_ORIYA: "Noto Sans Oriya"
    case G_UNICODE_SCRIPT_SINHALA: "Noto Sans Sinhala"
    case G_UNICODE_SCRIPT_TAMIL: "Noto Sans Tamil"
    case G_UNICODE_SCRIPT_TELUGU: "Noto Sans Telugu"
    case G_UNICODE_SCRIPT_KHMER: "Noto Sans Khmer"
    case G_UNICODE_SCRIPT_LAO: "Noto Sans Lao"
    case G_UNICODE_SCRIPT_MYANMAR: "Noto Sans Myanmar"
    case G_UNICODE_SCRIPT_ARMENIAN: "Noto Sans Armenian"
    case G_UNICODE_SCRIPT_GEORGIAN: "Noto Sans Georgian"
    case G_UNICODE_SCRIPT_ETHIOPIC: "Noto Sans Ethiopic"
    case G_UNICODE_SCRIPT_TIBETAN: "Noto Serif Tibetan"
    default: rareFamily(for: scalar)
    }
  }
}
