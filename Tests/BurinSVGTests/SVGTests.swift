import BurinGeometry
import BurinSVG
import BurinScene
import BurinText
import TestSupport
import Testing

@Suite("Scenes as SVG")
struct SVGTests {
  @Test("A picture and a group with labels within are groups, so that readers hear these")
  func labels() throws {
    let mark = SceneItem.group(SceneGroup(.mark, label: "May: 40", items: []))
    let hidden = SceneItem.group(SceneGroup(.mark, label: "", items: []))
    let chart = SceneItem.group(SceneGroup(.figure, label: "Rain", items: [mark, hidden]))
    let found = try elements([chart])
    #expect(found.named("svg").first?.attributes["role"] == "graphics-document document")
    let groups = found.named("g").map(\.attributes)
    #expect(groups.map { $0["role"] } == ["group", "img", nil])
    #expect(groups.map { $0["aria-label"] } == ["Rain", "May: 40", nil])
    #expect(groups.last?["aria-hidden"] == "true")
    #expect(try elements([hidden]).named("svg").first?.attributes["role"] == "img")
  }

  @Test("A radial gradient has a circle, or a circle stretched to an ellipse")
  func radial() throws {
    func item(_ radii: Size) -> SceneItem {
      .path(
        PathItem(
          .rect(Rect(x: 0, y: 0, width: 9, height: 9)),
          fill: .radialGradient(
            center: Point(4, 5), radii: radii,
            stops: [GradientStop(0, .black), GradientStop(1, .white)])))
    }
    let found = try elements([item(Size(3, 3)), item(Size(3, 2)), item(.zero)])
    let gradients = found.named("radialGradient").map(\.attributes)
    #expect(gradients.count == 2)
    #expect(gradients.first?["cx"] == "4" && gradients.first?["cy"] == "5")
    #expect(gradients.first?["r"] == "3")
    #expect(gradients.last?["gradientTransform"] == "translate(4 5) scale(3 2)")
    #expect(gradients.last?["r"] == "1")
    #expect(found.named("stop").count == 4)
    // Without a radius, the last colour covers all.
    #expect(found.named("path").last?.attributes["fill"] == "#ffffff")
  }

  private func elements(
    _ items: [SceneItem], title: String = "", altText: String = ""
  ) throws -> XMLElements {
    let scene = Scene(
      size: Size(20, 10), background: .white, title: title, altText: altText, language: "zh-Hans",
      items: items)
    return try #require(XMLElements(try SVGRenderer(fonts: .shared()).svg(scene)))
  }

  @Test("The canvas has its size in CSS pixels and says what it shows")
  func canvas() throws {
    let document = try elements([], title: "a < b & \"c\"", altText: "一二三")
    let root = try #require(document.named("svg").first)
    #expect(root.attributes["width"] == "20" && root.attributes["height"] == "10")
    #expect(root.attributes["viewBox"] == "0 0 20 10")
    #expect(root.attributes["xml:lang"] == "zh-Hans")
    #expect(document.named("title").first?.text == "a < b & \"c\"")
    #expect(document.named("desc").first?.text == "一二三")
  }

  @Test("Text stands in the document once, as text, over its outlines")
  func text() throws {
    let layout = try FontLibrary.shared().layout(
      Paragraph([.text("晴 < 雨", TextStyle(size: 12))]))
    let document = try elements(layout.runs.map(SceneItem.glyphs))
    #expect(document.named("text").map(\.text).joined() == "晴 < 雨")
    #expect(!document.named("use").isEmpty || !document.named("path").isEmpty)
  }

  @Test("Every reference leads to an element of the document")
  func references() throws {
    let layout = try FontLibrary.shared().layout(Paragraph([.text("aba", TextStyle(size: 12))]))
    let group = SceneGroup(
      .mark, clip: .rect(Rect(x: 0, y: 0, width: 5, height: 5)),
      items: layout.runs.map(SceneItem.glyphs))
    let document = try elements([.group(group)])
    #expect(Set(document.ids).count == document.ids.count)
    #expect(document.references == Set(document.ids))
  }

  @Test("A coordinate that is no finite number is an error that names the node")
  func notFinite() {
    for value in [Double.nan, .infinity] {
      let path = Path.rect(Rect(x: 0, y: 0, width: value, height: 1))
      let group = SceneGroup(.mark, "bar 2", items: [.fill(path, .black)])
      #expect { try elements([.group(group)]) } throws: { "\($0)".hasPrefix("mark bar 2 has") }
    }
  }
}
