/// The effect of each command except the symbols.
enum Command: Sendable, Hashable {
  /// A named function set upright.
  case function(String, limits: Limits)
  /// A large operator.
  case operator_(Unicode.Scalar, limits: Limits)
  case accent(Unicode.Scalar, stretches: Bool, under: Bool = false)
  case stretched(Unicode.Scalar, over: Bool)
  case bar(over: Bool)
  case arrow(Unicode.Scalar)
  case space(Length)
  /// A relation with a stroke through it.
  case negated(Unicode.Scalar)
  /// A character with a space on both sides.
  case spaced(Unicode.Scalar, AtomClass, before: Length, after: Length)
  case style(MathStyle)
  /// An alphabet for an argument.
  case alphabet(Alphabet)
  /// An alphabet up to the end of the group.
  case alphabetSwitch(Alphabet)
  case bigDelimiter(AtomClass, height: Double)
  case classed(AtomClass)
  case text(TextCommand)
  case fraction(MathStyle?, hasRule: Bool, left: Unicode.Scalar?, right: Unicode.Scalar?)
  case infix(hasRule: Bool, left: Unicode.Scalar?, right: Unicode.Scalar?)
  case limits(Limits)
  case phantom(Phantom)
  case cancel(Cancel)
  case primitive(Primitive)
  /// `\mathstrut`: the extent of a parenthesis without its width.
  case strut
  /// Without effect on the layout, such as `\nonumber`.
  case nothing

  enum TextCommand: Sendable, Hashable { case text, bold }

  enum Primitive: String, Sendable, Hashable, CaseIterable {
    case sqrt, left, middle, right, begin, end, overset, underset, stackrel, operatorname, color
    case textcolor, colorbox, boxed, fbox, not, substack, cssId, htmlId, boldsymbol, bm, pmb
    case hspace, mspace, kern, mkern, hskip, mskip, rule, pmod, pod, bmod, mod, genfrac, cfrac, root
    case newcommand, renewcommand, providecommand, def, `let`
    case declareMathOperator = "DeclareMathOperator"
    case mathchoice, overunderset, operatornamewithlimits, raisebox, prescript, tag, label, dots
    case dotsc, dotso, smash
  }
}

/// The commands by name.
enum CommandTable {
  static let commands: [String: Command] = {
    var table: [String: Command] = [:]
    table.reserveCapacity(320)
    for name in words(
      "log ln lg exp sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth arg deg dim hom ker"
    ) {
      table[name] = .function(name, limits: .never)
    }
    for name in words("max min sup inf lim det gcd Pr") {
      table[name] = .function(name, limits: .display)
    }
    table["argmax"] = .function("arg max", limits: .display)
    table["argmin"] = .function("arg min", limits: .display)
    table["limsup"] = .function("lim sup", limits: .display)
    table["liminf"] = .function("lim inf", limits: .display)
    table["injlim"] = .function("inj lim", limits: .display)
    table["projlim"] = .function("proj lim", limits: .display)
    for (name, scalar) in largeOperators { table[name] = .operator_(scalar, limits: .display) }
    for (name, scalar) in integrals { table[name] = .operator_(scalar, limits: .never) }
    for (name, scalar) in accents { table[name] = .accent(scalar, stretches: false) }
    for (name, scalar) in wideAccents { table[name] = .accent(scalar, stretches: true) }
    for (name, scalar) in extensibleArrows { table[name] = .arrow(scalar) }
    for (name, length) in spaces { table[name] = .space(length) }
    for (name, alphabet) in alphabets { table[name] = .alphabet(alphabet) }
    // unicode-math's names of the same designs.
    for (name, alphabet) in alphabets where name.hasPrefix("math") {
      table["sym" + name.dropFirst(4)] = .alphabet(alphabet)
    }
    for (name, alphabet) in alphabetSwitches { table[name] = .alphabetSwitch(alphabet) }
    for (size, height) in delimiterHeights {
      table[size] = .bigDelimiter(.ord, height: height)
      table[size + "l"] = .bigDelimiter(.open, height: height)
      table[size + "m"] = .bigDelimiter(.rel, height: height)
      table[size + "r"] = .bigDelimiter(.close, height: height)
    }
    for (name, scalar) in longArrows {
      table[name] = .spaced(scalar, .rel, before: .mu(5), after: .mu(5))
    }
    // amsmath: punctuation as in “f: A → B”.
    table["colon"] = .spaced("∶", .ord, before: .mu(2), after: .mu(6))
    for (name, command) in others { table[name] = command }
    for primitive in Command.Primitive.allCases {
      table[primitive.rawValue] = .primitive(primitive)
    }
    return table
  }()

  /// Returns whether a command is known.
  static func isKnown(_ name: String) -> Bool {
    commands[name] != nil || SymbolTable.commands[name] != nil
  }

  /// Every command name, in alphabetical order, for suggestions.
  static let names: [String] = (Array(commands.keys) + Array(SymbolTable.commands.keys)).sorted()

