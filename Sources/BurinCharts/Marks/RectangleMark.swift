import BurinGeometry
import BurinScene

/// A rectangle between two values on either axis, or in a cell of both.
///
/// ```swift
/// RectangleMark(xStart: .value("From", 0), xEnd: .value("To", 0.9),
///               yStart: .value("Low", 0), yEnd: .value("High", 0.152))
/// RectangleMark(x: .value("Hour", 7), y: .value("Day", "Mon"))   // a cell of a heat map
/// ```
///
/// A missing pair spans the plot. Labels of other marks keep off a rectangle that is bounded both
/// ways; one that spans the plot is a backdrop on which they may stand.
public struct RectangleMark: Mark {
  /// The border and the size of a cell.
  public struct Parameters: Hashable, Sendable {
    var border: Color?
    var width = MarkDimension.automatic
    var height = MarkDimension.automatic
    /// Sides in points from the left and the top of the plot, where there are no values.
    var x: MarkSides?
    var y: MarkSides?
  }

  /// The name in words.
  public static let markName = "rectangle"
  /// Rectangles use colour, opacity, rounded corners, the width of their border and slots.
  public static let modifiers: MarkModifiers = [
    .color, .opacity, .cornerRadius, .lineWidth, .position, .ends,
  ]
  /// Cells take places along both axes.
  public static let transforms: [LayerTransform] = [.cells, .filter, .dodge]
  /// Rectangles may stand on an axis.
  public static let coverage = MarkCoverage.part
  /// A border along the edge is shown in full width.
  public static let edge = MarkEdge.clipped

  /// The values of the rectangle.
  public var channels: MarkChannels
  /// The border and the size of a cell.
  public var parameters: Parameters

  /// Adds the mark to a chart.
  public func collect(into collector: inout ChartCollector) { collector.add(self) }

  /// Makes a rectangle between two values on both axes.
  public init<X: Plottable, Y: Plottable>(
    xStart: PlottableValue<X>, xEnd: PlottableValue<X>, yStart: PlottableValue<Y>,
    yEnd: PlottableValue<Y>, border: Color? = nil
  ) {
    channels = MarkChannels(x: .init(xStart, xEnd), y: .init(yStart, yEnd))
    parameters = Parameters(border: border)
  }

  /// Makes a rectangle between two values of x, as high as the plot or between two distances from
  /// its top, in points.
  public init<X: Plottable>(
    xStart: PlottableValue<X>, xEnd: PlottableValue<X>, yStart: Double? = nil,
    yEnd: Double? = nil, border: Color? = nil
  ) {
    channels = MarkChannels(x: .init(xStart, xEnd))
    parameters = Parameters(border: border, y: MarkSides(yStart, yEnd))
  }

  /// Makes a rectangle between two values of y, as wide as the plot or between two distances from
  /// its left, in points.
  public init<Y: Plottable>(
    xStart: Double? = nil, xEnd: Double? = nil, yStart: PlottableValue<Y>,
    yEnd: PlottableValue<Y>, border: Color? = nil
  ) {
    channels = MarkChannels(y: .init(yStart, yEnd))
    parameters = Parameters(border: border, x: MarkSides(xStart, xEnd))
  }

  /// Makes a rectangle between distances from the left and the top of the plot, in points; nil for its
  /// edges.
  public init(
    xStart: Double? = nil, xEnd: Double? = nil, yStart: Double? = nil, yEnd: Double? = nil
  ) {
    channels = MarkChannels()
    parameters = Parameters(x: MarkSides(xStart, xEnd), y: MarkSides(yStart, yEnd))
  }

  /// Makes a rectangle at a place of x, as high as the plot or between two distances from its top,
  /// in points.
  public init<X: Plottable>(
    x: PlottableValue<X>, yStart: Double? = nil, yEnd: Double? = nil,
    width: MarkDimension = .automatic
  ) {
    channels = MarkChannels(x: .init(x))
    parameters = Parameters(width: width, y: MarkSides(yStart, yEnd))
  }

