import BurinGeometry
import BurinInk
import BurinScene
import BurinText

/// Collects the annotations of a chart and places them.
struct AnnotationLayout {
  let context: LayoutContext
  let plot: Rect
  let frame: Rect
  private(set) var requests: [LabelRequest] = []
  private var reserved: [Rect] = []
  private(set) var marks: [(name: String, anchorName: String?, drawing: MarkDrawing, clip: Rect?)] =
    []

  init(context: LayoutContext, plot: Rect, frame: Rect) {
    self.context = context
    self.plot = plot
    self.frame = frame
  }

  /// A mark with the items that it drew and its annotations.
  struct LabelledMark {
    var name: String
    var anchorName: String?
    var drawing: MarkDrawing
    var annotations: [Annotation]
    /// The colour of a label that names the mark as a whole.
    var color: Color?
    var clip: Rect?
    var isPoint: Bool
  }

  /// Adds a mark with the items that it drew.
  mutating func add(_ mark: LabelledMark) throws {
    try context.step()
    let owner = marks.count
    marks.append((mark.name, mark.anchorName, mark.drawing, mark.clip))
    guard var anchor = mark.drawing.anchor else { return }
    // A mark that the plot clips is labelled where it leaves the plot.
    anchor = anchor.moved(into: plot)
    for var annotation in mark.annotations {
      if annotation.position == .automatic, let side = mark.drawing.side {
        annotation.position = side
      }
      let color: Color = mark.color ?? .primary
      let ground = annotation.position == .overlay ? ground(of: mark.drawing) : nil
      var textColor =
        annotation.isOfWholeLine ? color : try ground.map { try overlayColor(on: $0) } ?? .primary
      noteOverflow(annotation)
      func blocks(_ color: Color) throws -> [Paragraph.Alignment: TextBlock] {
        if let view = annotation.view {
          let block = try context.block(
            of: view, color: color == .primary ? nil : color, target: anchor.size)
          return context.aligned { _ in block }
        }
        return try context.aligned { alignment in
          try context.layout(annotation.text.lines(alignment), role: .label, color: color)
        }
      }
      var set = try blocks(textColor)
      // A text that its mark does not hold is read on the page.
      let isOnPoint = annotation.position == .overlay && mark.isPoint
      let isHeld = ground.map { $0.holds(set[.center]?.size ?? .zero) } ?? !isOnPoint
      if !isHeld, textColor != .primary {
        textColor = .primary
        set = try blocks(textColor)
      }
      let blocks = set
      // Views that draw nothing need no place.
      if annotation.view != nil, blocks[.center]?.items.inkBounds == nil { continue }
      // The header and the axis are above and below; to the right there is space up to the frame.
      var room = Rect(minX: plot.minX, minY: plot.minY, maxX: frame.maxX, maxY: plot.maxY)
      if case .fit(.plot) = annotation.overflowResolution.x.kind { room.maxX = plot.maxX }
      if annotation.position == .lineEnd {
        room = room.inset(by: Insets(top: -8, leading: 0, bottom: -8, trailing: 0))
      }
      let isPoint = mark.isPoint || max(anchor.width, anchor.height) <= 20
      var request = LabelRequest(
        name: mark.name, owner: owner, annotation: annotation, blocks: blocks, anchor: anchor,
        isPoint: isPoint, lines: mark.drawing.lines, room: room)
      request.isDrawnLine = !mark.drawing.lines.isEmpty && !mark.drawing.items.isEmpty
      request.isHeld = isHeld
      request.spansPlot =
        request.isDrawnLine
        && (anchor.minX <= plot.minX + 0.5 && anchor.maxX >= plot.maxX - 0.5
          || anchor.minY <= plot.minY + 0.5 && anchor.maxY >= plot.maxY - 0.5)
      request.rim = mark.drawing.rim
      // Equal labels at one place, as of a rule that is drawn for each datum, are one label.
      let isKnown = requests.contains {
        $0.anchor.isNearly(anchor) && $0.shows(annotation, as: blocks)
      }
      if isKnown { continue }
      if request.mayBreak {
        request.broken = try broken(annotation.text, width: request.size.width)
      }
      requests.append(request)
    }
  }

