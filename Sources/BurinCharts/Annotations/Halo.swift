import BurinGeometry
import BurinScene
import BurinText

/// A rim in the colour of the backdrop around letters, so that lines behind them stop short.
struct Halo {
  /// The colour of the backdrop.
  var color: Color
  /// How far the rim reaches beyond the letters, in points.
  var reach = 2.0

  /// The rim of everything that is written in the items.
  func item(behind items: [SceneItem], fonts: FontLibrary) throws -> SceneItem {
    var outlines: [Path] = []
    try collect(items, .identity, fonts, &outlines)
    let stroke = Stroke(color, width: 2 * reach, cap: .round, join: .round)
    return .group(
      Group(.decoration, "halo", items: outlines.map { .stroke($0, stroke) }))
  }

  private func collect(
    _ items: [SceneItem], _ transform: AffineTransform, _ fonts: FontLibrary,
    _ outlines: inout [Path]
  ) throws {
    for item in items {
      switch item {
      case .group(let group):
        try collect(group.items, group.transform.followed(by: transform), fonts, &outlines)
      case .path(let path): outlines.append(path.path.transformed(by: transform))
      case .glyphs(let run):
        let face = try fonts.face(run.font)
        var outline = Path()
        for glyph in run.glyphs {
          let place = AffineTransform(
            a: run.size, b: 0, c: 0, d: run.size, tx: glyph.position.x, ty: glyph.position.y)
          outline.append(face.outline(of: glyph.id).transformed(by: place.followed(by: transform)))
        }
        if !outline.isEmpty { outlines.append(outline) }
      case .image: break
      }
    }
  }
}