  /// Makes a rectangle at a place of y, as wide as the plot or between two distances from its left,
  /// in points.
  public init<Y: Plottable>(
    xStart: Double? = nil, xEnd: Double? = nil, y: PlottableValue<Y>,
    height: MarkDimension = .automatic
  ) {
    channels = MarkChannels(y: .init(y))
    parameters = Parameters(height: height, x: MarkSides(xStart, xEnd))
  }

  /// Makes a cell at a place of both axes.
  public init<X: Plottable, Y: Plottable>(
    x: PlottableValue<X>, y: PlottableValue<Y>, width: MarkDimension = .automatic,
    height: MarkDimension = .automatic
  ) {
    channels = MarkChannels(x: .init(x), y: .init(y))
    parameters = Parameters(width: width, height: height)
  }

  /// Makes a rectangle at a place of x, between two values of y.
  public init<X: Plottable, Y: Plottable>(
    x: PlottableValue<X>, yStart: PlottableValue<Y>, yEnd: PlottableValue<Y>,
    width: MarkDimension = .automatic
  ) {
    channels = MarkChannels(x: .init(x), y: .init(yStart, yEnd))
    parameters = Parameters(width: width)
  }

  /// Makes a rectangle at a place of y, between two values of x.
  public init<X: Plottable, Y: Plottable>(
    xStart: PlottableValue<X>, xEnd: PlottableValue<X>, y: PlottableValue<Y>,
    height: MarkDimension = .automatic
  ) {
    channels = MarkChannels(x: .init(xStart, xEnd), y: .init(y))
    parameters = Parameters(height: height)
  }

  private static func side(
    _ mark: PlacedMark<RectangleMark>, _ channel: Channel, in plot: PlotArea, _ row: Int
  ) -> (Double, Double)? {
    let scale = plot.scale(channel)
    let value = channel == .x ? mark.x(row) : mark.y(row)
    let dimension = channel == .x ? mark.parameters.width : mark.parameters.height
    switch mark.run.form(channel) {
    case .none:
      let own = channel == .x ? mark.parameters.x : mark.parameters.y
      let origin = channel == .x ? plot.rect.minX : plot.rect.minY
      let (start, end) = (own?.start.map { origin + $0 }, own?.end.map { origin + $0 })
      return channel == .x
        ? (
          start ?? plot.edge(of: mark, row) { $0 == .leading }.minX,
          end ?? plot.edge(of: mark, row) { $0 == .trailing }.maxX
        )
        : (
          start ?? plot.edge(of: mark, row) { $0.isAbove }.minY,
          end ?? plot.edge(of: mark, row) { $0.isBelow }.maxY
        )
    case .ends:
      // Between categories, from the outer edge of one band to that of the other.
      func sides(_ end: Double) -> (Double, Double)? {
        scale.isBand ? scale.extent(end) : scale.position(end).map { ($0, $0) }
      }
      guard let start = sides(value.start), let end = sides(value.end) else { return nil }
      return (min(start.0, start.1, end.0, end.1), max(start.0, start.1, end.0, end.1))
    case .value, .stretch:
      if let room = plot.slotRoom(of: mark, row, channel) {
        return dimension.extent(room, step: room.1 - room.0)
      }
      let isStretch = mark.run.form(channel) == .stretch
      if isStretch, dimension == .automatic, !scale.isBand {
        guard let a = scale.position(value.start), let b = scale.position(value.end) else {
          return nil
        }
        return (min(a, b), max(a, b))
      }
      if dimension != .automatic || isStretch {
        return plot.extent(value, channel, isStretch: isStretch, dimension)
      }
      // Cells touch.
      return scale.span(value.start, half: (scale.step ?? 16) / 2)
    }
  }

  private static func rect(
    _ mark: PlacedMark<RectangleMark>, in plot: PlotArea, _ row: Int
  ) -> Rect? {
    guard let (x0, x1) = side(mark, .x, in: plot, row), let (y0, y1) = side(mark, .y, in: plot, row)
    else { return nil }
    return plot.nearby(Rect(Point(x0, y0), Point(x1, y1)))
  }

