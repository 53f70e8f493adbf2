import BurinGeometry
import BurinInk
import BurinText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

// The candidate places of a label, in the order that its author or a reader would prefer. Their
// distance from the anchor and their order are fixed, so that a label keeps its place while that is
// free, however slightly the figure changes.

extension LabelRequest {
  /// The distance from the mark: a text that touches the end of a line would seem crossed by it.
  private var spacing: Double {
    lines.isEmpty || annotation.spacing < 0
      ? annotation.spacing : max(annotation.spacing, InkLimits.clearance + 1.5)
  }

  /// Returns all candidates.
  ///
  /// - Parameters:
  ///   - lineEnd: the position of a label at a line's end in its column.
  ///   - regions: the areas in which the label must lie, if any.
  func candidates(lineEnd: Point?, regions: [Polygon]) -> [LabelCandidate] {
    if !hasText, let exact { return [exact] }
    var places: [LabelCandidate]
    switch annotation.position {
    case .overlay: places = [place(.overlay, rank: 0)].compactMap { $0 }
    case .automatic:
      places = rim.map(outwards) ?? (isLong ? along(0.6) : automatic())
    case .callout(let distance): places = callout(distance)
    case .along(let fraction): places = along(fraction)
    case .lineEnd: places = lineEnd.map(beside) ?? []
    case .top, .bottom, .leading, .trailing, .topLeading, .topTrailing, .bottomLeading,
      .bottomTrailing:
      places = at(annotation.position)
    }
    for region in regions { places += inside(region) }
    return places
  }

  /// The place that was asked for, above the mark where none was; nil where the position has none.
  ///
  /// Shapes without text stay there: nobody would follow a line back from them. What is beside them
  /// may touch them.
  private var exact: LabelCandidate? {
    let position = annotation.position == .automatic ? .top : annotation.position
    guard var origin = origin(position) else { return nil }
    if !annotation.overflowResolution.isDisabled {
      origin.x = max(room.minX, min(origin.x, room.maxX - size.width))
    }
    let ink = (shapes[position.alignment]?.ink ?? []).map { ink in
      ink.inset(by: min(PlacementField.clearance + 0.5, ink.width / 2, ink.height / 2))
    }
    return LabelCandidate(
      origin: origin, place: .side(position), rank: 0, shape: LabelShape(ink),
      alignment: position.alignment)
  }

  /// Whether the mark is a line across the plot: beside its bounding box is not beside the line.
  private var isLong: Bool { !lines.isEmpty && min(anchor.width, anchor.height) > 20 }

  /// The top left corner along the sides of the mark, or within it: of a text off its edges.
  private var along: Point {
    let isWithin = annotation.position == .overlay && annotation.view == nil && lines.isEmpty
    func start(_ share: Double, _ low: Double, _ high: Double, _ length: Double) -> Double {
      let free = high - low - length
      let inset = isWithin ? min(max(0, annotation.spacing), max(0, free / 2)) : 0
      return low + inset + (free - 2 * inset) * share
    }
    return Point(
      start(annotation.alignment.horizontal.share, anchor.minX, anchor.maxX, size.width),
      start(annotation.alignment.vertical.share, anchor.minY, anchor.maxY, size.height))
  }

  /// Whether the mark is a line across the plot that is longer than the text.
  private func isRule(_ axis: Axis) -> Bool {
    guard spansPlot else { return false }
    return axis == .horizontal
      ? anchor.height < 1 && anchor.width > size.width
      : anchor.width < 1 && anchor.height > size.height
  }

  /// Returns the only place that a position means, or nil if it means several.
  func origin(_ position: AnnotationPosition, distance: Double? = nil) -> Point? {
    let s = distance ?? spacing
    let (midX, midY) = (along.x, along.y)
    let (above, below) = (anchor.minY - s - size.height, anchor.maxY + s)
    let (before, after) = (anchor.minX - s - size.width, anchor.maxX + s)
    // The corners of a line across the plot are its ends, beside which there is an axis.
    let (first, last) =
      isRule(.horizontal) ? (anchor.minX, anchor.maxX - size.width) : (before, after)
    let (top, bottom) =
      isRule(.vertical) ? (anchor.minY, anchor.maxY - size.height) : (above, below)
    switch position {
    case .top: return Point(midX, above)
    case .bottom: return Point(midX, below)
    case .leading: return Point(before, midY)
    case .trailing: return Point(after, midY)
    case .topLeading: return Point(first, top)
    case .topTrailing: return Point(last, top)
    case .bottomLeading: return Point(first, bottom)
    case .bottomTrailing: return Point(last, bottom)
    case .overlay: return Point(midX, midY)
    case .lineEnd:
      guard let end = lines.last?.last else { return nil }
      return Point(end.x + s, end.y - size.height / 2)
    case .automatic, .callout, .along: return nil
    }
  }

