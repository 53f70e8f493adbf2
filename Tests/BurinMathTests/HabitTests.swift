import BurinGeometry
import BurinMath
import BurinScene
import BurinText
import Testing

/// What LaTeX's users write and other packages read.
@Suite("Habits of LaTeX's users")
struct HabitTests {
  private func glyphs(_ tex: String, style: MathStyle = .display) throws -> [Glyph] {
    try Fixture.layout(tex, style: style).runs.flatMap(\.glyphs).map {
      Glyph(
        id: $0.id,
        position: Point(($0.position.x * 1e6).rounded(), ($0.position.y * 1e6).rounded()),
        cluster: 0)
    }
  }

  @Test(
    "Two ways to write the same formula give the same formula",
    arguments: [
      // Unicode's scripts, fractions, roots and operators
      ("x₁+aₙ₊₁", "x_1+a_{n+1}"), ("x⁻¹", "x^{-1}"), ("10⁻⁷", "10^{-7}"), ("x₁²", "x_1^2"),
      ("xᵀ", "x^T"), ("∛x", #"\sqrt[3]x"#), ("√2+1", #"\sqrt{2}+1"#), ("√{a+b}", #"\sqrt{a+b}"#),
      ("⅓", #"\tfrac13"#), ("∑_{i=1}^n", #"\sum_{i=1}^n"#), ("∏_i", #"\prod_i"#),
      ("∫_0^1", #"\int_0^1"#),
      // scripts behind spaces and changes belong to an empty base
      (#"a\quad^2"#, #"a\quad{}^2"#), (#"a\color{red}^2b"#, #"a\color{red}{}^2b"#),
      // limits of operators
      (#"\mathop{\arg\max}_\theta f"#, #"\mathop{\arg\max}\limits_\theta f"#),
      // the meaning of a name, not the name
      (#"\let\old\phi\let\phi\varphi\let\varphi\old\phi\varphi"#, #"\varphi\phi"#),
      (#"\let\to\alpha\to"#, #"\alpha"#),
      // delimited parameters
      (#"\def\pair(#1,#2){\frac{#1}{#2}}\pair(a,b)"#, #"\frac{a}{b}"#),
      (#"\def\upto#1.{[#1]}\upto x+y."#, "[x+y]"), (#"\def\a x{y}\a xz"#, "yz"),
      (#"\def\f#1;{#1}\f{a;b};"#, "a;b"),
      // names of other lists
      (#"\lang x\rang"#, #"\langle x\rangle"#), (#"A\sube B"#, #"A\subseteq B"#),
      (#"\abs{x}"#, #"\left\lvert x\right\rvert"#), (#"\norm{x}"#, #"\left\lVert x\right\rVert"#),
      (#"\DeclarePairedDelimiter{\set}{\{}{\}}\set{x}"#, #"\{x\}"#),
      (#"\DeclarePairedDelimiter{\set}{\{}{\}}\set*{\frac12}"#, #"\left\{\frac12\right\}"#),
      (#"\DeclarePairedDelimiter{\set}{\{}{\}}\set[\Big]{x}"#, #"\Bigl\{x\Bigr\}"#),
      (#"\root 3 \of x"#, #"\sqrt[3]{x}"#), (#"a \above 0pt b"#, #"a \atop b"#),
      (#"a \overwithdelims() b"#, #"\genfrac(){}{}ab"#),
      (#"\matrix{a&b\cr c&d}"#, #"\begin{matrix}a&b\\c&d\end{matrix}"#),
      (
        #"\begin{psmallmatrix*}a&b\end{psmallmatrix*}"#,
        #"\begin{psmallmatrix}a&b\end{psmallmatrix}"#
      ),
      (#"\begin{array}{*2c}a&b\end{array}"#, #"\begin{array}{cc}a&b\end{array}"#),
      (#"\begin{array}{>{x}c<{y}}a\end{array}"#, #"\begin{array}{c}xay\end{array}"#),
      (#"\text{\'e\"{o}\^u\ss}"#, #"\text{éöûß}"#),
      (#"\text{a\&b\textdollar}"#, #"\text{a\&b\$}"#), (#"\textcircled{1}"#, #"\text{①}"#),
      (#"\upalpha"#, #"\mathrm{\alpha}"#), (#"\dv{f}{x}"#, #"\frac{\mathrm{d}f}{\mathrm{d}x}"#),
      (#"\pdv{f}{x}"#, #"\frac{\partial f}{\partial x}"#),
      (#"\qty(\frac12)"#, #"\left(\frac12\right)"#),
      (#"\boldsymbol{\mathcal{N}}"#, #"\mathbfcal{N}"#), ("x\u{FE0E}", "x"),
      // a full-width sign alone is a sign of the formula
      ("P（A）=1", "P(A)=1"),
    ])
  func equivalents(_ habit: String, _ plain: String) throws {
    #expect(try glyphs(habit) == glyphs(plain), "\(habit)")
  }

  @Test("A percent sign in a formula of one line is one; in several lines it begins a comment")
  func percent() throws {
    #expect(try Fixture.layout("P=60% x").texts.joined() == "P=60%x")
    #expect(try Fixture.layout("P=60% x\n+1").texts.joined() == "P=60+1")
    #expect(try Fixture.layout(#"\text{60% of x}"#).texts.joined() == "60% of x")
  }

  @Test("A whole formula may have several lines")
  func lines() throws {
    let layout = try Fixture.layout(#"a=b \\ +c \\[1em] -d \\"#, style: .display)
    let heights = ["a", "c", "d"].map { text in
      layout.runs.first { $0.text.contains(text) }?.glyphs.first?.position.y ?? 0
    }
    #expect(heights[0] < heights[1] && heights[1] < heights[2])
    // The extra space is one em.
    #expect(abs((heights[2] - heights[1]) - (heights[1] - heights[0]) - 10) < 0.01)
    #expect(try Fixture.layout(#"x \newline y"#).runs.count == 2)
  }

  @Test("Scripts of a large delimiter stand at its corners")
  func delimiterScripts() throws {
    let layout = try Fixture.layout(#"\bigg|_{x}^{y}"#, style: .display)
    let bar = try #require(layout.runs.first { $0.text == "|" }?.inkBounds)
    let (low, high) = (try #require(layout.origin(of: "x")), try #require(layout.origin(of: "^y")))
    #expect(low.y > bar.maxY - 3 && high.y < bar.minY + 6)
    let plain = try #require(try Fixture.layout("|_x", style: .display).origin(of: "x"))
    #expect(low.y > plain.y + 5)
  }

  @Test("What stands between columns is drawn in every row")
  func separators() throws {
    let layout = try Fixture.layout(#"\begin{array}{r@{\;=\;}l}a&b\\c&d\end{array}"#)
    #expect(layout.texts.joined().filter { $0 == "=" }.count == 2)
    // `@{}` takes the place of the space between the columns.
    let (with, without) = (
      try Fixture.layout(#"\begin{array}{cc}a&b\end{array}"#).width,
      try Fixture.layout(#"\begin{array}{c@{}c}a&b\end{array}"#).width
    )
    #expect(abs(with - without - 10) < 0.01)
    let kept = try Fixture.layout(#"\begin{array}{c!{}c}a&b\end{array}"#).width
    #expect(abs(with - kept) < 0.01)
  }

  @Test("Rules may be double and dashed")
  func rules() throws {
    let single = try Fixture.layout(#"\begin{array}{c|c}a&b\end{array}"#)
    let double = try Fixture.layout(#"\begin{array}{c||c}a&b\\\hline\hline c&d\end{array}"#)
    #expect(single.rules.count == 1)
    #expect(double.rules.count == 4)
    #expect(double.width > single.width)
    let dashed = try Fixture.layout(#"\begin{array}{c:c}a&b\\\hdashline c&d\end{array}"#)
    let dashes = dashed.items.strokes.filter { !$0.dash.isEmpty }
    #expect(dashes.count == 2)
  }

  @Test("The first line of a multline is at the left, the last at the right")
  func multline() throws {
    let layout = try Fixture.layout(#"\begin{multline}a\\b\\c\end{multline}"#, style: .display)
    let x = try ["a", "b", "c"].map { try #require(layout.origin(of: $0)?.x) }
    #expect(x[0] < x[1] && x[1] < x[2])
    #expect(abs(x[0]) < 0.5)
    let shoved = try Fixture.layout(
      #"\begin{multline}a\\\shoveright b\\c\end{multline}"#, style: .display)
    #expect(abs(try #require(shoved.origin(of: "b")?.x) - x[2]) < 2)
  }

  @Test("The numbers of rows stand in one column")
  func tags() throws {
    let layout = try Fixture.layout(
      #"\begin{align}a&=b\tag{1}\\aaaa&=bbbb\tag{2}\end{align}"#, style: .display)
    let tags = layout.runs.filter { $0.text.hasPrefix("(") }
    #expect(tags.count == 2)
    #expect(
      abs((tags[0].glyphs.first?.position.x ?? 0) - (tags[1].glyphs.first?.position.x ?? 1)) < 0.01)
  }

  @Test("In alignat, pairs of columns follow one another without a space")
  func alignat() throws {
    let (wide, narrow) = (
      try Fixture.layout(#"\begin{aligned}a&=b&c&=d\end{aligned}"#),
      try Fixture.layout(#"\begin{alignedat}{2}a&=b&c&=d\end{alignedat}"#)
    )
    #expect(abs(wide.width - narrow.width - 10) < 0.01)
  }

  @Test("Commands for sizes set what follows")
  func sizes() throws {
    let layout = try Fixture.layout(#"a{\Large b}c"#)
    #expect(layout.runs.map(\.size).contains { abs($0 - 14.4) < 1e-9 })
    #expect(layout.runs.filter { $0.size == 10 }.map(\.text).joined() == "ac")
  }

  @Test("A hyphen in a function's name is a hyphen")
  func hyphen() throws {
    let name = try Fixture.layout(#"\operatorname{soft-max}"#)
    let minus = try Fixture.layout(#"\mathrm{soft}-\mathrm{max}"#)
    #expect(name.width < minus.width - 3)
    #expect(name.texts.joined() == "soft-max")
  }

  @Test("Raised signs drawn as plain ones keep what was written")
  func written() throws {
    #expect(try Fixture.layout(#"x^{\textscript{⁻⁷}}"#).texts == ["x", "⁻⁷"])
    #expect(try Fixture.layout("10⁻⁷").texts.joined() == "10⁻⁷")
    let run = try #require(try Fixture.layout(#"x^{\textscript{⁻⁷}}"#).runs.last)
    #expect(run.glyphs.map(\.cluster) == [0, 3])
  }

  @Test(
    "Chemistry in mhchem's notation",
    arguments: [
      ("H2O", "H2O"), ("SO4^2-", "SO4²⁻"), ("2H2 + O2 -> 2H2O", "2H2+O2→2H2O"),
      ("Na+", "Na⁺"), ("CaCO3 v", "CaCO3↓"), ("^{14}_6C", "¹⁴6C"), ("A <=>[k_1][k_2] B", "Ak1⇌k2B"),
    ])
  func chemistry(_ source: String, _ shown: String) throws {
    let texts = try Fixture.layout("\\ce{\(source)}").texts.joined().replacing("-", with: "-")
    #expect(Set(texts) == Set(shown) && texts.count == shown.count, "\(texts)")
  }

  @Test("A diagram has arrows between its expressions")
  func diagram() throws {
    let layout = try Fixture.layout(
      #"\begin{CD}A@>a>>B\\@VbVV @AAcA\\C@=D\end{CD}"#, style: .display)
    let (a, b) = (try #require(layout.origin(of: "A")), try #require(layout.origin(of: "B")))
    let (c, d) = (try #require(layout.origin(of: "C")), try #require(layout.origin(of: "D")))
    #expect(a.y == b.y && c.y == d.y && c.y > a.y)
    #expect(b.x - a.x > 15)
    #expect(abs((a.x - c.x)) < 2)
  }

  @Test(
    "What would be drawn wrongly is refused",
    arguments: [
      (#"\newcommand{\foo}[1]{#2}\foo{x}"#, "#2"), ("a#1", "#"), (#"x\tag{1}\tag{2}"#, "second"),
      (#"\begin{multline}a&b\end{multline}"#, "&"), (#"\newcommand{\frac}{x}\frac"#, "exists"),
      (#"a\hfill b"#, "no effect"), (#"\hline"#, "between the rows"),
      (#"\kern 5"#, "no unit"), ("x^2³", "second superscript"), (#"\Aboxed{a&=b}"#, "boxed"),
    ])
  func refused(_ tex: String, _ part: String) {
    let message = Fixture.error(tex)?.description
    #expect(message?.contains(part) == true, "\(tex): \(message ?? "accepted")")
  }

  // MARK: Macros of a document

  @Test("A document's macros count for all its formulas")
  func document() throws {
    let macros = try FormulaMacros(
      #"""
      % a preamble
      \newcommand{\KL}[2]{D(#1\,\|\,#2)}  % with a comment
      \DeclareMathOperator*{\argmin}{arg\,min}
      \def\half{\frac12}
      """#)
    #expect(macros.names == ["KL", "argmin", "half"])
    var typesetter = try Fixture.typesetter()
    typesetter.macros = macros
    let layout = try typesetter.layout(
      #"\half\KL{P}{Q}"#, size: 10, style: .display, color: .black)
    let plain = try Fixture.layout(#"\frac12D(P\,\|\,Q)"#, style: .display)
    #expect(layout.width == plain.width && layout.texts == plain.texts)
  }

  @Test(
    "Macros of a document that are wrong are told at their place",
    arguments: [#"\usepackage{x}"#, "x", #"\newcommand{\a}{#1}"#, #"\def\a{x"#])
  func wrongDocument(source: String) {
    #expect(throws: FormulaError.self) { try FormulaMacros(source) }
  }

  @Test("What has no effect is noted")
  func notes() throws {
    #expect(try Fixture.layout(#"\eqref{eq:1}"#).notes.count == 1)
    #expect(try Fixture.layout(#"\eqref{eq:1}"#).texts.joined() == "(eq:1)")
    #expect(try Fixture.layout("x").notes.isEmpty)
  }
}

extension [SceneItem] {
  fileprivate var strokes: [Stroke] {
    flatMap { item -> [Stroke] in
      switch item {
      case .path(let path): path.stroke.map { [$0] } ?? []
      case .group(let group): group.items.strokes
      default: []
      }
    }
  }
}
