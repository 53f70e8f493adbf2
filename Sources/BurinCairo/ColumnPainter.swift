import BurinGeometry
import BurinScene

/// Paints shapes in columns into pixels, by the share of each pixel that a shape covers.
///
/// What is painted is within two of 255 of shapes laid exactly over each other; Cairo's own paths
/// are up to eleven off, at ten times the time.
struct ColumnPainter {
  private let pixels: PixelBuffer
  let map: PixelScale
  private let clip: Rect?

  /// The largest radius of a point, in pixels, that is painted here.
  private static let largestRadius = 256.0

  /// Nil where the context draws no pixels, or turned ones, or within an outline.
  init?(_ context: OpaquePointer, _ clip: RasterClip) {
    guard let map = PixelScale(context), let pixels = PixelBuffer(context) else { return nil }
    self.pixels = pixels
    self.map = map.moved(by: pixels.offset)
    switch clip {
    case .none: self.clip = nil
    case .rect(let rect): self.clip = rect.offset(by: pixels.offset)
    case .outline: return nil
    }
  }

  /// Makes the plane for what lies within a rectangle of the user's space; nil for nothing.
  func plane(_ bounds: Rect, _ ink: RGBColor?) -> PaintPlane? {
    var shown = map.apply(bounds)
    if let clip {
      guard let common = shown.intersection(clip) else { return nil }
      shown = common
    }
    func range(_ low: Double, _ high: Double, _ count: Int) -> Range<Int>? {
      let (start, end) = (
        Int(max(0, low.rounded(.down))), Int(min(Double(count), high.rounded(.up)))
      )
      return start < end ? start..<end : nil
    }
    // A hair more, for outlines of circles reach out by their rounding.
    guard shown.minX < Double(pixels.width), shown.maxX > 0, shown.minY < Double(pixels.height),
      shown.maxY > 0, let columns = range(shown.minX - 0.01, shown.maxX + 0.01, pixels.width),
      let rows = range(shown.minY - 0.01, shown.maxY + 0.01, pixels.height)
    else { return nil }
    let plane = PaintPlane(columns: columns, rows: rows, ink: ink)
    plane.load(pixels)
    return plane
  }

  func finish(_ plane: PaintPlane) {
    plane.store(pixels, clip: clip)
    pixels.finish()
  }

  /// The number of shapes between two looks at the watch.
  private static let batch = 4_096

  /// Paints points, whose coordinates must be finite; false for what Cairo must paint.
  func paint(_ points: PointsItem, _ watch: RenderWatch) throws(RenderError) -> Bool {
    let count = points.count
    guard count > 0, let bounds = points.bounds else { return true }
    let largest: Double =
      switch points.diameter {
      case .constant(let diameter): diameter / 2 * map.scale
      case .values(let diameters): (diameters.max() ?? 0) / 2 * map.scale
      }
    guard largest <= Self.largestRadius else { return false }
    guard let plane = plane(bounds, points.ink) else { return true }
    var symbols = SymbolPainter(points, scale: map.scale, largest: largest)
    for row in 0..<count {
      if row % Self.batch == 0 { try check(watch) }
      let radius = points.diameter[row] / 2 * map.scale
      guard radius > 0 else { continue }
      symbols.paint(
        points.symbol[row], points.color[row], x: map.x(points.x[row]), y: map.y(points.y[row]),
        radius: radius, on: plane)
    }
    finish(plane)
    return true
  }

  /// Paints rectangles, whose coordinates must be finite; false for what Cairo must paint.
  func paint(_ rects: RectsItem, _ watch: RenderWatch) throws(RenderError) -> Bool {
    guard rects.cornerRadius <= 0 else { return false }
    let count = rects.count
    guard count > 0, let bounds = rects.bounds else { return true }
    let ink: RGBColor? = if case .constant(let color) = rects.color { color } else { nil }
    guard let plane = plane(bounds, ink) else { return true }
    for row in 0..<count {
      if row % Self.batch == 0 { try check(watch) }
      plane.paint(map.apply(rects.rect(row)), rects.color[row])
    }
    finish(plane)
    return true
  }

  private func check(_ watch: RenderWatch) throws(RenderError) {
    do throws(LimitError) { try watch.check() } catch { throw .stopped(error) }
  }
}

