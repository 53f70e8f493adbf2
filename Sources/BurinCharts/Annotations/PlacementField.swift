import BurinGeometry
import BurinInk
import BurinScene

/// A spatial record of what is drawn, which judges places for labels by the ink under them.
///
/// Lines, areas and texts are derived from the scene items themselves, as in lint: clipped, through
/// their groups' transforms, lines with their width, and with the same limits.
struct PlacementField {
  /// The role of a line for labels.
  private struct PlacedLine {
    var owner: Int?
    /// Whether text may lie on the line, as on a grid.
    var isGrid: Bool
    var halfWidth: Double
  }

  /// A painted area.
  private struct Area {
    var area: InkArea
    var owner: Int?
    /// Whether labels avoid it: a bar, a point, an arrow's head.
    var isSolid: Bool
    /// Whether labels avoid its edges, because it looks like a shape, not a tint.
    var isShape = false

    var polygon: Polygon { area.polygon }
  }

  /// The ink of an existing text.
  private struct TextInk {
    var rect: Rect
    var owner: Int?
  }

  let plot: Rect
  let frame: Rect
  let canvas: RGBColor
  private var strokes: [PlacedLine] = []
  private var inkLines: [InkLine] = []
  private var areas: [Area] = []
  private var images: [Ink] = []
  private var texts: [TextInk] = []
  private var inkCount = 0
  private var lines: InkLines
  private var areaIndex: RectIndex
  private var textIndex: RectIndex
  private var backdrop: Backdrop

  init(plot: Rect, frame: Rect, canvas: RGBColor) {
    self.plot = plot
    self.frame = frame
    self.canvas = canvas
    lines = InkLines([], bounds: frame)
    areaIndex = RectIndex([], bounds: frame)
    textIndex = RectIndex([], bounds: frame)
    backdrop = Backdrop(page: canvas, areas: [], images: [], bounds: frame)
  }

  /// Adds drawn items, in painting order.
  ///
  /// - Parameters:
  ///   - items: the items.
  ///   - owner: the index of the mark that draws them; nil for guides.
  ///   - solid: whether filled areas are bars or points, which labels avoid.
  mutating func add(_ items: [SceneItem], owner: Int? = nil, solid: Bool = false) {
    let page = canvas.over(.white)
    items.visitInk { ink in
      var ink = ink
      ink.order = inkCount
      inkCount += 1
      switch ink.item {
      case .path:
        if owner == nil || strokes.count < InkLimits.mostObstacles,
          let line = InkLine(strokeOf: ink), !line.isGap(on: page)
        {
          // Guides below marks may be as faint as grids; text may lie on both.
          inkLines.append(line)
          strokes.append(
            PlacedLine(
              owner: owner, isGrid: ink.isIn(.grid) || line.isFaint, halfWidth: line.halfWidth))
        }
        if let area = InkArea(ink) {
          let isClear =
            ink.path?.fill.map { $0.isClear(ink, on: page) } ?? true
          areas.append(
            Area(area: area, owner: owner, isSolid: (solid || ink.isThin) && !isClear))
        }
      case .glyphs: texts.append(TextInk(rect: ink.bounds, owner: owner))
      case .image: images.append(ink)
      // What is too dense to be read shape by shape leaves no room to keep off it.
      case .points, .rects, .sectors: break
      case .group: break
      }
    }
  }

  /// Reserves a rectangle, which labels avoid like text.
  mutating func reserve(_ rect: Rect) { texts.append(TextInk(rect: rect, owner: nil)) }

  /// Prepares the field for queries.
  mutating func seal() {
    lines = InkLines(inkLines, bounds: frame)
    inkLines = []
    areaIndex = RectIndex(areas.map(\.polygon.bounds), bounds: frame)
    textIndex = RectIndex(texts.map(\.rect), bounds: frame)
    backdrop = Backdrop(page: canvas, areas: areas.map(\.area), images: images, bounds: frame)
    for number in areas.indices where areas[number].owner != nil {
      areas[number].isShape = backdrop.isShape(areas[number].area)
    }
  }
}

extension Paint {
  /// Returns whether the paint leaves a page unchanged.
  fileprivate func isClear(_ ink: Ink, on page: RGBColor) -> Bool {
    guard case .color(let color) = self else { return false }
    return ink.setting.blended(color.opacity(ink.opacity), over: page) == page
  }
}

// MARK: - Judging places

extension PlacementField {
  /// The cost of text on text, which exceeds the sum of a few leaders and points under text.
  static let onText = 3000
  /// The cost of text that extends beyond the frame: more than overlapping a dozen other texts.
  static let outOfFrame = 40_000

