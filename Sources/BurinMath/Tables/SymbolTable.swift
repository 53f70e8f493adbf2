/// The characters that commands represent, and the class of every character.
///
/// Names are those of LaTeX and amssymb, characters those of unicode-math. Pairs are `name
/// character`.
enum SymbolTable {
  /// A command's character and class.
  struct Entry: Sendable {
    var scalar: Unicode.Scalar
    var atomClass: AtomClass
    /// Whether it is a Greek letter or another that takes the alphabet's form.
    var isLetter: Bool
  }

  /// The entries by command name.
  static let commands: [String: Entry] = {
    var result: [String: Entry] = [:]
    result.reserveCapacity(640)
    for (names, atomClass, isLetter) in sources {
      forEachPair(in: names) { name, scalar in
        result[name] = Entry(scalar: scalar, atomClass: atomClass, isLetter: isLetter)
      }
    }
    return result
  }()

  /// Returns whether a character is a Greek letter.
  static func isGreek(_ scalar: Unicode.Scalar) -> Bool {
    ("Α"..."ϵ").contains(scalar)
  }

  /// Returns whether a command is a Greek letter.
  static func isGreek(_ name: String) -> Bool {
    commands[name].map { $0.isLetter && !["R", "N", "Z"].contains(name) } ?? false
  }

  /// The class of every character that isn't ordinary.
  static let classes: [Unicode.Scalar: AtomClass] = {
    var result: [Unicode.Scalar: AtomClass] = [:]
    for (names, atomClass, isLetter) in sources where atomClass != .ord && !isLetter {
      forEachPair(in: names) { _, scalar in
        if result[scalar] == nil { result[scalar] = atomClass }
      }
    }
    for (characters, atomClass) in characters {
      for scalar in characters.unicodeScalars { result[scalar] = atomClass }
    }
    return result
  }()

  private static func forEachPair(in text: String, _ body: (String, Unicode.Scalar) -> Void) {
    var name: Substring?
    for word in text.split(whereSeparator: \.isWhitespace) {
      if let known = name, let scalar = word.unicodeScalars.first {
        body(String(known), scalar)
        name = nil
      } else {
        name = word
      }
    }
  }

  /// Characters that are typed directly (TeXbook, appendix B: plain TeX's `\mathcode` table).
  private static let characters: [(String, AtomClass)] = [
    ("+-−*", .bin), ("=<>:", .rel), ("([{", .open), (")]}!", .close), (",;", .punct), ("?", .ord),
    ("|/.\\", .ord),
  ]

  private static let sources: [(String, AtomClass, Bool)] = [
    (greek, .ord, true), (ordinary, .ord, false), (binary, .bin, false),
    (relations, .rel, false), (negated, .rel, false), (arrows, .rel, false),
    (furtherOrdinary, .ord, false), (furtherBinary, .bin, false),
    (furtherRelations, .rel, false), (opening, .open, false), (closing, .close, false),
    (punctuation, .punct, false),
    (inner, .inner, false),
  ]

  private static let greek = """
    alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι
    kappa κ varkappa ϰ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ
    varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω digamma ϝ
    Alpha Α Beta Β Gamma Γ Delta Δ Epsilon Ε Zeta Ζ Eta Η Theta Θ Iota Ι Kappa Κ Lambda Λ Mu Μ
    Nu Ν Xi Ξ Omicron Ο Pi Π Rho Ρ Sigma Σ Tau Τ Upsilon Υ Phi Φ Chi Χ Psi Ψ Omega Ω
    partial ∂ nabla ∇
    """

  private static let ordinary = """
    infty ∞ infin ∞ aleph ℵ beth ℶ gimel ℷ daleth ℸ hbar ℏ hslash ℏ ell ℓ wp ℘ weierp ℘ Re ℜ real ℜ
    Im ℑ image ℑ imath 𝚤 jmath 𝚥 forall ∀ exists ∃ exist ∃ nexists ∄ emptyset ∅ varnothing ∅
    empty ∅ surd √ top ⊤ bot ⊥ angle ∠ measuredangle ∡ sphericalangle ∢ triangle △
    triangledown ▽ blacktriangle ▲ blacktriangledown ▼ square □ Box □
    blacksquare ■ Diamond ◇ lozenge ◊ blacklozenge ⧫ diamondsuit ♢ heartsuit ♡ clubsuit ♣
    spadesuit ♠ flat ♭ natural ♮ sharp ♯ neg ¬ lnot ¬ prime ′ dprime ″ backprime ‵ bigstar ★
    checkmark ✓ maltese ✠ degree ° mho ℧ Finv Ⅎ Game ⅁ eth ð complement ∁ Bbbk 𝕜 circledS Ⓢ
    circledR ® copyright © diagup ╱ diagdown ╲ backslash \\ # # % % _ _ dag † ddag ‡ S § P ¶
    mathsection § mathparagraph ¶ pounds £ mathsterling £ $ $ yen ¥ euro € vert | Vert ‖ | ‖ arrowvert ⏐ Arrowvert ‖ bracevert ⎪ And & & & QED ∎ vdots ⋮
    alef ℵ alefsym ℵ clubs ♣ hearts ♡ diamonds ♢ spades ♠ sect § thetasym ϑ bull ∙ ang ∠ lq ‘ rq ’
    mathdollar $ textdollar $ ss ß ae æ oe œ o ø aa å AE Æ OE Œ O Ø AA Å l ł L Ł
    minuso ⦵ ohm Ω perthousand ‰ micro µ celsius ℃
    R ℝ Reals ℝ reals ℝ N ℕ natnums ℕ Z ℤ Complex ℂ cnums ℂ
    """

