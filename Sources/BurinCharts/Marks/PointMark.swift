public import BurinGeometry
import BurinScene

/// A point.
///
/// ```swift
/// PointMark(x: .value("p", 0.9), y: .value("H", 0.469)).symbolSize(60)   // square points
/// ```
public struct PointMark: Mark {
  /// The name in words.
  public static let markName = "point"
  /// Points use colour, opacity and everything about symbols.
  public static let modifiers: MarkModifiers = [
    .color, .opacity, .symbol, .symbolSize, .position,
  ]
  /// Points stand side by side within a band.
  public static let transforms: [LayerTransform] = [.filter, .dodge]
  /// A point on the edge is shown whole.
  public static let edge = MarkEdge.whole
  /// A legend shows the symbol.
  public static let swatch = LegendSwatch.point
  /// Labels keep a distance on all sides.
  public static let isPoint = true

  /// Places in points, where there are no values, and the rim.
  public struct Parameters: Hashable, Sendable {
    var x: Double?
    var y: Double?
    /// Whether a rim of canvas may set the point off.
    var hasRim = true
  }

  /// Automatic axes show zero.
  public static let includesZero = true

  /// The values of the point.
  public var channels: MarkChannels
  /// Places in points, where there are no values.
  public var parameters = Parameters()

  /// Adds the mark to a chart.
  public func collect(into collector: inout ChartCollector) { collector.add(self) }

  /// Makes a point.
  @inlinable
  public init<X: Plottable, Y: Plottable>(x: PlottableValue<X>, y: PlottableValue<Y>) {
    self.init(x.channelValue, y.channelValue)
  }

  @usableFromInline
  init(_ x: ChannelValue, _ y: ChannelValue) {
    channels = MarkChannels(x: .init(x), y: .init(y))
  }

  /// Makes a point on the horizontal axis, in the middle of the plot's height.
  public init<X: Plottable>(x: PlottableValue<X>) { channels = MarkChannels(x: .init(x)) }

  /// Makes a point at a place of x, and at a distance from the top of the plot in points.
  public init<X: Plottable>(x: PlottableValue<X>, y: Double?) {
    channels = MarkChannels(x: .init(x))
    parameters = Parameters(y: y)
  }

  /// Makes a point at a place of y, and at a distance from the left of the plot in points.
  public init<Y: Plottable>(x: Double?, y: PlottableValue<Y>) {
    channels = MarkChannels(y: .init(y))
    parameters = Parameters(x: x)
  }

  /// Makes a point on the vertical axis, in the middle of the plot's width.
  public init<Y: Plottable>(y: PlottableValue<Y>) { channels = MarkChannels(y: .init(y)) }

  private static func center(_ mark: PlacedMark<PointMark>, in plot: PlotArea, _ row: Int) -> Point?
  {
    let own = mark.parameters
    let x =
      mark.has(.x)
      ? plot.middle(mark.x(row), .x) : own.x.map { plot.rect.minX + $0 } ?? plot.data.midX
    let y =
      mark.has(.y)
      ? plot.middle(mark.y(row), .y) : own.y.map { plot.rect.minY + $0 } ?? plot.data.midY
    guard let x, let y else { return nil }
    return Point(
      plot.slotMiddle(of: mark, row, .x) ?? x, plot.slotMiddle(of: mark, row, .y) ?? y)
  }

  private static func box(_ mark: PlacedMark<PointMark>, in plot: PlotArea) -> Rect? {
    let size = plot.symbolSize(mark)
    return center(mark, in: plot, mark.row).map { Rect(center: $0, size: size) }
  }

  /// The square that the point fills.
  public static func obstacles(_ mark: PlacedMark<PointMark>, in plot: PlotArea) -> [Rect] {
    box(mark, in: plot).map { [$0] } ?? []
  }

  /// The most points of one layer that are set off from what lies below them by a rim.
  static let rimLimit = 100

