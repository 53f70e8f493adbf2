import BurinGeometry
import BurinScene

/// A line through data points; points of one series and one style make one line.
///
/// ```swift
/// ForEach(months) { month in
///   LineMark(x: .value("Month", month.date), y: .value("°C", month.celsius))
///     .foregroundStyle(by: .value("City", month.city))
/// }
/// ```
///
/// Points that are not finite break the line; a point between two breaks is a dot.
public struct LineMark: Mark {
  /// The name in words.
  public static let markName = "line"
  /// Lines use everything about strokes and symbols.
  public static let modifiers: MarkModifiers = [
    .color, .opacity, .lineWidth, .dash, .interpolation, .symbol, .symbolSize, .series,
  ]
  /// Points are joined.
  public static let transforms: [LayerTransform] = [.join]
  /// Lines are cut at the edge of the plot.
  public static let edge = MarkEdge.clipped
  /// A legend shows a stretch of the line.
  public static let swatch = LegendSwatch.line
  /// Automatic axes show zero.
  public static let includesZero = true

  /// Whether the line was reduced before.
  public struct Parameters: Hashable, Sendable {
    var isReduced = false
  }

  /// The values of the point.
  public var channels: MarkChannels
  /// Whether the line was reduced before.
  public var parameters = Parameters()

  /// Adds the mark to a chart.
  public func collect(into collector: inout ChartCollector) { collector.add(self) }

  /// Makes one point of a line.
  @inlinable
  public init<X: Plottable, Y: Plottable>(x: PlottableValue<X>, y: PlottableValue<Y>) {
    self.init(x.channelValue, y.channelValue)
  }

  @usableFromInline
  init(_ x: ChannelValue, _ y: ChannelValue) {
    channels = MarkChannels(x: .init(x), y: .init(y))
  }

  /// Makes one point of the line of a series.
  public init<X: Plottable, Y: Plottable, S: Plottable>(
    x: PlottableValue<X>, y: PlottableValue<Y>, series: PlottableValue<S>
  ) {
    channels = MarkChannels(x: .init(x), y: .init(y), series: series.channelValue)
  }

  /// Returns the line.
  public static func draw(_ mark: PlacedMark<LineMark>, in plot: PlotArea) throws -> MarkDrawing {
    let middle = plot.rect.midX
    // Symbols need all points; a line alone has no more of them than it shows.
    let hasSymbols = mark.style.symbol != nil || !mark.field(.symbol).isNaN
    let isReduced = mark.parameters.isReduced
    let width = LineDrawing.columnWidth(mark.style.interpolation ?? .linear)
    var segments: [[Point]] = []
    var line = PolylineReducer(columnWidth: hasSymbols || isReduced ? nil : width, middle: middle)
    for rows in mark.rows.chunks {
      let (x, y) = (plot.middles(of: mark, rows, .x), plot.middles(of: mark, rows, .y))
      for index in x.indices {
        if x[index].isNaN || y[index].isNaN {
          segments.append(line.finish())
        } else {
          line.add(Point(x[index], y[index]))
        }
      }
    }
    segments.append(line.finish())
    var drawing = try LineDrawing(
      segments: segments.filter { !$0.isEmpty }, middle: middle, isReduced: isReduced
    ).drawing(of: mark, in: plot)
    drawing.overlay += try contents(mark, in: plot)
    return drawing
  }

  /// The content that stands for symbols at the points of a line.
  private static func contents(
    _ mark: PlacedMark<LineMark>, in plot: PlotArea
  ) throws -> [SceneItem] {
    guard mark.table.layer.runs.contains(where: { $0.style.hasEffects }) else { return [] }
    return try mark.rows.flatMap { row -> [SceneItem] in
      guard let style = mark.table.layer.run(of: row)?.style, style.hasEffects,
        let content = style.effects.symbolContent, let point = plot.point(of: mark, row),
        plot.rect.inset(by: -0.5).contains(point)
      else { return [] }
      return try content.drawing(around: point, plot.context).items
    }
  }
}

/// Draws polylines with a mark's style; shared by lines of data and of functions.
struct LineDrawing {
  var segments: [[Point]]
  /// The middle of the plot, where lines of data must be mirrored with it.
  var middle: Double?
  /// Whether all points are drawn.
  var isReduced = false

  /// The width of the columns of which four points are drawn, in points: so little that pixels at
  /// two for each point are the same with all points.
  private static let finestColumn = 1.0 / 128

  /// The width of the columns of which four points are drawn by a method, in points.
  static func columnWidth(_ method: InterpolationMethod) -> Double {
    method.isStraight ? finestColumn : 0.25
  }

