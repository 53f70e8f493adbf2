public import BurinScene
public import BurinText

/// The look of a figure: fonts, sizes, colours.
public struct Theme: Hashable, Sendable {
  /// The size and weight of a role of text.
  public struct Font: Hashable, Sendable {
    /// The em, in points.
    public var size: Double
    /// The thickness.
    public var weight: FontWeight
    /// Makes a font.
    public init(_ size: Double, _ weight: FontWeight = .regular) {
      self.size = size
      self.weight = weight
    }
  }

  /// The families.
  public var families: FontFamilies
  /// A font for every role of text.
  public var fonts: [TextRole: Font]
  /// The colours by name.
  public var colors: [String: Color]
  /// The colours of series that have no meaning of their own, in order.
  public var series: [Color]
  /// The space around the content of a figure, in points.
  public var margin: Double

  /// Makes a theme.
  public init(
    families: FontFamilies, fonts: [TextRole: Font], colors: [String: Color], series: [Color],
    margin: Double
  ) {
    self.families = families
    self.fonts = fonts
    self.colors = colors
    self.series = series
    self.margin = margin
  }

  /// Dark text on white; hues that carry text on cards too and stay apart in the three common forms of colour blindness.
  public static let standard = Theme(
    families: .standard,
    fonts: [
      .title: Font(21, .bold), .subtitle: Font(13.5), .headline: Font(14.5, .bold),
      .body: Font(13), .label: Font(12.5), .tick: Font(11.5), .caption: Font(11.5),
      .display: Font(30, .bold),
    ],
    colors: [
      "primary": Color(hex: 0x1C2430), "secondary": Color(hex: 0x566072),
      "canvas": .white, "surface": Color(hex: 0xF4F6F9), "grid": Color(hex: 0xE3E7ED),
      "axis": Color(hex: 0x8A94A3), "accent": Color(hex: 0x1D5AA8), "muted": Color(hex: 0xA9B2BF),
      "P": Color(hex: 0x1D5AA8), "Q": Color(hex: 0xB44F00), "entropy": Color(hex: 0x007E6C),
      "waste": Color(hex: 0x961B6B), "good": Color(hex: 0x007E6C), "bad": Color(hex: 0xB3261E),
    ],
    series: [0x1D5AA8, 0xB44F00, 0x007E6C, 0x961B6B, 0x6B5B00, 0x4A4F57].map(Color.init(hex:)),
    margin: 28)

  /// The font of a role.
  public func font(_ role: TextRole) -> Font { fonts[role] ?? Font(13) }

  /// The colour that a theme colour stands for.
  ///
  /// - Throws: ``ChartError/unknownColor(_:known:)``.
  public func resolve(_ color: ThemeColor) throws -> Color {
    let base: Color
    switch color.source {
    case .fixed(let fixed): base = fixed
    case .named(let name):
      guard let known = colors[name] else {
        throw ChartError.unknownColor(name, known: colors.keys.sorted())
      }
      base = known
    case .series(let index):
      base =
        series.isEmpty ? .black : series[((index % series.count) + series.count) % series.count]
    }
    let canvas = colors["canvas"] ?? .white
    let tinted = color.tintFraction > 0 ? base.mixed(with: canvas, at: color.tintFraction) : base
    return color.alpha < 1 ? tinted.opacity(color.alpha) : tinted
  }
}