  private func candidate(
    _ origin: Point, _ place: LabelCandidate.Place, rank: Int, alignment: Paragraph.Alignment
  ) -> LabelCandidate {
    LabelCandidate(
      origin: origin, place: place, rank: rank, shape: shapes[alignment] ?? LabelShape([]),
      alignment: alignment)
  }

  private func place(_ position: AnnotationPosition, rank: Int) -> LabelCandidate? {
    origin(position).map {
      candidate($0, .side(position), rank: rank, alignment: position.alignment)
    }
  }

  private func moved(
    _ origin: Point, _ place: LabelCandidate.Place, rank: Int, alignment: Paragraph.Alignment
  ) -> LabelCandidate {
    var candidate = candidate(origin, place, rank: rank, alignment: alignment)
    candidate.leader = leader(to: candidate.bounds)
    return candidate
  }

  // MARK: Types of positions

  /// The sides in the order of readers' preference.
  ///
  /// Source: E. Imhof, "Positioning Names on Maps" (1975), with the middle places added.
  private static let sides: [AnnotationPosition] = [
    .topTrailing, .top, .trailing, .bottomTrailing, .topLeading, .bottom, .leading, .bottomLeading,
  ]

  /// How far off a drawn line its label still needs no line back, in points.
  private static let nearLine = 11.0

  /// Returns places at a preferred side: at it, slid along it, along all of a line, farther away, at
  /// another side, finally anywhere around.
  private func at(_ position: AnnotationPosition) -> [LabelCandidate] {
    var places = [place(position, rank: 0)].compactMap { $0 }
    let slide: Vector =
      switch position {
      case .top, .bottom: Vector(size.width, 0)
      case .leading, .trailing: Vector(0, size.height)
      default: .zero
      }
    let shifts = slide == .zero ? [0.0] : [0.0, 0.25, -0.25, 0.45, -0.45]
    for (step, distance) in [0.0, 5, 11, 20, 32, 46, 62, 82, 106, 134, 166].enumerated() {
      guard let away = origin(position, distance: spacing + distance) else { continue }
      for (index, shift) in shifts.enumerated() where step > 0 || index > 0 {
        // Off a line, a label may lie beyond another one: at its other side it is surely its own.
        let first = isDrawnLine && step > 0 ? 45 : 0
        let (origin, rank) = (away + slide * shift, first + step * 12 + index * 3)
        let name = LabelCandidate.Place.farther(
          position, distance: distance, isSlid: index > 0)
        // A text that only slides along its mark, or lies a little off a line across the plot, is
        // still next to it and needs no line.
        let isNextToIt =
          step == 0
          || isDrawnLine && distance <= Self.nearLine && spacing + distance < clearance
        places.append(
          isNextToIt
            ? candidate(origin, name, rank: rank, alignment: position.alignment)
            : moved(origin, name, rank: rank, alignment: position.alignment))
      }
    }
    // Off the corner of a long mark, such as a bar among others, a label would name its neighbour.
    let corners: Set<AnnotationPosition> =
      isPoint || slide == .zero ? [] : [.topLeading, .topTrailing, .bottomLeading, .bottomTrailing]
    // The middle of a bar's long side would name the bar and not its end.
    for (index, side) in Self.sides.enumerated()
    where side != position && !corners.contains(side) && !isShape {
      if let other = place(side, rank: 130 + 4 * index) { places.append(other) }
    }
    places += besideEnd(position)
    places += alongLine(position)
    // On its other side the label of a line still names it better than a leader would.
    if isDrawnLine, let opposite = position.opposite {
      places += [place(opposite, rank: 34)].compactMap { $0 }
    }
    return places
      + rings([14, 26, 42, 62, 90].map { spacing + $0 }, firstRank: 190).filter { ring in
        // At the other end of a bar a label would name that one.
        guard isShape else { return true }
        let (middle, text) = (anchor.center, ring.bounds.center)
        switch position {
        case .top: return text.y < middle.y
        case .bottom: return text.y > middle.y
        case .leading: return text.x < middle.x
        case .trailing: return text.x > middle.x
        default: return true
        }
      }
  }

