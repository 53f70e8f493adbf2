import BurinMath
import BurinScene
import Foundation
import Testing

@Suite("Spoken formulas")
struct SpeechTests {
  /// Formulas with their words, each read for sense: TeX, English, Chinese.
  private static func table() throws -> [[String]] {
    let url = try #require(
      Bundle.module.url(forResource: "formulas", withExtension: "txt", subdirectory: "Speech"))
    return try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n\n").map {
      $0.split(separator: "\n").map(String.init)
    }.filter { !$0.isEmpty }
  }

  @Test("Formulas are spoken as the table has them, in English and Chinese")
  func spoken() throws {
    let table = try Self.table()
    #expect(table.count >= 200)
    for entry in table {
      try #require(entry.count == 3, "\(entry)")
      #expect(try FormulaSpeech().words(entry[0]) == entry[1], "\(entry[0])")
      #expect(try FormulaSpeech(language: "zh-Hans").words(entry[0]) == entry[2], "\(entry[0])")
    }
  }

  @Test("No command, brace or dollar of TeX is ever spoken")
  func noCommands() throws {
    let sources =
      try TeXReference.entries().map(\.tex) + TutorialFormulas.all.map(\.tex)
      + Self.table().map { $0[0] }
    for tex in sources {
      // What is written in text is the author's.
      guard !tex.contains("\\text"), !tex.contains("\\verb"), !tex.contains("backslash") else {
        continue
      }
      for language in ["en", "zh"] {
        let words = try FormulaSpeech(language: language).words(
          tex)
        #expect(!words.contains { "\\{}$&^_".contains($0) }, "\(tex): \(words)")
        #expect(!words.contains("  ") && !words.contains(" ,"), "\(tex): \(words)")
      }
    }
  }

  @Test("A formula that is too long to be heard is called so")
  func long() throws {
    let row = String(repeating: "a+", count: 300) + "a"
    let tex = "\\begin{aligned}" + String(repeating: row + "\\\\", count: 15) + "\\end{aligned}"
    #expect(try FormulaSpeech().words(tex) == "a long formula")
    #expect(try FormulaSpeech(language: "zh").words(tex) == "一个很长的公式")
    let nested = String(repeating: "f(", count: 60) + "x" + String(repeating: ")", count: 60)
    #expect(try FormulaSpeech().words(nested).contains("f of x"))
  }

  @Test("Layout, colours and names of parts are not heard")
  func layoutIsSilent() throws {
    let plain = try FormulaSpeech().words(#"\frac{P(x)}{Q(x)}"#)
    for tex in [
      #"\cssId{r}{\frac{P(x)}{Q(x)}}"#, #"\textcolor{red}{\dfrac{P(x)}{Q(x)}}"#,
      #"\displaystyle\frac{P(x)}{Q(x)}\,\!"#, #"\vphantom{\sum_x}\frac{P(x)}{Q(x)}\hspace{2mu}"#,
      #"{\color{blue}\large\tfrac{\mathstrut P(x)}{\smash{Q(x)}}}"#,
    ] {
      #expect(try FormulaSpeech().words(tex) == plain, "\(tex)")
    }
  }

  @Test("A macro is heard as what it stands for; a fault is an error with its place")
  func macros() throws {
    let macros = try FormulaMacros(#"\newcommand{\KL}[2]{D_{\mathrm{KL}}(#1\,\|\,#2)}"#)
    #expect(
      try FormulaSpeech().words(#"\KL{P}{Q} \ge 0"#, macros: macros)
        == "KL divergence of P from Q is greater than or equal to 0")
    #expect(throws: FormulaError.self) { try FormulaSpeech().words(#"\KL{P}{Q}"#) }
  }

  @Test("A layout holds its words in the language that was asked for")
  func layout() throws {
    #expect(try Fixture.layout("x^2").spoken == "x squared")
    let chinese = try Fixture.typesetter().layout("x^2", size: 10, color: .black, language: "zh")
    #expect(chinese.spoken == "x 的平方")
    let pieces = try Fixture.typesetter().pieces(
      "a = b + c", size: 12, color: .black, within: 30)
    #expect(pieces.map(\.spoken) == ["a equals", "b plus c"])
  }
}