  private static func words(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }

  private static let largeOperators: [(String, Unicode.Scalar)] = [
    ("sum", "∑"), ("prod", "∏"), ("coprod", "∐"), ("bigcup", "⋃"), ("bigcap", "⋂"),
    ("bigvee", "⋁"), ("bigwedge", "⋀"), ("bigoplus", "⨁"), ("bigotimes", "⨂"), ("bigodot", "⨀"),
    ("biguplus", "⨄"), ("bigsqcup", "⨆"), ("bigsqcap", "⨅"), ("intop", "∫"),
    ("bigcupdot", "⨃"), ("bigtimes", "⨉"), ("bigbot", "⟘"), ("bigtop", "⟙"),
  ]

  private static let integrals: [(String, Unicode.Scalar)] = [
    ("int", "∫"), ("iint", "∬"), ("iiint", "∭"), ("iiiint", "⨌"), ("oint", "∮"), ("oiint", "∯"),
    ("oiiint", "∰"), ("ointctrclockwise", "∳"), ("varointclockwise", "∲"), ("smallint", "∫"),
    ("intclockwise", "∱"), ("awint", "⨑"),
  ]

  private static let accents: [(String, Unicode.Scalar)] = [
    ("hat", "\u{302}"), ("check", "\u{30C}"), ("tilde", "\u{303}"), ("acute", "\u{301}"),
    ("grave", "\u{300}"), ("dot", "\u{307}"), ("ddot", "\u{308}"), ("dddot", "\u{20DB}"),
    ("ddddot", "\u{20DC}"), ("breve", "\u{306}"), ("bar", "\u{304}"), ("vec", "\u{20D7}"),
    ("mathring", "\u{30A}"), ("ocirc", "\u{30A}"), ("ovhook", "\u{309}"),
    ("overbar", "\u{305}"), ("leftharpoonaccent", "\u{20D0}"),
    ("rightharpoonaccent", "\u{20D1}"), ("widebridgeabove", "\u{20E9}"),
    ("asteraccent", "\u{20F0}"),
  ]

  private static let wideAccents: [(String, Unicode.Scalar)] = [
    ("widehat", "\u{302}"), ("widetilde", "\u{303}"), ("widecheck", "\u{30C}"),
    ("overrightarrow", "\u{20D7}"), ("overleftarrow", "\u{20D6}"),
    ("overleftrightarrow", "\u{20E1}"), ("widebreve", "\u{306}"), ("wideoverbar", "\u{305}"),
    ("overleftharpoon", "\u{20D0}"), ("overrightharpoon", "\u{20D1}"),
  ]

  private static let extensibleArrows: [(String, Unicode.Scalar)] = [
    ("xrightarrow", "→"), ("xleftarrow", "←"), ("xleftrightarrow", "↔"), ("xRightarrow", "⇒"),
    ("xLeftarrow", "⇐"), ("xLeftrightarrow", "⇔"), ("xmapsto", "↦"), ("xhookrightarrow", "↪"),
    ("xhookleftarrow", "↩"), ("xrightleftharpoons", "⇌"), ("xlongequal", "="),
  ]

  // amsmath: a thick space on both sides beyond a relation's.
  private static let longArrows: [(String, Unicode.Scalar)] = [
    ("implies", "⟹"), ("impliedby", "⟸"), ("iff", "⟺"),
  ]

  // TeXbook, page 167; amsmath adds other names for `\:` and `\;`.
  private static let spaces: [(String, Length)] = [
    (",", .mu(3)), ("thinspace", .mu(3)), (":", .mu(4)), (">", .mu(4)), ("medspace", .mu(4)),
    (";", .mu(5)), ("thickspace", .mu(5)), ("!", .mu(-3)), ("negthinspace", .mu(-3)),
    ("negmedspace", .mu(-4)), ("negthickspace", .mu(-5)), ("quad", .em(1)), ("qquad", .em(2)),
    ("enspace", .em(0.5)), ("enskip", .em(0.5)), (" ", .textSpace), ("space", .textSpace),
    ("nobreakspace", .textSpace),
  ]

  private static let alphabets: [(String, Alphabet)] = [
    ("mathrm", .upright), ("mathup", .upright), ("mathit", .italic), ("mathnormal", .standard),
    ("mathbf", .bold), ("mathbfup", .bold), ("mathbfit", .boldItalic), ("mathcal", .script),
    ("mathscr", .script), ("mathbfcal", .boldScript), ("mathbfscr", .boldScript),
    ("mathfrak", .fraktur), ("mathbffrak", .boldFraktur), ("mathbb", .doubleStruck),
    ("mathbbm", .doubleStruck), ("mathds", .doubleStruck),
    ("Bbb", .doubleStruck), ("mathsf", .sansSerif), ("mathbfsf", .sansSerifBold),
    ("mathsfit", .sansSerifItalic), ("mathtt", .monospace),
  ]