  /// Returns the places at both sides of the end of a bar.
  private func besideEnd(_ position: AnnotationPosition) -> [LabelCandidate] {
    guard isShape, let after = origin(.trailing), let before = origin(.leading),
      let above = origin(.top), let below = origin(.bottom)
    else { return [] }
    let places: [(Point, AnnotationPosition)] =
      switch position {
      case .top:
        [(Point(after.x, anchor.minY), .trailing), (Point(before.x, anchor.minY), .leading)]
      case .bottom:
        [
          (Point(after.x, anchor.maxY - size.height), .trailing),
          (Point(before.x, anchor.maxY - size.height), .leading),
        ]
      case .leading: [(Point(anchor.minX, above.y), .top), (Point(anchor.minX, below.y), .bottom)]
      case .trailing:
        [
          (Point(anchor.maxX - size.width, above.y), .top),
          (Point(anchor.maxX - size.width, below.y), .bottom),
        ]
      default: []
      }
    return places.enumerated().map { index, place in
      candidate(
        place.0, .side(place.1), rank: 130 + 4 * index, alignment: place.1.alignment)
    }
  }

  /// Whether the mark is an area with sides of its own, such as a bar.
  private var isShape: Bool { !isPoint && lines.isEmpty }

  /// Returns places at a side of a line that is much longer than its label, such as a rule across
  /// the plot, from the preferred one to the line's ends.
  private func alongLine(_ position: AnnotationPosition) -> [LabelCandidate] {
    guard isDrawnLine, let first = origin(position) else { return [] }
    let isAcross: Bool
    switch position {
    case .top, .bottom: isAcross = true
    case .leading, .trailing: isAcross = false
    case .topLeading, .topTrailing, .bottomLeading, .bottomTrailing:
      guard isRule(.horizontal) || isRule(.vertical) else { return [] }
      isAcross = isRule(.horizontal)
    default: return []
    }
    let (length, extent, start, direction) =
      isAcross
      ? (anchor.width, size.width, first.x - anchor.minX, Vector(1, 0))
      : (anchor.height, size.height, first.y - anchor.minY, Vector(0, 1))
    guard length > extent * 2 else { return [] }
    let step = max(extent / 4, (length - extent) / 20)
    var shifts: [Double] = []
    for number in 1...20 {
      let shift = Double(number) * step
      if start - shift >= 0 { shifts.append(-shift) }
      if start + shift + extent <= length { shifts.append(shift) }
    }
    return shifts.enumerated().map { index, shift in
      candidate(
        first + direction * shift, .farther(position, distance: 0, isSlid: true),
        rank: 13 + index, alignment: position.alignment)
    }
  }

  /// Returns the sides, the places between them, and rings farther away.
  private func automatic() -> [LabelCandidate] {
    Self.sides.enumerated().compactMap { place($1, rank: 2 * $0) } + between(firstRank: 16)
      + rings([14, 26, 42, 62, 90, 130, 180].map { spacing + $0 }, firstRank: 40)
  }

  /// Neighbouring sides in the order of readers' preference.
  private static let neighbours: [(AnnotationPosition, AnnotationPosition)] = [
    (.topTrailing, .top), (.topTrailing, .trailing), (.topLeading, .top),
    (.bottomTrailing, .trailing), (.bottomTrailing, .bottom), (.bottomLeading, .bottom),
    (.topLeading, .leading), (.bottomLeading, .leading),
  ]

  /// Returns places from one side to the next, all as close to the mark as the sides.
  ///
  /// Source: M. van Kreveld, T. Strijk, A. Wolff, "Point labeling with sliding labels" (1999).
  private func between(firstRank: Int) -> [LabelCandidate] {
    [1.0 / 3, 2.0 / 3].enumerated().flatMap { step, fraction in
      Self.neighbours.enumerated().compactMap { index, sides -> LabelCandidate? in
        guard let a = origin(sides.0), let b = origin(sides.1) else { return nil }
        return candidate(
          a.interpolated(to: b, at: fraction), .between(sides.0, sides.1, fraction),
          rank: firstRank + 8 * step + index, alignment: sides.0.alignment)
      }
    }
  }

  private func callout(_ distance: Double) -> [LabelCandidate] {
    rings([1, 1.5, 2.1, 3, 4.2, 6, 9, 13].map { distance * $0 }, firstRank: 0)
  }

