import BurinScene
import CPNG

/// A lossless encoder of bitmaps as PNG files: RGB if the image is opaque, RGBA otherwise, or a
/// palette if that makes the file smaller and the palette contains all colours.
///
/// ```swift
/// let bytes = try PNGEncoder(preset: .small).encode(
///   bitmap, scale: 2, texts: [(keyword: "Title", text: "Rainfall", language: "en")])
/// ```
///
/// The same input yields the same bytes: neither time nor software is recorded.
public struct PNGEncoder: Sendable, Hashable {
  /// The level of compression.
  public enum Preset: Sendable, Hashable {
    /// The best trade-off measured: charts are packed by whole pixels, busy images by libdeflate's
    /// level 6, and smooth ones with a palette or filters.
    case standard
    /// Charts in a sixth less time than ``standard``, with files a fourteenth larger; other
    /// images as by ``standard``.
    case fast
    /// A palette if 256 colours suffice, no filter, libdeflate's level 11: for files that
    /// are kept, at sixty times the time.
    case small
  }

  /// The level of compression.
  public var preset: Preset

  /// Creates an encoder.
  public init(preset: Preset = .standard) {
    self.preset = preset
  }

  /// Encodes a bitmap.
  ///
  /// - Parameters:
  ///   - bitmap: the pixels.
  ///   - scale: the pixels per point; the file's resolution (pHYs) is 72 · scale dots per inch.
  ///   - isOpaque: whether every pixel is known to be opaque; otherwise the pixels are searched for
  ///     one that is not.
  ///   - texts: the texts, stored as iTXt chunks in this order before the image.
  public func encode(
    _ bitmap: Bitmap, scale: Double = 1, isOpaque: Bool = false, texts: [PNGText] = []
  ) throws(PNGError) -> [UInt8] {
    let hasAlpha = !(isOpaque || bitmap.isOpaque)
    let result = bitmap.pixels.withUnsafeBytes { rows -> Result<[UInt8], PNGError> in
      do throws(PNGError) {
        return .success(
          try encode(
            rows: rows, width: bitmap.width, height: bitmap.height,
            bytesPerRow: bitmap.bytesPerRow, hasAlpha: hasAlpha, scale: scale, texts: texts))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// Encodes the rows of a surface in place.
  ///
  /// - Parameters:
  ///   - rows: the BGRX pixels, or premultiplied BGRA with `hasAlpha`, from top to bottom.
  ///   - width: the pixels of a row.
  ///   - height: the rows.
  ///   - bytesPerRow: the distance from one row's first byte to the next row's; at least `width ×
  ///     4`.
  ///   - hasAlpha: whether to write RGBA; otherwise the fourth byte of a pixel is ignored.
  ///   - scale: the pixels per point; the file's resolution (pHYs) is 72 · scale dots per inch.
  ///   - texts: the texts, stored as iTXt chunks in this order before the image.
  public func encode(
    rows: UnsafeRawBufferPointer, width: Int, height: Int, bytesPerRow: Int,
    hasAlpha: Bool = false, scale: Double = 1, texts: [PNGText] = []
  ) throws(PNGError) -> [UInt8] {
    try PNGEncoder.checkSize(rows.count, width, height, bytesPerRow)
    guard let base = rows.baseAddress else { throw .bufferTooSmall(needed: width * 4, given: 0) }
    for text in texts {
      if let reason = reasonNotToStore(text) {
        throw .invalidText(keyword: text.keyword, reason: reason)
      }
    }
    let strings = PNGTextStorage(texts)
    defer { withExtendedLifetime(strings) {} }
    var encoding = cpng_encoding()
    encoding.width = UInt32(width)
    encoding.height = UInt32(height)
    encoding.bytes_per_row = bytesPerRow
    encoding.has_alpha = hasAlpha
    encoding.packing =
      switch preset {
      case .standard: CPNG_STANDARD
      case .fast: CPNG_FAST
      case .small: CPNG_SMALL
      }
    encoding.pixels_per_metre = try PNGEncoder.pixelsPerMetre(scale: scale)
    encoding.texts = UnsafePointer(strings.texts)
    encoding.text_count = texts.count
    return try PNGEncoder.run(base.assumingMemoryBound(to: UInt8.self), &encoding)
  }

  private static func checkSize(
    _ given: Int, _ width: Int, _ height: Int, _ bytesPerRow: Int
  ) throws(PNGError) {
    guard width > 0, height > 0 else { throw .emptyImage(width: width, height: height) }
    guard width <= maxSide, height <= maxSide else {
      throw .tooLarge(
        width: width, height: height,
        limits: PNGLimits(maxSide: maxSide, maxPixels: .max, maxMetadataBytes: .max))
    }
    let (before, overflow) = max(bytesPerRow, width * 4)
      .multipliedReportingOverflow(by: height - 1)
    let (needed, tooLarge) = before.addingReportingOverflow(width * 4)
    guard bytesPerRow >= width * 4, !overflow, !tooLarge, needed <= given else {
      throw .bufferTooSmall(needed: overflow || tooLarge ? .max : needed, given: given)
    }
  }

  private static func run(
    _ pixels: UnsafePointer<UInt8>, _ encoding: inout cpng_encoding
  ) throws(PNGError) -> [UInt8] {
    let stop = StopQuestion()
    defer { withExtendedLifetime(stop) {} }
    encoding.should_stop = { context in
      guard let context else { return false }
      return Unmanaged<StopQuestion>.fromOpaque(context).takeUnretainedValue().shouldStop()
    }
    encoding.stop_context = Unmanaged.passUnretained(stop).toOpaque()
    var bytes: UnsafeMutablePointer<UInt8>?
    var count = 0
    var message = cpng_message()
    let status = cpng_encode(pixels, &encoding, &bytes, &count, &message)
    defer { cpng_free(bytes) }
    switch status {
    case CPNG_OK: return Array(UnsafeBufferPointer(start: bytes, count: count))
    case CPNG_OUT_OF_MEMORY: throw .outOfMemory
    case CPNG_STOPPED: throw .stopped(stop.error ?? .cancelled)
    default: throw .notEncoded(message.string)
    }
  }

  /// A quarter of PNG's own limit 2³¹ − 1 (PNG 3rd edition, 7.1), so that a row's bytes are
  /// below it as well.
  private static let maxSide = (1 << 29) - 1

  /// Returns 72 · scale dots per inch in dots per metre, rounded; an inch is 0.0254 m.
  static func pixelsPerMetre(scale: Double) throws(PNGError) -> UInt32 {
    guard scale.isFinite, scale > 0, scale <= 100_000 else { throw .scale(scale) }
    return UInt32((72 * scale / 0.0254).rounded())
  }
}

extension cpng_message {
  /// The characters before the terminating zero.
  var string: String {
    withUnsafeBytes(of: text) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  }
}

/// Whether the rendering that an encoder works for has to stop, asked from C.
private final class StopQuestion {
  private let watch = RenderWatch.ofRendering()
  private(set) var error: LimitError?

  func shouldStop() -> Bool {
    do throws(LimitError) {
      try watch.check()
      return false
    } catch {
      self.error = error
      return true
    }
  }
}
