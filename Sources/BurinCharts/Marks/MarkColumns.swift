import BurinGeometry
import BurinScales
import BurinScene

/// Which rows of marks drawn as one item lie within the plot.
struct ColumnPlaces: Sendable {
  /// How many rows lie outside, in whole or in part.
  private(set) var outside = 0
  /// The first of them.
  private(set) var firstOutside: Int?
  /// Whether the plot cuts a part of what is drawn.
  var isCut = false
  /// How far beyond the plot what is drawn is cut, in points.
  var clipReach = 0.0

  mutating func addOutside(_ row: Int) {
    outside += 1
    if firstOutside == nil { firstOutside = row }
  }
}

/// The properties of style of many rows, each value looked up once.
struct MarkColumns {
  private let colors: [Double]?
  private let opacities: [Double]?
  private let symbols: [Double]?
  private let sizes: [Double]?
  private let hasSymbols: Bool

  init<M>(_ mark: PlacedMark<M>, in plot: PlotArea) {
    func values(_ channel: Channel, _ isUsed: Bool) -> [Double]? {
      isUsed ? mark.table.layer.fields[channel]?.values : nil
    }
    colors = values(.color, mark.style.color == nil && plot.styles.color != nil)
    opacities = values(.opacity, plot.styles.opacity != nil)
    hasSymbols = mark.style.symbol == nil
    symbols = values(.symbol, hasSymbols && plot.styles.symbols != nil)
    sizes = values(.size, plot.styles.sizes != nil)
  }

  /// Whether a property differs from row to row.
  var needsRows: Bool { colors != nil || opacities != nil || symbols != nil || sizes != nil }

  /// The colours of rows with their opacities.
  func color<M>(
    _ rows: [Int], _ mark: PlacedMark<M>, in plot: PlotArea, default color: Color = .accent
  ) throws -> SceneColumn<RGBColor> {
    guard colors != nil || opacities != nil else {
      return .constant(try plot.color(mark, default: color))
    }
    let opacity = opacities.map { column($0, rows) { plot.opacity(mark, value: $0) } }
    guard let colors else {
      let base = try plot.baseColor(mark, default: color)
      return SceneColumn(rows.indices.map { base.opacity(opacity?[$0] ?? 1) })
    }
    let own = plot.opacity(mark)
    let base = try column(colors, rows) { try plot.baseColor(mark, value: $0, default: color) }
    return SceneColumn(rows.indices.map { base[$0].opacity(opacity?[$0] ?? own) })
  }

  /// The symbols of rows; nil where a scene has no such columns.
  func symbol<M>(
    _ rows: [Int], _ mark: PlacedMark<M>, in plot: PlotArea,
    _ form: (ChartSymbol, RGBColor) -> PointSymbol?
  ) throws -> SceneColumn<PointSymbol>? {
    let color = try color(rows, mark, in: plot)
    // Where colours are used up, symbols go on.
    guard let values = symbols ?? (hasSymbols && plot.styles.symbols == nil ? colors : nil) else {
      let symbol = try plot.symbol(mark)
      guard symbol == .ring, color.count != nil else {
        return form(symbol, color[0]).map { .constant($0) }
      }
      return Self.all(rows.indices.map { form(symbol, color[$0]) })
    }
    let found =
      if let symbols {
        try rows.map { row in
          try plot.symbol(mark, value: symbols[row], color: mark.field(.color, row))
        }
      } else {
        try column(values, rows) { try plot.symbol(mark, value: .nan, color: $0) }
      }
    guard found.contains(where: { $0 != found[0] }) || color.count != nil && found[0] == .ring
    else { return form(found[0], color[0]).map { .constant($0) } }
    return Self.all(rows.indices.map { form(found[$0], color[$0]) })
  }

  /// The symbols as a column; nil where one is none of a scene's.
  private static func all(_ symbols: [PointSymbol?]) -> SceneColumn<PointSymbol>? {
    let known = symbols.compactMap { $0 }
    return known.count == symbols.count ? SceneColumn(known) : nil
  }

