public import Burin
import BurinCairo
import BurinRaster
public import BurinScene
import BurinText
import CLibWebP

extension OutputFormat {
  /// Returns the format of pixels without loss in WebP, which takes about half of a PNG's bytes.
  ///
  /// ```swift
  /// import Burin
  /// import BurinWebP
  ///
  /// try chart.write(to: "rain.webp", as: .webp(scale: 2))
  /// ```
  ///
  /// Every browser shows it; much else reads only PNG. The file has the picture's name and alternative
  /// text as XMP. A side can have at most 16383 pixels: a larger picture is a ``WebPError``.
  ///
  /// - Parameter scale: pixels for each point.
  public static func webp(scale: Double = 2) -> OutputFormat {
    OutputFormat(WebPFormat(scale: scale))
  }
}

/// The error of writing a WebP file.
public enum WebPError: Error, Hashable, Sendable {
  /// A side has more pixels than the format can tell.
  case tooLarge(width: Int, height: Int)
  /// libwebp could not write the picture.
  case notEncoded
  /// There is not enough memory.
  case outOfMemory
}

extension WebPError: ClassifiedError, CustomStringConvertible {
  /// The limit of the format, or the machine.
  public var category: ErrorCategory {
    if case .tooLarge = self { .limit } else { .machine }
  }

  /// A name such as `webp.too-large`.
  public var code: String {
    switch self {
    case .tooLarge: "webp.too-large"
    case .notEncoded: "webp.not-encoded"
    case .outOfMemory: "machine.memory"
    }
  }

  /// One line that describes what is wrong and what to do.
  public var description: String {
    switch self {
    case .tooLarge(let width, let height):
      "WebP has at most \(WebPFormat.maxSide) pixels a side, not \(width) × \(height): use a smaller scale, or PNG"
    case .notEncoded: "WebP could not be written: libwebp refused the picture"
    case .outOfMemory: "there is not enough memory for the picture's pixels"
    }
  }
}

/// Draws a scene's pixels and packs them by libwebp.
private struct WebPFormat: SceneEncoder {
  var scale: Double

  let fileExtension = "webp"
  let mediaType = "image/webp"

  static let maxSide = Int(WEBP_MAX_DIMENSION)

  func encode(_ scene: Scene) throws -> [UInt8] {
    let (width, height) = try CairoRenderer.pixelSize(of: scene, scale: scale)
    guard width <= Self.maxSide, height <= Self.maxSide else {
      throw WebPError.tooLarge(width: width, height: height)
    }
    guard let pixels = PixelMemory(width: width, height: height) else {
      throw WebPError.outOfMemory
    }
    try CairoRenderer(fonts: try FontLibrary.shared(scene.fontFamilies)).draw(
      scene, into: pixels.bytes, width: width, height: height, bytesPerRow: pixels.bytesPerRow,
      scale: scale)
    let isOpaque = scene.background.isOpaque || pixels.isOpaque
    if !isOpaque { Self.separateAlpha(pixels.bytes) }
    var output: UnsafeMutablePointer<UInt8>?
    let count = WebPEncodeLosslessBGRA(
      pixels.bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), Int32(width), Int32(height),
      Int32(pixels.bytesPerRow), &output)
    defer { WebPFree(output) }
    guard count > 0, let output else { throw WebPError.notEncoded }
    let file = [UInt8](UnsafeBufferPointer(start: output, count: count))
    guard let packet = XMPPacket(scene) else { return file }
    return WebPContainer(
      image: file, width: width, height: height, hasAlpha: !isOpaque, packet: packet.text
    ).bytes
  }

  /// Turns premultiplied pixels into colours with an alpha beside them.
  private static func separateAlpha(_ bytes: UnsafeMutableRawBufferPointer) {
    for offset in stride(from: 0, to: bytes.count, by: 4) {
      let alpha = Int(bytes[offset + 3])
      guard alpha > 0, alpha < 255 else { continue }
      for place in offset..<offset + 3 {
        bytes[place] = UInt8(min(255, (Int(bytes[place]) * 255 + alpha / 2) / alpha))
      }
    }
  }
}

/// A file of a picture with a packet of XMP behind it.
///
/// Source: RFC 9649, section 2.7, "Extended File Format".
private struct WebPContainer {
  /// The plain file: a header of 12 bytes, and one chunk.
  var image: [UInt8]
  var width: Int
  var height: Int
  var hasAlpha: Bool
  var packet: String

  var bytes: [UInt8] {
    let flags: UInt8 = 0x04 | (hasAlpha ? 0x10 : 0)
    let header = [flags, 0, 0, 0] + Self.number(width - 1, 3) + Self.number(height - 1, 3)
    let chunks =
      Self.chunk("VP8X", header) + image.dropFirst(12) + Self.chunk("XMP ", Array(packet.utf8))
    return Array("RIFF".utf8) + Self.number(4 + chunks.count, 4) + Array("WEBP".utf8) + chunks
  }

  private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
    Array(name.utf8) + number(data.count, 4) + data + (data.count % 2 == 0 ? [] : [0])
  }

  private static func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}