  /// Adds a diagnostic for a resolution that has no effect.
  private func noteOverflow(_ annotation: Annotation) {
    let overflow = annotation.overflowResolution
    guard (overflow.x == .disabled) != (overflow.y == .disabled) else { return }
    let axis = overflow.x == .disabled ? "x" : "y"
    context.note(
      Diagnostic(
        "overflowResolution(\(axis): .disabled) has no effect on an annotation: disable both axes to keep it at its position"
      ))
  }

  /// What a text on a mark lies on.
  private struct Ground {
    var fill: RGBColor
    var bounds: Rect

    /// Whether a text of a size lies within the mark.
    func holds(_ size: Size) -> Bool {
      size.width <= bounds.width + 2 && size.height * 0.7 <= bounds.height
    }
  }

  /// Returns the area of a mark; nil where it has none that is larger than a line.
  private func ground(of drawing: MarkDrawing) -> Ground? {
    guard case .path(let item)? = drawing.items.first, case .color(let fill)? = item.fill,
      let bounds = item.path.bounds?.intersection(plot),
      min(bounds.width, bounds.height) >= InkLimits.smallestGround
    else { return nil }
    return Ground(fill: fill, bounds: bounds)
  }

  /// Returns the colour of a text on a mark: that of the canvas if both mark and text are dark; white
  /// or black on a ground between the two, which neither colour of the theme suits.
  private func overlayColor(on area: Ground) throws -> Color {
    let ground = area.fill.over(try context.color(.canvas))
    func best(_ colors: [Color]) throws -> (color: Color, contrast: Double)? {
      try colors.map { ($0, try context.color($0).contrast(with: ground)) }
        .max { $0.1 < $1.1 }
    }
    // Of equal ones, the text's own colour.
    guard let own = try best([.canvas, .primary]) else { return .primary }
    if own.contrast >= InkLimits.textContrast { return own.color }
    return try best([own.color, .white, .black])?.color ?? own.color
  }

  /// Returns a text in two lines of about equal length.
  private func broken(
    _ text: Text, width: Double
  ) throws -> [Paragraph.Alignment: TextBlock]? {
    let room = width * 0.62
    // A text with a wider word doesn't break.
    for word in text.words where try context.layout(word, role: .label).size.width > room {
      return nil
    }
    var blocks: [Paragraph.Alignment: TextBlock] = [:]
    for alignment in Paragraph.Alignment.allCases {
      let block = try context.layout(
        text.lines(alignment).balancedLines(), role: .label, width: room)
      guard block.size.width < width * 0.75 else { return nil }
      blocks[alignment] = block
    }
    return blocks
  }

  /// Reserves a part of the plot, which labels avoid.
  mutating func keepOff(_ rect: Rect) {
    reserved.append(rect)
  }

  /// Returns how far annotations beside marks extend beyond the plot, where there is no space for
  /// them.
  ///
  /// - Parameter lines: the edges of the plot where an axis has its line or ticks, off which text keeps.
  func overflow(beyond plot: Rect, frame: Rect, lines: (top: Bool, bottom: Bool)) -> Insets {
    var needed = Insets.zero
    for request in requests where request.annotation.position != .lineEnd {
      let overflow = request.annotation.overflowResolution
      if overflow.isDisabled { continue }
      guard let origin = request.preferredOrigin else { continue }
      let rect = Rect(origin: origin, size: request.size)
      if !request.isPoint,
        let ink = request.shapes[.center]?.bounds.offset(by: Vector(origin.x, origin.y))
      {
        // Half of a tick's width, and what rounds of giving way leave over.
        let clearance = PlacementField.clearance + 1
        let position = request.annotation.position
        if lines.top, position.isAbove {
          needed.top = max(needed.top, plot.minY + clearance - ink.minY)
        }
        if lines.bottom, position.isBelow {
          needed.bottom = max(needed.bottom, ink.maxY + clearance - plot.maxY)
        }
      }
      // The header is above the plot; to the right there is free space up to the frame.
      needed.top = max(needed.top, plot.minY - rect.minY)
      if overflow.x.makesRoom {
        needed.trailing = max(needed.trailing, rect.maxX - frame.maxX)
        needed.leading = max(needed.leading, plot.minX - rect.minX)
      }
      needed.bottom = max(needed.bottom, rect.maxY - plot.maxY)
    }
    return needed
  }

