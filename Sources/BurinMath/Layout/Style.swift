import BurinScene

/// The style of a formula, which determines its size and spacing (TeXbook, chapter 17).
public enum MathStyle: Int, Sendable, Hashable, CaseIterable {
  /// On a line of its own: large operators, limits above and below.
  case display
  /// In running text.
  case text
  /// As a superscript or subscript.
  case script
  /// As a script of a script.
  case scriptScript
}

/// The state that layout passes down: a style, whether it is cramped, and the colour.
struct Setting: Sendable, Hashable {
  var style: MathStyle
  var isCramped = false
  var color: RGBColor

  var isDisplay: Bool { style == .display }
  var isScript: Bool { style == .script || style == .scriptScript }

  /// The setting of superscripts (TeXbook, page 140: D, T → S, cramping kept).
  var superscript: Setting { with(isScript ? .scriptScript : .script, cramped: isCramped) }
  /// The setting of subscripts, always cramped.
  var `subscript`: Setting { with(isScript ? .scriptScript : .script, cramped: true) }
  /// The setting of numerators (D → T, T → S, S → SS).
  var numerator: Setting { with(smaller, cramped: isCramped) }
  /// The setting of denominators, always cramped.
  var denominator: Setting { with(smaller, cramped: true) }
  /// The same, cramped.
  var cramped: Setting { with(style, cramped: true) }

  private var smaller: MathStyle {
    switch style {
    case .display: .text
    case .text: .script
    case .script, .scriptScript: .scriptScript
    }
  }

  func with(_ style: MathStyle, cramped: Bool) -> Setting {
    Setting(style: style, isCramped: cramped, color: color)
  }

  func with(_ color: RGBColor) -> Setting {
    Setting(style: style, isCramped: isCramped, color: color)
  }
}
