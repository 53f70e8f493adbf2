import BurinGeometry
import BurinScene

/// A bar from zero (or from a start) to a value, in the band of a category.
///
/// ```swift
/// BarMark(x: .value("month", "May"), y: .value("rain", 54)).foregroundStyle(.good)
/// ```
///
/// The bar is upright where x is a category, a number or a time, and level where y is a category or
/// x has a start. Bars of one category stand side by side by `position(by:)`, otherwise they stack.
public struct BarMark: Mark {
  /// What every mark can be told.
  public var options = MarkOptions()
  var x: PlottableValue
  var y: PlottableValue
  var start: Double?
  /// Whether the bar was given two ends in x.
  private var hasLevelEnds = false
  var width: Double?

  /// The kind in words.
  public var kind: String { "bar" }
  /// Bars stand on an axis.
  public var coverage: MarkCoverage { .part }

  /// A bar from zero.
  ///
  /// - Parameters:
  ///   - x: the category of an upright bar, or the length of a level one.
  ///   - y: the length of an upright bar, or the category of a level one.
  ///   - width: the thickness in points; nil for the band's, or for four fifths of the distance
  ///     between bars at numbers.
  public init(x: PlottableValue, y: PlottableValue, width: Double? = nil) {
    self.x = x
    self.y = y
    self.width = width
  }

  /// An upright bar between two values.
  public init(
    x: PlottableValue, yStart: PlottableValue, yEnd: PlottableValue, width: Double? = nil
  ) {
    self.init(x: x, y: yEnd, width: width)
    if case .number(let number) = yStart.datum { start = number }
  }

  /// A level bar between two values.
  public init(
    xStart: PlottableValue, xEnd: PlottableValue, y: PlottableValue, width: Double? = nil
  ) {
    self.init(x: xEnd, y: y, width: width)
    hasLevelEnds = true
    if case .number(let number) = xStart.datum { start = number }
  }

  var isLevel: Bool {
    if case .category = y.datum { return true }
    return hasLevelEnds
  }

  /// The value that the bar's length shows.
  var length: Double? {
    if case .number(let number) = (isLevel ? x : y).datum { number } else { nil }
  }

  /// The category or position at which the bar stands.
  var place: PlottableValue { isLevel ? y : x }

  /// Tells the values to the axes.
  public func contribute(to domains: inout DomainCollector) throws {
    try domains.x.add(x, mark: kind)
    try domains.y.add(y, mark: kind)
    if let start {
      if isLevel {
        try domains.x.add(start, mark: kind)
      } else {
        try domains.y.add(start, mark: kind)
      }
    } else if isLevel {
      domains.x.includeZero()
    } else {
      domains.y.includeZero()
    }
  }

  /// The room of a bar at a number: four fifths of the least distance between such bars.
  private func extent(
    around middle: Double, on scale: AxisScale, step: Double?
  ) -> (Double, Double) {
    guard case .number(let number) = place.datum, let step,
      let low = scale.position(.number(number - 0.4 * step)),
      let high = scale.position(.number(number + 0.4 * step)), low.isFinite, high.isFinite
    else { return (middle - 8, middle + 8) }
    return (min(low, high), max(low, high))
  }

  /// Gives the bar.
  public func draw(in plot: PlotArea) throws -> MarkDrawing {
    let across = isLevel ? plot.y : plot.x
    let along = isLevel ? plot.x : plot.y
    let base = start ?? plot.stackBase[plot.markIndex] ?? 0
    guard let length, length.isFinite, base.isFinite,
      let middle = across.position(place.datum),
      let from = along.position(.number(base)),
      let to = along.position(.number(start == nil ? base + length : length))
    else { return MarkDrawing(items: []) }
    guard from.isFinite, to.isFinite else {
      throw ChartError.scale(
        axis: isLevel ? "x" : "y",
        reason:
          "a bar from \(base) to \(length) has no end on this scale; bars start at zero, which a logarithmic scale does not have: draw points, or give yStart and yEnd"
      )
    }
    var (low, high) =
      across.extent(place.datum)
      ?? extent(
        around: middle, on: across, step: isLevel ? plot.barStep.y : plot.barStep.x)
    if let position = options.position, let slot = plot.positionKeys.firstIndex(of: position.key) {
      let count = Double(plot.positionKeys.count)
      let share = (high - low) / count
      (low, high) = (low + share * Double(slot), low + share * Double(slot + 1))
      // A sliver of canvas keeps neighbours apart.
      let gap = min(1.5, share * 0.08)
      (low, high) = (low + gap, high - gap)
    }
    if let width {
      let center = (low + high) / 2
      (low, high) = (center - width / 2, center + width / 2)
    }
    let rect =
      isLevel
      ? Rect(Point(from, low), Point(to, high)) : Rect(Point(low, from), Point(high, to))
    let growsUp = isLevel ? to >= from : to <= from
    let outer: Path.Corners =
      isLevel
      ? (growsUp ? [.topTrailing, .bottomTrailing] : [.topLeading, .bottomLeading])
      : (growsUp ? .top : .bottom)
    let radius = options.cornerRadius ?? min(3, (high - low) / 6)
    // A bar that floats is round at both ends, one that stands on zero at the other only.
    let stands = start == nil || start == 0
    let path = Path.roundedRect(rect, radius: radius, corners: stands ? outer : .all)
    let bar = SceneItem.fill(path, try plot.color(options))
    // What the axis does not show is cut off at its end, and the checks of the scene tell.
    guard plot.rect.contains(rect, tolerance: 0.5) else {
      return MarkDrawing(
        items: [.group(Group(.mark, "bar", clip: .rect(plot.rect), items: [bar]))],
        anchor: rect.intersection(plot.rect), solids: [rect])
    }
    return MarkDrawing(items: [bar], anchor: rect, solids: [rect])
  }
}
