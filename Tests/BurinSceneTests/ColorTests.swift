import BurinScene
import Testing

@Suite struct ColorTests {
  @Test func contrastFollowsWCAG() {
    #expect(abs(RGBColor.black.contrast(with: .white) - 21) < 1e-9)
    // WCAG's own example of the lightest grey that passes on white: #767676 at 4.54 to 1.
    #expect(abs(RGBColor(hex: 0x767676).contrast(with: .white) - 4.54) < 0.005)
    #expect(RGBColor(hex: 0x777777).contrast(with: .white) < 4.5)
  }

  @Test func okLabMatchesItsPublishedWhiteAndPrimaries() {
    // B. Ottosson: white is L = 1, a = b = 0; red is about (0.628, 0.225, 0.126).
    let white = OKLab(.white)
    #expect(abs(white.lightness - 1) < 1e-4 && abs(white.a) < 1e-4 && abs(white.b) < 1e-4)
    let red = OKLab(RGBColor(hex: 0xFF0000))
    #expect(abs(red.lightness - 0.628) < 1e-3)
    #expect(abs(red.a - 0.2249) < 1e-3 && abs(red.b - 0.1258) < 1e-3)
  }

  @Test(arguments: [0x000000, 0xFFFFFF, 0x1D5AA8, 0xC25700, 0x00806E, 0x123456] as [UInt32])
  func okLabRoundTrips(hex: UInt32) {
    #expect(OKLab(RGBColor(hex: hex)).color == RGBColor(hex: hex))
  }

  @Test func mixingReachesBothEnds() {
    let (a, b) = (RGBColor(hex: 0x102030), RGBColor(hex: 0xF0E0D0))
    #expect(a.mixed(with: b, at: 0) == a)
    #expect(a.mixed(with: b, at: 1) == b)
    #expect(a.mixed(with: b, at: 7) == b)
  }

  @Test func opacityBlendsOverABackdrop() {
    let half = RGBColor.black.opacity(0.5)
    #expect(half.alpha == 128)
    #expect(half.over(.white) == RGBColor(hex: 0x7F7F7F))
    #expect(half.description == "#00000080")
  }
}
