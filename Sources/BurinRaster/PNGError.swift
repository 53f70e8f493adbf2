public import BurinScene

/// The error of reading or writing a PNG file.
public enum PNGError: Error, Hashable, Sendable {
  /// The bytes do not begin with PNG's signature and header.
  case notPNG
  /// The file ends before the image does.
  case truncated
  /// A checksum, a chunk or the compressed data is wrong; the reason is libpng's.
  case corrupt(String)
  /// A side is zero.
  case emptyImage(width: Int, height: Int)
  /// A side or the number of pixels exceeds the limits.
  case tooLarge(width: Int, height: Int, limits: PNGLimits)
  /// The texts or a chunk beside the pixels exceed the limit, in bytes.
  case metadataTooLarge(limit: Int)
  /// A chunk beside the pixels exceeds the limit, in bytes.
  case chunkTooLarge(name: String, bytes: Int, limit: Int)
  /// The buffer is smaller than the image needs, in bytes.
  case bufferTooSmall(needed: Int, given: Int)
  /// The scale is not a finite positive number, or too large for a PNG file.
  case scale(Double)
  /// A text's keyword, language or content cannot be stored in a PNG file.
  case invalidText(keyword: String, reason: String)
  /// libpng could not write the image.
  case notEncoded(String)
  /// There is not enough memory.
  case outOfMemory
  /// The rendering was stopped.
  case stopped(LimitError)
}

extension PNGError: CustomStringConvertible {
  /// One line that describes what is wrong and what to do.
  public var description: String {
    switch self {
    case .notPNG:
      "not a PNG image: its first bytes are not PNG's signature and header"
    case .truncated:
      "PNG is cut off: it ends before its image does"
    case .corrupt(let reason):
      "PNG is damaged: \(reason)"
    case .emptyImage(let width, let height):
      "PNG size \(width) × \(height) is empty: both sides must be at least 1 pixel"
    case .tooLarge(let width, let height, let limits):
      "PNG size \(width) × \(height) exceeds the limits: at most \(limits.maxSide) pixels a side "
        + "and \(limits.maxPixels) in all"
    case .metadataTooLarge(let limit):
      "PNG contains too much beside its image: at most \(limit) bytes and \(PNGLimits.maxTexts) texts are "
        + "read"
    case .chunkTooLarge(let name, let bytes, let limit):
      "PNG has a chunk \(name) of \(bytes) bytes beside its image: at most \(limit) are read"
    case .bufferTooSmall(let needed, let given):
      "pixel buffer of \(given) bytes is too small: the image needs \(needed)"
    case .scale(let scale):
      "PNG scale \(scale) is not usable: use a finite number above 0 and up to 100000"
    case .invalidText(let keyword, let reason):
      "PNG text \"\(keyword)\" cannot be stored: \(reason)"
    case .notEncoded(let reason):
      "PNG could not be written: \(reason)"
    case .stopped(let error):
      "\(error)"
    case .outOfMemory:
      "not enough memory for the PNG image"
    }
  }
}
