import BurinGeometry
import BurinRaster
import BurinScene

/// A small chart as a scene, whose parts tests change.
enum SceneFixtures {
  static func run(
    _ text: String, glyphs: [UInt32]? = nil, at point: Point, size: Double = 12,
    color: RGBColor = .black, font: String = "Test-Regular"
  ) -> GlyphRun {
    let ids = glyphs ?? text.unicodeScalars.map(\.value)
    return GlyphRun(
      font: FontID(font), size: size, color: color, text: text,
      glyphs: ids.enumerated().map { index, id in
        Glyph(id: id, position: point + Vector(6 * Double(index), 0), cluster: index)
      },
      inkBounds: Rect(x: point.x, y: point.y - 9, width: 6 * Double(ids.count), height: 9),
      advance: 6 * Double(ids.count))
  }

  static func tick(_ index: Int, _ label: String) -> SceneItem {
    .group(
      SceneGroup(
        .tick, "\(index)", items: [.glyphs(run(label, at: Point(20 + 30 * Double(index), 90)))]))
  }

  static func bar(_ name: String, x: Double, height: Double, _ color: RGBColor) -> SceneItem {
    .group(
      SceneGroup(
        .mark, name,
        items: [.fill(.rect(Rect(x: x, y: 80 - height, width: 20, height: height)), color)]))
  }

  static let blue = RGBColor(hex: 0x1F6FB2)
  static let orange = RGBColor(hex: 0xD95F02)

  static let grid = SceneItem.group(
    SceneGroup(
      .grid,
      items: [20, 40, 60].map { y in
        .stroke(.segment(Point(10, y), Point(190, y)), Stroke(RGBColor(hex: 0xDDDDDD), width: 0.5))
      }))

  static let ticks = ["0", "2", "4", "6"].enumerated().map { tick($0.offset + 1, $0.element) }

  static var items: [SceneItem] {
    [
      .group(SceneGroup(.title, items: [.glyphs(run("Waste", at: Point(10, 12), size: 16))])),
      .group(
        SceneGroup(
          .chart,
          items: [
            grid, bar("P", x: 30, height: 40, blue), bar("Q", x: 60, height: 25, orange),
            .group(SceneGroup(.axis, "x", items: ticks)),
          ])),
    ]
  }

  static func scene(_ items: [SceneItem] = items) -> Scene {
    Scene(size: Size(200, 100), title: "Waste", altText: "Two bars.", language: "en", items: items)
  }

  /// The scene with the chart's parts replaced.
  static func scene(chart parts: [SceneItem]) -> Scene {
    scene([items[0], .group(SceneGroup(.chart, items: parts))])
  }
}
