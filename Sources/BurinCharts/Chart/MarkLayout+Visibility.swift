import BurinGeometry
import BurinInk
import BurinScene

extension MarkLayout {
  /// Returns what the author should know of marks that readers can hardly see.
  func visibilityNotes(_ drawn: Drawn, _ counts: [String: Int]) throws -> [String] {
    // Beside dark ones of their kind, such as a box beside its whiskers, pale marks are meant so.
    let faint = drawn.faint.filter { mark, count in
      count + drawn.faintLabelled[mark, default: 0] == counts[mark] || area.styles.opacity != nil
    }
    // Small values among others are no news; marks of which nearly none is seen are.
    let thin = drawn.thin.filter { mark, count in
      Double(count) > (1 - InkLimits.leastSeen) * Double(counts[mark] ?? count)
    }
    return faint.sorted { $0.key < $1.key }.map { faintNote($0.key, $0.value, counts) }
      + (try paleNotes(drawn, counts)) + unseenNotes(drawn, counts)
      + thin.sorted { $0.key < $1.key }.map { mark, count in
        "\(count) of \(counts[mark] ?? count) \(mark)s are too thin to be seen, less than \(InkLimits.leastThickness) pt"
      }
      + coveredNotes(drawn, counts)
      + drawn.moved.sorted { $0.key < $1.key }.map { mark, count in
        "\(count) of \(counts[mark] ?? count) \(mark)s leave the plot by their offset, and lie over what is there"
      }
  }

  /// Whether a mark has no length because its value is zero.
  func isZero<M: Mark>(_ mark: PlacedMark<M>) -> Bool {
    guard mark.rows.count == 1, let row = mark.rows.first else { return false }
    if mark.run.form(.angle) == .value {
      return mark.table.angle.start[row] == mark.table.angle.end[row]
    }
    guard mark.table.hasLength, mark.run.form(mark.table.lengthAxis) == .value else { return false }
    let column = mark.table[mark.table.lengthAxis]
    return column.start[row] == column.end[row]
  }

  /// The most rectangles that are compared with each other.
  private static let mostCompared = 1_000

  /// Keeps the rectangle of a mark that is nothing else.
  func addRectangle<M: Mark>(
    _ drawing: MarkDrawing, _ mark: PlacedMark<M>, to drawn: inout Drawn
  ) {
    guard mark.table.hasLength, M.showsLength, drawing.items.count == 1,
      drawn.rectangles.count <= Self.mostCompared,
      case .path(let item)? = drawing.items.first, let rect = item.path.bounds,
      min(rect.width, rect.height) >= InkLimits.leastThickness
    else { return }
    var isOpaque = false
    if case .color(let color)? = item.fill { isOpaque = color.isOpaque }
    let isPlain = !mark.style.hasEffects
    drawn.rectangles.append((rect, M.markName, isOpaque && isPlain))
  }

  /// Returns what the author should know of marks of which nothing is seen under others.
  private func coveredNotes(_ drawn: Drawn, _ counts: [String: Int]) -> [String] {
    let all = drawn.rectangles
    guard all.count <= Self.mostCompared else { return [] }
    var covered: [String: Int] = [:]
    for (index, under) in all.enumerated() {
      let isCovered = all[(index + 1)...].contains { over in
        over.isOpaque && over.rect.contains(under.rect, tolerance: 0.01)
      }
      if isCovered { covered[under.mark, default: 0] += 1 }
    }
    return covered.sorted { $0.key < $1.key }.map { mark, count in
      "\(count) of \(counts[mark] ?? count) \(mark)s \(count == 1 ? "lies" : "lie") wholly under others; stack them, put them side by side, make them translucent, or draw them after the others"
    }
  }

  /// Whether a mark that was within the plot is not after its offset; a symbol at the edge may
  /// reach over it.
  func leavesPlot<M: Mark>(_ drawing: MarkDrawing, _ mark: PlacedMark<M>) -> Bool {
    guard mark.style.hasEffects,
      mark.style.effects.offset != .zero || mark.style.effects.ends != nil,
      let ink = (drawing.items + drawing.overlay).inkBounds
    else { return false }
    return !area.rect.contains(ink, tolerance: area.context.theme.margin / 2)
  }

