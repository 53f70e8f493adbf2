public import BurinGeometry
import BurinScales
public import BurinScene

/// Where marks are drawn: the rectangle, the scales, the styles.
public struct PlotArea {
  /// The plot's rectangle, in the figure's coordinates.
  public var rect: Rect
  /// The rectangle without the room that labels at its edges took; the scales span this one.
  public var data: Rect
  /// The horizontal scale.
  public var x: AxisScale
  /// The vertical scale.
  public var y: AxisScale
  /// Angles and distances from the middle; nil in a chart without marks at angles.
  public var polar: PolarCoordinates?
  /// Fonts, theme and language.
  public var context: LayoutContext
  let styles: StyleScales
  /// The rectangles that names of other marks keep off.
  var obstacles: [Rect] = []
  /// The lines that names of other marks keep off.
  var strikes: [[Point]] = []

  /// Returns the scale of an axis, `.x` or `.y`.
  public func scale(_ channel: Channel) -> AxisScale { channel == .x ? x : y }

  /// Returns the part of a rectangle that lies near the plot, or its edge there.
  ///
  /// Beyond, it is cut anyway, and renderers draw no coordinates of more than 10⁷ points.
  func nearby(_ rect: Rect) -> Rect {
    // What has no place stays without one.
    guard !rect.minX.isNaN, !rect.minY.isNaN, !rect.maxX.isNaN, !rect.maxY.isNaN else {
      return rect
    }
    let reach = 20_000.0
    let (x, y) = (
      self.rect.minX - reach...self.rect.maxX + reach,
      self.rect.minY - reach...self.rect.maxY + reach
    )
    return Rect(
      minX: rect.minX.clamped(to: x), minY: rect.minY.clamped(to: y),
      maxX: rect.maxX.clamped(to: x), maxY: rect.maxY.clamped(to: y))
  }

  /// Returns the place of a pair of values, or nil where a scale has none for one of them.
  public func point(_ x: Double, _ y: Double) -> Point? {
    guard let px = self.x.position(x), let py = self.y.position(y) else { return nil }
    return Point(px, py)
  }

  /// Returns the place of the first values of a mark; a stretch's middle.
  public func point<M>(of mark: PlacedMark<M>, _ row: Int? = nil) -> Point? {
    let row = row ?? mark.row
    guard let x = middle(mark.x(row), .x), let y = middle(mark.y(row), .y) else { return nil }
    return Point(x, y)
  }

  /// Returns the middle of a value or a stretch on an axis, in points; nil without a place.
  public func middle(_ value: (start: Double, end: Double), _ channel: Channel) -> Double? {
    let scale = scale(channel)
    guard let start = scale.position(value.start) else { return nil }
    if value.end == value.start { return start }
    return scale.position(value.end).map { (start + $0) / 2 }
  }

  /// Returns the rectangle to whose edge a mark runs that has no value there: it makes way for a
  /// label of its own at that edge.
  func edge<M>(
    of mark: PlacedMark<M>, _ row: Int, _ isThere: (AnnotationPosition) -> Bool
  ) -> Rect {
    let annotations = mark.table.layer.annotations[row] ?? []
    return annotations.contains { isThere($0.position) } ? data : rect
  }

  /// The middles of some of a mark's rows on an axis, in points, as ``middle(_:_:)`` gives them; NaN
  /// for rows without a place.
  func middles<M>(of mark: PlacedMark<M>, _ rows: MarkRows, _ channel: Channel) -> [Double] {
    let values = mark.table[channel]
    let scale = scale(channel)
    let starts = rows.values(of: values.start)
    var middles = scale.positions(of: starts)
    if values.end.isIdentical(to: values.start) { return middles }
    let ends = rows.values(of: values.end)
    for index in middles.indices where ends[index] != starts[index] {
      middles[index] = scale.position(ends[index]).map { (middles[index] + $0) / 2 } ?? .nan
    }
    return middles
  }

  /// Returns the mark's own colour, its value's, or a default, with the mark's opacity.
  public func color<M>(
    _ mark: PlacedMark<M>, default color: Color = .accent
  ) throws -> RGBColor {
    try baseColor(mark, default: color).opacity(opacity(mark))
  }

  /// Returns the mark's colour without its opacity, for marks of several items that fade as one.
  public func baseColor<M>(_ mark: PlacedMark<M>, default color: Color = .accent) throws
    -> RGBColor
  {
    try baseColor(mark, value: mark.field(.color), default: color)
  }

