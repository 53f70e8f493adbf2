import BurinCharts
import BurinGeometry
import BurinScene
import Testing

@Suite("Styles around charts")
struct SurroundingsTests {
  private func run(_ text: String, _ content: some View) throws -> GlyphRun {
    let leaf = try content.scene().scene.leaves.first {
      if case .glyphs(let run) = $0.item { run.text == text } else { false }
    }
    guard case .glyphs(let run)? = leaf?.item else { throw ChartError.invalid("no “\(text)”") }
    return run
  }

  private let chart = Chart {
    BarMark(x: .value("x", "a"), y: .value("y", 2))
      .annotation { Text("one") }
      .annotation(position: .bottom) {
        VStack {
          Text("two")
          Text("own").font(.caption).foregroundStyle(.good)
        }
      }
  }.chartOverlay(alignment: .topTrailing) { _ in Text("over") }

  @Test("Views of annotations and overlays have the style around the chart, and keep their own")
  func views() throws {
    let styled = chart.font(.largeTitle).foregroundStyle(.bad)
    let size = try run("t", Text("t").font(.largeTitle)).size
    let bad = try Theme.standard.resolve(.bad)
    for word in ["one", "two", "over"] {
      let run = try run(word, styled)
      #expect(run.size == size && run.color == bad, "\(word)")
      #expect(try self.run(word, chart).size < size)
    }
    let own = try run("own", styled)
    #expect(own.size == (try run("t", Text("t").font(.caption)).size))
    #expect(own.color == (try Theme.standard.resolve(.good)))
  }

  @Test("Marks and the labels of axes keep their style")
  func automatic() throws {
    let styled = chart.font(.largeTitle).foregroundStyle(.bad)
    #expect(try run("a", styled).size == (try run("a", chart).size))
    #expect(try run("a", styled).color == (try run("a", chart).color))
    func bar(_ content: some View) throws -> Paint? {
      try content.scene().scene.leaves.lazy.filter { $0.roles.contains(.mark) }.compactMap {
        if case .path(let item) = $0.item { item.fill } else { nil }
      }.first
    }
    #expect(try bar(styled) == (try bar(chart)))
  }
}
