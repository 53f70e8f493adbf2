import BurinGeometry
import BurinScene
import BurinText
import CCairo

/// A glyph that is a picture in colour, such as an emoji.
struct ColorGlyph {
  private let png: [UInt8]
  private let rect: Rect

  /// Returns nil for a glyph that is an outline.
  init?(_ glyph: UInt32, of face: FontFace) {
    guard let (png, rect) = face.colorImage(of: glyph) else { return nil }
    self.png = png
    self.rect = rect
  }

  /// Draws the picture at the size and opacity of a run; its colours are its own.
  func draw(at position: Point, in run: GlyphRun, on context: OpaquePointer) throws(RenderError) {
    let image = Self.surface(png)
    defer { cairo_surface_destroy(image) }
    let (columns, rows) = (
      cairo_image_surface_get_width(image), cairo_image_surface_get_height(image)
    )
    guard cairo_surface_status(image) == CAIRO_STATUS_SUCCESS, columns > 0, rows > 0 else {
      throw .cairo(
        status: "the font \(run.font.postScriptName) holds a picture that cannot be read",
        node: "“\(run.text)”")
    }
    cairo_save(context)
    cairo_translate(
      context, position.x + rect.minX * run.size, position.y + rect.minY * run.size)
    cairo_scale(
      context, rect.width * run.size / Double(columns), rect.height * run.size / Double(rows))
    cairo_set_source_surface(context, image, 0, 0)
    cairo_paint_with_alpha(context, Double(run.color.alpha) / 255)
    cairo_restore(context)
  }

  private static func surface(_ png: [UInt8]) -> OpaquePointer? {
    // Cairo reads the file piece by piece, front to back.
    var rest = png[...]
    return withUnsafeMutablePointer(to: &rest) { rest in
      cairo_image_surface_create_from_png_stream(
        { closure, target, count in
          guard let closure, let target else { return CAIRO_STATUS_READ_ERROR }
          let rest = closure.assumingMemoryBound(to: ArraySlice<UInt8>.self)
          guard rest.pointee.count >= Int(count) else { return CAIRO_STATUS_READ_ERROR }
          for offset in 0..<Int(count) {
            target[offset] = rest.pointee[rest.pointee.startIndex + offset]
          }
          rest.pointee = rest.pointee.dropFirst(Int(count))
          return CAIRO_STATUS_SUCCESS
        }, rest)
    }
  }
}
