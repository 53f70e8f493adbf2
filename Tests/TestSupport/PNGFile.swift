/// A PNG file put together chunk by chunk, right or wrong, as a test needs it.
public struct PNGFile {
  /// What IHDR says.
  public struct Header {
    /// Pixels in a row.
    public var width: Int
    /// Rows.
    public var height: Int
    /// Bits of a sample.
    public var bitDepth: UInt8
    /// The colour type of PNG 3rd edition, 11.2.1.
    public var colorType: UInt8
    /// 1 for Adam7.
    public var interlace: UInt8

    /// Makes a header, for RGB of eight bits if nothing else is said.
    public init(
      width: Int, height: Int, bitDepth: UInt8 = 8, colorType: UInt8 = 2, interlace: UInt8 = 0
    ) {
      self.width = width
      self.height = height
      self.bitDepth = bitDepth
      self.colorType = colorType
      self.interlace = interlace
    }

    /// Samples of a pixel, by colour type.
    public var channels: Int { [0: 1, 2: 3, 3: 1, 4: 2, 6: 4][colorType] ?? 1 }
    /// Bytes of a row without its filter.
    public var rowBytes: Int { (width * channels * Int(bitDepth) + 7) / 8 }
  }

  /// The file.
  public var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// A file without chunks.
  public init() {}

  /// A file that begins with IHDR.
  public init(_ header: Header) {
    append(
      "IHDR",
      Self.bigEndian(header.width) + Self.bigEndian(header.height)
        + [header.bitDepth, header.colorType, 0, 0, header.interlace])
  }

  /// Appends a chunk with its right checksum.
  public mutating func append(_ name: String, _ data: [UInt8] = []) {
    bytes += Self.bigEndian(data.count)
    bytes += name.utf8
    bytes += data
    bytes += Self.bigEndian(Int(Self.crc32(Array(name.utf8) + data)))
  }

  /// The file with one more chunk.
  public func appending(_ name: String, _ data: [UInt8] = []) -> PNGFile {
    var file = self
    file.append(name, data)
    return file
  }

  /// A number of four bytes.
  public static func bigEndian(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  /// Data in a zlib stream without compression (RFC 1950, RFC 1951).
  public static func stored(_ data: [UInt8]) -> [UInt8] {
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
  public static func crc32(_ data: [UInt8]) -> UInt32 {
    var crc = ~UInt32(0)
    for byte in data { crc = crc >> 8 ^ table[Int(crc & 255) ^ Int(byte)] }
    return ~crc
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in
      value >> 1 ^ (value & 1 == 1 ? 0xEDB8_8320 : 0)
    }
  }
}
