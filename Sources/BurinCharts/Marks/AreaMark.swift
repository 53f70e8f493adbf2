import BurinGeometry
import BurinScene

/// The area between data points and zero, or between two data lines.
///
/// ```swift
/// ForEach(sales) { sale in
///   AreaMark(x: .value("Month", sale.date), y: .value("€", sale.amount))
///     .foregroundStyle(by: .value("Shop", sale.shop))   // shops on top of each other
/// }
/// ```
///
/// Areas of several series stand on top of each other, positive and negative values apart. Points
/// that are not finite break the area.
public struct AreaMark: Mark {
  /// The way of stacking.
  public struct Parameters: Hashable, Sendable {
    var stacking = MarkStackingMethod.standard
  }

  /// The name in words.
  public static let markName = "area"
  /// Areas use colour, opacity and interpolation.
  public static let modifiers: MarkModifiers = [.color, .opacity, .interpolation, .series]
  /// Points find their direction, are joined, then stack.
  public static let transforms: [LayerTransform] = [
    .orient, .join, .stackAreas { ($0 as? Parameters)?.stacking ?? .standard },
  ]
  /// Automatic axes show zero.
  public static let includesZero = true
  /// Areas stand on an axis.
  public static let coverage = MarkCoverage.part
  /// Areas are cut at the edge of the plot.
  public static let edge = MarkEdge.clipped

  /// The values of the place.
  public var channels: MarkChannels
  /// The way of stacking.
  public var parameters: Parameters

  /// Adds the mark to a chart.
  public func collect(into collector: inout ChartCollector) { collector.add(self) }

  /// Makes one place of an area over zero; the places of a series are joined.
  public init<X: Plottable, Y: Plottable>(
    x: PlottableValue<X>, y: PlottableValue<Y>, stacking: MarkStackingMethod = .standard
  ) {
    channels = MarkChannels(x: .init(x), y: .init(y))
    parameters = Parameters(stacking: stacking)
  }

  /// Makes one place of the area of a series over zero.
  public init<X: Plottable, Y: Plottable, S: Plottable>(
    x: PlottableValue<X>, y: PlottableValue<Y>, series: PlottableValue<S>,
    stacking: MarkStackingMethod = .standard
  ) {
    channels = MarkChannels(x: .init(x), y: .init(y), series: series.channelValue)
    parameters = Parameters(stacking: stacking)
  }

  /// Makes one place of an area between two lines.
  public init<X: Plottable, Y: Plottable>(
    x: PlottableValue<X>, yStart: PlottableValue<Y>, yEnd: PlottableValue<Y>
  ) {
    channels = MarkChannels(x: .init(x), y: .init(yStart, yEnd))
    parameters = Parameters()
  }

  /// Makes one place of the area of a series between two lines.
  public init<X: Plottable, Y: Plottable, S: Plottable>(
    x: PlottableValue<X>, yStart: PlottableValue<Y>, yEnd: PlottableValue<Y>,
    series: PlottableValue<S>
  ) {
    channels = MarkChannels(x: .init(x), y: .init(yStart, yEnd), series: series.channelValue)
    parameters = Parameters()
  }

  /// Makes one place of an area between two lines that run upwards.
  public init<X: Plottable, Y: Plottable>(
    xStart: PlottableValue<X>, xEnd: PlottableValue<X>, y: PlottableValue<Y>
  ) {
    channels = MarkChannels(x: .init(xStart, xEnd), y: .init(y))
    parameters = Parameters()
  }

  /// Makes one place of the area of a series between two lines that run upwards.
  public init<X: Plottable, Y: Plottable, S: Plottable>(
    xStart: PlottableValue<X>, xEnd: PlottableValue<X>, y: PlottableValue<Y>,
    series: PlottableValue<S>
  ) {
    channels = MarkChannels(x: .init(xStart, xEnd), y: .init(y), series: series.channelValue)
    parameters = Parameters()
  }

  /// The values along the area: place, start and end of the length.
  private static func values(
    _ mark: PlacedMark<AreaMark>
  ) -> [MarkTable.StackedPart] {
    if let stacked = mark.stacked { return stacked }
    let hasEnds = mark.hasEnds(mark.table.lengthAxis)
    return mark.rows.map { row in
      let (x, y) = (mark.x(row), mark.y(row))
      let (place, length) = mark.isHorizontal ? (y, x) : (x, y)
      return (place, hasEnds ? length.start : 0, length.end)
    }
  }

  /// The edges of a part of an area without gaps, with the values of their places.
  private struct Stretch {
    var places: [Double] = []
    var low: [Point] = []
    var high: [Point] = []

