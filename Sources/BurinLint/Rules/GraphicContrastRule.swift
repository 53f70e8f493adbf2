import BurinGeometry
import BurinInk
import BurinScene

extension InkSurvey {
  /// Returns findings for marks that hardly contrast with their background.
  func faintGraphics(_ rule: LintRule, _ limit: Double) -> [Finding] {
    // A mark is visible if its strongest part is: a pale dot with a dark rim is visible.
    var strongest: [Int: (contrast: Double, ink: Ink)] = [:]
    var order: [Int] = []
    let fields = graded()
    // A few thousand marks of one colour in one place speak for all of them.
    struct Kind: Hashable {
      var group: Int?
      var color: RGBColor?
    }
    var counts: [Kind: Int] = [:]
    // What marks of one kind are laid on, before the first of them.
    var grounds: [String: Int] = [:]
    for ink in inks {
      guard ink.role == .mark, let mark = ink.groups.last, !fields.contains(mark) else { continue }
      let kind = Kind(group: ink.groups.dropLast().last, color: ink.color)
      counts[kind, default: 0] += 1
      guard counts[kind] ?? 0 <= 4_000 else { continue }
      let name = "\(kind.group ?? 0) " + ink.node.filter { !$0.isNumber }
      let ground = grounds[name] ?? ink.order
      grounds[name] = ground
      // What lies over others of its kind merges with them, and is seen as their part.
      guard let contrast = contrast(of: ink, before: ink.order) else { continue }
      let merged =
        contrast < limit && ground < ink.order ? self.contrast(of: ink, before: ground) : nil
      if strongest[mark] == nil { order.append(mark) }
      let seen = max(contrast, merged ?? 0)
      if seen > strongest[mark]?.contrast ?? 0 { strongest[mark] = (seen, ink) }
    }
    // Marks of one kind and colour in one chart are one fault.
    var groups: [String: (count: Int, contrast: Double, ink: Ink)] = [:]
    var kinds: [String] = []
    for mark in order {
      guard let (contrast, ink) = strongest[mark], contrast < limit - InkLimits.rounding else {
        continue
      }
      let kind = ink.node.filter { !$0.isNumber } + " \(Int((contrast * 100).rounded()))"
      if groups[kind] == nil { kinds.append(kind) }
      groups[kind, default: (0, contrast, ink)].count += 1
    }
    return kinds.compactMap { kind in
      guard let (count, contrast, ink) = groups[kind] else { return nil }
      return Finding(
        rule: rule, node: ink.node,
        problem: count == 1
          ? "the mark is faint" : "the mark and \(count - 1) more of its kind are faint",
        measure: Measure(contrast, ":1"), limit: Measure(limit, ":1"),
        fix: "use a darker colour, draw an outline, or write its value at it",
        bounds: ink.shown ?? ink.bounds)
    }
  }

  /// Returns the marks that show values by steps of colour, as contours do, which contrast with
  /// each other.
  private func graded() -> Set<Int> {
    var fills: [Int: Set<Paint>] = [:]
    for ink in inks where ink.role == .mark {
      guard let item = ink.path, let fill = item.fill, let mark = ink.groups.last
      else { continue }
      fills[mark, default: []].insert(fill)
    }
    return Set(fills.filter { $0.value.count > 2 }.keys)
  }

  /// Returns the contrast of a part of a mark; nil for parts that readers don't depend on.
  ///
  /// - Parameters:
  ///   - ink: the part.
  ///   - order: the item before which everything is its background.
  private func contrast(of ink: Ink, before order: Int) -> Double? {
    guard let item = ink.path else { return nil }
    var contrasts: [Double] = []
    if let stroke = item.stroke, case .color(let color) = stroke.paint, color.alpha > 0 {
      // Thin dashed or straight lines guide the eye; what they point to is drawn or labelled.
      let isStraight = item.path.elements.count == 2
      let isGuide = (!stroke.dash.isEmpty || isStraight) && stroke.width * ink.scale <= 1.6
      if isGuide { return nil }
      // A rim in the colour of the page separates neighbours; it is visible only on dark ground.
      if let seen = contrast(ofStroke: color.opacity(ink.opacity), ink, before: order),
        color != backdrop.page || seen >= 3
      {
        contrasts.append(seen)
      }
    }
    if let area = area(of: ink), let point = area.innerPoint,
      let color = area.color(at: point)
    {
      let under = backdrop.color(at: point, before: order)
      let shown = backdrop.color(of: color, ink, at: point, before: order)
      let seen = shown.contrast(with: under)
      if seen < InkLimits.textContrast, isExplained(area) { return nil }
      // A rim makes its dot visible on any ground.
      if let stroke = item.stroke, stroke.width * ink.scale >= 1,
        case .color(let rim) = stroke.paint, rim.isOpaque
      {
        contrasts.append(shown.contrast(with: rim))
      }
      contrasts.append(seen)
    }
    return contrasts.max()
  }

