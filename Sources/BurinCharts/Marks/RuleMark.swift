import BurinGeometry
import BurinScene

/// A straight line across the plot or between two values.
///
/// ```swift
/// RuleMark(y: .value("Mean", 1.295)).lineStyle(dash: [4, 3])
/// RuleMark(xStart: .value("Begin", 2), xEnd: .value("End", 5), y: .value("Task", "Build"))
/// ```
public struct RuleMark: Mark {
  /// Where a line between two categories begins and ends.
  public enum Span: Hashable, Sendable {
    /// In the middle of both bands.
    case centers
    /// At the edges that face each other, so that only the gap is crossed.
    case gap
  }

  /// Which way the line runs, and where it ends between categories.
  public struct Parameters: Hashable, Sendable {
    var isVertical: Bool
    var span = Span.centers
    /// Where the line begins and ends, in points from the left or the top of the plot.
    var start: Double?
    var end: Double?
  }

  /// The name in words.
  public static let markName = "rule"
  /// Rules use everything about strokes.
  public static let modifiers: MarkModifiers = .line
  /// A legend shows a stretch of the line.
  public static let swatch = LegendSwatch.line

  /// The values of the line.
  public var channels: MarkChannels
  /// Which way the line runs, and where it ends between categories.
  public var parameters: Parameters

  /// Makes a vertical line at x over the whole plot.
  ///
  /// - Parameters:
  ///   - x: the place.
  ///   - yStart: where the line begins, in points from the top of the plot; nil for its edge.
  ///   - yEnd: where the line ends, likewise.
  public init<X: Plottable>(
    x: PlottableValue<X>, yStart: Double? = nil, yEnd: Double? = nil
  ) {
    channels = MarkChannels(x: .init(x))
    parameters = Parameters(isVertical: true, start: yStart, end: yEnd)
  }

  /// Makes a vertical line at x between two values of y.
  public init<X: Plottable, Y: Plottable>(
    x: PlottableValue<X>, yStart: PlottableValue<Y>, yEnd: PlottableValue<Y>, span: Span = .centers
  ) {
    channels = MarkChannels(x: .init(x), y: .init(yStart, yEnd))
    parameters = Parameters(isVertical: true, span: span)
  }

  /// Makes a horizontal line at y over the whole plot.
  ///
  /// - Parameters:
  ///   - xStart: where the line begins, in points from the left of the plot; nil for its edge.
  ///   - xEnd: where the line ends, likewise.
  ///   - y: the place.
  public init<Y: Plottable>(
    xStart: Double? = nil, xEnd: Double? = nil, y: PlottableValue<Y>
  ) {
    channels = MarkChannels(y: .init(y))
    parameters = Parameters(isVertical: false, start: xStart, end: xEnd)
  }

  /// Makes a horizontal line at y between two values of x.
  public init<X: Plottable, Y: Plottable>(
    xStart: PlottableValue<X>, xEnd: PlottableValue<X>, y: PlottableValue<Y>, span: Span = .centers
  ) {
    channels = MarkChannels(x: .init(xStart, xEnd), y: .init(y))
    parameters = Parameters(isVertical: false, span: span)
  }

  /// Returns the line.
  public static func draw(_ mark: PlacedMark<RuleMark>, in plot: PlotArea) throws -> MarkDrawing {
    let isVertical = mark.parameters.isVertical
    let (across, along): (Channel, Channel) = isVertical ? (.x, .y) : (.y, .x)
    guard let place = plot.middle(isVertical ? mark.x : mark.y, across),
      let (from, to) = ends(of: mark, along, in: plot)
    else { return MarkDrawing() }
    let (start, end) =
      isVertical
      ? (Point(place, from), Point(place, to)) : (Point(from, place), Point(to, place))
    let stroke = Stroke(
      try plot.color(mark, default: .secondary), width: mark.style.lineWidth ?? 1.4,
      cap: mark.style.lineCap ?? .butt, dash: try plot.dash(mark))
    return MarkDrawing(
      items: [.stroke(.segment(start, end), stroke)], anchor: Rect(start, end),
      lines: [[start, end]])
  }

  private static func ends(
    of mark: PlacedMark<RuleMark>, _ along: Channel, in plot: PlotArea
  ) -> (Double, Double)? {
    let annotations = mark.table.layer.annotations[mark.row] ?? []
    /// The rectangle to whose edge the line runs: it makes way for a label at its end.
    func edge(_ position: AnnotationPosition) -> Rect {
      annotations.contains { $0.position == position } ? plot.data : plot.rect
    }
    guard mark.has(along) else {
      let origin = along == .y ? plot.rect.minY : plot.rect.minX
      let (start, end) = (
        mark.parameters.start.map { origin + $0 }, mark.parameters.end.map { origin + $0 }
      )
      return along == .y
        ? (start ?? edge(.bottom).maxY, end ?? edge(.top).minY)
        : (start ?? edge(.leading).minX, end ?? edge(.trailing).maxX)
    }
    let scale = plot.scale(along)
    let value = along == .x ? mark.x : mark.y
    if mark.parameters.span == .gap, scale.isBand, let a = scale.extent(value.start),
      let b = scale.extent(value.end)
    {
      return a.0 < b.0 ? (a.1, b.0) : (a.0, b.1)
    }
    guard let from = scale.position(value.start), let to = scale.position(value.end) else {
      return nil
    }
    return (from, to)
  }
}
