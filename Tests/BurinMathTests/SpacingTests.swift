import BurinGeometry
import BurinScene
import BurinText
import Testing

@testable import BurinMath

@Suite("Space between atoms")
struct SpacingTests {
  /// The space between two characters of a formula, in mu.
  private func gap(_ tex: String, after first: Int, style: MathStyle = .text) throws -> Double {
    let typesetter = try Fixture.typesetter()
    let layout = try typesetter.layout(tex, size: 18, style: style, color: .black)
    let face = try Fixture.fonts().mathFace
    let placed = layout.runs.flatMap { run in run.glyphs.map { (glyph: $0, size: run.size) } }
    let (left, right) = (placed[first], placed[first + 1])
    let advance = face.advance(of: left.glyph.id) * left.size
    return (right.glyph.position.x - left.glyph.position.x - advance) * 18 / left.size
  }

  // The TeXbook, chapter 18: thin 3 mu, medium 4 mu, thick 5 mu. Digits have no italic correction.
  @Test(
    "Digits and operators stand as far apart as the TeXbook's table says",
    arguments: [
      ("1+2", 4.0), ("1=2", 5), ("1,2", 0), ("1(2", 0), ("1/2", 0), ("1:2", 5), ("1\\cdot2", 4),
      ("1\\mid2", 5), ("1\\to2", 5), ("1\\colon2", 2),
    ])
  func beforeOperator(_ tex: String, _ mu: Double) throws {
    #expect(abs(try gap(tex, after: 0) - mu) < 1e-6)
  }

  @Test("Space behind punctuation is thin, behind an operator of one operand none")
  func behind() throws {
    #expect(abs(try gap("1,2", after: 1) - 3) < 1e-6)
    #expect(abs(try gap("-2", after: 0)) < 1e-6)
    #expect(abs(try gap("1=-2", after: 2)) < 1e-6)
    #expect(abs(try gap("(-2)", after: 1)) < 1e-6)
    #expect(abs(try gap(#"\left(-2\right)"#, after: 1)) < 1e-6)
    #expect(abs(try gap("1-", after: 0)) < 1e-6)
  }

  @Test("Script styles keep no space around relations and signs")
  func scriptStyle() throws {
    for tex in ["1+2", "1=2"] { #expect(abs(try gap(tex, after: 0, style: .script)) < 1e-6) }
  }

  @Test("A name or a colour changes no distance")
  func transparency() throws {
    let plain = try Fixture.layout("1+2=3")
    for tex in [
      #"1\cssId{sign}{+}2\textcolor{red}{=}3"#, #"\cssId{all}{1+2=}3"#,
      #"\textcolor{blue}{1\cssId{a}{+\cssId{b}{2}}}=3"#,
    ] {
      let wrapped = try Fixture.layout(tex)
      #expect(
        wrapped.runs.flatMap(\.glyphs).map(\.position)
          == plain.runs.flatMap(\.glyphs).map(\.position), "\(tex)")
    }
  }

  @Test("Explicit spaces have TeX's widths")
  func explicit() throws {
    let plain = try Fixture.layout("11", size: 18).width
    for (tex, mu) in [
      (#"1\,1"#, 3.0), (#"1\:1"#, 4), (#"1\;1"#, 5), (#"1\!1"#, -3), (#"1\quad1"#, 18),
      (#"1\qquad1"#, 36), (#"1\mkern9mu1"#, 9), (#"1\hspace{0.5em}1"#, 9),
    ] {
      #expect(abs(try Fixture.layout(tex, size: 18).width - plain - mu) < 1e-6, "\(tex)")
    }
    // A control space is the text font's.
    let face = try Fixture.fonts().textFace
    let space = face.glyph(for: " ").map(face.advance) ?? 0
    for tex in [#"1\ 1"#, "1~1"] {
      #expect(abs(try Fixture.layout(tex, size: 18).width - plain - 18 * space) < 1e-6, "\(tex)")
    }
  }

  @Test("Signs without operands become ordinary by rules 5 and 6")
  func resolution() {
    #expect(Spacing.resolve([.bin, .ord]) == [.ord, .ord])
    #expect(Spacing.resolve([.ord, .bin, .ord]) == [.ord, .bin, .ord])
    #expect(Spacing.resolve([.ord, .bin, .bin, .ord]) == [.ord, .bin, .ord, .ord])
    #expect(Spacing.resolve([.ord, .bin, .rel]) == [.ord, .ord, .rel])
    #expect(Spacing.resolve([.ord, .bin]) == [.ord, .ord])
    #expect(Spacing.resolve([.bin, .ord], before: .open) == [.ord, .ord])
    #expect(Spacing.resolve([.ord, .bin], after: .close) == [.ord, .ord])
    #expect(Spacing.resolve([.ord, .bin], after: .ord) == [.ord, .bin])
  }
}
