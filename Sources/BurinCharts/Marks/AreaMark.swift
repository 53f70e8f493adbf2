import BurinGeometry
import BurinScene

/// The area between data points and zero, or between two data lines.
public struct AreaMark: Mark {
  /// What every mark can be told.
  public var options = MarkOptions()
  var points: [(x: PlottableValue, low: PlottableValue?, high: PlottableValue)]

  /// The kind in words.
  public var kind: String { "area" }
  /// Areas stand on an axis.
  public var coverage: MarkCoverage { .part }
  /// Areas are cut at the edge of the plot.
  public var isClipped: Bool { true }

  /// One place of an area over zero; consecutive places of one series are joined.
  ///
  /// Areas of several series (`foregroundStyle(by:)`) stand on top of each other.
  public init(x: PlottableValue, y: PlottableValue) { points = [(x, nil, y)] }

  /// One place of an area between two lines.
  public init(x: PlottableValue, yStart: PlottableValue, yEnd: PlottableValue) {
    points = [(x, yStart, yEnd)]
  }

  /// Tells the values to the axes.
  public func contribute(to domains: inout DomainCollector) throws {
    for point in points {
      try domains.x.add(point.x, mark: kind)
      try domains.y.add(point.high, mark: kind)
      if let low = point.low {
        try domains.y.add(low, mark: kind)
      } else {
        domains.y.includeZero()
      }
    }
  }

  /// Gives the area.
  public func draw(in plot: PlotArea) throws -> MarkDrawing {
    var top: [Point] = []
    var bottom: [Point] = []
    for point in points {
      let zero = PlottableValue.value("", 0.0)
      guard let high = plot.point(point.x, point.high),
        let low = plot.point(point.x, point.low ?? zero), high.y.isFinite, low.y.isFinite
      else { continue }
      top.append(high)
      bottom.append(low)
    }
    guard top.count > 1 else { return MarkDrawing(items: []) }
    let path = Path.polyline(top + bottom.reversed(), closed: true)
    return MarkDrawing(items: [.fill(path, try plot.color(options))], anchor: path.bounds)
  }
}
