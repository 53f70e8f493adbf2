import BurinCharts
import BurinGeometry
import BurinScene
import BurinText
import Testing

/// Whether there is a font; where it is, a text that cannot be set is a failure.
private let hebrewIsInstalled =
  (try? FontLibrary.shared().installedFallbacks.contains("Noto Sans Hebrew")) ?? false

@Suite("Text from right to left", .enabled(if: hebrewIsInstalled, "needs fonts-noto-core"))
struct RightToLeftTests {
  @Test("Titles of pages and charts lead at the right, others at the left")
  func titles() throws {
    func ink(_ title: String) throws -> (page: Rect, chart: Rect) {
      let chart = Chart { BarMark(x: .value("", "a"), y: .value("", 1)) }
        .chartTitle(Text(title)).frame(width: 300, height: 200)
      let texts = try chart.scene(width: 400, title: Text(title)).scene.texts(below: "title")
      try #require(texts.count == 2)
      return (texts[0].ink, texts[1].ink)
    }
    // The page's margins are 28 points; letters have some air at their sides.
    let hebrew = try ink("שלום עולם")
    #expect(abs(hebrew.page.maxX - 372) < 3)
    #expect(abs(hebrew.chart.maxX - 328) < 3)
    let english = try ink("Hello")
    #expect(abs(english.page.minX - 28) < 3)
    #expect(abs(english.chart.minX - 28) < 3)
  }

  @Test("Cells lead at the right of their column, and numbers stay at its end")
  func cells() throws {
    let table = Table(columns: [.init("שם"), .init("סכום", alignment: .trailing)]) {
      TableRow("שלום עולם", "10000000")
      TableRow("כן", "5")
      TableRow("a", "7")
    }
    let texts = try table.scene(width: 400).scene.texts(below: "cell")
    func ink(_ text: String) throws -> Rect {
      try #require(texts.first { $0.text == text }).ink
    }
    #expect(abs(try ink("שם").maxX - ink("שלום עולם").maxX) < 2)
    #expect(abs(try ink("כן").maxX - ink("שלום עולם").maxX) < 2)
    #expect(abs(try ink("a").minX - ink("שלום עולם").minX) < 2)
    #expect(abs(try ink("סכום").maxX - ink("10000000").maxX) < 2)
  }

  @Test("Keys begin at the right, with their swatches, where all names run from right to left")
  func legend() throws {
    func keys(_ names: [String]) throws -> (texts: [Rect], swatches: [Rect], scene: Scene) {
      let chart = Chart {
        for (index, name) in names.enumerated() {
          BarMark(x: .value("", index), y: .value("", 1)).foregroundStyle(by: .value("", name))
        }
      }
      let scene = try chart.scene(width: 400, height: 300).scene
      let leaves = scene.leaves.filter { $0.trail.contains { $0.hasPrefix("legend") } }
      let texts = try names.map { name in
        try #require(scene.texts(below: "legend").first { $0.text == name }).ink
      }
      let swatches = leaves.compactMap { leaf -> Rect? in
        guard case .path = leaf.item else { return nil }
        return leaf.canvasBounds
      }
      return (texts, swatches, scene)
    }
    let hebrew = try keys(["שלום", "עולם"])
    #expect(abs(hebrew.swatches[0].maxX - 372) < 1)
    for (text, swatch) in zip(hebrew.texts, hebrew.swatches) { #expect(text.maxX < swatch.minX) }
    #expect(hebrew.texts[1].maxX < hebrew.texts[0].minX)
    // One English name is enough for rows from left to right; a Hebrew one keeps its side.
    let mixed = try keys(["Hello", "עולם"])
    #expect(abs(mixed.swatches[0].minX - 28) < 1)
    #expect(mixed.swatches[0].maxX < mixed.texts[0].minX)
    #expect(mixed.texts[0].maxX < mixed.texts[1].minX)
    #expect(mixed.texts[1].maxX < mixed.swatches[1].minX)
  }
}
