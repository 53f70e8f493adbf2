import BurinMath
import BurinScene
import BurinText
import Foundation
import Synchronization
import TestSupport
import Testing

@Suite("Formulas from hostile sources")
struct RobustnessTests {
  static let fragments = [
    "{", "}", "^", "_", "&", "\\\\", "$", "~", "%", "'", "[", "]", "(", ")", "x", "P", "1", "+",
    "=", "-", ",", "晴", "≤", " ", "\n", "\\", "\\frac", "\\sqrt", "\\left(", "\\right)",
    "\\left.", "\\middle|", "\\right.", "\\sum", "\\int", "\\limits", "\\nolimits", "\\log",
    "\\text{", "\\text{a $x$ b}", "\\hat", "\\widehat", "\\overline", "\\overbrace",
    "\\underbrace", "\\overset", "\\begin{matrix}", "\\end{matrix}", "\\begin{cases}",
    "\\end{cases}", "\\begin{aligned}", "\\end{aligned}", "\\begin{array}{c|c}", "\\hline",
    "\\end{array}", "\\cssId{a}", "\\cssId{b}{x}", "\\textcolor{red}", "\\color{#123456}",
    "\\mathbf", "\\mathbb", "\\boldsymbol", "\\operatorname*", "\\binom", "\\over", "\\choose",
    "\\displaystyle", "\\scriptscriptstyle", "\\,", "\\!", "\\quad", "\\hspace{-3em}",
    "\\kern2pt", "\\rule{1em}{2em}", "\\Bigg(", "\\bigl\\{", "\\boxed", "\\cancel", "\\phantom",
    "\\smash", "\\xrightarrow[", "\\xrightarrow", "\\not", "\\not=", "\\substack{", "\\pmod",
    "\\newcommand{\\m}[1]{#1#1}", "\\def\\m{x", "\\m", "\\let\\m=", "#1", "\\mathchoice", "\\dots",
    "\\smash[b]", "\\raisebox{1ex}", "\\prescript", "\\tag{1}", "\\begin{array}{*{9}{c}@{}}",
    "\\overunderset", "\\DeclareMathOperator*", "\\nleqslant", "\\cfrac[l]",
    "\\alpha", "\\infty", "\\genfrac{(}{)}{0pt}{1}", "\u{0}", "\u{FFFC}", "\u{301}", "😀",
    "\u{200D}", "\\unknown",
  ]

  @Test("Random sequences of fragments are set or refused, never more")
  func randomSources() throws {
    let typesetter = try Fixture.typesetter()
    var dice = SplitMix64(seed: 20_240_501)
    var (set, refused) = (0, 0)
    for _ in 0..<4000 {
      let count = Int.random(in: 1...24, using: &dice)
      var tex = ""
      for _ in 0..<count { tex += Self.fragments.randomElement(using: &dice) ?? "" }
      do throws(FormulaError) {
        let layout = try typesetter.layout(tex, size: 10, color: .black)
        set += 1
        #expect(layout.width.isFinite && layout.ascent.isFinite && layout.descent.isFinite)
      } catch {
        refused += 1
        #expect(!"\(error)".isEmpty)
      }
    }
    // Both ways must have been taken often, or the generator tests nothing.
    #expect(set > 100 && refused > 1000)
  }

  @Test("Formulas of the tutorial with a character lost or doubled are set or refused")
  func damagedFormulas() throws {
    let typesetter = try Fixture.typesetter()
    var dice = SplitMix64(seed: 7)
    var refused = 0
    for entry in TutorialFormulas.all {
      for _ in 0..<12 {
        var scalars = Array(entry.tex.unicodeScalars)
        let index = Int.random(in: scalars.indices, using: &dice)
        if Bool.random(using: &dice) {
          scalars.remove(at: index)
        } else {
          scalars.insert(scalars[index], at: index)
        }
        var tex = String.UnicodeScalarView()
        tex.append(contentsOf: scalars)
        do throws(FormulaError) {
          _ = try typesetter.layout(String(tex), size: 10, color: .black)
        } catch {
          refused += 1
        }
      }
    }
    #expect(refused > 50)
  }