  private static let alphabetSwitches: [(String, Alphabet)] = [
    ("rm", .upright), ("it", .italic), ("mit", .standard), ("bf", .bold), ("cal", .script),
    ("frak", .fraktur), ("bb", .doubleStruck), ("sf", .sansSerif), ("tt", .monospace),
  ]

  // amsmath, section 4.14.1: 1.2, 1.8, 2.4 and 3 times the normal size.
  private static let delimiterHeights: [(String, Double)] = [
    ("big", 1.2), ("Big", 1.8), ("bigg", 2.4), ("Bigg", 3.0),
  ]

  private static let others: [(String, Command)] = [
    ("overline", .bar(over: true)), ("underline", .bar(over: false)),
    ("underbar", .bar(over: false)),
    ("overbrace", .stretched("⏞", over: true)), ("underbrace", .stretched("⏟", over: false)),
    ("overparen", .stretched("⏜", over: true)), ("underparen", .stretched("⏝", over: false)),
    ("overbracket", .stretched("⎴", over: true)), ("underbracket", .stretched("⎵", over: false)),
    ("underleftrightarrow", .accent("\u{34D}", stretches: true, under: true)),
    ("underrightharpoondown", .accent("\u{20EC}", stretches: true, under: true)),
    ("underleftharpoondown", .accent("\u{20ED}", stretches: true, under: true)),
    ("wideutilde", .accent("\u{330}", stretches: true, under: true)),
    ("threeunderdot", .accent("\u{20E8}", stretches: false, under: true)),
    ("nleqslant", .negated("⩽")), ("ngeqslant", .negated("⩾")), ("nleqq", .negated("≦")),
    ("ngeqq", .negated("≧")), ("nsubseteqq", .negated("⫅")), ("nsupseteqq", .negated("⫆")),
    ("underrightarrow", .accent("\u{20EF}", stretches: true, under: true)),
    ("underleftarrow", .accent("\u{20EE}", stretches: true, under: true)),
    ("displaystyle", .style(.display)), ("textstyle", .style(.text)),
    ("scriptstyle", .style(.script)), ("scriptscriptstyle", .style(.scriptScript)),
    ("mathord", .classed(.ord)), ("mathop", .classed(.op)), ("mathbin", .classed(.bin)),
    ("mathrel", .classed(.rel)), ("mathopen", .classed(.open)), ("mathclose", .classed(.close)),
    ("mathpunct", .classed(.punct)), ("mathinner", .classed(.inner)),
    ("text", .text(.text)), ("textrm", .text(.text)), ("textnormal", .text(.text)),
    ("mbox", .text(.text)), ("hbox", .text(.text)), ("textsf", .text(.text)),
    ("textup", .text(.text)), ("textmd", .text(.text)), ("textbf", .text(.bold)),
    ("frac", .fraction(nil, hasRule: true, left: nil, right: nil)),
    ("dfrac", .fraction(.display, hasRule: true, left: nil, right: nil)),
    ("tfrac", .fraction(.text, hasRule: true, left: nil, right: nil)),
    ("binom", .fraction(nil, hasRule: false, left: "(", right: ")")),
    ("dbinom", .fraction(.display, hasRule: false, left: "(", right: ")")),
    ("tbinom", .fraction(.text, hasRule: false, left: "(", right: ")")),
    ("over", .infix(hasRule: true, left: nil, right: nil)),
    ("atop", .infix(hasRule: false, left: nil, right: nil)),
    ("choose", .infix(hasRule: false, left: "(", right: ")")),
    ("brack", .infix(hasRule: false, left: "[", right: "]")),
    ("brace", .infix(hasRule: false, left: "{", right: "}")),
    ("mathstrut", .strut), ("strut", .strut),
    ("limits", .limits(.always)), ("nolimits", .limits(.never)),
    ("displaylimits", .limits(.display)),
    ("phantom", .phantom(Phantom())),
    ("hphantom", .phantom(Phantom(ascent: false, descent: false))),
    ("vphantom", .phantom(Phantom(width: false))),
    ("llap", .phantom(Phantom(width: false, visible: true, shift: -1))),
    ("mathllap", .phantom(Phantom(width: false, visible: true, shift: -1))),
    ("rlap", .phantom(Phantom(width: false, visible: true))),
    ("mathrlap", .phantom(Phantom(width: false, visible: true))),
    ("clap", .phantom(Phantom(width: false, visible: true, shift: -0.5))),
    ("mathclap", .phantom(Phantom(width: false, visible: true, shift: -0.5))),
    ("nonumber", .nothing), ("notag", .nothing), ("relax", .nothing),
    ("allowbreak", .nothing), ("nobreak", .nothing), ("hfill", .nothing), ("null", .nothing),
    ("cancel", .cancel(Cancel(rising: true, falling: false))),
    ("bcancel", .cancel(Cancel(rising: false, falling: true))),
    ("xcancel", .cancel(Cancel(rising: true, falling: true))),
  ]
}
