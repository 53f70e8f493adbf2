import BurinText

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
  /// A size up to the end of the group, as a factor of the formula's.
  case size(Double)
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

  enum TextCommand: Sendable, Hashable {
    case text, bold, italic, monospace

    var attributes: TextAttributes {
      switch self {
      case .text: TextAttributes()
      case .bold: TextAttributes(weight: .bold)
      case .italic: TextAttributes(alphabet: .italic)
      case .monospace: TextAttributes(alphabet: .monospace)
      }
    }
  }

  enum Primitive: String, Sendable, Hashable, CaseIterable {
    case sqrt, left, middle, right, begin, end, overset, underset, stackrel, operatorname, color
    case textcolor, colorbox, boxed, fbox, not, substack, cssId, htmlId, boldsymbol, bm, pmb
    case hspace, mspace, kern, mkern, hskip, mskip, rule, pmod, pod, bmod, mod, genfrac, cfrac, root
    case newcommand, renewcommand, providecommand, def, `let`
    case declareMathOperator = "DeclareMathOperator"
    case mathchoice, overunderset, operatornamewithlimits, raisebox, prescript, tag, label, dots
    case dotsc, dotso, smash
    case gdef, edef, xdef, ref, eqref, fcolorbox, framebox, makebox, mathmakebox
    case pairedDelimiter = "DeclarePairedDelimiter"
    case array, matrix, pmatrix, cases, eqalign, eqalignno, leqalignno, displaylines
    case sideset, raise, lower, moveleft, moveright, vcenter, cancelto, sout, angl, phase
    case verb, char, textscript, llap, rlap, clap, mathllap, mathrlap, mathclap, smashoperator,
      cramped
    case textcircled, textsuperscript, textsubscript, href, url, burinpaired, skew, bgroup,
      definecolor, hline, cline, hdashline, multicolumn, buildrel, ce
    case splitfrac, splitdfrac, shoveleft, shoveright, adjustlimits
    case qty, quantity, pqty, bqty, vqty, eval, dd, differential, dv, derivative, pdv, fdv
    case bracesBqty = "Bqty"
    case partialderivative
    case barredBraket = "Braket"
    case functionalderivative
    case mqty, pmqty, bmqty, vmqty, smqty, spmqty, sbmqty, svmqty, mdet, smdet
    case flattenedPmqty = "Pmqty"
    case smallFlattenedPmqty = "sPmqty"
    case imat, xmat, zmat, pmat, dmat, admat
    case ruleBox = "Rule"
    case aboxed = "Aboxed"
  }
}

