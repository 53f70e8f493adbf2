import CPNG

/// A decoder of PNG files of any colour type, depth and interlacing.
///
/// ```swift
/// let image = try PNGDecoder.decode(try AtomicFile.read("plot.png", limit: 1 << 26))
/// image.text("Title")  // "Rainfall"
/// ```
public enum PNGDecoder {
  /// Decodes a file.
  ///
  /// 16-bit channels are rounded to 8, grey and palettes become colours, tRNS becomes alpha;
  /// ``DeepPixels`` has them in full. Colours are used unchanged: profiles and gamma are not applied.
  /// Of an animation (APNG) the default image is read; ``PNGAnimation`` has the frames. Every checksum must be right, and the size in the header is checked
  /// against the limits before memory is allocated.
  ///
  /// - Complexity: O(pixels); the memory is that of the bitmap and a few rows.
  public static func decode(
    _ bytes: [UInt8], limits: PNGLimits = .standard
  ) throws(PNGError) -> DecodedPNG {
    let size = try headerSize(bytes)
    try PNGAnimation.check(bytes)
    let bytes = PNGAnimation.stillFile(bytes)
    guard size.width > 0, size.height > 0 else {
      throw .emptyImage(width: size.width, height: size.height)
    }
    // Below 2³¹ each, so that the product does not overflow.
    guard size.width <= limits.maxSide, size.height <= limits.maxSide,
      size.width * size.height <= limits.maxPixels
    else {
      throw .tooLarge(width: size.width, height: size.height, limits: limits)
    }
    try checkChunks(bytes, limits)
    let result = bytes.withUnsafeBufferPointer { buffer -> Result<DecodedPNG, PNGError> in
      do throws(PNGError) {
        return .success(try PNGReading(buffer, limits: limits).decode(size))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// Names the chunk beside the pixels that is longer than the limits allow; libpng would only say
  /// that there is one.
  private static func checkChunks(_ bytes: [UInt8], _ limits: PNGLimits) throws(PNGError) {
    let limit = max(64 * 1024, limits.maxMetadataBytes)
    for chunk in PNGChunks(bytes: bytes) where chunk.data.count > limit {
      // A lower-case letter first: the chunk is beside the pixels.
      guard let first = chunk.name.utf8.first, first & 0x20 != 0 else { continue }
      throw .chunkTooLarge(name: chunk.name, bytes: chunk.data.count, limit: limit)
    }
  }

  /// Returns the signature and the first fields of IHDR (PNG 3rd edition, 5.2 and 11.2.1).
  private static func headerSize(_ bytes: [UInt8]) throws(PNGError) -> (width: Int, height: Int) {
    let start: [UInt8] = [
      0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52,
    ]
    guard bytes.count >= 24 else {
      // The beginning of a PNG is a truncated PNG; anything else, even an empty file, is not a PNG.
      guard bytes.count >= 4, zip(bytes, start).allSatisfy({ $0 == $1 }) else { throw .notPNG }
      throw .truncated
    }
    guard bytes.starts(with: start) else { throw .notPNG }
    let width = bytes[16..<20].reduce(0) { $0 << 8 | Int($1) }
    let height = bytes[20..<24].reduce(0) { $0 << 8 | Int($1) }
    guard width < 1 << 31, height < 1 << 31 else {
      throw .corrupt("size \(width) × \(height) is not possible in a PNG")
    }
    return (width, height)
  }
}

/// Owns libpng's reader over bytes that must outlive it.
private final class PNGReading {
  private let decoder: OpaquePointer
  private let limits: PNGLimits

  init(_ bytes: UnsafeBufferPointer<UInt8>, limits: PNGLimits) throws(PNGError) {
    var bounds = cpng_limits()
    bounds.max_side = UInt32(clamping: limits.maxSide)
    // libpng applies this limit to every chunk, so the palette and IHDR must stay below it.
    bounds.max_chunk_bytes = max(64 * 1024, limits.maxMetadataBytes)
    bounds.max_text_chunks = UInt32(PNGLimits.maxTexts)
    var status = CPNG_OK
    var message = cpng_message()
    guard
      let decoder = cpng_decoder_create(bytes.baseAddress, bytes.count, &bounds, &status, &message)
    else {
      throw PNGError(status, message, limits)
    }
    self.decoder = decoder
    self.limits = limits
  }

  deinit {
    cpng_decoder_destroy(decoder)
  }

  func decode(_ size: (width: Int, height: Int)) throws(PNGError) -> DecodedPNG {
    // The bitmap was sized by this decoder's reading of the header; libpng writes by its own.
    guard cpng_decoder_width(decoder) == size.width, cpng_decoder_height(decoder) == size.height
    else {
      throw .corrupt("its header is ambiguous")
    }
    try checkTextSize()
    var status = CPNG_OK
    var message = cpng_message()
    let pixels = [UInt8](unsafeUninitializedCapacity: cpng_decoder_room(decoder)) {
      buffer, filled in
      status = cpng_decoder_read(decoder, buffer.baseAddress, &message)
      filled = status == CPNG_OK ? size.width * size.height * 4 : 0
    }
    guard status == CPNG_OK,
      let bitmap = Bitmap(width: size.width, height: size.height, pixels: pixels)
    else {
      throw PNGError(status, message, limits)
    }
    try checkTextSize()
    var x: UInt32 = 0
    var y: UInt32 = 0
    let isKnown = cpng_decoder_resolution(decoder, &x, &y)
    return DecodedPNG(
      bitmap: bitmap, texts: rawTexts.map(PNGReading.text),
      pixelsPerMetre: isKnown ? DecodedPNG.Resolution(x: Int(x), y: Int(y)) : nil)
  }

  private var rawTexts: [cpng_text] {
    (0..<cpng_decoder_text_count(decoder)).map { cpng_decoder_text(decoder, $0) }
  }

  private func checkTextSize() throws(PNGError) {
    guard rawTexts.reduce(0, { $0 + PNGReading.bytes($1.text).count }) <= limits.maxMetadataBytes
    else {
      throw .metadataTooLarge(limit: limits.maxMetadataBytes)
    }
  }

  private static func text(_ raw: cpng_text) -> PNGText {
    (
      keyword: latin1(bytes(raw.keyword)),
      text: raw.is_utf8
        ? String(decoding: bytes(raw.text), as: UTF8.self) : latin1(bytes(raw.text)),
      language: latin1(bytes(raw.language))
    )
  }

  /// Latin-1 is the first 256 code points.
  private static func latin1(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }

  private static func bytes(_ string: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
    guard let string else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(
      start: UnsafeRawPointer(string).assumingMemoryBound(to: UInt8.self),
      count: cpng_length(string))
  }
}

extension PNGError {
  init(_ status: cpng_status, _ message: cpng_message, _ limits: PNGLimits) {
    switch status {
    case CPNG_OUT_OF_MEMORY: self = .outOfMemory
    case CPNG_TRUNCATED: self = .truncated
    case CPNG_BEYOND_LIMITS: self = .metadataTooLarge(limit: limits.maxMetadataBytes)
    default: self = .corrupt(message.string)
    }
  }
}
