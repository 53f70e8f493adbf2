import BurinGeometry
import BurinMath
import BurinScene
import BurinText
import Testing

/// Positions at 10 pt in Latin Modern Math.
///
/// The expected numbers are sums of values of its MATH and hmtx tables, in thousandths of the em,
/// read with HarfBuzz's C interface by a program of their own.
@Suite("Constructs stand where the MATH table puts them")
struct ConstructTests {
  private func isNear(_ a: Double?, _ b: Double, within tolerance: Double = 1e-6) -> Bool {
    a.map { abs($0 - b) <= tolerance } ?? false
  }

  @Test("Letters are mathematical italic, digits upright, the text what was typed")
  func letters() throws {
    let layout = try Fixture.layout("Ph1")
    #expect(layout.texts == ["Ph1"])
    let face = try Fixture.fonts().mathFace
    let glyphs = layout.runs.first?.glyphs.map(\.id)
    let expected: [Unicode.Scalar] = ["\u{1D443}", "\u{210E}", "1"]
    #expect(glyphs == expected.compactMap { face.glyph(for: $0) })
    #expect(layout.runs.first?.glyphs.map(\.cluster) == [0, 1, 2])
  }

  @Test("A display fraction uses the display shifts and a rule on the axis")
  func displayFraction() throws {
    let layout = try Fixture.layout(#"\frac{a}{b}"#, style: .display)
    // fractionNumeratorDisplayStyleShiftUp 677, fractionDenominatorDisplayStyleShiftDown 686
    #expect(isNear(layout.origin(of: "a")?.y, -6.77))
    #expect(isNear(layout.origin(of: "b")?.y, 6.86))
    // axisHeight 250, fractionRuleThickness 40
    #expect(isNear(layout.rules.first?.midY, -2.5))
    #expect(isNear(layout.rules.first?.height, 0.4))
    // \nulldelimiterspace on both sides
    #expect(isNear(layout.rules.first?.minX, 1.2))
  }

  @Test("A text fraction sets its parts in script size")
  func textFraction() throws {
    let layout = try Fixture.layout(#"\frac{a}{b}"#)
    #expect(isNear(layout.origin(of: "a")?.y, -3.94))  // fractionNumeratorShiftUp
    #expect(layout.runs.first?.size == 7)  // scriptPercentScaleDown
    let nested = try Fixture.layout(#"\frac{\frac{a}{c}}{b}"#)
    #expect(nested.runs.map(\.size).min() == 5)  // scriptScriptPercentScaleDown
  }

  @Test("Scripts take the standard shifts, lower when cramped")
  func scripts() throws {
    #expect(isNear(try Fixture.layout("x^2").origin(of: "²")?.y, -3.63))  // superscriptShiftUp
    #expect(isNear(try Fixture.layout("x_1").origin(of: "1")?.y, 2.47))  // subscriptShiftDown
    // superscriptShiftUpCramped; the radicand is cramped, and stands on the baseline
    #expect(isNear(try Fixture.layout(#"\sqrt{x^2}"#).origin(of: "²")?.y, -2.89))
  }

  @Test("A superscript stands behind the italic correction, a subscript before it")
  func italicCorrection() throws {
    let layout = try Fixture.layout("P^2_1")
    // U+1D443: advance 642, italic correction 140
    #expect(isNear(layout.origin(of: "²")?.x, 7.82))
    #expect(isNear(layout.origin(of: "1")?.x, 6.42))
  }

  @Test("An integral's advance holds its italic correction: the subscript moves back")
  func integral() throws {
    let layout = try Fixture.layout(#"\int_0^1"#, style: .display)
    // display form: advance 999, italic correction 591
    #expect(isNear(layout.origin(of: "¹")?.x, 9.99))
    #expect(isNear(layout.origin(of: "0")?.x, 4.08))
  }

  @Test("A sum has limits in display style and scripts in text style")
  func limits() throws {
    let display = try Fixture.layout(#"\sum_x"#, style: .display)
    let text = try Fixture.layout(#"\sum_x"#)
    // Display form: advance 1444, height 1401 (≥ displayOperatorMinHeight), centred on the axis.
    #expect(isNear(display.width, 14.44))
    let bottom = 14.01 / 2 - 2.5
    #expect(isNear(display.origin(of: "x")?.y, bottom + 6, within: 0.02))  // …BaselineDropMin 600
    #expect((text.origin(of: "x")?.x ?? 0) >= 10.56)
    #expect(try Fixture.layout(#"\sum\nolimits_x"#, style: .display).width > display.width)
    #expect(try Fixture.layout(#"\sum\limits_x"#).width < text.width)
    #expect(try Fixture.layout(#"\max_x"#, style: .display).height > 0)
  }

  @Test("Named functions take limits where TeX's do")
  func functions() throws {
    func hasLimits(_ tex: String) throws -> Bool {
      let layout = try Fixture.layout(tex + "_{x}", style: .display)
      let plain = try Fixture.layout(tex, style: .display)
      return abs(layout.width - plain.width) < 1e-9
    }
    for name in ["max", "min", "lim", "sup", "inf", "det", "gcd", "Pr", "operatorname*{arg\\,max}"]
    {
      #expect(try hasLimits("\\" + name), "\(name)")
    }
    for name in ["log", "ln", "exp", "sin", "operatorname{KL}"] {
      #expect(try !hasLimits("\\" + name), "\(name)")
    }
  }

  @Test("An accent is centred by the attachment points of base and mark")
  func accents() throws {
    let layout = try Fixture.layout(#"\hat{f}"#)
    // 𝑓: attachment 464, ink top 705; hat: attachment −264; accentBaseHeight 450
    let hat = layout.runs.flatMap(\.glyphs).last?.position
    #expect(isNear(hat?.x, 7.28))
    #expect(isNear(hat?.y, -2.55))
    // advance 490 and italic correction 90 of 𝑓
    #expect(isNear(layout.width, 5.8))
  }

  @Test("A wide accent takes the widest form that the base covers")
  func wideAccents() throws {
    let narrow = try Fixture.layout(#"\widehat{x}"#)
    let wide = try Fixture.layout(#"\widehat{xyz}"#)
    func mark(_ layout: FormulaLayout) -> Double { layout.runs.last?.inkBounds?.width ?? 0 }
    #expect(mark(wide) > mark(narrow))
    #expect(mark(wide) <= wide.width)
  }

  @Test("A root's sign covers its radicand, its rule lies on the sign's top")
  func roots() throws {
    for tex in [#"\sqrt{x}"#, #"\sqrt{\frac{a}{b}}"#, #"\sqrt[3]{1+\frac{\frac ab}{c}}"#] {
      let layout = try Fixture.layout(tex, style: .display)
      let sign = layout.runs.first { $0.text == "√" }?.inkBounds
      let rule = layout.rules.min { $0.minY < $1.minY }
      #expect(isNear(sign?.minY, rule?.minY ?? 0, within: 0.02), "\(tex)")
      #expect(isNear(rule?.height, 0.4))  // radicalRuleThickness
      #expect((sign?.maxY ?? 0) >= (layout.inkBounds?.maxY ?? 0) - 0.5)
    }
  }

  @Test("Fences grow with their content and stay centred on the axis")
  func fences() throws {
    var last = 0.0
    for tex in [
      #"\frac ab"#, #"\frac{\frac ab}{\frac cd}"#, #"\begin{matrix}1\\2\\3\\4\end{matrix}"#,
    ] {
      let layout = try Fixture.layout("\\left(\(tex)\\right)", style: .display)
      guard let fence = layout.runs.first(where: { $0.text == "(" })?.inkBounds else {
        Issue.record("no fence around \(tex)")
        continue
      }
      #expect(abs(fence.midY + 2.5) < 0.01, "\(tex)")
      #expect(fence.height > last, "\(tex)")
      last = fence.height
    }
  }

  @Test("A very tall fence is assembled without gaps")
  func assembly() throws {
    let rows = Array(repeating: "x", count: 12).joined(separator: #"\\"#)
    let layout = try Fixture.layout(#"\begin{pmatrix}"# + rows + #"\end{pmatrix}"#)
    let face = try Fixture.fonts().mathFace
    guard let run = layout.runs.first(where: { $0.text == "(" }) else {
      Issue.record("no fence")
      return
    }
    #expect(run.glyphs.count >= 3)
    var previousTop: Double?
    for glyph in run.glyphs {
      guard let ink = face.inkBounds(of: glyph.id) else { continue }
      let bottom = glyph.position.y + ink.maxY * run.size
      if let previousTop { #expect(bottom >= previousTop) }
      previousTop = glyph.position.y + ink.minY * run.size
    }
    let height = run.inkBounds?.height ?? 0
    #expect(height >= (layout.ascent + layout.descent) * 0.9)
  }

  @Test("\\big and its sisters take four sizes")
  func bigDelimiters() throws {
    let heights = try ["(", #"\big("#, #"\Big("#, #"\bigg("#, #"\Bigg("#].map {
      try Fixture.layout($0).inkBounds?.height ?? 0
    }
    #expect(heights == heights.sorted() && Set(heights).count == 5)
  }

  @Test("Braces span their base, scripts stand beyond them")
  func braces() throws {
    let layout = try Fixture.layout(#"\underbrace{a+b+c+d}_{n}"#)
    let brace = layout.runs.first { $0.text == "⏟" }?.inkBounds
    #expect((brace?.width ?? 0) >= layout.width * 0.9)
    #expect((layout.origin(of: "n")?.y ?? 0) > (brace?.maxY ?? .infinity))
  }

  @Test("Chinese in and outside \\text stands upright on the baseline in the text font")
  func chinese() throws {
    for tex in [#"P(\text{晴})=0.6"#, "P(晴)=0.6"] {
      let layout = try Fixture.layout(tex)
      let run = layout.runs.first { $0.text == "晴" }
      #expect(run?.font.postScriptName == "NotoSansCJKsc-Regular", "\(tex)")
      #expect(isNear(run?.glyphs.first?.position.y, 0, within: 0.001))
    }
    let bold = try Fixture.typesetter().layout(
      #"\text{晴}"#, size: 10, color: .black, textWeight: .bold)
    #expect(bold.runs.first?.font.postScriptName == "NotoSansCJKsc-Bold")
  }

  @Test("Text keeps its spaces and sets formulas within")
  func textMode() throws {
    let layout = try Fixture.layout(#"2 \text{ bits of $x^2$ each}"#)
    #expect(layout.texts == ["2", " bits of ", "x", "²", " each"])
    let digit = layout.runs.first { $0.text == "2" }
    let text = layout.runs.first { $0.text == " bits of " }
    #expect((text?.inkBounds?.minX ?? 0) > (digit?.inkBounds?.maxX ?? 0) + 1.5)
  }

  @Test("Signs that mean something else in text have commands")
  func textSigns() throws {
    let tex = #"\text{\textasciitilde\textasciigrave\textquotesingle\textbackslash}"#
    #expect(try Fixture.layout(tex).texts == ["~`'\\"])
  }

  @Test("Aligned lines put their relations below each other")
  func aligned() throws {
    let layout = try Fixture.layout(#"\begin{aligned} abc &= d \\ e &= f + g \end{aligned}"#)
    let equals = layout.runs.compactMap { run in
      run.text.utf8.firstIndex(of: UInt8(ascii: "=")).map { index in
        run.glyphs.first {
          $0.cluster == run.text.utf8.distance(from: run.text.startIndex, to: index)
        }?
        .position.x
      }
    }
    #expect(equals.count == 2)
    #expect(isNear(equals.first ?? nil, (equals.last ?? nil) ?? -1))
  }

  @Test("Matrices are centred on the axis and fenced")
  func matrices() throws {
    for name in ["matrix", "pmatrix", "bmatrix", "vmatrix", "cases"] {
      let layout = try Fixture.layout("\\begin{\(name)}a & b \\\\ c & d\\end{\(name)}")
      #expect(abs((layout.descent - layout.ascent) / 2 + 2.5) < 0.01, "\(name)")
      let fences = layout.texts.filter { ["(", ")", "[", "]", "|", "{"].contains($0) }
      #expect(fences.count == (name == "matrix" ? 0 : name == "cases" ? 1 : 2), "\(name)")
    }
  }

  @Test("Dots lie on the axis before a sign and on the baseline before a comma")
  func dots() throws {
    for (tex, dots) in [
      (#"a+\dots+b"#, "⋯"), (#"a,\dots,b"#, "…"), (#"a<\dots<b"#, "⋯"), (#"a\dots b"#, "…"),
      (#"\dots\sum"#, "⋯"), (#"\ldots+b"#, "…"), (#"\cdots,"#, "⋯"),
    ] {
      #expect(try Fixture.layout(tex).texts.joined().contains(dots), "\(tex)")
    }
  }

  @Test("A relation without a negated character is struck through in its middle")
  func negation() throws {
    let layout = try Fixture.layout(#"\nleqslant"#)
    let glyphs = layout.runs.flatMap { run in run.glyphs.map { (run, $0) } }
    #expect(glyphs.count == 2)
    let face = try Fixture.fonts().mathFace
    let centers = glyphs.compactMap { run, glyph in
      face.inkBounds(of: glyph.id).map { glyph.position.x + $0.midX * run.size }
    }
    #expect(isNear(centers.first, centers.last ?? -1, within: 0.3))
    // Where Unicode has the character, it is used.
    #expect(try Fixture.layout(#"\not="#).texts == ["≠"])
  }

  @Test("Colours come by the models of xcolor too")
  func colorModels() throws {
    for tex in [#"[rgb]{1,0,0}"#, "[RGB]{255, 0, 0}", "[HTML]{ff0000}", "{#f00}", "{red}"] {
      let layout = try Fixture.layout(#"\textcolor"# + tex + "{x}")
      #expect(layout.runs.first?.color == RGBColor(hex: 0xFF0000), "\(tex)")
    }
    for tex in ["[rgb]{2,0,0}", "[rgb]{1,0}", "[HTML]{red}", "[cmy]{1,0,0}", "[gray]{x}"] {
      #expect(Fixture.error(#"\textcolor"# + tex + "{x}")?.position != nil, "\(tex)")
    }
  }

  @Test("The standard math font has what every construct asks for")
  func standardFont() throws {
    let typesetter = try FormulaTypesetter(fonts: .shared())
    for tex in Coverage.sources {
      let layout = try typesetter.layout(tex, size: 10, style: .display, color: .black)
      #expect(layout.width.isFinite, "\(tex)")
    }
  }

  @Test("Every construct is set in every style", arguments: MathStyle.allCases)
  func everything(_ style: MathStyle) throws {
    for tex in Coverage.sources {
      let layout = try Fixture.layout(tex, style: style)
      #expect(layout.inkBounds != nil || tex.contains("phantom"), "\(tex)")
      #expect(layout.width > 0 || tex.contains("phantom") || tex.contains("lap"), "\(tex)")
    }
  }
}

extension FormulaLayout {
  fileprivate var height: Double { ascent + descent }
}

/// One formula for each construct.
enum Coverage {
  static let sources = [
    #"\alpha\beta\gamma\Gamma\varepsilon\vartheta\varphi\varrho\partial\nabla\varGamma"#,
    #"a\le b\ge c\neq d\approx e\propto f\in g\sim h\mid i\|j\subseteq k\equiv l\ll m\leqslant n"#,
    #"\forall x\exists y\to\rightarrow\Rightarrow\iff\mapsto\uparrow\leadsto\implies\gets"#,
    #"\pm\times\cdot\circ\oplus\otimes\cup\cap\setminus\wedge\vee\ast\star\div"#,
    #"\infty\hbar\ell\Re\Im\aleph\emptyset\angle\triangle\ldots\cdots\vdots\ddots\prime"#,
    #"\mathrm{KL}\mathbf{xY1}\boldsymbol{\alpha x}\mathbb{ER}\mathcal{LF}\mathfrak{gC}\mathsf{A}\mathtt{t}"#,
    #"\operatorname{softmax}(x)\operatorname*{arg\,min}_x f"#,
    #"\dfrac12+\tfrac12+\cfrac{1}{1+x}+{a\over b}+{n\choose k}+\genfrac{[}{]}{0pt}{}{a}{b}"#,
    #"\binom nk \dbinom nk \tbinom nk"#, #"\sqrt[n]{x^{y^z}}"#,
    #"\prod_{i=1}^n\int_0^\infty\oint\iint\bigcup_i\bigoplus\coprod"#,
    #"\left\{\frac12\middle|x\right.\left\lfloor y\right\rceil\left\langle z\right\rangle"#,
    #"\bigl(\Bigl[\biggl\{\Biggl|x\Biggr|\biggr\}\Bigr]\bigr)"#,
    #"\hat x\bar x\tilde x\vec x\dot x\ddot x\check x\breve x\acute x\grave x\mathring x"#,
    #"\widehat{abc}\widetilde{abc}\overrightarrow{AB}\overline{xy}\underline{xy}"#,
    #"\overbrace{x+y}^{2}\underbrace{x+y}_{2}\overset{!}{=}\underset{x}{\max}\stackrel{d}{=}"#,
    #"\xrightarrow{f}\xleftarrow[g]{f}\not=\not\in\substack{a\\b}\sum_{\substack{i<n\\j<m}}x"#,
    #"x\,\:\;\!\quad\qquad~\ y\hspace{1em}\kern2pt z\mkern3mu w"#,
    #"\text{中文 mixed}\textbf{粗体}\mbox{text with $x$}"#,
    #"\color{#ff0000}x\textcolor{blue}{y}\colorbox{yellow}{z}"#, #"\boxed{x}\fbox{text}"#,
    #"\cancel{x}\bcancel{x}\xcancel{x}"#, #"\phantom{x}\hphantom{x}\vphantom{x}"#,
    #"\smash{x}\llap{x}\rlap{x}\mathstrut y"#, #"a\bmod b\pmod{n}\mod m"#,
    #"\begin{Bmatrix}1\end{Bmatrix}\begin{Vmatrix}1\end{Vmatrix}\begin{smallmatrix}1&2\end{smallmatrix}"#,
    #"\begin{array}{r|c|l}\hline 1&2&3\\\hline 4&5&6\\[2pt]\hline\end{array}"#,
    #"\begin{dcases}\frac12&x\\y&z\end{dcases}\begin{rcases}a\\b\end{rcases}"#,
    #"\begin{align}a&=b&c&=d\\e&=f\end{align}"#, #"\begin{gathered}a\\b\end{gathered}"#,
    #"\begin{split}a&=b\\&=c\end{split}"#, #"x'^2_i+f''+g'''"#, #"\rule[1pt]{1em}{0.4pt}"#,
    #"\overunderset{a}{b}{=}\prescript{1}{2}{C}\mathchoice{a}{b}{c}{d}\raisebox{2pt}{x}\tag{1}"#,
    #"\overleftrightarrow{AB}\underleftrightarrow{AB}\widebreve{abc}\overbracket{ab}\underparen{ab}"#,
    #"\begin{pmatrix*}[r]1\end{pmatrix*}\begin{array}{@{}*{2}{c}}1&2\end{array}\smash[t]{y}"#,
    #"{}_a^b X_c^d"#, #"\displaystyle\sum_x\textstyle\sum_x\scriptstyle x\scriptscriptstyle y"#,
  ]
}
