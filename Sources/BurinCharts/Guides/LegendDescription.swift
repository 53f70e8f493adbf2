import BurinScales
import BurinScene

/// What a legend tells: the keys of the scales of style, each with how it looks.
struct LegendDescription: Sendable {
  /// A key with its looks.
  struct Entry: Sendable {
    var name: String
    var color: ThemeColor?
    var swatch: LegendSwatch
    var symbol: ChartSymbol?
    var dash: [Double] = []
    /// The diameter of a point, in points.
    var diameter: Double?
    /// How much of the canvas is mixed into the colour.
    var tint = 0.0
  }

  private(set) var entries: [Entry] = []
  var count: Int { entries.count }

  /// Describes the scales of style; keys of one name are one entry.
  init(_ data: ChartData, _ styles: StyleScales, _ theme: Theme) {
    if case .keys(let scale, let colors) = styles.color {
      let swatch = Self.swatch(of: .color, data)
      for (index, key) in scale.keys.enumerated() {
        let round = ColorScale.round(index, colors, theme)
        entries.append(
          Entry(
            name: key.name, color: ColorScale.color(index, colors), swatch: swatch,
            symbol: ChartSymbol.ordered(round),
            dash: swatch == .line ? DashPatterns.pattern(round) : [],
            tint: swatch == .square ? ColorScale.tint(round: round) : 0))
      }
    }
    for (index, key) in (styles.symbol?.keys ?? []).enumerated() {
      change(key.name, swatch: .point) { $0.symbol = ChartSymbol.ordered(index) }
    }
    for (index, key) in (styles.dash?.keys ?? []).enumerated() {
      change(key.name, swatch: .line) { $0.dash = DashPatterns.pattern(index) }
    }
    if let size = styles.size {
      let ticks = size.ticks(targetCount: 3).major
      let format = NumberFormat.automatic(for: ticks)
      for value in ticks {
        let diameter = ChartSymbol.diameter(area: size.position(value))
        change(format.string(value), swatch: .point) { $0.diameter = diameter }
      }
    }
  }

  private mutating func change(
    _ name: String, swatch: LegendSwatch, _ change: (inout Entry) -> Void
  ) {
    let index = entries.firstIndex { $0.name == name } ?? entries.count
    if index == entries.count { entries.append(Entry(name: name, swatch: swatch)) }
    // A line with symbols is shown as both.
    change(&entries[index])
  }

  /// The swatch of the first marks whose looks a channel decides on.
  private static func swatch(of channel: Channel, _ data: ChartData) -> LegendSwatch {
    data.layers.first { $0.fields[channel] != nil }?.mark.swatch ?? .square
  }
}
