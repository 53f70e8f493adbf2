public import BurinGeometry
import BurinScene

/// An arrow between two places of the plot, such as a gap that is measured.
///
/// ```swift
/// ArrowMark(from: (2.25, chord), to: (2.25, curve)).annotation(position: .trailing) { "0.464" }
/// ```
public struct ArrowMark: Mark {
  /// Which ends have a head.
  public enum Heads: Hashable, Sendable { case end, both, none }

  /// The form of the arrow.
  public struct Parameters: Hashable, Sendable {
    var heads: Heads
    var bulge: Double
    var trim: Double
  }

  /// The name in words.
  public static let markName = "arrow"
  /// Arrows use everything about strokes.
  public static let modifiers: MarkModifiers = .line
  /// A legend shows a stretch of the line.
  public static let swatch = LegendSwatch.line

  /// The ends.
  public var channels: MarkChannels
  /// The form of the arrow.
  public let parameters: Parameters

  /// Makes an arrow.
  ///
  /// - Parameters:
  ///   - start: x and y of the tail.
  ///   - end: x and y of the tip.
  ///   - heads: which ends have a head.
  ///   - bulge: how far the arrow bends to its left, as a part of its length.
  ///   - trim: how far the arrow keeps away from both places, in points, such as from dots there.
  public init<X: Plottable, Y: Plottable>(
    from start: (X, Y), to end: (X, Y), heads: Heads = .end, bulge: Double = 0, trim: Double = 0
  ) {
    channels = MarkChannels(
      x: .init(PlottableValue.value("", start.0), PlottableValue.value("", end.0)),
      y: .init(PlottableValue.value("", start.1), PlottableValue.value("", end.1)))
    parameters = Parameters(heads: heads, bulge: bulge, trim: trim)
  }

  /// The line of a straight arrow.
  public static func strikes(_ mark: PlacedMark<ArrowMark>, in plot: PlotArea) -> [[Point]] {
    guard mark.parameters.bulge == 0, let a = plot.point(mark.x.start, mark.y.start),
      let b = plot.point(mark.x.end, mark.y.end)
    else { return [] }
    return [[a, b]]
  }

  /// Returns the shaft and the heads.
  public static func draw(_ mark: PlacedMark<ArrowMark>, in plot: PlotArea) throws -> MarkDrawing {
    try ChartError.check(mark.parameters.bulge, "the bulge of an ArrowMark", from: -100, to: 100)
    try ChartError.check(mark.parameters.trim, "the trim of an ArrowMark", from: -20_000)
    guard var a = plot.point(mark.x.start, mark.y.start),
      var b = plot.point(mark.x.end, mark.y.end), a.distance(to: b) > 0.01
    else { return MarkDrawing() }
    let place = Rect(a, b)
    let form = mark.parameters
    // An arrow too short to be trimmed keeps a third of its length.
    let cut = min(form.trim, a.distance(to: b) / 3)
    let direction = (b - a).normalized
    (a, b) = (a + direction * cut, b - direction * cut)
    let color = try plot.baseColor(mark, default: .primary)
    let width = mark.style.lineWidth ?? 1.6
    var path = Path()
    path.move(to: a)
    if form.bulge == 0 {
      path.line(to: b)
    } else {
      path.quadratic(
        from: a, a.interpolated(to: b, at: 0.5) + -(b - a).perpendicular * form.bulge, to: b)
    }
    let whole = form.bulge == 0 ? [a, b] : path.flattened(tolerance: 0.02).first ?? []
    let head = ArrowHead(length: 4.5 + 2 * width, width: 3.5 + 1.7 * width)
    var shaft = whole
    var items: [SceneItem] = []
    if form.heads != .none {
      let (line, tip) = head.arrow(along: shaft)
      shaft = line.flattened().first ?? []
      items.append(.fill(tip, color))
    }
    if form.heads == .both {
      let (line, tip) = head.arrow(along: shaft.reversed())
      shaft = line.flattened().first ?? []
      items.append(.fill(tip, color))
    }
    items.insert(
      .stroke(
        .polyline(shaft),
        Stroke(
          color, width: width, cap: mark.style.lineCap ?? .butt,
          join: mark.style.lineJoin ?? .miter, dash: try plot.dash(mark))), at: 0)
    return MarkDrawing(
      items: items.faded(plot.opacity(mark)), anchor: path.bounds, place: place, lines: [whole])
  }
}