/// The commands by name.
enum CommandTable {
  static let commands: [String: Command] = {
    var table: [String: Command] = [:]
    table.reserveCapacity(320)
    for name in words(
      "log ln lg exp sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth arg deg dim hom ker tg ctg cotg cosec arctg arcctg sh ch th cth"
    ) {
      table[name] = .function(name, limits: .never)
    }
    for name in words("max min sup inf lim det gcd Pr") {
      table[name] = .function(name, limits: .display)
    }
    table["plim"] = .function("plim", limits: .display)
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
    for (name, factor) in sizes { table[name] = .size(factor) }
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

  /// The operators by their characters, which may be typed.
  static let typedOperators: [Unicode.Scalar: Limits] = {
    var table: [Unicode.Scalar: Limits] = [:]
    for (_, scalar) in largeOperators { table[scalar] = .display }
    for (_, scalar) in integrals { table[scalar] = .never }
    return table
  }()

  /// Returns whether a command is one that every document of LaTeX and amsmath has, so that a new
  /// definition is a mistake.
  static func isEstablished(_ name: String) -> Bool {
    switch commands[name] {
    case .operator_, .accent, .stretched, .bar, .style, .fraction, .infix, .limits, .bigDelimiter:
      !["argmax", "argmin"].contains(name) && SymbolTable.commands[name] == nil
    case .primitive(let primitive):
      [
        .sqrt, .left, .middle, .right, .begin, .end, .overset, .underset, .operatorname, .not,
        .substack, .newcommand, .def, .let, .kern, .hspace, .rule, .raisebox, .mathchoice,
      ].contains(primitive)
    default: SymbolTable.isGreek(name)
    }
  }

  /// Returns whether a command is known.
  static func isKnown(_ name: String) -> Bool {
    commands[name] != nil || SymbolTable.commands[name] != nil
      || BuiltInMacros.table[name] != nil
  }

  /// Every command name, in alphabetical order, for suggestions.
  static let names: [String] =
    (Array(commands.keys) + Array(SymbolTable.commands.keys)
    + Array(BuiltInMacros.table.keys).filter { !$0.contains("@") }).sorted()

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
    ("int", "∫"), ("iint", "∬"), ("iiint", "∭"), ("iiiint", "⨌"), ("oint", "∮"), ("ointop", "∮"),
    ("oiint", "∯"),
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
    ("xtwoheadrightarrow", "↠"), ("xtwoheadleftarrow", "↞"), ("xtofrom", "⇄"),
    ("xrightharpoonup", "⇀"), ("xrightharpoondown", "⇁"), ("xleftharpoonup", "↼"),
    ("xleftharpoondown", "↽"), ("xleftrightharpoons", "⇋"), ("xrightleftarrows", "⇄"),
    ("xrightequilibrium", "⇌"), ("xleftequilibrium", "⇋"), ("xmapsfrom", "↤"),
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
    ("mathsfup", .sansSerif), ("mathbfsfup", .sansSerifBold), ("mathbfsfit", .sansSerifBold),
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

  /// Returns the factor of a command for a size; nil for others.
  static func sizeFactor(_ name: String) -> Double? {
    if case .size(let factor)? = commands[name] { factor } else { nil }
  }

  // LaTeX's sizes at 10 pt (classes.dtx, size10.clo).
  static let sizes: [(String, Double)] = [
    ("Tiny", 0.5), ("tiny", 0.5), ("scriptsize", 0.7), ("footnotesize", 0.8), ("small", 0.9),
    ("normalsize", 1),
    ("large", 1.2), ("Large", 1.44), ("LARGE", 1.728), ("huge", 2.074), ("Huge", 2.488),
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
    ("utilde", .accent("\u{330}", stretches: true, under: true)),
    ("overgroup", .stretched("⏠", over: true)), ("undergroup", .stretched("⏡", over: false)),
    ("overlinesegment", .stretched("⎴", over: true)),
    ("underlinesegment", .stretched("⎵", over: false)),
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
    ("textit", .text(.italic)), ("emph", .text(.italic)), ("textsl", .text(.italic)),
    ("texttt", .text(.monospace)), ("vbox", .text(.text)),
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
    ("above", .infix(hasRule: true, left: nil, right: nil)),
    ("abovewithdelims", .infix(hasRule: true, left: nil, right: nil)),
    ("overwithdelims", .infix(hasRule: true, left: nil, right: nil)),
    ("atopwithdelims", .infix(hasRule: false, left: nil, right: nil)),
    ("mathstrut", .strut), ("strut", .strut),
    ("limits", .limits(.always)), ("nolimits", .limits(.never)),
    ("displaylimits", .limits(.display)),
    ("phantom", .phantom(Phantom())),
    ("hphantom", .phantom(Phantom(ascent: false, descent: false))),
    ("vphantom", .phantom(Phantom(width: false))),
    ("nonumber", .nothing), ("notag", .nothing), ("relax", .nothing),
    ("allowbreak", .nothing), ("nobreak", .nothing), ("null", .nothing), ("goodbreak", .nothing),
    ("badbreak", .nothing), ("break", .nothing), ("*", .nothing),
    ("nonscript", .nothing), ("/", .nothing), ("-", .nothing),
    ("cancel", .cancel(Cancel(rising: true, falling: false))),
    ("bcancel", .cancel(Cancel(rising: false, falling: true))),
    ("xcancel", .cancel(Cancel(rising: true, falling: true))),
  ]
}
