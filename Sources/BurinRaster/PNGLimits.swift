/// How large a PNG may be before it is refused; checked before memory is taken.
///
/// A file of a few kilobytes can unpack to gigabytes, so the size that its header claims is
/// checked first.
public struct PNGLimits: Sendable, Hashable {
  /// The largest width and height, in pixels.
  public var maxSide: Int
  /// The largest number of pixels; each takes four bytes in memory.
  public var maxPixels: Int
  /// The most bytes of unpacked text in the whole file, and the largest chunk beside the pixels.
  public var maxTextBytes: Int

  /// Sides up to 32,767 pixels (Cairo's largest surface), 2²⁶ pixels (256 MiB), 1 MiB of text.
  public static let standard = PNGLimits(
    maxSide: 32_767, maxPixels: 1 << 26, maxTextBytes: 1 << 20)

  /// Makes limits; values below 1 refuse every image.
  public init(maxSide: Int, maxPixels: Int, maxTextBytes: Int) {
    self.maxSide = maxSide
    self.maxPixels = maxPixels
    self.maxTextBytes = maxTextBytes
  }
}
