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

    /// The colours of the roles by name.
    private var roles: [String: RGBColor] {
      [
        "primary": primary, "secondary": secondary, "canvas": canvas, "surface": surface,
        "grid": grid, "axis": axis, "accent": accent, "muted": muted, "good": good, "bad": bad,
      ]
    }

    /// All colours by name, including those of the roles.
    public var byName: [String: RGBColor] { roles.merging(named) { role, _ in role } }

    /// The colour of a role or of a name, or `nil` if there is none.
    public subscript(name: String) -> RGBColor? { roles[name] ?? named[name] }

    /// Throws if a custom name equals a role's.
    func checkNames() throws(ChartError) {
      let roles = roles
      if let name = named.keys.sorted().first(where: { roles[$0] != nil }) {
        throw .invalid(
          "the theme names a colour “\(name)”, which is a role; set colors.\(name) instead")
      }
    }
  }
}
