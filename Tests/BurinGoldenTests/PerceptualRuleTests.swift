import BurinGolden
import BurinRaster
import BurinScene
import Testing

/// The published counts for pixelmatch's own pictures are checked by `Benchmarks/compare`.
@Suite("The rule of pixelmatch")
struct PerceptualRuleTests {
  private let white = RGBColor(red: 255, green: 255, blue: 255)
  private let black = RGBColor(red: 0, green: 0, blue: 0)

  private func page() throws -> Bitmap {
    try #require(Bitmap(width: 12, height: 12, fill: white))
  }

  private func failing(_ expected: Bitmap, _ actual: Bitmap, _ threshold: Double) -> Int {
    let verdict = Verdict(
      expected: Rendition(expected), actual: Rendition(actual),
      rule: .perceptual(threshold: threshold))
    return verdict.regions.reduce(0) { $0 + $1.failingCount }
  }

  @Test("The threshold is a distance in YIQ")
  func threshold() throws {
    // A lone grey step s in every channel: y = s, i = q = 0, so the distance is 0.5053 s² and the
    // limit 35215 t²; they meet at s = t · √(35215 / 0.5053) = 263.99 t.
    var actual = try page()
    actual[5, 5] = RGBColor(red: 229, green: 229, blue: 229)
    #expect(try failing(page(), actual, 0.1) == 0)
    actual[5, 5] = RGBColor(red: 228, green: 228, blue: 228)
    #expect(try failing(page(), actual, 0.1) == 1)
    #expect(try failing(page(), actual, 0.11) == 0)
    #expect(try failing(page(), actual, 0) == 1)
  }

  @Test("A rim that another rasteriser shades otherwise passes, a bar's end does not")
  func rims() throws {
    var expected = try page()
    for y in 0..<12 {
      for x in 0..<6 { expected[x, y] = black }
    }
    var rim = expected
    for y in 2..<4 { rim[6, y] = RGBColor(red: 128, green: 128, blue: 128) }
    rim[6, 2] = RGBColor(red: 90, green: 90, blue: 90)
    rim[6, 3] = RGBColor(red: 150, green: 150, blue: 150)
    #expect(failing(expected, rim, 0.1) == 0)
    var longer = expected
    for y in 0..<12 { longer[6, y] = black }
    #expect(failing(expected, longer, 0.1) == 12)
  }

  @Test("Alpha alone is a difference, on any paper")
  func alpha() throws {
    let clear = RGBColor(red: 0, green: 0, blue: 0, alpha: 0)
    let first = try #require(Bitmap(width: 8, height: 8, fill: white))
    var second = first
    for y in 3..<6 {
      for x in 3..<6 { second[x, y] = clear }
    }
    #expect(failing(first, second, 0.1) == 9)
  }

  @Test("The verdict says how much the tolerance hides, and what it cannot see")
  func hidden() throws {
    var actual = try page()
    actual[5, 5] = RGBColor(red: 250, green: 250, blue: 250)
    let tolerated = try Verdict(
      expected: Rendition(page()), actual: Rendition(actual), rule: .perceptual(threshold: 0.1))
    #expect(tolerated.passes)
    #expect(tolerated.hiddenCount == 1)
    #expect(!tolerated.isToleranceStale)
    #expect(tolerated.rule.blindness?.contains("antialiasing") == true)
    let equal = try Verdict(
      expected: Rendition(page()), actual: Rendition(page()), rule: .channel(5))
    #expect(equal.isToleranceStale)
    #expect(PixelRule.channel(5).blindness?.contains("5 of 255") == true)
    for rule in [PixelRule.exact, .channel(0)] { #expect(rule.blindness == nil) }
    #expect(PixelRule.rasterizer.blindness?.contains("#e9e9e9") == true)
  }

  @Test(
    "The newer rule's distances are those that pixelmatch publishes",
    arguments: [
      ([0, 0, 0], [13, 13, 13], false), ([0, 0, 0], [23, 23, 23], true),
      ([41, 56, 157], [41, 56, 0], true), ([39, 44, 92], [39, 44, 14], true),
      ([0, 254, 252], [94, 254, 252], false), ([0, 254, 252], [47, 254, 252], false),
    ] as [([UInt8], [UInt8], Bool)])
  func oklab(first: [UInt8], second: [UInt8], differs: Bool) throws {
    func pixel(_ channels: [UInt8]) throws -> Rendition {
      let color = RGBColor(red: channels[0], green: channels[1], blue: channels[2])
      return Rendition(try #require(Bitmap(width: 1, height: 1, fill: color)))
    }
    let verdict = try Verdict(
      expected: pixel(first), actual: pixel(second), rule: .perceptualOKLab(threshold: 0.1))
    #expect(verdict.passes != differs)
  }

  @Test("Translucent colours are blended with the pattern behind, in both spaces")
  func translucent() throws {
    let half = RGBColor(red: 0, green: 0, blue: 0, alpha: 128)
    let grey = RGBColor(red: 127, green: 127, blue: 127)
    let verdict = try Verdict(
      expected: Rendition(#require(Bitmap(width: 1, height: 1, fill: half))),
      actual: Rendition(#require(Bitmap(width: 1, height: 1, fill: grey))),
      rule: .perceptualOKLab(threshold: 0.1))
    // Over white both look the same; over the pattern they don't.
    #expect(!verdict.passes)
  }
}
