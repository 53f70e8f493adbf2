import BurinGeometry
import BurinScene

/// What is drawn where, so that places for labels can be judged by the ink under them.
///
/// Lines, areas and texts are taken from the scene items themselves, as they are painted: clipped,
/// through their groups' transforms, lines with their width.
struct PlacementField {
  /// A piece of a line.
  private struct Piece {
    var segment: Segment
    var halfWidth: Double
    var owner: Int?
    /// The line it belongs to, so that a line counts once.
    var line: Int
    var isGrid: Bool
  }

  /// A painted area.
  private struct Area {
    var polygon: Polygon
    var clip: Rect?
    var color: Color
    var owner: Int?
    /// Whether labels keep off it: a bar, a point, an arrow's head.
    var isSolid: Bool
  }

  /// Ink of a text that is there already.
  private struct Ink {
    var rect: Rect
    var owner: Int?
  }

  let plot: Rect
  let frame: Rect
  let canvas: Color
  private var pieces: [Piece] = []
  private var areas: [Area] = []
  private var texts: [Ink] = []
  private var lineCount = 0
  private var pieceIndex: RectIndex
  private var areaIndex: RectIndex
  private var textIndex: RectIndex

  init(plot: Rect, frame: Rect, canvas: Color) {
    self.plot = plot
    self.frame = frame
    self.canvas = canvas
    pieceIndex = RectIndex([], bounds: frame)
    areaIndex = RectIndex([], bounds: frame)
    textIndex = RectIndex([], bounds: frame)
  }

  /// Paints fainter than this are no obstacle, as in the checks of finished scenes.
  static let leastOpacity = 0.2

  /// Takes in what is drawn, in painting order.
  ///
  /// - Parameters:
  ///   - items: what is drawn.
  ///   - owner: the number of the mark that draws it; nil for guides.
  ///   - solid: whether filled areas are bars or points, off which labels keep.
  mutating func add(_ items: [SceneItem], owner: Int? = nil, solid: Bool = false) {
    for item in items { add(item, owner, solid, .identity, nil, 1, isGrid: false) }
  }

  /// Keeps a rectangle free of labels as if text stood there.
  mutating func reserve(_ rect: Rect) { texts.append(Ink(rect: rect, owner: nil)) }

  /// Makes the field ready to be asked.
  mutating func seal() {
    pieceIndex = RectIndex(
      pieces.map { $0.segment.bounds.inset(by: -$0.halfWidth) }, bounds: frame)
    areaIndex = RectIndex(areas.map(\.polygon.bounds), bounds: frame)
    textIndex = RectIndex(texts.map(\.rect), bounds: frame)
  }

  private mutating func add(
    _ item: SceneItem, _ owner: Int?, _ solid: Bool, _ transform: AffineTransform, _ clip: Rect?,
    _ opacity: Double, isGrid: Bool
  ) {
    switch item {
    case .group(let group):
      let inner = group.transform.followed(by: transform)
      var visible = clip
      if let bounds = group.clip?.bounds.map(inner.apply) {
        visible = clip.map { $0.intersection(bounds) ?? Rect($0.origin, $0.origin) } ?? bounds
      }
      for child in group.items {
        add(
          child, owner, solid, inner, visible, opacity * group.opacity,
          isGrid: isGrid || group.role == .grid)
      }
    case .path(let item):
      let path = transform == .identity ? item.path : item.path.transformed(by: transform)
      if let stroke = item.stroke, case .color(let color) = stroke.paint,
        color.over(canvas) != canvas
      {
        let alpha = Double(color.alpha) / 255 * opacity
        // Guides below marks may be as faint as grids; text stands on them as on those.
        addLines(
          path, halfWidth: stroke.width / 2, owner, clip,
          isGrid: isGrid || alpha < Self.leastOpacity)
      }
      if case .color(let color) = item.fill, color.alpha > 0, let polygon = Polygon(path) {
        areas.append(
          Area(
            polygon: polygon, clip: clip, color: color.opacity(opacity), owner: owner,
            isSolid: (solid || Self.isThin(polygon.bounds))
              && color.opacity(opacity).over(canvas) != canvas))
      }
    case .glyphs(let run):
      if let bounds = run.inkBounds {
        texts.append(
          Ink(rect: transform == .identity ? bounds : transform.apply(bounds), owner: owner))
      }
    case .image: break
    }
  }

  /// Whether an area is a line to the reader, as in the checks of finished scenes.
  private static func isThin(_ bounds: Rect) -> Bool { min(bounds.width, bounds.height) <= 3 }

  private mutating func addLines(
    _ path: Path, halfWidth: Double, _ owner: Int?, _ clip: Rect?, isGrid: Bool
  ) {
    for polyline in path.flattened(tolerance: 0.25) {
      lineCount += 1
      for (a, b) in zip(polyline, polyline.dropFirst()) {
        let whole = Segment(a, b)
        guard let segment = clip == nil ? whole : clip.flatMap(whole.clipped) else { continue }
        pieces.append(
          Piece(
            segment: segment, halfWidth: halfWidth, owner: owner, line: lineCount, isGrid: isGrid))
      }
    }
  }
}

// MARK: - Judging places

extension PlacementField {
  /// The cost of text on text, above all that a few leaders and points in the way cost together.
  static let onText = 3000
  /// The cost of text that reaches out of the frame: more than to stand on a dozen others.
  static let outOfFrame = 40_000

  /// How far text keeps from other ink, in points.
  static let clearance = 2.0

