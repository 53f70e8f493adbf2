/// A property of marks that values decide on; each channel has one scale in a chart.
public enum Channel: Int, Hashable, Sendable, CaseIterable {
  /// The horizontal and the vertical position.
  case x, y
  /// The angle and the distance from the middle, on polar coordinates.
  case angle, radius
  /// The colour.
  case color
  /// The area of symbols.
  case size
  /// The form of symbols.
  case symbol
  /// How much shows through.
  case opacity
  /// The width of lines.
  case lineWidth
  /// The dashes of lines.
  case dash
  /// What joins places into one line or area.
  case series
  /// The slot of marks side by side.
  case position
  /// The panel.
  case facet

  /// The channel in words.
  public var name: String {
    switch self {
    case .x, .y, .angle, .radius, .color, .size, .symbol, .opacity, .series, .position, .facet:
      "\(self)"
    case .lineWidth: "line width"
    case .dash: "dash"
    }
  }

  /// The channels of position.
  static let positions: [Channel] = [.x, .y, .angle, .radius]
  /// The channels that `…(by:)` modifiers set.
  static let fields: [Channel] = [
    .color, .size, .symbol, .opacity, .lineWidth, .dash, .series, .position, .facet,
  ]
}
