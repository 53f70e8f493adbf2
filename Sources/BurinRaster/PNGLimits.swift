/// The limits on the size of a PNG file, checked before memory is allocated.
///
/// A file of a few kilobytes can unpack to gigabytes, so the size in its header is checked first.
public struct PNGLimits: Sendable, Hashable {
  /// The largest width and height, in pixels.
  public var maxSide: Int
  /// The largest number of pixels; each takes four bytes in memory.
  public var maxPixels: Int
  /// The maximum number of bytes of unpacked text in the whole file, and of any other chunk beside
  /// the pixels; chunks up to 64 KiB are always read.
  public var maxMetadataBytes: Int

  /// Sides up to 32,767 pixels (Cairo's largest surface), 2²⁶ pixels (256 MiB), 1 MiB of metadata.
  public static let standard = PNGLimits(
    maxSide: 32_767, maxPixels: 1 << 26, maxMetadataBytes: 1 << 20)

  /// The maximum number of texts in a file, whatever their size.
  static let maxTexts = 64

  /// Creates limits; values below 1 refuse every image.
  public init(maxSide: Int, maxPixels: Int, maxMetadataBytes: Int) {
    self.maxSide = maxSide
    self.maxPixels = maxPixels
    self.maxMetadataBytes = maxMetadataBytes
  }
}
