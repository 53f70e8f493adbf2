import BurinRaster
import BurinScene
import Testing

@Suite("PNG forms")
struct PNGDecoderTests {
  private func colours(_ bytes: [UInt8]) throws -> [RGBColor] {
    let bitmap = try PNGDecoder.decode(bytes).bitmap
    return (0..<bitmap.height).flatMap { y in (0..<bitmap.width).map { bitmap[$0, y] } }
  }

  private func grey(_ value: UInt8, _ alpha: UInt8 = 255) -> RGBColor {
    RGBColor(red: value, green: value, blue: value, alpha: alpha)
  }

  @Test("A palette with transparency becomes colours")
  func palette() throws {
    let red = RGBColor(red: 255, green: 0, blue: 0)
    #expect(
      try colours(PNGSamples.palette) == [
        red, RGBColor(red: 0, green: 255, blue: 0, alpha: 128), grey(0, 0), grey(255), red,
      ])
  }

  @Test("Grey of 1 bit is black and white")
  func oneBit() throws {
    #expect(
      try colours(PNGSamples.grey1) == [0, 255, 255, 255, 0, 255].map { grey($0) })
  }

  @Test("16 bits are rounded to 8")
  func sixteenBits() throws {
    // value · 255 / 65535, rounded: 0x00FF → 0.99, 0x1234 → 18.13, 0x7F7F → 127
    #expect(try colours(PNGSamples.grey16) == [0, 128, 255, 1].map { grey($0) })
    #expect(
      try colours(PNGSamples.rgb16) == [
        RGBColor(red: 255, green: 0, blue: 18), RGBColor(red: 127, green: 128, blue: 1),
      ])
    // 0x8000 → 127.5 → 128; premultiplied by 128 and back: 64 → 127.5 → 128
    #expect(
      try colours(PNGSamples.rgba16) == [RGBColor(red: 255, green: 128, blue: 0, alpha: 128)])
  }

  @Test("Grey with alpha is premultiplied")
  func greyAlpha() throws {
    // 100 · 128 / 255 = 50.2
    #expect(
      try PNGDecoder.decode(PNGSamples.greyAlpha).bitmap.pixels
        == [200, 200, 200, 255, 50, 50, 50, 128, 0, 0, 0, 0])
  }

  @Test("The transparent colour of an RGB image is transparent")
  func colourKey() throws {
    #expect(
      try colours(PNGSamples.colourKey) == [RGBColor(red: 1, green: 2, blue: 3), grey(0, 0)])
  }

  @Test("An interlaced image holds the same pixels")
  func interlaced() throws {
    let bitmap = try PNGDecoder.decode(PNGSamples.interlaced).bitmap
    #expect(bitmap[8, 6] == RGBColor(red: 160, green: 180, blue: 48))
    #expect(bitmap[3, 2] == RGBColor(red: 60, green: 60, blue: 6))
    #expect(try bitmap == PNGDecoder.decode(PNGSamples.plain).bitmap)
  }

  @Test("Texts of all three kinds are read, before and after the image")
  func texts() throws {
    let decoded = try PNGDecoder.decode(PNGSamples.texts)
    try #require(decoded.texts.count == 3)
    #expect(decoded.texts[0] == (keyword: "Author", text: "André", language: ""))
    #expect(decoded.texts[1] == (keyword: "Comment", text: "packed", language: ""))
    #expect(decoded.texts[2] == (keyword: "Title", text: "熵", language: "zh"))
    #expect(decoded.pixelsPerMetre == DecodedPNG.Resolution(x: 1000, y: 2000))
  }

  @Test("A senseless colour profile does not make the pixels unreadable")
  func oddProfile() throws {
    #expect(try colours(PNGSamples.oddProfile) == [grey(9)])
  }
}
