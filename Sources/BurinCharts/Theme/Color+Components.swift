import BurinScene

extension Color {
  /// A space of colours.
  public enum RGBColorSpace: Hashable, Sendable {
    /// sRGB.
    case sRGB
    /// sRGB with components proportional to light.
    case sRGBLinear
    /// Display P3; components beyond sRGB are cut.
    case displayP3
  }

  /// Creates a colour of components from 0 to 1; those beyond are cut.
  ///
  /// ```swift
  /// Color(red: 0, green: 1, blue: 1)  // cyan
  /// ```
  public init(
    _ colorSpace: RGBColorSpace = .sRGB, red: Double, green: Double, blue: Double,
    opacity: Double = 1
  ) {
    func byte(_ value: Double) -> UInt8 {
      UInt8(((value.isFinite ? value.clamped(to: 0...1) : 0) * 255).rounded())
    }
    func linear(_ value: Double) -> UInt8 {
      RGBColor.encodedByte(value.isFinite ? value.clamped(to: 0...1) : 0)
    }
    let color: RGBColor
    switch colorSpace {
    case .sRGB: color = RGBColor(red: byte(red), green: byte(green), blue: byte(blue))
    case .sRGBLinear: color = RGBColor(red: linear(red), green: linear(green), blue: linear(blue))
    case .displayP3:
      // Source: CSS Color Module Level 4, the matrices between Display P3 and sRGB by way of XYZ.
      let (r, g, b) = (
        RGBColor.decoded(red), RGBColor.decoded(green), RGBColor.decoded(blue)
      )
      color = RGBColor(
        red: linear(1.224_940_18 * r - 0.224_940_18 * g),
        green: linear(-0.042_056_95 * r + 1.042_056_95 * g),
        blue: linear(-0.019_637_55 * r - 0.078_636_05 * g + 1.098_273_60 * b))
    }
    self.init(color)
    alpha = opacity
  }

  /// Creates a grey from 0, black, to 1, white.
  public init(_ colorSpace: RGBColorSpace = .sRGB, white: Double, opacity: Double = 1) {
    self.init(colorSpace, red: white, green: white, blue: white, opacity: opacity)
  }

  /// Creates a colour of hue, saturation and brightness, each from 0 to 1.
  ///
  /// ```swift
  /// Color(hue: 1 / 3, saturation: 1, brightness: 1)  // green
  /// ```
  public init(hue: Double, saturation: Double, brightness: Double, opacity: Double = 1) {
    let saturation = saturation.isFinite ? saturation.clamped(to: 0...1) : 0
    let part = hue.isFinite ? hue - hue.rounded(.down) : 0
    func component(_ n: Double) -> Double {
      let k = (n + part * 6).truncatingRemainder(dividingBy: 6)
      return brightness * (1 - saturation * max(0, min(k, 4 - k, 1)))
    }
    self.init(
      red: component(5), green: component(3), blue: component(1), opacity: opacity)
  }

  /// Creates a colour from `0xRRGGBB`.
  public init(hex: UInt32) { self.init(RGBColor(hex: hex)) }

  /// Returns the colour mixed with another: 0 is the colour, 1 is the other.
  public func mix(with other: Color, by fraction: Double) -> Color {
    Color(source: .mixed(self, other, fraction.isFinite ? fraction.clamped(to: 0...1) : 0))
  }

  /// Creates a colour of the theme by name; an unknown name is an error when the figure is laid out.
  public init(_ name: String) { self = .named(name) }

  /// Creates a colour of the system's names.
  @_disfavoredOverload
  public init(_ color: SystemColor) { self = color.color }
  /// Creates a colour of the system's names.
  @_disfavoredOverload
  public init(uiColor color: SystemColor) { self = color.color }
  /// Creates a colour of the system's names.
  @_disfavoredOverload
  public init(nsColor color: SystemColor) { self = color.color }

  /// Nothing.
  public static let clear = Color(RGBColor.clear)
  /// Marks without a style.
  public static let accentColor = accent
}

/// The names that AppKit and UIKit have for colours, as colours of the theme.
public struct SystemColor: Hashable, Sendable {
  let color: Color
  init(_ color: Color) { self.color = color }
  /// Creates the system colour of a colour.
  public init(color: Color) { self.color = color }