extension PointsItem {
  /// The one colour that the points are painted with; nil where there are several.
  fileprivate var ink: RGBColor? {
    guard case .constant(let color) = color else { return nil }
    let hasGround = symbol.distinct.contains { symbol in
      if case .ring(_, _?) = symbol { true } else { false }
    }
    return hasGround ? nil : color
  }
}

/// Paints symbols of the kinds that occur in an item, each made ready once.
private struct SymbolPainter {
  /// A symbol made ready.
  private struct Kind {
    var symbol: PointSymbol
    var ground: Part?
    var main: Part
    var groundColor: RGBColor
  }

  private struct Part {
    var outline: SymbolOutline
    var stamps: SymbolStamps?
  }

  private var kinds: [Kind] = []
  private var mask = CoverageMask()
  /// The index of the symbol that was painted last.
  private var last = 0
  private let scale: Double
  private let largest: Double
  /// How many points of one size share stamps; 0 where sizes differ.
  private let count: Int

  init(_ points: PointsItem, scale: Double, largest: Double) {
    (self.scale, self.largest) = (scale, largest)
    if case .constant = points.diameter {
      count = points.symbol.count == nil ? points.count : points.count / 6
    } else {
      count = 0
    }
  }

  private mutating func index(of symbol: PointSymbol) -> Int {
    if last < kinds.count, kinds[last].symbol == symbol { return last }
    if let known = kinds.firstIndex(where: { $0.symbol == symbol }) {
      last = known
      return known
    }
    func part(isGround: Bool) -> Part {
      let outline = SymbolOutline(symbol, isGround: isGround, scale: scale, largest: largest)
      return Part(
        outline: outline,
        stamps: symbol.isUpright
          ? nil : SymbolStamps(outline, radius: largest, count: count))
    }
    var kind = Kind(symbol: symbol, main: part(isGround: false), groundColor: .clear)
    if case .ring(_, let ground?) = symbol {
      kind.ground = part(isGround: true)
      kind.groundColor = ground
    }
    kinds.append(kind)
    last = kinds.count - 1
    return last
  }

  mutating func paint(
    _ symbol: PointSymbol, _ color: RGBColor, x: Double, y: Double, radius: Double,
    on plane: PaintPlane
  ) {
    let index = index(of: symbol)
    if kinds[index].ground != nil {
      paint(index, \.ground, kinds[index].groundColor, x, y, radius, plane)
    }
    if let stamps = kinds[index].main.stamps {
      plane.paint(stamps, x: x, y: y, color)
    } else {
      paint(kinds[index].main.outline, color, x, y, radius, plane)
    }
  }

  private mutating func paint(
    _ index: Int, _ path: KeyPath<Kind, Part?>, _ color: RGBColor, _ x: Double, _ y: Double,
    _ radius: Double, _ plane: PaintPlane
  ) {
    guard let part = kinds[index][keyPath: path] else { return }
    if let stamps = part.stamps {
      plane.paint(stamps, x: x, y: y, color)
    } else {
      paint(part.outline, color, x, y, radius, plane)
    }
  }

  /// Paints one symbol by its own exact coverage.
  private mutating func paint(
    _ outline: SymbolOutline, _ color: RGBColor, _ x: Double, _ y: Double, _ radius: Double,
    _ plane: PaintPlane
  ) {
    let extent = outline.extent
    let (left, top) = (
      (x + extent.minX * radius).rounded(.down), (y + extent.minY * radius).rounded(.down)
    )
    let (right, bottom) = (
      (x + extent.maxX * radius).rounded(.up), (y + extent.maxY * radius).rounded(.up)
    )
    guard right > Double(plane.columns.lowerBound), left < Double(plane.columns.upperBound),
      bottom > Double(plane.rows.lowerBound), top < Double(plane.rows.upperBound)
    else { return }
    outline.cover(
      &mask, width: Int(right - left), height: Int(bottom - top),
      center: SIMD2(x - left, y - top), radius: radius)
    plane.paint(mask, column: Int(left), row: Int(top), color)
  }
}

extension PointSymbol {
  /// Whether the symbol has edges along both axes, between which stamps cannot be interpolated.
  fileprivate var isUpright: Bool { self == .square || self == .cross }
}
