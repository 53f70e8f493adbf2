import BurinMath
import BurinScene
import BurinText
import Testing

/// The corpus beside LuaTeX with unicode-math and the standard math font.
///
/// `Scripts/tex-reference/run` makes the data; `Documentation/Formulas.md` explains where the two
/// differ.
@Suite("Formulas beside TeX's")
struct TeXReferenceTests {
  /// Why a formula is set otherwise than LuaTeX sets it by default.
  private enum Departure {
    /// A letter keeps its italic correction before whatever follows, by rule 17 and the MATH table;
    /// LuaTeX keeps it between characters alone, unless `\mathitalicsmode` is 1.
    case italicCorrection
    /// unicode-math makes ⋮ and ⋱ relations; LaTeX has an ordinary and an inner atom.
    case dotsClass
    /// unicode-math puts an empty atom before the content of a brace, against a fault of LuaTeX.
    case emptyAtomInBrace
    /// amsmath sets the parentheses of a `\binom` in script style in the text size.
    case delimitersOfScriptSize
    /// amsmath lays arrows of minus signs and arrow heads; the font's own pieces are used here.
    case assembledArrow
  }

  private static let departures: [String: Departure] = [
    #"a\,b\:c\;d\!e\quad f\qquad g"#: .italicCorrection,
    #"\nabla f\,\partial g\,\hbar\,\ell\,\Re z\,\Im z\,\aleph_0\,\infty\,\emptyset\,\forall\,\exists\,\neg"#:
      .italicCorrection,
    #"f\left(\sum_i p_i x_i\right) \geq \sum_i p_i f(x_i)"#: .italicCorrection,
    #"f\left(\frac{x_1+x_2}{2}\right)"#: .italicCorrection,
    #"\int_0^1 f\,dx\oint_C g\iint_D h"#: .italicCorrection,
    #"\bigl|\int_a^b f\bigr|\le\int_a^b|f|"#: .italicCorrection,
    #"\frac{1}{\sigma\sqrt{2\pi}}e^{-\frac{(x-\mu)^2}{2\sigma^2}}"#: .italicCorrection,
    #"\ldots,\cdots+\vdots\ddots"#: .dotsClass,
    #"\underbrace{\underbrace{a+b}_{2}+c}_{3}"#: .emptyAtomInBrace,
    #"x^{\frac{a}{b}}_{\binom{n}{k}}"#: .delimitersOfScriptSize,
    #"a\xrightarrow{f}b\xleftarrow{g}c"#: .assembledArrow,
    #"a\xrightarrow[x\to 0]{\text{long text}}b"#: .assembledArrow,
  ]

  /// The largest distance, in ems, that needs no reason.
  private static let tolerance = 0.05

  private func comparisons(
    of entries: [TeXReference.Entry]
  ) throws -> [(tex: String, comparison: Comparison)] {
    let fonts = try FontLibrary.shared()
    let typesetter = try FormulaTypesetter(fonts: fonts)
    let math = try fonts.mathFace.id
    return try entries.map { entry in
      let layout = try typesetter.layout(
        entry.tex, size: 10, style: entry.style, color: .black)
      return (entry.tex, Comparison(layout, size: 10, mathFont: math, with: entry))
    }
  }

  @Test("Every glyph and rule stands where TeX puts it, or the reason has a name")
  func positions() throws {
    let comparisons = try self.comparisons(of: TeXReference.entries())
    for (tex, comparison) in comparisons {
      let isNear = comparison.worst <= Self.tolerance && comparison.unmatched == 0
      // A reason that is needed no more must go.
      #expect(isNear == (Self.departures[tex] == nil), "\(tex): \(comparison.summary)")
    }
    let distances = comparisons.flatMap { $0.comparison.glyphs }.sorted()
    #expect(distances.count > 3000)
    let median = distances[distances.count / 2]
    #expect(median < 0.005)
    let unnamed = comparisons.filter { Self.departures[$0.tex] == nil }.map(\.comparison.worst)
    try printTable(comparisons)
    print(
      """
      beside TeX: \(comparisons.count) formulas, \(distances.count) glyphs; \
      median \(median) em, 95 % within \(distances[distances.count * 95 / 100]) em, \
      worst without a named reason \(unnamed.max() ?? 0) em, with one \(distances.last ?? 0) em
      """)
  }

