import BurinMath
import BurinScene
import Testing

@Suite("Faulty formulas")
struct FormulaErrorTests {
  @Test(
    "Commands of siunitx are refused with what to write in their place",
    arguments: [#"\SI{3}{m}"#, #"\num{1e3}"#, #"\pu{3 mol}"#])
  func quantities(_ source: String) {
    let message = Fixture.error(source)?.description
    #expect(
      message?.contains(#"is not supported; write the number and its unit, as 3\,\mathrm{m}"#)
        == true)
  }

  @Test(
    "An unknown command names the one that was meant",
    arguments: [
      (#"\fracc{1}{2}"#, #"\frac"#), (#"\alhpa"#, #"\alpha"#), (#"\sumn"#, #"\sum"#),
      (#"\rightarow"#, #"\rightarrow"#), (#"\mathbff{x}"#, #"\mathbf"#),
    ])
  func suggestions(_ tex: String, _ meant: String) {
    guard case .unknownCommand(_, let suggestion, _)? = Fixture.error(tex) else {
      Issue.record("\(tex) was accepted")
      return
    }
    #expect(suggestion == meant)
  }

  @Test("A name that resembles nothing has no suggestion")
  func noSuggestion() {
    guard case .unknownCommand(let name, let suggestion, _)? = Fixture.error(#"\zzqqxx"#) else {
      Issue.record("accepted")
      return
    }
    #expect(name == #"\zzqqxx"# && suggestion == nil)
  }

  @Test(
    "The place is exact",
    arguments: [
      (#"x+\foo"#, 2, 3), ("x+}", 2, 3), ("{x", 0, 1), (#"晴\foo"#, 3, 2), (#"\left(x"#, 0, 1),
      ("x^", 2, 3), ("x^1^2", 3, 4), (#"\begin{foo}"#, 7, 8), (#"\textcolor{foo}{x}"#, 11, 12),
      ("a & b", 2, 3), ("$x$", 0, 1), (#"\frac{1}"#, 8, 9), (#"\sqrt[3"#, 5, 6),
      (#"\text{a"#, 5, 6), (#"x \right)"#, 2, 3), (#"\left x y"#, 6, 7), (#"\not{}"#, 0, 1),
      (#"\hspace{1xx}"#, 8, 9), (#"\begin{matrix}1"#, 0, 1),
      (#"\begin{matrix}1\end{pmatrix}"#, 20, 21), (#"\text{\alpha}"#, 6, 7), ("{a\\\\b}", 2, 3),
      (#"a \over b \over c"#, 10, 11), (#"x\limits_1"#, 1, 2),
    ])
  func places(_ tex: String, _ offset: Int, _ column: Int) {
    guard let error = Fixture.error(tex), let position = error.position else {
      Issue.record("\(tex) was accepted")
      return
    }
    #expect(position.utf8Offset == offset && position.column == column, "\(tex): \(error)")
    #expect(!"\(error)".contains("\n"))
  }

  @Test("The caret stands below the place, also behind wide characters and in later lines")
  func caret() {
    #expect(Fixture.error(#"x+\foo"#)?.position?.caret == "x+\\foo\n  ^")
    #expect(Fixture.error(#"晴+\foo"#)?.position?.caret == "晴+\\foo\n   ^")
    let second = Fixture.error("a +\nb \\foo")?.position
    #expect(second?.line == 2 && second?.column == 3 && second?.lineText == "b \\foo")
  }

  @Test("The message says what is wrong, where, and what would be right")
  func messages() {
    #expect(
      Fixture.error(#"\fracc{1}{2}"#)?.description
        == #"formula, column 1: unknown command \fracc; did you mean \frac? in “\fracc{1}{2}”"#)
    #expect(
      Fixture.error(#"\textcolor{Pp}{x}"#, colors: ["P": .black])?.description
        == #"formula, column 12: unknown colour Pp; did you mean P? in “\textcolor{Pp}{x}”"#)
    #expect(
      Fixture.error(#"\begin{algined}x\end{algined}"#)?.description
        == #"formula, column 8: unknown environment algined; did you mean aligned? in “\begin{algined}x\end{algined}”"#
    )
  }

  @Test("A character that no font has is named with its code point")
  func missingGlyph() {
    let error = Fixture.error("x + \u{16A0}")
    #expect(error?.description.contains("U+16A0") == true)
    #expect(Fixture.error("\\text{\u{16A0}}")?.description.contains("U+16A0") == true)
  }

  @Test(
    "A function's name is proposed for a word, and nothing for letters that are none",
    arguments: [
      (#"\softmax x"#, #"\operatorname{softmax}"#), (#"\KL"#, #"\operatorname{KL}"#),
      (#"\Sigm"#, #"\Sigma"#), (#"\@"#, nil), (#"\zq"#, nil), (#"\part V"#, #"\partial"#),
      (#"\includegraphics{a}"#, nil), (#"\htmlStyle{a}{b}"#, nil),
    ] as [(String, String?)])
  func words(_ tex: String, _ proposal: String?) {
    guard case .unknownCommand(_, let suggestion, _)? = Fixture.error(tex) else {
      Issue.record("\(tex) was accepted")
      return
    }
    #expect(suggestion == proposal)
  }

  @Test("A long source is shown as a window, without characters that move a terminal's cursor")
  func window() throws {
    let source = String(repeating: "x+", count: 50_00) + "\u{1B}[31m" + #"\foo"#
    let position = try #require(Fixture.error(source)?.position)
    let lines = position.caret.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 2 && lines[0].count <= 80)
    #expect(!position.caret.contains("\u{1B}") && position.caret.contains("␛"))
    // The caret stands below the sign itself.
    let place = lines[1].count - 1
    #expect(lines[0].dropFirst(place).hasPrefix(#"\foo"#))
    let error = try #require(Fixture.error(source))
    #expect(!"\(error)".contains("\u{1B}"))
  }

  @Test("The caret of a sign that no font has stands below the sign")
  func missingSign() {
    #expect(Fixture.error("\\text{ab \u{E123}}")?.position?.column == 10)
  }

  @Test("An empty formula is set as nothing")
  func empty() throws {
    for tex in ["", " ", "{}", "% a comment\n"] {
      let layout = try Fixture.layout(tex)
      #expect(layout.width == 0 && layout.items.isEmpty && layout.inkBounds == nil)
    }
  }
}
