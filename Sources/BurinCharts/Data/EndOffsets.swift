import BurinGeometry
import BurinScene

/// How far the ends of a mark are moved, in points to the right and downwards.
struct EndOffsets: Hashable, Sendable {
  /// What the ends of one axis are moved by.
  struct Ends: Hashable, Sendable {
    var start = 0.0
    var end = 0.0

    static func + (a: Ends, b: Ends) -> Ends { Ends(start: a.start + b.start, end: a.end + b.end) }
  }

  var x = Ends()
  var y = Ends()

  static func + (a: EndOffsets, b: EndOffsets) -> EndOffsets {
    EndOffsets(x: a.x + b.x, y: a.y + b.y)
  }
}

extension ChartContent {
  /// Moves the marks to the right and their ends in y downwards, in points.
  ///
  /// ```swift
  /// RuleMark(x: .value("Day", day)).offset(yStart: -10)   // 10 points above the plot
  /// ```
  ///
  /// Bars, rules and rectangles have ends. A mark that spans the plot starts at its upper edge.
  @_disfavoredOverload
  public func offset(
    x: Double = 0, yStart: Double = 0, yEnd: Double = 0
  ) -> StyledChartContent<Self> {
    offset(
      EndOffsets(x: .init(start: x, end: x), y: .init(start: yStart, end: yEnd)),
      [x, yStart, yEnd])
  }

  /// Moves the marks downwards and their ends in x to the right, in points.
  ///
  /// Bars, rules and rectangles have ends. A mark that spans the plot starts at its left edge.
  @_disfavoredOverload
  public func offset(
    xStart: Double = 0, xEnd: Double = 0, y: Double = 0
  ) -> StyledChartContent<Self> {
    offset(
      EndOffsets(x: .init(start: xStart, end: xEnd), y: .init(start: y, end: y)),
      [xStart, xEnd, y])
  }

  /// Moves the ends of the marks in x to the right and those in y downwards, in points.
  @_disfavoredOverload
  public func offset(
    xStart: Double = 0, xEnd: Double = 0, yStart: Double = 0, yEnd: Double = 0
  ) -> StyledChartContent<Self> {
    offset(
      EndOffsets(
        x: .init(start: xStart, end: xEnd), y: .init(start: yStart, end: yEnd)),
      [xStart, xEnd, yStart, yEnd])
  }

  private func offset(_ ends: EndOffsets, _ lengths: [Double]) -> StyledChartContent<Self> {
    styled(.ends, "offset", lengths, in: -10_000...10_000) {
      $0.effects.ends = ($0.effects.ends ?? EndOffsets()) + ends
    }
  }
}

extension MarkDrawing {
  /// Moves the ends of what is drawn, and what lies between them in proportion; the place of the
  /// values stays, by which it is judged.
  mutating func moveEnds<M>(by offsets: EndOffsets, of mark: PlacedMark<M>, in plot: PlotArea) {
    guard let box = anchor else { return }
    /// Returns what the lower and the higher end are moved by.
    func sides(_ channel: Channel, _ ends: EndOffsets.Ends) -> (low: Double, high: Double) {
      let values = mark.values(channel)
      guard mark.has(channel), values.start != values.end,
        let start = plot.middle((values.start, values.start), channel),
        let end = plot.middle((values.end, values.end), channel), start > end
      else { return (ends.start, ends.end) }
      return (ends.end, ends.start)
    }
    let (x, y) = (sides(.x, offsets.x), sides(.y, offsets.y))
    func moved(
      _ place: Double, _ low: Double, _ high: Double, _ by: (low: Double, high: Double)
    ) -> Double {
      let share = high > low ? min(max((place - low) / (high - low), 0), 1) : 0.5
      return place + by.low * (1 - share) + by.high * share
    }
    func point(_ point: Point) -> Point {
      Point(moved(point.x, box.minX, box.maxX, x), moved(point.y, box.minY, box.maxY, y))
    }
    func rect(_ rect: Rect) -> Rect {
      Rect(point(Point(rect.minX, rect.minY)), point(Point(rect.maxX, rect.maxY)))
    }
    func items(_ items: [SceneItem]) -> [SceneItem] {
      items.rewritten { item, _ in
        guard case .path(var path) = item else { return [item] }
        path.path = path.path.map(point)
        return [.path(path)]
      }
    }
    place = place ?? anchor
    self.items = items(self.items)
    overlay = items(overlay)
    anchor = rect(box)
    lines = lines.map { $0.map(point) }
    solids = solids.map(rect)
  }
}
