import BurinGeometry
import BurinScales
import BurinScene

/// Lines of equal value of a function of x and y, the areas between them in steps of colour.
///
/// ```swift
/// ContourMark(x: -4...4, y: 0.2...4, levels: [0.5, 1, 2, 4]) { mu, sigma in loss(mu, sigma) }
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
  /// The field, its levels and their looks.
  public struct Parameters: Hashable, Sendable {
    var x: ClosedRange<Double>
    var y: ClosedRange<Double>
    var columns: Int
    var rows: Int
    var levels: [Double]
    var near: Color?
    var far: Color?
    var label: MarkFunction<Double, Text>?
    var field: FieldSamples
  }

  /// The name in words.
  public static let markName = "contour"
  /// Contours use everything about strokes.
  public static let modifiers: MarkModifiers = .line
  /// A field is painted all over.
  public static let coverage = MarkCoverage.plot
  /// Contours are cut at the edge of the plot.
  public static let edge = MarkEdge.clipped
  /// A legend shows a stretch of the line.
  public static let swatch = LegendSwatch.line

  /// The field, its levels and their looks.
  public let parameters: Parameters

  /// Makes contours.
  ///
  /// - Parameters:
  ///   - x: the stretch of the horizontal axis.
  ///   - y: the stretch of the vertical axis.
  ///   - columns: how many intervals the function is sampled in across, 2…1000.
  ///   - rows: how many intervals the function is sampled in upwards, 2…1000.
  ///   - levels: the values of the lines.
  ///   - fill: the colours below the first and above the last level; nil for lines only.
  ///   - label: gives the name of a level; nil for lines without names.
  ///   - function: the value at x and y.
  public init(
    x: ClosedRange<Double>, y: ClosedRange<Double>, columns: Int = 64, rows: Int = 64,
    levels: [Double], fill: (near: Color, far: Color)? = nil,
    label: (@Sendable (Double) -> Text)? = nil,
    function: @escaping @Sendable (Double, Double) -> Double
  ) {
    parameters = Parameters(
      x: x, y: y, columns: min(max(2, columns), 1_000), rows: min(max(2, rows), 1_000),
      levels: levels.filter { !$0.isNaN }.sorted(), near: fill?.near, far: fill?.far,
      label: label.map(MarkFunction.init), field: FieldSamples(function))
  }

  /// The stretches.
  public var channels: MarkChannels {
    MarkChannels(x: .init("", parameters.x), y: .init("", parameters.y))
  }

  /// Returns the areas from low to high, then the lines.
  public static func draw(_ mark: PlacedMark<ContourMark>, in plot: PlotArea) throws -> MarkDrawing
  {
    guard let a = plot.point(mark.x.start, mark.y.start),
      let b = plot.point(mark.x.end, mark.y.end), let x = plot.x.continuous,
      let y = plot.y.continuous
    else { return MarkDrawing() }
    let form = mark.parameters
    // The grid lies in the space of the scales, in which values are interpolated.
    func fractions(_ count: Int) -> [Double] { (0...count).map { Double($0) / Double(count) } }
    let unit = (x: fractions(form.columns), y: fractions(form.rows))
    let samples = form.field.values(
      at: try FieldSamples.Grid(form.x, form.y, fractions: unit, types: (x.type, y.type)))
    let grid = ContourGrid(xs: unit.x, ys: unit.y, values: samples)
    func place(_ points: [Point]) -> [Point] {
      points.map { Point(a.x + ($0.x * (b.x - a.x)), a.y + ($0.y * (b.y - a.y))) }
    }
    var items: [SceneItem] = []
    if let near = form.near, let far = form.far {
      let (low, high) = (try plot.context.color(near), try plot.context.color(far))
      let edges = [-Double.infinity] + form.levels + [.infinity]
      for (index, edge) in zip(edges, edges.dropFirst()).enumerated() {
        var path = Path()
        for polygon in grid.band(from: edge.0, to: edge.1) {
          path.append(.polyline(place(polygon), closed: true))
        }
        guard !path.isEmpty else { continue }
        let fraction = form.levels.isEmpty ? 0 : Double(index) / Double(form.levels.count)
        items.append(.fill(path, low.mixed(with: high, at: fraction)))
      }
    }
    items += try lines(of: grid, mark, in: plot, place)
    return MarkDrawing(items: items.faded(plot.opacity(mark)), anchor: Rect(a, b))
  }

  /// The lines, and the names of their levels.
  private static func lines(
    of grid: ContourGrid, _ mark: PlacedMark<ContourMark>, in plot: PlotArea,
    _ place: ([Point]) -> [Point]
  ) throws -> [SceneItem] {
    let form = mark.parameters
    let stroke = Stroke(
      try plot.baseColor(mark), width: mark.style.lineWidth ?? 1, join: .round,
      dash: try plot.dash(mark))
    var lines: [[Point]] = []
    var ranges: [Range<Int>] = []
    for level in form.levels {
      let start = lines.count
      lines += grid.lines(at: level).map {
        let points = place($0.points)
        return $0.isClosed ? points + points.prefix(1) : points
      }
      ranges.append(start..<lines.count)
    }
    var labels = ContourLabels(
      lines: lines, bounds: plot.rect, avoiding: plot.obstacles,
      and: plot.strikes)
    var (strokes, names): ([SceneItem], [SceneItem]) = ([], [])
    for (level, range) in zip(form.levels, ranges) {
      var parts = Array(lines[range])
      if let text = form.label?(level) {
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
    return [.group(SceneGroup(.grid, "contours", items: strokes))] + names
  }
}
