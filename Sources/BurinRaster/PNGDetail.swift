/// What a PNG file has beyond eight bits of premultiplied colour, for those who compare files.
///
/// ```swift
/// let detail = try PNGDetail(file: bytes)
/// detail.metadata.values[.density]  // "2835 × 2835 pixels per metre"
/// ```
public struct PNGDetail: Sendable {
  /// The file.
  public let file: [UInt8]
  /// What beside the pixels can change how the picture is seen.
  public let metadata: PNGMetadata
  /// The frames; nil for a still picture.
  public let animation: PNGAnimation?
  /// Whether samples have 16 bits, of which a ``Bitmap`` holds eight.
  public let has16Bits: Bool
  /// Whether pixels may be translucent, whose colours a ``Bitmap`` rounds.
  public let hasAlpha: Bool

  /// Reads the details of a file that ``PNGDecoder`` accepts.
  public init(file: [UInt8], limits: PNGLimits = .standard) throws(PNGError) {
    self.file = file
    animation = try PNGAnimation(file: file, limits: limits)
    metadata = PNGMetadata(file: file, limits: limits)
    (has16Bits, hasAlpha) = Self.kind(of: file)
  }

  /// Reads the pixels in full.
  public func deepPixels(limits: PNGLimits = .standard) throws(PNGError) -> DeepPixels {
    try DeepPixels(file: file, limits: limits)
  }

  static func kind(of file: [UInt8]) -> (has16Bits: Bool, hasAlpha: Bool) {
    var kind = (has16Bits: false, hasAlpha: false)
    for chunk in PNGChunks(bytes: file) {
      switch chunk.name {
      case "IHDR":
        kind.has16Bits = file.number(at: 8, 1, in: chunk.data) == 16
        kind.hasAlpha = [4, 6].contains(file.number(at: 9, 1, in: chunk.data))
      case "tRNS": kind.hasAlpha = true
      // Both come before the image.
      case "IDAT": return kind
      default: break
      }
    }
    return kind
  }

  /// Whether a bitmap does not hold the pixels of a file in full.
  public func needsDepth(_ bitmap: Bitmap) -> Bool {
    has16Bits || hasAlpha && !bitmap.isOpaque
  }
}
