import BurinGeometry
import BurinScene

/// A bar from zero, or from a start, to a value at a place of the other axis.
///
/// ```swift
/// BarMark(x: .value("City", "Oslo"), y: .value("Rain", 63.5))
/// BarMark(x: .value("Marks", 40..<50), y: .value("Students", 12))          // a histogram's bar
/// BarMark(xStart: .value("Begin", 3), xEnd: .value("End", 8), y: .value("Task", "Build"))
/// ```
///
/// The bar is vertical where x is a category, a number or a time, and horizontal where y is a
/// category or a time or x has a start. Bars of one place stand side by side by `position(by:)`,
/// otherwise they stack.
public struct BarMark: Mark {
  /// The thickness and the way of stacking.
  public struct Parameters: Hashable, Sendable {
    var width = MarkDimension.automatic
    var height = MarkDimension.automatic
    var stacking = MarkStackingMethod.standard
    /// Sides across in points from the left or the top of the plot, where there are no values.
    var sides: MarkSides?
  }

  /// The name in words.
  public static let markName = "bar"
  /// Bars use colour, opacity, rounded corners and slots.
  public static let modifiers: MarkModifiers = [
    .color, .opacity, .cornerRadius, .position, .span, .series, .ends,
  ]
  /// Bars find their direction, stand side by side, then stack.
  public static let transforms: [LayerTransform] = [
    .orient, .filter, .dodge, .stack { ($0 as? Parameters)?.stacking ?? .standard },
  ]
  /// A bar that is cut shows a wrong length.
  public static let showsLength = true
  /// Bars stand on an axis.
  public static let coverage = MarkCoverage.part

  /// The values of the bar.
  public var channels: MarkChannels
  /// The thickness and the way of stacking.
  public var parameters: Parameters

  /// Adds the mark to a chart.
  public func collect(into collector: inout ChartCollector) { collector.add(self) }

  /// Makes a bar from zero.
  ///
  /// - Parameters:
  ///   - x: the place of a vertical bar, or the length of a horizontal one.
  ///   - y: the length of a vertical bar, or the place of a horizontal one.
  ///   - width: the thickness of a vertical bar.
  ///   - height: the thickness of a horizontal bar.
  ///   - stacking: how bars of one place stand on each other.
  public init<X: Plottable, Y: Plottable>(
    x: PlottableValue<X>, y: PlottableValue<Y>, width: MarkDimension = .automatic,
    height: MarkDimension = .automatic, stacking: MarkStackingMethod = .standard
  ) {
    channels = MarkChannels(x: .init(x), y: .init(y))
    parameters = Parameters(width: width, height: height, stacking: stacking)
  }

  /// Makes a vertical bar between two values.
  public init<X: Plottable, Y: Plottable>(
    x: PlottableValue<X>, yStart: PlottableValue<Y>, yEnd: PlottableValue<Y>,
    width: MarkDimension = .automatic
  ) {
    channels = MarkChannels(x: .init(x), y: .init(yStart, yEnd))
    parameters = Parameters(width: width)
  }

  /// Makes a horizontal bar between two values.
  public init<X: Plottable, Y: Plottable>(
    xStart: PlottableValue<X>, xEnd: PlottableValue<X>, y: PlottableValue<Y>,
    height: MarkDimension = .automatic
  ) {
    channels = MarkChannels(x: .init(xStart, xEnd), y: .init(y))
    parameters = Parameters(height: height)
  }

  /// Makes a horizontal bar as thick as the plot is high; several stack to one bar.
  ///
  /// - Parameters:
  ///   - x: the length.
  ///   - yStart: where the upper side lies, in points from the top of the plot; nil for its edge.
  ///   - yEnd: where the lower side lies, likewise.
  ///   - width: has no effect on a horizontal bar, and a diagnostic says so.
  ///   - height: the thickness, around the middle between the sides.
  ///   - stacking: how bars stand on each other.
  public init<X: Plottable>(
    x: PlottableValue<X>, yStart: Double? = nil, yEnd: Double? = nil,
    width: MarkDimension = .automatic, height: MarkDimension = .automatic,
    stacking: MarkStackingMethod = .standard
  ) {
    channels = MarkChannels(x: .init(x))
    parameters = Parameters(
      width: width, height: height, stacking: stacking, sides: MarkSides(yStart, yEnd))
  }

  /// Makes a vertical bar as thick as the plot is wide; several stack to one bar.
  ///
  /// - Parameters:
  ///   - xStart: where the left side lies, in points from the left of the plot; nil for its edge.
  ///   - xEnd: where the right side lies, likewise.
  ///   - y: the length.
  ///   - width: the thickness, around the middle between the sides.
  ///   - height: has no effect on a vertical bar, and a diagnostic says so.
  ///   - stacking: how bars stand on each other.
  public init<Y: Plottable>(
    xStart: Double? = nil, xEnd: Double? = nil, y: PlottableValue<Y>,
    width: MarkDimension = .automatic, height: MarkDimension = .automatic,
    stacking: MarkStackingMethod = .standard
  ) {
    channels = MarkChannels(y: .init(y))
    parameters = Parameters(
      width: width, height: height, stacking: stacking, sides: MarkSides(xStart, xEnd))
  }

