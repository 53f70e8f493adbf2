import CCairo

/// Owns a Cairo surface and the context that draws on it.
final class CairoSurface {
  let surface: OpaquePointer
  let context: OpaquePointer
  /// What Cairo calls back, which it may do until the surface is destroyed.
  private let stream: AnyObject?

  /// Takes over a surface that Cairo made, and keeps what it writes to.
  init(_ surface: OpaquePointer?, stream: AnyObject? = nil) throws(RenderError) {
    self.stream = stream
    guard let surface, cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS,
      let context = cairo_create(surface), cairo_status(context) == CAIRO_STATUS_SUCCESS
    else {
      let status = surface.map { cairo_surface_status($0) } ?? CAIRO_STATUS_NO_MEMORY
      if let surface { cairo_surface_destroy(surface) }
      throw .cairo(status: Self.message(status), node: "the canvas")
    }
    self.surface = surface
    self.context = context
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  /// Writes out what is still pending.
  func finish() throws(RenderError) {
    cairo_surface_finish(surface)
    let status = cairo_surface_status(surface)
    guard status == CAIRO_STATUS_SUCCESS else {
      throw .cairo(status: Self.message(status), node: "the canvas")
    }
  }

  static func message(_ status: cairo_status_t) -> String {
    String(cString: cairo_status_to_string(status))
  }
}
