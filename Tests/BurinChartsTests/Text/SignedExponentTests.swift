import BurinCharts
import BurinGeometry
import BurinScene
import Testing

@Suite("Exponents in text that few text fonts have")
struct SignedExponentTests {
  private func runs(_ text: Text) throws -> [GlyphRun] {
    try text.scene(width: 300).scene.leaves.compactMap {
      if case .glyphs(let run) = $0.item { run } else { nil }
    }
  }

  @Test("A negative power is raised, though the text font has no raised minus")
  func negative() throws {
    let runs = try runs("p = 1.5×10⁻⁷ bits")
    #expect(runs.map(\.text) == ["p = 1.5×", "10", "⁻⁷", " bits"])
    #expect(runs[1].size == runs[0].size)
    let (base, exponent) = (runs[1], runs[2])
    #expect(exponent.size < base.size)
    let baseline = try #require(base.glyphs.first?.position.y)
    let raised = try #require(exponent.glyphs.first?.position.y)
    #expect(raised < baseline - 2)
  }

  @Test("Exponents that every text font has stay as they are written")
  func common() throws {
    #expect(try runs("x² + 10²³").map(\.text) == ["x² + 10²³"])
  }

  @Test("Other digits are raised, and those beside them with them")
  func digits() throws {
    let runs = try runs("6.00×10¹⁹⁹ and 10⁸")
    let size = try #require(runs.first?.size)
    #expect(runs.map(\.text).joined() == "6.00×10¹⁹⁹ and 10⁸")
    #expect(runs.filter { $0.size < size }.map(\.text) == ["¹⁹⁹", "⁸"])
  }

  @Test("A formula keeps its own exponents")
  func formula() throws {
    #expect(try runs("$10^{-7}$ is 10⁻⁷").last?.text == "⁻⁷")
  }

  @Test("A number within a formula may have its exponent raised already")
  func withinFormula() throws {
    #expect(try runs("$p=1×10⁻⁷$").map(\.text).joined() == "p=1×10⁻⁷")
  }
}