  /// Returns the annotations at their places, in the order of their marks.
  ///
  /// - Parameter guides: the other items in the frame: grid, axes, legends.
  mutating func place(guides: [SceneItem]) throws -> [SceneItem] {
    guard !requests.isEmpty else { return [] }
    var field = PlacementField(plot: plot, frame: frame, canvas: try context.color(.canvas))
    field.add(guides)
    for (index, mark) in marks.enumerated() {
      try context.step()
      let items: [SceneItem] =
        mark.clip.map { [.group(SceneGroup(.mark, clip: .rect($0), items: mark.drawing.items))] }
        ?? mark.drawing.items
      field.add(items, owner: index, solid: !mark.drawing.solids.isEmpty)
    }
    for rect in reserved { field.reserve(rect) }
    field.seal()
    let ends = try lineEnds()
    findClearances()
    let judge = try PlacementJudge(requests, field: field) { try self.constraints(of: $0) }
    let places = try requests.enumerated().map { index, request in
      try context.watch.step(isLong: true)
      return candidates(of: request, lineEnd: ends[index], judge.regions(of: index))
    }
    var solver = LabelSolver(
      places: places, anchors: requests.map(\.anchor.center), frame: frame,
      watch: context.watch
    ) { judge.cost(of: places[$0][$1], label: $0) }
    let chosen = try solver.solve()
    if context.explainsPlacements {
      for index in requests.indices {
        context.note(explanation(of: index, places, chosen, solver, judge))
      }
    }
    noteFaults(
      requests.indices.map { index in
        places[index].indices.contains(chosen[index]) ? places[index][chosen[index]] : nil
      }, field)
    var faults = LabelFaults()
    let items = try requests.indices.compactMap { index -> SceneItem? in
      guard places[index].indices.contains(chosen[index]) else { return nil }
      let (request, place) = (requests[index], places[index][chosen[index]])
      let other = solver.overlapping(index).first.map { requests[$0].shown }
      let cost = judge.cost(of: place, label: index)
      faults.add(
        request, cost, overlapping: other,
        isCrossed: cost.lines > 0 && field.isCrossed(place, request))
      return try item(request, at: place, field)
    }
    for message in faults.messages { context.note(Diagnostic(message)) }
    return items
  }

  /// Finds how far a rule's label may lie off its rule before another rule is nearer.
  private mutating func findClearances() {
    guard requests.contains(where: \.isDrawnLine) else { return }
    let rules = marks.flatMap(\.drawing.lines).filter { $0.count == 2 }.map { Rect($0[0], $0[1]) }
    for index in requests.indices where requests[index].isDrawnLine {
      let (anchor, position) = (requests[index].anchor, requests[index].annotation.position)
      guard min(anchor.width, anchor.height) < 1 else { continue }
      let isHorizontal = anchor.width > anchor.height
      let gaps = rules.prefix(Self.mostRules).compactMap { rule -> Double? in
        guard (isHorizontal ? rule.height : rule.width) < 1 else { return nil }
        let meets =
          isHorizontal
          ? rule.minX < anchor.maxX && rule.maxX > anchor.minX
          : rule.minY < anchor.maxY && rule.maxY > anchor.minY
        let gap =
          switch position {
          case .top: anchor.midY - rule.midY
          case .bottom: rule.midY - anchor.midY
          case .leading: anchor.midX - rule.midX
          case .trailing: rule.midX - anchor.midX
          // A corner lies at both sides of two directions, one of which a rule has.
          case .topLeading where isHorizontal, .topTrailing where isHorizontal:
            anchor.midY - rule.midY
          case .bottomLeading where isHorizontal, .bottomTrailing where isHorizontal:
            rule.midY - anchor.midY
          case .topLeading, .bottomLeading: anchor.midX - rule.midX
          case .topTrailing, .bottomTrailing: rule.midX - anchor.midX
          case .automatic, .overlay, .lineEnd, .callout, .along: Double.infinity
          }
        return meets && gap > 0.5 ? gap : nil
      }
      requests[index].clearance = gaps.min() ?? .infinity
    }
  }