  /// Returns the point, with a thin rim of canvas that sets it off from lines.
  ///
  /// Points that are translucent, small or many have no rim, which would hide what lies below.
  public static func draw(_ mark: PlacedMark<PointMark>, in plot: PlotArea) throws -> MarkDrawing {
    plot.noteSlots(of: mark)
    if mark.style.hasEffects, let content = mark.style.effects.symbolContent {
      guard let center = center(mark, in: plot, mark.row) else { return MarkDrawing() }
      let (items, box) = try content.drawing(around: center, plot.context)
      return MarkDrawing(
        items: items, anchor: box, place: Rect(center: center, size: .zero), solids: [box])
    }
    guard let box = box(mark, in: plot) else { return MarkDrawing() }
    let own = mark.parameters
    let color = try plot.color(mark)
    let canvas = try plot.context.color(.canvas)
    let symbol = try plot.symbol(mark)
    let hasRim =
      own.hasRim && color.isOpaque && box.width >= 4 && mark.table.layer.count <= rimLimit
    let item = symbol.item(
      in: box, color: color, ground: color.isOpaque ? canvas : nil,
      rim: hasRim ? Stroke(canvas, width: 1.2) : nil)
    return MarkDrawing(
      items: [.path(item)], anchor: box, place: Rect(center: box.center, size: .zero), solids: [box]
    )
  }

  /// Returns many points as one item; those whose middles lie outside of the plot are left out.
  public static func drawColumns(
    _ mark: PlacedMark<PointMark>, in plot: PlotArea
  ) throws -> MarkDrawing? {
    plot.noteSlots(of: mark)
    let canvas = try plot.context.color(.canvas)
    let columns = MarkColumns(mark, in: plot)
    var places = ColumnPlaces()
    var (x, y, rows): ([Double], [Double], [Int]) = ([], [], [])
    x.reserveCapacity(mark.rows.count)
    y.reserveCapacity(mark.rows.count)
    func add(_ row: Int, _ center: Point) {
      guard plot.rect.contains(Rect(center, center), tolerance: 0.5) else {
        places.addOutside(row)
        return
      }
      x.append(center.x)
      y.append(center.y)
      if columns.needsRows { rows.append(row) }
    }
    if mark.has(.x), mark.has(.y), mark.table.slots.isEmpty {
      for rows in mark.rows.chunks {
        let (middlesX, middlesY) = (
          plot.middles(of: mark, rows, .x), plot.middles(of: mark, rows, .y)
        )
        for (index, row) in rows.enumerated() {
          let center = Point(middlesX[index], middlesY[index])
          if !center.x.isNaN, !center.y.isNaN { add(row, center) }
        }
      }
    } else {
      for row in mark.rows {
        if let center = center(mark, in: plot, row) { add(row, center) }
      }
    }
    guard !x.isEmpty else {
      var drawing = MarkDrawing()
      drawing.places = places
      return drawing
    }
    let color = try columns.color(rows, mark, in: plot)
    guard
      let symbol = try columns.symbol(
        rows, mark, in: plot,
        { form, color in
          form.pointSymbol(ground: color.isOpaque ? canvas : nil)
        })
    else { return nil }
    let diameter = columns.diameter(rows, mark, in: plot)
    let item = PointsItem(x: x, y: y, symbol: symbol, diameter: diameter, color: color)
    var drawing = MarkDrawing(items: [.points(item)], anchor: item.bounds)
    drawing.places = places
    // Labels at the plot's edges keep off the points that reach out of it.
    if item.bounds.map({ plot.rect.contains($0) }) == false {
      let reaching = (0..<x.count).lazy.map { item.bounds($0) }.filter { !plot.rect.contains($0) }
      drawing.solids = Array(reaching.prefix(solidLimit))
    }
    return drawing
  }

  /// The most points at the plot's edges that its labels keep off.
  private static let solidLimit = 1_000
}
