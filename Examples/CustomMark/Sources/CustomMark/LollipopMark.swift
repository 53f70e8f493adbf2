import Burin

/// A point on a stem from zero: a bar where ink is dear.
///
///     LollipopMark(x: .value("City", "Oslo"), y: .value("Rain", 763))
///
/// It stands along x where the places are on y. Lollipops of one place stand side by side by
/// `position(by:)`.
struct LollipopMark: Mark {
  static let markName = "lollipop"
  static let modifiers: MarkModifiers = [
    .color, .opacity, .lineWidth, .symbol, .symbolSize, .position, .series,
  ]
  /// What has happened to the marks before they are drawn: they have a direction, those without a
  /// value are gone, each has its slot side by side, and each starts at zero.
  static let transforms: [LayerTransform] = [
    .orient, .filter, .dodge, .stack { _ in .unstacked },
  ]
  static let showsLength = true
  static let swatch = LegendSwatch.point

  var channels: MarkChannels

  init<X: Plottable, Y: Plottable>(x: PlottableValue<X>, y: PlottableValue<Y>) {
    channels = MarkChannels(x: .init(x), y: .init(y))
  }

  static func draw(_ mark: PlacedMark<LollipopMark>, in plot: PlotArea) throws -> MarkDrawing {
    let along = plot.scale(mark.lengthAxis)
    let (start, end) = mark.values(mark.lengthAxis)
    guard let (low, high) = plot.extent(of: mark), let from = along.position(start),
      let to = along.position(end)
    else { return MarkDrawing() }
    let across = (low + high) / 2
    let (foot, head) =
      mark.isHorizontal
      ? (Point(from, across), Point(to, across)) : (Point(across, from), Point(across, to))
    let diameter = plot.symbolDiameter(mark)
    let box = Rect(center: head, size: Size(diameter, diameter))
    // Stem and head fade as one, so that the stem does not show through the head.
    let color = try plot.baseColor(mark)
    let items: [SceneItem] = [
      .stroke(.segment(foot, head), Stroke(color, width: mark.style.lineWidth ?? 2)),
      .fill(try plot.symbol(mark).path(in: box), color),
    ]
    return MarkDrawing(
      items: [.group(SceneGroup(.mark, opacity: plot.opacity(mark), items: items))], anchor: box,
      place: Rect(foot, head), lines: [[foot, head]], solids: [box])
  }
}