  private static let binary = """
    pm ± mp ∓ times × div ÷ cdot ⋅ sdot ⋅ ast ∗ star ⋆ circ ∘ bullet ∙ cap ∩ cup ∪ uplus ⊎
    sqcap ⊓ sqcup ⊔ vee ∨ lor ∨ wedge ∧ land ∧ setminus ∖ smallsetminus ∖ wr ≀ diamond ⋄
    bigtriangleup △ bigtriangledown ▽ triangleleft ◁ triangleright ▷ lhd ⊲ rhd ⊳ unlhd ⊴
    unrhd ⊵ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ bigcirc ◯ dagger † ddagger ‡ amalg ⨿
    dotplus ∔ ltimes ⋉ rtimes ⋊ leftthreetimes ⋋ rightthreetimes ⋌ circledast ⊛ circledcirc ⊚
    circleddash ⊝ boxplus ⊞ boxminus ⊟ boxtimes ⊠ boxdot ⊡ barwedge ⊼ veebar ⊻ doublebarwedge ⩞
    curlywedge ⋏ curlyvee ⋎ Cap ⋒ Cup ⋓ doublecap ⋒ doublecup ⋓ divideontimes ⋇ intercal ⊺
    plusmn ± or ∨ and ∧ Dagger ‡ centerdot ⋅ gtrdot ⋗ lessdot ⋖
    """

  private static let relations = """
    leq ≤ le ≤ geq ≥ ge ≥ ll ≪ gg ≫ lll ⋘ ggg ⋙ prec ≺ succ ≻ preceq ⪯ succeq ⪰ sim ∼ simeq ≃
    approx ≈ thickapprox ≈ thicksim ∼ cong ≅ equiv ≡ doteq ≐ Doteq ≑ doteqdot ≑ propto ∝
    varpropto ∝ asymp ≍ models ⊧ perp ⟂ mid ∣ shortmid ∣ parallel ∥ shortparallel ∥ in ∈ isin ∈
    ni ∋ owns ∋ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ subseteqq ⫅ supseteqq ⫆ Subset ⋐ Supset ⋑
    sqsubset ⊏ sqsupset ⊐ sqsubseteq ⊑ sqsupseteq ⊒ vdash ⊢ dashv ⊣ vDash ⊨ Vdash ⊩ Vvdash ⊪
    bowtie ⋈ Join ⋈ smile ⌣ frown ⌢ smallsmile ⌣ smallfrown ⌢ leqslant ⩽ geqslant ⩾ leqq ≦ geqq ≧
    lesssim ≲ gtrsim ≳ lessapprox ⪅ gtrapprox ⪆ lessgtr ≶ gtrless ≷ lesseqgtr ⋚ gtreqless ⋛
    lesseqqgtr ⪋ gtreqqless ⪌ eqslantless ⪕ eqslantgtr ⪖ preccurlyeq ≼ succcurlyeq ≽
    curlyeqprec ⋞ curlyeqsucc ⋟ precsim ≾ succsim ≿ precapprox ⪷ succapprox ⪸ approxeq ≊
    backsim ∽ backsimeq ⋍ risingdotseq ≓ fallingdotseq ≒ eqcirc ≖ circeq ≗ triangleq ≜ bumpeq ≏
    gggtr ⋙ llless ⋘ lt < gt > vartriangle △
    Bumpeq ≎ vartriangleleft ⊲ vartriangleright ⊳ trianglelefteq ⊴ trianglerighteq ⊵
    blacktriangleleft ◀ blacktriangleright ▶ between ≬ pitchfork ⋔ therefore ∴ because ∵
    sub ⊂ sube ⊆ supe ⊇ dblcolon ∷ coloncolon ∷ Coloneqq ⩴ coloncolonequals ⩴ colonequals ≔
    equalscolon ≕ ordinarycolon ∶ backepsilon ϶ ratio ∶ coloneq ≔ coloneqq ≔ eqcolon ≕ eqqcolon ≕ vcentcolon ∶
    """

