import BurinGeometry
import CCairo

/// The memory of the image that a context draws on, while nobody else draws on it.
struct PixelBuffer {
  let width: Int
  let height: Int
  /// Where the origin of the context's device space lies, in pixels.
  let offset: Vector
  private let base: UnsafeMutablePointer<UInt8>
  private let stride: Int
  private let surface: OpaquePointer

  /// Flushes what is pending; nil where the context draws on something else than pixels of 32 bits.
  init?(_ context: OpaquePointer) {
    guard let surface = cairo_get_group_target(context),
      cairo_surface_get_type(surface) == CAIRO_SURFACE_TYPE_IMAGE,
      cairo_image_surface_get_format(surface) == CAIRO_FORMAT_ARGB32
    else { return nil }
    cairo_surface_flush(surface)
    guard let base = cairo_image_surface_get_data(surface) else { return nil }
    self.surface = surface
    self.base = base
    stride = Int(cairo_image_surface_get_stride(surface))
    width = Int(cairo_image_surface_get_width(surface))
    height = Int(cairo_image_surface_get_height(surface))
    var (dx, dy) = (0.0, 0.0)
    cairo_surface_get_device_offset(surface, &dx, &dy)
    offset = Vector(dx, dy)
  }

  /// Whether a context draws on the same image.
  func isTarget(of context: OpaquePointer) -> Bool { cairo_get_group_target(context) == surface }

  /// Finishes Cairo's pending drawing, so that the pixels can be read.
  func flush() { cairo_surface_flush(surface) }

  /// The bytes of a row: blue, green, red, alpha.
  func line(_ row: Int) -> UnsafeMutablePointer<UInt8> { base + row * stride }

  /// Marks the surface as changed, so that Cairo reads the pixels again.
  func finish() { cairo_surface_mark_dirty(surface) }
}
