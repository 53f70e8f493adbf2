import BurinGeometry
import BurinInk
import BurinScene
import BurinText

/// A rim in the colour of the backdrop around letters, which interrupts the lines behind them.
struct Halo {
  /// The colour of the backdrop.
  var color: RGBColor
  /// The distance by which the rim extends beyond the letters, in points.
  var reach = InkLimits.haloReach

  /// Returns the rim of all texts in the items.
  func item(behind items: [SceneItem], fonts: FontLibrary) throws -> SceneItem {
    let stroke = Stroke(color, width: 2 * reach, cap: .round, join: .round)
    var rims: [SceneItem] = []
    try items.walkDrawn { item, setting in
      switch item {
      case .path(let path): rims.append(.stroke(setting.place(path.path), stroke))
      case .glyphs(let run):
        let outline = setting.place(try fonts.outline(of: run))
        if !outline.isEmpty { rims.append(.stroke(outline, stroke)) }
      case .group, .image, .points, .rects, .sectors: break
      }
      return true
    }
    return .group(.halo(rims))
  }
}

extension FontLibrary {
  /// Returns the outline of a run's letters, in the run's coordinates.
  fileprivate func outline(of run: GlyphRun) throws -> Path {
    let face = try face(run.font)
    var outline = Path()
    for glyph in run.glyphs {
      let place = AffineTransform(
        a: run.size, b: 0, c: 0, d: run.size, tx: glyph.position.x, ty: glyph.position.y)
      outline.append(face.outline(of: glyph.id).transformed(by: place))
    }
    return outline
  }
}
