import BurinGeometry
import BurinScene
import BurinText
import CCairo

/// Fills glyph outlines at exact positions, unhinted: the same on every machine.
///
/// Cairo 1.16 would snap its own glyphs to whole pixels.
struct OutlineGlyphs: GlyphPainter {
  let fonts: FontLibrary

  func draw(_ run: GlyphRun, on context: OpaquePointer) throws(RenderError) {
    let face: FontFace
    do throws(TextError) {
      face = try fonts.face(run.font)
    } catch {
      throw .font(error)
    }
    let size = run.size
    if face.hasColorImages {
      for glyph in run.glyphs {
        try ColorGlyph(glyph.id, of: face)?.draw(at: glyph.position, in: run, on: context)
      }
      return
    }
    for glyph in run.glyphs {
      let (x, y) = (glyph.position.x, glyph.position.y)
      cairo_new_path(context)
      for element in face.outline(of: glyph.id).elements {
        switch element {
        case .move(let p): cairo_move_to(context, x + p.x * size, y + p.y * size)
        case .line(let p): cairo_line_to(context, x + p.x * size, y + p.y * size)
        case .cubic(let a, let b, let p):
          cairo_curve_to(
            context, x + a.x * size, y + a.y * size, x + b.x * size, y + b.y * size,
            x + p.x * size, y + p.y * size)
        case .close: cairo_close_path(context)
        }
      }
      // One fill a glyph: Cairo's time grows faster than the number of edges in a path.
      cairo_fill(context)
    }
  }
}