  /// The most rules among which the next one is looked for.
  private static let mostRules = 400

  private func candidates(
    of request: LabelRequest, lineEnd: Point?, _ regions: [Polygon]
  ) -> [LabelCandidate] {
    var places = request.candidates(lineEnd: lineEnd, regions: regions)
    if let short = request.inShortLines {
      // Broken lines are harder to read: every candidate of the whole text within a few points
      // precedes them.
      places += short.candidates(lineEnd: lineEnd, regions: regions).map { place in
        var place = place
        place.isBroken = true
        place.rank += 30
        return place
      }
    }
    return places
  }

  /// Returns the constraints of a label with the marks that they refer to.
  private func constraints(of request: LabelRequest) throws -> [PlacementJudge.Constraint] {
    try request.annotation.constraints.map { constraint in
      var owner = request.owner
      if let name = constraint.mark {
        guard let known = marks.firstIndex(where: { $0.name == name || $0.anchorName == name })
        else {
          throw ChartError.unknownAnchor(name, known: marks.map { $0.anchorName ?? $0.name })
        }
        owner = known
      }
      return PlacementJudge.Constraint(
        relation: constraint.relation, owner: owner,
        mark: marks[owner].drawing.anchor ?? request.anchor)
    }
  }

  /// Returns the positions of labels at line ends, moved apart if they would overlap.
  ///
  /// - Throws: ``ChartError/doesNotFit(what:needs:available:isHeight:)`` if labels in one column
  ///   are higher than the plot.
  private func lineEnds() throws -> [Int: Point] {
    let ends = requests.indices.compactMap { index -> (index: Int, origin: Point)? in
      guard requests[index].annotation.position == .lineEnd else { return nil }
      return requests[index].origin(.lineEnd).map { (index, $0) }
    }
    let range = (plot.minY - 8)...(plot.maxY + 8)
    var result: [Int: Point] = [:]
    for column in columns(ends) {
      let sorted = column.sorted { ($0.origin.y, $0.index) < ($1.origin.y, $1.index) }
      let heights = sorted.map { requests[$0.index].size.height }
      let needed = heights.reduce(0, +) + Double(heights.count - 1)
      guard heights.count < 2 || needed <= range.upperBound - range.lowerBound + 0.5 else {
        throw ChartError.doesNotFit(
          what: "a column of \(heights.count) labels at line ends", needs: needed,
          available: range.upperBound - range.lowerBound, isHeight: true)
      }
      let places = Intervals.spread(
        zip(sorted, heights).map { ($0.origin.y, $1) }, gap: 1, within: range)
      for (end, y) in zip(sorted, places) { result[end.index] = Point(end.origin.x, y) }
    }
    return result
  }

  /// Returns labels at line ends in columns; lines may end at different places.
  private func columns(
    _ ends: [(index: Int, origin: Point)]
  ) -> [[(index: Int, origin: Point)]] {
    var columns: [[(index: Int, origin: Point)]] = []
    var edge = -Double.infinity
    for end in ends.sorted(by: { ($0.origin.x, $0.index) < ($1.origin.x, $1.index) }) {
      if end.origin.x < edge, !columns.isEmpty {
        columns[columns.count - 1].append(end)
      } else {
        columns.append([end])
      }
      edge = max(edge, end.origin.x + requests[end.index].size.width)
    }
    return columns
  }

