import CPNG

/// The chunks of a PNG file, one after the other (PNG 3rd edition, 5.3).
struct PNGChunks: Sequence {
  struct Chunk {
    /// The four letters, such as `IDAT`.
    var name: String
    /// The data in the file.
    var data: Range<Int>
    /// The whole chunk in the file: length, name, data and checksum.
    var whole: Range<Int>
  }

  let bytes: [UInt8]

  /// Iterates up to `IEND`, or up to a chunk that the file does not hold in full.
  func makeIterator() -> AnyIterator<Chunk> {
    var position = 8
    return AnyIterator {
      guard position + 12 <= bytes.count else { return nil }
      let length = bytes[position..<position + 4].reduce(0) { $0 << 8 | Int($1) }
      let name = String(decoding: bytes[position + 4..<position + 8], as: UTF8.self)
      let end = position + 12 + length
      guard end <= bytes.count else { return nil }
      let chunk = Chunk(name: name, data: position + 8..<end - 4, whole: position..<end)
      position = name == "IEND" ? bytes.count : end
      return chunk
    }
  }

  /// Whether a chunk's checksum is that of its name and data.
  func isSound(_ chunk: Chunk) -> Bool {
    let stored = bytes[chunk.data.upperBound..<chunk.whole.upperBound]
      .reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    return bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return false }
      return cpng_crc32(base + chunk.whole.lowerBound + 4, chunk.data.count + 4) == stored
    }
  }

  /// Returns a chunk with its checksum.
  static func chunk(_ name: String, _ data: some Collection<UInt8>) -> [UInt8] {
    let content = Array(name.utf8) + data
    let checksum = content.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { cpng_crc32($0, buffer.count) } ?? 0
    }
    return bigEndian(UInt32(clamping: data.count)) + content + bigEndian(checksum)
  }

  private static func bigEndian(_ value: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }
}

extension [UInt8] {
  /// The big-endian number of some bytes of a chunk; nil beyond its end.
  func number(at offset: Int, _ count: Int, in data: Range<Int>) -> Int? {
    let start = data.lowerBound + offset
    guard offset >= 0, start + count <= data.upperBound else { return nil }
    return self[start..<start + count].reduce(0) { $0 << 8 | Int($1) }
  }
}
