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

  /// Dark text on white, in colours that keep apart for all readers.
  ///
  /// The colours of P, Q, entropy and waste differ in lightness as well as in hue: by at least 0.05
  /// in OKLab as seen, under protanopia, deuteranopia and tritanopia, and in grey print. As text
  /// they have a contrast of at least 4.5:1 on the canvas and on surfaces.
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
      "axis": Color(hex: 0x8A94A3), "accent": Color(hex: 0x094B97), "muted": Color(hex: 0x8791A0),
      "P": Color(hex: 0x094B97), "Q": Color(hex: 0xB75000), "entropy": Color(hex: 0x006B5C),
      "waste": Color(hex: 0x7B0055), "good": Color(hex: 0x006B5C), "bad": Color(hex: 0xA20D0B),
    ],
    series: [0x094B97, 0xB75000, 0x006B5C, 0x7B0055, 0x3B3000, 0x15233C].map(Color.init(hex:)),
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
