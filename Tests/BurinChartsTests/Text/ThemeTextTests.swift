import BurinCharts
import BurinGeometry
import BurinMath
import BurinScene
import BurinText
import Testing

@Suite("What a theme says about texts and formulas")
struct ThemeTextTests {
  private func runs(_ scene: Scene) -> [GlyphRun] {
    scene.leaves.compactMap { if case .glyphs(let run) = $0.item { run } else { nil } }
  }

  @Test("A character that no font has fails a text, or is replaced with a diagnostic")
  func missing() throws {
    let text = Text(verbatim: "a\u{E123}b")
    #expect(throws: (any Error).self) { try text.scene(width: 200) }
    var theme = Theme.standard
    theme.missingCharacters = .replaced
    let (scene, diagnostics) = try text.scene(width: 200, theme: theme)
    #expect(runs(scene).map(\.text).joined() == "a\u{E123}b")
    #expect(diagnostics.contains { $0.message.contains("U+E123") })
  }

  @Test("A theme's macros count for the formulas of all texts")
  func macros() throws {
    var theme = Theme.standard
    theme.macros = try FormulaMacros(#"\newcommand{\twice}[1]{#1#1}"#)
    let text: Text = #"$\twice{x}$"#
    let scene = try text.scene(width: 200, theme: theme).scene
    #expect(runs(scene).map(\.text).joined() == "xx")
    #expect(throws: (any Error).self) { try text.scene(width: 200) }
  }

  @Test("A formula that is wider than its lines breaks behind a relation")
  func wide() throws {
    let text: Text = #"$aaaaaaaa+bbbbbbbb=cccccccc+dddddddd=eeeeeeee+ffffffff$"#
    let scene = try text.scene(width: 260).scene
    let lines = Set(runs(scene).compactMap { $0.glyphs.first.map { ($0.position.y).rounded() } })
    #expect(lines.count > 1)
    #expect(runs(scene).allSatisfy { ($0.inkBounds?.maxX ?? 0) <= 260 })
  }
}
