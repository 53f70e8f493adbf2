import BurinGeometry
import BurinScene

/// The straight line between two points of a curve.
///
/// ```swift
/// ChordMark(from: (0.5, log(0.5)), to: (4, log(4)))
/// ```
public struct ChordMark: Mark {
  /// What every mark can be told.
  public var options = MarkOptions()
  var start: (Double, Double)
  var end: (Double, Double)
  var hasEnds: Bool

  /// The kind in words.
  public var kind: String { "chord" }

  /// Makes a chord.
  ///
  /// - Parameters:
  ///   - start: x and y of one end.
  ///   - end: x and y of the other end.
  ///   - showsEnds: whether the ends are marked by points.
  public init(
    from start: (Double, Double), to end: (Double, Double), showsEnds: Bool = true
  ) {
    self.start = start
    self.end = end
    hasEnds = showsEnds
  }

  /// The chord's value at x.
  public func value(at x: Double) -> Double {
    start.1 + (end.1 - start.1) * (x - start.0) / (end.0 - start.0)
  }

  /// Tells the ends to the axes.
  public func contribute(to domains: inout DomainCollector) throws {
    for end in [start, end] {
      try domains.x.add(end.0, mark: kind)
      try domains.y.add(end.1, mark: kind)
    }
  }

  /// Gives the line and its ends.
  public func draw(in plot: PlotArea) throws -> MarkDrawing {
    guard let a = plot.point(.value("x", start.0), .value("y", start.1)),
      let b = plot.point(.value("x", end.0), .value("y", end.1))
    else { return MarkDrawing(items: []) }
    let color = try plot.color(options, default: .secondary)
    let canvas = try plot.context.color(.canvas)
    var items: [SceneItem] = [
      .stroke(
        .segment(a, b),
        Stroke(color, width: options.lineWidth ?? 1.8, cap: .round, dash: options.dash))
    ]
    let boxes = [a, b].map {
      Rect(center: $0, size: Size(options.symbolSize, options.symbolSize))
    }
    if hasEnds {
      items += boxes.map {
        .path(
          PathItem(.ellipse(in: $0), fill: .color(color), stroke: Stroke(canvas, width: 1.2)))
      }
    }
    return MarkDrawing(
      items: items, anchor: Rect(a, b), lines: [[a, b]], solids: hasEnds ? boxes : [])
  }
}
