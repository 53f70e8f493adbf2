import Burin
import ChartsGuide
import Foundation
import Testing

@Suite("The guide to charts")
struct ChartsGuideTests {
  private static func file(_ path: String) throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  @Test("Its examples are the code that is compiled here, line for line")
  func examples() throws {
    let guide = try Self.file("Documentation/Charts.md")
    let source = try Self.file("Tests/ChartsGuide/ChartsGuide.swift")
    let examples = source.matches(of: #/    // guide: \w+\n((?:.*\n)*?)    // end\n/#)
    #expect(examples.count == 24)
    for example in examples {
      let lines = example.1.split(separator: "\n", omittingEmptySubsequences: false)
      let code = lines.map { $0.hasPrefix("    ") ? $0.dropFirst(4) : $0 }.joined(separator: "\n")
      #expect(guide.contains("```swift\n\(code)```\n"), "the guide lacks: \(code)")
    }
  }

  static let charts: [(name: String, chart: Chart)] = [
    ("bars", ChartsGuide.bars()), ("times", ChartsGuide.times()),
    ("series", ChartsGuide.series()), ("stacked", ChartsGuide.stacked()),
    ("histogram", ChartsGuide.histogram()), ("boxes", ChartsGuide.boxes()),
    ("errors", ChartsGuide.errors()), ("sectors", ChartsGuide.sectors()),
    ("channels", ChartsGuide.channels()), ("names", ChartsGuide.names()),
    ("facets", ChartsGuide.facets()), ("logarithms", ChartsGuide.logarithms()),
    ("explained", ChartsGuide.explained()), ("units", ChartsGuide.units()),
    ("field", ChartsGuide.field()), ("cells", ChartsGuide.cells()),
    ("collections", ChartsGuide.collections()), ("axes", ChartsGuide.axes()),
    ("formats", ChartsGuide.formats()), ("explaining", ChartsGuide.explaining()),
    ("matrix", ChartsGuide.matrix()),
  ]

  @Test("Each example is drawn without a note or a finding", arguments: charts.map(\.name))
  func draws(name: String) throws {
    let chart = try #require(Self.charts.first { $0.name == name }?.chart)
    let picture = try chart.render(.png(scale: 2), RenderOptions(width: 640, height: 400))
    #expect(picture.diagnostics == [])
    let findings = try chart.lint(LintRule.chart, RenderOptions(width: 640, height: 400))
    #expect(findings == [])
  }

  @Test("Texts show data letter by letter")
  func texts() throws {
    let content = ChartsGuide.texts()
    let scene = try content.render(.svg, RenderOptions(width: 400)).scene
    let shown = scene.leaves.compactMap { leaf in
      if case .glyphs(let run) = leaf.item { run.text } else { nil }
    }.joined()
    #expect(shown == "∑ipi=1.0, exactlyfrom $5 to $9A$AP and 2**3A$AP2**3")
    #expect(try content.lint(LintRule.chart, RenderOptions(width: 400)) == [])
  }

  @Test("Panels have letters and one axis")
  func panels() throws {
    let content = ChartsGuide.panels()
    let picture = try content.render(.svg, RenderOptions(width: 480, height: 400))
    #expect(picture.diagnostics == [])
    #expect(try content.lint(LintRule.chart, RenderOptions(width: 480, height: 400)) == [])
  }

  @Test("Charts stand beside a table")
  func figure() throws {
    let content = ChartsGuide.figure()
    #expect(try content.lint(LintRule.chart, RenderOptions(width: 800)) == [])
  }

  @Test(
    "Charts of other pages are the code that those pages print",
    arguments: ChartsGuide.all.filter { $0.page != "Documentation/Charts.md" }.map(\.name))
  func pages(name: String) throws {
    // Lines may break elsewhere where the code is indented.
    func plain(_ text: String) -> String {
      text.replacing(#/\breturn /#, with: "").filter { !$0.isWhitespace }
    }
    let item = try #require(ChartsGuide.all.first { $0.name == name })
    let code = try #require(ChartsGuide.sources()[name])
    #expect(plain(try Self.file(item.page)).contains(plain(code)))
    let options = RenderOptions(width: 560, height: item.hasOwnHeight ? nil : 350)
    #expect(try item.scene(options).diagnostics == [])
  }

  @Test("Every page of the documentation that declares a chart has it in the gallery")
  func allPages() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let pages =
      try FileManager.default
      .contentsOfDirectory(atPath: root.appending(path: "Documentation").path)
      .filter { $0.hasSuffix(".md") }.map { "Documentation/\($0)" } + ["README.md"]
    let shown = Set(ChartsGuide.all.map(\.page))
    for page in pages.sorted() {
      let blocks = try Self.file(page).matches(of: #/```swift\n((?:.*\n)*?)```/#).map { $0.1 }
      let declares = blocks.contains { block in
        block.contains(#/\bChart(?:\(|\ \{ *(?:\n|[A-Z]))/#) && !block.contains("…")
      }
      #expect(!declares || shown.contains(page), "the gallery lacks the charts of \(page)")
    }
  }

  @Test("The gallery has each example once, with its code")
  func gallery() throws {
    let names = ChartsGuide.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(Set(names) == Set(try ChartsGuide.sources().keys))
  }
}
