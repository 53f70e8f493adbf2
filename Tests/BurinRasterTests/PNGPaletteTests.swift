import BurinRaster
import BurinScene
import Testing

@Suite("Small PNGs")
struct PNGPaletteTests {
  /// A bitmap of so many colours, each in its own pixels, and wide enough for a palette.
  private func bitmap(colours count: Int, width: Int = 67, alpha: UInt8 = 255) throws -> Bitmap {
    var bitmap = try #require(Bitmap(width: width, height: 4 * count / width + 3))
    for y in 0..<bitmap.height {
      for x in 0..<width {
        let index = (y * width + x) % count
        bitmap[x, y] = RGBColor(
          red: UInt8(index % 256), green: UInt8(index / 256), blue: 7,
          alpha: index % 3 == 1 ? alpha : 255)
      }
    }
    return bitmap
  }

  @Test(
    "As many bits index a colour as the number of colours needs",
    arguments: [(1, 1), (2, 1), (3, 2), (4, 2), (5, 4), (16, 4), (17, 8), (255, 8), (256, 8)])
  func depth(colours: Int, bits: UInt8) throws {
    let bitmap = try bitmap(colours: colours)
    let bytes = try PNGEncoder(preset: .small).encode(bitmap)
    // Bytes 24 and 25 are IHDR's depth and colour type: 3 is a palette.
    #expect(Array(bytes[24...25]) == [bits, 3])
    #expect(try PNGDecoder.decode(bytes).bitmap == bitmap)
  }

  @Test("One colour more than a palette holds is RGB")
  func many() throws {
    let bitmap = try bitmap(colours: 257)
    let bytes = try PNGEncoder(preset: .small).encode(bitmap)
    #expect(Array(bytes[24...25]) == [8, 2])
    #expect(try PNGDecoder.decode(bytes).bitmap == bitmap)
  }

  @Test("A palette keeps transparency", arguments: [UInt8(0), 1, 128, 254])
  func transparency(alpha: UInt8) throws {
    let bitmap = try bitmap(colours: 12, alpha: alpha)
    let bytes = try PNGEncoder(preset: .small).encode(bitmap)
    #expect(bytes[25] == 3)
    #expect(try PNGDecoder.decode(bytes).bitmap == bitmap)
  }

  @Test("Rows of every width are packed to whole bytes", arguments: 64...80)
  func widths(width: Int) throws {
    for colours in [2, 4, 16] {
      let bitmap = try bitmap(colours: colours, width: width)
      let bytes = try PNGEncoder(preset: .small).encode(bitmap)
      #expect(try PNGDecoder.decode(bytes).bitmap == bitmap)
    }
  }

  @Test("A picture with hardly more pixels than colours is not given a palette")
  func tiny() throws {
    let bitmap = try PNGRoundTripTests.gradient(width: 8, height: 8, opaque: true)
    #expect(try PNGEncoder(preset: .small).encode(bitmap)[25] == 2)
  }

  @Test("The fourth byte of an opaque surface counts for nothing")
  func filler() throws {
    let rows = (0..<400).flatMap { _ in
      [10, 20, 30, UInt8.random(in: 0...255)] as [UInt8]
    }
    let bytes = try rows.withUnsafeBytes {
      try PNGEncoder(preset: .small).encode(rows: $0, width: 20, height: 20, bytesPerRow: 80)
    }
    #expect(Array(bytes[24...25]) == [1, 3])
    #expect(
      try PNGDecoder.decode(bytes).bitmap[19, 19] == RGBColor(red: 30, green: 20, blue: 10))
  }

  @Test("An image too large to be held in memory once more is packed row by row")
  func large() throws {
    // 67 MB of rows.
    var bitmap = try #require(
      Bitmap(width: 5600, height: 4000, fill: RGBColor(red: 1, green: 2, blue: 3)))
    bitmap[5599, 3999] = RGBColor(red: 200, green: 2, blue: 3)
    bitmap[0, 0] = RGBColor(red: 1, green: 2, blue: 3, alpha: 254)
    for preset in [PNGEncoder.Preset.standard, .small] {
      let bytes = try PNGEncoder(preset: preset).encode(bitmap)
      #expect(try PNGDecoder.decode(bytes).bitmap == bitmap)
    }
  }
}