    /// Where there are so many places that edges are drawn with fewer, the edges with the greater
    /// lengths in one and the lesser in the other: they bound the same area and do not cross.
    func untangled(_ isHorizontal: Bool) -> Stretch {
      func length(_ point: Point) -> Double { isHorizontal ? point.x : point.y }
      let pairs = zip(low, high)
      guard low.count > 1_000, pairs.contains(where: { length($0) < length($1) }),
        pairs.contains(where: { length($0) > length($1) })
      else { return self }
      return Stretch(
        places: places, low: pairs.map { length($0) < length($1) ? $0 : $1 },
        high: pairs.map { length($0) < length($1) ? $1 : $0 })
    }

    /// The edges in the order of their places, as stacked ones are: an area that went back and
    /// forth would cross itself.
    var ordered: Stretch {
      let pairs = zip(places, places.dropFirst())
      if pairs.allSatisfy({ $0 <= $1 }) || pairs.allSatisfy({ $0 >= $1 }) { return self }
      let order = places.indices.sorted { (places[$0], $0) < (places[$1], $1) }
      return Stretch(
        places: order.map { places[$0] }, low: order.map { low[$0] },
        high: order.map { high[$0] })
    }
  }

  /// Returns the area.
  ///
  /// - Throws: ``ChartError/scale(axis:reason:)`` for an area over zero on a scale without zero.
  public static func draw(_ mark: PlacedMark<AreaMark>, in plot: PlotArea) throws -> MarkDrawing {
    let (placeAxis, lengthAxis) = (mark.table.placeAxis, mark.table.lengthAxis)
    let along = plot.scale(lengthAxis)
    var stretches = [Stretch()]
    for value in values(mark) {
      if value.low == 0, value.high.isFinite, along.position(0) == nil {
        throw ChartError.scale(
          axis: lengthAxis.name,
          reason:
            "an area over zero has no lower edge on this scale: draw a line, or give \(lengthAxis.name)Start and \(lengthAxis.name)End"
        )
      }
      if let place = plot.middle(value.place, placeAxis), let low = along.position(value.low),
        let high = along.position(value.high)
      {
        func point(_ length: Double) -> Point {
          mark.isHorizontal ? Point(length, place) : Point(place, length)
        }
        stretches[stretches.count - 1].places.append(value.place.start)
        stretches[stretches.count - 1].low.append(point(low))
        stretches[stretches.count - 1].high.append(point(high))
      } else if stretches.last?.low.isEmpty == false {
        stretches.append(Stretch())
      }
    }
    var path = Path()
    var lines = Path()
    let method = mark.style.interpolation ?? .linear
    let middle = mark.isHorizontal ? plot.rect.midY : plot.rect.midX
    for stretch in stretches.map({ $0.ordered.untangled(mark.isHorizontal) }) {
      guard let first = stretch.low.first, let last = stretch.low.last else { continue }
      let isWide = abs(mark.isHorizontal ? last.y - first.y : last.x - first.x) > 1e-9
      if isWide {
        func edge(_ points: [Point]) -> Path {
          method.path(
            through: method.isStraight
              ? points.levelled(
                columnWidth: 0.125, levels: 64, middle: middle, isHorizontal: mark.isHorizontal)
              : points.decimated(middle: middle, isHorizontal: mark.isHorizontal))
        }
        path.append(Path.between(edge(stretch.high), edge(stretch.low)))
      } else if let bounds = Rect.union(
        of: (stretch.low + stretch.high).lazy.map { Rect($0, $0) })
      {
        // A place between two gaps has no width; as with lines, it is seen.
        lines.append(
          .segment(Point(bounds.minX, bounds.minY), Point(bounds.maxX, bounds.maxY)))
      }
    }
    let color = try plot.color(mark)
    var items: [SceneItem] = []
    if !path.isEmpty { items.append(.fill(path, color)) }
    if !lines.isEmpty { items.append(.stroke(lines, Stroke(color, width: 1))) }
    let places = [path.bounds, lines.bounds].compactMap { $0 }
    return MarkDrawing(items: items, anchor: Rect.union(of: places))
  }
}

extension Path {
  /// The area between two open lines: along the first, then back along the second.
  static func between(_ upper: Path, _ lower: Path) -> Path {
    var path = upper
    var back: [Element] = []
    var current = Point.zero
    for element in lower.elements {
      switch element {
      case .move(let point):
        back.append(.line(point))
        current = point
      case .line(let point):
        back.append(.line(point))
        current = point
      case .cubic(let a, let b, let point):
        back.append(.cubic(a, b, point))
        current = point
      case .close: break
      }
    }
    // Walk the lower line from its end to its start.
    path.line(to: current)
    for (index, element) in back.enumerated().reversed() {
      guard index > 0 else { break }
      let target: Point =
        switch back[index - 1] {
        case .move(let p), .line(let p), .cubic(_, _, let p): p
        case .close: current
        }
      switch element {
      case .cubic(let a, let b, _): path.cubic(b, a, to: target)
      default: path.line(to: target)
      }
    }
    path.close()
    return path
  }
}