  /// The contrast with the background under which nothing is seen.
  private static let leastSeen = 1.02

  /// Judges how much a mark differs from the background, unless those before it do.
  func judge<M: Mark>(
    _ drawing: MarkDrawing, of mark: PlacedMark<M>, _ number: Int, _ annotations: [Annotation],
    into drawn: inout Drawn, _ counts: [String: Int]
  ) throws {
    guard !drawing.items.isEmpty else { return }
    let isUnseenSoFar = drawn.unseen == counts.values.reduce(0, +) - 1
    // One dark mark of the kind is enough, but where opacity tells values.
    let faint = drawn.faint[M.markName, default: 0] + drawn.faintLabelled[M.markName, default: 0]
    let mayBeFaint = faint == number || area.styles.opacity != nil
    // Where marks of other kinds are near, such as the line along an area, a mark may be pale.
    let isBesideOthers = model.tables.count > 1
    let pale = drawn.pale[M.markName, default: PaleMarks(areAreas: M.swatch == .square)]
    guard
      isUnseenSoFar
        || (isBesideOthers ? annotations.isEmpty && pale.judged < PaleMarks.most : mayBeFaint)
    else { return }
    let contrast = try strongestContrast(
      drawing.items, opacity: drawing.overlay.isEmpty ? 1 : max(0, area.opacity(mark)),
      blend: mark.style.hasEffects ? mark.style.effects.blend : nil)
    if let contrast, contrast < Self.leastSeen { drawn.unseen += 1 }
    let isFaint = contrast.map { $0 < InkLimits.graphicContrast - InkLimits.rounding } ?? false
    if !isBesideOthers {
      // A label explains its own mark, and none of the others.
      let faint = annotations.isEmpty ? \Drawn.faint : \Drawn.faintLabelled
      if isFaint { drawn[keyPath: faint][M.markName, default: 0] += 1 }
    } else if annotations.isEmpty {
      drawn.pale[M.markName, default: pale].add(isFaint ? drawing.items : [])
    }
  }

  func faintNote(_ mark: String, _ count: Int, _ counts: [String: Int]) -> String {
    "\(count) of \(counts[mark] ?? count) \(mark)s have a contrast below \(InkLimits.graphicContrast):1 with the background; use a darker colour or more opacity"
  }

  /// What the author should know of a chart that shows nothing.
  private func unseenNotes(_ drawn: Drawn, _ counts: [String: Int]) -> [String] {
    let count = counts.values.reduce(0, +)
    guard count > 0, drawn.unseen == count else { return [] }
    return [
      "no mark can be seen: all \(count) have the colour of the background or no opacity"
    ]
  }

  /// Returns how much the strongest part of a mark differs from the page; nil where none counts.
  private func strongestContrast(
    _ items: [SceneItem], opacity: Double, blend: BlendMode?
  ) throws -> Double? {
    let page = try area.context.color(.canvas)
    var strongest: Double?
    items.visitInk { ink in
      guard let color = ink.color else {
        if ink.path == nil { strongest = .infinity }
        return
      }
      if let path = ink.path, path.fill == nil, let stroke = path.stroke, stroke.width <= 1.6,
        !stroke.dash.isEmpty || path.path.elements.count == 2
      {
        // Thin straight lines guide the eye to something else.
        return
      }
      let seen = color.opacity(opacity).blended(blend ?? .normal, over: page.over(.white))
      strongest = max(strongest ?? 0, seen.contrast(with: page))
    }
    return strongest
  }
}

extension MarkDrawing {
  /// Returns whether the mark's shapes are filled, have no rim, and all are too thin to be seen within
  /// the plot: one sliver among the fills of a map is no news.
  func isThin(in plot: Rect) -> Bool {
    let filled = items.reduce(0) { count, item in
      switch item {
      case .path(let path): path.fill != nil && path.stroke == nil ? count + 1 : count
      case .rects(let rects): count + rects.count
      case .group, .glyphs, .image, .points, .sectors: count
      }
    }
    return filled > 0 && thinCount(in: plot) == filled
  }

