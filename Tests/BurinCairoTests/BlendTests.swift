import BurinCairo
import BurinGeometry
import BurinRaster
import BurinScene
import BurinText
import Foundation
import Testing

@Suite("Blend modes as pixels and PDF")
struct BlendTests {
  private let orange = RGBColor(hex: 0xCC6633)
  private let blue = RGBColor(hex: 0x6699FF)
  private let whole = Rect(x: 0, y: 0, width: 12, height: 8)

  private func group(
    blend: BlendMode? = nil, clip: Path? = nil, opacity: Double = 1, _ items: [SceneItem]
  ) -> SceneItem {
    .group(SceneGroup(.mark, clip: clip, opacity: opacity, blend: blend, items: items))
  }

  private func bitmap(_ items: [SceneItem], background: RGBColor = .white) throws -> Bitmap {
    let scene = Scene(size: Size(12, 8), background: background, items: items)
    return try CairoRenderer(fonts: .shared()).bitmap(scene, scale: 2)
  }

  /// The colour in the middle of the canvas.
  private func middle(_ items: [SceneItem], background: RGBColor = .white) throws -> RGBColor {
    try bitmap(items, background: background)[12, 8]
  }

  private func expect(
    _ color: RGBColor, _ other: RGBColor, _ name: String = "",
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let distance =
      [
        (color.red, other.red), (color.green, other.green), (color.blue, other.blue),
        (color.alpha, other.alpha),
      ].map { abs(Int($0) - Int($1)) }.max() ?? 0
    #expect(distance <= 2, "\(name) \(color) \(other)", sourceLocation: sourceLocation)
  }

  @Test("Pixels are mixed by the formulas", arguments: BlendMode.allCases)
  func formulas(mode: BlendMode) throws {
    let items = [SceneItem.fill(.rect(whole), blue)]
    let square = SceneItem.fill(.rect(whole), orange)
    expect(
      try middle(items + [group(blend: mode, [square])]), orange.blended(mode, over: blue))
    let half = orange.opacity(0.5)
    expect(
      try middle(items + [group(blend: mode, opacity: 0.5, [square])]),
      half.blended(mode, over: blue), "half")
    // Nothing is behind.
    expect(try middle([group(blend: mode, [square])], background: .clear), orange, "clear")
  }

  @Test("Within a clip, an opacity or a layer of its own, modes mix with what is there alone")
  func isolated() throws {
    let page = SceneItem.fill(.rect(whole), blue)
    let multiplied = group(blend: .multiply, [.fill(.rect(whole), orange)])
    let mixed = orange.blended(.multiply, over: blue)
    expect(try middle([page, group([multiplied])]), mixed)
    for bound in [
      group(clip: .rect(whole), [multiplied]), group(blend: .normal, [multiplied]),
    ] {
      expect(try middle([page, bound]), orange)
    }
    // Half of the orange over the blue.
    expect(try middle([page, group(opacity: 0.5, [multiplied])]), RGBColor(hex: 0x998099))
    // A clip of the group itself cuts what is mixed already.
    let cut = group(blend: .multiply, clip: .rect(whole), [.fill(.rect(whole), orange)])
    expect(try middle([page, cut]), mixed)
  }

  @Test("The edge of a clip around a layer counts once")
  func edge() throws {
    // Half of the pixel column at 6 pt × 2.
    let clip = Path.rect(Rect(minX: 0, minY: 0, maxX: 6.25, maxY: 8))
    let items = [
      SceneItem.fill(.rect(whole), .white),
      group(blend: .multiply, clip: clip, [.fill(.rect(whole), .black)]),
    ]
    let grey = try bitmap(items)[12, 8].red
    #expect((126...129).contains(grey), "\(grey)")
  }

  @Test("Points, bars and sectors in columns mix through their group")
  func columns() throws {
    let middle = Point(6, 4)
    let columns: [SceneItem] = [
      .points(
        PointsItem(
          x: [6, 6], y: [4, 4], symbol: .constant(.circle), diameter: .constant(5),
          color: .constant(orange))),
      .rects(
        RectsItem(
          minX: [1, 2], minY: [1, 2], maxX: [11, 10], maxY: [7, 6], color: .constant(orange))),
      .sectors(
        SectorsItem(
          center: middle, start: [10], end: [350], outer: .constant(3.5),
          color: .constant(orange))),
    ]
    for (index, item) in columns.enumerated() {
      let place = index == 2 ? (x: 8, y: 8) : (x: 12, y: 8)
      let items = [SceneItem.fill(.rect(whole), blue), group(blend: .difference, [item])]
      // Within the group the shapes cover each other: they don't mix twice.
      expect(
        try bitmap(items)[place.x, place.y], orange.blended(.difference, over: blue), "\(index)")
    }
  }

  @Test("Dense lines and areas, painted by their coverage, mix through their group")
  func coverage() throws {
    var path = Path()
    for step in 0...1_000 {
      let point = Point(Double(step) / 1_000 * 12, step % 2 == 0 ? 1 : 7)
      if step == 0 { path.move(to: point) } else { path.line(to: point) }
    }
    let line = SceneItem.stroke(path, Stroke(orange, width: 2, join: .round))
    let alone = try bitmap([.fill(.rect(whole), .white), line])
    let mixed = try bitmap([.fill(.rect(whole), blue), group(blend: .multiply, [line])])
    expect(alone[12, 8], orange)
    expect(mixed[12, 8], orange.blended(.multiply, over: blue))
  }

  @Test("PDF has the modes by their names", arguments: BlendMode.allCases)
  func pdf(mode: BlendMode) throws {
    let scene = Scene(
      size: Size(12, 8), background: .white,
      items: [group(blend: mode, [.fill(.rect(whole), orange)])])
    let bytes = try CairoRenderer(fonts: .shared()).pdf(scene)
    let text = String(decoding: bytes, as: UTF8.self)
    let name = mode.rawValue.prefix(1).uppercased() + mode.rawValue.dropFirst()
    if mode == .normal {
      #expect(!text.contains("/Multiply"))
    } else {
      #expect(text.contains("/BM /\(name)"), "\(name)")
    }
  }
}