  /// Returns many rectangles without a border as one item.
  public static func drawColumns(
    _ mark: PlacedMark<RectangleMark>, in plot: PlotArea
  ) throws -> MarkDrawing? {
    guard mark.parameters.border == nil else { return nil }
    plot.noteSlots(of: mark)
    let isCell = [Channel.x, .y].contains { [.value, .stretch].contains(mark.run.form($0)) }
    // Neighbours overlap by as much as the line under which single ones meet.
    let meets = try isCell && mark.style.cornerRadius == nil && plot.isOpaque(mark)
    let columns = RectColumns(mark, in: plot) { row in
      rect(mark, in: plot, row).map { ($0, .all) }
    }
    return try columns.drawing(
      mark, in: plot, radius: mark.style.cornerRadius ?? 0, overlap: meets ? 0.25 : 0,
      clipReach: (mark.style.lineWidth ?? 2.2) / 2)
  }

  /// Returns the rectangle.
  public static func draw(
    _ mark: PlacedMark<RectangleMark>, in plot: PlotArea
  ) throws -> MarkDrawing {
    try mark.parameters.width.check()
    try mark.parameters.height.check()
    guard let rect = rect(mark, in: plot, mark.row) else { return MarkDrawing() }
    plot.noteSlots(of: mark)
    if !mark.parameters.width.isUsable || !mark.parameters.height.isUsable {
      plot.context.note(
        Diagnostic("the size of a rectangle has no effect: it is not a finite number from 0"))
    }
    var stroke = try mark.parameters.border.map {
      Stroke(try plot.context.color($0), width: mark.style.lineWidth ?? 1)
    }
    let path = Path.roundedRect(rect, radius: mark.style.cornerRadius ?? 0)
    let opacity = plot.opacity(mark)
    // Fill and border fade as one.
    let isGroup = stroke != nil && opacity < 1
    let fill = try isGroup ? plot.baseColor(mark) : plot.color(mark)
    // A side of a given length meets no neighbour.
    let (width, height) = (mark.parameters.width, mark.parameters.height)
    func meetsNeighbours(_ channel: Channel, _ side: MarkDimension) -> Bool {
      let form = mark.run.form(channel)
      return (form == .value || form == .stretch) && side == .automatic
    }
    if stroke == nil, fill.isOpaque, mark.style.cornerRadius == nil,
      meetsNeighbours(.x, width) || meetsNeighbours(.y, height)
    {
      // Neighbours meet under this line, so that no ground shines through where their edges
      // cut pixels.
      stroke = Stroke(fill, width: 0.5)
    }
    let item = SceneItem.path(PathItem(path, fill: .color(fill), stroke: stroke))
    return MarkDrawing(
      items: [isGroup ? .group(SceneGroup(.mark, opacity: opacity, items: [item])) : item],
      anchor: rect, solids: mark.has(.x) && mark.has(.y) ? [rect] : [])
  }
}

/// Sides of a mark in points from the left or the top of the plot; nil for the plot's.
struct MarkSides: Hashable, Sendable {
  var start: Double?
  var end: Double?

  init?(_ start: Double?, _ end: Double?) {
    if start == nil, end == nil { return nil }
    (self.start, self.end) = (start, end)
  }
}

extension LayerTransform {
  /// Makes marks at single values of an axis occupy a place as wide as the distance between them.
  public static let cells = LayerTransform("cells") { (table, _) throws(ChartError) in
    for run in table.layer.runs {
      let own = run.parameters as? RectangleMark.Parameters
      // A line of fixed thickness has a place across, but none along its length.
      let isCell = run.form(.x) == .value && run.form(.y) == .value
      if run.form(.x) == .value, !isCell || own?.width.isFixed != true {
        table.placeAxes.insert(.x)
      }
      if run.form(.y) == .value, !isCell || own?.height.isFixed != true {
        table.placeAxes.insert(.y)
      }
    }
  }
}
