import BurinGeometry
import BurinScene

/// An arrow between two places of the plot, such as a gap that is measured.
///
/// ```swift
/// ArrowMark(from: (2.25, chord), to: (2.25, curve)).annotation(position: .trailing) { "0.464" }
/// ```
public struct ArrowMark: Mark {
  /// Which ends have a head.
  public enum Heads: Hashable, Sendable { case end, both, none }

  /// What every mark can be told.
  public var options = MarkOptions()
  var start: (PlottableValue, PlottableValue)
  var end: (PlottableValue, PlottableValue)
  var heads: Heads
  var bulge: Double
  var trim: Double

  /// The kind in words.
  public var kind: String { "arrow" }

  /// Makes an arrow.
  ///
  /// - Parameters:
  ///   - start: x and y of the tail.
  ///   - end: x and y of the tip.
  ///   - heads: which ends have a head.
  ///   - bulge: how far the arrow bends to its left, as a part of its length.
  ///   - trim: how far the arrow keeps away from both places, in points, such as from dots there.
  public init(
    from start: (some Plottable, some Plottable), to end: (some Plottable, some Plottable),
    heads: Heads = .end, bulge: Double = 0, trim: Double = 0
  ) {
    self.start = (.value("x", start.0), .value("y", start.1))
    self.end = (.value("x", end.0), .value("y", end.1))
    self.heads = heads
    self.bulge = bulge
    self.trim = trim
  }

  /// Tells the ends to the axes.
  public func contribute(to domains: inout DomainCollector) throws {
    for end in [start, end] {
      try domains.x.add(end.0, mark: kind)
      try domains.y.add(end.1, mark: kind)
    }
  }

  /// Gives the shaft and the heads.
  public func draw(in plot: PlotArea) throws -> MarkDrawing {
    guard var a = plot.point(start.0, start.1), var b = plot.point(end.0, end.1),
      a.distance(to: b) > 0.01
    else { return MarkDrawing(items: []) }
    // An arrow too short to be trimmed keeps a third of its length.
    let cut = min(trim, a.distance(to: b) / 3)
    let direction = (b - a).normalized
    (a, b) = (a + direction * cut, b - direction * cut)
    let color = try plot.color(options, default: .primary)
    let width = options.lineWidth ?? 1.6
    var path = Path()
    path.move(to: a)
    if bulge == 0 {
      path.line(to: b)
    } else {
      path.quadratic(
        from: a, a.interpolated(to: b, at: 0.5) + -(b - a).perpendicular * bulge, to: b)
    }
    let whole = path.flattened(tolerance: 0.02).first ?? []
    let head = ArrowHead(length: 4.5 + 2 * width, width: 3.5 + 1.7 * width)
    var shaft = whole
    var items: [SceneItem] = []
    if heads != .none {
      let (line, tip) = head.arrow(along: shaft)
      shaft = line.flattened().first ?? []
      items.append(.fill(tip, color))
    }
    if heads == .both {
      let (line, tip) = head.arrow(along: shaft.reversed())
      shaft = line.flattened().first ?? []
      items.append(.fill(tip, color))
    }
    items.insert(
      .stroke(.polyline(shaft), Stroke(color, width: width, dash: options.dash)), at: 0)
    return MarkDrawing(items: items, anchor: path.bounds, lines: [whole])
  }
}
