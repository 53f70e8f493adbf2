import BurinScene
import Testing

@Suite("Colour vision")
struct ColorVisionTests {
  @Test("White, black and grey look the same to all", arguments: ColorVision.allCases)
  func neutral(_ vision: ColorVision) {
    for color in [RGBColor.white, .black, RGBColor(hex: 0x808080)] {
      let seen = vision.simulated(color)
      for (a, b) in [
        (seen.red, color.red), (seen.green, color.green), (seen.blue, color.blue),
      ] {
        #expect(abs(Int(a) - Int(b)) <= 1)
      }
    }
  }

  // Worked from the paper's matrices by hand in linear light: pure red keeps the first column,
  // 0.152286, 0.114503 and −0.003882 under protanopia, encoded to 0x6D, 0x5F and 0.
  @Test("Pure red is a dark olive without long-wave cones")
  func red() {
    #expect(
      ColorVision.protanopia.simulated(RGBColor(hex: 0xFF0000)).description == "#6d5f00")
  }

  @Test("Grey keeps the luminance, and the alpha")
  func grey() {
    let color = RGBColor(hex: 0xB75000).opacity(0.5)
    #expect(abs(color.grey.luminance - color.luminance) < 0.005)
    #expect(color.grey.alpha == color.alpha)
    #expect(color.grey.red == color.grey.blue)
  }
}
