import BurinText

/// The size and the weight of a text.
///
/// ```swift
/// Text("Total").font(.headline)
/// Text("42").font(.system(size: 22, weight: .bold))
/// ```
///
/// The names of SwiftUI's text styles that are roles of a theme as well (`title`, `headline`,
/// `body`, `caption`) are those roles. The others are sizes in proportion to the theme's body, 13
/// points in the standard theme, so that none is too small to read in a figure: `largeTitle` 26,
/// `title2` 18, `title3` 16, `subheadline` and `callout` 12.5, `footnote` 11.5, `caption2` 11.
///
/// Fonts are always of the theme's families, in the weights that they have: regular and bold.
public struct Font: Hashable, Sendable {
  /// The source of the size.
  enum Size: Hashable, Sendable {
    case role(TextRole)
    /// In body sizes of the theme.
    case relative(Double)
    case points(Double)
  }

  /// The thickness of letters.
  ///
  /// The theme's families have a regular and a bold face. Weights from `semibold` on are drawn
  /// bold, the others regular; a diagnostic says so where that is not what the name says.
  public enum Weight: Hashable, Sendable, CaseIterable {
    /// The weights from the thinnest to the thickest.
    case ultraLight, thin, light, regular, medium, semibold, bold, heavy, black

    /// The weight of the face that is drawn.
    var face: FontWeight {
      switch self {
      case .ultraLight, .thin, .light, .regular, .medium: .regular
      case .semibold, .bold, .heavy, .black: .bold
      }
    }

    /// What has no effect.
    var note: TextNotes {
      switch self {
      case .regular, .semibold, .bold: []
      case .ultraLight, .thin, .light: .lightWeight
      case .medium: .mediumWeight
      case .heavy, .black: .heavyWeight
      }
    }
  }

  /// A family of letterforms.
  public enum Design: Hashable, Sendable {
    /// The theme's family.
    case `default`
    /// Drawn in the theme's family, with a diagnostic.
    case serif, rounded, monospaced
  }

  /// A named size of SwiftUI.
  public enum TextStyle: Hashable, Sendable, CaseIterable {
    /// The sizes from the largest to the smallest.
    case largeTitle, title, title2, title3, headline, subheadline, body, callout, footnote, caption,
      caption2
  }

  var size: Size
  var fontWeight: Weight?
  var notes: TextNotes = []

  init(_ size: Size) { self.size = size }

  /// Creates the font of a role of the theme.
  public init(_ role: TextRole) { size = .role(role) }

  /// The figure's conclusion.
  public static let title = Font(.title)
  /// The line under the title.
  public static let subtitle = Font(.subtitle)
  /// The name of a panel.
  public static let headline = Font(.headline)
  /// Running text.
  public static let body = Font(.body)
  /// Labels of marks and annotations.
  public static let label = Font(.label)
  /// Numbers and names along an axis.
  public static let tick = Font(.tick)
  /// Remarks and sources.
  public static let caption = Font(.caption)
  /// A number that is the point of the figure.
  public static let display = Font(.display)
  /// Twice the body's size.
  public static let largeTitle = Font(.relative(2))
  /// 18/13 of the body's size.
  public static let title2 = Font(.relative(18.0 / 13))
  /// 16/13 of the body's size.
  public static let title3 = Font(.relative(16.0 / 13))
  /// 12.5/13 of the body's size.
  public static let subheadline = Font(.relative(12.5 / 13))
  /// 12.5/13 of the body's size.
  public static let callout = Font(.relative(12.5 / 13))
  /// 11.5/13 of the body's size.
  public static let footnote = Font(.relative(11.5 / 13))
  /// 11/13 of the body's size.
  public static let caption2 = Font(.relative(11.0 / 13))

  /// Returns the theme's font at a size, in points.
  public static func system(
    size: Double, weight: Weight? = nil, design: Design? = nil
  ) -> Font { Font(.points(size)).with(weight, design) }

  /// Returns the font of a text style.
  public static func system(
    _ style: TextStyle, design: Design? = nil, weight: Weight? = nil
  ) -> Font {
    let font: Font =
      switch style {
      case .largeTitle: .largeTitle
      case .title: .title
      case .title2: .title2
      case .title3: .title3
      case .headline: .headline
      case .subheadline: .subheadline
      case .body: .body
      case .callout: .callout
      case .footnote: .footnote
      case .caption: .caption
      case .caption2: .caption2
      }
    return font.with(weight, design)
  }

  /// Returns the theme's font at a size, in points; a diagnostic says that the family isn't used.
  ///
  /// Set `theme.families` to draw in other families.
  public static func custom(_ name: String, size: Double) -> Font {
    Font(.points(size)).noting(.custom)
  }

  /// Returns the theme's font at a size, in points; a diagnostic says that the family isn't used.
  public static func custom(_ name: String, fixedSize: Double) -> Font {
    .custom(name, size: fixedSize)
  }

  /// Returns the font in a weight.
  public func weight(_ weight: Weight) -> Font { with(weight, nil) }

  /// Returns the font in bold.
  public func bold() -> Font { with(.bold, nil) }

  /// Returns the same font: a diagnostic says that the theme's families have no italic face.
  public func italic() -> Font { noting(.italic) }

  /// Returns the font with digits of one width, which the standard theme's have.
  public func monospacedDigit() -> Font { noting(.monospacedDigits) }

  /// Returns the same font: a diagnostic says that the theme's families have no monospaced face.
  public func monospaced() -> Font { noting(.design) }

  private func noting(_ note: TextNotes) -> Font {
    var font = self
    font.notes.insert(note)
    return font
  }

  private func with(_ weight: Weight?, _ design: Design?) -> Font {
    var font = self
    if let weight {
      font.fontWeight = weight
      font.notes.insert(weight.note)
    }
    if let design, design != .default { font.notes.insert(.design) }
    return font
  }

  /// Returns the font of a theme.
  func resolved(in theme: Theme) -> Theme.Font {
    var font: Theme.Font
    switch size {
    case .role(let role): font = theme.font(role)
    case .relative(let factor): font = Theme.Font(theme.font(.body).size * factor)
    case .points(let points): font = Theme.Font(points)
    }
    if let fontWeight { font.weight = fontWeight.face }
    return font
  }
}
