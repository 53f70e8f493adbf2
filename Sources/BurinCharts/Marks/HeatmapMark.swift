import BurinGeometry
import BurinScales
import BurinScene

/// A field of values over x and y, shown as colours.
///
/// ```swift
/// HeatmapMark(x: 0...1, y: 0...1, columns: 40, rows: 40, low: .canvas, high: .accent) { $0 * $1 }
/// ```
///
/// Cells are equally large on the plot, whatever the axes' scales. Cells whose value is not finite
/// stay clear; a field of one value has the colour in the middle.
public struct HeatmapMark: Mark {
  /// The field and its colours.
  public struct Parameters: Hashable, Sendable {
    var x: ClosedRange<Double>
    var y: ClosedRange<Double>
    var columns: Int
    var rows: Int
    var values: ClosedRange<Double>?
    var low: Color
    var high: Color
    var field: FieldSamples
    var matrix: FieldMatrix?
    var reduction = FieldReduction.area
    /// Whether the author chose the reduction.
    var isReductionChosen = true
    var showsColorBar = false
  }

  /// The name in words.
  public static let markName = "heat map"
  /// Heat maps have their colours from their values.
  public static let modifiers: MarkModifiers = [.opacity]
  /// A field is painted all over.
  public static let coverage = MarkCoverage.plot

  /// The field and its colours.
  public private(set) var parameters: Parameters

  /// Makes a heat map.
  ///
  /// - Parameters:
  ///   - x: the stretch of the horizontal axis.
  ///   - y: the stretch of the vertical axis.
  ///   - columns: the number of cells across, 1…1000.
  ///   - rows: the number of cells upwards, 1…1000.
  ///   - values: the values of the two colours; nil for the smallest and largest there are.
  ///   - low: the colour of small values.
  ///   - high: the colour of large values.
  ///   - function: the value at the middle of a cell.
  public init(
    x: ClosedRange<Double>, y: ClosedRange<Double>, columns: Int = 48, rows: Int = 48,
    values: ClosedRange<Double>? = nil, low: Color = .accent.tint(0.88),
    high: Color = .accent, function: @escaping @Sendable (Double, Double) -> Double
  ) {
    parameters = Parameters(
      x: x, y: y, columns: min(max(1, columns), 1000), rows: min(max(1, rows), 1000),
      values: values, low: low, high: high, field: FieldSamples(function))
  }

  /// Makes a heat map of a matrix.
  ///
  /// A matrix with more cells than two for each point of the plot is reduced to as many.
  ///
  /// - Parameters:
  ///   - matrix: the values.
  ///   - reduction: what becomes of values that share a cell of the picture.
  ///   - values: the values of the two colours; nil for the smallest and largest there are.
  ///   - low: the colour of small values.
  ///   - high: the colour of large values.
  public init(
    _ matrix: FieldMatrix, reduction: FieldReduction, values: ClosedRange<Double>? = nil,
    low: Color = .accent.tint(0.88), high: Color = .accent
  ) {
    parameters = Parameters(
      x: matrix.x, y: matrix.y, columns: matrix.columns, rows: matrix.rows, values: values,
      low: low, high: high, field: FieldSamples { _, _ in .nan }, matrix: matrix,
      reduction: reduction)
  }

  /// Makes a heat map of a matrix; values that share a cell of the picture become their mean, and a
  /// diagnostic says so.
  ///
  /// ```swift
  /// HeatmapMark(FieldMatrix(x: 0...24, y: 0...7, columns: 24, values: visits))
  /// ```
  public init(
    _ matrix: FieldMatrix, values: ClosedRange<Double>? = nil,
    low: Color = .accent.tint(0.88), high: Color = .accent
  ) {
    self.init(matrix, reduction: .area, values: values, low: low, high: high)
    parameters.isReductionChosen = false
  }

  /// The bounds of cells of a picture, in cells of a matrix.
  private static func bounds(
    _ range: ClosedRange<Double>, _ cells: Int, _ type: ScaleType, shown: Int
  ) throws(ScaleError) -> [Double] {
    let scale = try ContinuousScale(type, domain: range, range: (0, 1))
    let span = range.upperBound - range.lowerBound
    return (0...shown).map { bound in
      let part = Double(bound) / Double(shown)
      let value =
        type == .linear ? part : (scale.value(at: part) - range.lowerBound) / span
      return value * Double(cells)
    }
  }

