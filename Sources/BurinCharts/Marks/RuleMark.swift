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
    /// Where the line lies across, in points from the left or the top of the plot, where there is no
    /// value.
    var place: Double?
  }

  /// The name in words.
  public static let markName = "rule"
  /// Rules use everything about strokes, and slots.
  public static let modifiers: MarkModifiers = [.line, .position, .ends]
  /// Rules of one category stand side by side by `position(by:)`.
  public static let transforms: [LayerTransform] = [.filter, .dodge]
  /// A legend shows a stretch of the line.
  public static let swatch = LegendSwatch.line

  /// The values of the line.
  public var channels: MarkChannels
  /// Which way the line runs, and where it ends between categories.
  public var parameters: Parameters

  /// Adds the mark to a chart.
  public func collect(into collector: inout ChartCollector) { collector.add(self) }

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

  /// Makes a vertical line between two values of y, at a distance from the left of the plot in
  /// points; nil for the middle of its width.
  public init<Y: Plottable>(
    x: Double?, yStart: PlottableValue<Y>, yEnd: PlottableValue<Y>
  ) {
    channels = MarkChannels(y: .init(yStart, yEnd))
    parameters = Parameters(isVertical: true, place: x)
  }

  /// Makes a horizontal line between two values of x, at a distance from the top of the plot in
  /// points; nil for the middle of its height.
  public init<X: Plottable>(
    xStart: PlottableValue<X>, xEnd: PlottableValue<X>, y: Double?
  ) {
    channels = MarkChannels(x: .init(xStart, xEnd))
    parameters = Parameters(isVertical: false, place: y)
  }

  /// The default width of a line, in points.
  private static let width = 1.4

  /// The ends of a row's line; nil where a scale has no place for it.
  private static func line(
    _ mark: PlacedMark<RuleMark>, in plot: PlotArea, _ row: Int
  ) -> (start: Point, end: Point)? {
    let isVertical = mark.parameters.isVertical
    let (across, along): (Channel, Channel) = isVertical ? (.x, .y) : (.y, .x)
    guard
      let place = plot.slotMiddle(of: mark, row, across)
        ?? (mark.has(across)
          ? plot.middle(isVertical ? mark.x(row) : mark.y(row), across)
          : ownPlace(of: mark, across, in: plot)),
      let (from, to) = ends(of: mark, along, in: plot, row)
    else { return nil }
    return isVertical
      ? (Point(place, from), Point(place, to)) : (Point(from, place), Point(to, place))
  }

  /// Returns the line.
  public static func draw(_ mark: PlacedMark<RuleMark>, in plot: PlotArea) throws -> MarkDrawing {
    guard let (start, end) = line(mark, in: plot, mark.row) else { return MarkDrawing() }
    plot.noteSlots(of: mark)
    let stroke = Stroke(
      try plot.color(mark, default: .secondary), width: plot.lineWidth(mark, default: width),
      cap: mark.style.lineCap ?? .butt, dash: try plot.dash(mark))
    return MarkDrawing(
      items: [.stroke(.segment(start, end), stroke)], anchor: Rect(start, end),
      lines: [[start, end]])
  }

  /// Returns many lines without dashes as one item of thin rectangles.
  public static func drawColumns(
    _ mark: PlacedMark<RuleMark>, in plot: PlotArea
  ) throws -> MarkDrawing? {
    guard try !plot.hasDashes(mark), mark.style.lineCap ?? .butt == .butt else { return nil }
    plot.noteSlots(of: mark)
    let half = (mark.style.lineWidth ?? width) / 2
    let reach =
      mark.parameters.isVertical
      ? Insets(top: 0, leading: -half, bottom: 0, trailing: -half)
      : Insets(top: -half, leading: 0, bottom: -half, trailing: 0)
    let columns = RectColumns(mark, in: plot, overhang: half) { row in
      line(mark, in: plot, row).map { (Rect($0.start, $0.end).inset(by: reach), .all) }
    }
    return try columns.drawing(mark, in: plot, radius: 0, color: .secondary, clipReach: half)
  }

  /// The place of a line that has no value across.
  private static func ownPlace(
    of mark: PlacedMark<RuleMark>, _ across: Channel, in plot: PlotArea
  ) -> Double {
    across == .x
      ? mark.parameters.place.map { plot.rect.minX + $0 } ?? plot.data.midX
      : mark.parameters.place.map { plot.rect.minY + $0 } ?? plot.data.midY
  }

  private static func ends(
    of mark: PlacedMark<RuleMark>, _ along: Channel, in plot: PlotArea, _ row: Int
  ) -> (Double, Double)? {
    func edge(_ position: AnnotationPosition) -> Rect {
      plot.edge(of: mark, row) { $0 == position }
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
    let value = along == .x ? mark.x(row) : mark.y(row)
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