  /// The colour of a mark's value without its opacity.
  func baseColor<M>(
    _ mark: PlacedMark<M>, value: Double, default color: Color = .accent
  ) throws -> RGBColor {
    if let own = mark.style.color { return try context.color(own) }
    if let scale = styles.color,
      let (found, round) = try scale.color(value, theme: context.theme)
    {
      // Where areas have neither symbols nor dashes, a further round is lighter.
      guard round > 0, M.swatch == .square else { return found }
      let canvas = try context.color(.canvas)
      return found.mixed(with: canvas, at: ColorScale.tint(round: round))
    }
    return try context.color(color)
  }

  /// Returns the opacity of the mark as a whole, 0…1.
  public func opacity<M>(_ mark: PlacedMark<M>) -> Double {
    opacity(mark, value: mark.field(.opacity))
  }

  /// The opacity of a mark's value.
  func opacity<M>(_ mark: PlacedMark<M>, value: Double) -> Double {
    let byValue = styles.opacity?.position(value) ?? .nan
    return (mark.style.opacity * (byValue.isNaN ? 1 : byValue)).clamped(to: 0...1)
  }

  /// Whether nothing shows through any of a mark's rows.
  func isOpaque<M>(_ mark: PlacedMark<M>) throws -> Bool {
    guard mark.style.opacity == 1, styles.opacity == nil else { return false }
    return try baseColor(mark).isOpaque
  }

  /// How often the series' colours have been used up before the mark's.
  func round<M>(_ mark: PlacedMark<M>) throws -> Int {
    try round(mark, value: mark.field(.color))
  }

  /// How often the series' colours have been used up before a value of a mark.
  private func round<M>(_ mark: PlacedMark<M>, value: Double) throws -> Int {
    guard mark.style.color == nil else { return 0 }
    return try styles.color?.color(value, theme: context.theme)?.round ?? 0
  }

  /// Returns the lengths of the dashes and gaps of a mark's line, in points; none for a whole line.
  public func dash<M>(_ mark: PlacedMark<M>) throws -> [Double] {
    if let dash = mark.style.dash { return dash }
    if let line = styles.dashes?.value(mark.field(.dash)) { return line.shiftedDash }
    return M.swatch == .line ? DashPatterns.pattern(try round(mark)) : []
  }

  /// Whether a row of a mark is drawn with dashes.
  func hasDashes<M>(_ mark: PlacedMark<M>) throws -> Bool {
    if let dash = mark.style.dash { return !dash.isEmpty }
    if styles.dashes != nil { return true }
    guard M.swatch == .line, mark.style.color == nil, styles.color != nil else { return false }
    return try mark.rows.contains { try round(mark, value: mark.field(.color, $0)) > 0 }
  }

  /// Returns the symbol of a mark: its own, its value's, or the circle.
  public func symbol<M>(_ mark: PlacedMark<M>) throws -> BasicChartSymbolShape {
    try symbol(mark, value: mark.field(.symbol), color: mark.field(.color))
  }

  /// The symbol of a mark's value; of its colour's where symbols have no scale.
  func symbol<M>(_ mark: PlacedMark<M>, value: Double, color: Double) throws -> ChartSymbol {
    if let symbol = mark.style.symbol { return symbol }
    if let symbol = styles.symbols?.value(value) { return symbol }
    return ChartSymbol.ordered(try round(mark, value: color))
  }

  /// Returns the diameter of a mark's symbol, in points.
  public func symbolDiameter<M>(_ mark: PlacedMark<M>) -> Double {
    symbolDiameter(mark, value: mark.field(.size))
  }

  /// Returns the width and the height of a mark's symbol, in points.
  public func symbolSize<M>(_ mark: PlacedMark<M>) -> Size {
    if mark.style.hasEffects, mark.field(.size).isNaN, let own = mark.style.effects.symbolBox {
      return own
    }
    let diameter = symbolDiameter(mark)
    return Size(diameter, diameter)
  }

  /// Returns the width of a mark's line, in points: its own, its value's, or a default.
  public func lineWidth<M>(_ mark: PlacedMark<M>, default width: Double) -> Double {
    mark.style.lineWidth ?? styles.dashes?.value(mark.field(.dash))?.lineWidth ?? width
  }

  /// The diameter of the symbol of a mark's value, in points.
  func symbolDiameter<M>(_ mark: PlacedMark<M>, value: Double) -> Double {
    let area = styles.sizes?.value(value) ?? .nan
    return mark.style.symbolDiameter(area: area.isNaN ? nil : area)
  }
}

/// The dashes of lines that colours no longer tell apart, in order.
enum DashPatterns {
  private static let patterns: [[Double]] = [
    [], [7, 3.5], [2.2, 2.6], [9, 3, 2.2, 3], [4, 2, 4, 5],
  ]

  /// The pattern of an index; they start anew beyond the last.
  static func pattern(_ index: Int) -> [Double] { patterns[index % patterns.count] }
}
