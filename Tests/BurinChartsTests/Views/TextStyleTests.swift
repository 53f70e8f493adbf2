import BurinCharts
import BurinGeometry
import BurinScales
import BurinScene
import Testing

@Suite("Styles of texts as SwiftUI spells them")
struct TextStyleTests {
  private func runs(_ content: some View, width: Double = 640) throws -> [GlyphRun] {
    try content.scene(width: width).scene.leaves.compactMap {
      if case .glyphs(let run) = $0.item { run } else { nil }
    }
  }

  @Test("Text styles are roles of the theme or in proportion to its body")
  func sizes() throws {
    let fonts: [(Font, Double)] = [
      (.largeTitle, 26), (.title, 21), (.title2, 18), (.title3, 16), (.headline, 14.5), (.body, 13),
      (.callout, 12.5), (.subheadline, 12.5), (.footnote, 11.5), (.caption, 11.5), (.caption2, 11),
      (.system(size: 17), 17), (.system(.title2, weight: .bold), 18), (Font(.tick), 11.5),
    ]
    for (font, size) in fonts {
      #expect(abs((try runs(Text("a").font(font)).first?.size ?? 0) - size) < 1e-9)
    }
    let bold = try runs(Text("a").font(.system(size: 12, weight: .semibold))).first
    #expect(try bold?.font == runs(Text("a").bold()).first?.font)
  }

  @Test("A style passes to the texts within that have none")
  func inherited() throws {
    let row = HStack {
      Text("a")
      Text("b").font(.title2).foregroundStyle(.bad)
    }
    .font(.caption).foregroundStyle(.good).bold()
    let runs = try runs(row)
    #expect(runs.map(\.size) == [11.5, 18])
    #expect(
      runs.map(\.color) == [Theme.standard.colors.good, Theme.standard.colors.bad])
    #expect(runs[0].font == runs[1].font)
  }

  @Test("A limit of lines cuts a text or makes it smaller")
  func limited() throws {
    let text = Text("one two three four five six seven eight nine ten")
    #expect(try runs(text.frame(width: 100)).count > 1)
    func line(_ content: some View) throws -> String {
      let runs = try runs(content)
      #expect(Set(runs.compactMap({ $0.glyphs.first?.position.y })).count == 1)
      return runs.map(\.text).joined()
    }
    #expect(try line(text.lineLimit(1).frame(width: 100)) == "one two three…")
    let small = try runs(text.lineLimit(1).minimumScaleFactor(0.3).frame(width: 160))
    #expect(small.count == 1)
    #expect(small.first?.text.hasSuffix("ten") == true)
    #expect((small.first?.size ?? 13) < 9)
    #expect(try line(text.frame(width: 100).lineLimit(1)) == "one two three…")
  }

  @Test("Cases of letters, specifiers and formats")
  func formats() throws {
    #expect(Text("Ab").textCase(.uppercase).plain == "AB")
    #expect(Text("\(3.25, specifier: "%.1f") km").plain == "3.2 km")
    #expect(Text("\(7, specifier: "%03d")").plain == "007")
    #expect(Text("\(-7, specifier: "%+5lld")|").plain == "   -7|")
    #expect(Text("\(0.5, specifier: "%.0f%%")").plain == "0%")
    #expect(Text("\(1.5, specifier: "%6.2f")").plain == "  1.50")
    #expect(Text("\(1.5, specifier: "%-6.2f|")").plain == "1.50  |")
    #expect(Text(0.256, format: .percent(1)).plain == "25.6%")
    #expect(Text("\(1234.5, format: .fixed(0).grouped())").plain == "1,234")
    // A specifier that isn't known shows the number and says so.
    let unknown = Text("\(1.5, specifier: "%q")")
    #expect(unknown.plain == "1.5")
    #expect(try unknown.scene().diagnostics.first?.message.contains("specifier") == true)
  }
}
