import BurinGeometry
public import BurinRaster
public import BurinScene

/// A picture as a check sees it: its pixels, and where they are known its scene, its file and what
/// drew it.
public struct Rendition: Sendable {
  /// The pixels.
  public var bitmap: Bitmap
  /// The scene that was drawn; nil for a picture of unknown origin.
  public var scene: Scene?
  /// What drew the pixels; nil where that is not known.
  public var fingerprint: Fingerprint?
  /// The PNG file that the pixels were read from; nil for pixels that were drawn.
  public var file: PNGDetail?

  /// Makes a rendition.
  public init(_ bitmap: Bitmap, scene: Scene? = nil, fingerprint: Fingerprint? = nil) {
    self.bitmap = bitmap
    self.scene = scene
    self.fingerprint = fingerprint
  }

  /// Reads a PNG file, with what it has beyond eight bits of colour: 16 bits, the colour of
  /// translucent pixels, frames, and what changes how the picture is seen.
  public init(
    png bytes: [UInt8], scene: Scene? = nil, fingerprint: Fingerprint? = nil,
    limits: PNGLimits = .standard
  ) throws(PNGError) {
    self.init(
      try PNGDecoder.decode(bytes, limits: limits).bitmap, scene: scene, fingerprint: fingerprint)
    file = try PNGDetail(file: bytes, limits: limits)
  }

  /// Pixels for each point; 1 without a scene.
  public var scale: Double {
    guard let width = scene?.size.width, width > 0, width.isFinite else { return 1 }
    return Double(bitmap.width) / width
  }
}