  /// Makes a horizontal bar between two values, as thick as the plot is high or between two
  /// distances from its top, in points.
  public init<X: Plottable>(
    xStart: PlottableValue<X>, xEnd: PlottableValue<X>, yStart: Double? = nil,
    yEnd: Double? = nil, height: MarkDimension = .automatic
  ) {
    channels = MarkChannels(x: .init(xStart, xEnd))
    parameters = Parameters(height: height, sides: MarkSides(yStart, yEnd))
  }

  /// Makes a vertical bar between two values, as thick as the plot is wide or between two distances
  /// from its left, in points.
  public init<Y: Plottable>(
    xStart: Double? = nil, xEnd: Double? = nil, yStart: PlottableValue<Y>,
    yEnd: PlottableValue<Y>, width: MarkDimension = .automatic
  ) {
    channels = MarkChannels(y: .init(yStart, yEnd))
    parameters = Parameters(width: width, sides: MarkSides(xStart, xEnd))
  }

  /// The room of a bar across, without slots.
  private static func across(
    _ mark: PlacedMark<BarMark>, in plot: PlotArea, _ row: Int
  ) -> (Double, Double)? {
    let channel = mark.table.placeAxis
    let own = mark.isHorizontal ? mark.parameters.height : mark.parameters.width
    let dimension =
      own == .automatic && mark.style.hasEffects ? mark.style.effects.span : own
    guard mark.has(channel) else {
      let whole =
        channel == .x ? (plot.data.minX, plot.data.maxX) : (plot.data.minY, plot.data.maxY)
      let origin = channel == .x ? plot.rect.minX : plot.rect.minY
      let sides = mark.parameters.sides
      let room = (
        sides?.start.map { origin + $0 } ?? whole.0, sides?.end.map { origin + $0 } ?? whole.1
      )
      return dimension.extent(
        (min(room.0, room.1), max(room.0, room.1)), step: abs(room.1 - room.0))
    }
    let value = mark.isHorizontal ? mark.y(row) : mark.x(row)
    return plot.extent(
      value, channel, isStretch: mark.run.form(channel) == .stretch, dimension)
  }

  /// A bar's rectangle, the corners of its outer ends, and its thickness.
  private struct Bar {
    var rect: Rect
    var corners: Path.Corners
    var thickness: Double
    /// The side at its outer end; nil where another bar stands on it.
    var side: AnnotationPosition?
    /// What is painted of a bar on which another one stands: it reaches under that one, so that no
    /// ground shines through where their edges cut pixels.
    var joined: Rect

    /// The bar without what its thickness alone reaches out of a plot.
    func place(in plot: Rect, isHorizontal: Bool) -> Rect {
      let middle = rect.center
      if isHorizontal, middle.y >= plot.minY, middle.y <= plot.maxY {
        return Rect(
          minX: rect.minX, minY: max(rect.minY, plot.minY), maxX: rect.maxX,
          maxY: min(rect.maxY, plot.maxY))
      }
      if !isHorizontal, middle.x >= plot.minX, middle.x <= plot.maxX {
        return Rect(
          minX: max(rect.minX, plot.minX), minY: rect.minY, maxX: min(rect.maxX, plot.maxX),
          maxY: rect.maxY)
      }
      return rect
    }

    /// The radius of corners that have none of their own.
    var radius: Double { min(3, thickness / 6) }
  }

  /// How far a bar reaches under one that stands on it, in points.
  private static let overlap = 0.5