  private func rings(_ distances: [Double], firstRank: Int) -> [LabelCandidate] {
    let center = anchor.center
    return distances.enumerated().flatMap { ring, distance in
      RingDirection.all.enumerated().map { index, direction in
        let unit = direction.unit
        let origin = Point(
          center.x + Self.offset(unit.dx, distance + anchor.width / 2, size.width),
          center.y + Self.offset(unit.dy, distance + anchor.height / 2, size.height))
        return moved(
          origin, .ring(distance: distance, direction: index),
          rank: firstRank + 22 * ring + index,
          alignment: unit.dx > 0.3 ? .leading : unit.dx < -0.3 ? .trailing : .center)
      }
    }
  }

  /// Returns places outside of a circle in the direction of the mark at its edge, then more and more
  /// beside that direction and farther away.
  private func outwards(_ rim: Rim) -> [LabelCandidate] {
    let direction = (anchor.center - rim.center).normalized
    let places = [0.0, 6, 14, 24, 36, 50, 66, 84].enumerated().flatMap { ring, distance in
      Self.turns.enumerated().map { index, degrees in
        let (angle, reach) = (degrees * .pi / 180, rim.radius + spacing + distance)
        let unit = Vector(
          direction.dx * cos(angle) - direction.dy * sin(angle),
          direction.dx * sin(angle) + direction.dy * cos(angle))
        return moved(
          Point(
            rim.center.x + Self.offset(unit.dx, reach, size.width),
            rim.center.y + Self.offset(unit.dy, reach, size.height)),
          .outwards(distance: distance, degrees: degrees), rank: 8 * ring + 4 * index,
          alignment: unit.dx > 0.3 ? .leading : unit.dx < -0.3 ? .trailing : .center)
      }
    }
    let clear = places.filter(rim.isClear)
    // Where labels leave no room around, one in the mark's own direction is still understood.
    return clear.isEmpty ? places : clear
  }

  /// The top left corner of the text at the place that needs the least room beyond the plot: the one
  /// that was asked for, or beside the label's own part of a circle; nil where any place will do.
  var preferredOrigin: Point? {
    guard let rim, annotation.position == .automatic else { return origin(annotation.position) }
    return outwards(rim).first?.origin
  }

  /// How far a label is turned from its mark's direction, clockwise, in degrees.
  private static let turns = [0.0, 6, -6, 12, -12, 20, -20, 30, -30, 42, -42]

  /// Returns where a label begins along an axis, so that its nearest point has a distance.
  ///
  /// Close to the axes the label is aligned with its anchor, or nearly so.
  private static func offset(_ part: Double, _ distance: Double, _ extent: Double) -> Double {
    part * distance + (min(max(part / 0.38, -1), 1) - 1) * extent / 2
  }

  /// Returns places above and below a line, starting near a fraction of its length.
  private func along(_ fraction: Double) -> [LabelCandidate] {
    let points = lines.flatMap { $0 }
    guard points.count > 1 else { return [] }
    var lengths = [0.0]
    for (a, b) in zip(points, points.dropFirst()) {
      lengths.append((lengths.last ?? 0) + a.distance(to: b))
    }
    guard let total = lengths.last, total > 0 else { return [] }
    let steps = (0...24).map { Double($0) / 24 }.sorted {
      (abs($0 - fraction), $0) < (abs($1 - fraction), $1)
    }
    return steps.enumerated().flatMap { rank, step -> [LabelCandidate] in
      let target = step * total
      let index = min(max(1, lengths.firstIndex { $0 >= target } ?? 1), points.count - 1)
      let (a, b) = (points[index - 1], points[index])
      let span = lengths[index] - lengths[index - 1]
      let place = a.interpolated(to: b, at: span > 0 ? (target - lengths[index - 1]) / span : 0)
      let normal = (b - a).normalized.perpendicular
      // On curved lines the text's corners need more distance than its middle.
      return [0.0, 4, 9].enumerated().flatMap { more, distance in
        [normal, -normal].sorted { $0.dy < $1.dy }.enumerated().map { side, n in
          let reach =
            abs(n.dx) * size.width / 2 + abs(n.dy) * size.height / 2 + spacing + distance
          return candidate(
            Point(
              place.x + n.dx * reach - size.width / 2, place.y + n.dy * reach - size.height / 2),
            .along(step, isAbove: side == 0),
            rank: 3 * rank + side + 4 * more, alignment: .center)
        }
      }
    }
  }

