import BurinGeometry
import BurinSVG
import BurinScene
import BurinText
import Testing

@Suite("Blend modes in SVG")
struct SVGBlendTests {
  private func svg(
    _ blend: BlendMode?, background: RGBColor = .white, _ options: SVGOptions = SVGOptions()
  ) throws -> String {
    let square = SceneItem.fill(.rect(Rect(x: 1, y: 1, width: 4, height: 4)), .black)
    let scene = Scene(
      size: Size(9, 9), background: background,
      items: [.group(SceneGroup(.mark, blend: blend, items: [square]))])
    return String(
      decoding: try SVGRenderer(fonts: .shared(), options: options).svg(scene), as: UTF8.self)
  }

  @Test("A group has its mode, and the picture keeps it from the page around")
  func style() throws {
    #expect(try svg(.colorDodge).contains("<g style=\"mix-blend-mode:color-dodge\">"))
    #expect(try svg(.colorDodge).contains(" style=\"isolation:isolate\" viewBox="))
    #expect(try svg(.normal).contains("<g style=\"isolation:isolate\">"))
    #expect(try !svg(nil).contains("style="))
    var options = SVGOptions()
    options.sizing = .responsive(maxWidth: 400)
    #expect(try svg(.hue, options).contains("style=\"max-width:400px;isolation:isolate\""))
  }

  @Test("On pages of the other scheme, what darkened lightens")
  func adaptive() throws {
    var options = SVGOptions()
    options.colors = .adaptive
    let text = try svg(.multiply, options)
    #expect(text.contains("[style=\"mix-blend-mode:multiply\"]{mix-blend-mode:screen!important}"))
    #expect(try !svg(.exclusion, options).contains("!important"))
  }
}
