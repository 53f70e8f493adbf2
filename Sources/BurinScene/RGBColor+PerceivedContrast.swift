#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension RGBColor {
  /// Returns how far text of this colour stands out from its ground as readers perceive it, in Lc:
  /// positive for dark text on light, negative for light text on dark, 0 where it is lost.
  ///
  /// ```swift
  /// RGBColor.black.perceivedContrast(on: .white)  // 106.04
  /// RGBColor.white.perceivedContrast(on: .black)  // -107.88
  /// ```
  ///
  /// Source: A. Somers, "Accessible Perceptual Contrast Algorithm" (APCA), version 0.1.9, with its
  /// constants for sRGB. Alpha is ignored.
  public func perceivedContrast(on ground: RGBColor) -> Double {
    func light(_ color: RGBColor) -> Double {
      func channel(_ byte: UInt8, _ share: Double) -> Double {
        pow(Double(byte) / 255, 2.4) * share
      }
      let sum =
        channel(color.red, 0.2126729) + channel(color.green, 0.7151522)
        + channel(color.blue, 0.0721750)
      // Near black, screens are lighter than their numbers.
      return sum > 0.022 ? sum : sum + pow(0.022 - sum, 1.414)
    }
    let (text, ground) = (light(self), light(ground))
    guard abs(text - ground) >= 0.0005 else { return 0 }
    if ground > text {
      let contrast = (pow(ground, 0.56) - pow(text, 0.57)) * 1.14
      return contrast < 0.1 ? 0 : (contrast - 0.027) * 100
    }
    let contrast = (pow(ground, 0.65) - pow(text, 0.62)) * 1.14
    return contrast > -0.1 ? 0 : (contrast + 0.027) * 100
  }
}