  /// Returns the contrast in the middle of a line, by length.
  private func contrast(
    ofStroke color: RGBColor, _ ink: Ink, before order: Int
  ) -> Double? {
    guard let line = InkLine(obstacle: ink) else { return nil }
    let length = line.length
    guard length > 0 else { return nil }
    var samples: [Double] = []
    for share in [0.1, 0.3, 0.5, 0.7, 0.9] {
      var rest = length * share
      guard
        let segment = line.segments.first(where: { segment in
          if segment.length >= rest { return true }
          rest -= segment.length
          return false
        })
      else { continue }
      let point = segment.point(at: segment.length > 0 ? rest / segment.length : 0)
      // A line along the edge of an area contrasts with one of its sides.
      let normal = (segment.end - segment.start).normalized.perpendicular
      let sides = [1.0, -1].map { side in
        let place = point + normal * (side * (line.halfWidth + 0.75))
        let under = backdrop.color(at: place, before: order)
        let shown = backdrop.color(of: color, ink, at: place, before: order)
        return shown.contrast(with: under)
      }
      samples.append(sides.max() ?? 21)
    }
    let sorted = samples.sorted()
    return sorted.isEmpty ? nil : sorted[sorted.count / 2]
  }

  /// Returns whether an area's outline is drawn, or a text lies in it or next to it.
  private func isExplained(_ area: InkArea) -> Bool {
    let reach = area.bounds.inset(by: -12)
    var hasText = false
    textIndex.visit(in: reach) { number in
      let text = texts[number].ink
      hasText =
        area.contains(text.bounds.center)
        || text.isIn(.annotation) && reach.intersects(text.bounds)
      return !hasText
    }
    return hasText || hasOutline(area) || isTraced(area)
  }

  /// Returns whether a line of another mark runs through an area, as through the middle of a band.
  private func isTraced(_ area: InkArea) -> Bool {
    var segments: [Segment] = []
    lines.forEach(in: area.bounds) { number, segment in
      guard lines.order(number) != area.ink.order else { return }
      let line = lines.lines[number]
      if line.ink.isIn(.mark), line.isSeen(on: backdrop.page) { segments.append(segment) }
    }
    return area.polygon.isTraced(by: segments)
  }

  /// Returns whether lines run along half of an area's outline, or along one side of its rectangle.
  private func hasOutline(_ area: InkArea) -> Bool {
    func isDrawn(_ point: Point) -> Bool {
      var isDrawn = false
      lines.visit(in: Rect(point, point).inset(by: -1.5)) { number, segment in
        isDrawn =
          lines.order(number) != area.ink.order
          && segment.distance(to: point) <= lines.halfWidth(number) + 1.5
          && lines.lines[number].ink.isIn(.mark)
        return !isDrawn
      }
      return isDrawn
    }
    let b = area.bounds
    let corners = [
      Point(b.minX, b.minY), Point(b.maxX, b.minY), Point(b.maxX, b.maxY), Point(b.minX, b.maxY),
    ]
    let hasSide = corners.indices.contains { index in
      let side = Segment(corners[index], corners[(index + 1) % 4])
      return [0.1, 0.3, 0.5, 0.7, 0.9].allSatisfy { isDrawn(side.point(at: $0)) }
    }
    if hasSide { return true }
    let sides = area.polygon.sides
    let whole = sides.reduce(0) { $0 + $1.length }
    let drawn = sides.reduce(0.0) { $0 + (isDrawn($1.point(at: 0.5)) ? $1.length : 0) }
    return drawn >= whole / 2
  }
}
