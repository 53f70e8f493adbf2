/// Changes of PNG files that reach what is behind their checksums: whole chunks, fields and rows.
struct PNGChanges {
  private struct Chunk {
    var name: [UInt8]
    var data: [UInt8]
  }

  private var chunks: [Chunk] = []
  /// What follows the last whole chunk.
  private var rest: [UInt8] = []

  static func apply(to seed: [UInt8], _ seeds: [[UInt8]], _ numbers: inout Numbers) -> [UInt8] {
    var file = PNGChanges(seed)
    for _ in 0...numbers.below(4) { file.change(seeds, &numbers) }
    return file.bytes
  }

  /// Returns the file with right checksums, as far as its chunks are whole.
  static func sound(_ bytes: [UInt8]) -> [UInt8] { PNGChanges(bytes).bytes }

  private init(_ bytes: [UInt8]) {
    var place = Self.signature.count
    while place + 12 <= bytes.count {
      let length = Self.word(bytes[place..<place + 4])
      guard length < 1 << 24, place + 12 + length <= bytes.count else { break }
      chunks.append(
        Chunk(
          name: Array(bytes[place + 4..<place + 8]),
          data: Array(bytes[place + 8..<place + 8 + length])))
      place += 12 + length
    }
    rest = Array(bytes.dropFirst(place))
  }

  private var bytes: [UInt8] {
    var result = Self.signature
    for chunk in chunks {
      result += Self.bytes(UInt32(chunk.data.count)) + chunk.name + chunk.data
      result += Self.bytes(Self.checksum(chunk.name + chunk.data))
    }
    return result + rest
  }

  private mutating func change(_ seeds: [[UInt8]], _ numbers: inout Numbers) {
    guard !chunks.isEmpty else { return }
    let place = numbers.below(chunks.count)
    switch numbers.below(12) {
    case 0: chunks.remove(at: place)
    case 1: chunks.insert(chunks[place], at: numbers.below(chunks.count))
    case 2: chunks.swapAt(place, numbers.below(chunks.count))
    case 3:
      let others = PNGChanges(numbers.one(of: seeds)).chunks
      if !others.isEmpty { chunks.insert(numbers.one(of: others), at: place) }
    case 4: chunks[place].name = Array(numbers.one(of: Self.names).utf8)
    case 5: chunks[place].data = ByteChanges.apply(to: chunks[place].data, [], &numbers)
    case 6: chunks[place].data = Array(chunks[place].data.prefix(numbers.below(40)))
    case 7: changeWord(&chunks[place].data, &numbers)
    case 8: changeHeader(&numbers)
    case 9: addProperty(&numbers)
    default: drawRows(&numbers)
    }
  }

  /// Four bytes become a number that is often forgotten.
  private func changeWord(_ data: inout [UInt8], _ numbers: inout Numbers) {
    guard data.count >= 4 else { return }
    let place = numbers.below(data.count - 3)
    let value: UInt32 = numbers.one(of: [
      0, 1, 2, 255, 65_535, 65_536, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF,
    ])
    data.replaceSubrange(place..<place + 4, with: Self.bytes(value))
  }

  private mutating func changeHeader(_ numbers: inout Numbers) {
    guard chunks[0].data.count == 13 else { return }
    let sides: [UInt32] = [0, 1, 2, 7, 8, 9, 17, 31, 255, 4096, 65_535, 0x7FFF_FFFF, 0xFFFF_FFFF]
    switch numbers.below(5) {
    case 0: chunks[0].data.replaceSubrange(0..<4, with: Self.bytes(numbers.one(of: sides)))
    case 1: chunks[0].data.replaceSubrange(4..<8, with: Self.bytes(numbers.one(of: sides)))
    case 2: chunks[0].data[8] = numbers.one(of: [1, 2, 4, 8, 16, 3, 0, 255])
    case 3: chunks[0].data[9] = numbers.one(of: [0, 2, 3, 4, 6, 1, 7])
    default: chunks[0].data[12] = numbers.one(of: [0, 1, 2])
    }
  }

