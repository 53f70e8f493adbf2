import BurinGeometry
import BurinInk
import BurinScene

// What the author should know of where labels had to be placed.

extension AnnotationLayout {
  /// The part of a mark that labels may hide; the limit of lint.
  private static let hiddenShare = 0.25
  /// The most points of a line that labels are compared with: they hide hardly any of a longer one.
  private static let longestLine = 64
  /// The most corners of an outline that labels are compared with.
  private static let longestPath = 4_096

  /// Adds a diagnostic for the first label of each kind of fault: a leader through a label, a label
  /// across the edge of a mark, a mark that a label hides.
  func noteFaults(_ places: [LabelCandidate?], _ field: PlacementField) {
    noteCrossed(places)
    for (request, place) in zip(requests, places) {
      guard let place, field.straddles(place, request) else { continue }
      context.note(
        Diagnostic(
          "label “\(request.shown)” of \(request.name) lies across the edge of a mark; make the chart larger or use fewer labels"
        ))
      break
    }
    for (request, place) in zip(requests, places) {
      // Only a label with a halo hides what lies under it.
      guard let place, field.hasHalo(place, request) else { continue }
      let halo = place.ink.map { $0.inset(by: -InkLimits.haloReach) }
      guard let mark = marks.first(where: { hides($0.drawing, place, halo) }) else { continue }
      context.note(
        Diagnostic(
          "label “\(request.shown)” of \(request.name) hides much of \(mark.name); make the chart larger or use fewer labels"
        ))
      break
    }
  }

  /// Returns whether a label with a halo hides more of a line or a point of a mark than it may, as
  /// lint sees it.
  private func hides(_ drawing: MarkDrawing, _ place: LabelCandidate, _ halo: [Rect]) -> Bool {
    let reach = place.bounds.inset(by: -InkLimits.haloReach)
    guard drawing.anchor?.inset(by: -1).intersects(reach) == true,
      drawing.lines.allSatisfy({ $0.count <= Self.longestLine })
    else { return false }
    // A mark that names its lines needs no look at what it draws.
    guard drawing.lines.isEmpty else {
      let segments = drawing.lines.flatMap { zip($0, $0.dropFirst()).map { Segment($0, $1) } }
      return hiddenShare(of: segments, halo) > Self.hiddenShare
    }
    var isHidden = false
    drawing.items.walkDrawn { item, setting in
      guard let ink = Ink(item, setting, order: 0), ink.bounds.intersects(reach) else {
        return true
      }
      isHidden = hiddenShare(of: ink, by: place, halo) > Self.hiddenShare
      return !isHidden
    }
    return isHidden
  }

  /// Returns the share of a line that a halo hides, 0…1.
  private func hiddenShare(of line: [Segment], _ halo: [Rect]) -> Double {
    let whole = line.reduce(0) { $0 + $1.length }
    guard whole > 0 else { return 0 }
    return line.reduce(0) { sum, segment in
      sum + (halo.map { segment.clipped(to: $0)?.length ?? 0 }.max() ?? 0)
    } / whole
  }

  /// Returns the share of a line or a point that a label with a halo hides, 0…1.
  private func hiddenShare(
    of ink: Ink, by place: LabelCandidate, _ halo: [Rect]
  ) -> Double {
    guard let path = ink.path, path.path.elements.count <= Self.longestPath else { return 0 }
    if path.fill == nil {
      return InkLine(obstacle: ink).map { hiddenShare(of: $0.segments, halo) } ?? 0
    }
    // A rim around letters hides no area, unless it is as small as a point.
    let bounds = ink.shown ?? ink.bounds
    let (short, long) = (min(bounds.width, bounds.height), max(bounds.width, bounds.height))
    guard long <= min(InkLimits.largestPoint, 2 * short), InkArea(ink) != nil else { return 0 }
    return (place.ink.compactMap { $0.intersection(bounds)?.area }.max() ?? 0) / bounds.area
  }

  /// Adds a diagnostic for the first leader that crosses a label, its own or another, or another
  /// leader.
  private func noteCrossed(_ places: [LabelCandidate?]) {
    for (index, place) in places.enumerated() {
      guard let leader = place?.leader else { continue }
      let reach = leader.bounds
      let crossed = places.indices.first { number in
        guard let other = places[number], other.reach.inset(by: -1).intersects(reach.inset(by: -1))
        else { return false }
        if number != index, let second = other.leader, second.crosses(leader) { return true }
        return other.ink.contains { ink in
          leader.clipped(to: ink.inset(by: InkLimits.touch)) != nil
        }
      }
      guard let crossed else { continue }
      let what = crossed == index ? "it" : "the label “\(requests[crossed].shown)” or its line"
      context.note(
        Diagnostic(
          "the line from label “\(requests[index].shown)” to \(requests[index].name) crosses \(what); make the chart larger or use fewer labels"
        ))
      return
    }
  }
}

/// What is wrong with labels at their places: the first label of each kind of fault, and how many
/// more there are.
struct LabelFaults {
  private var found: [(kind: Kind, start: String, end: String, count: Int)] = []

  private enum Kind { case overlap, bounds, constraint, contrast, line }

  /// Adds a label that overlaps other text, leaves the frame, breaks a constraint, is too pale where
  /// it lies or is crossed by a line.
  ///
  /// - Parameters:
  ///   - request: the label.
  ///   - cost: the cost of its place.
  ///   - other: the label that it overlaps, if any.
  ///   - isCrossed: whether a line runs through its letters.
  mutating func add(
    _ request: LabelRequest, _ cost: PlacementCost, overlapping other: String?, isCrossed: Bool
  ) {
    let label = "label “\(request.shown)” of \(request.name)"
    if cost.text > 0 || other != nil {
      let what = other.map { "“\($0)”" } ?? "other text"
      add(.overlap, label, "overlaps \(what); make the chart larger or use fewer labels")
    }
    if cost.bounds >= PlacementField.outOfFrame {
      add(
        .bounds, label,
        "extends beyond its chart; make the chart larger or the label shorter")
    }
    if cost.constraint > 0 {
      let wishes = request.annotation.constraints.map(\.description).joined(separator: ", ")
      add(.constraint, label, "cannot be placed \(wishes)")
    }
    if cost.contrast > 0 {
      add(
        .contrast, label,
        "has too little contrast with what it lies on; move it, or use paler marks")
    }
    if isCrossed {
      add(.line, label, "is crossed by a line; move it, or make the chart larger")
    }
  }

  private mutating func add(_ kind: Kind, _ start: String, _ end: String) {
    if let index = found.firstIndex(where: { $0.kind == kind }) {
      found[index].count += 1
    } else {
      found.append((kind, start, end, 1))
    }
  }

  /// One message for each kind of fault.
  var messages: [String] {
    found.map { fault in
      fault.start + (fault.count > 1 ? " (and \(fault.count - 1) more)" : "") + " " + fault.end
    }
  }
}
