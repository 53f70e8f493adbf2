import BurinGeometry
import BurinScene

/// A point.
///
/// ```swift
/// PointMark(x: .value("p", 0.9), y: .value("H", 0.469)).symbolSize(9)
/// ```
public struct PointMark: Mark {
  /// What every mark can be told.
  public var options = MarkOptions()
  var x: PlottableValue
  var y: PlottableValue

  /// The kind in words.
  public var kind: String { "point" }

  /// Makes a point.
  public init(x: PlottableValue, y: PlottableValue) {
    self.x = x
    self.y = y
  }

  /// Tells the values to the axes.
  public func contribute(to domains: inout DomainCollector) throws {
    try domains.x.add(x, mark: kind)
    try domains.y.add(y, mark: kind)
  }

  /// The square that the point fills; nil where its values have no place.
  func box(in plot: PlotArea) -> Rect? {
    guard let center = plot.point(x, y), center.x.isFinite, center.y.isFinite else { return nil }
    return Rect(center: center, size: Size(options.symbolSize, options.symbolSize))
  }

  /// Gives the point, with a thin rim of canvas that sets it off from lines.
  public func draw(in plot: PlotArea) throws -> MarkDrawing {
    guard let box = box(in: plot) else { return MarkDrawing(items: []) }
    guard plot.rect.inset(by: -0.5).contains(box.center) else {
      let name = options.name ?? [x.label, y.label].joined(separator: ", ")
      plot.context.note(
        Diagnostic("a point (\(name)) lies beyond the ends of its axes and is left out"))
      return MarkDrawing(items: [])
    }
    let color = try plot.color(options)
    let canvas = try plot.context.color(.canvas)
    let item: SceneItem =
      options.symbol == .ring
      ? .path(
        PathItem(
          .circle(box.center, radius: box.width / 2 - 1), fill: .color(canvas),
          stroke: Stroke(color, width: 2)))
      : .path(
        PathItem(
          options.symbol.path(in: box), fill: .color(color), stroke: Stroke(canvas, width: 1.2)))
    return MarkDrawing(items: [item], anchor: box, solids: [box])
  }
}

extension ChartSymbol {
  /// The outline that fills a square.
  func path(in box: Rect) -> Path {
    let (c, r) = (box.center, box.width / 2)
    return switch self {
    case .circle, .ring: .circle(c, radius: r)
    case .square: .rect(box.inset(by: r * 0.11))
    case .diamond:
      .polyline(
        [
          Point(c.x, c.y - r * 1.2), Point(c.x + r * 1.2, c.y), Point(c.x, c.y + r * 1.2),
          Point(c.x - r * 1.2, c.y),
        ], closed: true)
    case .triangle:
      .polyline(
        [
          Point(c.x, c.y - r * 1.1), Point(c.x + r * 1.05, c.y + r * 0.8),
          Point(c.x - r * 1.05, c.y + r * 0.8),
        ], closed: true)
    case .cross:
      Path.cross(c, arm: r, thickness: r * 0.6)
    }
  }
}

extension Path {
  /// An upright cross.
  static func cross(_ c: Point, arm: Double, thickness: Double) -> Path {
    let t = thickness / 2
    return .polyline(
      [
        Point(c.x - t, c.y - arm), Point(c.x + t, c.y - arm), Point(c.x + t, c.y - t),
        Point(c.x + arm, c.y - t), Point(c.x + arm, c.y + t), Point(c.x + t, c.y + t),
        Point(c.x + t, c.y + arm), Point(c.x - t, c.y + arm), Point(c.x - t, c.y + t),
        Point(c.x - arm, c.y + t), Point(c.x - arm, c.y - t), Point(c.x - t, c.y - t),
      ], closed: true)
  }
}