  /// The size up to which a mark is as good as its rectangle for lines across it, in points.
  private static let smallMark = 20.0

  /// The distance of text from other ink, in points.
  static let clearance = InkLimits.clearance

  /// Returns the cost of a place.
  ///
  /// - Parameters:
  ///   - request: the label with the author's preferences.
  ///   - request: the label with its author's preferences.
  func cost(of candidate: LabelCandidate, _ request: LabelRequest) -> PlacementCost {
    var cost = PlacementCost(rank: candidate.rank)
    var straddled: Set<Int> = []
    for rect in candidate.ink { add(&cost, textAt: rect, request, &straddled) }
    // A halo separates the text from the edges of shapes.
    if !straddled.isEmpty, !hasHalo(candidate, request) { cost.marks += 600 * straddled.count }
    cost.contrast += 250 * faintLines(candidate, request)
    // Many pale edges, as of contours, obstruct hardly more than a few.
    cost.backdrop = min(cost.backdrop, 20)
    cost.bounds = boundsCost(of: candidate.bounds, request)
    if let leader = candidate.leader { add(&cost, leader, request) }
    if candidate.leaderReadsAsMinus { cost.leader += 60 }
    return cost
  }

  /// Adds the costs of a line of text, and the shapes whose edges cross it.
  private func add(
    _ cost: inout PlacementCost, textAt ink: Rect, _ request: LabelRequest,
    _ straddled: inout Set<Int>
  ) {
    let rect = ink.inset(by: -Self.clearance)
    let letters = ink.inset(by: InkLimits.touch)
    textIndex.forEach(in: rect) { index in
      if let depth = Self.depth(rect, texts[index].rect) { cost.text += Self.onText + 10 * depth }
    }
    var lines: [Int: Double] = [:]
    var grids: Set<Int> = []
    self.lines.forEach(in: rect) { line, segment in
      let owner = strokes[line]
      guard let inside = segment.clipped(to: rect.inset(by: -owner.halfWidth)) else { return }
      if owner.isGrid {
        // A line that only grazes the clearance of the text does no harm.
        if inside.clipped(to: ink) != nil { grids.insert(line) }
      } else {
        lines[line, default: 0] += inside.length
      }
    }
    cost.backdrop += 4 * grids.count
    for length in lines.values { cost.lines += 400 + 8 * Int((length / 8).rounded(.up)) }
    areaIndex.forEach(in: rect) { index in
      let area = areas[index]
      let isInTheWay = area.isSolid && !carries(area, request)
      // Solid shapes have a cost of their own, except for the one that contains the label.
      if area.isShape, !isInTheWay, area.polygon.bounds.intersects(letters),
        area.area.edgeMeets(letters)
      {
        straddled.insert(index)
      }
      guard area.area.ink.clip?.intersects(rect) != false else { return }
      if isInTheWay {
        if area.polygon.meets(rect) {
          cost.marks += 600 + 10 * Self.depthOrZero(rect, area.polygon.bounds)
        }
      } else if area.polygon.edgeMeets(rect) {
        cost.backdrop += 10
      }
    }
  }

  /// Whether text may lie on an area: on its own mark where it is meant to, and on what its mark lies
  /// on too, such as a bar with a mark of the mean.
  private func carries(_ area: Area, _ request: LabelRequest) -> Bool {
    guard let owner = area.owner else { return false }
    if owner == request.owner { return request.standsOnMark }
    return owner < request.owner && area.polygon.contains(request.anchor.center)
  }

  private func add(_ cost: inout PlacementCost, _ leader: Segment, _ request: LabelRequest) {
    let bounds = leader.bounds.inset(by: -1)
    textIndex.forEach(in: bounds) { index in
      if leader.clipped(to: texts[index].rect.inset(by: -1)) != nil { cost.leader += 600 }
    }
    areaIndex.forEach(in: bounds) { index in
      let area = areas[index]
      guard area.isSolid, area.owner != request.owner else { return }
      // A line through the corners of an outline crosses none of its sides.
      let box = area.polygon.bounds
      let core = box.inset(by: min(box.width, box.height) / 6)
      let isSmall = max(box.width, box.height) <= Self.smallMark
      let crosses =
        isSmall && !core.contains(request.anchor.center)
        ? leader.clipped(to: core) != nil
        : area.polygon.sides.contains { $0.clipped(to: bounds) != nil && $0.crosses(leader) }
      if crosses { cost.leader += 200 }
    }
    // At its start the leader may touch the line on which its point lies.
    let start = 5 / max(leader.length, 5)
    let rest = Segment(leader.point(at: start), leader.end)
    var crossed: Set<Int> = []
    lines.forEach(in: bounds) { line, segment in
      if !strokes[line].isGrid, segment.crosses(rest) { crossed.insert(line) }
    }
    cost.leader += 120 * crossed.count
  }

