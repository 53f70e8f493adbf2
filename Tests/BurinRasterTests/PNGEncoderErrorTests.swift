import BurinRaster
import BurinScene
import Testing

@Suite("What the PNG encoder refuses")
struct PNGEncoderErrorTests {
  private let pixel: [UInt8] = [0, 0, 0, 255]

  private func encode(
    width: Int = 1, height: Int = 1, bytesPerRow: Int = 4, scale: Double = 1,
    texts: [PNGText] = []
  ) -> PNGError? {
    pixel.withUnsafeBytes { rows in
      do throws(PNGError) {
        _ = try PNGEncoder().encode(
          rows: rows, width: width, height: height, bytesPerRow: bytesPerRow, scale: scale,
          texts: texts)
        return nil
      } catch {
        return error
      }
    }
  }

  @Test("One pixel is enough")
  func onePixel() {
    #expect(encode() == nil)
  }

  @Test("A size of zero or below is empty", arguments: [(0, 1), (1, 0), (-1, 1), (1, Int.min)])
  func emptySize(width: Int, height: Int) {
    #expect(encode(width: width, height: height) == .emptyImage(width: width, height: height))
  }

  @Test("A buffer that is too small is not read")
  func smallBuffer() {
    #expect(encode(height: 2) == .bufferTooSmall(needed: 8, given: 4))
    #expect(encode(width: 2, bytesPerRow: 8) == .bufferTooSmall(needed: 8, given: 4))
    #expect(encode(bytesPerRow: 3) == .bufferTooSmall(needed: 4, given: 4))
    #expect(encode(height: 3, bytesPerRow: .max) == .bufferTooSmall(needed: .max, given: 4))
  }

  @Test("A side beyond PNG's is refused")
  func hugeSide() {
    guard case .tooLarge(let width, _, _) = encode(width: .max) else {
      Issue.record("not refused")
      return
    }
    #expect(width == .max)
  }

  @Test("A scale must be finite and positive", arguments: [0, -1, .infinity, 1e300])
  func scales(scale: Double) {
    #expect(encode(scale: scale) == .scale(scale))
  }

  @Test(
    "A text that PNG cannot hold is refused",
    arguments: [
      (keyword: "", text: "a", language: ""),
      (keyword: String(repeating: "k", count: 80), text: "a", language: ""),
      (keyword: "标题", text: "a", language: ""),
      (keyword: " Title", text: "a", language: ""),
      (keyword: "My  Title", text: "a", language: ""),
      (keyword: "Title", text: "a\0b", language: ""),
      (keyword: "Title", text: "a", language: "中文"),
    ] as [PNGText])
  func texts(text: PNGText) throws {
    guard case .invalidText(let keyword, _) = encode(texts: [text]) else {
      Issue.record("not refused")
      return
    }
    #expect(keyword == text.keyword)
  }

  @Test("A bitmap has positive sides and four bytes a pixel")
  func bitmaps() {
    #expect(Bitmap(width: 0, height: 1) == nil)
    #expect(Bitmap(width: 1, height: -1) == nil)
    #expect(Bitmap(width: .max, height: 2) == nil)
    #expect(Bitmap(width: 2, height: 1, pixels: [0, 0, 0, 0]) == nil)
    #expect(
      Bitmap(width: 1, height: 1, pixels: pixel)?[0, 0] == RGBColor(red: 0, green: 0, blue: 0))
  }
}
