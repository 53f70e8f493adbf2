public import BurinScene

extension Theme {
  /// The colours of a theme: one for every role, and further ones by name.
  ///
  /// ```swift
  /// var theme = Theme.standard
  /// theme.colors.accent = RGBColor(hex: 0x00695C)
  /// theme.colors.named["brand"] = RGBColor(hex: 0xE4007C)  // .foregroundStyle(.named("brand"))
  /// ```
  ///
  /// A misspelt role doesn't compile. A name that the theme lacks is an error when a figure uses
  /// it, and so is a name that equals a role's.
  public struct Colors: Hashable, Sendable {
    /// The most prominent text.
    public var primary: RGBColor
    /// Explanatory text.
    public var secondary: RGBColor
    /// The canvas.
    public var canvas: RGBColor
    /// The background of cards and table heads.
    public var surface: RGBColor
    /// Grid lines and separators.
    public var grid: RGBColor
    /// Axis lines and ticks.
    public var axis: RGBColor
    /// Marks without a style.
    public var accent: RGBColor
    /// Background elements.
    public var muted: RGBColor
    /// A beneficial value, a check that passes.
    public var good: RGBColor
    /// A harmful value, a check that fails.
    public var bad: RGBColor
    /// Custom colours by name, for ``Color/named(_:)`` and `\\textcolor` in formulas.
    public var named: [String: RGBColor]

    /// Creates the colours of a theme.
    public init(
      primary: RGBColor, secondary: RGBColor, canvas: RGBColor, surface: RGBColor, grid: RGBColor,
      axis: RGBColor,
      accent: RGBColor, muted: RGBColor, good: RGBColor, bad: RGBColor,
      named: [String: RGBColor] = [:]
    ) {
      self.primary = primary
      self.secondary = secondary
      self.canvas = canvas
      self.surface = surface
      self.grid = grid
      self.axis = axis
      self.accent = accent
      self.muted = muted
      self.good = good
      self.bad = bad
      self.named = named
    }

    private static let roleNames = [
      "primary", "secondary", "canvas", "surface", "grid", "axis", "accent", "muted", "good", "bad",
    ]

    /// The colour of a role; nil for other names.
    ///
    /// A switch, for every mark asks: a dictionary would be made anew each time.
    private func role(_ name: String) -> RGBColor? {
      switch name {
      case "primary": primary
      case "secondary": secondary
      case "canvas": canvas
      case "surface": surface
      case "grid": grid
      case "axis": axis
      case "accent": accent
      case "muted": muted
      case "good": good
      case "bad": bad
      default: nil
      }
    }

    /// All colours by name, including those of the roles.
    public var byName: [String: RGBColor] {
      Self.roleNames.reduce(into: named) { $0[$1] = role($1) }
    }

    /// The colour of a role or of a name, or `nil` if there is none.
    public subscript(name: String) -> RGBColor? { role(name) ?? named[name] }

    /// Throws if a custom name equals a role's.
    func checkNames() throws(ChartError) {
      if let name = named.keys.sorted().first(where: { role($0) != nil }) {
        throw .invalid(
          "the theme names a colour “\(name)”, which is a role; set colors.\(name) instead")
      }
    }
  }
}
