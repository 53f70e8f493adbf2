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

  /// What every mark can be told.
  public var options = MarkOptions()
  var start: (PlottableValue, PlottableValue)
  var end: (PlottableValue, PlottableValue)
  var direction: Direction
  var depth: Double

  /// The kind in words.
  public var kind: String { "brace" }

  /// An upright brace from one value of y to another.
  public init(
    y start: Double, _ end: Double, atX x: some Plottable, pointing direction: Direction = .trailing,
    depth: Double = 9
  ) {
    self.start = (.value("x", x), .value("y", start))
    self.end = (.value("x", x), .value("y", end))
    self.direction = direction
    self.depth = depth
  }

  /// A level brace from one value of x to another.
  public init(
    x start: Double, _ end: Double, atY y: some Plottable, pointing direction: Direction = .top,
    depth: Double = 9
  ) {
    self.start = (.value("x", start), .value("y", y))
    self.end = (.value("x", end), .value("y", y))
    self.direction = direction
    self.depth = depth
  }

  /// Tells the ends to the axes.
  public func contribute(to domains: inout DomainCollector) throws {
    for end in [start, end] {
      try domains.x.add(end.0, mark: kind)
      try domains.y.add(end.1, mark: kind)
    }
  }

  /// Gives the brace.
  public func draw(in plot: PlotArea) throws -> MarkDrawing {
    guard var a = plot.point(start.0, start.1), var b = plot.point(end.0, end.1),
      a.distance(to: b) > 1
    else { return MarkDrawing(items: []) }
    let outward: Vector =
      switch direction {
      case .top: Vector(0, -1)
      case .bottom: Vector(0, 1)
      case .leading: Vector(-1, 0)
      case .trailing: Vector(1, 0)
      }
    // A positive depth is to the right of the way from a to b.
    let right = (b - a).perpendicular
    if right.dx * outward.dx + right.dy * outward.dy < 0 { swap(&a, &b) }
    let path = Path.brace(from: a, to: b, depth: depth)
    let stroke = Stroke(
      try plot.color(options, default: .secondary), width: options.lineWidth ?? 1.4, cap: .round,
      join: .round)
    return MarkDrawing(
      items: [.stroke(path, stroke)], anchor: path.bounds, lines: path.flattened())
  }
}
