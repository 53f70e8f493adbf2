import BurinGeometry
import BurinScene

/// A rectangle between two values on either axis; a missing pair spans the plot.
///
/// ```swift
/// RectangleMark(xStart: .value("from", 0), xEnd: .value("to", 0.9),
///               yStart: .value("0", 0), yEnd: .value("bits", 0.152))
/// ```
///
/// Labels of other marks keep off a rectangle that is bounded both ways; one that spans the plot is
/// a backdrop on which they may stand.
public struct RectangleMark: Mark {
  /// What every mark can be told.
  public var options = MarkOptions()
  var x: (PlottableValue, PlottableValue)?
  var y: (PlottableValue, PlottableValue)?
  var border: ThemeColor?

  /// The kind in words.
  public var kind: String { "rectangle" }
  /// Rectangles may stand on an axis.
  public var coverage: MarkCoverage { .part }
  /// Rectangles are cut at the edge of the plot.
  public var isClipped: Bool { true }

  /// Makes a rectangle.
  public init(
    xStart: PlottableValue? = nil, xEnd: PlottableValue? = nil, yStart: PlottableValue? = nil,
    yEnd: PlottableValue? = nil, border: ThemeColor? = nil
  ) {
    if let xStart, let xEnd { x = (xStart, xEnd) }
    if let yStart, let yEnd { y = (yStart, yEnd) }
    self.border = border
  }

  /// Tells the values to the axes.
  public func contribute(to domains: inout DomainCollector) throws {
    if let x {
      try domains.x.add(x.0, mark: kind)
      try domains.x.add(x.1, mark: kind)
    }
    if let y {
      try domains.y.add(y.0, mark: kind)
      try domains.y.add(y.1, mark: kind)
    }
  }

  /// Gives the rectangle.
  public func draw(in plot: PlotArea) throws -> MarkDrawing {
    func side(
      _ pair: (PlottableValue, PlottableValue)?, _ scale: AxisScale, _ low: Double, _ high: Double
    ) -> (Double, Double)? {
      guard let pair else { return (low, high) }
      let ends = [pair.0, pair.1].compactMap { value -> (Double, Double)? in
        scale.extent(value.datum) ?? scale.position(value.datum).map { ($0, $0) }
      }
      guard ends.count == 2 else { return nil }
      let all = [ends[0].0, ends[0].1, ends[1].0, ends[1].1]
      guard let first = all.min(), let last = all.max() else { return nil }
      return (first, last)
    }
    guard let (x0, x1) = side(x, plot.x, plot.rect.minX, plot.rect.maxX),
      let (y0, y1) = side(y, plot.y, plot.rect.minY, plot.rect.maxY)
    else { return MarkDrawing(items: []) }
    let rect = Rect(Point(x0, y0), Point(x1, y1))
    guard rect.width.isFinite, rect.height.isFinite else { return MarkDrawing(items: []) }
    let stroke = try border.map {
      Stroke(try plot.context.color($0), width: options.lineWidth ?? 1)
    }
    return MarkDrawing(
      items: [
        .path(
          PathItem(
            .roundedRect(rect, radius: options.cornerRadius ?? 0),
            fill: .color(try plot.color(options)), stroke: stroke))
      ], anchor: rect, solids: x != nil && y != nil ? [rect] : [])
  }
}