  /// Returns places at a line's end in its column, shifted if something else is there.
  private func beside(_ first: Point) -> [LabelCandidate] {
    let preferred = origin(.lineEnd) ?? first
    var places = [candidate(first, .lineEnd(shift: 0), rank: 0, alignment: .leading)]
    if abs(first.y - preferred.y) > 0.75 * size.height {
      places[0].leader = leader(to: places[0].bounds)
    }
    for step in 1...8 {
      for (index, side) in [-1.0, 1].enumerated() {
        let shift = Double(step) * 5 * side
        places.append(
          moved(
            first + Vector(0, shift), .lineEnd(shift: shift), rank: 6 * step + index,
            alignment: .leading))
      }
    }
    return places
  }

  /// Returns places within an area, starting near its middle.
  private func inside(_ region: Polygon) -> [LabelCandidate] {
    let bounds = shapes[.center]?.bounds ?? Rect(origin: .zero, size: size)
    let room = region.bounds
    guard room.width > bounds.width, room.height > bounds.height else { return [] }
    let count = 15
    var places: [LabelCandidate] = []
    for row in 0...count {
      for column in 0...count {
        let x =
          room.minX - bounds.minX + (room.width - bounds.width) * Double(column) / Double(count)
        let y =
          room.minY - bounds.minY + (room.height - bounds.height) * Double(row) / Double(count)
        let middle = bounds.offset(by: Vector(x, y)).center.distance(to: room.center)
        places.append(
          candidate(
            Point(x, y), .inside(middle), rank: Int((middle / 6).rounded(.up)), alignment: .center))
      }
    }
    return places.filter { place in
      place.ink.allSatisfy { region.contains($0.inset(by: -PlacementField.clearance)) }
    }
  }

  // MARK: Leaders

  /// Returns the line from the mark to a distant label; nil if they are close.
  private func leader(to text: Rect) -> Segment? {
    let box = text.inset(by: -2.5)
    let center = anchor.center
    if case .lineEnd = annotation.position {
      guard let end = lines.last?.last else { return nil }
      return Segment(end, Point(box.minX, min(max(end.y, text.midY - 2), text.midY + 2)))
    }
    // The line doesn't end at the very corner of a larger mark, so that it is clear which mark is
    // meant.
    let core = anchor.inset(
      by: Insets(
        top: anchor.height / 4, leading: anchor.width / 4, bottom: anchor.height / 4,
        trailing: anchor.width / 4))
    var target = isPoint ? center : core.nearest(to: box.center)
    // Above or below a mark the line ends at its edge.
    if !isPoint, lines.isEmpty {
      if box.maxY <= anchor.minY { target.y = anchor.minY }
      if box.minY >= anchor.maxY { target.y = anchor.maxY }
    }
    let end = box.nearest(to: target)
    let direction = (end - target).normalized
    let start = isPoint ? target + direction * (anchor.width / 2 + 0.5) : target
    let length = start.distance(to: end)
    guard target.distance(to: end) > anchor.width / 2 || !isPoint, length > 6 else { return nil }
    return Segment(start, end)
  }
}

extension AnnotationPosition {
  /// Whether labels lie above their mark.
  var isAbove: Bool {
    switch self {
    case .top, .topLeading, .topTrailing: true
    default: false
    }
  }

  /// Whether labels lie below their mark.
  var isBelow: Bool {
    switch self {
    case .bottom, .bottomLeading, .bottomTrailing: true
    default: false
    }
  }

  /// The alignment of a text's lines at this position: towards the mark.
  var alignment: Paragraph.Alignment {
    switch self {
    case .trailing, .topTrailing, .bottomTrailing, .lineEnd: .leading
    case .leading, .topLeading, .bottomLeading: .trailing
    default: .center
    }
  }

  /// The description of the position.
  var name: String {
    switch self {
    case .top: "above"
    case .bottom: "below"
    case .leading: "at the left"
    case .trailing: "at the right"
    case .topLeading: "at the upper left"
    case .topTrailing: "at the upper right"
    case .bottomLeading: "at the lower left"
    case .bottomTrailing: "at the lower right"
    case .overlay: "on the mark"
    case .automatic: "anywhere around"
    case .callout(let distance): "about \(Int(distance)) pt away"
    case .lineEnd: "at the line's end"
    case .along(let fraction): "along the line at \(Int((fraction * 100).rounded())) %"
    }
  }
}

extension AnnotationPosition {
  /// The side across from this one; nil for corners and places that are no sides.
  fileprivate var opposite: AnnotationPosition? {
    switch self {
    case .top: .bottom
    case .bottom: .top
    case .leading: .trailing
    case .trailing: .leading
    default: nil
    }
  }
}
