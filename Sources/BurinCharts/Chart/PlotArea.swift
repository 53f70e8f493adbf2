public import BurinGeometry
public import BurinScene

/// Where marks are drawn: the rectangle, the scales, the colours of the series.
public struct PlotArea {
  /// The plot's rectangle, in the figure's coordinates.
  public var rect: Rect
  /// The rectangle without the room that labels at its edges took; the scales span this one.
  public var data: Rect
  /// The horizontal scale.
  public var x: AxisScale
  /// The vertical scale.
  public var y: AxisScale
  /// Fonts, theme and language.
  public var context: LayoutContext
  /// The colours of the series by key.
  var seriesColors: [String: ThemeColor]
  /// The keys by which bars stand side by side, in order.
  var positionKeys: [String]
  /// The sums on which stacked bars stand, by the position of the mark.
  var stackBase: [Int: Double] = [:]
  /// The least distance between bars that stand at numbers of x, and of y.
  var barStep: (x: Double?, y: Double?)
  /// The boxes of the chart's points, off which names of contours keep.
  var points: [Rect] = []
  /// The position of the mark being drawn.
  var markIndex = 0

  /// The place of a pair of values, or nil where a scale does not know one of them.
  public func point(_ x: PlottableValue, _ y: PlottableValue) -> Point? {
    guard let px = self.x.position(x.datum), let py = self.y.position(y.datum) else { return nil }
    return Point(px, py)
  }

  /// The colour of a mark: its own, its series', or the accent.
  public func color(_ options: MarkOptions, default color: ThemeColor = .accent) throws -> Color {
    let chosen = options.color ?? options.series.flatMap { seriesColors[$0.key] } ?? color
    return try context.color(chosen.opacity(options.opacity))
  }
}