  /// Returns how many of its shapes are filled, have no rim and are too thin to be seen within the
  /// plot.
  func thinCount(in plot: Rect) -> Int {
    items.reduce(0) { count, item in
      switch item {
      case .path(let path):
        guard path.fill != nil, path.stroke == nil else { return count }
        return path.path.isThin(in: plot) ? count + 1 : count
      case .rects(let rects): return count + rects.thinCount(in: plot)
      case .group, .glyphs, .image, .points, .sectors: return count
      }
    }
  }
}

/// The share of their bounds from which shapes too thin to be seen alone are seen together, as a
/// tone.
private let leastTone = 1.0 / 32

extension RectsItem {
  /// Returns how many rectangles are too thin to be seen within the plot, alone and together.
  fileprivate func thinCount(in plot: Rect) -> Int {
    var (thin, area) = (0, 0.0)
    for row in 0..<count where rect(row).isThin(in: plot) {
      thin += 1
      area += rect(row).intersection(plot)?.area ?? 0
    }
    guard thin > 0, let shown = bounds?.intersection(plot) else { return thin }
    return area < leastTone * shown.area ? thin : 0
  }
}

extension Rect {
  /// Returns whether what a plot shows of the rectangle is too thin to be seen.
  fileprivate func isThin(in plot: Rect) -> Bool {
    guard let shown = intersection(plot) else { return true }
    return min(shown.width, shown.height) < InkLimits.leastThickness
  }
}

extension Path {
  /// Whether the path is a sliver: twice its area, divided by its length, is the thickness of a
  /// long shape.
  fileprivate func isThin(in plot: Rect) -> Bool {
    guard let bounds, !bounds.isThin(in: plot) else { return true }
    guard plot.contains(bounds, tolerance: 1) else {
      // The part within the plot decides, which may be none though the rectangles meet.
      guard let shown = bounds.intersection(plot), let polygon = Polygon(self) else { return true }
      return polygon.areaAcross(shown)
        < InkLimits.leastThickness * max(shown.width, shown.height)
    }
    var (area, length) = (0.0, 0.0)
    var (start, last) = (Point.zero, Point.zero)
    func add(_ point: Point) {
      area += last.x * point.y - point.x * last.y
      length += last.distance(to: point)
      last = point
    }
    for element in elements {
      switch element {
      case .move(let point): (start, last) = (point, point)
      case .line(let point): add(point)
      // A curve counts as the line between its ends, which is enough for slivers.
      case .cubic(_, _, let point): add(point)
      case .close: add(start)
      }
    }
    guard length > 0, area.magnitude / length < InkLimits.leastThickness else { return false }
    // The edge of an area of noise is as long as that of a sliver.
    guard area.magnitude / 2 < leastTone * bounds.area else { return false }
    // A circle of two curves has no area between their ends, and the parts of an outline that
    // crosses itself cancel each other: those are measured more slowly.
    return Polygon(self).map { 2 * $0.areaAcross($0.bounds) / length < InkLimits.leastThickness }
      ?? true
  }
}

extension Polygon {
  /// Returns about the area within a rectangle, from lines across: no part of it cancels another.
  fileprivate func areaAcross(_ part: Rect) -> Double {
    let lines = 64
    let isWide = part.width >= part.height
    let (low, length) = isWide ? (part.minX, part.width) : (part.minY, part.height)
    let across = isWide ? part.minY...part.maxY : part.minX...part.maxX
    let sides = sides
    var sum = 0.0
    for line in 0..<lines {
      let place = low + length * (Double(line) + 0.5) / Double(lines)
      let crossings = sides.compactMap { side -> Double? in
        let (start, end) = (side.start, side.end)
        let (from, to) = isWide ? (start.x, end.x) : (start.y, end.y)
        guard (from <= place) != (to <= place) else { return nil }
        let point = side.point(at: (place - from) / (to - from))
        return isWide ? point.y : point.x
      }.sorted()
      for index in stride(from: 1, to: crossings.count, by: 2) {
        sum += max(
          0,
          min(crossings[index], across.upperBound) - max(crossings[index - 1], across.lowerBound))
      }
    }
    return sum * length / Double(lines)
  }
}
