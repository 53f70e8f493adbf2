public import BurinMath
public import BurinScene
public import BurinText

/// The look of a figure: fonts, sizes, colours.
public struct Theme: Hashable, Sendable {
  /// The size and weight of a role of text.
  public struct Font: Hashable, Sendable {
    /// The em, in points.
    public var size: Double
    /// The weight.
    public var weight: FontWeight
    /// Creates a font.
    public init(_ size: Double, _ weight: FontWeight = .regular) {
      self.size = size
      self.weight = weight
    }
  }

  /// The font families.
  public var families: FontFamilies
  /// What becomes of a character that no family has.
  ///
  /// A server that draws what its users type sets `.replaced`, so that no character of theirs
  /// fails a chart.
  public var missingCharacters = MissingCharacters.error
  /// The macros of all formulas.
  ///
  /// ```swift
  /// theme.macros = try FormulaMacros(#"\newcommand{\E}{\mathbb{E}}"#)
  /// ```
  public var macros = FormulaMacros.none
  /// A font for every role of text.
  public var fonts: [TextRole: Font]
  /// The colours of the roles, and further ones by name.
  public var colors: Colors
  /// The colours of series, in order.
  public var series: [RGBColor]
  /// The space around the content of a figure, in points.
  public var margin: Double
  /// Whether an axis without a title is named after the quantity of its values.
  public var namesQuantities = true

  /// Creates a theme.
  public init(
    families: FontFamilies, fonts: [TextRole: Font], colors: Colors, series: [RGBColor],
    margin: Double
  ) {
    self.families = families
    self.fonts = fonts
    self.colors = colors
    self.series = series
    self.margin = margin
  }

  /// Dark text on white, in colours that all readers can distinguish.
  ///
  /// The twelve colours of series are at least 0.11 apart in OKLab, and 0.05 under protanopia,
  /// deuteranopia and tritanopia; the first five are 0.05 apart in grey print too. As text they
  /// have a contrast of at least 4.5:1 on the canvas and on surfaces. They are the result of a
  /// numerical search.
  public static let standard = Theme(
    families: .standard,
    fonts: [
      .title: Font(21, .bold), .subtitle: Font(13.5), .headline: Font(14.5, .bold),
      .body: Font(13), .label: Font(12.5), .tick: Font(11.5), .caption: Font(11.5),
      .display: Font(30, .bold),
    ],
    colors: Colors(
      primary: RGBColor(hex: 0x1C2430), secondary: RGBColor(hex: 0x566072), canvas: .white,
      surface: RGBColor(hex: 0xF4F6F9), grid: RGBColor(hex: 0xE3E7ED),
      axis: RGBColor(hex: 0x8A94A3),
      accent: RGBColor(hex: 0x094B97), muted: RGBColor(hex: 0x8791A0),
      good: RGBColor(hex: 0x006B5C),
      bad: RGBColor(hex: 0xA20D0B)),
    series: [
      0x094B97, 0xB75000, 0x006B5C, 0x7B0055, 0x460082, 0xA03CDC, 0x6E4600, 0xDC006E,
      0x7864A0, 0x6414C8, 0xAA143C, 0x0064FA,
    ].map(RGBColor.init(hex:)),
    margin: 28)

  /// Light text on a dark canvas: the standard theme's hues, lighter.
  ///
  /// The twelve colours of series are as far apart as those of the standard theme, for all readers,
  /// and as text have a contrast of at least 4.5:1 on the canvas and on surfaces too.
  public static let dark: Theme = {
    var theme = standard
    theme.colors = Colors(
      primary: RGBColor(hex: 0xE8ECF2), secondary: RGBColor(hex: 0xAEB8C6),
      canvas: RGBColor(hex: 0x14181F), surface: RGBColor(hex: 0x1D232C),
      grid: RGBColor(hex: 0x2B333F), axis: RGBColor(hex: 0x7C8797),
      accent: RGBColor(hex: 0x82B7FF), muted: RGBColor(hex: 0x8A95A5),
      good: RGBColor(hex: 0x57CBB5), bad: RGBColor(hex: 0xE26455))
    theme.series = [
      0x82B7FF, 0xFFDC5A, 0x32A537, 0x50E1A5, 0xF57D91, 0xA578CD, 0xB9B428, 0xE6B4DC, 0x91F5FF,
      0x19B4AA, 0x508CFF, 0xFAAA73,
    ].map(RGBColor.init(hex:))
    return theme
  }()

  /// Returns the font of a role.
  public func font(_ role: TextRole) -> Font { fonts[role] ?? Font(13) }

  /// Returns the colour of a theme colour.
  ///
  /// - Throws: ``ChartError/unknownColor(_:known:)``.
  public func resolve(_ color: Color) throws -> RGBColor {
    guard color.alpha.isFinite, color.tintFraction.isFinite else {
      throw ChartError.invalid(
        "a colour's opacity or tint is no finite number; it must be one from 0 to 1")
    }
    let base: RGBColor
    switch color.source {
    case .fixed(let fixed): base = fixed
    case .named(let name):
      guard let known = colors[name] else {
        throw ChartError.unknownColor(name, known: colors.byName.keys.sorted())
      }
      base = known
    case .mixed(let first, let second, let part):
      base = try resolve(first).mixed(with: resolve(second), at: part)
    case .series(let index):
      base =
        series.isEmpty ? .black : series[((index % series.count) + series.count) % series.count]
    }
    let tinted =
      color.tintFraction > 0 ? base.mixed(with: colors.canvas, at: color.tintFraction) : base
    return color.alpha < 1 ? tinted.opacity(color.alpha) : tinted
  }
}