  /// The cells of a matrix that a plot shows, row by row from the top, and how many lie side by side.
  private static func reduced(
    _ matrix: FieldMatrix, _ form: Parameters, _ size: Size, _ types: (x: ScaleType, y: ScaleType),
    _ context: LayoutContext
  ) throws -> (cells: [Double], columns: Int) {
    if let fault = matrix.fault { throw ChartError.invalid("heat map: \(fault)") }
    func count(_ cells: Int, _ length: Double, _ type: ScaleType) -> Int {
      let pixels = max(1, min(10_000, Int((abs(length) * 2).rounded(.up))))
      if type != .linear { return form.reduction == .none ? max(cells, pixels) : pixels }
      return form.reduction == .none ? cells : min(cells, pixels)
    }
    let (columns, rows) = (
      count(matrix.columns, size.width, types.x), count(matrix.rows, size.height, types.y)
    )
    if !form.isReductionChosen, columns < matrix.columns || rows < matrix.rows {
      context.note(
        Diagnostic(
          """
          a heat map of \(matrix.columns) × \(matrix.rows) values has \(columns) × \(rows) cells, \
          each the mean of the values it covers: say reduction: .area where that is meant, or \
          .maximum to keep peaks
          """))
    }
    let cells = matrix.cells(
      form.reduction,
      across: try bounds(matrix.x, matrix.columns, types.x, shown: columns),
      up: try bounds(matrix.y, matrix.rows, types.y, shown: rows))
    return (cells, columns)
  }

  /// The stretches.
  public var channels: MarkChannels {
    MarkChannels(x: .init("", parameters.x), y: .init("", parameters.y))
  }

  /// Shows what the colours mean in a strip beside the plot.
  public func withColorBar() -> HeatmapMark {
    var mark = self
    mark.parameters.showsColorBar = true
    return mark
  }

  /// The values of the cells, row by row from the top.
  private static func cells(
    _ parameters: Parameters, _ types: (x: ScaleType, y: ScaleType)
  ) throws(ScaleError) -> [Double] {
    func middles(_ count: Int) -> [Double] {
      (0..<count).map { (Double($0) + 0.5) / Double(count) }
    }
    return parameters.field.values(
      at: try FieldSamples.Grid(
        parameters.x, parameters.y,
        fractions: (middles(parameters.columns), middles(parameters.rows).reversed()),
        types: types))
  }

  /// The values of the two colours.
  private static func shown(_ parameters: Parameters, _ cells: [Double]) -> ClosedRange<Double>? {
    if let values = parameters.values { return values }
    let finite = cells.lazy.filter(\.isFinite)
    guard let least = finite.min(), let most = finite.max() else { return nil }
    return least...most
  }

  /// Returns the scale of the colours, where one is asked for and a value is finite.
  public static func colorBar(_ parameters: Parameters) -> ColorBar? {
    // Stretches that no scale can hold are an error where the field is drawn.
    guard parameters.showsColorBar,
      let cells = parameters.matrix?.values ?? (try? cells(parameters, (.linear, .linear))),
      let range = shown(parameters, cells)
    else { return nil }
    return ColorBar(values: range, low: parameters.low, high: parameters.high)
  }

  /// Returns the cells as one image.
  public static func draw(_ mark: PlacedMark<HeatmapMark>, in plot: PlotArea) throws -> MarkDrawing
  {
    guard let a = plot.point(mark.x.start, mark.y.start),
      let b = plot.point(mark.x.end, mark.y.end), let x = plot.x.continuous,
      let y = plot.y.continuous
    else { return MarkDrawing() }
    let form = mark.parameters
    var (values, columns) = ([Double](), form.columns)
    if let matrix = form.matrix {
      (values, columns) = try reduced(
        matrix, form, Size(abs(b.x - a.x), abs(b.y - a.y)), (x.type, y.type), plot.context)
    } else {
      values = try cells(form, (x.type, y.type))
    }
    guard let shown = shown(form, form.matrix?.values ?? values) else {
      plot.context.note(Diagnostic("a heat map has no finite value"))
      return MarkDrawing()
    }
    let (least, most) = (shown.lowerBound, shown.upperBound)
    let (from, to) = (try plot.context.color(form.low), try plot.context.color(form.high))
    // Halved first, so that the widest stretch of Doubles has a finite length.
    let span = most / 2 - least / 2
    let opacity = plot.opacity(mark)
    let colors = values.map { value -> RGBColor in
      guard value.isFinite else { return .clear }
      let fraction = span > 0 ? (value / 2 - least / 2) / span : 0.5
      return from.mixed(with: to, at: fraction.clamped(to: 0...1)).opacity(opacity)
    }
    let rect = Rect(a, b)
    let image = ImageItem(
      rect: rect, columns: columns, rows: values.count / max(1, columns),
      cells: colors.mirrored(columns: columns, horizontally: a.x > b.x, vertically: a.y < b.y))
    return MarkDrawing(items: [.image(image)], anchor: rect)
  }
}

extension [RGBColor] {
  /// The cells of an image row by row, turned over where an axis runs backwards.
  fileprivate func mirrored(columns: Int, horizontally: Bool, vertically: Bool) -> [RGBColor] {
    guard horizontally || vertically, columns > 0 else { return self }
    var rows = stride(from: 0, to: count, by: columns).map { Array(self[$0..<$0 + columns]) }
    if horizontally { rows = rows.map { $0.reversed() } }
    if vertically { rows.reverse() }
    return rows.flatMap { $0 }
  }
}