  /// Prints the table of `Documentation/Formulas.md`: a line for each section of the corpus.
  private func printTable(_ comparisons: [(tex: String, comparison: Comparison)]) throws {
    var rest = comparisons[...]
    for section in try TeXReference.sections() {
      let own = rest.prefix(section.formulas.count)
      rest = rest.dropFirst(own.count)
      let distances = own.flatMap { $0.comparison.glyphs }.sorted()
      guard !distances.isEmpty else { continue }
      let named = own.filter { Self.departures[$0.tex] != nil }
      let worst = own.filter { Self.departures[$0.tex] == nil }.map(\.comparison.worst).max() ?? 0
      let cells = [
        section.heading, "\(own.count)", "\(distances.count)",
        Self.thousandths(distances[distances.count / 2]), Self.thousandths(worst),
        "\(named.count)",
      ]
      print("| \(cells.joined(separator: " | ")) |")
    }
  }

  /// An em's thousandths with two decimals.
  private static func thousandths(_ ems: Double) -> String {
    let hundredths = Int((ems * 100_000).rounded())
    let decimals = hundredths % 100
    return "\(hundredths / 100).\(decimals < 10 ? "0" : "")\(decimals)"
  }

  @Test("Told to keep every italic correction, TeX agrees")
  func italics() throws {
    for (tex, comparison) in try comparisons(of: TeXReference.entriesWithItalics())
    where Self.departures[tex] == .italicCorrection {
      #expect(
        comparison.worst <= Self.tolerance && comparison.unmatched == 0,
        "\(tex): \(comparison.summary)")
    }
  }

  /// Constructs whose boxes differ, as `Documentation/Formulas.md` explains.
  private static let otherBoxes = [
    #"\xRight"#, #"\xLeft"#, #"\xmapsto"#, #"\xrightleftharpoons"#, #"\xleftrightharpoons"#,
    #"cancel{"#, #"\tbinom"#, #"\varinjlim"#, #"\varprojlim"#, #"\smash[b]"#, #"\cal "#, #"\oint"#,
    #"\vcentcolon"#, #"\colonapprox"#, #"\colonsim"#,
  ]

  @Test("Formulas that were accepted later have TeX's boxes, or a construct that is named")
  func boxes() throws {
    let typesetter = try FormulaTypesetter(fonts: .shared())
    let accepted = try TeXReference.accepted()
    #expect(accepted.count >= 500)
    var near = 0
    for (tex, box) in accepted {
      let layout = try typesetter.layout(tex, size: 10, style: .display, color: .black)
      let differences = zip([layout.width, layout.ascent, layout.descent], box).map { abs($0 - $1) }
      let isNear = (differences.max() ?? 0) <= 0.3
      if isNear { near += 1 }
      #expect(isNear || Self.otherBoxes.contains { tex.contains($0) }, "\(tex): \(differences)")
    }
    #expect(near * 100 >= accepted.count * 93)
  }

  @Test("The reference holds the corpus, and the corpus the tutorial's formulas")
  func completeness() throws {
    let entries = try TeXReference.entries()
    let corpus = try TeXReference.corpus()
    #expect(entries.map(\.tex) == corpus.map(\.tex))
    #expect(entries.map(\.style) == corpus.map(\.style))
    #expect(corpus.count >= 250)
    let held = Set(corpus.map(\.tex))
    for formula in TutorialFormulas.all {
      let line = formula.tex.split(separator: "\n").joined(separator: " ")
      #expect(held.contains(line), "\(formula.tex)")
    }
  }
}

extension Comparison {
  fileprivate var summary: String {
    "worst \(worst) em, \(unmatched) glyphs or rules without a counterpart"
  }
}
