import BurinGeometry
import BurinScene

/// A run whose ink fills the given rectangle.
func text(
  _ text: String, _ ink: Rect, size: Double = 12, color: RGBColor = .black,
  font: String = "Test-Regular", ids: [UInt32]? = nil
) -> SceneItem {
  let count = max(text.count, 1)
  let glyphs = (ids ?? Array(repeating: 7, count: count)).enumerated().map { index, id in
    Glyph(
      id: id, position: Point(ink.minX + ink.width * Double(index) / Double(count), ink.maxY),
      cluster: index)
  }
  return .glyphs(
    GlyphRun(
      font: FontID(font), size: size, color: color, text: text, glyphs: glyphs, inkBounds: ink,
      advance: ink.width))
}

func box(_ x: Double, _ y: Double, _ width: Double = 30, _ height: Double = 10) -> Rect {
  Rect(x: x, y: y, width: width, height: height)
}

func group(_ role: Role, _ name: String = "", clip: Rect? = nil, _ items: SceneItem...) -> SceneItem
{
  .group(SceneGroup(role, name, clip: clip.map(Path.rect), items: items))
}

func line(_ points: Point..., width: Double = 1, color: RGBColor = .black) -> SceneItem {
  .stroke(.polyline(points), Stroke(color, width: width))
}

func scene(background: RGBColor = .white, _ items: SceneItem...) -> Scene {
  Scene(size: Size(200, 100), background: background, items: items)
}
