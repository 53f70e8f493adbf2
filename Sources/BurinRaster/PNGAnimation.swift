/// The frames of an animated PNG file (PNG 3rd edition, 11.3.5), each as it lies in the file.
public struct PNGAnimation: Sendable {
  /// One frame.
  public struct Frame: Sendable {
    /// Where the frame is, how long it is shown, and what becomes of it, in words.
    public let control: String
    /// The frame's pixels.
    public let bitmap: Bitmap
    /// The frame as a PNG file of its own.
    let file: [UInt8]

    /// Whether ``bitmap`` does not hold the pixels in full.
    public var needsDepth: Bool {
      let kind = PNGDetail.kind(of: file)
      return kind.has16Bits || kind.hasAlpha && !bitmap.isOpaque
    }

    /// Reads the frame's pixels in full.
    public func deepPixels(limits: PNGLimits = .standard) throws(PNGError) -> DeepPixels {
      try DeepPixels(file: file, limits: limits)
    }
  }

  /// How often the animation is shown; 0 for ever.
  public let plays: Int
  /// Whether the image that a viewer without animation shows is the first frame.
  public let beginsWithImage: Bool
  /// The frames in their order.
  public let frames: [Frame]

  /// The chunks of an animation.
  static let chunkNames: Set<String> = ["acTL", "fcTL", "fdAT"]

  /// Returns a file without its animation, which the decoder of still images would limit.
  static func stillFile(_ file: [UInt8]) -> [UInt8] {
    let chunks = PNGChunks(bytes: file)
    guard chunks.contains(where: { chunkNames.contains($0.name) }) else { return file }
    var result = Array(file.prefix(8))
    var end = 8
    for chunk in chunks {
      end = chunk.whole.upperBound
      if !chunkNames.contains(chunk.name) { result += file[chunk.whole] }
    }
    // A cut end stays, so that it is found.
    return result + file[end...]
  }

  /// Throws if the checksum of one of the animation's chunks is wrong.
  static func check(_ file: [UInt8]) throws(PNGError) {
    let chunks = PNGChunks(bytes: file)
    for chunk in chunks where chunkNames.contains(chunk.name) && !chunks.isSound(chunk) {
      throw .corrupt("\(chunk.name): CRC error")
    }
  }

  /// Reads the animation of a file; nil if it has none.
  ///
  /// - Throws: ``PNGError`` for frames that are damaged, lie outside of the image, or have more
  ///   pixels in all than the limits allow for one image.
  public init?(file: [UInt8], limits: PNGLimits = .standard) throws(PNGError) {
    let chunks = Array(PNGChunks(bytes: file))
    guard let control = chunks.first(where: { $0.name == "acTL" }),
      let header = chunks.first(where: { $0.name == "IHDR" })
    else { return nil }
    try Self.check(file)
    guard let count = file.number(at: 0, 4, in: control.data),
      let plays = file.number(at: 4, 4, in: control.data),
      let width = file.number(at: 0, 4, in: header.data),
      let height = file.number(at: 4, 4, in: header.data)
    else { throw .corrupt("acTL: the chunk is too short") }
    let parts = try Self.parts(chunks, in: file)
    guard parts.count == count else {
      throw .corrupt("acTL: it says \(count) frames, and the file has \(parts.count)")
    }
    var pixels = 0
    var frames: [Frame] = []
    for part in parts {
      guard let size = part.size(in: file), size.width > 0, size.height > 0,
        size.x + size.width <= width, size.y + size.height <= height
      else { throw .corrupt("fcTL: a frame lies outside of the image") }
      pixels += size.width * size.height
      guard pixels <= limits.maxPixels else {
        throw .corrupt("its frames have more than \(limits.maxPixels) pixels in all")
      }
      frames.append(try part.frame(in: file, chunks, size, limits))
    }
    self.plays = plays
    self.frames = frames
    beginsWithImage = parts.first?.isImage ?? false
  }

  /// The places of a frame's chunks.
  private struct Part {
    var control: Range<Int>
    var data: [Range<Int>] = []
    var isImage = false

    func size(in file: [UInt8]) -> (x: Int, y: Int, width: Int, height: Int)? {
      guard let width = file.number(at: 4, 4, in: control),
        let height = file.number(at: 8, 4, in: control),
        let x = file.number(at: 12, 4, in: control), let y = file.number(at: 16, 4, in: control),
        [x, y, width, height].allSatisfy({ $0 < 1 << 31 })
      else { return nil }
      return (x, y, width, height)
    }

    /// Decodes the frame as a file of its own.
    func frame(
      in file: [UInt8], _ chunks: [PNGChunks.Chunk],
      _ size: (x: Int, y: Int, width: Int, height: Int), _ limits: PNGLimits
    ) throws(PNGError) -> Frame {
      var own = Array(file.prefix(8))
      for chunk in chunks {
        switch chunk.name {
        case "IHDR":
          own += PNGChunks.chunk(
            "IHDR",
            file[control][(control.lowerBound + 4)..<(control.lowerBound + 12)]
              + file[chunk.data].dropFirst(8))
        case "PLTE", "tRNS": own += file[chunk.whole]
        default: break
        }
      }
      // The number that fdAT begins with orders the chunks.
      for part in data { own += PNGChunks.chunk("IDAT", file[part].dropFirst(isImage ? 0 : 4)) }
      own += PNGChunks.chunk("IEND", [])
      let bitmap = try PNGDecoder.decode(own, limits: limits).bitmap
      return Frame(control: words(in: file, size), bitmap: bitmap, file: own)
    }

    private func words(
      in file: [UInt8], _ size: (x: Int, y: Int, width: Int, height: Int)
    ) -> String {
      let number = { offset, count in file.number(at: offset, count, in: control) ?? 0 }
      // A denominator of 0 stands for hundredths.
      let unit = number(22, 2) == 0 ? 100 : number(22, 2)
      return "\(size.width) × \(size.height) at (\(size.x), \(size.y)), "
        + "shown \(number(20, 2))/\(unit) s, disposal \(number(24, 1)), blending \(number(25, 1))"
    }
  }

  private static func parts(
    _ chunks: [PNGChunks.Chunk], in file: [UInt8]
  ) throws(PNGError) -> [Part] {
    var parts: [Part] = []
    var sequence = 0
    for chunk in chunks where ["fcTL", "fdAT", "IDAT"].contains(chunk.name) {
      if chunk.name != "IDAT" {
        guard file.number(at: 0, 4, in: chunk.data) == sequence else {
          throw .corrupt("\(chunk.name): the chunks of the animation are out of order")
        }
        sequence += 1
      }
      switch chunk.name {
      case "fcTL":
        guard chunk.data.count == 26 else { throw .corrupt("fcTL: its length is not 26") }
        parts.append(Part(control: chunk.data))
      case "fdAT":
        guard let last = parts.indices.last, !parts[last].isImage else {
          throw .corrupt("fdAT: no fcTL is before it")
        }
        parts[last].data.append(chunk.data)
      default:
        // An image before the first fcTL is not a frame.
        guard let last = parts.indices.last else { continue }
        parts[last].isImage = true
        parts[last].data.append(chunk.data)
      }
    }
    return parts
  }
}
