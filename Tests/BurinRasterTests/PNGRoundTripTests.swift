import BurinRaster
import BurinScene
import Testing

@Suite("PNG round trips")
struct PNGRoundTripTests {
  static func gradient(width: Int, height: Int, opaque: Bool) throws -> Bitmap {
    var bitmap = try #require(Bitmap(width: width, height: height))
    for y in 0..<height {
      for x in 0..<width {
        bitmap[x, y] = RGBColor(
          red: UInt8(x * 37 % 256), green: UInt8(y * 53 % 256), blue: UInt8((x + y) * 11 % 256),
          alpha: opaque ? 255 : UInt8((x * 29 + y * 7) % 256))
      }
    }
    return bitmap
  }

  @Test(
    "An image comes back as it was written",
    arguments: [(1, 1), (1, 40), (5000, 1), (37, 23)], [true, false])
  func roundTrip(size: (Int, Int), opaque: Bool) throws {
    let bitmap = try Self.gradient(width: size.0, height: size.1, opaque: opaque)
    for preset in [PNGEncoder.Preset.standard, .fast, .small] {
      let bytes = try PNGEncoder(preset: preset).encode(bitmap)
      #expect(try PNGDecoder.decode(bytes).bitmap == bitmap)
    }
  }

  @Test("Every premultiplied pixel survives being unpremultiplied")
  func everyPremultipliedValue() throws {
    // Column = channel, row = alpha; a channel is at most its alpha.
    let bitmap = try #require(
      Bitmap(width: 256, height: 256) { bytes in
        for alpha in 0..<256 {
          for channel in 0..<256 {
            let value = UInt8(min(channel, alpha))
            let pixel = (alpha * 256 + channel) * 4
            bytes[pixel] = value
            bytes[pixel + 1] = value
            bytes[pixel + 2] = value
            bytes[pixel + 3] = UInt8(alpha)
          }
        }
      })
    #expect(try PNGDecoder.decode(PNGEncoder().encode(bitmap)).bitmap == bitmap)
    var copy = bitmap
    for alpha in 0...255 {
      for channel in 0...255 { copy[channel, alpha] = bitmap[channel, alpha] }
    }
    #expect(copy == bitmap)
  }

  @Test("Opaque images are RGB, others RGBA")
  func colourTypes() throws {
    // Byte 25 is IHDR's colour type: 2 is RGB, 6 is RGBA.
    let opaque = try Self.gradient(width: 4, height: 4, opaque: true)
    #expect(opaque.isOpaque)
    #expect(try PNGEncoder().encode(opaque)[25] == 2)
    var pierced = opaque
    pierced[3, 3].alpha = 254
    #expect(!pierced.isOpaque)
    #expect(try PNGEncoder().encode(pierced)[25] == 6)
  }

  @Test("The same image gives the same bytes, without chunks about time or software")
  func deterministic() throws {
    let bitmap = try Self.gradient(width: 64, height: 64, opaque: true)
    let bytes = try PNGEncoder(preset: .small).encode(bitmap)
    #expect(try bytes == PNGEncoder(preset: .small).encode(bitmap))
    #expect(chunkNames(bytes).filter { $0 != "IDAT" } == ["IHDR", "sRGB", "pHYs", "IEND"])
  }

  @Test("Texts are kept in any script, in order, with their language")
  func texts() throws {
    let bitmap = try Self.gradient(width: 2, height: 2, opaque: true)
    let texts: [PNGText] = [
      (keyword: "Title", text: "熵：平均信息量", language: "zh"),
      (keyword: "Description", text: "D(P‖Q) = 0.25 bit\nsecond line 🎲", language: "en-GB"),
      (keyword: "Comment", text: "", language: ""),
    ]
    let bytes = try PNGEncoder().encode(bitmap, texts: texts)
    #expect(chunkNames(bytes).prefix(6) == ["IHDR", "sRGB", "pHYs", "iTXt", "iTXt", "iTXt"])
    let decoded = try PNGDecoder.decode(bytes)
    try #require(decoded.texts.count == 3)
    for (found, expected) in zip(decoded.texts, texts) { #expect(found == expected) }
    #expect(decoded.text("Title") == "熵：平均信息量")
    #expect(decoded.text("Author") == nil)
  }

  @Test(
    "The scale becomes a resolution of 72 dots per inch times it",
    // 72 / 0.0254 = 2834.6457, 144 / 0.0254 = 5669.2913, 1 / 3 of 72: 944.8819
    arguments: [(1.0, 2835), (2.0, 5669), (1.0 / 3, 945)])
  func resolution(scale: Double, expected: Int) throws {
    let bitmap = try Self.gradient(width: 1, height: 1, opaque: true)
    let decoded = try PNGDecoder.decode(PNGEncoder().encode(bitmap, scale: scale))
    #expect(decoded.pixelsPerMetre == DecodedPNG.Resolution(x: expected, y: expected))
  }

  @Test("Rows with padding are encoded where they lie, and their fourth byte is not read")
  func paddedRows() throws {
    // 2 × 2 BGRX in rows of 12 bytes; the last row ends without its padding.
    let rows: [UInt8] = [
      1, 2, 3, 99, 4, 5, 6, 0, 77, 77, 77, 77,
      7, 8, 9, 50, 10, 11, 12, 255,
    ]
    let bytes = try rows.withUnsafeBytes {
      try PNGEncoder().encode(rows: $0, width: 2, height: 2, bytesPerRow: 12)
    }
    let bitmap = try PNGDecoder.decode(bytes).bitmap
    #expect(
      bitmap.pixels == [1, 2, 3, 255, 4, 5, 6, 255, 7, 8, 9, 255, 10, 11, 12, 255])
  }

  /// The chunk types of a well-formed file, in order.
  private func chunkNames(_ bytes: [UInt8]) -> [String] {
    var names: [String] = []
    var offset = 8
    while offset + 12 <= bytes.count {
      let length = bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
      names.append(String(decoding: bytes[offset + 4..<offset + 8], as: UTF8.self))
      offset += 12 + length
    }
    return names
  }
}
