import BurinGeometry
import BurinSVG
import BurinScene
import BurinText
import TestSupport
import Testing

@Suite("Lines of text in SVG")
struct SVGLineTests {
  private func run(
    _ text: String, x: Double, y: Double = 20, advance: Double = 20, size: Double = 10
  ) -> SceneItem {
    .glyphs(
      GlyphRun(
        font: FontID("NotoSansCJKsc-Bold"), size: size, color: RGBColor(hex: 0x094B97), text: text,
        glyphs: [Glyph(id: 54, position: Point(x, y), cluster: 0)], inkBounds: nil,
        advance: advance))
  }

  private func elements(
    _ items: [SceneItem], _ options: SVGOptions = SVGOptions()
  ) throws -> XMLElements {
    let scene = Scene(
      size: Size(200, 100), title: "t", items: [.group(SceneGroup(.text, items: items))])
    return try #require(XMLElements(try SVGRenderer(fonts: .shared(), options: options).svg(scene)))
  }

  private func texts(_ items: [SceneItem]) throws -> [String] {
    let scene = Scene(size: Size(200, 100), items: [.group(SceneGroup(.text, items: items))])
    let svg = String(decoding: try SVGRenderer(fonts: .shared()).svg(scene), as: UTF8.self)
    return svg.matches(of: /<text.*?<\/text>/).map {
      String($0.output.replacing(/<.*?>/, with: ""))
    }
  }

  /// A fraction: no part of it stands on the line.
  private var fraction: SceneItem {
    .group(
      SceneGroup(
        .formula, "\\frac{P}{Q}", dataLabel: "P over Q",
        items: [
          run("P", x: 41, y: 14, advance: 6), run("Q", x: 41, y: 27, advance: 6),
          .fill(.rect(Rect(x: 40, y: 16, width: 8, height: 1)), .black),
        ]))
  }

  @Test("Runs and formulas that follow each other are one text, in which formulas have their words")
  func line() throws {
    let items = [run("of ", x: 20), fraction, run(" at most", x: 48)]
    #expect(try texts(items) == ["of PQ at most"])
    let document = try elements(items)
    let parts = document.named("tspan").map(\.attributes)
    #expect(parts.compactMap { $0["aria-label"] } == ["P over Q"])
    #expect(parts.compactMap { $0["role"] } == ["math"])
    #expect(parts.compactMap { $0["x"] } == ["20", "41", "41", "48"])
    #expect(document.named("g").allSatisfy { $0.attributes["role"] == nil })
    // Each glyph is drawn once, the rule of the fraction too.
    #expect(document.named("use").count == 4)
  }

  @Test("Other lines, gaps, other scripts' order and turned formulas end a line")
  func ends() throws {
    #expect(try texts([run("a", x: 20), run("b", x: 40, y: 34)]) == ["a", "b"])
    #expect(try texts([run("a", x: 20), run("b", x: 60)]) == ["a", "b"])
    #expect(try texts([run("a", x: 20), run("b", x: 54)]) == ["ab"])
    #expect(try texts([run("א", x: 20), run("ב", x: 40)]) == ["א", "ב"])
    let turned = SceneItem.group(
      SceneGroup(.formula, "x", transform: .translation(1, 0), items: [run("x", x: 40)]))
    #expect(try texts([run("a", x: 20), turned]) == ["a", "x"])
  }

  @Test("A formula alone is one text with its words; one within a mark is silent")
  func formula() throws {
    let document = try elements([fraction])
    #expect(document.named("text").first?.attributes["aria-label"] == "P over Q")
    let mark = SceneGroup(.mark, dataLabel: "Mon, 3", items: [fraction])
    let spoken = try elements([.group(mark)])
    #expect(
      (spoken.named("text") + spoken.named("tspan")).allSatisfy { $0.attributes["role"] == nil })
  }

  @Test("Live text is seen in the picture's families, weight and colour; formulas stay outlines")
  func live() throws {
    let document = try elements(
      [run("of ", x: 20), fraction, run(" at most", x: 48)], SVGOptions(text: .live))
    let text = try #require(document.named("text").first?.attributes)
    #expect(text["font-family"] == "\'Noto Sans CJK SC\', sans-serif")
    #expect(text["fill-opacity"] == nil)
    let parts = document.named("tspan").map(\.attributes).filter { $0["x"] != nil }
    #expect(parts.map { $0["fill"] } == ["#094b97", nil, nil, "#094b97"])
    #expect(parts.map { $0["fill-opacity"] } == [nil, "0", "0", nil])
    #expect(parts.compactMap { $0["font-weight"] } == ["700", "700"])
    #expect(document.named("use").count == 2)
    let one = try elements([run("a", x: 20)], SVGOptions(text: .live))
    #expect(one.named("use").isEmpty)
    #expect(one.named("text").first?.attributes["fill"] == "#094b97")
  }
}
