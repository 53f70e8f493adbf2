import CPNG

/// Pixels as a PNG file has them: red, green, blue and alpha of 16 bits, not premultiplied.
///
/// A ``Bitmap`` rounds to eight bits and multiplies by alpha; what is lost by that is here.
public struct DeepPixels: Sendable, Equatable {
  /// The number of columns.
  public let width: Int
  /// The number of rows.
  public let height: Int
  /// `width × height × 4` samples: red, green, blue, alpha.
  public let samples: [UInt16]

  /// Reads the pixels of a PNG file; samples of fewer bits are spread over 16.
  ///
  /// - Complexity: O(pixels); each takes eight bytes.
  public init(file: [UInt8], limits: PNGLimits = .standard) throws(PNGError) {
    // Checks the header and everything beside the pixels too.
    let bitmap = try PNGDecoder.decode(file, limits: limits).bitmap
    self = try Self.read(
      PNGAnimation.stillFile(file), width: bitmap.width, height: bitmap.height, limits: limits)
  }

  /// Reads pixels of a size that was checked.
  static func read(
    _ file: [UInt8], width: Int, height: Int, limits: PNGLimits
  ) throws(PNGError) -> DeepPixels {
    var bounds = cpng_limits()
    bounds.max_side = UInt32(clamping: limits.maxSide)
    bounds.max_chunk_bytes = max(64 * 1024, limits.maxMetadataBytes)
    bounds.max_text_chunks = UInt32(PNGLimits.maxTexts)
    var status = CPNG_OK
    var message = cpng_message()
    let samples = [UInt16](unsafeUninitializedCapacity: width * height * 4) { target, filled in
      status = file.withUnsafeBufferPointer {
        cpng_read_deep($0.baseAddress, $0.count, &bounds, target.baseAddress, &message)
      }
      filled = status == CPNG_OK ? width * height * 4 : 0
    }
    guard status == CPNG_OK else { throw PNGError(status, message, limits) }
    return DeepPixels(width: width, height: height, samples: samples)
  }

  private init(width: Int, height: Int, samples: [UInt16]) {
    self.width = width
    self.height = height
    self.samples = samples
  }
}
