/// A PNG file put together chunk by chunk, right or wrong, as a test needs it.
struct PNGFile {
  /// What IHDR says.
  struct Header {
    var width: Int
    var height: Int
    var bitDepth: UInt8 = 8
    var colorType: UInt8 = 2
    var interlace: UInt8 = 0

    /// Samples of a pixel, by colour type.
    var channels: Int { [0: 1, 2: 3, 3: 1, 4: 2, 6: 4][colorType] ?? 1 }
    var rowBytes: Int { (width * channels * Int(bitDepth) + 7) / 8 }
  }

  var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  init() {}

  init(_ header: Header) {
    append(
      "IHDR",
      Self.bigEndian(header.width) + Self.bigEndian(header.height)
        + [header.bitDepth, header.colorType, 0, 0, header.interlace])
  }

  /// Appends a chunk with its right checksum.
  mutating func append(_ name: String, _ data: [UInt8] = []) {
    bytes += Self.bigEndian(data.count)
    bytes += name.utf8
    bytes += data
    bytes += Self.bigEndian(Int(Self.crc32(Array(name.utf8) + data)))
  }

  func appending(_ name: String, _ data: [UInt8] = []) -> PNGFile {
    var file = self
    file.append(name, data)
    return file
  }

  static func bigEndian(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  /// Data in a zlib stream without compression (RFC 1950, RFC 1951).
  static func stored(_ data: [UInt8]) -> [UInt8] {
    var result: [UInt8] = [0x78, 0x01]
    var rest = data[...]
    repeat {
      let block = rest.prefix(0xFFFF)
      rest = rest.dropFirst(block.count)
      let length = [UInt8(block.count & 255), UInt8(block.count >> 8)]
      result += [rest.isEmpty ? 1 : 0] + length + length.map { ~$0 } + block
    } while !rest.isEmpty
    var (a, b) = (1, 0)
    for byte in data {
      a = (a + Int(byte)) % 65_521
      b = (b + a) % 65_521
    }
    return result + bigEndian(b << 16 | a)
  }

  /// The checksum of PNG 3rd edition, 5.5.
  static func crc32(_ data: [UInt8]) -> UInt32 {
    var crc = ~UInt32(0)
    for byte in data {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc >> 1 ^ (crc & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    return ~crc
  }
}

/// Pseudo-random numbers that are the same on every run (SplitMix64).
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}