  private static let negated = """
    ne ≠ neq ≠ notin ∉ notni ∌ nless ≮ ngtr ≯ nleq ≰ ngeq ≱ lneq ⪇ gneq ⪈ lneqq ≨ gneqq ≩ lnsim ⋦
    gnsim ⋧ lnapprox ⪉ gnapprox ⪊ nprec ⊀ nsucc ⊁ npreceq ⋠ nsucceq ⋡ precneqq ⪵ succneqq ⪶
    precnsim ⋨ succnsim ⋩ precnapprox ⪹ succnapprox ⪺ nsim ≁ ncong ≇ nmid ∤ nparallel ∦ nvdash ⊬
    nvDash ⊭ nVdash ⊮ nVDash ⊯ ntriangleleft ⋪ ntriangleright ⋫ ntrianglelefteq ⋬
    ntrianglerighteq ⋭ nsubset ⊄ nsupset ⊅ nsubseteq ⊈ nsupseteq ⊉ subsetneq ⊊ supsetneq ⊋
    subsetneqq ⫋ supsetneqq ⫌ nshortmid ∤ nshortparallel ∦ varsubsetneq ⊊ varsupsetneq ⊋
    varsubsetneqq ⫋ varsupsetneqq ⫌ lvertneqq ≨ gvertneqq ≩
    """

  private static let arrows = """
    larr ← rarr → lrarr ↔ harr ↔ uarr ↑ darr ↓ varr ↕ lArr ⇐ rArr ⇒ lrArr ⇔ hArr ⇔ uArr ⇑ dArr ⇓
    Larr ⇐ Rarr ⇒ Lrarr ⇔ Harr ⇔ Uarr ⇑ Darr ⇓ vArr ⇕ to → rightarrow → gets ← leftarrow ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐
    Leftrightarrow ⇔ longrightarrow ⟶ longleftarrow ⟵ longleftrightarrow ⟷ Longrightarrow ⟹
    Longleftarrow ⟸ Longleftrightarrow ⟺ mapsto ↦ longmapsto ⟼
    hookleftarrow ↩ hookrightarrow ↪ uparrow ↑ downarrow ↓ updownarrow ↕ Uparrow ⇑ Downarrow ⇓
    Updownarrow ⇕ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ leftharpoonup ↼ leftharpoondown ↽
    rightharpoonup ⇀ rightharpoondown ⇁ rightleftharpoons ⇌ leftrightharpoons ⇋
    dasharrow ⇢ leadsto ⇝ rightsquigarrow ⇝ leftrightsquigarrow ↭ dashrightarrow ⇢ dashleftarrow ⇠
    leftleftarrows ⇇ rightrightarrows ⇉ leftrightarrows ⇆ rightleftarrows ⇄ upuparrows ⇈
    downdownarrows ⇊ Lleftarrow ⇚ Rrightarrow ⇛ twoheadleftarrow ↞ twoheadrightarrow ↠
    leftarrowtail ↢ rightarrowtail ↣ looparrowleft ↫ looparrowright ↬ curvearrowleft ↶
    curvearrowright ↷ circlearrowleft ↺ circlearrowright ↻ Lsh ↰ Rsh ↱ multimap ⊸
    upharpoonleft ↿ upharpoonright ↾ restriction ↾ downharpoonleft ⇃ downharpoonright ⇂
    nleftarrow ↚ nrightarrow ↛ nleftrightarrow ↮ nLeftarrow ⇍ nRightarrow ⇏ nLeftrightarrow ⇎
    """

  private static let opening = """
    lbrace { { { lbrack [ lparen ( langle ⟨ lfloor ⌊ lceil ⌈ lvert | lVert ‖ lgroup ⟮ lmoustache ⎰
    lang ⟨ lBrace ⦃ lbag ⟅ llbracket ⟦ ulcorner ⌜ llcorner ⌞ lAngle ⟪
    """

  private static let closing = """
    rbrace } } } rbrack ] rparen ) rangle ⟩ rfloor ⌋ rceil ⌉ rvert | rVert ‖ rgroup ⟯ rmoustache ⎱
    rang ⟩ rBrace ⦄ rbag ⟆ rrbracket ⟧ urcorner ⌝ lrcorner ⌟ rAngle ⟫
    """

  private static let punctuation = """
    cdotp · ldotp .
    """

  private static let inner = """
    ldots … hdots … mathellipsis … cdots ⋯ dotsb ⋯ dotsm ⋯ dotsi ⋯ ddots ⋱
    iddots ⋰ adots ⋰
    """

