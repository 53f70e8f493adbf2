import BurinGeometry
public import BurinRaster
public import BurinScene
public import BurinText
import CCairo

/// Draws finished scenes through Cairo: into pixels, or as PDF.
///
/// ```swift
/// let renderer = CairoRenderer(fonts: try FontLibrary.shared())
/// let bitmap = try renderer.bitmap(scene, scale: 2)
/// ```
///
/// A value; any number of threads may draw at once.
public struct CairoRenderer: Sendable {
  /// The fonts that the scene's runs name.
  public let fonts: FontLibrary
  /// How outlines become pixels; PDF has none.
  public let rasterization: Rasterization

  /// The longest side of a raster, in pixels (Cairo's own limit).
  public static let maxSide = 32_767
  /// The largest raster, in pixels.
  public static let maxPixels = 200_000_000

  /// Makes a renderer.
  public init(fonts: FontLibrary, rasterization: Rasterization = .standard) {
    self.fonts = fonts
    self.rasterization = rasterization
  }

  /// The pixels that a scene takes at a scale: its sides times the scale, rounded up.
  public static func pixelSize(
    of scene: Scene, scale: Double
  ) throws(RenderError) -> (width: Int, height: Int) {
    guard scale.isFinite, scale > 0 else { throw .invalidScale(scale) }
    let (width, height) = (scene.size.width, scene.size.height)
    guard width > 0, height > 0 else { throw .emptyCanvas(width: width, height: height) }
    // A hair less, so that 800 pt at scale 1.1 are 880 pixels and not 881.
    let pixels = (
      (width * scale - 1e-6).rounded(.up), (height * scale - 1e-6).rounded(.up)
    )
    guard pixels.0 <= Double(maxSide), pixels.1 <= Double(maxSide),
      pixels.0 * pixels.1 <= Double(maxPixels)
    else {
      throw .canvasTooLarge(
        width: pixels.0, height: pixels.1,
        limit: "a raster may have at most \(maxSide) pixels a side and \(maxPixels) in all")
    }
    let (columns, rows) = (max(1, Int(pixels.0)), max(1, Int(pixels.1)))
    do throws(LimitError) {
      try RenderWatch.ofRendering().check(pixels: columns * rows)
    } catch {
      throw .stopped(error)
    }
    return (columns, rows)
  }

  /// Draws a scene into a new bitmap.
  public func bitmap(_ scene: Scene, scale: Double) throws(RenderError) -> Bitmap {
    let (width, height) = try Self.pixelSize(of: scene, scale: scale)
    let bitmap = try Bitmap(
      width: width, height: height, writesAll: scene.background.isOpaque
    ) { (buffer: UnsafeMutableRawBufferPointer) throws(RenderError) in
      try draw(
        scene, into: buffer, width: width, height: height, bytesPerRow: width * 4, scale: scale)
    }
    guard let bitmap else {
      throw .emptyCanvas(width: scene.size.width, height: scene.size.height)
    }
    return bitmap
  }

  /// Draws a scene into a caller's pixels: BGRA, premultiplied, eight bits a channel.
  ///
  /// An opaque scene writes every pixel; a transparent one is painted over what is there.
  ///
  /// - Parameters:
  ///   - scene: what is drawn.
  ///   - buffer: at least `height × bytesPerRow` bytes, aligned to four bytes.
  ///   - width: columns; what the scene has beyond them is cut off.
  ///   - height: rows.
  ///   - bytesPerRow: a multiple of 4, at least `width × 4`.
  ///   - scale: pixels for each point.
  public func draw(
    _ scene: Scene, into buffer: UnsafeMutableRawBufferPointer, width: Int, height: Int,
    bytesPerRow: Int, scale: Double
  ) throws(RenderError) {
    guard scale.isFinite, scale > 0 else { throw .invalidScale(scale) }
    guard width > 0, height > 0, width <= Self.maxSide, height <= Self.maxSide,
      width * height <= Self.maxPixels
    else {
      throw .buffer(
        "a buffer of \(width) × \(height) pixels cannot be drawn into; both sides must be from 1 to \(Self.maxSide), \(Self.maxPixels) pixels in all"
      )
    }
    guard bytesPerRow >= width * 4, bytesPerRow % 4 == 0, bytesPerRow <= Int(Int32.max) else {
      throw .buffer(
        "bytesPerRow is \(bytesPerRow); for \(width) pixels it must be a multiple of 4 from \(width * 4)"
      )
    }
    guard let base = buffer.baseAddress, buffer.count >= bytesPerRow * height,
      Int(bitPattern: base) % 4 == 0
    else {
      throw .buffer(
        "the buffer has \(buffer.count) bytes; \(bytesPerRow * height) are needed, aligned to 4")
    }
    let target = try CairoSurface(
      cairo_image_surface_create_for_data(
        base.assumingMemoryBound(to: UInt8.self), CAIRO_FORMAT_ARGB32, Int32(width),
        Int32(height), Int32(bytesPerRow)))
    let context = target.context
    cairo_scale(context, scale, scale)
    rasterization.apply(to: context)
    cairo_set_fill_rule(context, CAIRO_FILL_RULE_WINDING)
    cairo_set_miter_limit(context, StrokedSegments.miterLimit)
    var painter = ScenePainter(context: context, text: OutlineGlyphs(fonts: fonts))
    try painter.draw(scene)
    try target.finish()
  }
}
