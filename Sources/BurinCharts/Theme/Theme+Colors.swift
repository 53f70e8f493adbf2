public import BurinScene

extension Theme {
  /// The colours of a theme: one for every role, and further ones by name.
  ///
  /// ```swift
  /// var theme = Theme.standard
  /// theme.colors.accent = Color(hex: 0x00695C)
  /// theme.colors.named["brand"] = Color(hex: 0xE4007C)  // .foregroundStyle(.named("brand"))
  /// ```
  ///
  /// A role that is misspelt doesn't compile; a name that no theme has is an error when a figure uses
  /// it, and so is a name that a role has already.
  public struct Colors: Hashable, Sendable {
    /// Text that is read first.
    public var primary: Color
    /// Text that explains.
    public var secondary: Color
    /// The canvas.
    public var canvas: Color
    /// The background of cards and table heads.
    public var surface: Color
    /// Grid lines and separators.
    public var grid: Color
    /// Axis lines and ticks.
    public var axis: Color
    /// Marks without a style.
    public var accent: Color
    /// Things in the background.
    public var muted: Color
    /// A value that helps, a check that passes.
    public var good: Color
    /// A value that harms, a check that fails.
    public var bad: Color
    /// Colours of one's own by name, for ``ThemeColor/named(_:)`` and `\\textcolor` in formulas.
    public var named: [String: Color]

    /// Makes the colours of a theme.
    public init(
      primary: Color, secondary: Color, canvas: Color, surface: Color, grid: Color, axis: Color,
      accent: Color, muted: Color, good: Color, bad: Color, named: [String: Color] = [:]
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
    private var roles: [String: Color] {
      [
        "primary": primary, "secondary": secondary, "canvas": canvas, "surface": surface,
        "grid": grid, "axis": axis, "accent": accent, "muted": muted, "good": good, "bad": bad,
      ]
    }

    /// All colours by name, those of the roles included.
    public var byName: [String: Color] { roles.merging(named) { role, _ in role } }

    /// Returns the colour of a role or of a name, or `nil` if there is none.
    public subscript(name: String) -> Color? { roles[name] ?? named[name] }

    /// Throws if a name of one's own is a role's.
    func checkNames() throws(ChartError) {
      let roles = roles
      if let name = named.keys.sorted().first(where: { roles[$0] != nil }) {
        throw .invalid(
          "the theme names a colour “\(name)”, which is a role; set colors.\(name) instead")
      }
    }
  }
}
