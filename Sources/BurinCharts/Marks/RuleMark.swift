import BurinGeometry
import BurinScene

/// A straight line across the plot or between two values.
///
/// ```swift
/// RuleMark(y: .value("H(P)", 1.295)).lineStyle(dash: [4, 3])
/// ```
public struct RuleMark: Mark {
  /// What every mark can be told.
  public var options = MarkOptions()
  var x: PlottableValue?
  var y: PlottableValue?
  var range: (PlottableValue, PlottableValue)?
  var span = Span.centers

  /// Where a line between two categories begins and ends.
  public enum Span: Hashable, Sendable {
    /// In the middle of both bands.
    case centers
    /// At the edges that face each other, so that only the gap is crossed.
    case gap
  }

  /// The kind in words.
  public var kind: String { "rule" }

  /// An upright line at x, over the whole plot or between two values of y.
  public init(
    x: PlottableValue, yStart: PlottableValue? = nil, yEnd: PlottableValue? = nil,
    span: Span = .centers
  ) {
    self.x = x
    self.span = span
    if let yStart, let yEnd { range = (yStart, yEnd) }
  }

  /// A level line at y, over the whole plot or between two values of x.
  public init(
    y: PlottableValue, xStart: PlottableValue? = nil, xEnd: PlottableValue? = nil,
    span: Span = .centers
  ) {
    self.y = y
    self.span = span
    if let xStart, let xEnd { range = (xStart, xEnd) }
  }

  /// Tells the values to the axes.
  public func contribute(to domains: inout DomainCollector) throws {
    if let x { try domains.x.add(x, mark: kind) }
    if let y { try domains.y.add(y, mark: kind) }
    guard let range else { return }
    for value in [range.0, range.1] {
      if x != nil {
        try domains.y.add(value, mark: kind)
      } else {
        try domains.x.add(value, mark: kind)
      }
    }
  }

  /// Gives the line.
  public func draw(in plot: PlotArea) throws -> MarkDrawing {
    var (start, end) = (Point.zero, Point.zero)
    if let x, let px = plot.x.position(x.datum) {
      let ends = range.map { self.ends(of: $0, on: plot.y) }
      guard let a = ends == nil ? edge(.bottom, plot).maxY : ends?.0,
        let b = ends == nil ? edge(.top, plot).minY : ends?.1
      else { return MarkDrawing(items: []) }
      (start, end) = (Point(px, a), Point(px, b))
    } else if let y, let py = plot.y.position(y.datum) {
      let ends = range.map { self.ends(of: $0, on: plot.x) }
      guard let a = ends == nil ? edge(.leading, plot).minX : ends?.0,
        let b = ends == nil ? edge(.trailing, plot).maxX : ends?.1
      else { return MarkDrawing(items: []) }
      (start, end) = (Point(a, py), Point(b, py))
    } else {
      return MarkDrawing(items: [])
    }
    guard start.x.isFinite, start.y.isFinite, end.x.isFinite, end.y.isFinite else {
      return MarkDrawing(items: [])
    }
    let stroke = Stroke(
      try plot.color(options, default: .secondary), width: options.lineWidth ?? 1.4,
      dash: options.dash)
    return MarkDrawing(
      items: [.stroke(.segment(start, end), stroke)], anchor: Rect(start, end),
      lines: [[start, end]])
  }

  /// The rectangle to whose edge the line runs: it makes way for a label at its end.
  private func edge(_ position: AnnotationPosition, _ plot: PlotArea) -> Rect {
    options.annotations.contains { $0.position == position } ? plot.data : plot.rect
  }

  private func ends(
    of range: (PlottableValue, PlottableValue), on scale: AxisScale
  ) -> (Double?, Double?) {
    if span == .gap, let a = scale.extent(range.0.datum), let b = scale.extent(range.1.datum) {
      return a.0 < b.0 ? (a.1, b.0) : (a.0, b.1)
    }
    return (scale.position(range.0.datum), scale.position(range.1.datum))
  }
}
