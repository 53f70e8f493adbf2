#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension RGBColor {
  /// The linear light of each byte of sRGB, 0…1 (IEC 61966-2-1).
  private static let light: [Double] = (0...255).map { byte in
    let c = Double(byte) / 255
    return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4)
  }

  /// The channel as linear light, 0…1.
  static func linear(_ channel: UInt8) -> Double { light[Int(channel)] }

  /// The sRGB byte of linear light.
  static func encoded(_ light: Double) -> UInt8 {
    let clamped = min(max(light, 0), 1)
    let c = clamped <= 0.003_130_8 ? clamped * 12.92 : 1.055 * pow(clamped, 1 / 2.4) - 0.055
    return UInt8((c * 255).rounded())
  }

  /// Relative luminance from 0 (black) to 1 (white); alpha is ignored.
  ///
  /// Source: WCAG 2.2, "relative luminance".
  public var luminance: Double {
    0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
  }

  /// The contrast ratio with another colour, from 1 to 21.
  ///
  /// Source: WCAG 2.2, "contrast ratio".
  ///
  /// ```swift
  /// RGBColor.black.contrast(with: .white)  // 21.0
  /// ```
  public func contrast(with other: RGBColor) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// Black or white, or the given pair, whichever reads better on this colour.
  public func readable(dark: RGBColor = .black, light: RGBColor = .white) -> RGBColor {
    contrast(with: dark) >= contrast(with: light) ? dark : light
  }
}

extension RGBColor {
  /// Returns the sRGB byte of an amount of light, 0…1.
  package static func encodedByte(_ light: Double) -> UInt8 { encoded(light) }

  /// Returns the amount of light of an sRGB component, 0…1; components beyond are cut.
  package static func decoded(_ component: Double) -> Double {
    let value = component.isFinite ? min(max(component, 0), 1) : 0
    return value <= 0.040_45 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }
}