  private func boundsCost(of rect: Rect, _ request: LabelRequest) -> Int {
    var cost = 0
    let beyondFrame = Self.excess(rect, request.room)
    if beyondFrame > 0 { cost += Self.outOfFrame + 10 * beyondFrame }
    if request.prefersPlot {
      let beyondPlot = Self.excess(rect, plot)
      if beyondPlot > 0 { cost += 80 + beyondPlot }
    }
    return cost
  }

  /// Returns whether the edge of a mark's shape runs through a label's text; a halo separates it.
  func straddles(_ candidate: LabelCandidate, _ request: LabelRequest) -> Bool {
    var found = false
    for rect in candidate.ink.map({ $0.inset(by: InkLimits.touch) }) {
      areaIndex.forEach(in: rect) { index in
        let area = areas[index]
        guard area.owner != nil, area.isShape || area.isSolid, area.area.edgeMeets(rect) else {
          return
        }
        found = true
      }
    }
    return found && !hasHalo(candidate, request)
  }

  /// Returns the number of lines of a label's text in which a part has insufficient contrast.
  private func faintLines(_ candidate: LabelCandidate, _ request: LabelRequest) -> Int {
    let offset = Vector(candidate.origin.x, candidate.origin.y)
    let least = InkLimits.textContrast - InkLimits.rounding
    var faint: Set<Int> = []
    for piece in candidate.pieces
    where !backdrop.hasContrast(piece.color, of: least, in: piece.rect.offset(by: offset)) {
      faint.insert(piece.line)
    }
    return faint.count
  }

  /// Returns the colour that is painted at a point.
  func backdrop(at point: Point) -> RGBColor { backdrop.color(at: point) }

  /// Returns whether a label has a halo: where a line runs under it, unless it would hide its own mark.
  func hasHalo(_ candidate: LabelCandidate, _ request: LabelRequest) -> Bool {
    request.isHeld && hasLine(under: candidate.ink)
  }

  /// Returns whether a line other than a grid's runs through the letters of a label without a halo.
  func isCrossed(_ candidate: LabelCandidate, _ request: LabelRequest) -> Bool {
    let letters = candidate.ink.map { $0.inset(by: InkLimits.touch) }
    return hasLine(under: letters, otherThanGrid: true) && !hasHalo(candidate, request)
  }

  /// Returns whether a line runs through ink.
  private func hasLine(under ink: [Rect], otherThanGrid: Bool = false) -> Bool {
    ink.contains { rect in
      var found = false
      lines.visit(in: rect) { line, segment in
        let stroke = strokes[line]
        if otherThanGrid, stroke.isGrid { return true }
        found = segment.clipped(to: rect.inset(by: -stroke.halfWidth)) != nil
        return !found
      }
      return found
    }
  }

  /// Returns whether a mark paints anything within a rectangle.
  func paints(_ owner: Int, in rect: Rect) -> Bool {
    var found = false
    lines.visit(in: rect) { line, segment in
      let other = strokes[line]
      found =
        other.owner == owner && segment.clipped(to: rect.inset(by: -other.halfWidth)) != nil
      return !found
    }
    if found { return true }
    areaIndex.forEach(in: rect) { index in
      if areas[index].owner == owner, areas[index].polygon.meets(rect) { found = true }
    }
    return found
  }

  /// Returns the areas that a mark fills.
  func areas(of owner: Int) -> [Polygon] { areas.filter { $0.owner == owner }.map(\.polygon) }

  /// Returns how deep two rectangles overlap along the direction in which they overlap least,
  /// rounded up.
  static func depth(_ a: Rect, _ b: Rect) -> Int? {
    guard let common = a.intersection(b) else { return nil }
    return Int(min(common.width, common.height, 1000).rounded(.up))
  }

  private static func depthOrZero(_ a: Rect, _ b: Rect) -> Int { depth(a, b) ?? 0 }

  /// Returns how far a rectangle extends beyond another, rounded up.
  private static func excess(_ rect: Rect, _ room: Rect) -> Int {
    let excess = max(
      room.minX - rect.minX, rect.maxX - room.maxX, room.minY - rect.minY, rect.maxY - room.maxY)
    return excess > 0.25 ? Int(min(excess, 10_000).rounded(.up)) : 0
  }
}
