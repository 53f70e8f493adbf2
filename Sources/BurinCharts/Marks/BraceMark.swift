import BurinGeometry
import BurinScene

/// A curly brace along a stretch of one axis.
///
/// ```swift
/// BraceMark(y: 0.35, 0.81, atX: 2.25, pointing: .trailing).annotation(position: .trailing) { "gap" }
/// ```
public struct BraceMark: Mark {
  /// Where the brace's tip points.
  public enum Direction: Hashable, Sendable { case top, bottom, leading, trailing }

  /// The form of the brace.
  public struct Parameters: Hashable, Sendable {
    var direction: Direction
    var depth: Double
  }

  /// The name in words.
  public static let markName = "brace"
  /// Braces use colour, opacity and the width of their line.
  public static let modifiers: MarkModifiers = [.color, .opacity, .lineWidth]
  /// A legend shows a stretch of the line.
  public static let swatch = LegendSwatch.line

  /// The ends.
  public var channels: MarkChannels
  /// The form of the brace.
  public let parameters: Parameters

  /// Makes a vertical brace from one value of y to another.
  public init<X: Plottable>(
    y start: Double, _ end: Double, atX x: X, pointing direction: Direction = .trailing,
    depth: Double = 9
  ) {
    let place = PlottableValue.value("", x)
    channels = MarkChannels(
      x: .init(place, place), y: .init(ChannelValue("", start), ChannelValue("", end)))
    parameters = Parameters(direction: direction, depth: depth)
  }

  /// Makes a horizontal brace from one value of x to another.
  public init<Y: Plottable>(
    x start: Double, _ end: Double, atY y: Y, pointing direction: Direction = .top,
    depth: Double = 9
  ) {
    let place = PlottableValue.value("", y)
    channels = MarkChannels(
      x: .init(ChannelValue("", start), ChannelValue("", end)), y: .init(place, place))
    parameters = Parameters(direction: direction, depth: depth)
  }

  /// Returns the brace.
  public static func draw(_ mark: PlacedMark<BraceMark>, in plot: PlotArea) throws -> MarkDrawing {
    try ChartError.check(mark.parameters.depth, "the depth of a BraceMark", from: -20_000)
    guard var a = plot.point(mark.x.start, mark.y.start),
      var b = plot.point(mark.x.end, mark.y.end), a.distance(to: b) > 1
    else { return MarkDrawing() }
    let place = Rect(a, b)
    let outward: Vector =
      switch mark.parameters.direction {
      case .top: Vector(0, -1)
      case .bottom: Vector(0, 1)
      case .leading: Vector(-1, 0)
      case .trailing: Vector(1, 0)
      }
    // A positive depth is to the right of the way from a to b.
    let right = (b - a).perpendicular
    if right.dx * outward.dx + right.dy * outward.dy < 0 { swap(&a, &b) }
    let path = Path.brace(from: a, to: b, depth: mark.parameters.depth)
    let stroke = Stroke(
      try plot.color(mark, default: .secondary), width: mark.style.lineWidth ?? 1.4, cap: .round,
      join: .round)
    return MarkDrawing(
      items: [.stroke(path, stroke)], anchor: path.bounds, place: place, lines: path.flattened())
  }
}
