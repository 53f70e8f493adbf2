import BurinText
import CHarfBuzz

/// What commands stand for in text: LaTeX's letters, signs and accents, and those of textcomp.
enum TextSymbols {
  /// The characters by command.
  static let characters: [String: String] = {
    var table: [String: String] = [
      "{": "{", "}": "}", "$": "$", "%": "%", "#": "#", "&": "&", "_": "_", " ": " ",
      ",": "\u{2009}", ";": "\u{2004}", ":": "\u{2005}", "!": "", "/": "", "-": "",
      "quad": "\u{2003}", "qquad": "\u{2003}\u{2003}", "enspace": "\u{2002}", "enskip": "\u{2002}",
      "thinspace": "\u{2009}", "space": " ", "nobreakspace": "\u{A0}", "\\": " ", "newline": " ",
      "textvisiblespace": "␣", "allowbreak": "\u{200B}", "lq": "‘", "rq": "’",
    ]
    for pair in pairs.split(whereSeparator: \.isWhitespace).map(String.init).chunked() {
      table[pair.0] = pair.1
    }
    return table
  }()

  /// The combining characters by accent.
  static let accents: [String: Unicode.Scalar] = [
    "'": "\u{301}", "`": "\u{300}", "^": "\u{302}", "\"": "\u{308}", "~": "\u{303}",
    "=": "\u{304}", ".": "\u{307}", "u": "\u{306}", "v": "\u{30C}", "H": "\u{30B}",
    "r": "\u{30A}", "c": "\u{327}", "k": "\u{328}", "d": "\u{323}", "b": "\u{331}", "t": "\u{361}",
    "h": "\u{309}",
  ]

  /// The changes of design up to the end of the group.
  static let switches: [String: TextAttributes] = [
    "bf": TextAttributes(weight: .bold), "bfseries": TextAttributes(weight: .bold),
    "rm": TextAttributes(weight: .regular), "rmfamily": TextAttributes(),
    "sf": TextAttributes(), "sffamily": TextAttributes(),
    "mdseries": TextAttributes(weight: .regular),
    "normalfont": TextAttributes(weight: .regular), "upshape": TextAttributes(),
    "it": TextAttributes(alphabet: .italic), "itshape": TextAttributes(alphabet: .italic),
    "em": TextAttributes(alphabet: .italic), "sl": TextAttributes(alphabet: .italic),
    "slshape": TextAttributes(alphabet: .italic), "tt": TextAttributes(alphabet: .monospace),
    "ttfamily": TextAttributes(alphabet: .monospace),
  ]

  /// All commands of letters, for suggestions.
  static let names: [String] =
    (Array(characters.keys) + Array(switches.keys) + [
      "text", "textbf", "textit", "texttt", "textrm", "textsf", "emph", "textcolor", "color",
    ]).sorted()

  /// Returns a letter and its mark as one character, where Unicode has it.
  static func composed(_ text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    guard scalars.count >= 2 else { return text }
    var joined: hb_codepoint_t = 0
    if hb_unicode_compose(
      hb_unicode_funcs_get_default(), scalars[0].value, scalars[1].value, &joined) != 0,
      let scalar = Unicode.Scalar(joined)
    {
      scalars.replaceSubrange(0...1, with: [scalar])
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private static let pairs = """
    ldots … dots … textellipsis … textbackslash \\ textasciitilde ~ textasciigrave ` textquotesingle '
    textasciicircum ^ textasciiacute ´ textasciimacron ¯ textasciidieresis ¨ textasciibreve ˘
    textasciicaron ˇ textdollar $ textunderscore _ textbraceleft { textbraceright } textless <
    textgreater > textbar | textbardbl ‖ textendash – textemdash — textquoteleft ‘ textquoteright ’
    textquotedblleft “ textquotedblright ” textquotedbl " guillemotleft « guillemotright »
    guillemetleft « guillemetright » guilsinglleft ‹ guilsinglright › quotesinglbase ‚ quotedblbase „
    textexclamdown ¡ textquestiondown ¿ textsection § S § textparagraph ¶ P ¶ textdagger † dag †
    textdaggerdbl ‡ ddag ‡ textbullet • textperiodcentered · textregistered ® textcopyright ©
    copyright © texttrademark ™ textordfeminine ª textordmasculine º textdegree ° degree ° textmu µ
    textohm Ω textcelsius ℃ textperthousand ‰ textpertenthousand ‱ textpercent % textnumero №
    textestimated ℮ textmho ℧ textreferencemark ※ textmusicalnote ♪ textrecipe ℞ textopenbullet ◦
    textbigcircle ◯ textborn * textdied † textdivorced ⚮ textmarried ⚭ textleaf ❧ textlangle ⟨
    textrangle ⟩ textlbrackdbl ⟦ textrbrackdbl ⟧ textlquill ⁅ textrquill ⁆ textinterrobang ‽
    textsterling £ pounds £ texteuro € textyen ¥ textcent ¢ textcurrency ¤ textflorin ƒ textwon ₩
    textnaira ₦ textpeso ₱ textlira ₤ textdong ₫ textguarani ₲ textbaht ฿ textcolonmonetary ₡
    textleftarrow ← textrightarrow → textuparrow ↑ textdownarrow ↓ textpm ± texttimes × textdiv ÷
    textlnot ¬ textminus − textfractionsolidus ⁄ textsurd √ textonehalf ½ textonequarter ¼
    textthreequarters ¾ textonesuperior ¹ texttwosuperior ² textthreesuperior ³ textbrokenbar ¦
    ss ß SS ẞ ae æ AE Æ oe œ OE Œ o ø O Ø aa å AA Å l ł L Ł i ı j ȷ dh ð DH Ð th þ TH Þ dj đ DJ Đ
    dagger † ddagger ‡ maltese ✠ circledR ® yen ¥ star ⋆ ng ŋ NG Ŋ sect § textsectionsign § checkmark ✓ textservicemark ℠ textcopyleft 🄯
    textdblhyphen ⹀ textblank ␢ texttildelow ˷ textasteriskcentered ∗ textbigcircle ◯
    textcircledP ℗ textacutedbl ˝ textgravedbl ˵ textdiscount ⁒ textpilcrow ¶ textcentoldstyle ¢
    textdollaroldstyle $ textzerooldstyle 0 textoneoldstyle 1 texttwooldstyle 2
    textthreeoldstyle 3 textfouroldstyle 4 textfiveoldstyle 5 textsixoldstyle 6
    textsevenoldstyle 7 texteightoldstyle 8 textnineoldstyle 9 texttwelveudash ‒
    textthreequartersemdash — textquotestraightbase ‚ textquotestraightdblbase „
    """
}

extension [String] {
  fileprivate func chunked() -> [(String, String)] {
    stride(from: 0, to: count - 1, by: 2).map { (self[$0], self[$0 + 1]) }
  }
}