  /// A chunk of a known kind with a length that it may have.
  private mutating func addProperty(_ numbers: inout Numbers) {
    let (name, length) = numbers.one(of: [
      ("gAMA", 4), ("cHRM", 32), ("sRGB", 1), ("cICP", 4), ("pHYs", 9), ("bKGD", 6), ("bKGD", 2),
      ("bKGD", 1), ("tRNS", 6), ("tRNS", 2), ("tRNS", 17), ("sBIT", 3), ("tIME", 7), ("oFFs", 9),
      ("sTER", 1), ("eXIf", 26), ("acTL", 8), ("fcTL", 26), ("fdAT", 20), ("mDCV", 24),
      ("cLLI", 8), ("sCAL", 9), ("PLTE", 9), ("PLTE", 768), ("hIST", 6),
    ])
    let chunk = Chunk(name: Array(name.utf8), data: numbers.bytes(length))
    chunks.insert(chunk, at: 1 + numbers.below(chunks.count))
  }

  /// Rows that fit the header, mostly, with each filter, in stored blocks and some chunks.
  private mutating func drawRows(_ numbers: inout Numbers) {
    guard chunks[0].data.count == 13 else { return }
    let header = chunks[0].data
    let (width, height) = (Self.word(header[0..<4]), Self.word(header[4..<8]))
    guard width <= 64, height <= 64 else { return }
    let channels = [0: 1, 2: 3, 3: 1, 4: 2, 6: 4][Int(header[9])] ?? 1
    let bits = channels * Int(header[8])
    let passes =
      header[12] == 1
      ? [
        (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
        (0, 1, 1, 2),
      ] : [(0, 0, 1, 1)]
    var rows: [UInt8] = []
    let isCalm = numbers.below(2) == 0
    for (x, y, dx, dy) in passes {
      let (columns, lines) = ((width - x + dx - 1) / dx, (height - y + dy - 1) / dy)
      guard columns > 0, lines > 0 else { continue }
      for _ in 0..<lines {
        rows.append(UInt8(numbers.below(numbers.below(50) == 0 ? 7 : 5)))
        let count = (columns * bits + 7) / 8
        rows += isCalm ? Array(repeating: 0, count: count) : numbers.bytes(count)
      }
    }
    if numbers.below(10) == 0 { rows = Array(rows.dropLast(numbers.below(9))) }
    if numbers.below(10) == 0 { rows += numbers.bytes(numbers.below(9)) }
    let data = Self.stored(rows)
    let piece = numbers.below(3) == 0 ? max(1, data.count / (1 + numbers.below(5))) : data.count
    let place = chunks.firstIndex { $0.name == Self.image } ?? min(1, chunks.count)
    chunks.removeAll { $0.name == Self.image }
    let pieces = stride(from: 0, to: data.count, by: max(1, piece)).map {
      Chunk(name: Self.image, data: Array(data[$0..<min(data.count, $0 + piece)]))
    }
    chunks.insert(contentsOf: pieces, at: min(place, chunks.count))
  }

  /// A zlib stream of blocks that are stored as they are.
  private static func stored(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = [0x78, 0x01]
    var place = 0
    repeat {
      let count = min(65_535, bytes.count - place)
      let isLast = place + count == bytes.count
      let low = [UInt8(count & 255), UInt8(count >> 8)]
      result += [isLast ? 1 : 0] + low + low.map { ~$0 } + bytes[place..<place + count]
      place += count
    } while place < bytes.count
    var (a, b): (UInt32, UInt32) = (1, 0)
    for byte in bytes {
      a = (a + UInt32(byte)) % 65_521
      b = (b + a) % 65_521
    }
    return result + Self.bytes(b << 16 | a)
  }

  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  private static let image = Array("IDAT".utf8)
  private static let names = [
    "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "pHYs", "bKGD",
    "sBIT", "hIST", "tIME", "tEXt", "zTXt", "iTXt", "eXIf", "acTL", "fcTL", "fdAT", "oFFs", "sTER",
    "sPLT", "mDCV", "cLLI", "sCAL", "zzZz", "ZZZZ",
  ]

  private static func word(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 << 8 | Int($1) }
  }

  private static func bytes(_ value: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> UInt32($0)) }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var crc = ~UInt32(0)
    for byte in bytes { crc = crc >> 8 ^ table[Int(UInt8(truncatingIfNeeded: crc) ^ byte)] }
    return ~crc
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in
      value >> 1 ^ (value & 1 == 1 ? 0xEDB8_8320 : 0)
    }
  }
}
