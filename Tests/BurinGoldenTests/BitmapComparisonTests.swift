import BurinGolden
import BurinRaster
import BurinScene
import Testing

@Suite("Comparing bitmaps")
struct BitmapComparisonTests {
  private let white = RGBColor(red: 255, green: 255, blue: 255)
  private let black = RGBColor(red: 0, green: 0, blue: 0)
  private let magenta = RGBColor(red: 255, green: 0, blue: 255)

  private func page(_ width: Int = 20, _ height: Int = 10) throws -> Bitmap {
    try #require(Bitmap(width: width, height: height, fill: white))
  }

  @Test("A bitmap equals itself")
  func equal() throws {
    let comparison = try BitmapComparison(expected: page(), actual: page())
    #expect(comparison.isEqual)
    #expect(comparison.outcome == .equal)
    #expect(comparison.description == "equal")
  }

  @Test("Differing pixels are counted, bounded and measured")
  func counted() throws {
    var actual = try page()
    actual[14, 7] = RGBColor(red: 255, green: 159, blue: 255)
    actual[15, 8] = RGBColor(red: 254, green: 255, blue: 255)
    actual[3, 8] = RGBColor(red: 250, green: 250, blue: 250)
    let comparison = try BitmapComparison(expected: page(), actual: actual)
    guard case .pixels(let difference) = comparison.outcome else {
      Issue.record("\(comparison)")
      return
    }
    #expect(difference.count == 3)
    #expect(difference.bounds == PixelRect(x: 3, y: 7, width: 13, height: 2))
    #expect(difference.largestChannelDifference == 96)
    #expect(
      comparison.description
        == "3 pixels differ, in 13 × 2 pixels at (3, 7), by at most 96 of 255")
  }

  @Test("One step in one channel of one corner is a difference", arguments: [(0, 0), (19, 9)])
  func oneStep(x: Int, y: Int) throws {
    var actual = try page()
    actual[x, y].blue = 254
    let comparison = try BitmapComparison(expected: page(), actual: actual)
    #expect(!comparison.isEqual)
    #expect(
      comparison.description
        == "1 pixel differs, in 1 × 1 pixels at (\(x), \(y)), by at most 1 of 255")
  }

  @Test("Alpha alone is a difference")
  func alpha() throws {
    let clear = RGBColor(red: 0, green: 0, blue: 0, alpha: 0)
    let first = try #require(Bitmap(width: 3, height: 2, fill: black))
    let second = try #require(Bitmap(width: 3, height: 2, fill: clear))
    guard
      case .pixels(let difference) = BitmapComparison(expected: first, actual: second).outcome
    else {
      Issue.record("no difference")
      return
    }
    #expect(difference.count == 6)
    #expect(difference.largestChannelDifference == 255)
  }

  @Test("Other sizes are named")
  func sizes() throws {
    let comparison = try BitmapComparison(expected: page(), actual: page(10, 20))
    #expect(!comparison.isEqual)
    #expect(comparison.description == "size is 10 × 20, not 20 × 10")
  }

  @Test("The difference image fades what is equal and marks the rest in magenta")
  func differenceImage() throws {
    var expected = try page()
    expected[1, 1] = black
    expected[2, 1] = RGBColor(red: 0, green: 0, blue: 0, alpha: 0)
    var actual = expected
    actual[5, 4].red = 254
    let image = BitmapComparison(expected: expected, actual: actual).differenceImage
    #expect(image.width == 20)
    #expect(image.height == 10)
    #expect(image[0, 0] == white)
    // A quarter of the contrast: 255 − ⌊255 / 4⌋ = 192
    #expect(image[1, 1] == RGBColor(red: 192, green: 192, blue: 192))
    #expect(image[2, 1] == white)
    #expect(image[5, 4] == magenta)
    let marked = (0..<10).flatMap { y in (0..<20).filter { image[$0, y] == magenta } }
    #expect(marked.count == 1)
  }

  @Test("The difference image of two sizes covers both")
  func differenceImageOfSizes() throws {
    let image = try BitmapComparison(expected: page(4, 2), actual: page(3, 5)).differenceImage
    #expect(image.width == 4)
    #expect(image.height == 5)
    #expect(image[2, 1] == white)
    #expect(image[3, 1] == magenta)
    #expect(image[0, 4] == magenta)
    #expect(image[3, 4] == magenta)
  }

  @Test("Noise becomes a few hundred regions at most, which hold every pixel that differs")
  func noise() throws {
    let expected = try page(800, 600)
    var actual = expected
    var count = 0
    for y in stride(from: 0, to: 600, by: 20) {
      for x in stride(from: y % 40, to: 800, by: 25) {
        actual[x, y] = black
        count += 1
      }
    }
    let verdict = Verdict(expected: Rendition(expected), actual: Rendition(actual))
    #expect(verdict.pixels?.count == count)
    #expect((1...512).contains(verdict.regions.count))
    #expect(verdict.regions.reduce(0) { $0 + $1.pixelCount } == count)
  }
}
