import BurinScene

extension FontFamilies {
  /// All families in the order in which they are searched for a character, the math family last.
  var all: [String] { text.contains(math) ? text : text + [math] }

  /// Returns the package that contains a family, if it is known.
  static func package(of family: String) -> String? {
    switch family {
    case "Noto Sans CJK SC", "Noto Serif CJK SC", "Noto Sans Mono CJK SC": "fonts-noto-cjk"
    case "Latin Modern Math", "Latin Modern Roman", "Latin Modern Sans": "fonts-lmodern"
    case "STIX Math": "fonts-stix"
    case "TeX Gyre Termes Math", "TeX Gyre Pagella Math", "TeX Gyre Bonum Math",
      "TeX Gyre Schola Math", "TeX Gyre DejaVu Math":
      "fonts-texgyre-math"
    default: nil
    }
  }
}
