import BurinMath
import BurinScene
import Testing

@Suite("Macros")
struct MacroTests {
  /// Positions and glyphs, which two sources for the same formula share.
  private func glyphs(_ tex: String) throws -> [Glyph] {
    try Fixture.layout(tex).runs.flatMap(\.glyphs).map {
      Glyph(id: $0.id, position: $0.position, cluster: 0)
    }
  }

  @Test(
    "A macro stands for its text with its arguments",
    arguments: [
      (#"\newcommand{\KL}[2]{D(#1\|#2)}\KL{P}{Q}"#, #"D(P\|Q)"#),
      (#"\newcommand\half{\frac12}\half x"#, #"\frac12 x"#),
      (#"\newcommand*{\E}[2][P]{E_{#1}[#2]}\E{x}\E[Q]{y}"#, "E_{P}[x]E_{Q}[y]"),
      (#"\renewcommand{\vec}[1]{\mathbf{#1}}\vec x"#, #"\mathbf{x}"#),
      (#"\providecommand{\alpha}{x}\alpha"#, #"\alpha"#),
      (#"\providecommand{\mine}{x}\mine"#, "x"),
      (#"\def\pair#1#2{(#1,#2)}\pair ab"#, "(a,b)"),
      (#"\def\pair#1#2{(#1,#2)}\pair{a+b}\alpha"#, #"(a+b,\alpha)"#),
      (#"\let\eps=\varepsilon\eps"#, #"\varepsilon"#),
      (#"\def\a{x}\let\b\a\def\a{y}\b\a"#, "xy"),
      (#"\DeclareMathOperator{\soft}{softmax}\soft x"#, #"\operatorname{softmax}x"#),
      (#"\DeclareMathOperator*{\am}{arg\,max}\am_x"#, #"\operatorname*{arg\,max}_x"#),
      // Names in a text and letters around it stay apart.
      (#"\def\f#1{\log#1}\f x"#, #"\log x"#), (#"\def\;{\alpha}\;b"#, #"\alpha b"#),
      // A text may be half of something.
      (#"\def\lp{\left(}\def\rp{\right)}\lp\frac ab\rp"#, #"\left(\frac ab\right)"#),
      (#"\def\two{{x}{y}}\frac\two"#, #"\frac{x}{y}"#),
      // Macros use macros, and work in scripts, text and cells.
      (#"\def\a{x}\def\b{\a^2}\b"#, "x^2"), (#"\def\a{x+1}y^\a"#, "y^x+1"),
      (#"\newcommand{\w}{晴}P(\text{\w})"#, #"P(\text{晴})"#),
      (#"\def\r{1&2\\}\begin{matrix}\r\r\end{matrix}"#, #"\begin{matrix}1&2\\1&2\\\end{matrix}"#),
      (#"\def\outer{\def\inner##1{[##1]}\inner x}\outer"#, "[x]"),
    ])
  func expansion(_ tex: String, _ plain: String) throws {
    #expect(try glyphs(tex) == glyphs(plain))
  }

  @Test("A definition ends with its group")
  func scope() {
    guard case .unknownCommand(let name, _, _)? = Fixture.error(#"{\def\mine{x}\mine}\mine"#) else {
      Issue.record("accepted")
      return
    }
    #expect(name == #"\mine"#)
  }

  @Test(
    "Faulty definitions and uses are told at their place in the source",
    arguments: [
      (#"\newcommand{x}{y}"#, 13), (#"\newcommand{\a}[x]{y}"#, 13),
      (#"\newcommand{\a}[10]{y}"#, 13), (#"\def\a#2{x}"#, 5), (#"\def\a x y"#, 5),
      (#"\newcommand{\a}[1]{#1}\a"#, 23), (#"\def\a{\foo}x+\a"#, 15),
      (#"\def\a{\frac{x}}\a"#, 19), (#"\newcommand{\KL}{x}\KLL"#, 20), (#"\def"#, 5),
      (#"\newcommand{\a}{x"#, 13),
    ])
  func faults(_ tex: String, _ column: Int) {
    let error = Fixture.error(tex)
    #expect(error?.position?.column == column, "\(String(describing: error))")
  }

  @Test("A misspelt macro is suggested")
  func suggestion() {
    guard
      case .unknownCommand(_, let suggestion, _)? =
        Fixture.error(#"\newcommand{\divergence}{D}\divergnce"#)
    else {
      Issue.record("accepted")
      return
    }
    #expect(suggestion == #"\divergence"#)
  }

  @Test(
    "Macros that never end or grow without bound are errors",
    arguments: [
      #"\def\a{\a}\a"#, #"\def\a{x\a}\a"#, #"\def\a{\a\a}\a"#, #"\def\a#1{\a{#1#1}}\a{xy}"#,
      #"\def\a{\b\b}\def\b{\c\c}\def\c{\d\d}\def\d{\e\e}\def\e{\f\f}\def\f{\g\g}\def\g{\h\h}"#
        + #"\def\h{\i\i}\def\i{\j\j}\def\j{x}\a\a\a\a"#,
      #"\def\a{\text{\a}}\a"#,
    ])
  func limits(_ tex: String) {
    guard case .limit? = Fixture.error(tex) else {
      Issue.record("\(tex) gave \(String(describing: Fixture.error(tex)))")
      return
    }
  }
}