  /// A colour by its name.
  public static let red = SystemColor(Color.red)
  /// A colour by its name.
  public static let orange = SystemColor(Color.orange)
  /// A colour by its name.
  public static let yellow = SystemColor(Color.yellow)
  /// A colour by its name.
  public static let green = SystemColor(Color.green)
  /// A colour by its name.
  public static let blue = SystemColor(Color.blue)
  /// A colour by its name.
  public static let cyan = SystemColor(Color.cyan)
  /// A colour by its name.
  public static let purple = SystemColor(Color.purple)
  /// A colour by its name.
  public static let brown = SystemColor(Color.brown)
  /// A colour by its name.
  public static let gray = SystemColor(Color.gray)
  /// A colour by its name.
  public static let systemRed = SystemColor(Color.red)
  /// A colour by its name.
  public static let systemOrange = SystemColor(Color.orange)
  /// A colour by its name.
  public static let systemYellow = SystemColor(Color.yellow)
  /// A colour by its name.
  public static let systemGreen = SystemColor(Color.green)
  /// A colour by its name.
  public static let systemMint = SystemColor(Color.mint)
  /// A colour by its name.
  public static let systemTeal = SystemColor(Color.teal)
  /// A colour by its name.
  public static let systemCyan = SystemColor(Color.cyan)
  /// A colour by its name.
  public static let systemBlue = SystemColor(Color.blue)
  /// A colour by its name.
  public static let systemIndigo = SystemColor(Color.indigo)
  /// A colour by its name.
  public static let systemPurple = SystemColor(Color.purple)
  /// A colour by its name.
  public static let systemPink = SystemColor(Color.pink)
  /// A colour by its name.
  public static let systemBrown = SystemColor(Color.brown)
  /// A colour by its name.
  public static let systemGray = SystemColor(Color.gray)
  /// Grey mixed with the canvas, in steps up to the sixth.
  public static let systemGray2 = SystemColor(Color.gray.tint(0.3))
  /// Grey mixed with the canvas, in steps up to the sixth.
  public static let systemGray3 = SystemColor(Color.gray.tint(0.5))
  /// Grey mixed with the canvas, in steps up to the sixth.
  public static let systemGray4 = SystemColor(Color.gray.tint(0.65))
  /// Grey mixed with the canvas, in steps up to the sixth.
  public static let systemGray5 = SystemColor(Color.gray.tint(0.78))
  /// Grey mixed with the canvas, in steps up to the sixth.
  public static let systemGray6 = SystemColor(Color.gray.tint(0.88))
  /// The most prominent text.
  public static let label = SystemColor(Color.primary)
  /// Explanatory text.
  public static let secondaryLabel = SystemColor(Color.secondary)
  /// Text of less weight.
  public static let tertiaryLabel = SystemColor(Color.secondary.tint(0.35))
  /// Text of the least weight.
  public static let quaternaryLabel = SystemColor(Color.secondary.tint(0.65))
  /// The canvas.
  public static let systemBackground = SystemColor(Color.canvas)
  /// The background of cards.
  public static let secondarySystemBackground = SystemColor(Color.surface)
  /// The background of cards on cards.
  public static let tertiarySystemBackground = SystemColor(Color.canvas)
  /// The background of groups.
  public static let systemGroupedBackground = SystemColor(Color.surface)
  /// The background of cards in groups.
  public static let secondarySystemGroupedBackground = SystemColor(Color.canvas)
  /// The fill of small shapes.
  public static let systemFill = SystemColor(Color.gray.opacity(0.2))
  /// The fill of shapes.
  public static let secondarySystemFill = SystemColor(Color.gray.opacity(0.16))
  /// The fill of larger shapes.
  public static let tertiarySystemFill = SystemColor(Color.gray.opacity(0.12))
  /// The fill of the largest shapes.
  public static let quaternarySystemFill = SystemColor(Color.gray.opacity(0.08))
  /// Lines between things.
  public static let separator = SystemColor(Color.grid)
  /// Lines between things.
  public static let opaqueSeparator = SystemColor(Color.grid)
  /// What stands out.
  public static let tintColor = SystemColor(Color.accent)
  /// The canvas.
  public static let windowBackgroundColor = SystemColor(Color.canvas)
  /// The background of cards.
  public static let controlBackgroundColor = SystemColor(Color.surface)
  /// The most prominent text.
  public static let labelColor = SystemColor(Color.primary)
  /// Explanatory text.
  public static let secondaryLabelColor = SystemColor(Color.secondary)
  /// Lines between things.
  public static let separatorColor = SystemColor(Color.grid)
  /// What stands out.
  public static let controlAccentColor = SystemColor(Color.accent)
}

#if !canImport(AppKit) && !canImport(UIKit)
  /// The system's colours in UIKit's name.
  public typealias UIColor = SystemColor
  /// The system's colours in AppKit's name.
  public typealias NSColor = SystemColor
#endif
