import BurinGeometry
public import BurinRaster
public import BurinScene

/// A picture as a check sees it: its pixels, and where they are known its scene and what drew it.
public struct Rendition: Sendable {
  /// The pixels.
  public var bitmap: Bitmap
  /// The scene that was drawn; nil for a picture of unknown origin.
  public var scene: Scene?
  /// What drew the pixels; nil where that is not known.
  public var fingerprint: Fingerprint?

  /// Makes a rendition.
  public init(_ bitmap: Bitmap, scene: Scene? = nil, fingerprint: Fingerprint? = nil) {
    self.bitmap = bitmap
    self.scene = scene
    self.fingerprint = fingerprint
  }

  /// Pixels for each point; 1 without a scene.
  public var scale: Double {
    guard let width = scene?.size.width, width > 0, width.isFinite else { return 1 }
    return Double(bitmap.width) / width
  }
}
