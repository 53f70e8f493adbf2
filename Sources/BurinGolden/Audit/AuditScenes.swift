import BurinGeometry
package import BurinScene

/// Scenes with what a catalog may lack, so that an audit tries it: transforms, gradients under them,
/// opacities and blend modes around what overlaps, clips, images that are turned, and shapes in columns.
///
/// They have no text, so that they need no font.
package enum AuditScenes {
  /// The scenes by their names.
  package static var all: [(name: String, scene: Scene)] {
    [
      ("transforms", scene(transforms)), ("gradients", scene(gradients)),
      ("opacities", scene(opacities)), ("images", scene(images)), ("clips", scene(clips)),
      ("columns", scene(columns)), ("blends", scene(blends)),
    ]
  }

  private static func scene(_ items: [SceneItem]) -> Scene {
    Scene(
      size: Size(160, 120), background: .white, title: "Audit", altText: "3 shapes.",
      language: "en", items: items)
  }

  private static let blue = RGBColor(hex: 0x1F6FB2)
  private static let orange = RGBColor(hex: 0xD95F02)
  private static let green = RGBColor(hex: 0x2A8F5B)

  private static func bar(_ x: Double, _ y: Double, _ color: RGBColor) -> SceneItem {
    .fill(.rect(Rect(x: x, y: y, width: 24, height: 30)), color)
  }

  private static func group(
    _ name: String, _ transform: AffineTransform = .identity, opacity: Double = 1,
    blend: BlendMode? = nil, clip: Path? = nil, _ items: [SceneItem]
  ) -> SceneItem {
    .group(
      SceneGroup(
        .mark, name, transform: transform, clip: clip, opacity: opacity, blend: blend,
        items: items))
  }

  private static var transforms: [SceneItem] {
    let turn = AffineTransform(a: 0.8, b: 0.6, c: -0.6, d: 0.8, tx: 60, ty: 10)
    let lines: [SceneItem] = [
      .stroke(.segment(Point(2, 4), Point(30, 12)), Stroke(blue, width: 1.5, dash: [4, 2])),
      .stroke(
        .polyline([Point(2, 20), Point(14, 8), Point(30, 22)]),
        Stroke(orange, width: 2, cap: .round, join: .round)),
    ]
    return [
      group("scaled", .scale(2, 2), lines),
      group("turned", turn, lines + [bar(4, 26, green)]),
      group("flat", AffineTransform(a: 2, b: 0, c: 0, d: 0.75, tx: 70, ty: 80), lines),
      group(
        "within", .translation(90, 20),
        [group("inner", AffineTransform(a: -1, b: 0, c: 0, d: 1, tx: 40, ty: 0), lines)]),
    ]
  }

  private static func ramp(_ rect: Rect) -> SceneItem {
    .path(
      PathItem(
        .rect(rect),
        fill: .linearGradient(
          from: rect.origin, to: Point(rect.maxX, rect.maxY),
          stops: [GradientStop(0, blue), GradientStop(0.4, .white), GradientStop(1, orange)])))
  }

  private static func glow(_ center: Point, _ radii: Size) -> SceneItem {
    .path(
      PathItem(
        .rect(
          Rect(center: center, size: Size(2 * radii.width, 2 * radii.height))),
        fill: .radialGradient(
          center: center, radii: radii, stops: [GradientStop(0, .white), GradientStop(1, green)])))
  }

  private static var gradients: [SceneItem] {
    [
      ramp(Rect(x: 6, y: 6, width: 40, height: 30)), glow(Point(80, 24), Size(24, 16)),
      group(
        "scaled", AffineTransform(a: 2, b: 0, c: 0, d: 1, tx: 10, ty: 48),
        [
          ramp(Rect(x: 0, y: 0, width: 30, height: 50))
        ]),
      group(
        "turned", AffineTransform(a: 0.8, b: 0.6, c: -0.6, d: 0.8, tx: 110, ty: 50),
        [
          glow(Point(16, 18), Size(14, 9))
        ]),
      .stroke(
        .segment(Point(110, 8), Point(150, 30)),
        Stroke(
          .linearGradient(
            from: Point(110, 8), to: Point(150, 30),
            stops: [GradientStop(0, orange), GradientStop(1, blue)]), width: 4)),
    ]
  }

  private static var opacities: [SceneItem] {
    [
      group("one", opacity: 0.5, [bar(10, 10, blue), bar(22, 22, orange)]),
      group(
        "each", .identity,
        [
          group("first", opacity: 0.5, [bar(70, 10, blue)]),
          group("second", opacity: 0.5, [bar(82, 22, orange)]),
        ]),
      group(
        "nested", opacity: 0.8,
        [
          bar(20, 70, green),
          group("inner", opacity: 0.5, [bar(30, 76, blue), bar(40, 80, orange)]),
        ]),
    ]
  }

  private static var blends: [SceneItem] {
    [
      bar(10, 10, blue), group("over", blend: .multiply, [bar(22, 22, orange)]),
      group("one", blend: .difference, [bar(70, 10, blue), bar(82, 22, orange)]),
      group(
        "isolated", blend: .normal,
        [bar(20, 70, green), group("inner", blend: .screen, [bar(30, 76, blue)])]),
      group(
        "cut", clip: .rect(Rect(x: 80, y: 70, width: 60, height: 30)),
        [bar(84, 66, green), group("within", blend: .darken, [bar(94, 76, orange)])]),
    ]
  }

  private static var images: [SceneItem] {
    let cells = [blue, orange, green, .white, orange, blue]
    func image(_ rect: Rect, _ columns: Int) -> SceneItem {
      .image(ImageItem(rect: rect, columns: columns, rows: 6 / columns, cells: cells))
    }
    return [
      image(Rect(x: 8, y: 8, width: 45, height: 30), 3),
      group(
        "turned", AffineTransform(a: 0, b: 1, c: -1, d: 0, tx: 120, ty: 10),
        [
          image(Rect(x: 0, y: 0, width: 36, height: 54), 2)
        ]),
      group(
        "mirrored", AffineTransform(a: -1, b: 0, c: 0, d: 1, tx: 60, ty: 60),
        [
          image(Rect(x: 0, y: 0, width: 45, height: 40), 3)
        ]),
    ]
  }

  private static var clips: [SceneItem] {
    let window = Path.rect(Rect(x: 14, y: 14, width: 40, height: 26))
    let triangle = Path.polyline([Point(70, 100), Point(100, 60), Point(130, 100)], closed: true)
    return [
      group("window", clip: window, [bar(6, 6, blue), bar(40, 18, orange)]),
      group("triangle", clip: triangle, [bar(72, 66, green), bar(100, 72, blue)]),
      group(
        "moved", .translation(80, 0), clip: window,
        [
          group(
            "inner", clip: .rect(Rect(x: 20, y: 8, width: 60, height: 24)), [bar(10, 10, orange)])
        ]),
    ]
  }

  private static var columns: [SceneItem] {
    let places = (0..<24).map { Point(10 + 5.5 * Double($0), 20 + 9 * Double($0 * 7 % 5)) }
    let colors = (0..<24).map { [blue, orange, green][$0 % 3] }
    let points = PointsItem(
      x: places.map(\.x), y: places.map(\.y), symbol: .constant(.circle), diameter: .constant(5),
      color: .values(colors))
    let squares = PointsItem(
      x: places.prefix(6).map { $0.x / 2 }, y: places.prefix(6).map { $0.y / 2 },
      symbol: .constant(.square), diameter: .values([3, 4, 5, 3, 4, 5]), color: .constant(green))
    let rects = RectsItem(
      minX: [10, 40, 70], minY: [80, 84, 76], maxX: [34, 64, 94], maxY: [112, 112, 112],
      color: .values([blue, orange, green]))
    let sectors = SectorsItem(
      center: Point(126, 92), start: [0, 120, 200], end: [120, 200, 360], inner: .constant(8),
      outer: .constant(22), color: .values([blue, orange, green]))
    return [
      .points(points), group("scaled", .scale(2, 2), [.points(squares)]), .rects(rects),
      .sectors(sectors),
    ]
  }
}
