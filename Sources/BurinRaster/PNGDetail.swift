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
  /// Whether the pixels have 16 bits a sample or alpha, so that a ``Bitmap`` does not hold them
  /// in full.
  public let needsDepth: Bool

  /// Reads the details of a file that ``PNGDecoder`` accepts.
  public init(file: [UInt8], limits: PNGLimits = .standard) throws(PNGError) {
    self.file = file
    animation = try PNGAnimation(file: file, limits: limits)
    metadata = PNGMetadata(file: file, limits: limits)
    needsDepth = Self.needsDepth(file)
  }

  /// Reads the pixels in full.
  public func deepPixels(limits: PNGLimits = .standard) throws(PNGError) -> DeepPixels {
    try DeepPixels(file: file, limits: limits)
  }

  static func needsDepth(_ file: [UInt8]) -> Bool {
    PNGChunks(bytes: file).contains { chunk in
      switch chunk.name {
      case "IHDR":
        file.number(at: 8, 1, in: chunk.data) == 16
          || [4, 6].contains(file.number(at: 9, 1, in: chunk.data))
      case "tRNS": true
      default: false
      }
    }
  }
}
