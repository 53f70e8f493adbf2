import BurinGeometry
import BurinMath
import BurinScene
import Testing

@Suite("Cells and rules across columns")
struct ColumnSpanTests {
  private func rules(_ layout: FormulaLayout) -> [Rect] {
    layout.items.compactMap { item in
      guard case .path(let path) = item else { return nil }
      return path.path.bounds
    }
  }

  @Test("A rule lies across the named columns, and rows leave no space for it")
  func partialRule() throws {
    let plain = try Fixture.layout(#"\begin{array}{ccc}a&b&c\\d&e&f\end{array}"#)
    let ruled = try Fixture.layout(#"\begin{array}{ccc}a&b&c\\\cline{2-3}d&e&f\end{array}"#)
    let rule = try #require(rules(ruled).first)
    #expect(rules(ruled).count == 1)
    #expect(ruled.width == plain.width && ruled.ascent == plain.ascent)
    #expect(abs(rule.maxX - ruled.width) < 0.01)
    // Between the first column and the second.
    let (a, b) = (try #require(ruled.origin(of: "a")), try #require(ruled.origin(of: "b")))
    #expect(rule.minX > a.x + 3 && rule.minX < b.x)
  }

  @Test("A cell across columns is as wide as they are, or widens the last")
  func span() throws {
    let narrow = try Fixture.layout(
      #"\begin{array}{cc}abc&def\\\multicolumn{2}{r}{x}\end{array}"#)
    #expect(narrow.width == (try Fixture.layout(#"\begin{array}{cc}abc&def\end{array}"#)).width)
    let last = try #require(narrow.runs.first { $0.text == "x" }?.inkBounds)
    #expect(last.maxX > narrow.width - 7)
    let wide = try Fixture.layout(
      #"\begin{array}{cc}a&b\\\multicolumn{2}{c}{abcdefghij}\end{array}"#)
    let alone = try Fixture.layout(#"\begin{array}{c}abcdefghij\end{array}"#)
    #expect(abs(wide.width - alone.width) < 0.01)
  }

  @Test("Rules between columns stop at a cell that spans them")
  func rulesBetween() throws {
    let layout = try Fixture.layout(
      #"\begin{array}{c|c}a&b\\\multicolumn{2}{c}{x}\\c&d\end{array}"#)
    #expect(rules(layout).count == 2)
    let own = try Fixture.layout(
      #"\begin{array}{c|c}a&b\\\multicolumn{2}{|c|}{x}\\c&d\end{array}"#)
    #expect(rules(own).count == 4)
  }

  @Test("In MathML the cell says how many columns it spans")
  func mathML() throws {
    let markup = try FormulaMathML().markup(
      #"\begin{array}{cc}a&b\\\multicolumn{2}{c}{x}\end{array}"#)
    #expect(markup.contains("columnspan=\"2\""))
  }

  @Test(
    "What isn't a whole cell or no range of columns is refused",
    arguments: [
      #"\begin{array}{cc}a\multicolumn{2}{c}{x}\end{array}"#,
      #"\begin{array}{cc}\multicolumn{2}{c}{x}y\end{array}"#,
      #"\begin{array}{cc}\multicolumn{0}{c}{x}\end{array}"#,
      #"\begin{array}{cc}\multicolumn{2}{cc}{x}\end{array}"#,
      #"\begin{array}{cc}a&b\\\cline{3-2}\end{array}"#,
      #"\begin{array}{cc}a&b\\\cline{2}\end{array}"#,
      #"\begin{aligned}\multicolumn{2}{c}{x}\end{aligned}"#, #"\cline{1-2}"#,
    ])
  func refused(source: String) {
    #expect(throws: FormulaError.self) { try Fixture.layout(source) }
  }

  @Test("Text before a column's cells ends its last command")
  func insertedCommand() throws {
    let layout = try Fixture.layout(#"\begin{array}{>{\alpha}c}x\end{array}"#)
    #expect(layout.texts.joined() == "αx")
  }

  @Test("Scripts behind an alphabet's letters belong to the last one, as in unicode-math")
  func lettersWithScripts() throws {
    let whole = try Fixture.layout(#"\mathbf{FF}^\top"#)
    let parts = try Fixture.layout(#"\mathbf{F}\mathbf{F}^\top"#)
    #expect(whole.width == parts.width && whole.ascent == parts.ascent)
    let group = try Fixture.layout(#"{\mathbf{FF}}^\top"#)
    #expect(group.ascent > whole.ascent)
  }

  @Test(
    "Matrices of physics are those of amsmath",
    arguments: [
      (#"\mqty{a&b\\c&d}"#, #"\begin{matrix}a&b\\c&d\end{matrix}"#),
      (#"\mqty(a&b\\c&d)"#, #"\begin{pmatrix}a&b\\c&d\end{pmatrix}"#),
      (#"\pmqty{a&b\\c&d}"#, #"\begin{pmatrix}a&b\\c&d\end{pmatrix}"#),
      (#"\bmqty{\imat{3}}"#, #"\begin{bmatrix}1&0&0\\0&1&0\\0&0&1\end{bmatrix}"#),
      (#"\mdet{\xmat*{a}{2}{2}}"#, #"\begin{vmatrix}a_{11}&a_{12}\\a_{21}&a_{22}\end{vmatrix}"#),
      (#"\smqty[\zmat{1}{2}]"#, #"\begin{bsmallmatrix}0&0\end{bsmallmatrix}"#),
      (#"\mqty|\pmat{y}|"#, #"\begin{vmatrix}0&-i\\i&0\end{vmatrix}"#),
      (
        #"\pmqty{\dmat[0]{1,2&3\\4&5}}"#,
        #"\begin{pmatrix}1&0&0\\0&2&3\\0&4&5\end{pmatrix}"#
      ),
      (#"\pmqty{\admat[0]{1,2}}"#, #"\begin{pmatrix}0&1\\2&0\end{pmatrix}"#),
    ])
  func physics(short: String, long: String) throws {
    let (a, b) = (try Fixture.layout(short), try Fixture.layout(long))
    #expect(a.texts == b.texts && a.width == b.width && a.ascent == b.ascent)
  }

  @Test(
    "Matrices of physics that are none, or too large, are refused",
    arguments: [
      #"\mqty a"#, #"\mqty(a&b"#, #"\imat{0}"#, #"\imat{x}"#, #"\imat{65}"#, #"\pmat{7}"#,
      #"\imat{2}"#, #"\xmat{\imat{60}}{60}{60}"#,
    ])
  func refusedPhysics(source: String) {
    #expect(throws: FormulaError.self) { try Fixture.layout(source) }
  }
}