  /// The diameters of rows, in points.
  func diameter<M>(
    _ rows: [Int], _ mark: PlacedMark<M>, in plot: PlotArea
  ) -> SceneColumn<Double> {
    guard let sizes else { return .constant(plot.symbolDiameter(mark)) }
    return SceneColumn(rows.map { plot.symbolDiameter(mark, value: sizes[$0]) })
  }

  /// What a function gives for the values of rows; for a value that has come before, as before.
  private func column<Output, Failure: Error>(
    _ values: [Double], _ rows: [Int], _ function: (Double) throws(Failure) -> Output
  ) throws(Failure) -> [Output] {
    var known: [UInt64: Output] = [:]
    var result: [Output] = []
    result.reserveCapacity(rows.count)
    var last: (bits: UInt64, output: Output)?
    for row in rows {
      let bits = values[row].bitPattern
      if let last, last.bits == bits {
        result.append(last.output)
        continue
      }
      let output: Output
      if let before = known[bits] { output = before } else { output = try function(values[row]) }
      if known.count < Self.memoLimit { known[bits] = output }
      last = (bits, output)
      result.append(output)
    }
    return result
  }

  /// The most values whose outputs are kept.
  private static let memoLimit = 4_096
}

/// The rectangles of many rows that the plot shows.
struct RectColumns {
  private var (minX, minY, maxX, maxY): ([Double], [Double], [Double], [Double]) = ([], [], [], [])
  private var corners: [Path.Corners] = []
  private var rows: [Int] = []
  private var places = ColumnPlaces()
  private let columns: MarkColumns

  /// Collects the rectangles of a mark's rows.
  ///
  /// - Parameters:
  ///   - mark: the mark.
  ///   - plot: where it is drawn.
  ///   - overhang: how far a rectangle reaches beyond the values that it shows, in points.
  ///   - shape: returns the rectangle of a row and its round corners; nil for none.
  init<M: Mark>(
    _ mark: PlacedMark<M>, in plot: PlotArea, overhang: Double = 0,
    _ shape: (Int) throws -> (rect: Rect, corners: Path.Corners)?
  ) rethrows {
    columns = MarkColumns(mark, in: plot)
    let seen = plot.rect.inset(by: -0.5)
    for row in mark.rows {
      guard let (whole, round) = try shape(row) else { continue }
      let rect = plot.nearby(whole)
      let isSeen = seen.intersects(rect)
      if !plot.rect.contains(rect, tolerance: 0.5 + overhang) {
        if M.edge != .clipped || !isSeen { places.addOutside(row) }
        places.isCut = true
      }
      guard isSeen else { continue }
      minX.append(rect.minX)
      minY.append(rect.minY)
      maxX.append(rect.maxX)
      maxY.append(rect.maxY)
      if columns.needsRows { rows.append(row) }
      corners.append(round)
    }
    if M.edge == .clipped { places.isCut = true }
  }

  /// Returns the rectangles as one item.
  func drawing<M: Mark>(
    _ mark: PlacedMark<M>, in plot: PlotArea, radius: Double, overlap: Double = 0,
    color defaultColor: Color = .accent, clipReach: Double
  ) throws -> MarkDrawing {
    var drawing = MarkDrawing()
    var places = places
    places.clipReach = clipReach
    drawing.places = places
    guard !minX.isEmpty else { return drawing }
    let color = try columns.color(rows, mark, in: plot, default: defaultColor)
    func moved(_ edges: [Double], by distance: Double) -> [Double] {
      distance == 0 ? edges : edges.map { $0 + distance }
    }
    let item = RectsItem(
      minX: moved(minX, by: -overlap), minY: moved(minY, by: -overlap),
      maxX: moved(maxX, by: overlap), maxY: moved(maxY, by: overlap), color: color,
      cornerRadius: max(0, radius),
      corners: radius > 0 ? SceneColumn(corners) : .constant(.all))
    drawing.items = [.rects(item)]
    drawing.anchor = item.bounds.flatMap { $0.intersection(plot.rect) }
    return drawing
  }
}
