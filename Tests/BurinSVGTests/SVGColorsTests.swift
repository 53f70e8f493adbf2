import BurinGeometry
import BurinSVG
import BurinScene
import BurinText
import TestSupport
import Testing

@Suite("Colours of SVG")
struct SVGColorsTests {
  private let blue = RGBColor(hex: 0x094B97)
  private let grey = RGBColor(hex: 0x566072)

  private func scene(_ ground: RGBColor = .white, cells: [RGBColor]? = nil) throws -> Scene {
    let square = Rect(x: 0, y: 0, width: 9, height: 9)
    let text = try FontLibrary.shared().layout(
      Paragraph([.text("a", TextStyle(size: 12, color: grey))]))
    var items = [SceneItem.fill(.rect(square), blue)] + text.runs.map(SceneItem.glyphs)
    items.append(.stroke(.segment(.zero, Point(9, 9)), Stroke(RGBColor(hex: 0xE3E7ED), width: 1)))
    items.append(.fill(.rect(square), .white))
    items.append(.group(.halo([.stroke(.rect(square), Stroke(.white, width: 2))])))
    if let cells {
      items.append(
        .image(ImageItem(rect: square, columns: 100, rows: cells.count / 100, cells: cells)))
    }
    return Scene(size: Size(20, 10), background: ground, title: "t", items: items)
  }

  private func svg(_ scene: Scene, _ options: SVGOptions) throws -> String {
    String(decoding: try SVGRenderer(fonts: .shared(), options: options).svg(scene), as: UTF8.self)
  }

  @Test("Turned colours have the contrasts that they had, and nearly their hue")
  func turned() {
    let dark = RGBColor(hex: 0x181818)
    let colors = [0x094B97, 0xB75000, 0x006B5C, 0x7B0055, 0x566072, 0xE3E7ED, 0xFFFFFF, 0x8A94A3]
      .map(RGBColor.init(hex:))
    let turned = colors.map { $0.turned(from: .white, to: dark) }
    #expect(turned[6].contrast(with: dark) < 1.01)
    for (index, color) in colors.enumerated() {
      for (number, other) in colors.enumerated() {
        let (before, after) = (
          color.contrast(with: other), turned[index].contrast(with: turned[number])
        )
        // Bytes near black are coarse: a step of one changes a contrast by up to 4 %.
        #expect(abs(after / before - 1) < 0.05, "\(color) \(other)")
      }
      let (from, to) = (OKLab(color), OKLab(turned[index]))
      // The hue: the vectors of a and b point the same way, where there is a hue.
      let product = from.a * to.a + from.b * to.b
      let lengths = (
        (from.a * from.a + from.b * from.b).squareRoot(),
        (to.a * to.a + to.b * to.b).squareRoot()
      )
      if lengths.0 > 0.03, lengths.1 > 0.03 { #expect(product / lengths.0 / lengths.1 > 0.98) }
    }
    #expect(blue.opacity(0.5).turned(from: .white, to: dark).alpha == 128)
  }

  @Test("An adaptive picture has a rule for each colour under the dark scheme, and forced text")
  func adaptive() throws {
    let svg = try svg(scene(), SVGOptions(idPrefix: "p", colors: .adaptive))
    let dark = RGBColor(hex: 0x181818)
    #expect(svg.contains("@media (prefers-color-scheme:dark)"))
    #expect(svg.contains("#p-svg [fill=\"#094b97\"]{fill:\(blue.turned(from: .white, to: dark))}"))
    #expect(svg.contains("#p-svg [stroke=\"#e3e7ed\"]{stroke:"))
    #expect(svg.contains("<rect class=\"p-ground\""))
    #expect(svg.contains("@media (forced-colors:active)"))
    #expect(svg.contains("#p-svg .p-text{fill:CanvasText"))
    #expect(svg.contains("<g fill=\"#566072\" class=\"p-text\""))
    #expect(!svg.contains("<script"))
    // Without styles it is the picture itself.
    #expect(svg.contains("fill=\"#094b97\""))
    let document = try #require(XMLElements(Array(svg.utf8)))
    #expect(document.named("style").count == 1)
  }

  @Test("A picture on a dark ground is turned for readers who prefer light pages")
  func darkGround() throws {
    let svg = try svg(scene(.black), SVGOptions(colors: .adaptive))
    #expect(svg.contains("@media (prefers-color-scheme:light)"))
    #expect(svg.contains("[fill=\"#000000\"]{fill:#ffffff}"))
  }

  @Test("An image of many cells stands twice, once for each scheme")
  func images() throws {
    let cells = (0..<5_000).map { $0 % 2 == 0 ? blue : .white }
    let svg = try svg(scene(cells: cells), SVGOptions(idPrefix: "p", colors: .adaptive))
    #expect(svg.contains("<image class=\"p-own\""))
    #expect(svg.contains("<image class=\"p-other\" display=\"none\""))
    #expect(try self.svg(scene(cells: cells), SVGOptions()).matches(of: /<image/).count == 1)
  }

  @Test("Greys are the page's text colour at their share of it; hues, white and no ground stay")
  func currentColor() throws {
    let svg = try svg(scene(), SVGOptions(colors: .currentColor))
    let document = try #require(XMLElements(Array(svg.utf8)))
    #expect(document.named("rect").isEmpty)
    #expect(svg.contains("<g fill=\"currentColor\">"))
    #expect(svg.contains("fill=\"#094b97\""))
    let line = try #require(
      document.named("path").first { $0.attributes["stroke"] == "currentColor" })
    let share = try #require(line.attributes["stroke-opacity"].flatMap(Double.init))
    // (255 − 231) / (255 − 95), by the greys of #e3e7ed and #566072.
    #expect(abs(share - 0.15) < 0.01)
    #expect(svg.contains("fill=\"#ffffff\""))
    // Halos would be patches.
    #expect(!svg.contains("stroke=\"#ffffff\""))
  }

  @Test("Text in a hue is the page's text colour too, which its ground suits")
  func coloredText() throws {
    let text = try FontLibrary.shared().layout(
      Paragraph([.text("a", TextStyle(size: 12, color: blue))]))
    let scene = Scene(size: Size(20, 10), title: "t", items: text.runs.map(SceneItem.glyphs))
    #expect(try svg(scene, SVGOptions(colors: .currentColor)).contains("<g fill=\"currentColor\">"))
  }

  @Test("Colours of their own leave a picture's bytes as they are")
  func fixed() throws {
    let svg = try svg(scene(), SVGOptions())
    #expect(!svg.contains("<style") && !svg.contains("class=") && !svg.contains("currentColor"))
  }
}
