import BurinGeometry
import BurinScene

/// A field of values over x and y, shown as colours.
///
/// ```swift
/// HeatmapMark(x: 0...1, y: 0...1, columns: 40, rows: 40, low: .canvas, high: .accent) { $0 * $1 }
/// ```
///
/// Cells whose value is not finite stay clear.
public struct HeatmapMark: Mark {
  /// What every mark can be told.
  public var options = MarkOptions()
  var x: ClosedRange<Double>
  var y: ClosedRange<Double>
  var columns: Int
  var rows: Int
  var values: ClosedRange<Double>?
  var low: ThemeColor
  var high: ThemeColor
  var function: @Sendable (Double, Double) -> Double
  var showsColorBar = false
  /// The values, row by row from the top; nil before they are computed.
  private var cells: [Double]?

  /// The kind in words.
  public var kind: String { "heat map" }

  /// Makes a heat map.
  ///
  /// - Parameters:
  ///   - x: the stretch of the horizontal axis.
  ///   - y: the stretch of the vertical axis.
  ///   - columns: the number of cells across.
  ///   - rows: the number of cells upwards.
  ///   - values: the values of the two colours; nil for the smallest and largest there are.
  ///   - low: the colour of small values.
  ///   - high: the colour of large values.
  ///   - function: the value at the middle of a cell.
  public init(
    x: ClosedRange<Double>, y: ClosedRange<Double>, columns: Int = 48, rows: Int = 48,
    values: ClosedRange<Double>? = nil, low: ThemeColor = .canvas, high: ThemeColor = .accent,
    function: @escaping @Sendable (Double, Double) -> Double
  ) {
    self.x = x
    self.y = y
    self.columns = min(max(1, columns), 1000)
    self.rows = min(max(1, rows), 1000)
    self.values = values
    self.low = low
    self.high = high
    self.function = function
  }

  /// Shows what the colours mean in a strip beside the plot.
  public func withColorBar() -> HeatmapMark {
    var mark = self
    mark.showsColorBar = true
    return mark
  }

  /// The scale of the colours, where one is asked for and a value is finite.
  public var colorBar: ColorBar? {
    guard showsColorBar, let range = shownValues else { return nil }
    return ColorBar(values: range, low: low, high: high)
  }

  /// Evaluates the function in every cell.
  public func prepared() -> HeatmapMark {
    var mark = self
    mark.cells = evaluated
    return mark
  }

  private var evaluated: [Double] {
    if let cells { return cells }
    var values: [Double] = []
    values.reserveCapacity(columns * rows)
    for row in 0..<rows {
      let fy = 1 - (Double(row) + 0.5) / Double(rows)
      for column in 0..<columns {
        let fx = (Double(column) + 0.5) / Double(columns)
        values.append(
          function(
            x.lowerBound + fx * (x.upperBound - x.lowerBound),
            y.lowerBound + fy * (y.upperBound - y.lowerBound)))
      }
    }
    return values
  }

  /// The values of the two colours.
  private var shownValues: ClosedRange<Double>? {
    if let values { return values }
    let finite = evaluated.filter(\.isFinite)
    guard let least = finite.min(), let most = finite.max() else { return nil }
    return least...most
  }

  /// A field is painted all over.
  public var coverage: MarkCoverage { .plot }

  /// Tells the stretches to the axes.
  public func contribute(to domains: inout DomainCollector) throws {
    for end in [x.lowerBound, x.upperBound] { try domains.x.add(end, mark: kind) }
    for end in [y.lowerBound, y.upperBound] { try domains.y.add(end, mark: kind) }
  }

  /// Gives the cells as one image.
  public func draw(in plot: PlotArea) throws -> MarkDrawing {
    guard let a = plot.point(.value("x", x.lowerBound), .value("y", y.lowerBound)),
      let b = plot.point(.value("x", x.upperBound), .value("y", y.upperBound))
    else { return MarkDrawing(items: []) }
    guard let shown = shownValues else { return MarkDrawing(items: []) }
    let (least, most) = (shown.lowerBound, shown.upperBound)
    let (from, to) = (try plot.context.color(low), try plot.context.color(high))
    let span = most > least ? most - least : 1
    let colors = evaluated.map {
      $0.isFinite ? from.mixed(with: to, at: ($0 - least) / span) : .clear
    }
    let rect = Rect(a, b)
    return MarkDrawing(
      items: [.image(ImageItem(rect: rect, columns: columns, rows: rows, cells: colors))],
      anchor: rect)
  }
}