  /// Returns the text with its leader, and with a halo if lines run under it.
  private func item(
    _ request: LabelRequest, at place: LabelCandidate, _ field: PlacementField
  ) throws -> SceneItem {
    guard let block = (place.isBroken ? request.broken : request.blocks)?[place.alignment] else {
      return .group(SceneGroup(.annotation, items: []))
    }
    let label = block.placed(at: place.origin, role: .annotation, name: request.name)
    var items: [SceneItem] = []
    if let leader = place.leader {
      items.append(
        .stroke(
          .segment(leader.start, leader.end),
          Stroke(try context.color(.axis), width: 1, cap: .round)))
    }
    if field.hasHalo(place, request) {
      items.append(
        try Halo(color: field.backdrop(at: place.bounds.center)).item(
          behind: [label], fonts: context.fonts))
    }
    if items.isEmpty { return label }
    return .group(SceneGroup(.annotation, request.name, items: items + [label]))
  }

  /// Returns the candidates of a label, each compared with the final places of the others.
  private func explanation(
    of index: Int, _ places: [[LabelCandidate]], _ chosen: [Int], _ solver: LabelSolver,
    _ judge: PlacementJudge
  ) -> LabelPlacement {
    let request = requests[index]
    let candidates = places[index].enumerated().map { number, candidate in
      let others = requests.indices.compactMap { other -> LabelPlacement.Collision? in
        guard other != index else { return nil }
        let shared = solver.shared(index, place: number, with: other)
        guard shared.total > 0 else { return nil }
        return LabelPlacement.Collision(
          label: requests[other].shown, reasons: shared.reasons, isClean: shared.isClean,
          total: shared.total)
      }
      let cost = judge.cost(of: candidate, label: index)
      return LabelPlacement.Candidate(
        name: candidate.name, origin: candidate.origin, hasLeader: candidate.leader != nil,
        reasons: cost.reasons, isClean: cost.isClean, collisions: others,
        total: cost.total + others.reduce(0) { $0 + $1.total })
    }
    return LabelPlacement(
      text: request.shown, mark: request.name, preference: request.annotation.position.name,
      constraints: request.annotation.constraints.map(\.description), candidates: candidates,
      chosen: chosen[index])
  }
}

extension LabelRequest {
  /// Returns whether the label shows the same as an annotation.
  fileprivate func shows(
    _ other: Annotation, as blocks: [Paragraph.Alignment: TextBlock]
  ) -> Bool {
    if annotation == other { return true }
    // Views are compared by what they draw.
    guard annotation.view != nil, other.view != nil else { return false }
    var other = other
    other.view = annotation.view
    return annotation == other && self.blocks[.center]?.items == blocks[.center]?.items
  }
}

extension Rect {
  /// Whether the edges are those of another rectangle but for rounding.
  fileprivate func isNearly(_ other: Rect) -> Bool {
    abs(minX - other.minX) < 1e-6 && abs(minY - other.minY) < 1e-6
      && abs(maxX - other.maxX) < 1e-6 && abs(maxY - other.maxY) < 1e-6
  }

  /// Returns the rectangle moved as little as necessary so that its middle lies in another one.
  fileprivate func moved(into room: Rect) -> Rect {
    guard !room.contains(center), width.isFinite, height.isFinite else { return self }
    let middle = Point(
      min(max(center.x, room.minX), room.maxX), min(max(center.y, room.minY), room.maxY))
    return Rect(center: middle, size: size)
  }
}

extension LayoutContext {
  /// Sets a text in every alignment; one line lies the same in all of them.
  fileprivate func aligned(
    _ set: (Paragraph.Alignment) throws -> TextBlock
  ) rethrows -> [Paragraph.Alignment: TextBlock] {
    let center = try set(.center)
    var blocks: [Paragraph.Alignment: TextBlock] = [.center: center]
    for alignment in Paragraph.Alignment.allCases where alignment != .center {
      blocks[alignment] = center.lineCount == 1 ? center : try set(alignment)
    }
    return blocks
  }
}
