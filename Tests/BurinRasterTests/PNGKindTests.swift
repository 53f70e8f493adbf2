import BurinRaster
import BurinScene
import TestSupport
import Testing

/// Common files are unpacked by libdeflate, all others read by libpng: a byte of data after the
/// image's end turns one into the other, and both must read the same pixels.
@Suite("Both ways to read a PNG file")
struct PNGKindTests {
  struct Kind: CustomTestStringConvertible, Sendable {
    var colorType: UInt8
    var bitDepth: UInt8
    var testDescription: String { "colour type \(colorType), \(bitDepth) bits" }
  }

  /// PNG 3rd edition, table 12.
  static let kinds: [Kind] = [
    (0, [1, 2, 4, 8, 16]), (2, [8, 16]), (3, [1, 2, 4, 8]), (4, [8, 16]), (6, [8, 16]),
  ].flatMap { type, depths in depths.map { Kind(colorType: type, bitDepth: $0) } }

  /// Rows of random samples, each with a filter; some of even colour, as in charts.
  private func rows(_ header: PNGFile.Header, _ random: inout SplitMix64) -> [UInt8] {
    var data: [UInt8] = []
    for y in 0..<header.height {
      data.append(UInt8(random.next() % 5))
      let isEven = y % 3 == 1
      data += (0..<header.rowBytes).map { _ in
        isEven || random.next() % 4 == 0 ? 0 : UInt8(truncatingIfNeeded: random.next())
      }
    }
    return data
  }

  /// The file up to its image data.
  private func head(_ header: PNGFile.Header, transparency: Bool) -> PNGFile {
    var file = PNGFile(header)
    if header.colorType == 3 {
      let count = 1 << header.bitDepth
      file.append("PLTE", (0..<count * 3).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 11) })
      if transparency {
        file.append("tRNS", (0..<max(1, count / 2)).map { UInt8(truncatingIfNeeded: $0 &* 91) })
      }
    } else if transparency, header.colorType == 0 {
      // More bits than a level has; the lowest count.
      file.append("tRNS", [1, 0xFD])
    } else if transparency, header.colorType == 2 {
      file.append("tRNS", [0, 0, 0, 0, 0, 0])
    }
    return file
  }

  @Test("Every kind, width and filter gives the same pixels", arguments: kinds)
  func agreement(kind: Kind) throws {
    var random = SplitMix64(seed: 7)
    for width in [1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 64, 100] {
      for transparency in [false, true] {
        let header = PNGFile.Header(
          width: width, height: 12, bitDepth: kind.bitDepth, colorType: kind.colorType)
        let stream = PNGFile.stored(rows(header, &random))
        let start = head(header, transparency: transparency)
        let whole = start.appending("IDAT", stream).appending("IEND")
        let cut = stream.count / 3
        let parts = start.appending("IDAT", Array(stream[..<cut])).appending("IDAT")
          .appending("IDAT", Array(stream[cut...])).appending("IEND")
        let surplus = start.appending("IDAT", stream).appending("IDAT", [0]).appending("IEND")
        let expected = try PNGDecoder.decode(surplus.bytes).bitmap
        #expect(try PNGDecoder.decode(whole.bytes).bitmap == expected, "width \(width)")
        #expect(try PNGDecoder.decode(parts.bytes).bitmap == expected, "width \(width), parts")
      }
    }
  }

  @Test("A large image of even and uneven stretches gives the same pixels")
  func stretches() throws {
    var random = SplitMix64(seed: 11)
    for colorType: UInt8 in [2, 6] {
      let header = PNGFile.Header(width: 509, height: 61, colorType: colorType)
      var data: [UInt8] = []
      for _ in 0..<header.height {
        data.append(UInt8(random.next() % 5))
        while data.count % (header.rowBytes + 1) != 0 {
          let rest = (header.rowBytes + 1) - data.count % (header.rowBytes + 1)
          let length = min(rest, Int(random.next() % 60) + 1)
          let value = random.next() % 3 == 0 ? UInt8(truncatingIfNeeded: random.next()) : 0
          data += [UInt8](repeating: value, count: length)
        }
      }
      let start = PNGFile(header).appending("IDAT", PNGFile.stored(data))
      let surplus = start.appending("IDAT", [0]).appending("IEND")
      #expect(
        try PNGDecoder.decode(start.appending("IEND").bytes).bitmap
          == PNGDecoder.decode(surplus.bytes).bitmap)
    }
  }

  @Test("What comes after the image is read too, and refused where it is wrong")
  func rest() throws {
    let header = PNGFile.Header(width: 3, height: 2)
    var random = SplitMix64(seed: 3)
    let first = PNGFile(header).appending("tEXt", Array("Author".utf8) + [0] + Array("A".utf8))
    let start = first.appending("IDAT", PNGFile.stored(rows(header, &random)))
    let pixels = try PNGDecoder.decode(start.appending("IEND").bytes).bitmap
    let text = Array("Title".utf8) + [0] + Array("plot".utf8)
    let decoded = try PNGDecoder.decode(
      start.appending("tEXt", text).appending("vpAg", [1]).appending("IEND").bytes)
    #expect(decoded.bitmap == pixels)
    #expect(decoded.texts.map(\.keyword) == ["Author", "Title"])
    #expect(decoded.text("Title") == "plot")
    let wrong = [
      start, start.appending("VPAG", [1]).appending("IEND"),
      start.appending("PLTE", [1, 2]).appending("IEND"),
      start.appending("tEXt", text).appending("IDAT", [0]).appending("IEND"),
      start.appending("IHDR", Array(first.bytes[16..<29])).appending("IEND"),
    ]
    for file in wrong {
      #expect(throws: PNGError.self) { try PNGDecoder.decode(file.bytes) }
    }
    let right = start.appending("tEXt", text).appending("IEND").bytes
    for length in start.bytes.count..<right.count {
      #expect(throws: PNGError.truncated) { try PNGDecoder.decode(Array(right.prefix(length))) }
    }
    for index in start.bytes.count..<right.count {
      var bytes = right
      bytes[index] ^= 0x10
      #expect(throws: PNGError.self, "byte \(index)") { try PNGDecoder.decode(bytes) }
    }
  }

  @Test("Of an animation the default image is read")
  func animation() throws {
    let header = PNGFile.Header(width: 2, height: 1, colorType: 0)
    let image = PNGFile.stored([0, 10, 20])
    let frame = PNGFile.bigEndian(2) + PNGFile.bigEndian(1) + [UInt8](repeating: 0, count: 8)
    let control = { (number: Int) in PNGFile.bigEndian(number) + frame + [0, 1, 0, 10, 0, 0] }
    var file = PNGFile(header)
    file.append("acTL", PNGFile.bigEndian(2) + PNGFile.bigEndian(0))
    file.append("fcTL", control(0))
    file.append("IDAT", image)
    file.append("fcTL", control(1))
    file.append("fdAT", PNGFile.bigEndian(2) + PNGFile.stored([0, 200, 210]))
    file.append("IEND")
    let bitmap = try PNGDecoder.decode(file.bytes).bitmap
    #expect(bitmap[0, 0].red == 10)
    #expect(bitmap[1, 0].red == 20)
  }

  @Test("Bytes after the end of the file's last chunk do not matter")
  func trailing() throws {
    #expect(
      try PNGDecoder.decode(PNGSamples.plain + [1, 2, 3]).bitmap
        == PNGDecoder.decode(PNGSamples.plain).bitmap)
  }
}
