import BurinGeometry
import BurinScene

/// A line through data points; points of one series make one line.
///
/// ```swift
/// for beta in betas {
///   LineMark(x: .value("KL", kl(beta)), y: .value("reward", reward(beta)))
/// }
/// ```
///
/// Points that are not finite break the line.
public struct LineMark: Mark {
  /// What every mark can be told.
  public var options = MarkOptions()
  var points: [(x: PlottableValue, y: PlottableValue)]
  var series: PlottableValue?

  /// The kind in words.
  public var kind: String { "line" }
  /// Lines are cut at the edge of the plot.
  public var isClipped: Bool { true }

  /// One point of a line; consecutive points of one series are joined.
  public init(x: PlottableValue, y: PlottableValue, series: PlottableValue? = nil) {
    points = [(x, y)]
    self.series = series
  }

  /// A whole line.
  public init(points: [(x: PlottableValue, y: PlottableValue)]) { self.points = points }

  /// Tells the values to the axes.
  public func contribute(to domains: inout DomainCollector) throws {
    for point in points {
      try domains.x.add(point.x, mark: kind)
      try domains.y.add(point.y, mark: kind)
    }
  }

  /// Whether another line mark goes on where this one ends.
  func continues(_ other: LineMark) -> Bool {
    series == other.series && options.series == other.options.series
      && options.color == other.options.color && options.facet == other.options.facet
  }

  /// Takes the labels of a single point off the line, for a mark that stands unseen at the point.
  mutating func pointLabel() -> PointMark? {
    guard points.count == 1, let point = points.first else { return nil }
    let atPoint = options.annotations.filter { !$0.isOfWholeLine }
    guard !atPoint.isEmpty else { return nil }
    options.annotations.removeAll { !$0.isOfWholeLine }
    var mark = PointMark(x: point.x, y: point.y)
    mark.options = options
    mark.options.opacity = 0
    mark.options.annotations = atPoint
    return mark
  }

  /// Gives the line.
  public func draw(in plot: PlotArea) throws -> MarkDrawing {
    var segments: [[Point]] = [[]]
    for point in points {
      if let place = plot.point(point.x, point.y), place.x.isFinite, place.y.isFinite {
        segments[segments.count - 1].append(place)
      } else if segments.last?.isEmpty == false {
        segments.append([])
      }
    }
    return try LineDrawing(segments: segments, options: options).drawing(in: plot)
  }
}

/// Draws polylines with a mark's options; shared by data and function lines.
struct LineDrawing {
  var segments: [[Point]]
  var options: MarkOptions

  func drawing(in plot: PlotArea) throws -> MarkDrawing {
    let stroke = Stroke(
      try plot.color(options), width: options.lineWidth ?? 2.2,
      cap: options.dash.isEmpty ? .round : .butt,
      join: .round, dash: options.dash)
    var path = Path()
    for segment in segments where segment.count > 1 {
      path.append(options.interpolation.path(through: segment.decimated()))
    }
    let lines = segments.filter { $0.count > 1 }
    return MarkDrawing(
      items: path.isEmpty ? [] : [.stroke(path, stroke)], anchor: path.bounds, lines: lines)
  }
}