  @Test(
    "Deep nesting of every kind is an error, and fits a small stack up to the limit",
    arguments: [
      ("{", "}"), ("\\frac{", "}{x}"), ("\\sqrt{", "}"), ("x^{", "}"), ("\\left(", "\\right)"),
      ("\\hat{", "}"), ("\\text{$", "$}"), ("\\begin{matrix}", "\\end{matrix}"), ("\\boxed{", "}"),
      ("\\sqrt ", ""), ("\\hat ", ""), ("\\textcolor{red}{", "}"), ("\\overbrace{", "}"),
      ("\\mathbf{", "}"), ("\\sum_{", "}"), ("\\overset{a}{", "}"), ("\\text{", "}"),
      ("\\begin{aligned}", "\\end{aligned}"), ("\\begin{cases}", "\\end{cases}"),
      ("\\nabla^{", "}"), ("\\text{log}_{", "}"), ("D_{", "}"), ("\\lim_{", "}"),
      ("\\not ", ""), ("\\phantom{", "}"), ("\\xrightarrow{", "}"), ("\\substack{", "}"),
    ])
  func nesting(_ open: String, _ close: String) throws {
    @Sendable func tex(_ depth: Int) -> String {
      String(repeating: open, count: depth) + "x" + String(repeating: close, count: depth)
    }
    // Secondary threads have as little as 512 KiB on macOS; frames of debug builds are larger.
    #if DEBUG
      let stack = 1024 * 1024
    #else
      let stack = 512 * 1024
    #endif
    let results = Mutex<[FormulaError?]>([])
    let thread = Thread {
      let deep = Fixture.error(tex(500))
      // Text and the formula in it are a level each.
      let fair = Fixture.error(tex((FormulaLimits.depth - 4) / (open.hasSuffix("$") ? 2 : 1)))
      results.withLock { $0 = [deep, fair] }
    }
    thread.stackSize = stack
    thread.start()
    while !thread.isFinished { Thread.sleep(forTimeInterval: 0.001) }
    let (deep, fair) = results.withLock { ($0[0], $0[1]) }
    guard case .limit? = deep else {
      Issue.record("depth 500 of \(open) gave \(String(describing: deep))")
      return
    }
    if open != "\\not " { #expect(fair == nil) }
  }

  @Test("A source, a matrix, a length or a size beyond the limits is an error")
  func limits() {
    func isLimit(_ tex: String) -> Bool {
      if case .limit? = Fixture.error(tex) { return true }
      return false
    }
    #expect(isLimit(String(repeating: "x", count: FormulaLimits.sourceLength + 1)))
    #expect(
      isLimit(
        "\\begin{matrix}" + String(repeating: "&", count: FormulaLimits.columns)
          + "\\end{matrix}"))
    #expect(
      isLimit(
        "\\begin{matrix}" + String(repeating: "\\\\", count: FormulaLimits.cells)
          + "\\end{matrix}"))
    #expect(isLimit("\\hspace{1000000em}x"))
    for size in [0, -1, .nan, .infinity, 1e300] {
      #expect(throws: FormulaError.self) { try Fixture.layout("x", size: size) }
    }
  }

  @Test("A fence around a very tall matrix stays bounded")
  func tallFence() throws {
    let rows = String(repeating: "x\\\\", count: FormulaLimits.cells - 2)
    let layout = try Fixture.layout("\\begin{pmatrix}\(rows)\\end{pmatrix}")
    let pieces = layout.runs.filter { $0.text.hasPrefix("(") }.map(\.glyphs.count).max() ?? 0
    #expect(pieces > 2 && pieces <= FormulaLimits.assemblyPieces + 2)
  }

  @Test("Many threads set formulas at once with the same result")
  func threads() async throws {
    let typesetter = try Fixture.typesetter()
    let sources = TutorialFormulas.all.map(\.tex)
    let expected = try sources.map { try typesetter.layout($0, size: 12, color: .black) }
    try await withThrowingTaskGroup(of: [FormulaLayout].self) { group in
      for _ in 0..<4 {
        group.addTask {
          try sources.map { try typesetter.layout($0, size: 12, color: .black) }
        }
      }
      for try await layouts in group { #expect(layouts == expected) }
    }
  }
}