  func drawing<M: Mark>(of mark: PlacedMark<M>, in plot: PlotArea) throws -> MarkDrawing {
    let dash = try drawnDash(of: mark, in: plot)
    let color = try plot.baseColor(mark)
    let opacity = plot.opacity(mark)
    let width = plot.lineWidth(mark, default: 2.2)
    let hasSymbols = mark.style.symbol != nil || !mark.field(.symbol).isNaN
    let paint = hasSymbols ? color : color.opacity(opacity)
    let stroke = Stroke(
      paint, width: width, cap: mark.style.lineCap ?? (dash.isEmpty ? .round : .butt),
      join: mark.style.lineJoin ?? .round, dash: dash)
    var path = Path()
    var dots: [SceneItem] = []
    let method = mark.style.interpolation ?? .linear
    for segment in segments {
      if segment.count > 1 {
        path.append(
          method.path(
            through: isReduced
              ? segment
              : segment.decimated(
                columnWidth: middle == nil ? 0.25 : Self.columnWidth(method), middle: middle)))
      } else if let point = segment.first {
        // Large enough for its colour to be told.
        dots.append(.fill(.circle(point, radius: 1.25 * width), paint))
      }
    }
    let items: [SceneItem] = (path.isEmpty ? [] : [.stroke(path, stroke)]) + dots
    // Labels see no more of a line than a reader does.
    let lines = segments.filter { $0.count > 1 }.map {
      $0.count > 4_096 ? $0.decimated(middle: middle) : $0
    }
    let points = segments.joined()
    var drawing = MarkDrawing(
      items: items, anchor: path.bounds ?? Rect.bounds(of: points),
      place: Rect.bounds(of: points), lines: lines)
    if hasSymbols { drawing.overlay = try symbols(of: mark, paint, in: plot) }
    return drawing
  }

  /// The most dashes that a line is drawn with.
  ///
  /// A usual width and pattern would cover a page of 1000 by 1000 points twice over, and Cairo takes
  /// a second for some 500,000.
  private static let dashLimit = 200_000.0

  /// Returns the dashes of a mark's line; none for a line so long that they run together.
  private func drawnDash<M: Mark>(of mark: PlacedMark<M>, in plot: PlotArea) throws -> [Double] {
    let dash = try plot.dash(mark)
    let period = dash.reduce(0, +) / Double(max(1, dash.count)) * 2
    // Few points can be far outside of the plot, where renderers draw no dashes.
    guard period > 0, segments.contains(where: { $0.count > 1_000 }) else { return dash }
    let length = segments.reduce(0.0) { sum, points in
      zip(points, points.dropFirst()).reduce(sum) { $0 + $1.0.distance(to: $1.1) }
    }
    guard length / period > Self.dashLimit else { return dash }
    plot.context.note(
      Diagnostic(
        "a \(M.markName) of \(segments.reduce(0) { $0 + $1.count }) points has more dashes than can be told apart and is drawn solid; draw fewer points, or leave out the dash"
      ))
    return []
  }

  private func symbols<M: Mark>(
    of mark: PlacedMark<M>, _ color: RGBColor, in plot: PlotArea
  ) throws -> [SceneItem] {
    let (symbol, size) = (try plot.symbol(mark), plot.symbolSize(mark))
    let canvas = try plot.context.color(.canvas)
    let points = segments.joined().filter { plot.rect.inset(by: -0.5).contains($0) }
    if points.count > MarkLayout.columnLimit, size.width == size.height,
      let form = symbol.pointSymbol(ground: canvas)
    {
      return [
        .points(
          PointsItem(
            x: points.map(\.x), y: points.map(\.y), symbol: .constant(form),
            diameter: .constant(size.width), color: .constant(color)))
      ]
    }
    return points.map { point in
      let box = Rect(center: point, size: size)
      return .path(symbol.item(in: box, color: color, ground: canvas))
    }
  }
}

extension Rect {
  /// The smallest rectangle around points; nil for none.
  static func bounds(of points: some Sequence<Point>) -> Rect? {
    var result: (minX: Double, minY: Double, maxX: Double, maxY: Double)?
    for point in points {
      let known = result ?? (point.x, point.y, point.x, point.y)
      result = (
        min(known.minX, point.x), min(known.minY, point.y), max(known.maxX, point.x),
        max(known.maxY, point.y)
      )
    }
    return result.map { Rect(Point($0.minX, $0.minY), Point($0.maxX, $0.maxY)) }
  }
}
