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
  ///
  /// The standard 28 points shrink to a seventh of the shorter side of a small chart; a margin that is
  /// set stays as it is.
  public var margin: Double { didSet { adaptsMargin = false } }
  /// Whether the margin shrinks where a chart is small.
  private var adaptsMargin = false
  /// Whether an axis or a colour bar without a title is named after the quantity of its values.
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
  /// The twelve colours of series are at least 0.08 apart in OKLab, also under protanopia,
  /// deuteranopia and tritanopia; the first four are in grey print too. As text they have a contrast
  /// of at least 4.5:1 on the canvas and on surfaces. They are the result of a numerical search.
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
      0x003687, 0x996312, 0x096351, 0x51002D, 0x3F3FEA, 0xA21224, 0x7E5ABD, 0xC6006C, 0x7E1BB4,
      0x5A2D51, 0x121B63, 0x750900,
    ].map(RGBColor.init(hex:)),
    margin: 28
  ).adaptingMargin()

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
      good: RGBColor(hex: 0x57CBB5), bad: RGBColor(hex: 0xFEA497))
    theme.series = [
      0x87BDFC, 0xFCF387, 0x75EAB4, 0xE1877E, 0x7EA224, 0x7599EA, 0x99BD00, 0xBD7EB4, 0xD8D82D,
      0xBDD8FC, 0xCFA2BD, 0xCFFCEA,
    ].map(RGBColor.init(hex:))
    return theme
  }()

  /// Black on white, for readers who need strong contrasts: larger and bolder text, dark lines.
  ///
  /// All text has a contrast of at least 7:1 on the canvas and on surfaces (WCAG 2.2, 1.4.6) and is
  /// perceived with at least Lc 75 (APCA); axes have 4.5:1, grids 3:1. The eight colours of series have
  /// 7:1 too; they are at least 0.08 apart in OKLab for all readers, the first four 0.06 in grey.
  public static let highContrast: Theme = {
    var theme = standard
    theme.fonts = [
      .title: Font(23, .bold), .subtitle: Font(15), .headline: Font(16, .bold), .body: Font(14.5),
      .label: Font(14), .tick: Font(13.5), .caption: Font(13.5), .display: Font(32, .bold),
    ]
    theme.colors = Colors(
      primary: .black, secondary: RGBColor(hex: 0x2B2B2B), canvas: .white,
      surface: RGBColor(hex: 0xF8F8F8), grid: RGBColor(hex: 0x8F8F8F),
      axis: RGBColor(hex: 0x3D3D3D), accent: RGBColor(hex: 0x003687),
      muted: RGBColor(hex: 0x595959), good: RGBColor(hex: 0x00513F), bad: RGBColor(hex: 0x8F0A0A))
    theme.series = [
      0x1B097E, 0x873F12, 0x1B4851, 0x2D001B, 0x5A0024, 0x122DC6, 0x3F1251, 0x6C2D90,
    ].map(RGBColor.init(hex:))
    return theme
  }()

  /// For paper, also in grey: white ground without tints, black text, and four colours of series
  /// whose greys are apart before dashes, symbols and tints repeat them.
  ///
  /// Ink is saved: surfaces are white, grids thin and pale. The colours are those of the standard
  /// theme that keep apart by 0.08 in OKLab in grey print.
  public static let print: Theme = {
    var theme = standard
    theme.colors = Colors(
      primary: .black, secondary: RGBColor(hex: 0x404040), canvas: .white, surface: .white,
      grid: RGBColor(hex: 0xD0D0D0), axis: RGBColor(hex: 0x606060),
      accent: RGBColor(hex: 0x003687), muted: RGBColor(hex: 0x767676),
      good: RGBColor(hex: 0x096351), bad: RGBColor(hex: 0x750900))
    theme.series = Array(standard.series.prefix(4))
    return theme
  }()

  private func adaptingMargin() -> Theme {
    var theme = self
    theme.adaptsMargin = true
    return theme
  }

  /// Returns the theme with the margin of a chart of a size.
  ///
  /// - Parameters:
  ///   - width: the width, in points; nil where nothing is known of it.
  ///   - height: the height, likewise.
  func fitted(width: Double?, height: Double?) -> Theme {
    let side = min(width ?? .infinity, height ?? .infinity)
    guard adaptsMargin, side > 0, side / 7 < margin else { return self }
    var theme = self
    theme.margin = side / 7
    return theme
  }

  /// Returns the font of a role.
  public func font(_ role: TextRole) -> Font { fonts[role] ?? Font(13) }

  /// Returns the colour of a theme colour.
  ///
  /// - Throws: ``ChartError/unknownColor(_:known:)``.
  public func resolve(_ color: Color) throws -> RGBColor {
    for (name, part) in [("opacity", color.alpha), ("tint", color.tintFraction)]
    where !MarkStyle.opacities.contains(part) {
      throw ChartError.invalid("a colour's \(name) is \(part); it must be a number from 0 to 1")
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