  /// What speaks against a place.
  ///
  /// - Parameters:
  ///   - candidate: the place.
  ///   - request: the label with what its author wants.
  func cost(of candidate: LabelCandidate, _ request: LabelRequest) -> PlacementCost {
    var cost = PlacementCost(rank: candidate.rank)
    for rect in candidate.ink {
      add(&cost, textAt: rect.inset(by: -Self.clearance), request)
      let least =
        request.colors.map { $0.over(canvas) }.map { color in
          contrast(of: color, at: rect)
        }.min() ?? 21
      if least < 4.495 { cost.contrast += 250 }
    }
    // Many pale edges, as of contours, disturb hardly more than a few.
    cost.backdrop = min(cost.backdrop, 20)
    cost.bounds = boundsCost(of: candidate.bounds, request)
    if let leader = candidate.leader { add(&cost, leader, request) }
    return cost
  }

  private func add(_ cost: inout PlacementCost, textAt rect: Rect, _ request: LabelRequest) {
    textIndex.forEach(in: rect) { index in
      if let depth = Self.depth(rect, texts[index].rect) { cost.text += Self.onText + 10 * depth }
    }
    var lines: [Int: Double] = [:]
    var grids: Set<Int> = []
    pieceIndex.forEach(in: rect) { index in
      let piece = pieces[index]
      let reach = rect.inset(by: -piece.halfWidth)
      guard let inside = piece.segment.clipped(to: reach) else { return }
      if piece.isGrid {
        // A line that only grazes the clearance of the text disturbs nobody.
        if inside.clipped(to: rect.inset(by: Self.clearance)) != nil { grids.insert(piece.line) }
      } else {
        lines[piece.line, default: 0] += inside.length
      }
    }
    cost.backdrop += 4 * grids.count
    for length in lines.values { cost.lines += 400 + 8 * Int((length / 8).rounded(.up)) }
    areaIndex.forEach(in: rect) { index in
      let area = areas[index]
      guard area.clip?.intersects(rect) != false else { return }
      let isOwn = request.standsOnMark && area.owner == request.owner
      if area.isSolid, !isOwn {
        if area.polygon.meets(rect) {
          cost.marks += 600 + 10 * Self.depthOrZero(rect, area.polygon.bounds)
        }
      } else if area.polygon.edgeMeets(rect) {
        cost.backdrop += 10
      }
    }
  }

  private func add(_ cost: inout PlacementCost, _ leader: Segment, _ request: LabelRequest) {
    let bounds = leader.bounds.inset(by: -1)
    textIndex.forEach(in: bounds) { index in
      if leader.clipped(to: texts[index].rect.inset(by: -1)) != nil { cost.leader += 600 }
    }
    areaIndex.forEach(in: bounds) { index in
      let area = areas[index]
      guard area.isSolid, area.owner != request.owner else { return }
      if area.polygon.sides.contains(where: { $0.clipped(to: bounds) != nil && $0.crosses(leader) })
      {
        cost.leader += 200
      }
    }
    // Where the leader starts it may touch the line on which its point lies.
    let start = 5 / max(leader.length, 5)
    let rest = Segment(leader.point(at: start), leader.end)
    var crossed: Set<Int> = []
    pieceIndex.forEach(in: bounds) { index in
      let piece = pieces[index]
      if !piece.isGrid, piece.segment.crosses(rest) { crossed.insert(piece.line) }
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

  /// The least contrast of a colour with the paints under a line of text.
  private func contrast(of color: Color, at rect: Rect) -> Double {
    [0.1, 0.5, 0.9].map { fraction in
      color.contrast(with: backdrop(at: Point(rect.minX + rect.width * fraction, rect.midY)))
    }.min() ?? 21
  }

  /// The colour that is painted at a point.
  func backdrop(at point: Point) -> Color {
    var under: [Int] = []
    areaIndex.forEach(in: Rect(point, point)) { index in
      if areas[index].polygon.contains(point), areas[index].clip?.contains(point) != false {
        under.append(index)
      }
    }
    return under.sorted().reduce(canvas.over(.white)) { areas[$1].color.over($0) }
  }

  /// Whether a line, a grid's included, runs through ink.
  func hasLine(under ink: [Rect]) -> Bool {
    ink.contains { rect in
      var found = false
      pieceIndex.forEach(in: rect) { index in
        let piece = pieces[index]
        if piece.segment.clipped(to: rect.inset(by: -piece.halfWidth)) != nil { found = true }
      }
      return found
    }
  }

  /// Whether a mark paints anything within a rectangle.
  func paints(_ owner: Int, in rect: Rect) -> Bool {
    var found = false
    pieceIndex.forEach(in: rect) { index in
      let piece = pieces[index]
      if piece.owner == owner, piece.segment.clipped(to: rect.inset(by: -piece.halfWidth)) != nil {
        found = true
      }
    }
    areaIndex.forEach(in: rect) { index in
      if areas[index].owner == owner, areas[index].polygon.meets(rect) { found = true }
    }
    return found
  }

  /// The areas that a mark fills.
  func areas(of owner: Int) -> [Polygon] { areas.filter { $0.owner == owner }.map(\.polygon) }

  /// How deep two rectangles overlap along the direction in which they overlap least, rounded up.
  static func depth(_ a: Rect, _ b: Rect) -> Int? {
    guard let common = a.intersection(b) else { return nil }
    return Int(min(common.width, common.height, 1000).rounded(.up))
  }

  private static func depthOrZero(_ a: Rect, _ b: Rect) -> Int { depth(a, b) ?? 0 }

  /// How far a rectangle reaches out of another, rounded up.
  private static func excess(_ rect: Rect, _ room: Rect) -> Int {
    let excess = max(
      room.minX - rect.minX, rect.maxX - room.maxX, room.minY - rect.minY, rect.maxY - room.maxY)
    return excess > 0.25 ? Int(min(excess, 10_000).rounded(.up)) : 0
  }
}
