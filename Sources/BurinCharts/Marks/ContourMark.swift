import BurinGeometry
import BurinScene

/// Lines of equal value of a function of x and y, the areas between them in steps of colour.
///
/// ```swift
/// ContourMark(x: -4...4, y: 0.2...4, levels: [0.5, 1, 2, 4]) { mu, sigma in divergence(mu, sigma) }
/// ```
///
/// Lines may bear the names of their levels, where there is room:
///
/// ```swift
/// ContourMark(…, label: { Text(NumberFormat.shortest.string($0)) }) { … }
/// ```
///
/// Cells where the function is not finite stay clear.
public struct ContourMark: Mark {
  /// What every mark can be told.
  public var options = MarkOptions()
  var x: ClosedRange<Double>
  var y: ClosedRange<Double>
  var columns: Int
  var rows: Int
  var levels: [Double]
  var fill: (near: ThemeColor, far: ThemeColor)?
  var label: (@Sendable (Double) -> Text)?
  var function: @Sendable (Double, Double) -> Double
  /// The sampled function; nil before it is computed.
  private var sampled: ContourGrid?

  /// The kind in words.
  public var kind: String { "contour" }
  /// Contours are cut at the edge of the plot.
  public var isClipped: Bool { true }

  /// Makes contours.
  ///
  /// - Parameters:
  ///   - x: the stretch of the horizontal axis.
  ///   - y: the stretch of the vertical axis.
  ///   - columns: how many intervals the function is sampled in across.
  ///   - rows: how many intervals the function is sampled in upwards.
  ///   - levels: the values of the lines, ascending.
  ///   - fill: the colours below the first and above the last level; nil for lines only.
  ///   - label: gives the name of a level; nil for lines without names.
  ///   - function: the value at x and y.
  public init(
    x: ClosedRange<Double>, y: ClosedRange<Double>, columns: Int = 64, rows: Int = 64,
    levels: [Double], fill: (near: ThemeColor, far: ThemeColor)? = nil,
    label: (@Sendable (Double) -> Text)? = nil,
    function: @escaping @Sendable (Double, Double) -> Double
  ) {
    self.x = x
    self.y = y
    self.columns = min(max(2, columns), 500)
    self.rows = min(max(2, rows), 500)
    self.levels = levels.sorted()
    self.fill = fill
    self.label = label
    self.function = function
  }

  /// A field is painted all over.
  public var coverage: MarkCoverage { .plot }

  /// Tells the stretches to the axes.
  public func contribute(to domains: inout DomainCollector) throws {
    for end in [x.lowerBound, x.upperBound] { try domains.x.add(end, mark: kind) }
    for end in [y.lowerBound, y.upperBound] { try domains.y.add(end, mark: kind) }
  }

  /// Samples the function.
  public func prepared() -> ContourMark {
    var mark = self
    mark.sampled = grid
    return mark
  }

  private var grid: ContourGrid {
    if let sampled { return sampled }
    func nodes(_ range: ClosedRange<Double>, _ count: Int) -> [Double] {
      (0...count).map {
        range.lowerBound + (range.upperBound - range.lowerBound) * Double($0) / Double(count)
      }
    }
    return ContourGrid(xs: nodes(x, columns), ys: nodes(y, rows), function: function)
  }

  /// Gives the areas from low to high, then the lines.
  public func draw(in plot: PlotArea) throws -> MarkDrawing {
    let grid = grid
    func place(_ points: [Point]) -> [Point] {
      points.compactMap { plot.point(.value("x", $0.x), .value("y", $0.y)) }
    }
    var items: [SceneItem] = []
    if let fill {
      let (near, far) = (try plot.context.color(fill.near), try plot.context.color(fill.far))
      let edges = [-Double.infinity] + levels + [.infinity]
      for (index, (low, high)) in zip(edges, edges.dropFirst()).enumerated() {
        var path = Path()
        for polygon in grid.band(from: low, to: high) {
          path.append(.polyline(place(polygon), closed: true))
        }
        guard !path.isEmpty else { continue }
        let fraction = levels.isEmpty ? 0 : Double(index) / Double(levels.count)
        items.append(.fill(path, near.mixed(with: far, at: fraction)))
      }
    }
    items += try lines(of: grid, in: plot, place)
    return MarkDrawing(items: items, anchor: plot.rect)
  }

  /// The lines, and the names of their levels.
  private func lines(
    of grid: ContourGrid, in plot: PlotArea, _ place: ([Point]) -> [Point]
  ) throws -> [SceneItem] {
    let stroke = Stroke(
      try plot.color(options), width: options.lineWidth ?? 1, join: .round, dash: options.dash)
    var lines: [[Point]] = []
    var ranges: [Range<Int>] = []
    for level in levels {
      let start = lines.count
      lines += grid.lines(at: level).map {
        let points = place($0.points)
        return $0.isClosed ? points + points.prefix(1) : points
      }
      ranges.append(start..<lines.count)
    }
    var labels = ContourLabels(lines: lines, bounds: plot.rect, avoiding: plot.points)
    var (strokes, names): ([SceneItem], [SceneItem]) = ([], [])
    for (level, range) in zip(levels, ranges) {
      var parts = Array(lines[range])
      if let text = label?(level) {
        let block = try plot.context.layout(text, role: .tick, color: .secondary)
        if let rect = labels.place(block.size, on: range) {
          parts = parts.flatMap { ContourLabels.cut($0, by: rect) }
          let origin = Rect(center: rect.center, size: block.size).origin
          names.append(block.placed(at: origin, role: .label, name: "level \(level)"))
        }
      }
      var path = Path()
      for part in parts {
        // A ring that nothing cuts closes smoothly.
        let isRing = part.count > 2 && part.first == part.last
        path.append(.polyline(isRing ? Array(part.dropLast()) : part, closed: isRing))
      }
      if !path.isEmpty { strokes.append(.stroke(path, stroke)) }
    }
    // As on a grid, texts may stand on these lines.
    return [.group(Group(.grid, "contours", items: strokes))] + names
  }
}
