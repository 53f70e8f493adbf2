import BurinScales
import BurinScene

/// Values to colours: one for each key, or a stretch of colours for numbers.
enum ColorScale: Sendable {
  case keys(KeyScale, [Color?])
  case continuous(ContinuousColors)

  /// The colour of a value, and how often the series' colours have been used up before it.
  func color(_ value: Double, theme: Theme) throws -> (color: RGBColor, round: Int)? {
    switch self {
    case .keys(let scale, let colors):
      guard let index = scale.index(value) else { return nil }
      return (try theme.resolve(Self.color(index, colors)), Self.round(index, colors, theme))
    case .continuous(let scale): return try scale.color(value, theme: theme).map { ($0, 0) }
    }
  }

  static func color(_ index: Int, _ colors: [Color?]) -> Color {
    (index < colors.count ? colors[index] : nil) ?? .series(index)
  }

  /// How much of the canvas is mixed into the colours of areas in a further round.
  static func tint(round: Int) -> Double { 1 - 1 / (1 + 0.3 * Double(round)) }

  /// How often all colours have been used before a key.
  static func round(_ index: Int, _ colors: [Color?], _ theme: Theme) -> Int {
    guard index >= colors.count || colors[index] == nil, !theme.series.isEmpty else { return 0 }
    return index / theme.series.count
  }
}

/// Colours along a scale of numbers.
struct ContinuousColors: Sendable {
  var scale: SequentialScale
  var colors: [Color]
  /// How many steps there are; nil for a smooth stretch.
  var steps: Int?
  /// The only value, which alone is labelled; nil for several.
  var single: Double?

  /// Where a tick lies along the colours, 0…1; in the middle for NaN.
  func fraction(_ value: Double) -> Double { scale.fraction(value) ?? 0.5 }

  /// The colour of a number; nil for NaN.
  func color(_ value: Double, theme: Theme) throws -> RGBColor? {
    try scale.fraction(value).map {
      try Self.color(at: $0, of: colors, steps: steps, theme: theme)
    }
  }

  /// The colour at a part of the way through colours.
  static func color(
    at fraction: Double, of colors: [Color], steps: Int?, theme: Theme
  ) throws -> RGBColor {
    guard let first = colors.first, colors.count > 1 else {
      return try theme.resolve(colors.first ?? .accent)
    }
    var fraction = fraction
    if let steps, steps > 1 {
      fraction = (fraction * Double(steps)).rounded(.down).clamped(to: 0...Double(steps - 1))
      fraction /= Double(steps - 1)
    }
    let place = fraction * Double(colors.count - 1)
    let index = min(Int(place), colors.count - 2)
    guard index >= 0 else { return try theme.resolve(first) }
    return try theme.resolve(colors[index])
      .mixed(with: theme.resolve(colors[index + 1]), at: place - Double(index))
  }
}

extension Double {
  func clamped(to range: ClosedRange<Double>) -> Double {
    min(max(self, range.lowerBound), range.upperBound)
  }
}
