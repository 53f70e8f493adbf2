import Burin

/// A short line at the foot of the plot: one for each number, below its distribution.
struct TickMark: Mark {
  static let markName = "tick"
  static let modifiers: MarkModifiers = .line
  static let swatch = LegendSwatch.line

  var channels: MarkChannels

  init<X: Plottable>(x: PlottableValue<X>) { channels = MarkChannels(x: .init(x)) }

  static func draw(_ mark: PlacedMark<TickMark>, in plot: PlotArea) throws -> MarkDrawing {
    guard let x = plot.middle(mark.x, .x) else { return MarkDrawing() }
    let (foot, head) = (Point(x, plot.rect.maxY), Point(x, plot.rect.maxY - 10))
    let stroke = Stroke(
      try plot.color(mark), width: mark.style.lineWidth ?? 1, dash: try plot.dash(mark))
    return MarkDrawing(
      items: [.stroke(.segment(foot, head), stroke)], anchor: Rect(foot, head),
      lines: [[foot, head]])
  }
}
