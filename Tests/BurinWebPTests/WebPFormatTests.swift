import Burin
import BurinCairo
import BurinGeometry
import BurinRaster
import BurinScene
import BurinWebP
import CLibWebP
import Testing

@Suite("WebP")
struct WebPFormatTests {
  private static func scene(_ background: RGBColor, width: Double = 120) -> Scene {
    Scene(
      size: Size(width, 40), background: background, title: "Rain & sun",
      altText: "Two bars",
      items: [
        .fill(.rect(Rect(x: 10, y: 5, width: 30, height: 30)), RGBColor(hex: 0x094B97)),
        .fill(
          .rect(Rect(x: 50.25, y: 5.5, width: 30, height: 20)),
          RGBColor(red: 200, green: 30, blue: 90, alpha: 100)),
      ])
  }

  /// Reads a file by libwebp's own decoder: blue, green, red and alpha, not premultiplied.
  private static func decoded(
    _ file: [UInt8]
  ) throws -> (width: Int, height: Int, pixels: [UInt8]) {
    var (width, height): (Int32, Int32) = (0, 0)
    let pixels = try #require(WebPDecodeBGRA(file, file.count, &width, &height))
    defer { WebPFree(pixels) }
    let count = Int(width) * Int(height) * 4
    return (Int(width), Int(height), Array(UnsafeBufferPointer(start: pixels, count: count)))
  }

  @Test("An opaque picture comes back with every pixel as in a PNG")
  func opaque() throws {
    let scene = Self.scene(.white)
    let file = try scene.encoded(as: .webp(scale: 2))
    let image = try Self.decoded(file)
    let png = try PNGDecoder.decode(try scene.encoded(as: .png(scale: 2)))
    #expect((image.width, image.height) == (240, 80))
    #expect(image.pixels == png.bitmap.pixels)
  }

  @Test("A transparent picture keeps alpha, and its colours as far as eight bits hold them")
  func transparent() throws {
    let scene = Self.scene(.clear)
    let image = try Self.decoded(try scene.encoded(as: .webp(scale: 1)))
    let bitmap = try PNGDecoder.decode(try scene.encoded(as: .png(scale: 1))).bitmap
    for (place, pixel) in image.pixels.enumerated() where place % 4 == 3 {
      #expect(pixel == bitmap.pixels[place])
    }
    #expect(Set(image.pixels.enumerated().filter { $0.offset % 4 == 3 }.map(\.element)).count > 3)
    // In the middle of the half transparent bar: 200, 30, 90 at 100 of 255.
    let place = (15 * 120 + 65) * 4
    #expect(image.pixels[place + 3] == 100)
    #expect(abs(Int(image.pixels[place + 2]) - 200) <= 1)
    #expect(abs(Int(image.pixels[place]) - 90) <= 1)
  }

  @Test("Name and description are in the file, which says its length")
  func description() throws {
    let file = try Self.scene(.white).encoded(as: .webp(scale: 1))
    #expect(file.prefix(4) == Array("RIFF".utf8)[...] && file.count % 2 == 0)
    let length = (0..<4).map { Int(file[4 + $0]) << (8 * $0) }.reduce(0, +)
    #expect(length == file.count - 8)
    let text = String(decoding: file, as: UTF8.self)
    #expect(text.contains("XMP ") && text.contains("Rain &amp; sun") && text.contains("Two bars"))
    var features = WebPBitstreamFeatures()
    #expect(WebPGetFeatures(file, file.count, &features) == VP8_STATUS_OK)
    #expect(features.format == 2, "without loss")
    #expect(features.has_alpha == 0)
  }

  @Test("A picture without a name has no packet, and the same bytes each time")
  func bare() throws {
    var scene = Self.scene(.white)
    (scene.title, scene.altText) = ("", "")
    let file = try scene.encoded(as: .webp(scale: 1))
    #expect(!String(decoding: file, as: UTF8.self).contains("XMP "))
    #expect(file == (try scene.encoded(as: .webp(scale: 1))))
  }

  @Test("More pixels than the format can tell are refused by its limit")
  func limit() throws {
    let scene = Self.scene(.white, width: 17_000)
    do {
      _ = try scene.encoded(as: .webp(scale: 1))
      Issue.record("a picture of 17000 pixels was written")
    } catch {
      #expect("\(error)".contains("16383"))
      #expect(BurinError(error).underlying as? WebPError == .tooLarge(width: 17_000, height: 40))
      #expect(BurinError(error).code == "webp.too-large")
      #expect(BurinError(error).category == .limit)
    }
  }
}