  // Names of unicode-math beyond those of LaTeX and amssymb.
  private static let furtherOrdinary = """
    horizbar ― trprime ‴ backdprime ‶ backtrprime ‷ qprime ⁗ Eulerconst ℇ Planckconst ℎ Angstrom Å
    linefeed ↴ carriagereturn ↵ acwopencirclearrow ↺ cwopencirclearrow ↻ leftwhitearrow ⇦
    upwhitearrow ⇧ rightwhitearrow ⇨ downwhitearrow ⇩ increment ∆ rightangle ∟ sinewave ∿
    hermitmatrix ⊹ measuredrightangle ⊾ varlrtriangle ⊿ diameter ⌀ invnot ⌐ turnednot ⌙ obrbrak ⏠
    ubrbrak ⏡ blanksymbol ␢ mdlgblksquare ■ mdlgwhtsquare □ smblksquare ▪ smwhtsquare ▫
    hrectangleblack ▬ hrectangle ▭ bigblacktriangleup ▲ bigblacktriangledown ▼ mdlgwhtlozenge ◊
    mdlgblkcircle ● smwhtcircle ◦ lgwhtcircle ◯ varspadesuit ♤ varheartsuit ♥ vardiamondsuit ♦
    varclubsuit ♧ eighthnote ♪ dottedsquare ⬚
    """

  private static let furtherBinary = """
    smblkcircle • vysmwhtcircle ∘ vysmblkcircle ∙ dotminus ∸ invlazys ∾ cupleftarrow ⊌ cupdot ⊍
    circledequal ⊜ barvee ⊽ smwhtdiamond ⋄ varbarwedge ⌅ vardoublebarwedge ⌆ mdlgwhtcircle ○
    lozengeminus ⟠ concavediamond ⟡ concavediamondtickleft ⟢ concavediamondtickright ⟣ vectimes ⨯
    """

  private static let furtherRelations = """
    twoheaduparrow ↟ twoheaddownarrow ↡ mapsfrom ↤ mapsup ↥ mapsdown ↧ Ldsh ↲ Rdsh ↳
    updownarrows ⇅ Nwarrow ⇖ Nearrow ⇗ Searrow ⇘ Swarrow ⇙ leftsquigarrow ⇜ downuparrows ⇵
    rightthreearrows ⇶ smallin ∊ nni ∌ smallni ∍ Colon ∷ dashcolon ∹ dotsminusdots ∺
    kernelcontraction ∻ eqsim ≂ nsime ≄ sime ≃ nsimeq ≄ simneqq ≆ napprox ≉ approxident ≋
    backcong ≌ arceq ≘ wedgeq ≙ veeeq ≚ stareq ≛ eqdef ≝ measeq ≞ questeq ≟ nequiv ≢ Equiv ≣
    nasymp ≭ nlesssim ≴ ngtrsim ≵ nlessgtr ≸ ngtrless ≹ assert ⊦ VDash ⊫ origof ⊶ imageof ⊷
    equalparallel ⋕ eqless ⋜ eqgtr ⋝ npreccurlyeq ⋠ nsucccurlyeq ⋡ nsqsubseteq ⋢ nsqsupseteq ⋣
    sqsubsetneq ⋤ sqsupsetneq ⋥ nvartriangleleft ⋪ nvartriangleright ⋫ DashVDash ⟚ dashVdash ⟛
    multimapinv ⟜ vlongdash ⟝ longdashv ⟞ rightarrowonoplus ⟴ longmapsfrom ⟻ Longmapsfrom ⟽
    Longmapsto ⟾ longrightsquigarrow ⟿ Mapsfrom ⤆ Mapsto ⤇ leftthreearrows ⬱ longleftsquigarrow ⬳
    """

  /// The negated form of a relation, for `\not` (Unicode: canonical compositions with U+0338).
  static let negations: [Unicode.Scalar: Unicode.Scalar] = {
    let pairs = "=≠∈∉∋∌<≮>≯≤≰≥≱∼≁≃≄≅≇≈≉≡≢⊂⊄⊃⊅⊆⊈⊇⊉∃∄∣∤∥∦→↛←↚↔↮⇒⇏⇐⇍⇔⇎⊢⊬⊨⊭⊩⊮≺⊀≻⊁⊲⋪⊳⋫⊴⋬⊵⋭≍≭⊑⋢⊒⋣"
    var result: [Unicode.Scalar: Unicode.Scalar] = [:]
    var plain: Unicode.Scalar?
    for scalar in pairs.unicodeScalars {
      if let known = plain {
        result[known] = scalar
        plain = nil
      } else {
        plain = scalar
      }
    }
    return result
  }()
}
