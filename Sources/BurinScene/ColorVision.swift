/// A common form of colour vision that tells fewer colours apart.
///
/// ```swift
/// ColorVision.deuteranopia.simulated(RGBColor(hex: 0xB75000))  // what a green-blind reader sees
/// ```
///
/// Source: G. Machado, M. Oliveira, L. Fernandes, "A Physiologically-based Model for Simulation of
/// Color Vision Deficiency" (2009), severity 1.0, applied to linear light as in the paper.
public enum ColorVision: String, Hashable, Sendable, CaseIterable {
  /// No long-wave cones: reds look dark, red and green alike.
  case protanopia
  /// No middle-wave cones: red and green look alike.
  case deuteranopia
  /// No short-wave cones: blue and green look alike, yellow and pink too.
  case tritanopia

  /// The paper's matrix for severity 1.0, row by row.
  private var matrix: [Double] {
    switch self {
    case .protanopia:
      [
        0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116,
        1.051998,
      ]
    case .deuteranopia:
      [
        0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881,
      ]
    case .tritanopia:
      [
        1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900,
      ]
    }
  }

  /// The colour as seen, alpha kept; channels outside the gamut are clamped.
  public func simulated(_ color: RGBColor) -> RGBColor {
    let light = [color.red, color.green, color.blue].map(RGBColor.linear)
    let m = matrix
    func row(_ start: Int) -> UInt8 {
      RGBColor.encoded(m[start] * light[0] + m[start + 1] * light[1] + m[start + 2] * light[2])
    }
    return RGBColor(red: row(0), green: row(3), blue: row(6), alpha: color.alpha)
  }
}

extension RGBColor {
  /// The grey of the same luminance, as in print without colours.
  public var grey: RGBColor {
    let value = RGBColor.encoded(luminance)
    return RGBColor(red: value, green: value, blue: value, alpha: alpha)
  }
}