  /// The bar of a row; the outer end of a stack is round, a floating bar at both ends.
  private static func bar(
    _ mark: PlacedMark<BarMark>, in plot: PlotArea, _ row: Int
  ) throws -> Bar? {
    let lengthAxis = mark.table.lengthAxis
    let along = plot.scale(lengthAxis)
    let (start, end) = mark.isHorizontal ? mark.x(row) : mark.y(row)
    guard var (low, high) = across(mark, in: plot, row) else { return nil }
    guard let to = along.position(end) else { return nil }
    guard let from = along.position(start) else {
      throw ChartError.scale(
        axis: lengthAxis.name,
        reason:
          "a bar from \(start) to \(end) has no start on this scale; bars start at zero, which a logarithmic scale does not have: draw points, or give \(lengthAxis.name)Start and \(lengthAxis.name)End"
      )
    }
    (low, high) = plot.slot(of: mark, row, in: (low, high))
    let rect =
      mark.isHorizontal
      ? Rect(Point(from, low), Point(to, high)) : Rect(Point(low, from), Point(high, to))
    let isRising = mark.isHorizontal ? to >= from : to <= from
    let outer: Path.Corners =
      mark.isHorizontal
      ? (isRising ? [.topTrailing, .bottomTrailing] : [.topLeading, .bottomLeading])
      : (isRising ? .top : .bottom)
    // A bar that floats is round at both ends, one that stands on zero at the other only.
    let floats = mark.hasEnds(lengthAxis) && start != 0
    let isOuterEnd = mark.table.isOuterEnd.isEmpty || mark.table.isOuterEnd[row]
    var corners = isOuterEnd ? outer : []
    // A radius that was asked for rounds the whole mark, but for what stands in a stack; a stack
    // around the middle stands on nothing.
    let isFree = !mark.table.isOuterStart.isEmpty && mark.table.isOuterStart[row]
    if isFree || mark.style.cornerRadius != nil && start == 0 {
      corners.formUnion(Path.Corners.all.subtracting(outer))
    }
    let side: AnnotationPosition =
      mark.isHorizontal ? (isRising ? .trailing : .leading) : (isRising ? .top : .bottom)
    var joined = rect
    if !isOuterEnd, let stackEnd = along.position(mark.table.stackEnds[row]) {
      // Not beyond what stands on it, and by no more than what is seen of the bar itself.
      let reach = min(overlap, abs(to - from))
      let reached = to + (stackEnd - to).clamped(to: -reach...reach)
      let end = mark.isHorizontal ? Point(reached, high) : Point(high, reached)
      joined = Rect(mark.isHorizontal ? Point(from, low) : Point(low, from), end)
    }
    return Bar(
      rect: plot.nearby(rect), corners: floats ? .all : corners, thickness: high - low,
      side: isOuterEnd ? side : nil, joined: plot.nearby(joined))
  }

  /// Notes a thickness that bars of the direction do not have.
  private static func checkThickness(
    _ mark: PlacedMark<BarMark>, in plot: PlotArea
  ) throws {
    try mark.parameters.width.check()
    try mark.parameters.height.check()
    let used = mark.isHorizontal ? mark.parameters.height : mark.parameters.width
    if !used.isUsable {
      plot.context.note(
        Diagnostic("the thickness of a bar has no effect: it is not a finite number from 0"))
    }
    if mark.style.hasEffects, let axis = mark.style.effects.positionAxis,
      (axis == .vertical) != mark.isHorizontal
    {
      plot.context.note(
        Diagnostic(
          "position(by:axis:) has no effect along the length of bars; they stand side by side along the other axis"
        ))
    }
    let unused = mark.isHorizontal ? mark.parameters.width : mark.parameters.height
    guard unused != .automatic else { return }
    plot.context.note(
      Diagnostic(
        mark.isHorizontal
          ? "width has no effect on a horizontal bar; set its height"
          : "height has no effect on a vertical bar; set its width"))
  }

  /// Returns the bar; the outer end of a stack is rounded, a floating bar at both ends.
  ///
  /// - Throws: ``ChartError/scale(axis:reason:)`` for a bar from zero on a scale without zero.
  public static func draw(_ mark: PlacedMark<BarMark>, in plot: PlotArea) throws -> MarkDrawing {
    try checkThickness(mark, in: plot)
    guard let bar = try bar(mark, in: plot, mark.row) else { return MarkDrawing() }
    let radius = bar.corners.isEmpty ? 0 : mark.style.cornerRadius ?? bar.radius
    let color = try plot.color(mark)
    let path = Path.roundedRect(
      color.isOpaque ? bar.joined : bar.rect, radius: radius, corners: bar.corners)
    var drawing = MarkDrawing(
      items: [.fill(path, color)], anchor: bar.rect, solids: [bar.rect])
    drawing.side = bar.side
    drawing.place = bar.place(in: plot.rect, isHorizontal: mark.isHorizontal)
    return drawing
  }

  /// The least radius, in points, of corners that many bars have; less cannot be seen.
  private static let leastRadius = 0.5

  /// Returns many bars as one item, with one radius of corners for all.
  ///
  /// - Throws: ``ChartError/scale(axis:reason:)`` for a bar from zero on a scale without zero.
  public static func drawColumns(
    _ mark: PlacedMark<BarMark>, in plot: PlotArea
  ) throws -> MarkDrawing? {
    try checkThickness(mark, in: plot)
    var least = Double.infinity
    let isOpaque = try plot.isOpaque(mark)
    let columns = try RectColumns(mark, in: plot) { row in
      guard let bar = try bar(mark, in: plot, row) else { return nil }
      least = min(least, bar.radius)
      return (isOpaque ? bar.joined : bar.rect, bar.corners)
    }
    let radius = mark.style.cornerRadius ?? (least >= leastRadius ? least : 0)
    return try columns.drawing(mark, in: plot, radius: radius, clipReach: 0)
  }
}
