extension RGBColor {
  /// Returns the colour of the same hue that stands out against a new ground as this one does
  /// against its own.
  ///
  /// ```swift
  /// let blue = RGBColor(hex: 0x094B97)
  /// blue.turned(from: .white, to: .black)  // a light blue, 8.5:1 as before
  /// ```
  ///
  /// Contrast by WCAG is a quotient of luminances, so the product of both colours' luminances is
  /// made the same for all: two colours have the contrast that they had, the lighter is the darker.
  /// White and black bound it, and saturated colours lose chroma where sRGB has none so light.
  public func turned(from ground: RGBColor, to newGround: RGBColor) -> RGBColor {
    let product = (ground.luminance + 0.05) * (newGround.luminance + 0.05)
    let goal = min(max(product / (luminance + 0.05) - 0.05, 0), 1)
    let lab = OKLab(self)
    var result = RGBColor.black
    for step in 0...20 {
      let part = 1 - Double(step) / 20
      // Luminance grows with lightness.
      var (low, high) = (0.0, 1.0)
      for _ in 0..<24 {
        let middle = (low + high) / 2
        let color = OKLab(lightness: middle, a: lab.a * part, b: lab.b * part).color
        if color.luminance < goal { low = middle } else { high = middle }
      }
      let wanted = OKLab(lightness: (low + high) / 2, a: lab.a * part, b: lab.b * part)
      result = wanted.color
      // Beyond sRGB, channels are cut and the hue drifts.
      if OKLab(result).distance(to: wanted) < 0.01 { break }
    }
    result.alpha = alpha
    return result
  }
}
